"""Which of its namesakes each name of a text means: the words beside it, the rest of the text, then fame."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.models.gazetteer import Place
from sayso.models.sphere import km_between
from sayso.stages.places.beside import Beside, beside
from sayso.stages.places.context import Context, adjectives
from sayso.stages.places.toponyms import Candidate, Toponym

Rule = Literal["beside", "only", "context", "fame", "not-in-gazetteer", "unlikely", "ambiguous"]

_TOWNS = frozenset({"city", "capital"})
_LANDS = frozenset({"province", "region"})

# Weights in powers of ten of population; chosen on GeoVirus train.
_FAME = {
    "country": 9.0,
    "continent": 8.5,
    "province": 6.3,
    "region": 6.5,
    "sea": 6.5,
    "river": 6.0,
    "strait": 6.0,
    "county": 3.0,
}
_OTHER_FAME = 5.5
_LEAST_FAME = 2.5
_CAPITAL = 1.5
_MIDDLING = 5.0
_STEEPNESS = 1.2
_RANK = (0.0, 0.9, 1.8)
_SPELLINGS = 1.0
_BESIDE = 6.0
_STATED = 4.0
_SHARE = 3.0
_DIVISION = 0.7
_NEAR = 1.5
_NAMESAKE_TOWN = 2.5
_WIDE = 0.4
_WEAK = 3.6
_FAR = 0.05
_VERY_NEAR = 0.5
_FOREIGN = 0.02
_SUPPORTED = 0.8
_MARGIN = 0.5
_WELL_KNOWN = 5.8


@dataclass(frozen=True, slots=True)
class Choice:
    """The place meant, None where none is known or likely, and the rule that decided."""

    place: Place | None
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Case:
    toponym: Toponym
    besides: tuple[Beside, ...]
    taken: Place | None = None
    """The place taken for it so far."""


def choose(toponyms: Sequence[Toponym], characters: str, states: Mapping[str, float]) -> list[Choice]:
    """One choice for each name. `states` weighs codes of states that the text has in other ways (its actors)."""
    starts = {anchor.start: anchor for t in toponyms for anchor in t.uses}
    ends = {anchor.end: anchor for t in toponyms for anchor in t.uses}
    cases = [_Case(t, tuple(beside(anchor, starts, ends, characters) for anchor in t.uses)) for t in toponyms]
    nations = dict(states)
    for code, weight in adjectives(characters).items():
        nations[code] = nations.get(code, 0.0) + weight
    chosen: list[Candidate | None] = [_famous(case) for case in cases]
    for _ in range(2):
        context = Context.of(nations, _placed(cases, chosen))
        containers = _containers(cases, chosen)
        cases = [replace(case, taken=c.place if c else None) for case, c in zip(cases, chosen, strict=True)]
        chosen = [_best(case, context, containers) for case in cases]
    context = Context.of(nations, _placed(cases, chosen))
    containers = _containers(cases, chosen)
    return [_choice(case, candidate, context, containers) for case, candidate in zip(cases, chosen, strict=True)]


def _placed(cases: Sequence[_Case], chosen: Sequence[Candidate | None]) -> list[tuple[list[int], Place]]:
    return [
        ([anchor.start for anchor in case.toponym.uses], candidate.place)
        for case, candidate in zip(cases, chosen, strict=True)
        if candidate is not None
    ]


def _containers(cases: Sequence[_Case], chosen: Sequence[Candidate | None]) -> dict[int, Place]:
    return {start: place for starts, place in _placed(cases, chosen) for start in starts}


def _famous(case: _Case) -> Candidate | None:
    return max(case.toponym.candidates, key=lambda c: _by_fame(c, case), default=None)


def _best(case: _Case, context: Context, containers: Mapping[int, Place]) -> Candidate | None:
    return max(case.toponym.candidates, key=lambda c: _by_text(c, case, context, containers), default=None)


def _by_text(candidate: Candidate, case: _Case, context: Context, containers: Mapping[int, Place]) -> tuple[float, int]:
    fame, order = _by_fame(candidate, case)
    if len(case.toponym.candidates) == 1:
        return fame, order
    return fame + _support(candidate.place, case, context) + _BESIDE * _said(candidate.place, case, containers), order


def _by_fame(candidate: Candidate, case: _Case) -> tuple[float, int]:
    """How likely a reader far away takes the name for this place; the id breaks ties."""
    place = candidate.place
    if place.kind in _TOWNS:
        size = max(_LEAST_FAME, math.log10(place.population + 1))
        fame = _MIDDLING + _STEEPNESS * (size - _MIDDLING) + (_CAPITAL if place.kind == "capital" else 0.0)
    else:
        fame = _FAME.get(place.kind, _OTHER_FAME)
    fame += _SPELLINGS * (candidate.names - 1) - _RANK[place.rank]
    if case.toponym.says is not None:
        fame += _STATED * _fits(place.kind, case.toponym.says)
    elif place.kind == "province" and _has_seat(place, case.toponym.candidates):
        fame -= _NAMESAKE_TOWN
    return fame, -abs(place.id)


def _fits(kind: str, says: str) -> int:
    """Whether a kind of place is the one that the noun beside it states."""
    if says == "city":
        return int(kind in _TOWNS)
    return int(kind in _LANDS if says == "province" else kind == says)


def _has_seat(province: Place, candidates: Sequence[Candidate]) -> bool:
    """Alone, the name of a town and of its province is the town's."""
    return any(
        c.place.kind in _TOWNS and (c.place.country, c.place.admin1) == (province.country, province.admin1)
        for c in candidates
    )


def _support(place: Place, case: _Case, context: Context) -> float:
    starts = [anchor.start for anchor in case.toponym.uses]
    near = context.nearness(place, starts)
    division = context.in_division(place, case.taken)
    share = context.share(place, starts[0]) if place.country is not None else _WIDE
    return _SHARE * math.sqrt(share) + _NEAR * near + _DIVISION * division


def _said(place: Place, case: _Case, containers: Mapping[int, Place]) -> bool:
    """The words beside one of its uses put it there."""
    return any(_inside(place, b, containers, case) for b in case.besides)


def _inside(place: Place, said: Beside, containers: Mapping[int, Place], case: _Case) -> bool:
    if said.country is not None and said.country == place.country and place.kind != "country":
        return True
    land = containers.get(said.container) if said.container is not None else None
    if land is None or land.id == place.id or _peers(land, case.toponym.candidates):
        return False
    if land.kind == "country":
        return land.country == place.country
    if land.admin1 is not None and land.kind == "province":
        return (land.country, land.admin1) == (place.country, place.admin1)
    return _within(place, land)


def _peers(land: Place, candidates: Sequence[Candidate]) -> bool:
    """A list, not a container: "Iraq, Iran", "Oklahoma, Texas"."""
    return any(
        c.place.kind == "country" or (c.place.kind == land.kind == "province" and c.place.country == land.country)
        for c in candidates
    )


def _within(place: Place, land: Place) -> bool:
    if place.lat is None or place.lon is None or land.lat is None or land.lon is None:
        return False
    return km_between((place.lat, place.lon), (land.lat, land.lon)) <= max(30.0, 1.3 * land.precision_km)


def _choice(case: _Case, candidate: Candidate | None, context: Context, containers: Mapping[int, Place]) -> Choice:
    if candidate is None:
        return Choice(None, "not-in-gazetteer")
    place = candidate.place
    if _said(place, case, containers):
        return Choice(place, "beside")
    if _unlikely(candidate, case, context):
        return Choice(None, "unlikely")
    if len(case.toponym.candidates) == 1:
        return Choice(place, "only")
    if _ambiguous(candidate, case, context):
        return Choice(None, "ambiguous")
    return Choice(place, "fame" if candidate == _famous(case) else "context")


def _unlikely(candidate: Candidate, case: _Case, context: Context) -> bool:
    """An obscure namesake in a state that the text does not speak of, or a county in any of several states."""
    place = candidate.place
    if place.kind == "county":
        return len(case.toponym.candidates) > 1 and not context.in_division(place, place)
    district = case.toponym.says == "district"
    obscure = _by_fame(candidate, case)[0] < _WEAK or place.rank == 2 or district
    if place.kind not in _TOWNS or not obscure:
        return False
    starts = [anchor.start for anchor in case.toponym.uses]
    near = _VERY_NEAR if district else _FAR
    return context.share(place, starts[0]) < _FOREIGN and context.nearness(place, starts) < near


def _ambiguous(candidate: Candidate, case: _Case, context: Context) -> bool:
    """Nothing in the text speaks for one of several towns of much the same size: "Springfield"."""
    if candidate.place.kind != "city" or _support(candidate.place, case, context) >= _SUPPORTED:
        return False
    best = _by_fame(candidate, case)[0]
    if best >= _WELL_KNOWN:
        return False
    rivals = (c for c in case.toponym.candidates if c.place.id != candidate.place.id)
    return any(best - _by_fame(rival, case)[0] < _MARGIN for rival in rivals)
