"""Alternatives that are counted up: "One theory is … Another is …", "On one view, A; on another, B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.document.anchor import Anchor
from sayso.document.syntax import VERBAL, Sentence
from sayso.stages.alternatives.enumerated import announces, ruling_out
from sayso.stages.alternatives.hedged import again, hedge
from sayso.stages.alternatives.lexicon import lexicon
from sayso.stages.alternatives.offered import Offer
from sayso.stages.alternatives.offers import offer
from sayso.stages.alternatives.pieces import Piece, Together, run

APART = 3
"""Sentences after a theory within which the next one must be named."""
FIRSTS = frozenset({"one", "first"})
NEXTS = frozenset({"another", "second", "third", "fourth", "other", "alternative", "last"})
GRADED = frozenset(
    {"possible", "plausible", "likely", "probable", "such", "simpler", "more", "less", "equally", "darker"}
)
PLAIN = frozenset(
    {"explanation", "theory", "version", "hypothesis", "possibility", "interpretation", "scenario", "reading"}
)
"""Nouns that name a theory without a number: "the official version is that …"."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a piece begins: its number word, whether a noun of the vocabulary follows, and where the rest begins."""

    mark: str
    named: bool
    prep: bool
    at: int


def theories(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """What is counted up from this sentence on, and the sentence after it."""
    before = sentences[number - 1] if number and together(number - 1, number) else None
    found: list[tuple[Piece, Anchor]] = []
    id_ = "theory"
    for piece in run(sentences, number, together):
        if not found:
            first = _first(piece, before)
            if first is None:
                return None, number
            id_ = "versions" if first.prep else id_
            found.append((piece, _option(piece, first)))
        elif piece.number - found[-1][0].number > APART:
            break
        elif (later := _next(piece)) is not None:
            found += [(piece, option) for option in _options(piece, later)]
    if len(found) < 2:
        return None, number
    signal = tuple(piece.tokens[0].anchor for piece, _ in found)
    exclusive = before is not None and announces(before) and ruling_out(before)
    return Offer(id_, tuple(option for _, option in found), signal, exclusive), found[-1][0].number + 1


def added(sentences: Sequence[Sentence], offer: Offer, after: int, together: Together) -> tuple[Offer, int]:
    """The offer with "a third possibility …" that stands after it, if one does."""
    for piece in run(sentences, after, together) if after < len(sentences) and together(after - 1, after) else ():
        opening = _opening(piece)
        if piece.number - after >= APART:
            break
        if opening is not None and opening.named and opening.mark in {"third", "another", "fourth"}:
            options = (*offer.options, _option(piece, opening))
            return replace(offer, options=options, signal=(*offer.signal, piece.tokens[0].anchor)), piece.number + 1
    return offer, after


def _opening(piece: Piece) -> Opening | None:
    words = piece.words
    at = 2 if words[:2] == ("according", "to") else int(words[0] in {"in", "on", "by", "under"})
    prep = at > 0
    if words[at : at + 1] and words[at] in {"the", "a", "an"}:
        at += 1
    if at >= len(words) or words[at] not in FIRSTS | NEXTS:
        return None
    mark, at = words[at], at + 1
    while at < len(words) and words[at] in GRADED:
        at += 1
    named = at < len(words) and piece.tokens[at].lemma.lower() in lexicon()["theory"].nouns
    return Opening(mark, named, prep, at + int(named))


def _first(piece: Piece, before: Sentence | None) -> Opening | None:
    """ "One theory …", "on the first" after an announcement, "the official version is that …"."""
    opening = _opening(piece)
    if opening is None:
        return _plain(piece)
    announced = before is not None and (announces(before) or _mentions(before))
    if opening.mark not in FIRSTS or not (opening.named or announced):
        return None
    return opening if _goes_on(piece, opening) else None


def _mentions(sentence: Sentence) -> bool:
    return any(t.lemma.lower() in lexicon()["theory"].nouns and t.tag == "NNS" for t in sentence.tokens)


def _next(piece: Piece) -> Opening | None:
    """ "Another (theory) …", "the second, …", "a less likely one is …", "it is also conceivable that …"."""
    opening = _opening(piece)
    if opening is not None:
        follows = _goes_on(piece, opening) or (opening.prep and any(t.pos in VERBAL for t in piece.tokens))
        return opening if opening.mark in NEXTS and follows else None
    graded = len(piece.words) > 3 and piece.words[0] in {"a", "the"} and "one" in piece.words[1:4]
    if graded and any(w in GRADED for w in piece.words[1:3]):
        return Opening("one", False, False, piece.words.index("one") + 1)
    if piece.tokens[0].index == 0 and hedge(piece.sentence) is not None and again(piece.sentence):
        return Opening("also", True, False, 0)
    return _plain(piece)


def _goes_on(piece: Piece, opening: Opening) -> bool:
    """A verb or a comma follows the opening, and the piece states something."""
    if opening.at >= len(piece.tokens) - 1 or piece.tokens[-1].text == "?":
        return False
    after = piece.tokens[opening.at]
    told = after.pos in VERBAL or after.text in {",", ":", "-", "–", "—"} or (opening.prep and opening.named)
    return told or after.lower == "that" or (opening.named and any(t.pos in VERBAL for t in piece.tokens))


def _plain(piece: Piece) -> Opening | None:
    """ "The official version is that …": a noun of the vocabulary is said to be something."""
    verb = next((t for t in piece.tokens if t.pos in VERBAL), None)
    if verb is None or verb.lemma != "be" or piece.tokens[-1].text == "?":
        return None
    subject = piece.sentence.child(verb, "nsubj")
    known = subject is not None and subject.lemma.lower() in PLAIN and subject.tag == "NN"
    stated = piece.sentence.child(verb, "ccomp") is not None
    if not known or not stated or piece.sentence.child(verb, "neg") is not None:
        return None
    return Opening("plain", True, False, verb.index - piece.tokens[0].index)


def _options(piece: Piece, opening: Opening) -> tuple[Anchor, ...]:
    """The options of a later piece, which may be several: "it is also conceivable that A, or that B"."""
    own = offer(piece.sentence) if opening.mark == "also" else None
    return own.options if own is not None else (_option(piece, opening),)


def _option(piece: Piece, opening: Opening) -> Anchor:
    """The piece; without its opening where that is a phrase of its own: "on one view, …"."""
    if not opening.prep:
        return piece.anchor
    comma = next((n for n, t in enumerate(piece.tokens[:8]) if t.text == "," and n >= opening.at - 1), None)
    return piece.cut(opening.at if comma is None else comma + 1)
