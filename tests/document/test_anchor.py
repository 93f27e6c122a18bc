"""Anchors count code points, are never empty and never leave their text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.document.anchor import Anchor, AnchorError, hull
from sayso.document.text import Text

TEXTS = st.text(alphabet="aé\u0301\r\n «»😀жم ", min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_an_anchor_gives_back_its_characters(characters: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(characters) - 1))
    end = data.draw(st.integers(start + 1, len(characters)))
    assert Text(characters).anchor(start, end).words(characters) == characters[start:end]


@given(TEXTS)
def test_trimming_takes_white_space_only(characters: str) -> None:
    trimmed = Anchor(0, len(characters)).trimmed(characters)
    assert (trimmed.words(characters) if trimmed else "") == characters.strip()


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_empty_and_negative_anchors_are_refused(start: int, end: int) -> None:
    with pytest.raises(AnchorError):
        Anchor(start, end)


def test_an_anchor_past_the_end_is_refused() -> None:
    with pytest.raises(AnchorError, match="runs past the end"):
        Text("short").anchor(2, 6)


def test_covering_and_overlapping() -> None:
    outer, inner, beside = Anchor(0, 9), Anchor(2, 5), Anchor(5, 7)
    assert outer.covers(inner) and not inner.covers(outer)
    assert outer.overlaps(beside) and not inner.overlaps(beside)
    assert hull([inner, beside]) == Anchor(2, 7)
    with pytest.raises(AnchorError):
        hull([])
