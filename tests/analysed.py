"""Run the pipeline on a few words of a test."""

from __future__ import annotations

from datetime import date

from sayso.document.anchor import Anchor
from sayso.document.layer import Analysis
from sayso.document.text import Document, Text
from sayso.pipeline import analyse


def analysed(text: str, published: date | None = None, title: str | None = None, outlet: str | None = None) -> Analysis:
    """The full analysis of an English text."""
    return analyse(
        Document(
            Text(text),
            key="test",
            title=title,
            outlet=outlet,
            published=published,
            published_basis="given" if published else "unknown",
            language="en",
        )
    )


def words(analysis: Analysis, anchors: tuple[Anchor, ...]) -> list[str]:
    """The anchored words of each."""
    return [analysis.document.words(anchor) for anchor in anchors]
