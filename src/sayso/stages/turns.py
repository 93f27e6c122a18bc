"""Turns: who asks and who answers, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.document.anchor import Anchor
from sayso.document.layer import ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Entity, Mention, Section, Turn, Why
from sayso.document.syntax import Sentence, Token
from sayso.stages.stage import Inputs, Stage

TALKING = frozenset(
    {"speak", "talk", "interview", "ask", "present", "tell", "sit", "meet", "question", "put", "answer"}
)
GUEST = re.compile(r"\b(?:interlocutor|guest|interview with|interviews?|interviewed|spoke with|talks? (?:with|to))\b")
PARENTHESIS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Party:
    """An entity and the words of the text that name it as a party of the interview."""

    entity: str
    named: Anchor


@dataclass(frozen=True, slots=True)
class Parties:
    """The respondent and the questioner, as far as headline and lead name them."""

    respondent: Party | None
    questioner: Party | None
    rule: str


def find(inputs: Inputs) -> Iterator[Turn]:
    """One record a turn. The label names the speaker; without one, the headline and the lead do, or nobody."""
    first = {s.turn: s for s in reversed(inputs[SECTIONS]) if s.turn is not None}
    if not first:
        return
    cast = Cast(inputs)
    parties = _parties(inputs, cast)
    for turn in sorted(first):
        yield _turn(turn, first[turn], cast, parties)


class Cast:
    """Who could speak in this text, by name and by place."""

    def __init__(self, inputs: Inputs) -> None:
        self.characters = inputs.document.characters
        mentions = {m.id: m for m in inputs[MENTIONS]}
        self._own: list[tuple[Entity, list[Mention]]] = [
            (e, [mentions[m] for m in e.mentions]) for e in inputs[ENTITIES]
        ]

    def by_label(self, label: str) -> str | None:
        """The person whose full name or surname the label is; None where nobody or several fit."""
        wanted = PARENTHESIS.sub("", label).strip(" :.").lower()
        wanted = re.sub(r"^(?:mr|mrs|ms|dr|prof|president|minister)\b\.?\s*", "", wanted)
        found = {
            entity.id
            for entity, own in self._own
            if entity.kind in {"person", "organisation"}
            and any(m.form == "name" and self._names(m, wanted) for m in own)
        }
        return found.pop() if len(found) == 1 else None

    def _names(self, mention: Mention, wanted: str) -> bool:
        words = mention.anchor.words(self.characters).lower()
        return words == wanted or words.split()[-1] == wanted or wanted.split()[-1:] == [words]

    def within(self, part: Anchor, *kinds: str) -> list[Party]:
        """The named entities of these kinds in a part of the text, in the order of their words."""
        found = [
            Party(entity.id, mention.anchor)
            for entity, own in self._own
            if entity.kind in kinds
            for mention in own
            if mention.form == "name" and part.covers(mention.anchor)
        ]
        return sorted(found, key=lambda party: party.named)


def _turn(turn: int, section: Section, cast: Cast, parties: Parties) -> Turn:
    role: Literal["question", "answer"] = "question" if section.kind == "question" else "answer"
    if section.label is not None and section.why.by == "rule:sections.name":
        speaker = cast.by_label(section.label.words(cast.characters))
        return Turn(turn, role, speaker, section.label, Why("rule:turns.label"))
    party = parties.respondent if role == "answer" else parties.questioner
    if party is None:
        return Turn(turn, role, None, None, Why("rule:turns.unnamed"))
    return Turn(turn, role, party.entity, party.named, Why(parties.rule))


def _parties(inputs: Inputs, cast: Cast) -> Parties:
    """The lead's "X spoke with Y", else the one person that headline and lead name."""
    opening = [s for s in inputs[SECTIONS] if s.kind in {"headline", "lead", "paragraph"} and s.turn is None]
    sentences = [s for s in inputs[SENTENCES] if s.section in {o.id for o in opening}]
    for sentence in sentences:
        found = _introduced(sentence, cast)
        if found is not None:
            return found
    people = {p.entity: p for part in reversed(opening) for p in reversed(cast.within(part.anchor, "person"))}
    repeated = _speaks_in_headline(opening, cast)
    only = next(iter(people.values())) if len(people) == 1 else repeated
    return Parties(only, None, "rule:turns.headline" if repeated else "rule:turns.only-person")


def _introduced(sentence: Sentence, cast: Cast) -> Parties | None:
    """The parties of a sentence that introduces an interview."""
    verb = next((t for t in sentence.tokens if t.lemma in TALKING and t.pos == "VERB"), None)
    words = sentence.anchor.words(cast.characters)
    if verb is None and not GUEST.search(words):
        return None
    if (
        verb is not None
        and verb.lemma in {"tell", "meet", "present", "ask", "put", "answer"}
        and not GUEST.search(words)
    ):
        return None
    people = cast.within(sentence.anchor, "person")
    outlets = cast.within(sentence.anchor, "organisation")
    if not people:
        return None
    doer = sentence.child(verb, "nsubj") if verb is not None else None
    questioner = _at(doer, [*outlets, *people]) if doer is not None else None
    respondents = [p for p in people if questioner is None or p.entity != questioner.entity]
    if questioner is not None and verb is not None and verb.lemma in {"tell", "answer"}:
        return Parties(questioner, None, "rule:turns.introduced")
    respondent = next((p for p in respondents if verb is None or p.named.start > verb.start), None)
    respondent = respondent or next(iter(respondents), None)
    return Parties(respondent, questioner, "rule:turns.introduced") if respondent else None


def _at(token: Token, parties: Sequence[Party]) -> Party | None:
    return next((p for p in parties if p.named.overlaps(token.anchor)), None)


def _speaks_in_headline(opening: Sequence[Section], cast: Cast) -> Party | None:
    """ "Name: …" at the head of the page."""
    for section in opening:
        if section.kind == "headline":
            for party in cast.within(section.anchor, "person"):
                after = cast.characters[party.named.end : party.named.end + 1]
                if party.named.start == section.anchor.start and after == ":":
                    return party
    return None


STAGE = Stage(writes=TURNS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES), version=1, make=find)
