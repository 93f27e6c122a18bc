"""The vocabulary of voices: every example is of its type, no counter-example is, and no phrase tells two."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from sayso.document.layer import CLAIMS
from sayso.stages.claims.voice_types import LONGEST
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

TYPES: list[dict[str, Any]] = vocabulary("sources")["types"]


def types(text: str) -> set[str | None]:
    return {claim.source.type for claim in analysed(text)[CLAIMS]}


@pytest.mark.parametrize("entry", TYPES, ids=[entry["id"] for entry in TYPES])
def test_the_example_is_of_the_type_and_the_counter_example_is_not(entry: dict[str, Any]) -> None:
    assert entry["id"] in types(entry["example"])
    assert entry["id"] not in types(entry["counter-example"])


def test_every_phrase_tells_one_type_and_is_short_enough_to_be_found() -> None:
    offices = [noun for entry in vocabulary("sources")["offices"] for noun in entry["nouns"]]
    nouns = [noun for entry in TYPES for noun in entry["nouns"]]
    before = [word for entry in TYPES for word in entry.get("before", ())]
    for phrases in ([*nouns, *offices], before):
        assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []
        assert [phrase for phrase in phrases if phrase != phrase.lower() or len(phrase.split()) > LONGEST] == []


def test_an_office_falls_back_on_a_type_there_is() -> None:
    ids = {entry["id"] for entry in TYPES}
    assert len(ids) == len(TYPES)
    assert {entry["else"] for entry in vocabulary("sources")["offices"]} <= ids | {None}
