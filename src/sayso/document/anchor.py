"""Anchors: the exact characters an answer rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class AnchorError(ValueError):
    """An anchor does not fit the text it is meant for."""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Half-open interval `[start, end)` of Unicode code points in one text. Never empty.

    Raises AnchorError where `start < 0` or `end <= start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise AnchorError(f"[{self.start}, {self.end}) is not a non-empty interval of a text")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Anchor) -> bool:
        """Every character of `other` is in this anchor."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Anchor) -> bool:
        """At least one character is in both."""
        return self.start < other.end and other.start < self.end

    def words(self, characters: str) -> str:
        """The anchored characters of a text. Raises AnchorError where the anchor runs past its end."""
        if self.end > len(characters):
            raise AnchorError(f"[{self.start}, {self.end}) runs past the end of a text of {len(characters)} characters")
        return characters[self.start : self.end]

    def trimmed(self, characters: str) -> Anchor | None:
        """This anchor without white space at its ends; None where nothing else is in it."""
        words = self.words(characters)
        start = self.start + len(words) - len(words.lstrip())
        end = self.end - (len(words) - len(words.rstrip()))
        return Anchor(start, end) if start < end else None


def hull(anchors: Iterable[Anchor]) -> Anchor:
    """The smallest anchor covering all of them. Raises AnchorError where there are none."""
    given = list(anchors)
    if not given:
        raise AnchorError("no anchors to span")
    return Anchor(min(a.start for a in given), max(a.end for a in given))
