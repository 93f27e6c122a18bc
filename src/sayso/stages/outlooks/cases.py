"""Cases put in other ways than by "if": by order of words, by a command, by "once", "until", "hinges on"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from sayso.document.predicates import auxiliaries, is_imperative
from sayso.document.syntax import SUBJECTS, VERBAL, Token
from sayso.stages.outlooks.condition import CLOSING, Condition
from sayso.stages.outlooks.lexicon import lexicon
from sayso.stages.outlooks.statements import Statement, runs

AUXILIARY = frozenset({"should", "were", "had"})
RESTING = frozenset({"depend", "hinge", "hang", "rest", "turn"})
AHEAD = frozenset({"will", "shall", "would", "can", "could", "may", "might", "wo", "'ll", "’ll", "'d", "’d", "ca"})
DENYING = frozenset({"no", "not", "never", "nothing", "nobody", "none", "n't", "n’t"})
SHORT = 2
"""Fewest words of a case."""


def put_as_cases(statement: Statement) -> Iterator[Condition]:
    """All that any of these ways finds."""
    for rule in (_before_comma, _until, _late, _resting, _bidden):
        yield from rule(statement)


def _case(words: Iterable[Token], signal: tuple[Token, ...], why: str) -> Iterator[Condition]:
    words = tuple(words)
    if len(words) >= SHORT:
        inside = frozenset(t.index for t in (*words, *signal))
        yield Condition(runs(words), runs(signal), why, inside)


def _ahead(statement: Statement) -> bool:
    modal = any(a.lower in AHEAD for a in auxiliaries(statement.sentence, statement.top))
    return modal or statement.kind.kind == "forecast"


def _before_comma(statement: Statement) -> Iterator[Condition]:
    """ "Should the regent die, …", "Once the snow melts, …", "Given another month, …", however they are parsed."""
    yield from _fronted(statement, statement.tokens) or _fronted(statement, statement.sentence.tokens)


def _fronted(statement: Statement, tokens: Sequence[Token]) -> list[Condition]:
    """What opens these words with "should", "once", "given", up to the comma."""
    tokens = [t for t in tokens if t.index < statement.top.index]
    while tokens and (tokens[0].pos == "PUNCT" or tokens[0].dep == "cc"):
        tokens = tokens[1:]
    if not tokens or not _ahead(statement):
        return []
    found = lexicon().at("front", statement.sentence, tokens[0].index)
    signal, why = (found[0], f"lexicon:outlooks.{found[1]}") if found else ((tokens[0],), "rule:outlooks.inverted")
    if found is None and tokens[0].lower not in AUXILIARY:
        return []
    after = [t for t in tokens if t.index > signal[-1].index]
    words = tuple(takewhile(lambda t: t.text != ",", after))
    if len(words) < len(after):
        return [*_case(words, signal, why)]
    return []


def _until(statement: Statement) -> Iterator[Condition]:
    """ "There will be no peace until the prisoners come home": only where what comes first is denied."""
    denied = any(t.lower in DENYING for t in statement.tokens)
    for token in statement.tokens if denied and _ahead(statement) else ():
        clause = statement.sentence.head(token)
        if token.lower in {"until", "till"} and token.dep == "mark" and clause.index != statement.top.index:
            words = [
                t for t in statement.sentence.subtree(clause) if t.index != token.index and t.index in statement.own
            ]
            yield from _case(words, (token,), "rule:outlooks.until")


def _late(statement: Statement) -> Iterator[Condition]:
    """ "The rising will spread if and when the harvest fails", "only as long as the money lasts"."""
    for token in statement.tokens:
        found = lexicon().at("late", statement.sentence, token.index) if token.index > statement.top.index else None
        if found is not None:
            after = [t for t in statement.tokens if t.index > found[0][-1].index]
            yield from _case(
                takewhile(lambda t: t.text not in CLOSING, after), found[0], f"lexicon:outlooks.{found[1]}"
            )
            return


def _resting(statement: Statement) -> Iterator[Condition]:
    """ "The outcome hinges on two provinces"."""
    if statement.top.lemma not in RESTING:
        return
    for kid in statement.sentence.children(statement.top):
        if kid.dep == "prep" and kid.lower in {"on", "upon"}:
            words = [t for t in statement.sentence.subtree(kid) if t.index > kid.index]
            yield from _case(words, (statement.top, kid), "rule:outlooks.rests-on")


def _bidden(statement: Statement) -> Iterator[Condition]:
    """ "Raise the tax and you will have a revolt"."""
    sentence, top = statement.sentence, statement.top
    head = sentence.head(top)
    joint = sentence.child(head, "cc")
    if top.dep != "conj" or joint is None or joint.lower != "and" or not is_imperative(sentence, head):
        return
    if top.pos in VERBAL and sentence.child(top, *SUBJECTS) is not None:
        words = [t for t in sentence.subtree(head) if t.index < joint.index and t.pos != "PUNCT"]
        yield from _case(words, (joint,), "rule:outlooks.bidden-case")
