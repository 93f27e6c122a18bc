"""Sets of mentions, and names a letter apart, against their plain definitions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from sayso.stages.entities import names
from sayso.stages.entities.clusters import Clusters

SIZE = 12
members = st.integers(0, SIZE - 1)
word = st.text("abc", min_size=6, max_size=11)


@given(st.lists(st.tuples(members, members)), st.lists(members))
def test_one_set_however_often_it_is_asked(merged: list[tuple[int, int]], asked: list[int]) -> None:
    """What is forgotten between two questions never changes an answer, though sets are merged in between."""
    clusters, held = Clusters(SIZE), list(asked)
    for pair in merged:
        assert clusters.one(held) == (len({clusters.of(member) for member in asked}) == 1)
        clusters.merge(*pair, "pair")
    assert sorted(clusters.some(held, SIZE)) == sorted({clusters.of(member) for member in asked})


def test_an_answer_leaves_one_member_of_each_set() -> None:
    clusters, held = Clusters(SIZE), list(range(SIZE))
    for member in range(SIZE):
        clusters.merge(0, member, "all")
    assert clusters.one(held)
    assert held == [0]


@given(word, word)
def test_words_a_few_letters_apart_share_what_is_left_without_some(one: str, other: str) -> None:
    allowed = min(names._allowed(one), names._allowed(other))
    near = DamerauLevenshtein.distance(one, other) <= allowed
    shared = names._without(one, names._allowed(one)) & names._without(other, names._allowed(other))
    assert shared or not near
