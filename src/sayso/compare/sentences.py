"""Sentences for comparing texts: cut by their marks alone, so that every copy is cut alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = re.compile(r"\n+|(?<=[.!?][\"”’')\]])\s+|(?<=[.!?])(?<!\b[A-Z]\.)\s+(?=[\"“‘'(\[]?[A-Z])")
"""Between sentences. An initial ends none; whatever it gets wrong it gets wrong in every copy alike."""
WORD = re.compile(r"\w+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences stand, half-open, in the order of the text."""
    start = 0
    for gap in BREAK.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if len(text) > start:
        yield start, len(text)


def bare(sentence: str) -> str:
    """Its words without case and punctuation."""
    return " ".join(WORD.findall(sentence.casefold()))
