"""Words that are joined to each other, and the options that they part."""

from __future__ import annotations

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token

LOOSE = frozenset({"or", "either", "else", "and", "whether", "that", ","})


def top_of(sentence: Sentence, member: Token) -> Token:
    """The word on which all that is joined hangs."""
    while member.dep == "conj":
        member = sentence.head(member)
    return member


def chain_of(sentence: Sentence, top: Token) -> list[Token]:
    """The word and all that is joined to it, in the order of the text."""
    found = [top]
    for kid in sentence.children(top):
        if kid.dep == "conj" or (kid.dep == "appos" and sentence.child(kid, "cc") is not None):
            found += chain_of(sentence, kid)
    return sorted(found, key=lambda t: t.index)


def joined(sentence: Sentence, chain: list[Token], joint: Token) -> bool:
    """The joint stands between the words of the chain and hangs on one of them."""
    return len(chain) > 1 and chain[0].index < joint.index < chain[-1].index and sentence.head(joint) in chain


def option_of(sentence: Sentence, low: int, high: int) -> Anchor | None:
    """The words between the bounds, without joints and marks at their ends."""
    tokens = list(sentence.tokens[low:high])
    while tokens and (tokens[0].lower in LOOSE or tokens[0].pos == "PUNCT"):
        tokens.pop(0)
    while tokens and (tokens[-1].lower in LOOSE | {"while", "whereas", "but"} or tokens[-1].pos == "PUNCT"):
        tokens.pop()
    return Anchor(tokens[0].start, tokens[-1].end) if tokens else None
