"""Times."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import SENTENCES, TIMES
from sayso.document.records import Time
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Time]:
    yield from ()


STAGE = Stage(writes=TIMES, reads=(SENTENCES,), version=1, make=find)
