"""Events."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import (
    CERTAINTIES,
    CLAIMS,
    ENTITIES,
    EVENTS,
    MENTIONS,
    NUMBERS,
    PLACES,
    SENTENCES,
    TIMES,
)
from sayso.document.records import Event
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Event]:
    yield from ()


STAGE = Stage(
    writes=EVENTS,
    reads=(SENTENCES, MENTIONS, ENTITIES, TIMES, NUMBERS, PLACES, CLAIMS, CERTAINTIES),
    version=1,
    make=find,
)
