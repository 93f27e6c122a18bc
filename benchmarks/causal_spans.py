"""Spans of cause, effect and signal, counted as the shared task on the Causal News Corpus does (Tan et al. 2023).

Exact: label and both bounds. Fair (Ortmann 2022, "Fine-grained error analysis and fair evaluation of labeled spans"): a
span with a wrong bound or label is one error, not one too many and one missed. The relations of a sentence are matched
so that most spans agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from operator import add

Span = tuple[int, int]
Labelled = tuple[str, int, int]
Counts = tuple[float, float, float]
"""Hits, found and gold."""
MOST = 5
"""Relations of a sentence that are matched in every order; of more, in the order they come."""


@dataclass(frozen=True)
class Spanned:
    """The labelled spans of one relation, in words or characters."""

    spans: frozenset[Labelled] = frozenset()

    @classmethod
    def of(cls, cause: Iterable[Span], effect: Iterable[Span], signal: Iterable[Span]) -> Spanned:
        roles = {"cause": cause, "effect": effect, "signal": signal}
        return cls(frozenset((role, *span) for role, found in roles.items() for span in found))


NOTHING = Spanned()


def compared(right: Sequence[Spanned], ours: Sequence[Spanned]) -> tuple[Counts, Counts]:
    """Exact and fair counts of a sentence."""
    wide = max(len(right), len(ours))
    theirs = [*right, *[NOTHING] * (wide - len(right))]
    mine = [*ours, *[NOTHING] * (wide - len(ours))]
    orders = permutations(mine) if wide <= MOST else [tuple(mine)]
    return max((_counted(theirs, order) for order in orders), key=lambda pair: (pair[0][0], -pair[1][1]))


def _counted(right: Sequence[Spanned], ours: Sequence[Spanned]) -> tuple[Counts, Counts]:
    exact: Counts = (0, 0, 0)
    fair: Counts = (0, 0, 0)
    for one, other in zip(right, ours, strict=True):
        exact = total(exact, (len(one.spans & other.spans), len(other.spans), len(one.spans)))
        fair = total(fair, _fair(one, other))
    return exact, fair


def total(one: Counts, other: Counts) -> Counts:
    """Both together."""
    hits, found, gold = map(add, one, other)
    return hits, found, gold


def _fair(right: Spanned, ours: Spanned) -> Counts:
    """What overlaps with a wrong bound or label counts half on either side."""
    hits = right.spans & ours.spans
    over = sorted(right.spans - hits)
    spurious, errors = 0, 0
    for mine in sorted(ours.spans - hits):
        touching = [one for one in over if one[1] < mine[2] and mine[1] < one[2]]
        if touching:
            over.remove(max(touching, key=lambda one: (one[0] == mine[0], _shared(one, mine))))
            errors += 1
        else:
            spurious += 1
    sure = len(hits) + errors / 2
    return len(hits), sure + spurious, sure + len(over)


def _shared(one: Labelled, other: Labelled) -> int:
    return min(one[2], other[2]) - max(one[1], other[1])
