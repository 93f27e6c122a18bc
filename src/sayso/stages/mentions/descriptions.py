"""Descriptions and pronouns: "a spokesman for the ministry", "the militants", "they"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.records import EntityKind
from sayso.document.syntax import Sentence, Token
from sayso.stages.mentions import states
from sayso.vocabulary import naming
from sayso.vocabulary.naming import Role

_PERSONAL = ("he", "she", "him", "her", "his", "himself", "herself", "hers", "i", "me", "my")
_OPEN = ("they", "we", "them", "us", "their", "our", "its", "it", "themselves", "itself", "theirs", "ours", "ourselves")
PRONOUNS: dict[str, EntityKind | None] = {**dict.fromkeys(_PERSONAL, "person"), **dict.fromkeys(_OPEN, None)}
"""The kind that a pronoun tells, None where it may stand for several."""
_BEFORE = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod"})
_FLYING = naming.word_class("air-forces") | {"force"}
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
    roles = naming.roles()
    for token in sentence.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.index in named:
            continue
        role = roles.get(token.lower) or roles.get(token.lemma.lower())
        if role is None and token.lower in _FLYING and states.body(sentence, token) is not None:
            role = roles["forces"]  # a force is nobody, nor are jets; a state's air force is
        if role is None:
            continue
        if states.body(sentence, token) is not None or _stands_for_somebody(sentence, token, role, named):
            yield Description(sentence, token, _extent(sentence, token, named), role)


def _stands_for_somebody(sentence: Sentence, token: Token, role: Role, named: frozenset[int]) -> bool:
    if token.dep in ("compound", "amod", "nmod") or (token.tag == "NNPS" and token.index > 0):
        return False
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if following is not None and following.pos == "NOUN" and token.tag == "NN":
        return False  # "the hospital steward", whatever the parser makes of it
    determiner = sentence.child(token, "det")
    if determiner is not None and determiner.lower == "no":
        return False
    if role.kind in _DEFINITE_ONLY:
        return determiner is not None and determiner.lower in _DEFINITE
    return not _predicates(sentence, token, determiner, named)


def _predicates(sentence: Sentence, token: Token, determiner: Token | None, named: frozenset[int]) -> bool:
    """The noun says what somebody is instead of naming somebody: "was a doctor", "as president", "ran for mayor"."""
    indefinite = determiner is None or determiner.lower in ("a", "an")
    singular = token.tag in ("NN", "NNP")
    above = sentence.head(token)
    there = token.dep == "attr" and sentence.child(above, "expl") is not None
    if indefinite and not there and (token.dep in ("attr", "oprd") or above.lower == "as"):
        return True
    bare = determiner is None and sentence.child(token, "poss", "nummod") is None
    return singular and bare and not _apposed(sentence, token, named)


def _apposed(sentence: Sentence, token: Token, named: frozenset[int]) -> bool:
    """A bare noun beside a name, or with a name before it: "Roe, chairman of", "Navy officials"."""
    first = _first(sentence, token)
    comma = sentence.tokens[first.index - 1] if first.index > 0 else None
    if comma is not None and comma.text == "," and comma.index - 1 in named:
        return True
    return any(kid.index in named for kid in sentence.children(token)) or token.index == 0 or first.index == 0


def _first(sentence: Sentence, token: Token) -> Token:
    """The first of the words before the noun that belong to it, without clauses the parser hung there."""
    first = token
    for kid in reversed(sentence.children(token)):
        if (
            kid.index < token.index
            and kid.dep in _BEFORE
            and kid.lower not in ("either", "neither", "not", "only", "even")
        ):
            below = sentence.subtree(kid)
            if below[-1].index >= first.index or kid.tag in ("WRB", "TO", "IN") or any(_foreign(t) for t in below):
                break
            first = below[0]
    return first


def _foreign(token: Token) -> bool:
    """A sign that the parser hung a clause or a list before the noun."""
    return token.dep in ("nsubj", "dobj") or (token.dep == "punct" and token.text not in ("-", "–", "‐"))


def _extent(sentence: Sentence, token: Token, named: frozenset[int]) -> Anchor:
    return Anchor(_first(sentence, token).start, _last(sentence, token, named).end)


def _last(sentence: Sentence, token: Token, named: frozenset[int]) -> Token:
    """The end of the complements that follow at once: "professor of law at the Naval Academy"."""
    last = token
    while last.index + 1 < len(sentence.tokens):
        after = sentence.tokens[last.index + 1]
        noun = sentence.child(after, "pobj") if after.dep == "prep" else None
        if noun is None or not token.index <= after.head <= last.index:
            break
        if not (after.lower in ("of", "for") or (after.lower in ("at", "to", "in") and noun.index in named)):
            break
        bracket = next((t for t in sentence.tokens[after.index : noun.index] if t.text == "("), None)
        if bracket is not None:
            return sentence.tokens[bracket.index - 1]
        last = noun
    return last


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
