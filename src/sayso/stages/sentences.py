"""Sentences: the words of each section and the grammar between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS, SENTENCES
from sayso.document.records import WITHOUT_SENTENCES
from sayso.document.syntax import Sentence
from sayso.models import parser
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Sentence]:
    """Parse every section that holds running text, so that no sentence crosses a paragraph or an interview turn.

    An editorial insertion ("(banned in Russia)") interrupts the author's grammar, so the parser does not see it.
    """
    parts = [(s.anchor, s.id) for s in inputs[SECTIONS] if s.kind not in WITHOUT_SENTENCES]
    holes = (s.anchor for s in inputs[SECTIONS] if s.kind == "insertion")
    yield from parser.parse(blanked(inputs.document.characters, holes), parts)


def blanked(characters: str, holes: Iterable[Anchor]) -> str:
    """The text with spaces in these places, so that every other character keeps its offset."""
    kept, end = [], 0
    for hole in sorted(holes):
        kept += [characters[end : hole.start], " " * (hole.end - max(end, hole.start))]
        end = max(end, hole.end)
    return "".join([*kept, characters[end:]])


STAGE = Stage(writes=SENTENCES, reads=(SECTIONS,), version=3, make=find)
