"""Claims."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import CLAIMS, ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Claim
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Claim]:
    yield from ()


STAGE = Stage(writes=CLAIMS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES, TURNS), version=1, make=find)
