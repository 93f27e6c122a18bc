"""Explanations that are held and denied: causes that one voice offers and another, in another origin, dismisses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.vocabulary.load import vocabulary

NEGATION = re.compile(r"\b(?:no|not|never|nobody|nothing|none|neither|hardly|cannot)\b|n['’]t\b", re.IGNORECASE)
OPEN = re.compile(r"\b(?:if|whether|unless)\b|\?", re.IGNORECASE)
"""What is asked or made to depend on something is neither held nor denied."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as its record has it. `voice` is None for the outlet; `subjects` are the names it is about, folded.

    `via` is the claim that passes this one on.
    """

    text: str
    claim: str
    via: str | None
    origin: int
    day: date | None
    voice: str | None
    polarity: str | None
    level: str | None
    words: str
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Position:
    """Somebody for or against a cause, in their word for it.

    `frame` is the frame of vocabulary/explanations.yaml that says so.
    """

    said: Said
    cause: str
    against: bool
    frame: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cause, as most write it, with those who hold it and those who deny it, by day.

    `about` are names that the claims share.
    """

    cause: str
    about: tuple[str, ...]
    held: tuple[Position, ...]
    denied: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    id: str
    words: re.Pattern[str]
    against: bool


@cache
def _frames() -> tuple[_Frame, ...]:
    known = vocabulary("explanations")
    stop = "|".join(known["stop"])
    cause = rf"(?:(?!(?:{stop})\b)[\w-]+\s+){{0,2}}(?!(?:{stop})\b)[\w-]+"
    return tuple(
        _Frame(
            frame["id"],
            re.compile(frame["words"].replace("CAUSE", cause).replace("DEED", known["deeds"]), re.IGNORECASE),
            frame.get("against", False),
        )
        for frame in known["frames"]
    )


def causes(words: str) -> Iterator[tuple[str, str, bool]]:
    """The causes that some words offer: the noun at the head as written, the frame, and whether that dismisses it."""
    empty = vocabulary("explanations")["empty"]
    for frame in _frames():
        for match in frame.words.finditer(words):
            head = match["cause"].split()[-1]
            if head.islower() and head not in empty and head.isalpha():
                yield head, frame.id, frame.against


def _key(noun: str) -> str:
    """The same for "mine" and "mines". It is compared and never shown: the key of "gas" is no word."""
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def positions(said: Said) -> Iterator[Position]:
    """What a claim holds or denies; nothing where its words and its polarity do not agree, or it is left open."""
    if said.level == "uncommitted" or said.polarity not in ("positive", "negative") or OPEN.search(said.words):
        return
    for cause, frame, dismissed in causes(said.words):
        if dismissed or said.polarity == "negative":
            yield Position(said, cause, True, frame)
        elif not NEGATION.search(said.words):
            yield Position(said, cause, False, frame)


def explanations(claims: Iterable[Said]) -> tuple[Explanation, ...]:
    """The causes that are held in one origin and denied in another, for subjects that share a name; by cause."""
    taken = [position for said in claims for position in positions(said)]
    passed_on = {(one.said.text, one.said.via, _key(one.cause)) for one in taken}
    by_cause: dict[str, list[Position]] = {}
    for one in taken:
        key = _key(one.cause)
        if (one.said.text, one.said.claim, key) not in passed_on:  # who passes it on need not hold it
            by_cause.setdefault(key, []).append(one)
    found = (_explanation(by_cause[key]) for key in sorted(by_cause))
    return tuple(one for one in found if one is not None)


def _explanation(taken: list[Position]) -> Explanation | None:
    """The opposed positions on one cause, one a voice and origin; None where nobody is opposed to anybody."""
    opposed = [one for one in taken if any(_opposed(one, other) for other in taken)]
    once = {(one.against, one.said.origin, one.said.voice): one for one in reversed(opposed)}
    ordered = sorted(once.values(), key=lambda one: (one.said.day or date.max, one.said.text, one.said.claim))
    if not ordered:
        return None
    about = frozenset.union(*(one.said.subjects for one in ordered))
    times = {name: sum(name in one.said.subjects for one in ordered) for name in about}
    names = tuple(sorted(about, key=lambda name: (-times[name], name)))
    held, denied = (tuple(one for one in ordered if one.against is against) for against in (False, True))
    return Explanation(_most_written(ordered), names, held, denied)


def _most_written(taken: list[Position]) -> str:
    """The word that most write; of two the shorter one."""
    count = Counter(one.cause for one in taken)
    return min(count, key=lambda word: (-count[word], len(word), word))


def _opposed(one: Position, other: Position) -> bool:
    apart = one.against != other.against and one.said.origin != other.said.origin
    return apart and one.said.voice != other.said.voice and bool(one.said.subjects & other.said.subjects)
