"""Alternatives over neighbouring sentences: "Perhaps A. Perhaps B.", "One theory … Another …", "Some … Others …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.syntax import VERBAL, Sentence, Token
from sayso.stages.alternatives.announced import announced
from sayso.stages.alternatives.enumerated import enumerated, of_sentences
from sayso.stages.alternatives.hedged import possible
from sayso.stages.alternatives.offered import POSSIBLE, Offer
from sayso.stages.alternatives.offers import offer
from sayso.stages.alternatives.openings import asked_in_a_row, or_after
from sayso.stages.alternatives.pieces import Together
from sayso.stages.alternatives.rivals import rivals
from sayso.stages.alternatives.theories import added, theories
from sayso.stages.alternatives.voices import another, crowds, disputed


def offers(sentences: Sequence[Sentence], together: Together) -> Iterator[tuple[int, Offer]]:
    """The alternatives of a text with the number of the sentence in which each begins."""
    number = 0
    while number < len(sentences):
        found, after = _at(sentences, number, together)
        if found is not None:
            found, after = added(sentences, found, after, together)
            yield number, found
        number = max(after, number + 1)


def _at(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """What is offered from this sentence on, and the sentence after it."""
    found, after = crowds(sentences, number, together)
    if found is not None:
        return found, after
    own = offer(sentences[number])
    run, after = possible(sentences, number + 1 if own is not None else number)
    if own is not None and run:
        return _merged(own, run), after
    if own is not None:
        return own, number + 1
    if len(run) > 1:
        return _merged(None, run), after
    for find in FINDERS:
        found, after = find(sentences, number, together)
        if found is not None:
            return found, after
    return None, number


def _or_then(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """ "It could be that A. Or it may be that B.", "Either A. Or B."."""
    first = sentences[number]
    either = first.tokens[0].lower == "either"
    if not (either or any(t.lower in POSSIBLE for t in first.tokens)) or first.tokens[-1].text == "?":
        return None, number
    found = [(number, first.tokens[0])]
    for later in range(number + 1, len(sentences)):
        sentence = sentences[later]
        hedged = either or any(t.lower in POSSIBLE for t in sentence.tokens)
        if sentence.tokens[0].lower != "or" or not hedged or not together(number, later):
            break
        if sentence.tokens[-1].text == "?" or not any(t.pos in VERBAL for t in sentence.tokens):
            break
        found.append((later, sentence.tokens[0]))
    return of_sentences("either" if either else "or-then", sentences, found)


def _hands(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """ "On the one hand A may be. On the other hand B may be."."""
    found = []
    for at, word in ((number, "one"), (number + 1, "other")):
        if at < len(sentences) and together(number, at) and _hand(sentences[at], word):
            found.append((at, sentences[at].tokens[0]))
    return of_sentences("hands", sentences, found) if len(found) == 2 else (None, number)


def _hand(sentence: Sentence, word: str) -> bool:
    opening = [t.lower for t in sentence.tokens[:3]]
    return opening == ["on", "the", word] and any(t.lower in POSSIBLE for t in sentence.tokens)


def _merged(own: Offer | None, run: Sequence[tuple[Sentence, Token]]) -> Offer:
    """One set of all; exclusive where a part of it is."""
    options = (*(own.options if own else ()), *(_whole(sentence) for sentence, _ in run))
    signal = (*(own.signal if own else ()), *(hedge.anchor for _, hedge in run))
    return Offer("perhaps", options, signal, own is not None and own.exclusive, own.rest if own else ())


def _whole(sentence: Sentence) -> Anchor:
    """The sentence up to a further statement that is joined on with a subject of its own."""
    for kid in sentence.children(sentence.root):
        joint = sentence.child(sentence.root, "cc")
        own = kid.dep == "conj" and sentence.child(kid, "nsubj", "nsubjpass", "expl") is not None
        if own and joint is not None and sentence.tokens[joint.index - 1].text == ",":
            return Anchor(sentence.anchor.start, sentence.tokens[joint.index - 2].end)
    return sentence.anchor


FINDERS = (announced, theories, enumerated, _or_then, or_after, asked_in_a_row, _hands, rivals, disputed, another)
"""In the order in which they are asked."""
