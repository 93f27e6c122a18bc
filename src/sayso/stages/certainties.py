"""Certainties."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import CERTAINTIES, CLAIMS, SENTENCES
from sayso.document.records import Certainty
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Certainty]:
    yield from ()


STAGE = Stage(writes=CERTAINTIES, reads=(SENTENCES, CLAIMS), version=1, make=find)
