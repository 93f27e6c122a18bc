"""Train the heads for causes on a released encoder, which stays as it is, and put them beside it.

usage: python -m training.attribution.why_train PROFILE [--epochs N] [--seed N]

The encoder as it ships reads every sentence of the Causal News Corpus in VIEWS windows, alone and beside others; the
heads learn from those vectors. Written to weights/PROFILE: causes.onnx and effects.onnx of the epoch that is best on
dev, in int8, and causes.json (calibration and thresholds of float32, scores of int8, how made); a log to --log.
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from sayso.models.attribution.causes import Causes, Reasoner
from sayso.models.attribution.decode import Array
from sayso.models.attribution.engine import CAUSES
from sayso.models.attribution.graphs import Graphs
from sayso.models.attribution.pieces import Pieces
from sayso.models.attribution.wordpiece import pieces_of
from sayso.models.catalogue import PROFILES, folder, model
from training.attribution import why, why_measure
from training.attribution.graphs import write_why
from training.attribution.why_model import Why

VIEWS = 4
BATCH = 32
STEADY = 0.995
"""What of the running mean of the weights a step leaves: it is the mean that is scored and kept (Polyak 1992)."""
RATE = 1e-3
WEIGHTS = {"cause": 1.0, "effect": 1.0, "caused": 0.3, "causal": 0.5}
Half = NDArray[np.float16]


class Lesson:
    """The corpus with its vectors, the heads, and the best of them so far."""

    def __init__(self, encoder: Graphs, pieces: Pieces, epochs: int, seed: int) -> None:
        torch.manual_seed(seed)
        self.seed = seed
        self.read, self.dev = (why.told(why.CORPUS / f"{half}.jsonl", pieces) for half in ("train", "dev"))
        self.seen = [
            [v.astype(np.float16) for v in why.vectors(self.read, why.rows(self.read, (seed, n)), pieces, encoder)]
            for n in range(VIEWS)
        ]
        self.alone: list[Array] = why.vectors(self.dev, [(n,) for n in range(len(self.dev))], pieces, encoder)
        self.model = Why(self.alone[0].shape[1])
        self.mean = AveragedModel(self.model, multi_avg_fn=get_ema_multi_avg_fn(STEADY))
        self.optimiser = torch.optim.AdamW(self.model.parameters(), lr=RATE, weight_decay=0.05)
        steps = epochs * -(-len(self.read) // BATCH)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, RATE, total_steps=steps, pct_start=0.1)

    def batches(self, rng: np.random.Generator) -> Iterator[list[int]]:
        """Numbers of sentences in random order."""
        order = rng.permutation(len(self.read)).tolist()
        for start in range(0, len(order), BATCH):
            yield order[start : start + BATCH]

    def epoch(self, number: int) -> dict[str, float]:
        """Learn from all sentences; mean losses."""
        rng = np.random.default_rng((self.seed, number))
        self.model.train()
        parts = [self._step(numbers, rng) for numbers in self.batches(rng)]
        return {name: round(float(np.mean([one[name] for one in parts])), 4) for name in WEIGHTS}

    def _step(self, numbers: Sequence[int], rng: np.random.Generator) -> dict[str, float]:
        hidden = stacked([self.seen[int(rng.integers(VIEWS))][n] for n in numbers])
        found = why.losses(self.model, hidden, why.labelled([self.read[n] for n in numbers]), rng)
        loss = torch.stack([WEIGHTS[name] * part for name, part in found.items()]).sum()
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.mean.update_parameters(self.model)
        return {name: float(part.detach()) for name, part in found.items()}

    @property
    def heads(self) -> Why:
        """The mean of the heads of late."""
        assert isinstance(self.mean.module, Why)
        return self.mean.module.eval()

    def scored(self, heads: Reasoner, known: Causes | None = None) -> tuple[Causes, dict[str, float]]:
        """How causes are decided, chosen on dev unless it is known, and the scores there."""
        found = why_measure.asked(self.dev, self.alone, heads)
        known = known or why_measure.known(found)
        return known, why_measure.scores(found, known)


def stacked(hidden: Sequence[Half]) -> torch.Tensor:
    """Sentences of different length as one tensor, filled up with nothing."""
    result = np.zeros((len(hidden), max(map(len, hidden)), hidden[0].shape[1]), np.float32)
    for row, one in enumerate(hidden):
        result[row, : len(one)] = one
    return torch.from_numpy(result)


def merit(scores: Mapping[str, float]) -> float:
    """What decides which epoch is kept."""
    return scores["sentence_f1"] + scores["spans_fair_f1"]


def train(lesson: Lesson, epochs: int, log: Path) -> tuple[Why, Causes, int]:
    """The heads of the best epoch, how they decide, and which it is."""
    best: tuple[float, Why, Causes, int] | None = None
    began = time.time()
    for epoch in range(1, epochs + 1):
        means, (known, scores) = lesson.epoch(epoch), lesson.scored(lesson.heads)
        line = json.dumps({"epoch": epoch, **means, "dev": scores, "seconds": round(time.time() - began)})
        print(line, flush=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        if best is None or merit(scores) > best[0]:
            best = merit(scores), copy.deepcopy(lesson.heads), known, epoch
    assert best is not None
    return best[1:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", choices=PROFILES)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    given.log.unlink(missing_ok=True)
    place = folder(model("attribution", given.profile))
    lesson = Lesson(Graphs(place), pieces_of(place / "vocab.txt"), given.epochs, given.seed)
    heads, known, epoch = train(lesson, given.epochs, given.log)
    write_why(heads, place, low=True)
    _, scores = lesson.scored(Graphs(place), known)
    made = {"epoch": epoch, "epochs": given.epochs, "seed": given.seed, "made": time.strftime("%Y-%m-%d")}
    about = {**asdict(known), "scores": scores, "sentences": len(lesson.dev), **made}
    (place / CAUSES).write_text(json.dumps(about, indent=1) + "\n")


if __name__ == "__main__":
    main()
