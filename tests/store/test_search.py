"""Words are found whatever their case and accents, and no character of a query is an operator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store import Store
from sayso.store.search import fold
from sayso.views.claims import ClaimFilter, claims
from tests.kept import BRIDGE, keep


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return keep(tmp_path_factory.mktemp("search") / "store.db", BRIDGE)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Peñalver", "penalver"),
        ("ÍÑIGO", "inigo"),
        ("ПАЛЬМИРА", "пальмира"),
        ("Straße", "strasse"),
        ("İdlib", "idlib"),
        ("قَلْعَة", "قلعة"),
        ("Maine", "maine"),
        (None, None),
    ],
)
def test_letters_without_case_and_accents(written: str | None, folded: str | None) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    once = fold(words)
    assert fold(once) == once


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mine", 1),
        ("MINE bridge", 1),
        ('"destroyed the bridge"', 1),
        ('"bridge the destroyed"', 0),
        ("bridge army", 0),
        ("Árdal", 1),
        ("mine OR army", 0),
        ("min*", 0),
        ("content:mine", 0),
        ("NEAR(mine bridge)", 0),
        ('mine"', 1),
        ("(mine)", 1),
        ("--mine;", 1),
        ("***", 0),
        ('""', 0),
        ("", 0),
        ("mine\x00", 1),
        ("'; DROP TABLE claim; --", 0),
    ],
)
def test_words_are_found_and_signs_do_no_harm(query: str, found: int, store: Store) -> None:
    assert claims(store, ClaimFilter(words=query)).total == found


def test_no_query_is_an_error(store: Store) -> None:
    @given(st.text(max_size=30))
    def search(words: str) -> None:
        found = claims(store, ClaimFilter(words=words, about=words, source=words, outlet=words))
        assert len(found.rows) == found.total

    search()
