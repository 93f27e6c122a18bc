"""Quotations: the stretches of a text inside quote marks of every style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.records import WITHOUT_SENTENCES, Section

PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”"}
STRAIGHT = ('"', "''", "’’")
MARK = re.compile("[“”„«»‟\"]|''|’’")
SINGLE = re.compile(r"(?<![\w’])‘(?=\w)([^‘\n]{8,}?)’(?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks. `closed` is False where it runs to the end of its paragraph."""

    anchor: Anchor
    section: str
    closed: bool


def quotations(characters: str, sections: Sequence[Section]) -> tuple[Quotation, ...]:
    """The outermost quotations of each section, in order. A quote left open ends with its paragraph."""
    found: list[Quotation] = []
    for section in sections:
        if section.kind not in WITHOUT_SENTENCES:
            found.extend(_in_section(characters, section))
    return tuple(found)


def _in_section(characters: str, section: Section) -> Iterator[Quotation]:
    words = section.anchor.words(characters)
    base = section.anchor.start
    double = list(_double(words))
    inside = [(start, end) for start, end, _ in double]
    single = [
        (match.start(), match.end(), True)
        for match in SINGLE.finditer(words)
        if match[1].count(" ") >= 2 and not any(s <= match.start() < e for s, e in inside)
    ]
    for start, end, closed in sorted(double + single):
        if any(character.isalnum() for character in words[start:end]):
            yield Quotation(Anchor(base + start, base + end), section.id, closed)


def _double(words: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is closed, of each stretch in double marks."""
    opened: int | None = None
    closers = ""
    for match in MARK.finditer(words):
        mark = match.group()
        if opened is None:
            if mark in PAIRS or (mark in STRAIGHT and _may_open(words, match.start(), match.end())):
                opened, closers = match.start(), PAIRS.get(mark, "")
        elif mark in closers or _closes(words, match.start(), match.end(), closers):
            yield opened, match.end(), True
            opened = None
    if opened is not None and opened < len(words) - 1:
        yield opened, len(words), False


def _may_open(words: str, start: int, end: int) -> bool:
    """A straight mark opens before a word, not after one (five inches are written 5")."""
    after = words[end : end + 1]
    before = words[start - 1 : start]
    return bool(after.strip()) and not before.isalnum()


def _closes(words: str, start: int, end: int, closers: str) -> bool:
    """A mark of another style than the opening one closes where it stands right after a word or a stop."""
    mark = words[start:end]
    if mark in STRAIGHT and (not closers or mark == "’’"):
        return True
    after_word = not words[start - 1 : start].isspace()
    return mark in {'"', "”"} and after_word and not words[end : end + 1].isalnum()
