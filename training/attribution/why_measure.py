"""Causes on the Causal News Corpus: sentence F1 and span F1, and the thresholds chosen on its dev half.

How spans are counted: benchmarks/causal_spans.py.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from benchmarks.causal_spans import Spanned, compared

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.causes import Causes, Proposal, Reasoner, Relation, proposals, tells
from sayso.models.attribution.decode import Array
from sayso.models.attribution.labels import Span
from training.attribution.calibrate import fit
from training.attribution.measure import best_threshold
from training.attribution.why import Told

Read = list[tuple[Told, float, list[Proposal]]]
DICE = 0.5


def asked(data: Sequence[Told], hidden: Sequence[Array], reasoner: Reasoner) -> Read:
    """Each sentence by the vectors of its words: how much it tells a cause, and what might be one."""
    found = []
    for one, own in zip(data, hidden, strict=True):
        mixed, scores = reasoner.causes(own)
        found.append((one, tells(scores), proposals(mixed, scores, reasoner)))
    return found


def words(spans: Sequence[Span]) -> set[int]:
    return {n for s, e in spans for n in range(s, e)}


def gold(one: Told) -> list[Relation]:
    """The relations of a sentence as ours are."""
    return [Relation(a.cue, a.content, a.source) for a in one.gold]


def agree(one: Relation, other: Relation) -> bool:
    """Both ends share at least half of their words (Dice)."""
    return min(_dice([one.cause], [other.cause]), _dice(one.effect, other.effect)) >= DICE


def _dice(one: Sequence[Span], other: Sequence[Span]) -> float:
    a, b = words(one), words(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def known(found: Read) -> Causes:
    """Calibration and thresholds with the best F1."""
    features, right = [], []
    for one, _, proposed in found:
        features += [p.features for p in proposed]
        right += [any(agree(p.relation, g) for g in gold(one)) for p in proposed]
    if not any(right):
        return Causes(Calibration((1.0, 0.0, 0.0, 0.0)), 0.0)
    weights, bias = fit(features, right)
    calibration = Calibration(weights, bias)
    total = sum(len(one.gold) for one, _, _ in found)
    threshold = best_threshold([calibration.chance(one) for one in features], right, total)
    return Causes(Calibration(weights, bias, threshold), _sentence_threshold(found))


def _sentence_threshold(found: Read) -> float:
    scores = np.array([told if proposed else -99.0 for _, told, proposed in found])
    causal = np.array([one.causal for one, _, _ in found])
    order = np.argsort(-scores)
    hits = np.cumsum(causal[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + causal.sum())
    return float(scores[order][int(f1.argmax())])


def scores(found: Read, how: Causes) -> dict[str, float]:
    """F1 of sentences, of relations (both ends at Dice >= .5), and of spans, exact and fair, in causal sentences."""
    decided = [how.decided(told, proposed) for _, told, proposed in found]
    causal = [one.causal for one, _, _ in found]
    hits = sum(bool(d) and c for d, c in zip(decided, causal, strict=True))
    values = {"sentence_f1": _f1(hits, sum(map(bool, decided)), sum(causal))}
    exact, fair, right = np.zeros(3), np.zeros(3), np.zeros(3)
    for (one, _, proposed), kept in zip(found, decided, strict=True):
        if one.causal:
            ours = kept or how.decided(np.inf, proposed)
            a, b = compared([_spanned(g) for g in gold(one)], [_spanned(o) for o in ours])
            exact += a
            fair += b
        right += (sum(any(agree(k, g) for k in kept) for g in gold(one)), len(kept), len(one.gold))
    values["relation_f1"] = _f1(*right)
    values["spans_exact_f1"] = _f1(*exact)
    values["spans_fair_f1"] = _f1(*fair)
    return {name: round(float(value), 4) for name, value in values.items()}


def _spanned(one: Relation) -> Spanned:
    return Spanned.of([one.cause], one.effect, one.signal)


def _f1(hits: float, found: float, right: float) -> float:
    return 2 * hits / (found + right) if found + right else 0.0
