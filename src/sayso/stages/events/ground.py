"""What events stand on: the entities, times, numbers and claims of the text, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from sayso.document.anchor import Anchor
from sayso.document.layer import CERTAINTIES, CLAIMS, ENTITIES, MENTIONS, NUMBERS, PLACES, TIMES
from sayso.document.records import Certainty, Entity, Location, Mention, Quantity, Time
from sayso.document.spans import Spans
from sayso.document.syntax import Token
from sayso.stages.events.lexicon import lexicon
from sayso.stages.stage import Inputs

PLACE_KINDS = frozenset({"place", "country", "facility"})


class Ground:
    """Look-ups over the earlier layers of one text; nothing here is changed."""

    def __init__(self, inputs: Inputs) -> None:
        self._entities: dict[str, Entity] = {e.id: e for e in inputs[ENTITIES]}
        self._owner = {mention: e.id for e in inputs[ENTITIES] for mention in e.mentions}
        self._called = _called(inputs)
        self._voices = [c.source.span for c in inputs[CLAIMS] if c.source.span and c.why.by == "rule:claims.headline"]
        self._mentions = {m.head.start: m for m in sorted(inputs[MENTIONS], key=lambda m: -len(m.anchor))}
        self._times = inputs[TIMES]
        self._numbers = inputs[NUMBERS]
        self._locations: dict[str, Location] = {p.entity: p for p in inputs[PLACES]}
        self._claims = sorted(inputs[CLAIMS], key=lambda c: sum(map(len, c.content)))
        self._contents = Spans((part, rank) for rank, c in enumerate(self._claims) for part in c.content)
        self._certainties: dict[str, Certainty] = {c.claim: c for c in inputs[CERTAINTIES]}

    def mention(self, token: Token) -> Mention | None:
        """The mention whose head is this token."""
        return self._mentions.get(token.start)

    def entity(self, token: Token) -> str | None:
        """The entity that the mention headed by this token belongs to."""
        mention = self.mention(token)
        return self._owner.get(mention.id) if mention else None

    def kind(self, entity: str) -> str:
        """The entity's kind."""
        return self._entities[entity].kind

    def is_place(self, entity: str) -> bool:
        """The entity is somewhere one can be; a ship is lost as a thing, wherever it lay."""
        return self.kind(entity) in PLACE_KINDS and not self.is_called(entity, lexicon().vessels)

    def is_called(self, entity: str, nouns: frozenset[str]) -> bool:
        """The text describes the entity with one of these nouns anywhere: "the gunboat" for "Nashville"."""
        return not nouns.isdisjoint(self._called.get(entity, ()))

    def introduces(self, token: Token) -> bool:
        """The word names the voice before a headline's colon ("Navy court: a mine …"), so it takes part in nothing."""
        return any(voice.covers(token.anchor) for voice in self._voices)

    def is_metonym(self, token: Token) -> bool:
        """The word names a place but stands for its government."""
        mention = self.mention(token)
        return mention is not None and mention.form == "metonym"

    def precision(self, entity: str) -> float:
        """Precision of the entity's coordinates in km; infinite where it has none."""
        location = self._locations.get(entity)
        return location.precision_km if location and location.precision_km is not None else float("inf")

    @cached_property
    def _time_starts(self) -> list[int]:
        return [t.anchor.start for t in self._times]

    @cached_property
    def _number_starts(self) -> list[int]:
        return [n.anchor.start for n in self._numbers]

    def times(self, within: Anchor) -> tuple[Time, ...]:
        """Time expressions that begin inside the anchor."""
        low, high = (bisect_left(self._time_starts, at) for at in (within.start, within.end))
        return self._times[low:high]

    def numbers(self, within: Anchor) -> tuple[Quantity, ...]:
        """Numbers that begin inside the anchor."""
        low, high = (bisect_left(self._number_starts, at) for at in (within.start, within.end))
        return self._numbers[low:high]

    def innermost_claim(self, anchor: Anchor) -> str | None:
        """The claim with the shortest content that holds the anchor."""
        best = min(self._contents.covering(anchor), default=None)
        return None if best is None else self._claims[best].id

    def certainty(self, claim: str | None) -> Certainty | None:
        """How sure the claim's source is; None where no claim or no certainty was found."""
        return self._certainties.get(claim) if claim else None


def _called(inputs: Inputs) -> dict[str, set[str]]:
    """Head nouns of the descriptions of each entity, in lower case."""
    heads = {m.id: inputs.document.words(m.head).lower() for m in inputs[MENTIONS] if m.form == "nominal"}
    return {e.id: {heads[m] for m in e.mentions if m in heads} for e in inputs[ENTITIES]}
