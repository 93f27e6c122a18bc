"""Alternatives whose sentences begin with "or", and questions that are asked in a row."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.document.syntax import VERBAL, Sentence
from sayso.stages.alternatives.enumerated import announces, of_sentences
from sayso.stages.alternatives.offered import POSSIBLE, Offer
from sayso.stages.alternatives.pieces import Together

NOT_OFFERED = frozenset({"so", "rather", "at", "not", "is", "was", "did", "does", "do"})
"""Words after "or" at the start of a statement that offers nothing new."""
AUXILIARY = frozenset(
    {"was", "were", "is", "are", "did", "does", "do", "had", "has", "have", "could", "might", "will", "would", "can"}
)
ASKS_WHY = frozenset({"why", "what", "who", "how", "which"})


def or_after(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """ "Why …? A. Or B.", "There are several readings. A. Or B.", "It may be that A. Alternatively, B."."""
    first = sentences[number]
    if _asks(first) or _opens(first) or not _open_before(sentences, number, together):
        return None, number
    found = [(number, first.tokens[0])]
    for later in range(number + 1, len(sentences)):
        if not _opens(sentences[later]) or not together(number, later):
            break
        found.append((later, sentences[later].tokens[0]))
    return of_sentences("or-then", sentences, found)


def _opens(sentence: Sentence) -> bool:
    """The statement begins with "or", "or else" or "alternatively"."""
    words = [t.lower for t in sentence.tokens[:2]]
    begins = words[0] == "alternatively" or (words[0] == "or" and words[-1] not in NOT_OFFERED)
    return begins and not _asks(sentence)


def _open_before(sentences: Sequence[Sentence], number: int, together: Together) -> bool:
    """What comes next is left open: it says what may be, or a question or an announcement stands just before."""
    if any(t.lower in POSSIBLE for t in sentences[number].tokens):
        return True
    if number == 0:
        return False
    before = sentences[number - 1]
    if announces(before):
        return together(number - 1, number)
    return _asks(before) and any(t.lower in ASKS_WHY for t in before.tokens[:4])


def _asks(sentence: Sentence) -> bool:
    return sentence.tokens[-1].text == "?"


def asked_in_a_row(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """ "Was it A? Was it B? Or C?": yes-or-no questions about one subject, one of them with "or"."""
    opening = [t.lower for t in sentences[number].tokens[:2]]
    if not _asks(sentences[number]) or opening[0] not in AUXILIARY:
        return None, number
    found = [(number, sentences[number].tokens[0])]
    for later in range(number + 1, len(sentences)):
        words = [t.lower for t in sentences[later].tokens[:2]]
        if not _asks(sentences[later]) or not together(number, later) or words[0] not in {"or", opening[0]}:
            break
        found.append((later, sentences[later].tokens[0]))
    joined = any(token.lower == "or" for _, token in found) and found[-1][1].lower == "or"
    alike = (
        opening[0] in {"was", "were", "is", "are"}
        and opening[1] in {"it", "this", "that", "he", "she", "they"}
        and len(found) > 1
    )
    stated = any(t.pos in VERBAL for t in sentences[number].tokens)
    return of_sentences("asked", sentences, found) if stated and (joined or alike) else (None, number)
