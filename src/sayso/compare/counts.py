"""Counts that differ: numbers of one counted thing, for subjects that share a name, whose ranges exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from sayso.vocabulary.load import vocabulary

FACTOR = 2.0
"""Counts further apart than this are taken for counts of different events, or of a part.

So 20 dead against 260 dead is not listed, even where both are of one event: nothing in a count tells that its sentence
is about the same event and the whole of it, and most such pairs in one store are not.
"""


@dataclass(frozen=True, slots=True)
class Count:
    """A number in its sentence. `subjects` are the names it is about, folded; `origin` is whose copy the text is."""

    text: str
    origin: int
    day: date | None
    voice: str | None
    low: float | None
    high: float | None
    before: str
    number: str
    after: str
    subjects: frozenset[str]

    @property
    def words(self) -> str:
        """The sentence."""
        return f"{self.before}{self.number}{self.after}"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Counts of one `thing` (an id of vocabulary/counted.yaml) that cannot all be true of one moment, by day."""

    thing: str
    subjects: tuple[str, ...]
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class _Thing:
    id: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    unless: re.Pattern[str]


@cache
def _things() -> tuple[_Thing, ...]:
    return tuple(
        _Thing(entry["id"], *(re.compile(entry[part], re.IGNORECASE) for part in ("before", "after", "unless")))
        for entry in vocabulary("counted")["entries"]
    )


@cache
def _general(name: str) -> re.Pattern[str]:
    return re.compile(vocabulary("counted")[name], re.IGNORECASE)


def thing(before: str, after: str) -> str | None:
    """What a number counts, by the words of its sentence before and after it; None where they do not say."""
    behind, ahead = ("whole", "added"), ("anaphor", "parted")
    if any(_general(name).search(before) for name in behind) or any(_general(name).search(after) for name in ahead):
        return None
    for one in _things():
        if not one.unless.search(after) and (one.after.search(after) or one.before.search(before)):
            return one.id
    return None


def disagreements(counts: Iterable[Count]) -> tuple[Disagreement, ...]:
    """Groups of counts of one thing about subjects that share a name, in which two from different origins differ."""
    by_thing: dict[str, list[Count]] = {}
    for count in counts:
        counted = thing(count.before, count.after)
        if counted and count.subjects and (count.low is not None or count.high is not None):
            by_thing.setdefault(counted, []).append(count)
    return tuple(found for name, own in by_thing.items() for found in _differing(name, own))


def _differing(name: str, counts: list[Count]) -> Iterator[Disagreement]:
    for group in _groups(_largest(counts)):
        if any(one.origin != other.origin and _exclude(one, other) for one, other in combinations(group, 2)):
            subjects = {subject: sum(subject in c.subjects for c in group) for c in group for subject in c.subjects}
            names = sorted(subjects, key=lambda subject: (-subjects[subject], subject))
            ordered = sorted(group, key=lambda c: (c.day or date.max, _middle(c), c.text))
            yield Disagreement(name, tuple(names), tuple(ordered))


def _largest(counts: list[Count]) -> list[Count]:
    """Of several counts in one sentence the largest: the others are parts or additions."""
    best: dict[tuple[str, str], Count] = {}
    for count in counts:
        key = (count.text, count.words)
        if key not in best or _middle(count) > _middle(best[key]):
            best[key] = count
    return list(best.values())


def _groups(counts: list[Count]) -> list[list[Count]]:
    """Counts that are comparable, directly or through others; a count of zero is beside every group it is about."""
    groups: list[list[Count]] = []
    for count in filter(_middle, counts):
        near = [group for group in groups if any(_comparable(count, other) for other in group)]
        groups = [group for group in groups if group not in near] + [[count, *(c for group in near for c in group)]]
    zeros = [count for count in counts if not _middle(count)]  # no factor tells how far from zero a count is
    return [[*group, *(zero for zero in zeros if any(zero.subjects & c.subjects for c in group))] for group in groups]


def _comparable(one: Count, other: Count) -> bool:
    low, high = sorted((_middle(one), _middle(other)))
    return bool(one.subjects & other.subjects) and high <= FACTOR * low


def _exclude(one: Count, other: Count) -> bool:
    """The ranges have no number in common."""
    return _above(one, other) or _above(other, one)


def _above(one: Count, other: Count) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def _middle(count: Count) -> float:
    ends = [end for end in (count.low, count.high) if end is not None]
    return sum(ends) / len(ends)
