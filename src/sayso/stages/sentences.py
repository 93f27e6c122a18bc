"""Sentences: the words of each section, the grammar between them, and which words are a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS, SENTENCES
from sayso.document.records import WITHOUT_SENTENCES
from sayso.document.syntax import Sentence
from sayso.models import catalogue, parser
from sayso.models.attribution import engine
from sayso.models.catalogue import Profile
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs, profile: Profile) -> Iterator[Sentence]:
    """Parse every section that holds running text, so that no sentence crosses a paragraph or an interview turn.

    An editorial insertion ("(banned in Russia)") interrupts the author's grammar, so the parser does not see it.
    """
    parts = [(s.anchor, s.id) for s in inputs[SECTIONS] if s.kind not in WITHOUT_SENTENCES]
    holes = (s.anchor for s in inputs[SECTIONS] if s.kind == "insertion")
    characters = inputs.document.characters
    names = [(name.anchor, name.type) for name in engine(profile).read(characters).names]
    yield from parser.parse(blanked(characters, holes), parts, names)


def blanked(characters: str, holes: Iterable[Anchor]) -> str:
    """The text with spaces in these places, so that every other character keeps its offset."""
    kept, end = [], 0
    for hole in sorted(holes):
        kept += [characters[end : hole.start], " " * (hole.end - max(end, hole.start))]
        end = max(end, hole.end)
    return "".join([*kept, characters[end:]])


def stage(profile: Profile) -> Stage[Sentence]:
    """The stage with the model of this profile."""
    model = catalogue.model("attribution", profile).name
    return Stage(writes=SENTENCES, reads=(SECTIONS,), version=4, make=partial(find, profile=profile), model=model)
