"""The certainty vocabulary: every example is coded, no counter-example is, every figure names its scale."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.layer import CERTAINTIES, SENTENCES
from sayso.factuality.scope import belief
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

ENTRIES: list[dict[str, Any]] = vocabulary("certainty")["entries"]
IDS = [entry["id"] for entry in ENTRIES]


def coded(text: str) -> set[str]:
    """The lexicon entries over some claim or some word of the text."""
    analysis = analysed(text)
    reasons = {why.by for found in analysis[CERTAINTIES] for why in found.why}
    reasons |= {by for s in analysis[SENTENCES] for token in s.tokens for by in belief(s, token).why}
    return {by.removeprefix("lexicon:certainty.") for by in reasons if by.startswith("lexicon:")}


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_the_example_is_coded_and_the_counter_example_is_not(entry: dict[str, Any]) -> None:
    assert entry["id"] in coded(entry["example"])
    assert entry["id"] not in coded(entry["counter-example"])


def test_ids_are_unique_and_every_entry_says_what_it_means() -> None:
    assert len(set(IDS)) == len(IDS)
    assert all(entry["definition"] and entry["words"] for entry in ENTRIES)


def test_every_likelihood_is_a_range_of_a_named_scale() -> None:
    data = vocabulary("certainty")
    given = [entry["likelihood"] for entry in ENTRIES if "likelihood" in entry]
    assert len(given) >= 15
    for likelihood in given:
        assert 0 <= likelihood["low"] <= likelihood["high"] <= 1
        assert likelihood["scale"] in data["scales"] and likelihood["term"]


def test_possible_has_no_number() -> None:
    by_id = {entry["id"]: entry for entry in ENTRIES}
    assert "likelihood" not in by_id["possible"] and "likelihood" not in by_id["possibly"]
