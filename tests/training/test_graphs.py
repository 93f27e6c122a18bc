"""The exported graphs say what the model says, and are the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.models.attribution.graphs import ENCODER, NAMES, ROLES, Graphs

torch: Any = pytest.importorskip("torch", reason="training/requirements.txt is not installed")
pytest.importorskip("onnx", reason="training/requirements.txt is not installed")
encoder: Any = pytest.importorskip("training.attribution.encoder")
model: Any = pytest.importorskip("training.attribution.model")
backends: Any = pytest.importorskip("training.attribution.backends")
graphs: Any = pytest.importorskip("training.attribution.graphs")
why_model: Any = pytest.importorskip("training.attribution.why_model")
Answers = list[NDArray[np.float32]]
FIRST = np.array([1, 2, 4, 5, 8, 9])


def net(family: str) -> Any:
    torch.manual_seed(0)
    shape = encoder.Shape(family, 2, 24, 2, 48, 200, 300, 1e-5, first_position=2 if family == "mpnet" else 0)
    return model.Model(encoder.Encoder(shape), size=16).eval()


def answers(backend: Any, first: NDArray[np.int64]) -> Answers:
    ids = np.random.default_rng(2).integers(3, 200, 12)
    hidden, cues = backend.encode(ids, first)
    start = np.array([0, 2, len(first) - 1])
    roles, scores = backend.roles(hidden, start, start + 1)
    return [hidden, cues, roles, scores, backend.names(hidden, np.arange(len(first)) % 8)]


@pytest.mark.parametrize("family", ["bert", "mpnet"])
@pytest.mark.parametrize("first", [FIRST, FIRST[:3]], ids=["six words", "three words"])
@pytest.mark.parametrize(("low", "allowed"), [(False, 1e-5), (True, 0.1)], ids=["float32", "int8"])
def test_graphs_say_what_the_model_says(
    family: str, first: NDArray[np.int64], low: bool, allowed: float, tmp_path: Path
) -> None:
    made = net(family)
    graphs.write(made, tmp_path, low)
    for ours, theirs in zip(answers(backends.TorchBackend(made), first), answers(Graphs(tmp_path), first), strict=True):
        assert ours.shape == theirs.shape
        assert np.abs(ours - theirs).max() < allowed


@pytest.mark.parametrize("words", [1, 7])
def test_graphs_for_causes_say_what_the_heads_say(words: int, tmp_path: Path) -> None:
    torch.manual_seed(0)
    made = why_model.Why(24).eval()
    graphs.write(net("bert"), tmp_path, low=True)
    graphs.write_why(made, tmp_path, low=False)
    hidden = np.random.default_rng(1).normal(size=(words, 24)).astype(np.float32)
    at = np.array([0])
    for ours, theirs in (
        (made.causes(hidden), Graphs(tmp_path).causes(hidden)),
        (
            made.effects(made.causes(hidden)[0], at, at + 1),
            Graphs(tmp_path).effects(made.causes(hidden)[0], at, at + 1),
        ),
    ):
        assert all(np.abs(a - b).max() < 1e-4 for a, b in zip(ours, theirs, strict=True))


def test_the_same_weights_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        graphs.write(net("mpnet"), tmp_path / folder, low=True)
    for name in (ENCODER, ROLES, NAMES):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
