"""Stretches of a text with what stands there, found without searching the whole text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from sayso.document.anchor import Anchor

V = TypeVar("V")


class Spans(Generic[V]):
    """Values by their anchors. Every answer comes in the order of the text: by start, end, and order given.

    Made in n log n. A look-up costs log n for each value that it finds, however long or deeply nested the anchors
    are: above the anchors, sorted by start, stands a binary tree of the farthest end of each half (an interval tree
    over a sorted array; Cormen et al., Introduction to Algorithms, "Augmenting data structures").
    """

    def __init__(self, held: Iterable[tuple[Anchor, V]]) -> None:
        ordered = sorted(held, key=lambda pair: pair[0])
        self._values = [value for _, value in ordered]
        self._starts = [anchor.start for anchor, _ in ordered]
        self._ends = [anchor.end for anchor, _ in ordered]
        self._leaves = 1 << max(0, len(ordered) - 1).bit_length()
        self._farthest = _farthest(self._ends, self._leaves)

    def covering(self, anchor: Anchor) -> Iterator[V]:
        """The values whose anchors hold every character of this one."""
        return self._reaching(bisect_right(self._starts, anchor.start), anchor.end)

    def overlapping(self, anchor: Anchor) -> Iterator[V]:
        """The values whose anchors share a character with this one."""
        return self._reaching(bisect_left(self._starts, anchor.end), anchor.start + 1)

    def within(self, anchor: Anchor) -> Iterator[V]:
        """The values whose anchors lie inside this one. Costs a step for each that begins inside it."""
        for at in range(bisect_left(self._starts, anchor.start), bisect_left(self._starts, anchor.end)):
            if self._ends[at] <= anchor.end:
                yield self._values[at]

    def _reaching(self, before: int, end: int) -> Iterator[V]:
        """Of the first `before` values those whose anchors end at `end` or later."""
        waiting = [(1, 0, self._leaves)]
        while waiting:
            node, first, width = waiting.pop()
            if first >= before or self._farthest[node] < end:
                continue
            if width == 1:
                yield self._values[first]
            else:
                half = width // 2
                waiting += [(2 * node + 1, first + half, half), (2 * node, first, half)]


def _farthest(ends: list[int], leaves: int) -> list[int]:
    """The tree of farthest ends: node n stands above 2n and 2n + 1, the root is 1, the ends are the leaves."""
    tree = [0] * leaves + ends + [0] * (leaves - len(ends))
    for node in range(leaves - 1, 0, -1):
        tree[node] = max(tree[2 * node], tree[2 * node + 1])
    return tree
