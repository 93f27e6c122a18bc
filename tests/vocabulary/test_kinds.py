"""The vocabulary of kinds: every example is coded, no counter-example is."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.layer import KINDS
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

ENTRIES: list[dict[str, Any]] = vocabulary("kinds")["entries"]


def coded(text: str) -> set[str]:
    return {found.why.by.removeprefix("lexicon:kinds.") for found in analysed(text)[KINDS]}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_the_example_is_coded_and_the_counter_example_is_not(entry: dict[str, Any]) -> None:
    assert entry["id"] in coded(entry["example"])
    assert entry["id"] not in coded(entry["counter-example"])
