"""Events: what the text says happened, coded with PLOVER types and arguments from the trigger's own clause."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sayso.document.layer import CERTAINTIES, CLAIMS, ENTITIES, EVENTS, MENTIONS, NUMBERS, PLACES, SENTENCES, TIMES
from sayso.document.records import Event, Territory, Why
from sayso.document.syntax import Sentence
from sayso.stages.events.arguments import Arguments, arguments
from sayso.stages.events.ground import Ground
from sayso.stages.events.status import status
from sayso.stages.events.triggers import Trigger, triggers
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Event]:
    """The events of each sentence that somebody is said to do or suffer."""
    ground = Ground(inputs)
    for sentence in inputs[SENTENCES]:
        told: list[Event] = []
        for readings in triggers(sentence, ground):
            found = (_event(inputs, ground, sentence, t, arguments(sentence, t, ground)) for t in readings)
            told.extend(islice((event for event in found if event is not None), 1))
        yield from (event for event in told if not any(_part_of(event, other) for other in told))


def _part_of(event: Event, other: Event) -> bool:
    """ "sanctions" in "imposed sanctions" is no other event."""
    return event.type == other.type and set(event.trigger) < set(other.trigger)


def _event(inputs: Inputs, ground: Ground, sentence: Sentence, trigger: Trigger, found: Arguments) -> Event | None:
    if not _holds(trigger, found):
        return None
    anchors = tuple(token.anchor for token in trigger.tokens)
    claim = ground.innermost_claim(anchors[0])
    entry = trigger.entry
    return Event(
        id=inputs.id("v", entry.type, *anchors),
        claim=claim,
        trigger=anchors,
        type=entry.type,
        mode=entry.mode,
        actors=found.actors,
        targets=found.targets,
        place=found.place,
        time=found.time,
        numbers=found.numbers,
        status=status(sentence, trigger, ground.certainty(claim)),
        why=Why(f"lexicon:events.{entry.id}"),
        territory=_territory(trigger, found, ground),
    )


def _holds(trigger: Trigger, found: Arguments) -> bool:
    """Words need a speaker; deeds need somebody or something that the clause names, known or not."""
    if trigger.entry.verbal:
        return found.party
    known = found.actors or found.targets or found.numbers or found.place
    return bool(known) or trigger.takes_place or (found.stated and not trigger.nominal)


def _territory(trigger: Trigger, found: Arguments, ground: Ground) -> Territory | None:
    """The place that changes hands, where the entry says it does and the target is a place."""
    if trigger.entry.territory is None:
        return None
    place = next((target for target in found.targets if ground.is_place(target)), None)
    if place is None:
        return None
    party = found.actors[0] if found.actors else None
    if trigger.entry.territory == "taken":
        return Territory(place, to=party, from_=found.loser)
    return Territory(place, from_=party)


STAGE = Stage(
    writes=EVENTS,
    reads=(SENTENCES, MENTIONS, ENTITIES, TIMES, NUMBERS, PLACES, CLAIMS, CERTAINTIES),
    version=2,
    make=find,
)
