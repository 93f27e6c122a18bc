"""Blocks: the paragraphs of a text as its lines lay them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.document.anchor import Anchor
from sayso.stages.sections import marks

LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
BREAK = re.compile(r"\r\n|\r|\n")
CLOSED = re.compile(r"[.!?…:][\"'”’»)\]*_]*$")
OPENS = re.compile(r"[-–—•*#>]|\d{1,2}[.)]\s")
CLOSERS = "\"'”’»)]*_ "
INNER = re.compile(
    r"(?<=[.?!…\"”’)*])\s+(?=(?:\*\*|__)?(?:A|Answer|ANSWER|Q|Question|QUESTION)\s?\d{0,2}(?:\*\*|__)?:"
    r"|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}: )"
)
"""Where in a line that begins with a label another turn may begin: "Q: Is it safe? A: It is not."."""
WRAPPED = 45
"""Lines shorter than this are not broken by a margin."""

MARGIN = 100
"""Lines longer than this were never broken by one."""


@dataclass(frozen=True)
class Block:
    """One paragraph; `words` are its characters."""

    anchor: Anchor
    words: str

    @cached_property
    def closed(self) -> bool:
        """It ends as a sentence does."""
        return CLOSED.search(self.words[-12:]) is not None

    @cached_property
    def asks(self) -> bool:
        """It ends with a question mark."""
        return self.words.rstrip(CLOSERS).endswith("?")

    @cached_property
    def bare(self) -> bool:
        """It has no letter and no digit, such as "* * *"."""
        return not any(character.isalnum() for character in self.words)


def blocks(characters: str) -> Iterator[Block]:
    """Paragraphs in order. A line that a margin broke belongs to the line before it; a blank line always parts.

    A line that is a speaker's label only belongs to what comes after it. A line with several labels is several.
    """
    for anchor in _paragraphs(characters):
        yield from _apart(anchor, anchor.words(characters))


def _apart(anchor: Anchor, words: str) -> Iterator[Block]:
    """The turns that stand in one paragraph, where it begins with a label in capitals or by letter, as they all do."""
    label = marks.of(words) if INNER.search(words) else None
    starts = [0]
    if label is not None and (label.style == "letter" or label.who.isupper()):
        found = ((match.end(), marks.of(words[match.end() :])) for match in INNER.finditer(words))
        starts += [at for at, inner in found if inner is not None and inner.style == label.style]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = words[start:end].rstrip()
        yield Block(Anchor(anchor.start + start, anchor.start + start + len(part)), part)


def _paragraphs(characters: str) -> Iterator[Anchor]:
    above = marks.names_above(characters)
    start = end = -1
    for match in LINE.finditer(characters):
        anchor = Anchor(*match.span()).trimmed(characters)
        if anchor is None:
            continue
        if start >= 0 and not _goes_on(characters, start, end, anchor, above):
            yield Anchor(start, end)
            start = -1
        start, end = (anchor.start if start < 0 else start), anchor.end
    if start >= 0:
        yield Anchor(start, end)


def _goes_on(characters: str, start: int, end: int, line: Anchor, above: frozenset[str]) -> bool:
    """The line continues the block `[start, end)`; `above` are names that stand above what is said."""
    lines = len(BREAK.findall(characters[end : line.start]))
    words = line.words(characters)
    if lines <= 2 and end - start <= marks.LONGEST:
        before = characters[start:end]
        if before in above or marks.only_label(before):
            return words not in above and marks.of(words) is None
    if words in above:
        return False
    return lines == 1 and _wrapped(characters, start, end, words)


def _wrapped(characters: str, start: int, end: int, words: str) -> bool:
    """A margin broke the line before: no sentence ended there, and nothing new starts here."""
    last = _last_line(characters, start, end)
    if OPENS.match(words) or marks.of(words) or len(words) > MARGIN or last.isupper() != words.isupper():
        return False
    if marks.alone(last) or marks.alone(words):
        return False
    if words[0].islower():
        return len(last) <= MARGIN or CLOSED.search(last[-12:]) is None
    return WRAPPED <= len(last) <= MARGIN and CLOSED.search(last[-12:]) is None


def _last_line(characters: str, start: int, end: int) -> str:
    """The last line of the block `[start, end)`, found from its end."""
    cut = max(characters.rfind("\n", start, end), characters.rfind("\r", start, end))
    return characters[max(start, cut + 1) : end].strip()
