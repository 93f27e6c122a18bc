"""Places: where the places, states and fixed works of a text lie."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import ENTITIES, MENTIONS, PLACES
from sayso.document.records import Entity, Location, Mention, Note, Why
from sayso.stages.places import facilities
from sayso.stages.places.choice import Choice, choose
from sayso.stages.places.toponyms import Toponym, state, toponym
from sayso.stages.stage import Inputs, Stage

_ACTOR = 0.3
"""Weight of an actor's state ("the Taliban") against the state's own name."""
_DIVISION_KM = 30.0
"""A town that stands for its province or district is at best this precise."""


def find(inputs: Inputs) -> Iterator[Location | Note]:
    """A location for each place and state of the text and for works whose place is told; a note of what is missing."""
    characters = inputs.document.characters
    mentions = {m.id: m for m in inputs[MENTIONS]}
    entities = {e.id: e for e in inputs[ENTITIES]}
    names = list(_toponyms(tuple(entities.values()), mentions, characters))
    choices = choose(names, characters, _states(tuple(entities.values()), mentions))
    missing: list[Anchor] = []
    for name, choice in zip(names, choices, strict=True):
        entity = entities[name.key]
        if choice.place is not None:
            yield _location(entity, name, choice)
        elif entity.kind in ("place", "country"):
            missing.append(name.uses[0])
            why = Why(f"rule:places.{choice.rule}")
            yield Location(entity.id, name.uses[0], None, None, None, None, None, None, why)
    if missing:
        yield _note(missing, characters)


def _toponyms(entities: Sequence[Entity], mentions: Mapping[str, Mention], characters: str) -> Iterator[Toponym]:
    """In the order of the entities."""
    uses = {e.id: _names(e, mentions) for e in entities}
    places = {a.start: a for e in entities if e.kind in ("place", "country") for a in uses[e.id]}
    for entity in entities:
        found = _toponym(entity, uses[entity.id], places, mentions, characters)
        if found is not None:
            yield found


def _toponym(
    entity: Entity,
    uses: Sequence[Anchor],
    places: Mapping[int, Anchor],
    mentions: Mapping[str, Mention],
    characters: str,
) -> Toponym | None:
    if not uses:
        return None
    if entity.kind == "place":
        return toponym(entity.id, uses, characters)
    if entity.kind == "country" and entity.country is not None:
        return state(entity.id, uses, characters, entity.country)
    if entity.kind == "facility":
        described = [m.anchor.words(characters) for m in _all(entity, mentions) if m.form == "nominal"]
        return facilities.located_in(entity.id, uses, described, places, characters)
    if entity.kind == "other":
        return facilities.on_the_map(entity.id, uses, characters)
    return None


def _all(entity: Entity, mentions: Mapping[str, Mention]) -> list[Mention]:
    return [mentions[id] for id in entity.mentions]


def _names(entity: Entity, mentions: Mapping[str, Mention]) -> tuple[Anchor, ...]:
    """The uses of its name, the one it is shown under first. A state that acts is named too."""
    forms = ("name", "metonym") if entity.kind == "country" else ("name",)
    named = [m.anchor for m in _all(entity, mentions) if m.form in forms]
    return tuple(dict.fromkeys([entity.name, *named])) if entity.name in named else tuple(named)


def _states(entities: Sequence[Entity], mentions: Mapping[str, Mention]) -> Mapping[str, float]:
    """Weights of the states that actors belong to."""
    found: dict[str, float] = defaultdict(float)
    for entity in entities:
        if entity.country is not None and entity.kind != "country":
            found[entity.country] += _ACTOR * math.sqrt(len(entity.mentions))
    return found


def _location(entity: Entity, name: Toponym, choice: Choice) -> Location:
    place = choice.place
    assert place is not None
    anchor = name.uses[0]
    if entity.kind == "facility" and place.code is None:
        km = place.precision_km + facilities.WITHIN_KM
        why = Why("rule:places.works-in")
        return Location(entity.id, anchor, place.lat, place.lon, None, "facility", km, place.country, why)
    stands_for_land = name.says in ("province", "district") and place.kind in ("city", "capital")
    km = max(place.precision_km, _DIVISION_KM) if stands_for_land else place.precision_km
    why = Why(f"rule:places.{choice.rule}")
    return Location(entity.id, anchor, place.lat, place.lon, place.geonames, place.kind, km, place.country, why)


def _note(missing: Sequence[Anchor], characters: str) -> Note:
    names = ", ".join(dict.fromkeys(" ".join(a.words(characters).split()) for a in missing))
    return Note("place-missing", f"No place is known, or likely, for: {names}.", missing[0])


STAGE = Stage(writes=PLACES, reads=(MENTIONS, ENTITIES), version=2, make=find)
