"""Turns: who asks and who answers, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from sayso.document.anchor import Anchor
from sayso.document.labels import BY_NAME
from sayso.document.layer import ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Section, Turn, Why
from sayso.stages.stage import Inputs, Stage
from sayso.stages.turns import own_words
from sayso.stages.turns.cast import Cast, Parties, Party
from sayso.stages.turns.introduction import SEVERAL
from sayso.stages.turns.opening import above
from sayso.stages.turns.opening import parties as parties_of

Role = Literal["question", "answer"]
Labelled = tuple[str | None, Anchor]
"""The entity that a label names, if any, and the words of the label that do."""
SELF = "rule:turns.self-named"
BARE = re.compile(r"[\s*_\[(-]*(?P<name>\w[^:()\[\]*_]*?)(?:\s+\d{1,2}:\d\d|\s*(?:[:()\[\]*_]|$))")
"""The name in a label, without the paper in brackets after it, the colon and marks of emphasis."""


def find(inputs: Inputs) -> Iterator[Turn]:
    """One record a turn. The label names the speaker; without one, the headline and the lead do, or nobody."""
    first = {s.turn: s for s in reversed(inputs[SECTIONS]) if s.turn is not None}
    if not first:
        return
    cast = Cast(inputs)
    own = own_words.named(inputs[SECTIONS], cast, above(inputs[SECTIONS]))
    parties = _with_own(parties_of(inputs, cast), {p.entity: p for turn, p in own.items() if _answers(first[turn])})
    labels = _labels(first, cast, {p.entity for part in above(inputs[SECTIONS]) for p in cast.within(part.anchor)})
    labelled = _only_labelled(first, labels)
    for turn in sorted(first):
        yield _turn(turn, first[turn], labels.get(turn), parties, labelled, own.get(turn))


def _answers(section: Section) -> bool:
    return section.kind == "answer"


def _with_own(parties: Parties, own: Mapping[str, Party]) -> Parties:
    """The only one who says in an answer who answers gives all answers, where the opening names nobody else.

    Where those who say so are others than it names, several answer.
    """
    if not own or parties.rule == SEVERAL:
        return parties
    if len(own) > 1 or (parties.respondent is not None and parties.respondent.entity not in own):
        return replace(parties, respondent=None, rule=SEVERAL)
    return parties if parties.respondent else replace(parties, respondent=next(iter(own.values())), rule=SELF)


def _labels(first: Mapping[int, Section], cast: Cast, known: Collection[str]) -> Mapping[int, Labelled]:
    """Whom the label of each turn names, and the words for that; nobody where it fits none or several."""
    found: dict[int, Labelled] = {}
    for turn, section in first.items():
        if section.label is not None and section.why.by == BY_NAME:
            party = cast.in_label(section.label)
            named = party.named if party else _name(section.label, cast.characters)
            entity = party.entity if party else cast.by_label(section.label.words(cast.characters), known)
            found[turn] = entity, named
    return found


def _only_labelled(first: Mapping[int, Section], labels: Mapping[int, Labelled]) -> Mapping[str, Party]:
    """The speaker of a role whose labels, where there are any, all name one, the first turn's among them."""
    found: dict[str, dict[str | None, Anchor]] = {}
    opens: dict[str, int] = {section.kind: turn for turn, section in sorted(first.items(), reverse=True)}
    for turn, (speaker, named) in labels.items():
        found.setdefault(first[turn].kind, {}).setdefault(speaker, named)
    return {
        kind: Party(speaker, label, True)
        for kind, own in found.items()
        if len(own) == 1 and opens[kind] in labels
        for speaker, label in own.items()
        if speaker is not None
    }


def _turn(
    turn: int,
    section: Section,
    label: Labelled | None,
    parties: Parties,
    labelled: Mapping[str, Party],
    own: Party | None,
) -> Turn:
    role: Role = "question" if section.kind == "question" else "answer"
    if label is not None:
        return Turn(turn, role, *label, Why("rule:turns.label"))
    if role in labelled:
        return Turn(turn, role, labelled[role].entity, labelled[role].named, Why("rule:turns.label-before"))
    if own is not None:
        return Turn(turn, role, own.entity, own.named, Why(SELF))
    party = parties.respondent if role == "answer" else parties.questioner
    if party is None:
        return Turn(turn, role, None, None, Why("rule:turns.unnamed"))
    return Turn(turn, role, party.entity, party.named, Why(parties.rule))


def _name(label: Anchor, characters: str) -> Anchor:
    """The name in a label such as "KOSKI (Harbor Post):"; the label whole where it has another shape."""
    found = BARE.match(label.words(characters))
    return label if found is None else Anchor(label.start + found.start("name"), label.start + found.end("name"))


STAGE = Stage(writes=TURNS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES), version=5, make=find)
