"""Score attributions on a corpus with the scorer that the peers were scored with, and choose the threshold there."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from benchmarks.measure import SHARED, lines

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.decode import Candidate, characters
from sayso.models.attribution.labels import Attribution
from sayso.models.attribution.pieces import Pieced, Pieces
from sayso.models.attribution.predict import Backend, decide, encode, propose
from training.attribution.calibrate import fit

POLNEAR = SHARED / "data" / "polnear"
TILT = 1.5
"""Nats by which cues are preferred when they are proposed."""
FOR_PRECISION = 0.003
"""F1 that is given for precision when the threshold is chosen: a claim that is missed harms less than a wrong one."""
Gold = dict[str, dict[str, Any]]
Proposed = dict[str, tuple[Pieced, list[Candidate]]]


def scorer() -> ModuleType:
    """../shared/score/attribution.py; its definitions are in its docstring."""
    spec = importlib.util.spec_from_file_location("attribution_scorer", SHARED / "score" / "attribution.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(file: Path, limit: int | None = None) -> Gold:
    """Documents by id, the first `limit` of them."""
    return {line["id"]: line for line in list(lines(file))[:limit]}


def plain(found: Sequence[Attribution]) -> list[dict[str, Any]]:
    """Attributions as the scorer reads them."""
    return [
        {"id": str(n), "cue": [a.cue], "source": list(a.source), "content": list(a.content), "score": a.score}
        for n, a in enumerate(found)
    ]


def propose_all(corpus: Gold, pieces: Pieces, backend: Backend, tilt: float) -> Proposed:
    """Candidates of each document."""
    texts = {key: pieces.read(line["text"]) for key, line in corpus.items()}
    return {key: (text, propose(encode(text, pieces, backend), backend, tilt)) for key, text in texts.items()}


def predictions(proposed: Proposed, calibration: Calibration) -> dict[str, dict[str, Any]]:
    """What is left of the candidates, by document, as the scorer reads it."""
    return {key: {"attributions": plain(decide(text, found, calibration))} for key, (text, found) in proposed.items()}


def calibrated(corpus: Gold, proposed: Proposed, tilt: float) -> Calibration:
    """Weights that predict which candidates are right as a whole, and the threshold with the best whole F1."""
    judge = scorer()
    features, right = [], []
    for key, (text, found) in proposed.items():
        good = _right(judge, corpus[key], text, found)
        features += [one.features for one in found if one.attribution.content]
        right += [number in good for number, one in enumerate(found) if one.attribution.content]
    if not any(right):
        return Calibration(tilt=tilt)
    weights, bias = fit(features, right)
    known = Calibration(weights, bias, tilt=tilt)
    total = sum(len(line["attributions"]) for line in corpus.values())
    return replace(known, threshold=best_threshold([known.chance(one) for one in features], right, total))


def _right(judge: ModuleType, line: Mapping[str, Any], text: Pieced, found: Sequence[Candidate]) -> set[int]:
    """Numbers of the candidates that are right as a whole."""
    read = judge.Text(line["text"])
    spans = text.words.spans
    ours = [judge.Att(read, one) for one in plain([characters(c.attribution, spans) for c in found])]
    theirs = [judge.Att(read, one) for one in line["attributions"]]
    pairs = judge.align(ours, theirs)
    return {p for p, g in pairs if judge.link_ok(ours[p], theirs[g]) and judge.source_ok(ours[p], theirs[g], False)}


def best_threshold(chances: Sequence[float], right: Sequence[bool], gold_items: int) -> float:
    """The highest threshold that costs no more than FOR_PRECISION of the best F1, all at or above it being kept."""
    order = np.argsort(-np.asarray(chances))
    hits = np.cumsum(np.asarray(right)[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + gold_items)
    near = np.flatnonzero(f1 >= f1.max() - FOR_PRECISION)
    return float(np.asarray(chances)[order][int(near[0])])


def scores(corpus: Gold, found: dict[str, dict[str, Any]]) -> dict[str, float]:
    """The figures the issue asks for, 0..1."""
    judge = scorer()
    totals, types, _ = judge.score(corpus, found)
    values = dict(zip(("whole_p", "whole_r", "whole_f1"), judge.prf(*totals["whole"]), strict=True))
    values |= {f"exact_{role}": judge.prf(*totals[f"exact/{role}"])[2] for role in ("source", "cue", "content")}
    values |= {
        f"recall_{name}": types[name][2] / types[name][3]
        for name in ("cue:reporting", "cue:other", "quote:direct", "source:none")
        if types.get(name, [0, 0, 0, 0])[3]
    }
    return {name: round(float(value), 4) for name, value in values.items()}


def interval(corpus: Gold, found: dict[str, dict[str, Any]]) -> tuple[float, float]:
    """95 percent interval of whole F1: documents drawn again a thousand times, as the scorer does it."""
    judge = scorer()
    counts = [per["whole"] for _, per in sorted(judge.score(corpus, found)[2].items())]
    rng = random.Random(0)
    drawn = []
    for _ in range(1000):
        sample = [rng.choice(counts) for _ in counts]
        drawn.append(judge.prf(*map(sum, zip(*sample, strict=True)))[2])
    drawn.sort()
    return round(drawn[25], 4), round(drawn[974], 4)


def chances(corpus: Gold, proposed: Proposed, known: Calibration) -> list[tuple[float, float, int, float]]:
    """For each tenth of the score: from, to, how many were kept with it, and the share of them that is right."""
    judge = scorer()
    kept: list[tuple[float, bool]] = []
    for key, (text, found) in proposed.items():
        good = _right(judge, corpus[key], text, found)
        scored = (
            (known.chance(one.features), number in good) for number, one in enumerate(found) if one.attribution.content
        )
        kept += [pair for pair in scored if pair[0] >= known.threshold]
    table = []
    for tenth in range(10):
        held = [right for chance, right in kept if tenth <= 10 * chance < tenth + 1]
        if held:
            table.append((tenth / 10, (tenth + 1) / 10, len(held), round(sum(held) / len(held), 3)))
    return table
