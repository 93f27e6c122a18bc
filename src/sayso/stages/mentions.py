"""Mentions."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import MENTIONS, SENTENCES
from sayso.document.records import Mention
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Mention]:
    yield from ()


STAGE = Stage(writes=MENTIONS, reads=(SENTENCES,), version=1, make=find)
