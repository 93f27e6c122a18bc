"""Text to words, sentences and windows. Pure Python; positions are characters of the text, never of a copy.

A word is a run of letters and digits with its combining marks, or one other visible character: the unit of the scorer.
Everything after the encoder works on words, so that a span can never cut one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WORD = re.compile(r"\w[\w\u0300-\u036f]*|[^\w\s]")
SENTENCE_END = re.compile(r"""[.!?…][.!?…"'”’»)\]]*(?=\s+["'“‘«(\[—–-]*[A-Z0-9])""")
NOT_AN_END = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|No|vs|Jr|Sr)|\.[A-Za-z])\.$")


@dataclass(frozen=True)
class Words:
    """Words of a text: `spans` are half-open character intervals; a sentence or paragraph starts at these words."""

    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    paragraphs: frozenset[int]


@dataclass(frozen=True)
class Window:
    """Words `start` to `end` (exclusive) of a text, read together."""

    start: int
    end: int


def words(text: str) -> Words:
    """The words of a text, and where its sentences and paragraphs start."""
    spans = tuple(match.span() for match in WORD.finditer(text))
    ends = sorted(sentence_ends(text))
    sentences, paragraphs = [], set()
    before, at = 0, 0
    for number, (start, _) in enumerate(spans):
        if "\n" in text[before:start]:
            paragraphs.add(number)
        passed = at
        while at < len(ends) and ends[at] <= start:
            at += 1
        if number == 0 or number in paragraphs or at > passed:
            sentences.append(number)
        before = start
    return Words(spans, tuple(sentences), frozenset(paragraphs))


def sentence_ends(text: str) -> list[int]:
    """Characters after which a sentence is taken to end: a light rule, only to place the edges of windows."""
    ends = (match for match in SENTENCE_END.finditer(text))
    return [m.end() for m in ends if not NOT_AN_END.search(text, max(0, m.start() - 6), m.start() + 1)]


def windows(
    starts: Sequence[int], sizes: Sequence[int], room: int, overlap: int, first: int | None = None
) -> list[Window]:
    """Windows of whole sentences with at most `room` pieces; the next starts up to `overlap` pieces earlier.

    `starts` are the first words of sentences, `sizes` the pieces of each word. One sentence is repeated even where
    it has up to twice `overlap` pieces. `first` is a smaller room for the first window: training shifts its windows so.
    A sentence longer than a window is cut into several.
    """
    sums = [0]
    for size in sizes:
        sums.append(sums[-1] + size)
    edges = _edges(starts, sums, room)
    found: list[Window] = []
    at = 0
    while at < len(edges) - 1:
        limit = room if found or first is None else first
        end = at + 1
        while end < len(edges) - 1 and sums[edges[end + 1]] - sums[edges[at]] <= limit:
            end += 1
        found.append(Window(edges[at], edges[end]))
        at = end if end == len(edges) - 1 else _back(edges, sums, at, end, room, overlap)
    return found


def _edges(starts: Sequence[int], sums: Sequence[int], room: int) -> list[int]:
    """Starts of sentences, and of the parts of those that do not fit into a window; the end of the text last."""
    edges: list[int] = []
    for start, end in pairwise([*starts, len(sums) - 1]):
        edges.append(start)
        for word in range(start, end):
            if sums[word + 1] - sums[edges[-1]] > room and word > edges[-1]:
                edges.append(word)
    return [*edges, len(sums) - 1]


def _back(edges: Sequence[int], sums: Sequence[int], at: int, end: int, room: int, overlap: int) -> int:
    """The edge where the window after `at`..`end` starts: it repeats what it may, and has room for something new."""
    start = end
    while start - 1 > at:
        repeated = sums[edges[end]] - sums[edges[start - 1]]
        new = sums[edges[end + 1]] - sums[edges[end]]
        if repeated > (2 * overlap if start == end else overlap) or repeated + new > room:
            break
        start -= 1
    return start


def cuts(found: Sequence[Window]) -> list[int]:
    """The word from which on the next window decides: the middle of what two windows share, where both see most."""
    return [(one.end + after.start) // 2 for one, after in pairwise(found)]


def owner(at: Sequence[int], start: int, end: int) -> int:
    """Number of the window that decides words `start`..`end`: the one in which their middle stands most centrally."""
    return bisect_right(at, (start + end - 1) // 2)
