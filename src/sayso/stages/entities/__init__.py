"""Entities: which mentions are one person, group, state or place."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import ENTITIES, MENTIONS, SENTENCES
from sayso.document.records import Entity, Mention, Why
from sayso.stages.mentions import nations
from sayso.stages.mentions.names import known
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Entity]:
    """Entities in the order of their first mention."""
    characters = inputs.document.characters
    clusters: dict[tuple[str, str], list[Mention]] = {}
    people: dict[str, tuple[str, str]] = {}
    for mention in inputs[MENTIONS]:
        words = characters[mention.anchor.start : mention.anchor.end]
        if mention.form == "pronoun":
            continue
        if mention.form == "nominal":
            clusters[("nominal", mention.id)] = [mention]
            continue
        key = _key(mention, words, characters)
        if mention.kind == "person":
            key = people.setdefault(words.split()[-1], key)
        clusters.setdefault(key, []).append(mention)
    for members in clusters.values():
        yield _entity(inputs, members)


def _key(mention: Mention, words: str, characters: str) -> tuple[str, str]:
    match = known().match(characters, mention.anchor.start)
    if match is not None and match[0] >= mention.anchor.end - 1:
        return ("known", match[1].id)
    if mention.form == "metonym":
        return ("known", f"country-{nations.capitals().get(words)}")
    return (mention.kind or "", words.casefold())


def _entity(inputs: Inputs, members: list[Mention]) -> Entity:
    named = [m for m in members if m.form == "name"] or members
    name = max(named, key=lambda m: len(m.anchor))
    country = any(m.form == "metonym" for m in members) and any(m.kind == "country" for m in members)
    kind = "country" if country else name.kind or "other"
    match = known().match(inputs.document.characters, name.anchor.start)
    code = match[1].country if match and match[0] >= name.anchor.end - 1 else None
    ids = tuple(m.id for m in members)
    return Entity(inputs.id("e", *ids), kind, name.anchor, ids, Why("rule:entities.same-name"), country=code)


STAGE = Stage(writes=ENTITIES, reads=(SENTENCES, MENTIONS), version=1, make=find)
