"""Sentences that tell causes: how they become batches, and how what is found in them is counted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.causes import Causes, Proposal, Relation, moved, tells
from sayso.models.attribution.labels import Attribution
from tests.training.test_attribution import PIECES

why = pytest.importorskip("training.attribution.why", reason="training/requirements.txt is not installed")
why_measure = pytest.importorskip("training.attribution.why_measure")
TEXTS = ("Rain fell so the road closed .", "Nobody came .", "The strike began because wages fell after the war .")


def sentences() -> list[object]:
    gold = (Attribution((0, 2), ((2, 3),), ((3, 6),)),)
    return [
        why.Told(PIECES.read(text), gold if number == 0 else (), number != 1) for number, text in enumerate(TEXTS * 4)
    ]


def test_every_sentence_is_read_once_an_epoch_alone_or_with_others() -> None:
    read = sentences()
    batches = why.plan(read, (1, 0, 0))
    assert sorted(n for batch in batches for row in batch for n in row) == list(range(len(read)))
    assert batches == why.plan(read, (1, 0, 0)) != why.plan(read, (1, 0, 1))
    assert {len(row) > 1 for seed in range(9) for batch in why.plan(read, (seed,)) for row in batch} == {True, False}


def test_words_of_each_sentence_are_found_again_in_their_window() -> None:
    read = sentences()
    batch = why.collate(read, [(0, 1), (2,)], PIECES)
    width = batch.first.shape[1]
    lengths = [len(read[n].text.pieces) for n in (0, 1, 2)]  # type: ignore[attr-defined]
    assert batch.there.sum(1).tolist() == lengths
    assert batch.where[1, 0] == lengths[0]
    assert batch.where[2, 0] == width
    assert batch.cues[0, :7].tolist() == [1, 2, 0, 0, 0, 0, 0]
    assert batch.causal.tolist() == [1, 0, 1]
    words = [PIECES.read(text).pieces for text in TEXTS]
    for row, pieces in zip((0, 0, 1), words, strict=True):
        assert set(np.concatenate(pieces)) <= set(batch.ids[row].tolist())


def proposed(*features: float) -> list[Proposal]:
    return [Proposal(Relation((n, n + 1), ((9, 10),), ()), (f, 0.0, 0.0, 0.0)) for n, f in enumerate(features)]


@pytest.mark.parametrize(
    ("told", "features", "expected"),
    [(-1.0, (5.0,), []), (1.0, (5.0, 3.0, -5.0), [0, 1]), (1.0, (-5.0, -3.0), [1]), (1.0, (), [])],
    ids=["tells none", "the likely ones", "else the likeliest", "nothing proposed"],
)
def test_a_sentence_that_tells_a_cause_keeps_the_likely_relations(
    told: float, features: Sequence[float], expected: list[int]
) -> None:
    causes = Causes(Calibration((1.0, 0.0, 0.0, 0.0), 0.0, 0.5), sentence=0.0)
    assert [one.cause[0] for one in causes.decided(told, proposed(*features))] == expected


def test_a_sentence_tells_a_cause_where_one_of_its_words_does() -> None:
    scores = np.full((4, 4), -5.0, np.float32)
    quiet = tells(scores)
    scores[2, 3] = 4.0
    assert quiet < 0 < tells(scores)


def test_relations_lead_back_to_characters() -> None:
    words = [(0, 4), (5, 9), (10, 12), (13, 16)]
    assert moved(Relation((0, 2), ((3, 4),), ((2, 3),), 0.7), words) == Relation((0, 9), ((13, 16),), ((10, 12),), 0.7)
