"""Scores to attributions. Pure numpy: the package decodes with the same rules.

Labels are chosen by the best path (Viterbi 1967) in which I only follows B or I of the same role. A cue is a candidate
where its best path, tilted towards cues, says so; what becomes of it is decided by the calibrated score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.models.attribution.labels import CUE_LABELS, ROLE_LABELS, ROLES, Attribution, Span

Array = NDArray[np.float32]
NEVER = np.float32(-1e9)


@dataclass(frozen=True)
class Candidate:
    """A cue, its roles (in words of the text) and what its score is made of.

    `features`: the second head's logit, the mean margin of the cue's words over "no cue", the mean log-probability of
    its role labels.
    """

    attribution: Attribution
    features: tuple[float, float, float]


def allowed(labels: Sequence[str]) -> Array:
    """0 where the second label may follow the first, else very low; the last row is the start of a text."""
    table = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for i, before in enumerate([*labels, "O"]):
        for j, after in enumerate(labels):
            if after.startswith("I") and before not in (after, "B" + after[1:]):
                table[i, j] = NEVER
    return table


CUE_STEPS = allowed(CUE_LABELS)
ROLE_STEPS = allowed(ROLE_LABELS)


def log_softmax(logits: Array) -> Array:
    """Over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def best_path(scores: Array, steps: Array) -> NDArray[np.int64]:
    """Best labels of each row; `scores` (rows, words, labels), `steps` as `allowed` makes them -> (rows, words).

    Steps cost nothing or are forbidden. So each word has the label it likes best, except in stretches where that would
    take a forbidden step: only those are searched. A stretch starts at a word that likes no I better than its B:
    whatever stands before it, what follows can be as good.
    """
    path: NDArray[np.int64] = scores.argmax(-1)
    goes_on = np.flatnonzero(steps[-1] < 0)
    free = np.all(scores[..., goes_on - 1] >= scores[..., goes_on], axis=-1)
    before = np.concatenate([np.full_like(path[:, :1], -1), path[:, :-1]], 1)
    wrong = steps[before, path] < 0
    for row in np.flatnonzero(wrong.any(1)).tolist():
        number = np.cumsum(free[row])
        for one in dict.fromkeys(number[wrong[row]].tolist()):
            start, end = number.searchsorted([one, one + 1]).tolist()
            path[row, start:end] = _searched(scores[row, start:end], steps)
    return path


def _searched(scores: Array, steps: Array) -> list[int]:
    """The best path (Viterbi 1967) of one stretch; `scores` (words, labels)."""
    goes_on = (steps[-1] < 0).tolist()
    best = (scores[0] + steps[-1]).tolist()
    came_from: list[list[int]] = []
    for word in scores[1:].tolist():
        top = best.index(max(best))
        before = [
            top if not inside else label if best[label] > best[label - 1] else label - 1
            for label, inside in enumerate(goes_on)
        ]
        came_from.append(before)
        best = [best[label] + score for label, score in zip(before, word, strict=True)]
    path = [best.index(max(best))]
    for before in reversed(came_from):
        path.append(before[path[-1]])
    return path[::-1]


def spans_of(path: NDArray[np.int64], begin: int) -> list[Span]:
    """Spans of one role in a path: from each B to its last I."""
    found: list[Span] = []
    for start in np.flatnonzero(path == begin).tolist():
        end = start + 1
        while end < len(path) and path[end] == begin + 1:
            end += 1
        found.append((start, end))
    return found


def cue_spans(logits: Array, tilt: float) -> list[Span]:
    """Candidate cues of a text; `logits` (words, 3); `tilt` is added to B and I, so that more are proposed."""
    scores = log_softmax(logits) + np.array([0, tilt, tilt], np.float32)
    return spans_of(best_path(scores[None], CUE_STEPS)[0], 1)


def margins(logits: Array) -> Array:
    """How far each word stands above "no cue", in nats; `logits` (words, 3)."""
    return above(log_softmax(logits))


def above(chances: Array) -> Array:
    """How far the first role's labels, B or I, stand above O."""
    result: Array = np.logaddexp(chances[:, 1], chances[:, 2]) - chances[:, 0]
    return result


def candidates(
    cues: Sequence[Span], roles: Array, scores: Array, margins: Sequence[float], offset: int
) -> list[Candidate]:
    """Roles of the cues of one window that starts at word `offset` of the text.

    `roles` (cues, words, 5) and `scores` (cues,) come from the second head; `cues` are in words of the text.
    """
    chances = log_softmax(roles)
    for row, (start, end) in enumerate(cues):  # a cue is neither source nor content of itself
        chances[row, max(start - offset, 0) : end - offset, 1:] = NEVER
    paths = best_path(chances, ROLE_STEPS)
    return [
        _candidate(cue, paths[row], chances[row], (float(scores[row]), margins[row]), offset)
        for row, cue in enumerate(cues)
    ]


def _candidate(
    cue: Span, path: NDArray[np.int64], chances: Array, known: tuple[float, float], offset: int
) -> Candidate:
    used = np.flatnonzero(path)
    sure = float(chances[used, path[used]].mean()) if len(used) else -5.0
    source = best_span(spans_of(path, ROLES["source"]), chances)
    content = spans_of(path, ROLES["content"])
    moved = [tuple((s + offset, e + offset) for s, e in spans) for spans in (source, content)]
    return Candidate(Attribution(cue, moved[0], moved[1]), (*known, sure))


def best_span(spans: Sequence[Span], chances: Array) -> list[Span]:
    """The source that stands furthest above "no source": nobody says a thing from two places (6 of 19,881 in train)."""
    if len(spans) < 2:
        return list(spans)
    source = above(chances)
    return sorted(spans, key=lambda span: -float(source[span[0] : span[1]].sum()))[:1]


def characters(one: Attribution, words: Sequence[Span]) -> Attribution:
    """The same attribution in characters of the text."""

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((words[s][0], words[e - 1][1]) for s, e in spans)

    return Attribution(moved([one.cue])[0], moved(one.source), moved(one.content), one.score)
