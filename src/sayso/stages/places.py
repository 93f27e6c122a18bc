"""Places."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import ENTITIES, MENTIONS, PLACES, SENTENCES
from sayso.document.records import Location
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Location]:
    yield from ()


STAGE = Stage(writes=PLACES, reads=(SENTENCES, MENTIONS, ENTITIES), version=1, make=find)
