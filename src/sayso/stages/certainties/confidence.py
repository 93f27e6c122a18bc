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
    degree = sentence.tokens[noun.index - 1] if noun.index else None
    if degree is not None and degree.text == "-" and degree.index:
        degree = sentence.tokens[degree.index - 1]
    level = _words()[0].get(degree.lower) if degree is not None else None
    if degree is None or level is None or not _in_a_judgement(sentence, noun, degree):
        return None
    with_ = sentence.head(noun)
    led = with_.dep == "prep" and with_.lower == "with" and with_.index < degree.index
    first = with_.index if led else degree.index
    return Trust(level, sentence.tokens[first : noun.index + 1])


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
