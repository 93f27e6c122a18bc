"""The interval index against the definition: every look-up is what a search of the whole text finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.document import spans
from sayso.document.anchor import Anchor
from sayso.document.spans import Spans

anchors = st.builds(lambda start, size: Anchor(start, start + size), st.integers(0, 40), st.integers(1, 25))
held = st.lists(anchors, max_size=40)


def numbered(given_: list[Anchor]) -> tuple[Spans[int], list[int]]:
    """The index with the number of each anchor as its value, and the numbers in the order of the text."""
    return Spans((anchor, at) for at, anchor in enumerate(given_)), sorted(
        range(len(given_)), key=lambda at: (given_[at].start, given_[at].end, at)
    )


@given(held, anchors)
def test_covering_is_what_holds_every_character(given_: list[Anchor], wanted: Anchor) -> None:
    index, order = numbered(given_)
    assert list(index.covering(wanted)) == [at for at in order if given_[at].covers(wanted)]


@given(held, anchors)
def test_overlapping_is_what_shares_a_character(given_: list[Anchor], wanted: Anchor) -> None:
    index, order = numbered(given_)
    assert list(index.overlapping(wanted)) == [at for at in order if given_[at].overlaps(wanted)]


@given(held, anchors)
def test_within_is_what_lies_inside(given_: list[Anchor], wanted: Anchor) -> None:
    index, order = numbered(given_)
    assert list(index.within(wanted)) == [at for at in order if wanted.covers(given_[at])]


def test_nothing_stands_in_an_empty_text() -> None:
    empty: Spans[str] = Spans(())
    assert [*empty.covering(Anchor(0, 1)), *empty.overlapping(Anchor(0, 1)), *empty.within(Anchor(0, 1))] == []


class Counted(list[int]):
    """A tree that counts how often it is looked at."""

    looks = 0

    def __getitem__(self, at: object) -> object:  # type: ignore[override]
        self.looks += 1
        return super().__getitem__(at)  # type: ignore[call-overload]


def test_a_look_up_under_one_long_anchor_does_not_walk_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """One claim over the whole text, as in a long interview, is no reason to look at all those inside it."""
    farthest = spans._farthest
    monkeypatch.setattr(spans, "_farthest", lambda ends, leaves: Counted(farthest(ends, leaves)))
    size = 4096
    index = Spans([(Anchor(0, 10 * size), "whole"), *((Anchor(10 * at, 10 * at + 5), str(at)) for at in range(size))])
    tree = index._farthest
    assert isinstance(tree, Counted)
    tree.looks = 0
    assert list(index.covering(Anchor(10 * size - 10, 10 * size - 9))) == ["whole", str(size - 1)]
    assert tree.looks < 100
