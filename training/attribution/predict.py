"""A text to attributions, over any backend: the trained model (torch) or its exported graphs (ONNX Runtime)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.attribution.calibrate import Calibration
from training.attribution.decode import Array, Candidate, candidates, characters, cue_margin, cue_spans
from training.attribution.labels import CUE_LABELS, Attribution, Span
from training.attribution.pieces import Pieced, Pieces
from training.attribution.windows import Window, cuts, owner


class Backend(Protocol):
    """One window at a time, so that batching and padding change nothing."""

    def encode(self, ids: NDArray[np.int64]) -> tuple[Array, Array]:
        """Pieces (n,) -> vectors (n, hidden) and cue scores (n, 3)."""

    def roles(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        """Vectors of words (w, hidden) and cues (c,) -> role scores (c, w, 5) and cue scores (c,)."""


def propose(text: Pieced, pieces: Pieces, backend: Backend, tilt: float) -> list[Candidate]:
    """All candidates of a text, in words; a word or cue is decided where it stands most centrally."""
    found = text.windows()
    vectors, logits = [], []
    for window in found:
        sequence = pieces.sequence(text, window)
        hidden, scores = backend.encode(sequence.ids)
        vectors.append(hidden[sequence.first])
        logits.append(scores[sequence.first])
    merged = seamless(found, logits)
    mine: list[list[Span]] = [[] for _ in found]
    at = cuts(found)
    for cue in cue_spans(merged, tilt):
        mine[owner(at, *cue)].append(cue)
    return [
        one
        for window, hidden, cues in zip(found, vectors, mine, strict=True)
        if cues
        for one in _of(window, hidden, cues, merged, backend)
    ]


def _of(window: Window, hidden: Array, cues: Sequence[Span], merged: Array, backend: Backend) -> list[Candidate]:
    """Candidates of the cues that are decided in one window."""
    place = (np.array(cues, np.int64) - window.start).clip(0, window.end - window.start)
    roles, scores = backend.roles(hidden, place[:, 0], place[:, 1])
    return candidates(cues, roles, scores, [cue_margin(merged, cue) for cue in cues], window.start)


def seamless(found: Sequence[Window], logits: Sequence[Array]) -> Array:
    """Scores of all words of a text, each from the window in which it stands most centrally."""
    at = [0, *cuts(found), found[-1].end] if found else []
    parts = [
        scores[start - window.start : end - window.start]
        for window, scores, (start, end) in zip(found, logits, pairwise(at), strict=True)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, len(CUE_LABELS)), np.float32)


def decide(text: Pieced, proposed: Sequence[Candidate], calibration: Calibration) -> list[Attribution]:
    """The candidates that are likely enough and say something, in characters of the text."""
    scored = [replace(one.attribution, score=calibration.chance(one.features)) for one in proposed]
    kept = [one for one in scored if one.content and one.score >= calibration.threshold]
    return [characters(one, text.words.spans) for one in kept]
