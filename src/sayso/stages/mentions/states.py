"""A state's forces and government named by nationality: "the Syrian army", "U.S. troops", "the Iranian government"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.records import EntityKind, MentionForm
from sayso.document.syntax import Sentence, Token
from sayso.vocabulary import nations
from sayso.vocabulary.naming import service, word_class

_PLAIN = frozenset({"the", "its", "their", "'s"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state; `anchor` covers the nationality and the noun."""

    anchor: Anchor
    form: MentionForm
    kind: EntityKind
    by: str


def body(sentence: Sentence, noun: Token) -> Body | None:
    """The state's body that a noun and the nationality right before it name; None where anything is added to it.

    "Two Syrian soldiers" and "more American troops" are some of them, so they stay descriptions.
    """
    air = noun.lower == "force" and noun.index > 0 and sentence.tokens[noun.index - 1].lower == "air"
    forces = air or service(noun.lower) is not None
    if noun.dep in ("compound", "amod", "nmod") or (not forces and noun.lower not in word_class("governments")):
        return None
    first = noun.index - 1
    if first >= 0 and (air or (sentence.tokens[first].lower == "armed" and forces)):
        first -= 1
    if first < 0 or not _nationality(sentence.tokens[first]):
        return None
    before = sentence.tokens[first - 1] if first > 0 else None
    if before is not None and (_adds(before, noun) or before.lower in word_class("compass")):
        return None
    anchor = Anchor(sentence.tokens[first].start, noun.end)
    if forces:
        return Body(anchor, "name", "armed-group", "rule:mentions.state-forces")
    return Body(anchor, "metonym", "government", "rule:mentions.state-government")


def _adds(before: Token, noun: Token) -> bool:
    return before.head == noun.index and before.lower not in _PLAIN


def _nationality(token: Token) -> bool:
    return nations.nationality(token.text) is not None


def acts_for(sentence: Sentence, adjective: Token) -> bool:
    """The state itself acts or holds: "Russian air strikes", "the Iranian role"; not "the Syrian war"."""
    noun = sentence.head(adjective)
    if body(sentence, noun) is not None:
        return False
    return noun.lemma in word_class("policy") or noun.lemma in word_class("state-acts")
