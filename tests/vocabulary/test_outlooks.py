"""The vocabulary of outlooks: every example is found with its condition and outcome, no counter-example is."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.layer import OUTLOOKS
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed, words
from tests.marked import marked

ENTRIES: list[dict[str, Any]] = vocabulary("outlooks")["entries"]


def by(entry: dict[str, Any]) -> str:
    return f"lexicon:outlooks.{entry['id']}"


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_the_example_is_found(entry: dict[str, Any]) -> None:
    example = marked(entry["example"])
    analysis = analysed(example.text)
    (found,) = [o for o in analysis[OUTLOOKS] if by(entry) in {why.by for why in o.why}]
    assert words(analysis, found.condition) == words(analysis, example.all("condition"))
    assert words(analysis, found.outcome) == words(analysis, example.all("outcome"))


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_nothing_is_found_in_the_counter_example(entry: dict[str, Any]) -> None:
    found = analysed(entry["counter-example"])[OUTLOOKS]
    assert by(entry) not in {why.by for outlook in found for why in outlook.why}


def test_ids_are_unique() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids))
