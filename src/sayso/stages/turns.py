"""Turns: who asks and who answers, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.document.anchor import Anchor
from sayso.document.layer import ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Section, Turn, Why
from sayso.document.spans import Spans
from sayso.document.syntax import NOUN_SUBJECTS, Sentence, Token
from sayso.stages.stage import Inputs, Stage

Role = Literal["question", "answer"]
MEETING = frozenset({"speak", "talk", "sit", "chat", "meet", "converse"})
ASKING = frozenset({"interview", "question", "ask"})
ANSWERING = frozenset({"answer", "tell"})
OURS = frozenset({"we", "i", "us", "our"})
THEIRS = frozenset({"he", "she", "him", "her", "they", "them"})
WITH = re.compile(r"\b(?:interviews?|conversation|discussion|talk|Q ?& ?A) (?P<how>with|by|to|for|of)\b", re.IGNORECASE)
BY = re.compile(r"\b(?:by|conducted by)\s+$")
CONDUCTED = re.compile(r"\b(?:conducted|interview(?:ed)?|asked|transcribed|recorded)[\w ]{0,20} by\s+$", re.IGNORECASE)
NAMESAKE = re.compile(r"\b(?:named (?:after|for|in honou?r of)|name of)\s+(?:\w+\s+){0,2}$")
GUEST = re.compile(r"\b(?:interlocutor|guest|interview|question)", re.IGNORECASE)
AROUND = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*(?=:|\*|$)|,\s[A-Z][A-Z0-9 ,.&'’/-]+(?=:|\s*$)|[*_:\[\]]|\s[-–—]\s*$")
BARE = re.compile(r"[\s*_\[-]*(?P<name>\w[^:()\[\]*_]*?)\s*(?:[:(\[\]*_]|$)")
"""The name in a label, without the paper in brackets after it, the colon and marks of emphasis."""
TITLE = re.compile(r"^(?:mr|mrs|ms|dr|prof|professor|president|minister|senator|secretary|general|sir|the)\b\.?\s*")


@dataclass(frozen=True, slots=True)
class Party:
    """An entity and the words of the text that name it as a party of the interview."""

    entity: str
    named: Anchor
    person: bool


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
    labelled = _only_labelled(first.values(), cast)
    for turn in sorted(first):
        yield _turn(turn, first[turn], cast, parties, labelled)


class Cast:
    """Who could speak in this text, by name and by place."""

    def __init__(self, inputs: Inputs) -> None:
        self.characters = inputs.document.characters
        mentions = {m.id: m for m in inputs[MENTIONS]}
        parties = [
            Party(entity.id, mentions[id_].anchor, entity.kind == "person")
            for entity in inputs[ENTITIES]
            if entity.kind in {"person", "organisation"}
            for id_ in entity.mentions
            if mentions[id_].form == "name"
        ]
        self._parties = Spans((party.named, party) for party in parties)
        self._whole: dict[tuple[str, ...], set[str]] = {}
        self._surnames: dict[str, set[str]] = {}
        self._alone: dict[str, set[str]] = {}
        for party in parties:
            self._name(party)

    def _name(self, party: Party) -> None:
        """Make somebody findable by the whole name, and a person by the surname and by a name of one word."""
        words = party.named.words(self.characters).lower().split()
        self._whole.setdefault(tuple(words), set()).add(party.entity)
        if party.person:
            self._surnames.setdefault(words[-1], set()).add(party.entity)
            if len(words) == 1:
                self._alone.setdefault(words[0], set()).add(party.entity)

    def by_label(self, label: str) -> str | None:
        """The person or organisation whose full name or surname the label is; None where nobody or several fit."""
        bare = label[1:].partition("]")[0] if label.startswith("[") else AROUND.sub("", label)
        wanted = TITLE.sub("", bare.strip(" .").lower()).split()
        if not wanted:
            return None
        by_surname = self._surnames if len(wanted) == 1 else self._alone
        found = self._whole.get(tuple(wanted), set()) | by_surname.get(wanted[-1], set())
        return next(iter(found)) if len(found) == 1 else None

    def within(self, part: Anchor) -> list[Party]:
        """The people and organisations named in a part of the text, in the order of their words."""
        return list(self._parties.within(part))

    def people(self, part: Anchor) -> list[Party]:
        """The people named in a part of the text, but those whom only something is named after."""
        return [p for p in self.within(part) if p.person and not NAMESAKE.search(self._before(p))]

    def by(self, party: Party) -> bool:
        """The party is named as who did the interview: "conducted by Jane Roe"."""
        return CONDUCTED.search(self._before(party)) is not None

    def _before(self, party: Party) -> str:
        return self.characters[max(0, party.named.start - 60) : party.named.start]


def _only_labelled(sections: Iterable[Section], cast: Cast) -> Mapping[str, Party]:
    """The speaker of a role whose labels, where there are any, all name one."""
    found: dict[str, dict[str | None, Anchor]] = {}
    for section in sections:
        if section.label is not None and section.why.by == "rule:sections.name":
            speaker = cast.by_label(section.label.words(cast.characters))
            found.setdefault(section.kind, {}).setdefault(speaker, _name(section.label, cast.characters))
    return {
        kind: Party(speaker, label, True)
        for kind, own in found.items()
        if len(own) == 1
        for speaker, label in own.items()
        if speaker is not None
    }


def _turn(turn: int, section: Section, cast: Cast, parties: Parties, labelled: Mapping[str, Party]) -> Turn:
    role: Role = "question" if section.kind == "question" else "answer"
    if section.label is not None and section.why.by == "rule:sections.name":
        speaker = cast.by_label(section.label.words(cast.characters))
        return Turn(turn, role, speaker, _name(section.label, cast.characters), Why("rule:turns.label"))
    if role in labelled:
        return Turn(turn, role, labelled[role].entity, labelled[role].named, Why("rule:turns.label-before"))
    party = parties.respondent if role == "answer" else parties.questioner
    if party is None:
        return Turn(turn, role, None, None, Why("rule:turns.unnamed"))
    return Turn(turn, role, party.entity, party.named, Why(parties.rule))


def _name(label: Anchor, characters: str) -> Anchor:
    """The name in a label such as "KOSKI (Harbor Post):"; the label whole where it has another shape."""
    found = BARE.match(label.words(characters))
    return label if found is None else Anchor(label.start + found.start("name"), label.start + found.end("name"))


def _parties(inputs: Inputs, cast: Cast) -> Parties:
    """The lead's "X spoke with Y", else the one person that headline and lead name."""
    opening = _opening(inputs[SECTIONS])
    ids = {section.id for section in opening}
    headlines = {p.entity for s in opening if s.kind == "headline" for p in cast.people(s.anchor)}
    seen: Party | None = None
    best: Parties | None = None
    for sentence in inputs[SENTENCES]:
        if sentence.section in ids:
            found = Introduction(sentence, cast, headlines, seen).parties()
            if found is not None and found.questioner is not None:
                return found if best is None or _same(found.respondent, best.respondent) else best
            best = best or found
            seen = next(iter(cast.people(sentence.anchor)), seen)
    if best is not None:
        return best
    people = [party for part in opening for party in cast.people(part.anchor)]
    asking = next((party for party in people if cast.by(party)), None)
    speaks = _speaks_in_headline(opening, cast)
    if speaks is not None:
        return Parties(speaks, asking, "rule:turns.headline")
    others = [party for party in people if asking is None or party.entity != asking.entity]
    only = others[0] if len({party.entity for party in others}) == 1 else None
    return Parties(only, asking, "rule:turns.only-person")


def _same(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and one.entity == other.entity


def _opening(sections: Sequence[Section]) -> list[Section]:
    """The parts above the first turn that may introduce the interview."""
    start = min((s.anchor.start for s in sections if s.turn is not None), default=0)
    return [s for s in sections if s.kind in {"headline", "lead", "paragraph"} and s.anchor.start < start]


def _speaks_in_headline(opening: Sequence[Section], cast: Cast) -> Party | None:
    """ "Name: …" at the head of the page."""
    for section in opening:
        if section.kind == "headline":
            for party in cast.people(section.anchor):
                after = cast.characters[party.named.end : party.named.end + 1]
                if party.named.start == section.anchor.start and after == ":":
                    return party
    return None


@dataclass(frozen=True)
class Introduction:
    """A sentence above the interview that may say who talked with whom.

    `headlines` are the people of the headline; `seen` is the person named last before this sentence.
    """

    sentence: Sentence
    cast: Cast
    headlines: set[str]
    seen: Party | None

    def parties(self) -> Parties | None:
        """Who answers and who asks; None where the sentence does not introduce the interview."""
        found = self._by_noun() or self._by_verb()
        if found is None or found[0] is None:
            return None
        respondent, questioner = found
        return Parties(respondent, questioner, "rule:turns.introduced")

    def _by_noun(self) -> tuple[Party | None, Party | None] | None:
        """ "an interview with X", "in an interview with the Courier, X …"."""
        words = self.sentence.anchor.words(self.cast.characters)
        match = WITH.search(words)
        if match is None or match["how"].lower() == "of":
            return None
        end = self.sentence.anchor.start + match.end()
        after = [p for p in self._named() if p.named.start >= end]
        partner = next(iter(after), None)
        if partner is not None and not partner.person and partner.named.start - end <= 30:
            return next(iter(self._people_but(partner)), None) or self._seen(), partner
        respondent = next((p for p in self.cast.people(self.sentence.anchor) if p.named.start >= end), None)
        asking = next((p for p in after if BY.search(self._up_to(p)) and p != respondent), None)
        return (respondent, asking) if respondent is not None else None

    def _by_verb(self) -> tuple[Party | None, Party | None] | None:
        for verb in self.sentence.tokens:
            if verb.pos == "VERB" and (reads := self._reader(verb.lemma)):
                found = reads(self, verb)
                if found is not None and found[0] is not None:
                    return found
        return None

    @staticmethod
    def _reader(lemma: str) -> Reader | None:
        if lemma in MEETING:
            return Introduction._met
        if lemma in ASKING:
            return Introduction._asked
        return Introduction._answered if lemma in ANSWERING else None

    def _met(self, verb: Token) -> tuple[Party | None, Party | None] | None:
        """ "The Courier spoke with X": bodies ask; of two people the one in the headline answers."""
        joins = any(kid.lower in {"with", "to", "down"} for kid in self.sentence.children(verb))
        if not joins and verb.lemma != "meet":
            return None
        doer = self._doer(verb)
        after = self._after(verb, doer)
        first = next(iter(after), None)
        person = next((party for party in after if party.person), None)
        if self._subject(verb) in THEIRS and self._seen(first) is not None:
            return self._seen(first), first
        if doer is None or not doer.person:
            return person, doer
        named = doer.entity in self.headlines and (person is None or person.entity not in self.headlines)
        return (doer, first) if first is not None and (named or person is None) else (person, doer)

    def _asked(self, verb: Token) -> tuple[Party | None, Party | None] | None:
        """ "X asked him …", "Y was interviewed by X"."""
        doer = self._doer(verb)
        after = self._after(verb, doer)
        if self.sentence.child(verb, "nsubjpass") is not None:
            asking = next((p for p in after if BY.search(self._up_to(p))), None)
            return (doer if doer is not None and doer.person else self._seen()), asking
        whom = self.sentence.child(verb, "dobj", "dative")
        if whom is None or (doer is None and self._subject(verb) not in OURS):
            return None
        if whom.lower in THEIRS:
            return self._seen(doer), doer
        return next((p for p in after if p.person and p.named.overlaps(self.sentence.span(whom))), None), doer

    def _answered(self, verb: Token) -> tuple[Party | None, Party | None] | None:
        """ "X told the Courier in an interview", "X answered the questions of the Courier"."""
        if not GUEST.search(self.sentence.anchor.words(self.cast.characters)):
            return None
        doer = self._doer(verb) or (self._seen() if self._subject(verb) in THEIRS else None)
        if doer is None or not doer.person:
            return None
        return doer, next(iter(self._after(verb, doer)), None)

    def _named(self) -> list[Party]:
        return self.cast.within(self.sentence.anchor)

    def _people_but(self, other: Party) -> list[Party]:
        return [p for p in self.cast.people(self.sentence.anchor) if p.entity != other.entity]

    def _after(self, verb: Token, doer: Party | None) -> list[Party]:
        people = self.cast.people(self.sentence.anchor)
        later = [p for p in self._named() if p.named.start > verb.start and (not p.person or p in people)]
        return [p for p in later if doer is None or p.entity != doer.entity]

    def _doer(self, verb: Token) -> Party | None:
        subject = self.sentence.child(verb, *NOUN_SUBJECTS)
        if subject is None:
            return None
        return next((p for p in self._named() if p.named.overlaps(subject.anchor)), None)

    def _subject(self, verb: Token) -> str | None:
        subject = self.sentence.child(verb, *NOUN_SUBJECTS)
        return subject.lower if subject is not None else None

    def _seen(self, but: Party | None = None) -> Party | None:
        return self.seen if self.seen is None or but is None or self.seen.entity != but.entity else None

    def _up_to(self, party: Party) -> str:
        return self.cast.characters[self.sentence.anchor.start : party.named.start]


Reader = Callable[[Introduction, Token], tuple[Party | None, Party | None] | None]

STAGE = Stage(writes=TURNS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES), version=3, make=find)
