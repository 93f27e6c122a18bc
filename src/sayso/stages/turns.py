"""Turns."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Turn
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Turn]:
    yield from ()


STAGE = Stage(writes=TURNS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES), version=1, make=find)
