"""Entities: which mentions are one person, group, state or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.labels import labels
from sayso.document.layer import ENTITIES, MENTIONS, SECTIONS, SENTENCES
from sayso.document.records import Entity, EntityKind, Why
from sayso.stages.entities import names, references, roles
from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.roles import Roles
from sayso.stages.entities.seen import Seen, see
from sayso.stages.stage import Inputs, Stage

_NO_ACTORS = frozenset({"place", "country", "facility"})


def find(inputs: Inputs) -> Iterator[Entity]:
    """Entities in the order of their first mention. Pronouns and places nothing resolves belong to none."""
    characters = inputs.document.characters
    before = [sentence for _, sentence in labels(inputs[SECTIONS], characters)]
    seen = see(inputs[MENTIONS], inputs[SENTENCES], before, characters)
    clusters = Clusters(len(seen))
    names.merge(seen, clusters)
    found = roles.merge(seen, clusters)
    turns = {section.id: section.turn for section in inputs[SECTIONS] if section.turn is not None}
    references.merge(seen, clusters, found, turns, characters)
    for members in clusters.sets():
        mentions = [seen[m] for m in members]
        if _stands_for_somebody(mentions):
            yield _entity(inputs, mentions, found, clusters.rule(members[0]))


def _stands_for_somebody(mentions: Sequence[Seen]) -> bool:
    """Something is named, or somebody who can act is described."""
    return any(
        s.mention.form in ("name", "metonym") or (s.mention.form == "nominal" and s.mention.kind not in _NO_ACTORS)
        for s in mentions
    )


def _entity(inputs: Inputs, mentions: Sequence[Seen], found: Roles, rule: str | None) -> Entity:
    best = _best(mentions)
    ids = tuple(s.mention.id for s in mentions)
    own = [role for s in mentions for role in found.get(s.order, ())]
    why = Why(f"rule:entities.{rule or 'single'}")
    return Entity(
        inputs.id("e", best.mention.anchor, ids[0]),
        _kind(mentions, best),
        best.mention.anchor,
        ids,
        why,
        role=_role(own),
        country=_country(mentions),
    )


def _best(mentions: Sequence[Seen]) -> Seen:
    """The fullest name: a country's, a name before a metonym before a description; most words, most used, first."""
    forms = {"name": 3, "metonym": 2, "nominal": 1, "pronoun": 0}
    used = Counter(s.words for s in mentions)

    def rank(s: Seen) -> tuple[bool, int, bool, int, int, int]:
        country = s.actor is not None and s.actor.kind == "country"
        may_shout = len(s.words) > 1 or s.mention.kind == "person"
        shouted = may_shout and all(w.isupper() for w in s.words)
        return country, forms[s.mention.form], not shouted, len(s.words), used[s.words], -s.order

    return max(mentions, key=rank)


def _kind(mentions: Sequence[Seen], best: Seen) -> EntityKind:
    """A state named as such is a country; known by its capital or seat alone it is a government."""
    if any(s.actor is not None and s.actor.kind == "country" for s in mentions):
        return "country"
    return best.mention.kind or "other"


def _country(mentions: Sequence[Seen]) -> str | None:
    """From the vocabulary of names alone."""
    for s in mentions:
        if s.actor is not None and s.actor.country is not None:
            return s.actor.country
    for s in mentions:
        code = names.acting_state(s) or names.forces_of(s)
        if code is not None:
            return code
    return None


def _role(own: Sequence[Anchor]) -> Anchor | None:
    """The fullest of the roles given; the first among equals."""
    return max(own, key=len, default=None)


STAGE = Stage(writes=ENTITIES, reads=(SECTIONS, SENTENCES, MENTIONS), version=4, make=find)
