"""Entities."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import ENTITIES, MENTIONS, SENTENCES
from sayso.document.records import Entity
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Entity]:
    yield from ()


STAGE = Stage(writes=ENTITIES, reads=(SENTENCES, MENTIONS), version=1, make=find)
