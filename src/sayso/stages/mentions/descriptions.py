"""Descriptions and pronouns: "a spokesman for the ministry", "the militants", "they"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.records import EntityKind
from sayso.document.syntax import Sentence, Token
from sayso.stages.mentions import lexicon
from sayso.stages.mentions.lexicon import Role

_PERSONAL = ("he", "she", "him", "her", "his", "himself", "herself", "hers", "i", "me", "my")
_OPEN = ("they", "we", "them", "us", "their", "our", "its", "it", "themselves", "itself", "theirs", "ours", "ourselves")
PRONOUNS: dict[str, EntityKind | None] = {**dict.fromkeys(_PERSONAL, "person"), **dict.fromkeys(_OPEN, None)}
"""The kind that a pronoun tells, None where it may stand for several."""
_BEFORE = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod"})
_DEFINITE_ONLY = frozenset({"place", "country", "facility"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun group that stands for somebody; `anchor` runs from its first modifier to its last complement."""

    sentence: Sentence
    head: Token
    anchor: Anchor
    role: Role


def describe(sentence: Sentence, named: frozenset[int]) -> Iterator[Description]:
    """The descriptions of a sentence. `named` holds the indices of tokens inside names, which describe nobody."""
    roles = lexicon.roles()
    for token in sentence.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.index in named:
            continue
        role = roles.get(token.lower) or roles.get(token.lemma.lower())
        if role is not None and _stands_for_somebody(sentence, token, role, named):
            yield Description(sentence, token, _extent(sentence, token), role)


def _stands_for_somebody(sentence: Sentence, token: Token, role: Role, named: frozenset[int]) -> bool:
    if token.dep in ("compound", "amod", "nmod"):
        return False
    if role.kind in _DEFINITE_ONLY:
        determiner = sentence.child(token, "det")
        return determiner is not None and determiner.lower in _DEFINITE
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    return not (following is not None and following.index in named and token.dep in ("nmod", "compound"))


def _extent(sentence: Sentence, token: Token) -> Anchor:
    first = last = token
    for kid in sentence.children(token):
        if kid.index < token.index and kid.dep in _BEFORE:
            first = min(first, sentence.subtree(kid)[0], key=lambda t: t.index)
        elif kid.dep == "prep" and kid.lower in ("of", "for") and kid.index == last.index + 1:
            last = _complement(sentence, kid)
    return Anchor(first.start, last.end)


def _complement(sentence: Sentence, preposition: Token) -> Token:
    """The last token of a plain complement: a noun with what stands before it."""
    noun = sentence.child(preposition, "pobj")
    return noun if noun is not None else sentence.tokens[preposition.index - 1]


def pronouns(sentence: Sentence) -> Iterator[Token]:
    """Pronouns that may stand for somebody, without those that stand for nothing."""
    for token in sentence.tokens:
        if token.lower in PRONOUNS and token.tag in ("PRP", "PRP$") and not _expletive(sentence, token):
            yield token


def _expletive(sentence: Sentence, token: Token) -> bool:
    """ "It is clear that …", "it rains", "it seems …"."""
    if token.lower != "it":
        return False
    verb = sentence.head(token)
    if token.dep == "expl":
        return True
    kids = sentence.children(verb)
    clause = any(kid.dep in ("ccomp", "xcomp", "advcl", "csubj") for kid in kids)
    attribute = any(kid.dep in ("acomp", "attr", "oprd") for kid in kids)
    return clause and (attribute or verb.lemma in ("seem", "appear", "happen", "turn", "take"))
