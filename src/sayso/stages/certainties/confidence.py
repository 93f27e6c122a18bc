"""Confidence: how far a source trusts the grounds of its judgement, as ICD 203 keeps it apart from likelihood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.document.predicates import LINKING, PREDICATIVE
from sayso.document.records import Confidence
from sayso.document.syntax import Sentence, Token
from sayso.vocabulary.load import vocabulary

LEVELS: dict[str, Confidence] = {"low": "low", "moderate": "moderate", "high": "high"}
HOLDING = frozenset({"have", "hold", "express", "place", "attach"})
CLAUSES = ("acl", "ccomp", "relcl")
RISING: tuple[Confidence, ...] = ("low", "moderate", "high")
QUOTES = frozenset("\"“”'‘’")
BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Trust:
    """A degree of confidence and the words for it."""

    level: Confidence
    tokens: tuple[Token, ...]

    @property
    def why(self) -> str:
        """The entry that it was read by."""
        return f"lexicon:confidence.{self.level}"


@cache
def _words() -> tuple[dict[str, Confidence], dict[str, Confidence], frozenset[str]]:
    """Degrees by adjective and by adverb, and what a confidence may be in."""
    data = vocabulary("confidence")
    degrees, adverbs = (
        {word: LEVELS[entry["id"]] for entry in data["entries"] for word in entry[name]}
        for name in ("degrees", "adverbs")
    )
    return degrees, adverbs, frozenset(data["judgements"])


def confidence(sentence: Sentence, tokens: Sequence[Token]) -> Trust | None:
    """The first stated degree of confidence in a judgement among some tokens of a sentence; None without one."""
    for token in tokens:
        if token.lower == "confidence":
            found = _of_noun(sentence, token)
        elif token.lower == "confident":
            found = _of_adjective(sentence, token)
        else:
            continue
        if found is not None:
            return found
    return None


def _of_noun(sentence: Sentence, noun: Token) -> Trust | None:
    predicated = _predicated(sentence, noun)
    if predicated is not None:
        return predicated
    degrees = _degrees(sentence, noun)
    if not degrees or not _in_a_judgement(sentence, noun, degrees[0]):
        return None
    level = min((_words()[0][degree.lower] for degree in degrees), key=RISING.index)
    with_ = sentence.tokens[degrees[0].index - 1] if degrees[0].index else None
    first = with_ if with_ is not None and with_.lower == "with" else degrees[0]
    return Trust(level, sentence.tokens[first.index : noun.index + 1])


def _degrees(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The degree before the noun, or both of "low to moderate confidence", of which the lower is meant to be safe."""
    before = [token for token in sentence.tokens[max(0, noun.index - 4) : noun.index] if token.text not in QUOTES]
    if before and before[-1].text == "-":
        before.pop()
    if not before or before[-1].lower not in _words()[0]:
        return ()
    if len(before) > 2 and before[-2].lower in {"to", "or", "and"} and before[-3].lower in _words()[0]:
        return before[-3], before[-1]
    return (before[-1],)


def _in_a_judgement(sentence: Sentence, noun: Token, degree: Token) -> bool:
    """Confidence that something is so, or in a judgement; not in a minister, not on the market."""
    named = [inner for kid in _in(sentence, noun) for inner in sentence.children(kid) if inner.dep == "pobj"]
    if named:
        return any(inner.lemma.lower() in _words()[2] for inner in named)
    head = sentence.head(noun)
    if noun.dep in {"compound", "nmod", "amod"}:
        return head.lemma.lower() in _words()[2]
    if sentence.child(noun, *CLAUSES) is not None:
        return True
    return (head.lower == "with" and head.dep == "prep") or _in_brackets(sentence, noun, degree)


def _in(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """ "in" behind the noun, or behind the verb that holds it."""
    head = sentence.head(noun)
    yield from (kid for kid in sentence.children(noun) if kid.dep == "prep" and kid.lower == "in")
    if head.lemma in HOLDING and noun.dep == "dobj":
        after = (kid for kid in sentence.children(head) if kid.dep == "prep" and kid.index == noun.index + 1)
        yield from (kid for kid in after if kid.lower == "in")


def _in_brackets(sentence: Sentence, noun: Token, degree: Token) -> bool:
    """ "(high confidence)", as reports of analysts put it behind a judgement."""
    around = (sentence.tokens[degree.index - 1 : degree.index], sentence.tokens[noun.index + 1 : noun.index + 2])
    return all(around) and BRACKETS.get(around[0][0].text) == around[1][0].text


def _predicated(sentence: Sentence, noun: Token) -> Trust | None:
    """ "our confidence in this judgement is low"."""
    verb = sentence.head(noun)
    if noun.dep != "nsubj" or verb.lemma not in LINKING:
        return None
    degree = next((kid for kid in sentence.children(verb) if kid.dep in PREDICATIVE), None)
    level = _words()[0].get(degree.lower) if degree is not None else None
    judged = any(inner.lemma.lower() in _words()[2] for kid in _in(sentence, noun) for inner in sentence.children(kid))
    return Trust(level, (noun, degree)) if degree is not None and level is not None and judged else None


def _of_adjective(sentence: Sentence, adjective: Token) -> Trust | None:
    """ "we are highly confident that …", "not very confident that …"."""
    before = sentence.tokens[adjective.index - 1] if adjective.index else None
    level = _words()[1].get(before.lower) if before is not None else None
    clause = any(
        kid.dep in CLAUSES for kid in (*sentence.children(adjective), *sentence.children(sentence.head(adjective)))
    )
    if before is None or level is None or not clause or adjective.dep not in PREDICATIVE:
        return None
    if any(kid.dep == "neg" for kid in sentence.children(sentence.head(adjective))):
        return None if level != "high" else Trust("low", (before, adjective))
    return Trust(level, (before, adjective))
