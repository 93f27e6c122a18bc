"""Mentions: names, descriptions and pronouns that stand for people, groups, states and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.document.anchor import Anchor
from sayso.document.layer import MENTIONS, SENTENCES
from sayso.document.records import EntityKind, Mention, Why
from sayso.document.syntax import Sentence
from sayso.stages.mentions import attested, descriptions, kinds, metonyms, names, nations
from sayso.stages.mentions.names import Name
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Mention]:
    """All mentions in the order of the text; an outer one before the one nested in it."""
    characters = inputs.document.characters
    sentences = inputs[SENTENCES]
    found = [names.find(sentence, characters) for sentence in sentences]
    decided = kinds.decide([name for one in found for name in one])
    found = attested.complete(sentences, found, decided, characters)
    decided = kinds.decide([name for one in found for name in one])
    often = Counter(kinds.key(name) for one in found for name in one)
    decided = {key: kind for key, kind in decided.items() if kind != "other" or often[key] > 1 or " " in key}
    mentions = [m for s, n in zip(sentences, found, strict=True) for m in _of_sentence(inputs, s, n, decided)]
    yield from sorted(mentions, key=lambda m: (m.anchor.start, -m.anchor.end))


def _of_sentence(
    inputs: Inputs, sentence: Sentence, found: list[Name], decided: Mapping[str, EntityKind]
) -> Iterator[Mention]:
    taken: set[Anchor] = set()
    for name in found:
        mention = _name(inputs, name, decided)
        if mention is not None:
            taken.add(mention.anchor)
            yield mention
    named = frozenset(index for name in found for index in range(name.first, name.last))
    for description in descriptions.describe(sentence, named):
        if description.anchor not in taken:
            anchor, role = description.anchor, description.role
            why = Why(role.by)
            yield Mention(inputs.id("m", anchor), anchor, description.head.anchor, "nominal", role.kind, why)
    for token in descriptions.pronouns(sentence):
        kind = descriptions.PRONOUNS[token.lower]
        yield Mention(
            inputs.id("m", token.anchor), token.anchor, token.anchor, "pronoun", kind, Why("rule:mentions.pronoun")
        )


def _name(inputs: Inputs, name: Name, decided: Mapping[str, EntityKind]) -> Mention | None:
    kind = decided.get(kinds.key(name))
    if kind is None:
        return None
    head = name.head
    if kind == "people" and head.dep in ("amod", "compound", "nmod"):
        return None
    words = inputs.document.words(name.anchor)
    governs = kind == "country" or words in nations.capitals()
    if governs and metonyms.acts(name.sentence, head):
        why = Why("rule:mentions.metonym")
        return Mention(inputs.id("m", name.anchor), name.anchor, head.anchor, "metonym", "government", why)
    by = name.actor.by if name.actor else "rule:mentions.name"
    return Mention(inputs.id("m", name.anchor), name.anchor, head.anchor, "name", kind, Why(by))


STAGE = Stage(writes=MENTIONS, reads=(SENTENCES,), version=1, make=find)
