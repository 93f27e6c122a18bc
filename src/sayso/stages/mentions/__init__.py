"""Mentions: names, descriptions and pronouns that stand for people, groups, states and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.document.anchor import Anchor
from sayso.document.layer import MENTIONS, SECTIONS, SENTENCES
from sayso.document.records import EntityKind, Mention, MentionForm, Why
from sayso.document.syntax import Sentence, Token
from sayso.stages.mentions import attested, descriptions, kinds, labels, metonyms, names, states
from sayso.stages.mentions.descriptions import Description
from sayso.stages.mentions.names import Name
from sayso.stages.stage import Inputs, Stage
from sayso.vocabulary import nations


def find(inputs: Inputs) -> Iterator[Mention]:
    """All mentions in the order of the text; an outer one before the one nested in it."""
    characters = inputs.document.characters
    sentences = inputs[SENTENCES]
    found = [names.find(sentence, characters) for sentence in sentences]
    decided = kinds.decide([name for one in found for name in one])
    found = attested.complete(sentences, found, decided, characters)
    named = [name for one in found for name in one]
    speakers = labels.find(inputs[SECTIONS], characters, named, inputs.document.outlet)
    decided = kinds.decide([*named, *speakers])
    often = Counter(map(kinds.key, [*named, *speakers]))
    decided = {key: kind for key, kind in decided.items() if kind != "other" or often[key] > 1 or " " in key}
    mentions = [m for s, n in zip(sentences, found, strict=True) for m in _of_sentence(inputs, s, n, decided)]
    mentions += [_label(inputs, name, labels.kind(name, decided.get(kinds.key(name)))) for name in speakers]
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
        mention = _description(inputs, description)
        if mention.anchor not in taken:
            yield mention
    for token in descriptions.pronouns(sentence):
        kind = descriptions.PRONOUNS[token.lower]
        yield _mention(inputs, token.anchor, token, "pronoun", kind, "rule:mentions.pronoun")


def _description(inputs: Inputs, description: Description) -> Mention:
    """A body of a state counts as named; everybody else is described."""
    body = states.body(description.sentence, description.head)
    if body is not None:
        return _mention(inputs, body.anchor, description.head, body.form, body.kind, body.by)
    role = description.role
    return _mention(inputs, description.anchor, description.head, "nominal", role.kind, role.by)


def _mention(
    inputs: Inputs, anchor: Anchor, head: Token, form: MentionForm, kind: EntityKind | None, by: str
) -> Mention:
    return Mention(inputs.id("m", anchor), anchor, head.anchor, form, kind, Why(by))


def _name(inputs: Inputs, name: Name, decided: Mapping[str, EntityKind]) -> Mention | None:
    kind = decided.get(kinds.key(name))
    if kind is None:
        return None
    head = name.head
    if kind == "people" and head.dep in ("amod", "compound", "nmod"):
        return _adjective(inputs, name)
    if kind == "people" and not names.means_people(name):
        return None
    words = inputs.document.words(name.anchor)
    governs = kind == "country" or words in nations.capitals()
    if governs and metonyms.acts(name.sentence, head):
        return _mention(inputs, name.anchor, head, "metonym", "government", "rule:mentions.metonym")
    by = name.actor.by if name.actor else "rule:mentions.name"
    return _mention(inputs, name.anchor, head, "name", kind, by)


def _label(inputs: Inputs, name: Name, kind: EntityKind) -> Mention:
    """The label of a turn is the name of whose turn it is."""
    return _mention(inputs, name.anchor, name.head, "name", kind, "rule:mentions.label")


def _adjective(inputs: Inputs, name: Name) -> Mention | None:
    """A nationality before a noun is the state where the noun tells that the state acts."""
    nation = nations.nationality(inputs.document.words(name.anchor))
    if nation is None or not states.acts_for(name.sentence, name.head):
        return None
    return _mention(inputs, name.anchor, name.head, "metonym", "government", "rule:mentions.nationality")


STAGE = Stage(writes=MENTIONS, reads=(SECTIONS, SENTENCES), version=5, make=find)
