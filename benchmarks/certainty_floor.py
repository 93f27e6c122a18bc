"""The linear floor for certainty: logistic regression on the words around an event, without any grammar.

Trained on MEANTIME train each time it is asked (a few seconds), by full-batch gradient descent from zero, so that the
same data give the same floor. Features: the event's words, and the words within `WINDOW` before and behind it, each
side by itself; those seen once are left out. Each class counts as its rarity. Of the twelve settings tried (windows of
3 and 5, three decays, weights by rarity or its root) this does best on dev: the floor is as high as we could make it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import lines

WINDOW = 3
STEPS, RATE, DECAY = 400, 10.0, 1e-4
WORD = re.compile(r"[A-Za-z']+|\d+|[^\w\s]")

Pair = tuple[str, str]
Matrix = NDArray[np.float64]
LEVELS = {"CERTAIN": "certain", "PROBABLE": "probable", "POSSIBLE": "possible", "UNDERSPECIFIED": "uncommitted"}
POLARITIES = {"POS": "positive", "NEG": "negative", "UNDERSPECIFIED": "unknown"}


@dataclass(frozen=True)
class Event:
    """The words of one annotated event, each with its side, and its class."""

    words: frozenset[str]
    gold: Pair


def events(corpus: Path) -> list[Event]:
    """The events with certainty and polarity, in the order of the file."""
    return [
        Event(
            features(line["text"], event["s"], event["e"]), (LEVELS[event["certainty"]], POLARITIES[event["polarity"]])
        )
        for line in lines(corpus)
        for event in line["events"]
        if event.get("certainty") in LEVELS and event.get("polarity") in POLARITIES
    ]


def features(text: str, start: int, end: int) -> frozenset[str]:
    """`<` and `>` mark the words before and behind, `=` those of the event."""
    before = WORD.findall(text[max(0, start - 120) : start].lower())[-WINDOW:]
    behind = WORD.findall(text[end : end + 120].lower())[:WINDOW]
    own = WORD.findall(text[start:end].lower())
    return frozenset((*(f"<{w}" for w in before), *(f">{w}" for w in behind), *(f"={w}" for w in own)))


@dataclass(frozen=True)
class Linear:
    """Weights, one row a feature and one column a class; the last row but one is the bias, the last is zero."""

    names: dict[str, int]
    classes: tuple[Pair, ...]
    weights: Matrix

    def predict(self, events: Sequence[Event]) -> list[Pair]:
        """The likeliest class of each."""
        best = np.argmax(_scores(self.weights, _rows(events, self.names)), axis=1)
        return [self.classes[int(i)] for i in best]


def fit(train: Sequence[Event], power: float = 1.0) -> Linear:
    """Weights for the classes that the training data have; each class counts as its rarity to the `power`."""
    counted = Counter(word for event in train for word in event.words)
    names = {word: i for i, word in enumerate(sorted(word for word, n in counted.items() if n > 1))}
    sizes = Counter(event.gold for event in train)
    classes = tuple(sorted(sizes))
    rows = _rows(train, names)
    gold = np.array([[float(event.gold == c) for c in classes] for event in train])
    share = np.array([[(len(train) / sizes[event.gold]) ** power] for event in train])
    share /= share.sum()
    weights = np.zeros((len(names) + 2, len(classes)))
    for _ in range(STEPS):
        slope = DECAY * weights
        np.add.at(slope, rows, (share * (_softmax(_scores(weights, rows)) - gold))[:, None, :])
        slope[-1] = 0.0
        weights = weights - RATE * slope
    return Linear(names, classes, weights)


def _rows(events: Sequence[Event], names: dict[str, int]) -> NDArray[np.int64]:
    """The rows of the weights that each event adds up: its known features, the bias, and zeros to the same length."""
    known = [[names[word] for word in sorted(event.words) if word in names] for event in events]
    longest = max(len(row) for row in known) + 1
    padding = [[len(names), *[len(names) + 1] * (longest - 1 - len(row))] for row in known]
    return np.array([[*row, *rest] for row, rest in zip(known, padding, strict=True)])


def _scores(weights: Matrix, rows: NDArray[np.int64]) -> Matrix:
    return np.asarray(weights[rows].sum(axis=1))


def _softmax(scores: Matrix) -> Matrix:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def predicted(train: Path, corpus: Path) -> list[tuple[Pair, Pair]]:
    """(gold, predicted) for each event of `corpus`, by the floor fitted on `train`."""
    held = events(corpus)
    return list(zip((event.gold for event in held), fit(events(train)).predict(held), strict=True))
