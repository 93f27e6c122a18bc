"""The words of confidence and of distance: every example is coded, no counter-example is."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.layer import CERTAINTIES
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

ENTRIES: list[tuple[str, dict[str, Any]]] = [
    (name, entry) for name in ("confidence", "distance") for entry in vocabulary(name)["entries"]
]
IDS = [f"{name}.{entry['id']}" for name, entry in ENTRIES]


def coded(text: str) -> set[str]:
    """The entries behind the certainties of a text."""
    return {why.by.removeprefix("lexicon:") for found in analysed(text)[CERTAINTIES] for why in found.why}


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=IDS)
def test_the_example_is_coded_and_the_counter_example_is_not(name: str, entry: dict[str, Any]) -> None:
    assert f"{name}.{entry['id']}" in coded(entry["example"])
    assert f"{name}.{entry['id']}" not in coded(entry["counter-example"])


def test_ids_are_unique_and_every_entry_says_what_it_means() -> None:
    assert len(set(IDS)) == len(IDS)
    assert all(entry["definition"] for _, entry in ENTRIES)
