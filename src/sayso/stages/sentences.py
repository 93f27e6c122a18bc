"""Sentences: the words of each section and the grammar between them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import SECTIONS, SENTENCES
from sayso.document.syntax import Sentence
from sayso.models import parser
from sayso.stages.stage import Inputs, Stage

UNPARSED = {"boilerplate", "insertion", "dateline", "byline"}


def find(inputs: Inputs) -> Iterator[Sentence]:
    """Parse every section that holds running text, so that no sentence crosses a paragraph or an interview turn."""
    parts = [(s.anchor, s.id) for s in inputs[SECTIONS] if s.kind not in UNPARSED]
    yield from parser.parse(inputs.document.characters, parts)


STAGE = Stage(writes=SENTENCES, reads=(SECTIONS,), version=1, make=find)
