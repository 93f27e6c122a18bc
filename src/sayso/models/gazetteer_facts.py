"""Our own facts for the gazetteer, from vocabulary/places.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sayso.models.placenames import fold, loose
from sayso.vocabulary.load import vocabulary


@dataclass(frozen=True, slots=True)
class Row:
    """A place on its way into the file; `km` is the radius of a circle of about its area."""

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    km: float
    names: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """A first-order division of a state, known by its seat."""

    country: str
    kind: str
    seat: str
    names: tuple[str, ...]

    @property
    def code(self) -> str:
        """Its key: the state and the division's first name."""
        return _code(self.country, self.names[0])

    def row(self, admin1: str | None, disc: tuple[float, float, float]) -> Row:
        """Placed by the towns of its seat's division: latitude, longitude, radius in km."""
        lat, lon, km = disc
        name, *others = self.names
        return Row(_own_id(self.code), name, self.kind, self.country, admin1, lat, lon, 0, km, tuple(others), self.code)


@dataclass(frozen=True, slots=True)
class Facts:
    """The file, by what it says."""

    points: Mapping[str, tuple[float, float]]
    country_names: Mapping[str, tuple[str, ...]]
    town_names: Mapping[int, tuple[str, ...]]
    divisions: tuple[Division, ...]
    division_points: Mapping[str, tuple[float, float, float]]
    seats: Mapping[str, frozenset[str]]
    """Loosely folded names of seats by country."""
    states: Mapping[str, list[Any]]
    groups: tuple[dict[str, Any], ...]

    @classmethod
    def read(cls) -> Facts:
        """The facts of places.yaml."""
        groups = {group["id"]: group for group in vocabulary("places")}
        divisions = tuple(_divisions(groups["divisions"]))
        return cls(
            {code: (point[0], point[1]) for code, point in groups["country-points"]["points"].items()},
            {code: tuple(names) for code, names in groups["country-names"]["names"].items()},
            {town: tuple(names) for town, names in groups["town-names"]["towns"].items()},
            divisions,
            {code: tuple(disc) for code, disc in groups["division-points"]["points"].items()},
            {
                country: frozenset(loose(d.seat) for d in divisions if d.country == country)
                for country in groups["divisions"]["divisions"]
            },
            groups["states-of-the-usa"]["states"],
            tuple(group for group in groups.values() if "places" in group),
        )

    def state(self, state: dict[str, Any], km: float) -> Row:
        """A state of the United States."""
        lat, lon, *names = self.states[state["code"]]
        return Row(
            state["geonameid"], state["name"], "province", "USA", state["code"], lat, lon, 0, km, tuple(names),
            _code("USA", state["name"]),
        )  # fmt: skip

    def county(self, county: dict[str, Any], state: Row) -> Row:
        """A county of the United States: the package says in which state it lies, so that is all we know."""
        code = _code(f"USA-{county['state']}", county["name"])
        name, at = county["name"], county["state"]
        return Row(_own_id(code), name, "county", "USA", at, state.lat, state.lon, 0, state.km, (), code)

    def places(self) -> Iterator[Row]:
        """Regions, waters, islands and lands of the past."""
        for group in self.groups:
            for lat, lon, km, country, name, *names in group["places"]:
                code = _code(country or group["kind"], name)
                yield Row(_own_id(code), name, group["kind"], country, None, lat, lon, 0, float(km), tuple(names), code)


def _divisions(group: dict[str, Any]) -> Iterator[Division]:
    seen = set()
    for country, entries in group["divisions"].items():
        for entry in entries:
            seat, *names = entry if isinstance(entry, list) else (entry, entry)
            if (country, names[0]) not in seen:
                seen.add((country, names[0]))
                yield Division(country, group["kind"], seat, tuple(names))


def _code(where: str, name: str) -> str:
    """A readable id: `syr-aleppo`."""
    return f"{where.lower()}-{fold(name).replace(' ', '-')}"


def _own_id(code: str) -> int:
    """A number below zero, the same on every machine."""
    return -int(sha256(code.encode()).hexdigest()[:12], 16)
