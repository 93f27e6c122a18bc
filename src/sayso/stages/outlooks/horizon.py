"""Horizons: the time by or in which something is to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.document.predicates import conditional_mark
from sayso.document.records import Time
from sayso.document.syntax import AUXILIARIES, Sentence, Token
from sayso.stages.outlooks.lexicon import lexicon
from sayso.stages.outlooks.statements import Statement

COMING = re.compile(r"(?:the\s+)?(?:next|coming|following)\b", re.IGNORECASE)
COUNTED = re.compile(r"P(\d+)([DWMY])")
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
"""Days of a unit of TIMEX3; months and years are taken at their mean, rounded down."""
PAST = frozenset({"VBD", "VBN"})
REFERENCE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Horizon:
    """A time, the last day of it where known, and what found it.

    `inside` are the indices of its tokens and their preposition, where they are no part of what is to come.
    """

    time: Time
    until: date | None
    why: str
    first: int
    """Index of its first token."""
    inside: frozenset[int]


def horizon(
    statement: Statement, times: Sequence[Time], characters: str, published: date | None, conditional: frozenset[int]
) -> Horizon | None:
    """The time limit of a statement: in what is to come, else a deadline in its condition."""
    found = [*_limits(statement, times, characters, published)]
    main = [h for h in found if h.first not in conditional]
    limits = [h for h in main if h.why == DEADLINE] or main or [h for h in found if h.why == DEADLINE]
    return limits[0] if limits else None


DEADLINE, AHEAD = "rule:outlooks.deadline", "rule:outlooks.time-ahead"


def _limits(statement: Statement, times: Sequence[Time], characters: str, published: date | None) -> Iterator[Horizon]:
    """The times in the statement that lie ahead."""
    own = statement.own
    for time in times:
        tokens = statement.sentence.tokens_in(time.anchor)
        if not tokens or tokens[0].index not in own or _aside(statement, tokens[0]) or _names(tokens):
            continue
        opening = _preposition(statement.sentence, tokens[0], own)
        word = opening[0].lower if opening else None
        if _ahead(time, word, characters, published):
            why = DEADLINE if word in lexicon().sets["deadlines"] else AHEAD
            inside = frozenset(t.index for t in (*opening, *tokens) if _loose(statement.sentence, tokens))
            yield Horizon(time, _until(time, published), why, tokens[0].index, inside)


def _names(tokens: tuple[Token, ...]) -> bool:
    """The time only tells one thing from another, or looks back: "the 2017 model", "today's report", "recent years"."""
    inside = {t.index for t in tokens}
    top = next((t for t in tokens if t.head not in inside), tokens[0])
    return top.dep in NAMING or tokens[0].lower in BACK or (top.dep == "poss" and top.lower == "today")


NAMING = frozenset({"compound", "nummod", "amod", "nmod"})
BACK = frozenset({"recent", "past", "last", "previous"})


def _loose(sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """The time stands on its own in the clause, and is not part of what is to come: "next month's talks"."""
    inside = {t.index for t in tokens}
    top = next((t for t in tokens if t.head not in inside), tokens[0])
    return top.dep in LOOSE


LOOSE = frozenset({"pobj", "npadvmod", "advmod", "pcomp", "nmod"})


def _preposition(sentence: Sentence, first: Token, own: frozenset[int]) -> tuple[Token, ...]:
    """The preposition before a time, with "less than", "the" between."""
    for back in range(1, 5):
        at = first.index - back
        if at < 0 or at not in own:
            return ()
        token = sentence.tokens[at]
        if token.pos in {"ADP", "SCONJ"} and token.lower != "than":
            return sentence.tokens[at : first.index] if _reaches(sentence, at, first.index) else ()
        if token.lower in {"from", "now"} or token.pos in {"VERB", "PUNCT"}:
            return ()
    return ()


def _reaches(sentence: Sentence, at: int, first: int) -> bool:
    return all(t.pos in {"ADJ", "ADV", "ADP", "SCONJ", "NUM"} for t in sentence.tokens[at + 1 : first])


def _aside(statement: Statement, token: Token) -> bool:
    """The time belongs to something that is told: in a relative clause, a participle, a clause in the past."""
    sentence = statement.sentence
    clause = sentence.clause_head(token)
    while clause.index != statement.top.index and clause.head != clause.index:
        if clause.dep == "relcl" or (clause.dep in {"acl", "advcl"} and _told(sentence, clause)):
            return True
        clause = sentence.clause_head(sentence.head(clause))
    return False


def _told(sentence: Sentence, verb: Token) -> bool:
    """In the past, and no condition ("if Spain granted …")."""
    helped = any(kid.dep in AUXILIARIES for kid in sentence.children(verb))
    return verb.tag in PAST and not helped and conditional_mark(sentence, verb) is None


def _ahead(time: Time, preposition: str | None, characters: str, published: date | None) -> bool:
    """It lies after publication, or, where days are not known, its words point ahead."""
    if time.timex3 in REFERENCE or time.kind == "set" or time.basis.startswith("ago"):
        return False
    words = time.anchor.words(characters).lower()
    if time.kind == "duration":
        return COMING.match(words) is not None or (preposition in LENGTHS and not words.startswith("the "))
    known = time.end or time.start
    if known is not None and published is not None:
        return known >= published and not (time.start and time.start < published and known == published)
    return preposition in lexicon().sets["deadlines"] or COMING.match(words) is not None or words in DAYS_AHEAD


LENGTHS = frozenset({"within", "in", "inside"})
"""Prepositions that make a length of time a limit."""
DAYS_AHEAD = frozenset({"tomorrow", "tonight"})


def _until(time: Time, published: date | None) -> date | None:
    """The last day; a length of time is counted from the day of publication."""
    if time.end is not None or published is None:
        return time.end
    counted = COUNTED.fullmatch(time.timex3)
    return published + timedelta(days=int(counted[1]) * DAYS[counted[2]]) if counted else None
