"""Why, within one sentence: causes, for each its effect and signal, and whether the sentence tells a cause at all.

The heads are of the same make as those for attributions (training/attribution/why.py): a cause stands where the cue
does, its signal where the source, its effect where the content. They read a sentence at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.decode import Array, candidates, cue_spans, margins
from sayso.models.attribution.labels import Span

TILT = 1.0
"""Nats by which causes are preferred when they are proposed."""


class Reasoner(Protocol):
    """What answers about the words of one sentence."""

    def causes(self, hidden: Array) -> tuple[Array, Array]:
        """Vectors of words (w, hidden) -> theirs among each other (w, size), and scores of O, B, I, telling (w, 4)."""

    def effects(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        """Such vectors (w, size) and causes (c,) -> role scores (c, w, 5) and scores of being a cause (c,)."""


@dataclass(frozen=True)
class Relation:
    """A cause, its effect and what signals it. Half-open intervals of words or characters; `score` is 0..1."""

    cause: Span
    effect: tuple[Span, ...]
    signal: tuple[Span, ...]
    score: float = 1.0


@dataclass(frozen=True)
class Proposal:
    """A relation before its score is known; `features` as of a Candidate, and the sentence's score."""

    relation: Relation
    features: tuple[float, ...]


@dataclass(frozen=True)
class Causes:
    """How decisions are taken: calibration of relations, and the sentence score from which one tells a cause."""

    calibration: Calibration
    sentence: float

    def decided(self, told: float, proposed: Sequence[Proposal]) -> list[Relation]:
        """The relations of a sentence: none where it tells no cause, else the likely ones, or the likeliest."""
        if told < self.sentence or not proposed:
            return []
        scored = [replace(one.relation, score=self.calibration.chance(one.features)) for one in proposed]
        kept = [one for one in scored if one.score >= self.calibration.threshold]
        return kept or [max(scored, key=lambda one: one.score)]


def tells(scores: Array) -> float:
    """How much a sentence tells a cause, in log odds; `scores` (words, 4) of its words."""
    return float(np.logaddexp.reduce(scores[:, 3]))


def proposals(hidden: Array, scores: Array, reasoner: Reasoner) -> list[Proposal]:
    """Relations of a sentence in words of it, at least one cause being asked about; none without an effect."""
    above = margins(scores[:, :3])
    likeliest = int(above.argmax())
    found = cue_spans(scores[:, :3], TILT) or [(likeliest, likeliest + 1)]
    at = np.array(found, np.int64)
    roles, verdicts = reasoner.effects(hidden, at[:, 0], at[:, 1])
    read = candidates(found, roles, verdicts, [float(above[slice(*cause)].mean()) for cause in found], 0)
    told = tells(scores)
    return [
        Proposal(Relation(a.cue, a.content, a.source), (*one.features, told))
        for one in read
        if (a := one.attribution).content
    ]


def relations(hidden: Array, reasoner: Reasoner, causes: Causes) -> list[Relation]:
    """What one sentence tells, in words of it; the second head is asked only where it tells a cause."""
    mixed, scores = reasoner.causes(hidden)
    told = tells(scores)
    return causes.decided(told, proposals(mixed, scores, reasoner)) if told >= causes.sentence else []


def moved(one: Relation, words: Sequence[Span]) -> Relation:
    """The same relation in characters; `words` are those of its sentence."""

    def at(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((words[s][0], words[e - 1][1]) for s, e in spans)

    return Relation(at([one.cause])[0], at(one.effect), at(one.signal), one.score)
