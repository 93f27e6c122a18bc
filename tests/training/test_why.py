"""Sentences that tell causes: how they share windows, and how their labels and vectors line up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.models.attribution.labels import Attribution
from sayso.models.attribution.pieces import ROOM
from tests.training.test_attribution import PIECES

why: Any = pytest.importorskip("training.attribution.why", reason="training/requirements.txt is not installed")
TEXTS = ("Rain fell so the road closed .", "Nobody came .", "The strike began because wages fell after the war .")


def sentences() -> list[Any]:
    gold = (Attribution((0, 2), ((2, 3),), ((3, 6),)),)
    texts = enumerate(TEXTS * 4)
    return [why.Told(PIECES.read(text), gold if number % 3 == 0 else (), number % 3 != 1) for number, text in texts]


class Counting:
    """An encoder whose vector of a word is its first piece's number and the size of its window."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def encode(self, ids: NDArray[np.int64], first: NDArray[np.int64]) -> tuple[NDArray[np.float32], None]:
        self.sizes.append(len(ids))
        return np.stack([ids[first], np.full(len(first), len(ids))], 1).astype(np.float32), None


def test_every_sentence_is_in_one_window_alone_or_with_others() -> None:
    read = sentences()
    found = why.rows(read, (1, 0))
    assert sorted(n for row in found for n in row) == list(range(len(read)))
    assert found == why.rows(read, (1, 0)) != why.rows(read, (1, 1))
    assert {len(row) > 1 for seed in range(9) for row in why.rows(read, (seed,))} == {True, False}


def test_vectors_come_back_to_their_sentences_whatever_the_windows() -> None:
    read, encoder = sentences(), Counting()
    for row_order in (why.rows(read, (3,)), [(n,) for n in range(len(read))]):
        for told, vectors in zip(read, why.vectors(read, row_order, PIECES, encoder), strict=True):
            assert vectors[:, 0].tolist() == [word[0] for word in told.text.pieces]
    assert max(encoder.sizes) <= ROOM + 2


def test_labels_stand_on_the_words_of_the_cause() -> None:
    batch = why.labelled(sentences()[:3])
    assert batch.cues[0, :7].tolist() == [1, 2, 0, 0, 0, 0, 0]
    assert batch.there.sum(1).tolist() == [len(PIECES.read(text).pieces) for text in TEXTS]
    assert batch.causal.tolist() == [1, 0, 1]
    assert [len(gold) for gold in batch.gold] == [1, 0, 0]


def test_filling_up_changes_nothing_in_the_heads() -> None:
    torch = pytest.importorskip("torch")
    model: Any = pytest.importorskip("training.attribution.why_model").Why(24).eval()
    hidden = torch.randn(1, 6, 24)
    longer = torch.cat([hidden, torch.randn(1, 3, 24)], 1)
    there = torch.tensor([[1] * 6 + [0] * 3])
    with torch.no_grad():
        mixed, scores = model.cause_head(hidden, there[:, :6])
        filled, others = model.cause_head(longer, there)
    assert torch.allclose(mixed, filled[:, :6], atol=1e-5)
    assert torch.allclose(scores, others[:, :6], atol=1e-5)
