"""Links."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import CLAIMS, EVENTS, LINKS, SENTENCES
from sayso.document.records import Link
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Link]:
    yield from ()


STAGE = Stage(writes=LINKS, reads=(SENTENCES, CLAIMS, EVENTS), version=1, make=find)
