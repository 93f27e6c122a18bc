"""The number vocabulary keeps its own examples, and no counter-example is coded by the entry it stands at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.document.layer import NUMBERS
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

SECTIONS = ("vague", "hedges", "units", "others")


def cases() -> Iterator[tuple[str, str, str, bool]]:
    """Section, id, sentence and whether the entry must code it."""
    for section in SECTIONS:
        for entry in vocabulary("numbers")[section]:
            yield section, entry["id"], entry["example"], True
            yield section, entry["id"], entry["not"], False


@pytest.mark.parametrize(("section", "entry", "text", "wanted"), tuple(cases()))
def test_the_vocabulary_keeps_its_own_examples(section: str, entry: str, text: str, wanted: bool) -> None:
    by = {number.why.by for number in analysed(text)[NUMBERS]}
    assert (f"lexicon:numbers.{entry}" in by) is wanted, by


def test_every_entry_is_complete_and_named_once() -> None:
    data = vocabulary("numbers")
    entries = [entry for section in SECTIONS for entry in data[section]]
    ids = [entry["id"] for entry in entries]
    assert len(ids) == len(set(ids))
    for entry in entries:
        assert entry["definition"] and entry["example"] != entry["not"]


def test_ranges_of_vague_words_are_in_order() -> None:
    for entry in vocabulary("numbers")["vague"]:
        assert entry["high"] is None or entry["low"] <= entry["high"], entry["id"]


def test_words_that_yaml_reads_as_values_stay_words() -> None:
    for name, value in vocabulary("numbers").items():
        if isinstance(value, list):
            assert all(isinstance(item, str | dict) for item in value), name
