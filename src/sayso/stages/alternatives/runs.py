"""Alternatives over neighbouring sentences: "Perhaps A. Perhaps B.", "One theory … Another …", "Some … Others …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.syntax import VERBAL, Sentence, Token
from sayso.stages.alternatives.enumerated import Together, enumerated, of_sentences
from sayso.stages.alternatives.lexicon import lexicon
from sayso.stages.alternatives.offers import POSSIBLE, Offer, offer
from sayso.stages.alternatives.openings import asked_in_a_row, or_after
from sayso.stages.alternatives.rivals import rivals

FARTHEST = 3
"""Sentences after a theory within which the next one must be named."""


def offers(sentences: Sequence[Sentence], together: Together) -> Iterator[tuple[int, Offer]]:
    """The alternatives of a text with the number of the sentence in which each begins."""
    number = 0
    while number < len(sentences):
        found, after = _at(sentences, number, together)
        if found is not None:
            yield number, found
        number = max(after, number + 1)


def _at(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """What is offered from this sentence on, and the sentence after it."""
    own = offer(sentences[number])
    run, after = _possible(sentences, number + 1 if own is not None else number)
    if own is not None and run:
        return _merged(own, run), after
    if own is not None:
        return own, number + 1
    if len(run) > 1:
        return _merged(None, run), after
    for find in (enumerated, _or_then, or_after, asked_in_a_row, _hands, _counted, rivals):
        found, after = find(sentences, number, together)
        if found is not None:
            return found, after
    return _voices(sentences, number)


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


def _possible(sentences: Sequence[Sentence], number: int) -> tuple[list[tuple[Sentence, Token]], int]:
    """The sentences from here on that each begin with "perhaps" and state something."""
    run: list[tuple[Sentence, Token]] = []
    while number < len(sentences) and (not run or sentences[number].section == run[0][0].section):
        hedge = _hedge(sentences[number])
        if hedge is None:
            break
        run.append((sentences[number], hedge))
        number += 1
    return run, number


def _hedge(sentence: Sentence) -> Token | None:
    for token in sentence.tokens[:2]:
        if token.lower in lexicon()["perhaps"].signals and sentence.tokens[-1].text != "?":
            return token if any(t.pos in VERBAL for t in sentence.tokens) else None
    return None


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


def _counted(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """ "One theory is … Another is …"."""
    entry = lexicon()["theory"]
    first = sentences[number]
    opening = first.tokens[0]
    subject = first.child(first.root, "nsubj")
    if opening.lower not in {"one", "the", "a"} or subject is None or subject.lemma.lower() not in entry.nouns:
        return None, number
    if opening.lower != "one" and not any(t.lower in {"first", "possible"} for t in first.tokens[:3]):
        return None, number
    found = [(number, opening)]
    for later in range(number + 1, min(len(sentences), number + 1 + FARTHEST * 2)):
        sentence = sentences[later]
        if not together(number, later) or later - found[-1][0] > FARTHEST:
            break
        if _next(sentence, entry.nouns):
            found.append((later, sentence.tokens[0]))
    return of_sentences("theory", sentences, found)


def _next(sentence: Sentence, nouns: frozenset[str]) -> bool:
    """ "Another (theory) is …", "A second …", "The other …"."""
    if sentence.tokens[0].lower == "another" or [t.lower for t in sentence.tokens[:2]] in (
        ["a", "second"],
        ["a", "third"],
        ["the", "other"],
        ["the", "second"],
        ["the", "third"],
    ):
        subject = sentence.child(sentence.root, "nsubj")
        bare = subject is not None and subject.lower in {"another", "second", "third", "other"}
        if subject is None and sentence.tokens[min(2, len(sentence.tokens) - 1)].text == ",":
            return any(t.pos in VERBAL for t in sentence.tokens)  # "A third, popular among sailors, is that …"
        return subject is not None and (bare or subject.lemma.lower() in nouns)
    return False


def _voices(sentences: Sequence[Sentence], number: int) -> tuple[Offer | None, int]:
    """ "Some say … Others believe …"."""
    first = sentences[number]
    if not _says(first, {"some", "many", "several"}) or number + 1 >= len(sentences):
        return None, number
    found = [(number, first.tokens[0])]
    for later in range(number + 1, min(len(sentences), number + 1 + FARTHEST)):
        sentence = sentences[later]
        if sentence.section != first.section or not _says(sentence, {"others", "other", "some"}):
            break
        found.append((later, sentence.tokens[0]))
    return of_sentences("voices", sentences, found)


def _says(sentence: Sentence, openings: set[str]) -> bool:
    """The sentence begins with one of these words, which is or belongs to the subject of a verb of saying."""
    subject = sentence.child(sentence.root, "nsubj")
    if subject is None or sentence.tokens[0].lower not in openings or sentence.root.lemma not in _saying():
        return False
    return subject.index == 0 or sentence.head(sentence.tokens[0]).index == subject.index


def _saying() -> frozenset[str]:
    return lexicon()["voices"].verbs
