"""What stances stand on: who is meant by a word, who speaks there, and what is said to have happened."""

from __future__ import annotations

import re

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, ENTITIES, EVENTS, LINKS, MENTIONS
from sayso.document.records import Claim, Entity, Event, Mention
from sayso.document.spans import Spans
from sayso.document.syntax import Token
from sayso.stages.stage import Inputs

HALF = re.compile(r"(?:pro|anti)[-‑]", re.IGNORECASE)
"""What a name that is only half of a compound begins with: "Pro-Beijing"."""
FIRST_PERSONS = frozenset({"i", "we", "me", "us", "my", "our"})
ACTING = frozenset({"person", "organisation", "armed-group", "government", "country", "people"})
"""Kinds of entities that can stand for or against something."""
STANDING = ACTING | {"place"}
"""The same with places, which stand for their governments and people where they support or are supported."""


class Ground:
    """Look-ups over the earlier layers of one text; nothing here is changed."""

    def __init__(self, inputs: Inputs) -> None:
        self.characters = inputs.document.characters
        self._entities: dict[str, Entity] = {e.id: e for e in inputs[ENTITIES]}
        self._owner = {mention: e.id for e in inputs[ENTITIES] for mention in e.mentions}
        self._mentions = {m.head.start: m for m in sorted(inputs[MENTIONS], key=lambda m: -len(m.anchor))}
        self._named = self._names(inputs[MENTIONS])
        self._claims: dict[str, Claim] = {c.id: c for c in inputs[CLAIMS]}
        by_length = sorted(inputs[CLAIMS], key=lambda c: sum(map(len, c.content)))
        self._contents = Spans((part, (rank, c)) for rank, c in enumerate(by_length) for part in c.content)
        self._cues = Spans((part, c) for c in inputs[CLAIMS] for part in c.cue)
        self._events = {anchor.start: e for e in reversed(inputs[EVENTS]) for anchor in e.trigger}
        causes = (link for link in inputs[LINKS] if link.kind == "cause")
        self._causes = Spans((part, link.id) for link in causes for part in link.from_)

    def _names(self, mentions: tuple[Mention, ...]) -> dict[str, str]:
        """Entities by the words and the last word of their names."""
        found: dict[str, str] = {}
        for mention in mentions:
            if mention.form in {"name", "metonym"} and mention.id in self._owner:
                words = mention.anchor.words(self.characters)
                for name in () if HALF.match(words) else (words, words.split()[-1]):
                    found.setdefault(name.lower(), self._owner[mention.id])
        return found

    def entity(self, token: Token, places: bool = True) -> str | None:
        """The entity that this word heads a mention of, where it is one that can take part."""
        mention = self._mentions.get(token.start)
        found = self._owner.get(mention.id) if mention else None
        if found is None or mention is None:
            return None
        if mention.form == "metonym" or self._entities[found].kind in (STANDING if places else ACTING):
            return found
        return None

    def named(self, token: Token) -> str | None:
        """The entity whose name this word is, where the word is part of a compound."""
        found = self._named.get(token.lower) or self.entity(token)
        return found if found is not None and self._entities[found].kind in STANDING else None

    def is_name(self, token: Token) -> bool:
        """A name begins with this word, or is this word."""
        mention = self._mentions.get(token.start)
        return mention is not None and mention.form in {"name", "metonym"} and mention.anchor.start == token.start

    def kind(self, token: Token) -> str | None:
        """The kind of the entity that this word stands for."""
        mention = self._mentions.get(token.start)
        owner = self._owner.get(mention.id) if mention else None
        return self._entities[owner].kind if owner else None

    def event(self, token: Token) -> Event | None:
        """The event that this word tells."""
        return self._events.get(token.start)

    def is_cause(self, token: Token) -> bool:
        """The word stands in what is named as a cause."""
        return next(self._causes.covering(token.anchor), None) is not None

    def own_claim(self, basis: Token) -> Claim | None:
        """The claim whose cue this word is part of."""
        return next(self._cues.overlapping(basis.anchor), None)

    def telling(self, anchor: Anchor) -> tuple[Claim, ...]:
        """The claims whose content holds the anchor, the shortest first."""
        return tuple(claim for _, claim in sorted(self._contents.covering(anchor), key=lambda item: item[0]))

    def can_stand(self, entity: str) -> bool:
        """The entity is of a kind that can stand for or against something, if it is said to."""
        return self._entities[entity].kind != "facility"

    def name(self, entity: str) -> Anchor:
        """Where its name stands."""
        return self._entities[entity].name

    def words(self, token: Token) -> Anchor:
        """The mention that this word heads, else the word."""
        mention = self._mentions.get(token.start)
        return mention.anchor if mention else token.anchor

    def is_first_person(self, claim: Claim) -> bool:
        """Its source is an "I" or "we"."""
        span = claim.source.span
        return span is not None and span.words(self.characters).lower() in FIRST_PERSONS


def source(claim: Claim) -> str | None:
    """The entity behind a claim, else the body it is made for."""
    return claim.source.entity or claim.source.organisation
