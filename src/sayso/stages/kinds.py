"""Kinds."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import CLAIMS, KINDS, SENTENCES
from sayso.document.records import ClaimKind
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[ClaimKind]:
    yield from ()


STAGE = Stage(writes=KINDS, reads=(SENTENCES, CLAIMS), version=1, make=find)
