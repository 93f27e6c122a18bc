"""Spans of relations are counted as the shared task counts them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from benchmarks.causal_spans import Spanned, compared
from benchmarks.measure import f1

RIGHT = Spanned.of([(0, 2)], [(3, 6)], [(2, 3)])


@pytest.mark.parametrize(
    ("ours", "exact", "fair"),
    [
        ([RIGHT], 1.0, 1.0),
        ([Spanned.of([(0, 2)], [(3, 5)], [(2, 3)])], 2 / 3, 2 / 2.5),
        ([Spanned.of([(0, 2)], [(3, 6)], [])], 4 / 5, 4 / 5),
        ([Spanned.of([(3, 6)], [(0, 2)], [(2, 3)])], 1 / 3, 1 / 2),
        ([Spanned.of([(0, 2)], [(3, 6)], [(2, 3), (8, 9)])], 6 / 7, 6 / 7),
        ([], 0.0, 0.0),
    ],
    ids=["the same", "a wrong bound", "no signal", "ends exchanged", "a signal too many", "nothing"],
)
def test_spans_are_counted_exact_and_fair(ours: Sequence[Spanned], exact: float, fair: float) -> None:
    assert [f1(*counts) for counts in compared([RIGHT], ours)] == pytest.approx([exact, fair])


def test_relations_are_matched_whatever_their_order() -> None:
    two = [Spanned.of([(0, 1)], [(1, 2)], []), Spanned.of([(4, 5)], [(6, 7)], [])]
    exact, _ = compared(two, two[::-1])
    assert exact == (4, 4, 4)
