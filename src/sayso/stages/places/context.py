"""What a whole text says of where it plays: the states it names, and the places around each name."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.models.gazetteer import Place
from sayso.vocabulary import nations

NEAR_KM = 250.0
"""Distance over which nearness fades by the factor e."""
BESIDE = 250
"""Characters within which another place counts fully."""
FURTHER = 0.6
"""What one further off in the text counts."""
_WIDEST_KM = 900.0
"""Lands less precise than this say nothing about what is near them."""

_CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,}\b")
_EARTH_KM = 6371.0
_ADJECTIVE = 0.5
"""Weight of "Syrian" against "Syria"."""
_TOWN = 0.5
"""Weight of a town for its state."""

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A use of a name whose place is taken as known for now."""

    at: int
    place: Place
    vector: Vector


@dataclass(frozen=True, slots=True)
class Once:
    """A place taken for one or several names, and the starts of the first use of each."""

    place: Place
    vector: Vector
    names: set[int]


@dataclass(frozen=True, slots=True)
class Context:
    """Evidence of a text: the weights of states by their code, and the places taken for its names."""

    states: Mapping[str, float]
    own: Mapping[int, tuple[str, float]]
    """By the start of a name's first use: the state that its place lies in, and the weight it brought."""
    fixed: Sequence[Fixed]
    """In the order of the text."""
    places: Sequence[Once]
    divisions: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, nations_named: Mapping[str, float], chosen: Iterable[tuple[Sequence[int], Place]]) -> Context:
        """`chosen` are starts of the uses of a name with the place taken for it."""
        fixed: list[Fixed] = []
        places: dict[int, Once] = {}
        states = defaultdict(float, nations_named)
        own: dict[int, tuple[str, float]] = {}
        divisions: Counter[tuple[str, str]] = Counter()
        for starts, place in chosen:
            vector = unit(place)
            if vector is not None and place.precision_km <= _WIDEST_KM:
                places.setdefault(place.id, Once(place, vector, set())).names.add(starts[0])
                fixed += [Fixed(at, place, vector) for at in starts[:6]]
            if place.country is not None:
                weight = math.sqrt(len(starts)) * (1.0 if place.kind == "country" else _TOWN)
                states[place.country] += weight
                own[starts[0]] = place.country, weight
                divisions[place.country, place.admin1 or ""] += 1
        return cls(states, own, sorted(fixed, key=_at), tuple(places.values()), divisions)

    def share(self, place: Place, first: int) -> float:
        """Part of the text's weight of states that is the place's own, 0..1, without the name at `first` itself."""
        country, brought = self.own.get(first, ("", 0.0))
        total = sum(self.states.values()) - brought
        weight = self.states.get(place.country or "", 0.0) - (brought if country == place.country else 0.0)
        return max(0.0, weight / total) if total > 1e-9 else 0.0

    def in_division(self, place: Place, taken: Place | None) -> bool:
        """Another name of the text lies in the same division of a state; `taken` is this name's own place."""
        key = (place.country or "", place.admin1 or "")
        own = taken is not None and (taken.country or "", taken.admin1 or "") == key
        return bool(key[1]) and self.divisions.get(key, 0) > own

    def nearness(self, place: Place, starts: Sequence[int]) -> float:
        """Nearness to other places, 0..1: those named close by count more; lands are as near as their edge."""
        vector = unit(place)
        if vector is None:
            return 0.0
        beside = (o for o in self._beside(starts) if o.place.id != place.id)
        best = max((_closeness(place, vector, o) for o in beside), default=0.0)
        for other in self.places:
            if best >= FURTHER:
                break
            if other.place.id != place.id and other.names != {starts[0]}:
                best = max(best, FURTHER * _closeness(place, vector, other))
        return best

    def _beside(self, starts: Sequence[int]) -> Iterator[Fixed]:
        """The other uses of names that stand close to one of these."""
        own = set(starts)
        for start in starts:
            for number in range(bisect_right(self.fixed, start - BESIDE, key=_at), len(self.fixed)):
                if self.fixed[number].at >= start + BESIDE:
                    break
                if self.fixed[number].at not in own:
                    yield self.fixed[number]


def _at(one: Fixed) -> int:
    return one.at


def _closeness(place: Place, vector: Vector, other: Fixed | Once) -> float:
    """How near a place is to another, 0..1, from edge to edge."""
    km = max(0.0, _km(vector, other.vector) - other.place.precision_km - place.precision_km)
    return math.exp(-km / NEAR_KM)


def adjectives(characters: str) -> Mapping[str, float]:
    """States by their adjectives and peoples in a text: each word counts once fully, later less (square root)."""
    words = Counter(_CAPITALISED.findall(characters))
    found: dict[str, float] = defaultdict(float)
    countries = nations.countries()
    for word, count in sorted(words.items()):
        code = nations.nationality(word) if word not in countries else None
        if code is not None:
            found[code] += _ADJECTIVE * math.sqrt(count)
    return found


def unit(place: Place) -> Vector | None:
    """The place as a point of the unit sphere."""
    if place.lat is None or place.lon is None:
        return None
    lat, lon = math.radians(place.lat), math.radians(place.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _km(a: Vector, b: Vector) -> float:
    dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
    return _EARTH_KM * math.acos(max(-1.0, min(1.0, dot)))
