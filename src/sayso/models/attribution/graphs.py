"""The exported graphs in ONNX Runtime, on one thread: results do not depend on the number of cores."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from sayso.models.attribution.decode import Array

ENCODER, ROLES, NAMES = "encoder.onnx", "roles.onnx", "names.onnx"
CAUSES, EFFECTS = "causes.onnx", "effects.onnx"


class Graphs:
    """The graphs in a folder: encoder with cue head, heads for roles, for names, for causes and their effects.

    All but the last two take one window at a time; those take a sentence.

    They are written in their final form (training/attribution/graphs.py): rewriting them at load makes them slower.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._encoder, self._roles, self._names = (_session(folder / name) for name in (ENCODER, ROLES, NAMES))

    @cached_property
    def _causes(self) -> Any:
        return _session(self._folder / CAUSES)

    @cached_property
    def _effects(self) -> Any:
        return _session(self._folder / EFFECTS)

    def encode(self, ids: NDArray[np.int64], first: NDArray[np.int64]) -> tuple[Array, Array]:
        """Pieces (n,) and the first piece of each word (w,) -> vectors (w, hidden) and cue scores (w, 3)."""
        hidden, cues = self._encoder.run(None, {"ids": ids, "first": first})
        return hidden, cues

    def roles(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        """Vectors of words (w, hidden) and cues (c,) -> role scores (c, w, 5) and cue scores (c,)."""
        roles, scores = self._roles.run(None, {"hidden": hidden, "start": start, "end": end})
        return roles, scores

    def causes(self, hidden: Array) -> tuple[Array, Array]:
        """Vectors of a sentence's words (w, hidden) -> theirs among each other (w, size), and scores (w, 4)."""
        mixed, scores = self._causes.run(None, {"hidden": hidden})
        return mixed, scores

    def effects(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        """Such vectors (w, size) and causes (c,) -> role scores (c, w, 5) and scores of being a cause (c,)."""
        roles, scores = self._effects.run(None, {"hidden": hidden, "start": start, "end": end})
        return roles, scores

    def names(self, hidden: Array, looks: NDArray[np.int64]) -> Array:
        """Vectors of words (w, hidden) and their looks (w,) -> scores of the labels of names (w, labels)."""
        scores: Array = self._names.run(None, {"hidden": hidden, "looks": looks})[0]
        return scores


def _session(file: Path) -> Any:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
