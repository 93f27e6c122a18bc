"""Alternatives that are announced and then counted up: "There are two scenarios. First, …. Second, …."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.document.syntax import VERBAL, Sentence, Token
from sayso.stages.alternatives.lexicon import lexicon
from sayso.stages.alternatives.offered import Offer
from sayso.stages.alternatives.pieces import Piece, Together

APART = 3
"""Sentences that may lie between one item and the next."""
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
NUMBERS = frozenset({*COUNTS, "several", "possible", "plausible", "various", "different", "competing", "rival"})
ROADS = frozenset({"path", "road", "way", "course", "thing", "risk", "danger"})
"""Nouns that announce alternatives where they are counted, and open before somebody or yet to come about."""
OUTCOMES = frozenset({"scenario", "path", "road", "way", "course", "outcome"})
AHEAD = frozenset(
    {
        "ahead",
        "open",
        "possible",
        "could",
        "can",
        "might",
        "may",
        "will",
        "one",
        "before",
        "read",
        "explain",
        "interpret",
        "understand",
        "remain",
    }
)
BEFORE_ORDINALS = frozenset({"the", "a"})


def enumerated(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[Offer | None, int]:
    """What is counted up after the sentence that announces it, and the sentence after it."""
    if not announces(sentences[number]):
        return None, number
    found: list[tuple[int, Token]] = []
    last = number
    for later in range(number + 1, len(sentences)):
        if later - last > APART or not together(last, later):
            break
        item = _item(sentences[later], len(found))
        if item is not None:
            found.append((later, item))
            last = later
    offered, after = of_sentences("enumerated", sentences, found) if len(found) > 1 else (None, number)
    if offered is not None and ruling_out(sentences[number]):
        offered = replace(offered, exclusive=True)
    return offered, after


def of_sentences(
    id_: str, sentences: Sequence[Sentence], found: Sequence[tuple[int, Token]]
) -> tuple[Offer | None, int]:
    """Whole sentences as options, with the word that marks each; None where there are fewer than two."""
    if len(found) < 2:
        return None, found[0][0]
    options = tuple(sentences[number].anchor for number, _ in found)
    signal = tuple(token.anchor for _, token in found)
    return Offer(id_, options, signal, lexicon()[id_].exclusive), found[-1][0] + 1


def of_pieces(id_: str, found: Sequence[Piece]) -> tuple[Offer | None, int]:
    """Whole pieces as options, with the first word of each as its mark."""
    signal = tuple(piece.tokens[0].anchor for piece in found)
    return Offer(id_, tuple(p.anchor for p in found), signal, lexicon()[id_].exclusive), found[-1].number + 1


def promised(sentence: Sentence) -> int | None:
    """How many explanations or outcomes the sentence announces: "two readings are possible", "one of two things"."""
    nouns = lexicon()["enumerated"].nouns
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.tag == "NNS" and (lemma in nouns or (lemma in ROADS and _ahead(sentence, token))):
            for kid in sentence.children(token):
                if kid.lower in COUNTS:
                    return COUNTS[kid.lower]
    return None


def _ahead(sentence: Sentence, noun: Token) -> bool:
    risks = noun.lemma in {"risk", "danger"} and sentence.tokens[0].lower == "there"
    return risks or any(t.lower in AHEAD or t.lemma == "lie" for t in sentence.tokens)


def ruling_out(sentence: Sentence) -> bool:
    """What it announces are outcomes, of which only one can come about."""
    one_of = [t.lower for t in sentence.tokens[:2]] == ["one", "of"]
    return one_of or any(t.tag == "NNS" and t.lemma.lower() in OUTCOMES for t in sentence.tokens)


def announces(sentence: Sentence) -> bool:
    """ "There are three possible explanations": a noun of the entry in the plural, counted."""
    nouns = lexicon()["enumerated"].nouns
    counted = (t for t in sentence.tokens if t.lemma.lower() in nouns and t.tag == "NNS")
    named = any(any(k.lower in NUMBERS for k in sentence.children(t)) for t in counted)
    return named or promised(sentence) is not None


def _item(sentence: Sentence, place: int) -> Token | None:
    """The ordinal that the sentence begins with; the first item must be a first, a later one must not."""
    tokens = sentence.tokens
    at = 1 if tokens[0].lower in BEFORE_ORDINALS and len(tokens) > 1 else 0
    word = tokens[at]
    stated = any(t.pos in VERBAL for t in tokens)
    listed = word.lower in lexicon()["enumerated"].signals or word.lower.strip(".)(") == str(place + 1)
    opens = word.lower.strip(".)(") in {"first", "firstly", "one", "1"}
    return word if stated and listed and opens == (place == 0) else None
