"""Spans: the anchors of some words of a sentence, without the punctuation around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token

LOOSE = frozenset({",", ";", ":", "-", "–", "—", ".", "|"})
"""Marks that are no part of a statement where they stand at its end."""
QUOTES = frozenset({"“", "”", '"', "''", "``", "«", "»", "„"})


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Without punctuation at the ends."""
    kept = list(tokens)
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    while kept and kept[0].pos == "PUNCT":
        kept.pop(0)
    return kept


def run(tokens: Iterable[Token], around: Token) -> list[Token]:
    """The unbroken run of tokens that holds one of them."""
    indices = {t.index: t for t in tokens}
    kept = [around]
    for step in (-1, 1):
        at = around.index + step
        while at in indices:
            kept.append(indices[at])
            at += step
    return trimmed(sorted(kept, key=lambda t: t.index))


def pieces(tokens: Iterable[Token], sentence: Sentence) -> Iterator[Anchor]:
    """The unbroken runs of some tokens; runs that only punctuation parts are one, without commas at their ends."""
    found = sorted(set(tokens), key=lambda t: t.index)
    together: list[Token] = []
    for token in found:
        if together and any(t.pos != "PUNCT" for t in sentence.tokens[together[-1].index + 1 : token.index]):
            yield from _anchor(together)
            together = []
        together.append(token)
    yield from _anchor(together)


def _anchor(tokens: list[Token]) -> Iterator[Anchor]:
    """Without loose marks and joints at the ends, and without a quote mark whose partner is not among the words."""
    while tokens and _is_loose(tokens[-1], tokens):
        tokens = tokens[:-1]
    while tokens and _is_loose(tokens[0], tokens):
        tokens = tokens[1:]
    if any(t.pos not in {"PUNCT", "SPACE"} for t in tokens):
        yield Anchor(tokens[0].start, tokens[-1].end)


def _is_loose(token: Token, tokens: list[Token]) -> bool:
    if token.text in LOOSE:
        return True
    if token.dep == "cc":
        return len(tokens) > 1 and token.lower in {"and", "or", "but"}
    return token.text in QUOTES and sum(t.text in QUOTES for t in tokens) % 2 == 1
