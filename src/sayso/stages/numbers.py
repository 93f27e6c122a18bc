"""Numbers."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import NUMBERS, SENTENCES
from sayso.document.records import Quantity
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Quantity]:
    yield from ()


STAGE = Stage(writes=NUMBERS, reads=(SENTENCES,), version=1, make=find)
