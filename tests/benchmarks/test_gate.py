"""The gate fails for what it cannot measure, and writes only what it did."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from benchmarks.floors import Floors
from benchmarks.measure import Measure, Scores
from rich.console import Console

from benchmarks import floors, gate, registry

EARLIER = {"toy": {"items": 9}, "other": {"items": 7}}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A toy measure that is there and one that is not, with results of an earlier run."""
    here = tmp_path / "gold.jsonl"
    here.write_text("{}\n")
    toy = Measure("toy", here, lambda _: Scores(3, {"f1": 0.8}), "a test")
    gone = Measure("gone", tmp_path / "gone.jsonl", lambda _: Scores(3, {"f1": 0.8}), "a test")
    monkeypatch.setattr(registry, "MEASURES", (toy, gone))
    monkeypatch.setattr(floors, "load", lambda: {"toy": Floors(toy.sha256, {"f1": 0.5})})
    monkeypatch.setattr(gate, "RESULTS", tmp_path / "gate.json")
    (tmp_path / "gate.json").write_text(json.dumps(EARLIER))
    return here


def run(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    code = gate.main(list(arguments), Console(file=out, width=200))
    return code, out.getvalue()


@pytest.mark.parametrize(
    ("arguments", "code", "says", "items"),
    [
        (["toy"], 0, "kept from an earlier run: other", 3),
        (["toi"], 2, "no measure is called toi; there are: toy, gone", 9),
        (["toy", "--allow"], 2, "no measure is called --allow", 9),
        (["gone"], 1, "gone was not taken; --allow-missing lets that pass", 9),
        (["gone", "--allow-missing"], 0, "not taken: gone", 9),
        ([], 1, "gone was not taken", 3),
        (["--allow-missing"], 0, "its last result is kept", 3),
    ],
)
def test_what_is_not_measured_is_told(arguments: list[str], code: int, says: str, items: int, corpus: Path) -> None:
    assert (result := run(*arguments))[0] == code, result
    assert says in result[1]
    written = json.loads(gate.RESULTS.read_text())
    assert (written["toy"]["items"], written["other"]) == (items, EARLIER["other"])
