"""A text to attributions, over any backend: the trained model (torch) or its exported graphs (ONNX Runtime)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.causes import Causes, Reasoner, Relation, moved, relations
from sayso.models.attribution.decode import Array, Candidate, candidates, characters, cue_spans, margins
from sayso.models.attribution.labels import CUE_LABELS, Attribution, Span
from sayso.models.attribution.names import NAME_LABELS
from sayso.models.attribution.pieces import Pieced, Pieces
from sayso.models.attribution.windows import Window, cuts, owner


class Backend(Protocol):
    """What answers for one window at a time, so that batching and padding change nothing."""

    def encode(self, ids: NDArray[np.int64], first: NDArray[np.int64]) -> tuple[Array, Array]:
        """Pieces (n,) and the first piece of each word (w,) -> vectors (w, hidden) and cue scores (w, 3)."""

    def roles(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        """Vectors of words (w, hidden) and cues (c,) -> role scores (c, w, 5) and cue scores (c,)."""


class Namer(Protocol):
    """What labels names, for one window at a time."""

    def names(self, hidden: Array, looks: NDArray[np.int64]) -> Array:
        """Vectors of words (w, hidden) and their looks (w,) -> scores of the labels of names (w, labels)."""


@dataclass(frozen=True)
class Encoded:
    """A text's windows, the vectors of the words of each, and the cue scores of all its words."""

    windows: Sequence[Window]
    vectors: Sequence[Array]
    cues: Array


def encode(text: Pieced, pieces: Pieces, backend: Backend) -> Encoded:
    """One pass of the encoder over a text."""
    found = text.windows()
    vectors, logits = [], []
    for window in found:
        sequence = pieces.sequence(text, window)
        hidden, scores = backend.encode(sequence.ids, sequence.first)
        vectors.append(hidden)
        logits.append(scores)
    return Encoded(found, vectors, seamless(found, logits, len(CUE_LABELS)))


def propose(text: Encoded, backend: Backend, tilt: float) -> list[Candidate]:
    """All candidates of a text, in words; each cue is decided in the window in which it stands most centrally."""
    mine: list[list[Span]] = [[] for _ in text.windows]
    at = cuts(text.windows)
    above = margins(text.cues)
    for cue in cue_spans(text.cues, tilt):
        mine[owner(at, *cue)].append(cue)
    return [
        one
        for window, hidden, cues in zip(text.windows, text.vectors, mine, strict=True)
        if cues
        for one in _of(window, hidden, cues, above, backend)
    ]


def label_names(text: Encoded, looks: NDArray[np.int64], namer: Namer) -> NDArray[np.int64]:
    """Labels of names of all words of a text."""
    parts = [namer.names(v, looks[w.start : w.end]) for w, v in zip(text.windows, text.vectors, strict=True)]
    labels: NDArray[np.int64] = seamless(text.windows, parts, len(NAME_LABELS)).argmax(-1)
    return labels


def tell(
    text: Pieced, encoded: Encoded, reasoner: Reasoner, causes: Causes, asked: Callable[[Span], bool]
) -> list[Relation]:
    """Causes told in each sentence that is asked about, in characters; it is read in the window in which it stands
    most centrally."""
    at, spans = cuts(encoded.windows), text.words.spans
    found: list[Relation] = []
    for start, end in pairwise([*text.words.sentences, len(spans)]):
        if start == end or not asked((spans[start][0], spans[end - 1][1])):
            continue
        number = owner(at, start, end)
        window, hidden = encoded.windows[number], encoded.vectors[number]
        low, high = max(start, window.start), min(end, window.end)
        told = relations(hidden[low - window.start : high - window.start], reasoner, causes) if low < high else []
        found += [moved(one, spans[low:high]) for one in told]
    return found


def _of(window: Window, hidden: Array, cues: Sequence[Span], above: Array, backend: Backend) -> list[Candidate]:
    """Candidates of the cues that are decided in one window."""
    place = (np.array(cues, np.int64) - window.start).clip(0, window.end - window.start)
    roles, scores = backend.roles(hidden, place[:, 0], place[:, 1])
    return candidates(cues, roles, scores, [float(above[slice(*cue)].mean()) for cue in cues], window.start)


def seamless(found: Sequence[Window], logits: Sequence[Array], labels: int) -> Array:
    """Scores of all words of a text, each from the window in which it stands most centrally."""
    at = [0, *cuts(found), found[-1].end] if found else []
    parts = [
        scores[start - window.start : end - window.start]
        for window, scores, (start, end) in zip(found, logits, pairwise(at), strict=True)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, labels), np.float32)


def decide(text: Pieced, proposed: Sequence[Candidate], calibration: Calibration) -> list[Attribution]:
    """The candidates that are likely enough and say something, in characters of the text."""
    scored = [replace(one.attribution, score=calibration.chance(one.features)) for one in proposed]
    kept = [one for one in scored if one.content and one.score >= calibration.threshold]
    return [characters(one, text.words.spans) for one in kept]
