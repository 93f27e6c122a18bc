"""Alternatives that are announced and follow unmarked: "two readings are possible. A. B.", "(1) A. (2) B."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.syntax import VERBAL, Sentence
from sayso.stages.alternatives.enumerated import of_pieces, promised, ruling_out
from sayso.stages.alternatives.offered import Offer
from sayso.stages.alternatives.pieces import Piece, Together, pieces

Found = tuple[Offer | None, int]
LABEL = re.compile(r"\(?(?:[1-6a-f]|i{1,3}|iv|v)(?:\)|\.|\.\))", re.IGNORECASE)
BULLETS = frozenset({"-", "–", "—", "•", "*", "·"})
BACK = frozenset(
    {"both", "neither", "each", "all", "none", "that", "this", "these", "those", "such", "which", "but", "however"}
    | {"most", "whichever", "whatever", "we", "i", "it", "they"}
)
"""First words of a sentence that speaks of what was announced, or of something else, and is no option itself."""
CLOSING = BACK - {"but", "it", "they"}
"""First words of a sentence that looks back on the options."""


def announced(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """What follows the sentence that announces it, unmarked or under numbers."""
    many = promised(sentences[number])
    inside = any(t.text == ":" for t in sentences[number].tokens[:-1])
    if many is None or inside or sentences[number].tokens[-1].text == "?":
        return None, number
    found, after = _labelled(sentences, number, together)
    if found is None:
        found, after = _plain(sentences, number, together, many)
    if found is not None and ruling_out(sentences[number]):
        found = replace(found, exclusive=True)
    return found, after


def _labelled(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """ "(1) A. (2) B.", and the items of a list; a parser may part a number from its sentence."""
    options: list[Anchor] = []
    signal: list[Anchor] = []
    after = number
    waiting: Anchor | None = None
    for later in range(number + 1, min(len(sentences), number + 14)):
        if not together(later - 1, later) and sentences[later].tokens[0].text not in BULLETS:
            break
        start, label = _label(sentences[later])
        if label is not None and start is None:
            waiting = label
            continue
        label = label or waiting
        if label is None and not options:
            break
        if label is not None:
            options.append(Anchor(sentences[later].tokens[start or 0].start, sentences[later].anchor.end))
            signal.append(label)
            after = later + 1
        waiting = None
    return (Offer("enumerated", tuple(options), tuple(signal), False), after) if len(options) > 1 else (None, number)


def _label(sentence: Sentence) -> tuple[int | None, Anchor | None]:
    """Where the words after the label begin, None where none follow, and the label; no label: 0 and None."""
    tokens = sentence.tokens
    if tokens[0].text in BULLETS and len(tokens) > 2:
        return 1, tokens[0].anchor
    for end in (3, 2, 1):
        if len(tokens) >= end and LABEL.fullmatch("".join(t.text for t in tokens[:end])):
            label = Anchor(tokens[0].start, tokens[end - 1].end)
            return (end if len(tokens) > end else None), label
    return 0, None


def _plain(sentences: Sequence[Sentence], number: int, together: Together, many: int) -> Found:
    """As many statements as were announced, up to the end of the paragraph or to words that look back on them."""
    found: list[Piece] = []
    later = number + 1
    while later < len(sentences) and len(found) < many and _beside(sentences, number, later, together):
        found += pieces(sentences[later], later)
        later += 1
    nouns = {t.lemma for t in sentences[number].tokens if t.tag == "NNS"}
    if found and found[0].words[:1] in {("in",), ("on",), ("under",)} and "first" in found[0].words[:4]:
        return None, number  # "in the first, …", told by itself
    if len(found) != many or any(not _states(piece) or _names(piece, nouns) for piece in found):
        return None, number
    ends = later >= len(sentences) or sentences[later].section != sentences[later - 1].section
    looks_back = not ends and sentences[later].tokens[0].lower in CLOSING
    joined = found[-1].tokens[0].lower in {"or", "alternatively"} or found[0].number == found[-1].number
    if not (ends or looks_back or joined):
        return None, number
    return of_pieces("enumerated", found)


def _names(piece: Piece, nouns: set[str]) -> bool:
    """It speaks of one of the things that were counted, and is none of them."""
    return any(t.lemma in nouns for t in piece.tokens)


def _beside(sentences: Sequence[Sentence], number: int, later: int, together: Together) -> bool:
    return sentences[later].section == sentences[number].section and together(number, later)


def _states(piece: Piece) -> bool:
    """A statement that does not speak of the announcement itself."""
    stated = any(t.pos in VERBAL for t in piece.tokens) and piece.tokens[-1].text != "?"
    return stated and piece.tokens[0].lower not in BACK
