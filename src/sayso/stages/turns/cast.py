"""Cast: who could speak in a text, by name, by label and by role."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.layer import ENTITIES, MENTIONS
from sayso.document.spans import Spans
from sayso.stages.stage import Inputs
from sayso.vocabulary import naming

CONDUCTED = re.compile(r"\b(?:conducted|interview(?:ed)?|asked|transcribed|recorded)[\w ]{0,20} by\s+$", re.IGNORECASE)
NOT_ABOUT = re.compile(
    r"\b(?:named (?:after|for|in honou?r of)|name of)\s+(?:\w+\s+){0,2}$"
    r"|(?i:\b(?:image|photo(?:graph)?|picture|illustration|credit)s?(?: by| courtesy of)?:\s*$)"
    r"|(?i:\b(?:image|photo(?:graph)?|picture|illustration)s? (?:taken )?(?:by|courtesy of)\s+$)"
)
LABEL = "rule:mentions.label"
TIME = r"\s+\d{1,2}:\d\d(?::\d\d)?"
AROUND = re.compile(
    TIME + r"|\s*[(\[][^()\[\]]*[)\]]\s*(?=:|\*|$)|,\s[A-Z][A-Z0-9 ,.&'’/-]+(?=:|\s*$)|[*_:\[\]]|\s[-–—]\s*$"
)
BRACKETED = re.compile(r"(?:\[|\(\()([^()\[\]]+)(?:\]|\)\))")
"""A label that is a name in brackets: "[Peres]", "((Peres))"."""
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
        self._roles = [
            (e.id, e.role.words(self.characters).lower()) for e in inputs[ENTITIES] if e.kind == "person" and e.role
        ]
        self._parties = Spans((party.named, party) for party in parties)
        self._names = Spans(
            (mentions[id].anchor, Party(entity.id, mentions[id].anchor, entity.kind == "person"))
            for entity in inputs[ENTITIES]
            for id in entity.mentions
            if mentions[id].why.by == LABEL
        )
        self._whole: dict[tuple[str, ...], set[str]] = {}
        self._surnames: dict[str, set[str]] = {}
        self._alone: dict[str, set[str]] = {}
        self._initials: dict[str, set[str]] = {}
        self._letters: dict[str, set[str]] = {}
        for party in parties:
            self._name(party)

    def _name(self, party: Party) -> None:
        """Make somebody findable by the whole name, and a person by the surname and by a name of one word."""
        words = party.named.words(self.characters).lower().split()
        for word in words if party.person else words[:1]:
            self._letters.setdefault(word[0].upper(), set()).add(party.entity)
        self._whole.setdefault(tuple(words), set()).add(party.entity)
        if party.person:
            self._surnames.setdefault(words[-1], set()).add(party.entity)
            if len(words) == 1:
                self._alone.setdefault(words[0], set()).add(party.entity)
            else:
                self._initials.setdefault("".join(word[0] for word in words), set()).add(party.entity)

    def in_label(self, label: Anchor) -> Party | None:
        """The mention of somebody in a label."""
        return next(self._names.within(label), None)

    def by_label(self, label: str, known: Collection[str]) -> str | None:
        """Who has the label for full name, surname, initials or office; None where nobody or several fit.

        `known` are those whom the text names above its turns: an office alone or one letter can only be theirs.
        """
        bare = (inside[1] if (inside := BRACKETED.match(label)) else AROUND.sub("", label)).strip(" .")
        wanted = TITLE.sub("", bare.lower()).split()
        if not wanted:
            found = self._holding(bare.lower()) & set(known)
            return next(iter(found)) if len(found) == 1 else None
        by_surname = self._surnames if len(wanted) == 1 else self._alone
        found = self._whole.get(tuple(wanted), set()) | by_surname.get(wanted[-1], set())
        found = found or self._ending(wanted) or (self._initials.get(wanted[0], set()) if bare.isupper() else set())
        found = found or (self._holding(" ".join(wanted)) | self._letters.get(bare, set())) & set(known)
        return next(iter(found)) if len(found) == 1 else None

    def _holding(self, label: str) -> set[str]:
        """The people whose role is the office: "president" of "US President" and "President of Ruritania"."""
        words = label.removeprefix("the ").split()
        office = " ".join(words)
        if naming.title(words) < len(words) or not words:
            return set()
        return {entity for entity, role in self._roles if _office(role) == office}

    def _ending(self, wanted: Sequence[str]) -> set[str]:
        """Whose full name the label ends with: "Foreign Minister Vera Holt"."""
        tails = (tuple(wanted[start:]) for start in range(1, len(wanted) - 1))
        return next((self._whole[tail] for tail in tails if tail in self._whole), set())

    def within(self, part: Anchor) -> list[Party]:
        """The people and organisations named in a part of the text, in the order of their words."""
        return list(self._parties.within(part))

    def people(self, part: Anchor) -> list[Party]:
        """The people named in a part of the text, but those whom something is named after, or who took a picture."""
        return [p for p in self.within(part) if p.person and not NOT_ABOUT.search(self.before(p))]

    def office(self, words: str) -> set[str]:
        """The people whose role the words are, whole or without where it is held: "mayor" of "mayor of Port Ella"."""
        return {
            entity for entity, role in self._roles if role == words or role.startswith((words + " of ", words + ","))
        }

    def owns(self, party: Party) -> bool:
        """The name only says whose something is: "Vera Holt's brother"."""
        return self.characters[party.named.end :][:2] in {"'s", "’s"}

    def is_whole(self, party: Party) -> bool:
        """The text has a name of more than one word for somebody, so that "I am Charlie" is no name by itself."""
        return any(party.entity in found for words, found in self._whole.items() if len(words) > 1)

    def words(self, part: Anchor) -> str:
        """The words of a part of the text."""
        return part.words(self.characters)

    def by(self, party: Party) -> bool:
        """The party is named as who did the interview: "conducted by Jane Roe"."""
        return CONDUCTED.search(self.before(party)) is not None

    def before(self, party: Party) -> str:
        """The words right before the name."""
        return self.characters[max(0, party.named.start - 60) : party.named.start]


def _office(role: str) -> str:
    """The longest title before "of" or the end: "vice president" of "former Vice President of Ruritania"."""
    words = role.split(" of ")[0].split(",")[0].split()
    return next((" ".join(words[at:]) for at in range(len(words)) if naming.title(words[at:]) == len(words) - at), "")
