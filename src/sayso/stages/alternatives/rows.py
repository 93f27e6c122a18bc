"""Alternatives in a row behind what announces it: "explanations include A, B and C", "who did it: A, B or C?"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.document.anchor import Anchor
from sayso.document.syntax import VERBAL, Sentence, Token
from sayso.stages.alternatives.chains import option_of
from sayso.stages.alternatives.enumerated import promised, ruling_out
from sayso.stages.alternatives.offered import Offer

THEORIES = frozenset(
    {"explanation", "theory", "hypothesis", "scenario", "possibility", "interpretation", "speculation"}
)
"""Nouns for what may be so, whatever stands beside them."""
CAUSES = frozenset({"cause", "reason", "motive", "culprit", "suspect", "outcome", "answer", "reading", "version"})
"""Nouns for what is or was so, but for the words in `LIKELY`."""
LIKELY = frozenset({"possible", "plausible", "likely", "probable", "potential", "conceivable", "suspected"})
MARKS = frozenset({":", "-", "–", "—", "--"})
ASKING = frozenset({"who", "what", "why", "which", "whose", "whom"})
CHOOSING = frozenset({"choice", "choose", "decide", "dilemma"})
CHOICES = frozenset({"option", "choice", "alternative"})
"""Nouns for things to choose between as well as for what may come."""
ASIDE = frozenset(
    {"which", "who", "but", "though", "although", "while", "as", "according", "none", "neither", "depending", "where"}
)
"""First words of what is said beside an option and is none."""
LONGEST = 16
"""Words of an option at most: a longer part is no item of a row."""


def row(sentence: Sentence) -> Offer | None:
    """The row of a sentence; None where nothing announces one."""
    return _included(sentence) or _imagined(sentence) or _behind_mark(sentence)


def _explained(sentence: Sentence, noun: Token) -> bool:
    """The noun stands for explanations or outcomes, more than one."""
    lemma = noun.lemma.lower()
    if noun.tag != "NNS":
        return False
    likely = lemma in CAUSES and any(k.lower in LIKELY for k in sentence.children(noun))
    return lemma in THEORIES or likely


def _included(sentence: Sentence) -> Offer | None:
    """ "Possible explanations include A, B and C"."""
    for verb in sentence.tokens:
        if verb.lemma == "include" and verb.pos == "VERB":
            subject = sentence.child(verb, "nsubj")
            if subject is not None and _explained(sentence, subject):
                return _made(sentence, "list", _parts(sentence, verb.index + 1, len(sentence.tokens)), verb)
    return None


def _imagined(sentence: Sentence) -> Offer | None:
    """ "One can imagine A; B; or C"."""
    for verb in sentence.tokens:
        if verb.lemma in {"imagine", "envisage", "foresee", "conceive"} and verb.pos == "VERB":
            able = any(k.tag == "MD" and k.lower in {"can", "could"} for k in sentence.children(verb))
            if able and any(t.lower == "or" for t in sentence.tokens[verb.index :]):
                return _made(sentence, "list", _parts(sentence, verb.index + 1, len(sentence.tokens)), verb)
    return None


def _behind_mark(sentence: Sentence) -> Offer | None:
    """ "Theories abound: A, B, C", "who did it: A, B or C?", "one of two things will happen: A or B"."""
    mark = next((t for t in sentence.tokens[2:] if t.text in MARKS), None)
    if mark is None or mark.index + 2 >= len(sentence.tokens):
        return None
    before = sentence.tokens[: mark.index]
    ends = (t.index for t in sentence.tokens[mark.index + 1 :] if t.text == mark.text or t.text in {":", "--"})
    parts = _parts(sentence, mark.index + 1, next(ends, len(sentence.tokens)))
    joined = any(t.lower == "or" for t in sentence.tokens[mark.index :])
    if joined and any(t.lower in ASKING for t in before[:3]) and sentence.tokens[-1].text == "?":
        return _made(sentence, "asked", parts, mark)
    many = promised(sentence)
    if many is not None and promised_before(sentence, mark):
        things = any(t.lemma.lower() in CHOICES for t in before)
        joined = joined or any(_explained(sentence, t) for t in before)
        return _made(sentence, "list", parts, mark) if joined and len(parts) == many and not things else None
    theories = any(_explained(sentence, t) for t in before)
    if theories and (joined or len(parts) > 2):
        return _made(sentence, "list", parts, mark)
    chosen = joined and any(t.lemma.lower() in CHOOSING and t.pos in VERBAL for t in before)
    return _made(sentence, "list", parts, mark) if chosen else None


def promised_before(sentence: Sentence, mark: Token) -> bool:
    """A noun in the plural with its number stands before the mark."""
    return any(
        t.tag == "NNS" and any(k.dep == "nummod" for k in sentence.children(t)) for t in sentence.tokens[: mark.index]
    )


def _parts(sentence: Sentence, low: int, high: int) -> list[Anchor]:
    """What commas, semicolons and joints part, without what is said aside; empty where it is no row."""
    cuts = [t.index for t in sentence.tokens[low:high] if t.text in {",", ";"} or t.lower == "or"]
    last = _last_and(sentence, cuts, high)
    bounds = [low - 1, *sorted({*cuts, *([last] if last is not None else [])}), high]
    return list(_items(sentence, bounds))


def _last_and(sentence: Sentence, cuts: list[int], high: int) -> int | None:
    """The "and" before the last item of a row without "or"."""
    if any(sentence.tokens[cut].lower == "or" for cut in cuts):
        return None
    start = cuts[-1] + 1 if cuts else 0
    joints = [t.index for t in sentence.tokens[start:high] if t.lower == "and" and t.dep == "cc"]
    return next((j for j in joints if j > start), None) if cuts and sentence.tokens[start].lower != "and" else None


def _items(sentence: Sentence, bounds: list[int]) -> Iterator[Anchor]:
    aside = False
    for low, high in pairwise(bounds):
        if low + 1 >= high:
            continue
        first = sentence.tokens[low + 1]
        opens = low < 0 or sentence.tokens[low].text == ";" or sentence.tokens[low].lower == "or"
        aside = first.lower in ASIDE or (aside and not opens)
        part = option_of(sentence, low + 1, high)
        if part is not None and not aside:
            yield part


def _made(sentence: Sentence, id_: str, parts: list[Anchor], mark: Token) -> Offer | None:
    """The row; None where its parts are not alike: all statements, or none."""
    held = [sentence.tokens_in(part) for part in parts]
    stated = [any(t.pos in VERBAL and t.tag not in {"VBN", "VBG"} for t in part) for part in held]
    long = any(len(part) > LONGEST for part in held)
    if len(parts) < 2 or long or (any(stated) and not all(stated) and mark.text in MARKS and id_ != "asked"):
        return None
    end = sentence.tokens_in(parts[-1])[-1].index
    rest = tuple(t for t in sentence.tokens if t.index <= mark.index or t.index > end)
    exclusive = id_ == "asked" or (promised(sentence) is not None and ruling_out(sentence))
    return Offer(id_, tuple(parts), (mark.anchor,), exclusive, rest)
