"""Texts cut into sections, shown as the tests of the sections compare them."""

from __future__ import annotations

from sayso.document.layer import SECTIONS, Analysis
from sayso.document.text import Document, Text
from sayso.stages import sections


def cut(text: str, title: str | None = None) -> Analysis:
    """The text with its sections."""
    return sections.STAGE.run(Analysis(Document(Text(text), key="test", title=title)))


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Kind and first words of each section."""
    analysis = cut(text, title)
    return [(s.kind, analysis.document.words(s.anchor)[:24]) for s in analysis[SECTIONS]]


def turns(text: str) -> list[tuple[int, str, str, str]]:
    """Number, role, label and first words of each block of an interview."""
    analysis = cut(text)
    words = analysis.document.words
    return [
        (s.turn, s.kind[0], words(s.label) if s.label else "", words(s.anchor)[:18])
        for s in analysis[SECTIONS]
        if s.turn is not None
    ]


def roles(text: str) -> str:
    """The roles of the turns in order, as in "qaqa"."""
    return "".join(role for _, role in dict.fromkeys((turn, role) for turn, role, _, _ in turns(text)))
