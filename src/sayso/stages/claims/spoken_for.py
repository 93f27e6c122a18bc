"""Whom a voice speaks for: "a spokesman for the ministry", "the group's head", "Navy spokesman Jan Prys"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sayso.document.anchor import Anchor
from sayso.document.records import Entity, Mention
from sayso.document.syntax import NOUNS, Sentence, Token
from sayso.stages.claims.voice_types import Word, bears_office, serves, voice_type, words_before

BODIES = frozenset({"organisation", "armed-group", "government"})
"""Kinds of entities that somebody can speak for."""
STATE_TYPES = frozenset({"official", "military", "police", "diplomat"})
"""Types of voices that can speak for a country."""
ALONE = frozenset({"resident", "relative", "victim", "suspect", "people"})
"""Types of voices that speak for themselves: a victim of the army is not its voice."""
FORMER = frozenset({"former", "ex", "retired", "late", "erstwhile", "ousted", "exiled"})
MAKERS = frozenset({"by", "of", "from", "for"})
"""Prepositions after which stands whose report or statement it is."""
DEPTH = 2
"""How far "a member of the leadership of the party" is followed."""


class SpokenFor:
    """Finds the body in the words around a noun. `mention` gives the mention that holds a word."""

    def __init__(
        self, characters: str, mention: Callable[[Anchor], Mention | None], owner: Mapping[str, Entity]
    ) -> None:
        self._mention = mention
        self._owner = owner
        self._by_noun: dict[str, list[Entity | None]] = {}
        """Bodies by the last word of their names; None for one that is only described ("the police")."""
        for entity in dict.fromkeys(owner.values()):
            last = entity.name.words(characters).split()[-1]
            if entity.kind in BODIES:
                self._by_noun.setdefault(last.lower(), []).append(entity if last[0].isupper() else None)

    def body(self, sentence: Sentence, noun: Token, own: Entity | None) -> Entity | None:
        """The body that the words around the noun tie a source to; None where it is one itself, or was with it once."""
        if own is not None and (own.kind in BODIES or own.kind == "country"):
            return None
        for office, before in offices(sentence, noun):
            type_ = voice_type(sentence, office).type
            if type_ in ALONE or any(word[0].lower in FORMER for word in before):
                continue
            state = type_ in STATE_TYPES or office.lower.startswith("spokes")
            found = self._before(before, own, state) or self._after(sentence, office, own, type_, DEPTH)
            if found is not None:
                return found
        return None

    def _before(self, words: list[Word], own: Entity | None, state: bool) -> Entity | None:
        """ "the ministry's spokesman", "an Interior Ministry official", "US officials"; the nearest."""
        for word in reversed(words):
            found = self._fitting(word[-1], own, state)
            if found is not None:
                return found
        return self._called(words)

    def _called(self, words: list[Word]) -> Entity | None:
        """The only body of the text whose name ends in the noun: "a ministry spokesman" where one ministry is named.

        None where a name or a nationality stands before it, which may be another's: "a Turkish government official".
        """
        if not words or any(t.pos == "PROPN" or t.entity is not None for word in words for t in word):
            return None
        *_, (noun, *joined) = words
        alike = self._by_noun.get(noun.lower, ()) if not joined and noun.dep == "compound" else ()
        return alike[0] if len(alike) == 1 else None

    def _after(
        self, sentence: Sentence, office: Token, own: Entity | None, type_: str | None, depth: int
    ) -> Entity | None:
        """ "a spokesman for the ministry", "an official at the embassy", "a report by the observatory"."""
        for kid in sentence.children(office):
            makes = type_ == "document" and kid.dep in {"prep", "agent"} and kid.lower in MAKERS
            if not (makes or (type_ != "document" and serves(office, kid))):
                continue
            body = sentence.child(kid, "pobj")
            if body is None or sentence.child(body, "conj") is not None:
                continue
            state = type_ in STATE_TYPES and kid.lower in {"of", "for"}
            found = self._fitting(body, own, state)
            if found is None and depth and self._mention(body.anchor) is None:
                found = self._after(sentence, body, own, type_, depth - 1)
            if found is not None:
                return found
        return None

    def _fitting(self, word: Token, own: Entity | None, state: bool) -> Entity | None:
        """The entity of the word where it is a body, or a country that somebody of the state speaks for."""
        mention = self._mention(word.anchor)
        entity = self._owner.get(mention.id) if mention is not None else None
        if entity is None or (own is not None and entity.id == own.id):
            return None
        return entity if entity.kind in BODIES or (state and entity.kind == "country") else None


def offices(sentence: Sentence, noun: Token) -> Iterator[tuple[Token, list[Word]]]:
    """The nouns for what a source is (itself, a title before it, a description after it) with the words before each."""
    before = words_before(sentence, noun)[:-1]
    if noun.pos in NOUNS and bears_office(noun):
        yield noun, before
    else:
        at = max((i for i, word in enumerate(before) if bears_office(word[-1])), default=None)
        if at is not None:
            yield before[at][-1], before[:at]
    for kid in sentence.children(noun):
        if kid.dep == "appos" and kid.pos in NOUNS:
            yield kid, words_before(sentence, kid)[:-1]
