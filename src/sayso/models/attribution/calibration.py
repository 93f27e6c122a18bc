"""The chance that an attribution is right as a whole, from the scores that the heads gave it (Platt 1999)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Calibration:
    """`weights` of the features and `bias`; attributions below `threshold` are left out; `tilt` proposes cues."""

    weights: tuple[float, ...] = (1.0, 0.0, 0.0)
    bias: float = 0.0
    threshold: float = 0.5
    tilt: float = 1.5

    def chance(self, features: Sequence[float]) -> float:
        """0..1."""
        total = float(np.dot(self.weights, features)) + self.bias
        return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))
