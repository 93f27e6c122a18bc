"""What a text tells of a source besides its name: the type of an unnamed voice, and the body a voice speaks for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.layer import SENTENCES
from sayso.document.records import Entity, Mention, Source
from sayso.document.syntax import Sentence, Token
from sayso.stages.claims.spoken_for import SpokenFor, offices
from sayso.stages.claims.voice_types import voice_type, voice_types
from sayso.stages.stage import Inputs
from sayso.vocabulary.naming import known, word_class

NAMELESS = frozenset({"unnamed", "collective"})
NO_PERSONS = frozenset({"organisation", "other"})
"""Kinds of entities that a newspaper or a report can be taken for."""
MOST = 8
"""Mentions of one entity that are looked at; what somebody is, a text tells early."""

Place = tuple[Sentence, Token]
"""A word in its sentence."""


class Described:
    """Adds type and organisation to sources. `mention` gives the mention that holds a word, `owner` its entity."""

    def __init__(
        self,
        inputs: Inputs,
        mentions: Sequence[Mention],
        mention: Callable[[Anchor], Mention | None],
        owner: Mapping[str, Entity],
    ) -> None:
        self._characters = inputs.document.characters
        self._sentences = inputs[SENTENCES]
        self._starts = [sentence.anchor.start for sentence in self._sentences]
        self._mentions = {m.id: m for m in mentions}
        self._entities = {entity.id: entity for entity in owner.values()}
        self._spoken_for = SpokenFor(self._characters, mention, owner)
        self._bodies: dict[str, Entity | None] = {}

    def of(self, sentence: Sentence, word: Token, source: Source) -> Source:
        """The source that this word heads, with all that is told of it there and where else its entity stands."""
        entity = self._entities.get(source.entity or "")
        body = self._spoken_for.body(sentence, word, entity) or self._body(entity)
        if source.kind in NAMELESS:
            type_ = self._type((sentence, word), entity, body)
        else:
            type_ = self._type_of_named((sentence, word), entity)
        return replace(source, type=type_, organisation=body.id if body is not None else None)

    def of_words(self, source: Source) -> Source:
        """The source that its span alone gives, as a headline does: what its last word heads."""
        if source.span is None:
            return source
        place = self._place(Anchor(source.span.end - 1, source.span.end))
        return self.of(*place, source) if place is not None else source

    def of_speaker(self, source: Source) -> Source:
        """A source known by its entity alone: somebody whose turn it is."""
        body = self._body(self._entities.get(source.entity or ""))
        return replace(source, organisation=body.id if body is not None else None)

    def _type(self, place: Place, entity: Entity | None, body: Entity | None) -> str | None:
        """By the words for it here, by other words for its entity, by what it speaks for; last by its office alone."""
        others = (voice_type(*place) for place in self._places(entity, "nominal")) if entity is not None else ()
        found = [voice_type(*place), *others]
        serving = self._serving(body)
        told = next((one.type for one in found if one.told), None)
        if told is not None:
            return serving if (told, serving) == ("military", "armed-group") else told
        return serving or next((one.type for one in found if one.type is not None), None)

    def _serving(self, body: Entity | None) -> str | None:
        """The type of somebody who speaks for the body."""
        if body is None:
            return None
        words = body.name.words(self._characters).lower().split()
        if body.kind not in {"armed-group", "organisation"}:
            return "official"
        match = known().match(self._characters, body.name.start) if body.kind == "armed-group" else None
        if match is not None:
            return "armed-group" if match[1].irregular else "military"
        serving = voice_types().nouns_before
        return next((serving[word] for word in reversed(words) if word in serving), None)

    def _type_of_named(self, place: Place, entity: Entity | None) -> str | None:
        """A person who is named needs no type; a paper or a report that is named is still no person."""
        if self._is_medium(entity):
            return "media"
        if entity is not None and entity.kind not in NO_PERSONS:
            return None
        places = (place, *(self._places(entity, "nominal") if entity is not None else ()))
        found = (voice_type(sentence, noun).type for sentence, word in places for noun, _ in offices(sentence, word))
        return next((type_ for type_ in found if type_ in {"media", "document"}), None)

    def _is_medium(self, entity: Entity | None) -> bool:
        """A newspaper, an agency or a broadcaster, by the list of names or by the name's words."""
        if entity is None or entity.kind not in NO_PERSONS:
            return False
        match = known().match(self._characters, entity.name.start)
        if match is not None and match[0] >= entity.name.end:
            return match[1].medium
        words = entity.name.words(self._characters).lower().split()
        return words[-1] in word_class("outlets") or not word_class("media").isdisjoint(words)

    def _body(self, entity: Entity | None) -> Entity | None:
        """The body that other words for the entity tie it to."""
        if entity is None:
            return None
        if entity.id not in self._bodies:
            places = self._places(entity, "nominal", "name")
            found = (self._spoken_for.body(*place, entity) for place in places)
            self._bodies[entity.id] = next((body for body in found if body is not None), None)
        return self._bodies[entity.id]

    def _places(self, entity: Entity, *forms: str) -> Iterator[Place]:
        """Where the entity's mentions of these forms stand."""
        own = [m for m in map(self._mentions.__getitem__, entity.mentions) if m.form in forms]
        for mention in own[:MOST]:
            place = self._place(mention.head)
            if place is not None:
                yield place

    def _place(self, anchor: Anchor) -> Place | None:
        """The word that holds the anchor's first character."""
        at = bisect_right(self._starts, anchor.start) - 1
        sentence = self._sentences[at] if at >= 0 else None
        tokens = sentence.tokens_in(Anchor(anchor.start, anchor.start + 1)) if sentence is not None else ()
        return (sentence, tokens[0]) if sentence is not None and tokens else None
