"""Spans: the anchors of some words of a sentence, without the punctuation around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token

LOOSE = frozenset({",", ";", ":", "-", "–", "—", "."})
"""Marks that are no part of a statement where they stand at its end."""


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
    while tokens and tokens[-1].text in LOOSE:
        tokens = tokens[:-1]
    while tokens and (tokens[0].text in LOOSE or (tokens[0].dep == "cc" and len(tokens) > 1)):
        tokens = tokens[1:]
    if any(t.pos not in {"PUNCT", "SPACE"} for t in tokens):
        yield Anchor(tokens[0].start, tokens[-1].end)
