"""From a candidate's features to the chance that it is right as a whole: logistic regression (Platt 1999)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RIDGE = 1e-2


def fit(features: Sequence[Sequence[float]], right: Sequence[bool]) -> tuple[tuple[float, ...], float]:
    """Weights and bias that make `right` most likely (Newton's method, a little ridge)."""
    x = np.column_stack([np.asarray(features, np.float64), np.ones(len(features))])
    y = np.asarray(right, np.float64)
    theta = np.zeros(x.shape[1])
    for _ in range(50):
        step = _step(x, y, theta)
        theta += step
        if np.abs(step).max() < 1e-8:
            break
    return tuple(float(w) for w in theta[:-1]), float(theta[-1])


def _step(x: NDArray[np.float64], y: NDArray[np.float64], theta: NDArray[np.float64]) -> NDArray[np.float64]:
    chance = 1 / (1 + np.exp(-np.clip(x @ theta, -30, 30)))
    slope = x.T @ (y - chance) - RIDGE * theta
    curve = (x * (chance * (1 - chance))[:, None]).T @ x + RIDGE * np.eye(len(theta))
    return np.asarray(np.linalg.solve(curve, slope), np.float64)
