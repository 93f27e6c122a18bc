"""Alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import ALTERNATIVES, CLAIMS, EVENTS, KINDS, SECTIONS, SENTENCES
from sayso.document.records import Alternative
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Alternative]:
    yield from ()


STAGE = Stage(writes=ALTERNATIVES, reads=(SECTIONS, SENTENCES, CLAIMS, KINDS, EVENTS), version=1, make=find)
