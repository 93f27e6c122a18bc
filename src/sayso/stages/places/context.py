"""What a whole text says of where it plays: the states it names, and the places around each name."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.models.gazetteer import Place
from sayso.vocabulary import nations

NEAR_KM = 250.0
"""Distance over which nearness fades by the factor e."""
BESIDE = 250
"""Characters within which another place counts fully."""
FURTHER = 0.6
"""What one further off in the text counts."""

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
class Context:
    """Evidence of a text: the weights of states by their code, and the places taken for its names."""

    states: Mapping[str, float]
    own: Mapping[int, tuple[str, float]]
    """By the start of a name's first use: the state that its place lies in, and the weight it brought."""
    fixed: Sequence[Fixed]
    divisions: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, nations_named: Mapping[str, float], chosen: Iterable[tuple[Sequence[int], Place]]) -> Context:
        """`chosen` are starts of the uses of a name with the place taken for it."""
        fixed: list[Fixed] = []
        states = defaultdict(float, nations_named)
        own: dict[int, tuple[str, float]] = {}
        divisions: Counter[tuple[str, str]] = Counter()
        for starts, place in chosen:
            vector = unit(place)
            if vector is not None:
                fixed += [Fixed(at, place, vector) for at in starts[:6]]
            if place.country is not None:
                weight = math.sqrt(len(starts)) * (1.0 if place.kind == "country" else _TOWN)
                states[place.country] += weight
                own[starts[0]] = place.country, weight
                divisions[place.country, place.admin1 or ""] += 1
        return cls(states, own, fixed, divisions)

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
        best = 0.0
        for other in self.fixed:
            if other.at in starts or other.place.id == place.id or other.place.precision_km > 900:
                continue
            km = max(0.0, _km(vector, other.vector) - other.place.precision_km - place.precision_km)
            apart = min(abs(other.at - at) for at in starts)
            best = max(best, math.exp(-km / NEAR_KM) * (1.0 if apart < BESIDE else FURTHER))
        return best


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
