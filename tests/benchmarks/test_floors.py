"""No floor falls silently, and the gate notices what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.floors import Floors, LoweredFloorError
from benchmarks.gate import failures
from benchmarks.measure import Measure, Scores, f1

from benchmarks import floors, registry


def measure(corpus: Path) -> Measure:
    return Measure("toy", corpus, lambda _: Scores(1, {}), "a test")


def test_a_floor_falls_only_with_a_reason() -> None:
    high, low = {"since": "2026-01-01", "value": 0.6}, {"since": "2026-02-01", "value": 0.5}
    assert floors.current("x", [low, high]) == 0.6
    with pytest.raises(LoweredFloorError, match=r"x falls from 0\.6 to 0\.5"):
        floors.current("x", [high, low])
    assert floors.current("x", [high, {**low, "why": "the corpus was repaired"}]) == 0.5


def test_the_committed_floors_load_and_belong_to_a_measure() -> None:
    assert set(floors.load()) == {m.name for m in registry.MEASURES}


def test_the_gate_sees_a_changed_corpus_a_low_score_and_a_missing_one(tmp_path: Path) -> None:
    corpus = tmp_path / "gold.jsonl"
    corpus.write_text("{}\n")
    toy = measure(corpus)
    held = Floors(toy.sha256, {"f1": 0.5, "recall": 0.1})
    assert failures(toy, Scores(1, {"f1": 0.5, "recall": 0.2}), held) == []
    assert len(failures(toy, Scores(1, {"f1": 0.49}), held)) == 2
    corpus.write_text("{ }\n")
    assert "not the corpus" in failures(toy, Scores(1, {"f1": 1.0, "recall": 1.0}), held)[0]
    assert "has no floors" in failures(toy, Scores(1, {}), None)[0]


def test_f1_of_nothing_is_zero() -> None:
    assert f1(0, 0, 0) == 0.0
    assert f1(1, 2, 2) == 0.5
