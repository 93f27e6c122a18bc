"""Blocks: the paragraphs of a text as its lines lay them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.document.anchor import Anchor

LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
CLOSED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
OPENS = re.compile(r"[-–—•*]|Q[.:]|A[.:]|[A-Z][\w.' ]{0,40}:")
WRAPPED = 45
"""Lines shorter than this are not broken by a margin."""

MARGIN = 100
"""Lines longer than this were never broken by one."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `words` are its characters."""

    anchor: Anchor
    words: str

    @property
    def closed(self) -> bool:
        """It ends as a sentence does."""
        return CLOSED.search(self.words) is not None

    @property
    def asks(self) -> bool:
        """It ends with a question mark."""
        return self.words.rstrip("\"'”’»)] ").endswith("?")


def blocks(characters: str) -> Iterator[Block]:
    """Paragraphs in order. A line that a margin broke belongs to the line before it; a blank line always parts."""
    start = end = -1
    for match in LINE.finditer(characters):
        anchor = Anchor(*match.span()).trimmed(characters)
        if anchor is None:
            continue
        if start >= 0 and not _goes_on(characters, start, end, anchor):
            yield Block(Anchor(start, end), characters[start:end])
            start = -1
        start, end = (anchor.start if start < 0 else start), anchor.end
    if start >= 0:
        yield Block(Anchor(start, end), characters[start:end])


def _goes_on(characters: str, start: int, end: int, line: Anchor) -> bool:
    """The line continues the block `[start, end)`: no blank line between, no sentence end before, no new start."""
    between = characters[end : line.start]
    if len(re.findall(r"\r\n|\r|\n", between)) != 1:
        return False
    last = characters[start:end].splitlines()[-1].strip()
    words = line.words(characters)
    if OPENS.match(words) or len(words) > MARGIN or last.isupper() != words.isupper():
        return False
    if words[0].islower():
        return True
    return len(last) >= WRAPPED and CLOSED.search(last) is None and len(last) <= MARGIN
