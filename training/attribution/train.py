"""Train the attribution model on PolNeAR train; score each epoch on dev, keep the best, stop when it stays lower.

usage: python -m training.attribution.train --encoder mpnet6 --models FOLDER --out FOLDER [options]

Writes to --out: settings.json, log.jsonl (one line every 20 steps and one an epoch), last.pt (to go on from; made every
--save steps) and best.pt (weights with the best whole F1 on dev, its calibration and scores). The same command again
goes on where the last one ended. Everything drawn at random follows from --seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.models.attribution.wordpiece import pieces_of
from training.attribution.backends import TorchBackend
from training.attribution.data import IGNORED, Batch, Slot, articles, asked, collate, known_names, plan
from training.attribution.measure import POLNEAR, TILT, Gold, calibrated, gold, predictions, propose_all, scores
from training.attribution.model import BASES, Model, fresh
from training.attribution.teacher import Teacher, taught, taught_verdict

HEAD_RATE = 1e-3
WARM_UP = 0.1
WEIGHTS = {"cue": 2.0, "role": 1.0, "verdict": 0.3, "name": 0.5}
"""Of the cross-entropies; cues are the bottleneck and few of a window's words."""

LOG_EVERY = 20


@dataclass(frozen=True)
class Settings:
    """What decides the result. `limit`: only so many documents of train and of dev, for trials.

    `scored`: dev, or train to see that a few documents can be learned by heart. `overlap`: pieces that windows share in
    training (none: their edges move from epoch to epoch instead). `freeze`: lowest layers left as they are.
    `patience`: stop after so many epochs in a row that are not better than the best. `start`: a run whose best weights
    to begin with. `teacher`: a run whose best model teaches this one. `scale`: of the encoder's usual learning rate.
    """

    encoder: str
    epochs: int = 3
    batch: int = 8
    overlap: int = 0
    head: int = 256
    seed: int = 1
    limit: int | None = None
    scored: str = "dev"
    freeze: int = 0
    patience: int = 2
    start: str | None = None
    teacher: str | None = None
    scale: float = 1.0


class Run:
    """A training run: model, optimiser, where it stands."""

    def __init__(self, settings: Settings, models: Path, out: Path, names: Path | None, device: str) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.out, self.device = settings, out, torch.device(device)
        self.vocabulary = models / BASES[settings.encoder].folder / "vocab.txt"
        self.pieces = pieces_of(self.vocabulary)
        self.read = articles(POLNEAR / "train.jsonl", self.pieces, known_names(names), settings.limit)
        self.dev: Gold = gold(POLNEAR / f"{settings.scored}.jsonl", settings.limit)
        self.model = fresh(settings.encoder, models, settings.head).to(self.device)
        if settings.start:
            begin(self.model, Path(settings.start) / "best.pt")
        self.teacher: Teacher | None = None
        if settings.teacher:
            self.teacher = Teacher(Path(settings.teacher), POLNEAR / "train.jsonl", settings.limit, self.device)
        freeze(self.model, settings.freeze)
        self.plans = [
            plan(self.read, settings.overlap, settings.batch, (settings.seed, e)) for e in range(settings.epochs)
        ]
        self.total = sum(map(len, self.plans))
        self.optimiser = torch.optim.AdamW(
            groups(self.model, settings.scale * BASES[settings.encoder].rate), fused=True
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)
        self.step, self.best, self.worse = 0, -1.0, 0
        self.seconds = 0.0

    def _rate(self, step: int) -> float:
        """Up over the first tenth of the steps, then down to nothing."""
        warm = max(1, int(self.total * WARM_UP))
        return min((step + 1) / warm, max(0.0, (self.total - step) / max(1, self.total - warm)))

    def tokens(self, slots: Sequence[Slot]) -> int:
        """Words of a batch."""
        return sum(slot.window.end - slot.window.start for slot in slots)

    def ahead(self) -> Iterator[tuple[int, int, list[Slot]]]:
        """Epoch, number in the epoch and windows of all batches that are left."""
        passed = 0
        for epoch, batches in enumerate(self.plans):
            for number, slots in enumerate(batches):
                if passed >= self.step:
                    yield epoch, number, slots
                passed += 1

    def learn(self, slots: Sequence[Slot]) -> dict[str, float]:
        """One step; the losses."""
        self.model.train()
        batch = collate(self.read, slots, self.pieces)
        rng = np.random.default_rng((self.settings.seed, 1_000_003, self.step))
        with torch.autocast(self.device.type, torch.bfloat16):
            parts = losses(self, batch, slots, rng)
        loss = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(trained(self.model), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        return {name: float(part.detach()) for name, part in parts.items()}

    def evaluate(self, epoch: int) -> None:
        """Score on dev; keep the weights if they are the best; count epochs that are not."""
        began = time.time()
        proposed = propose_all(self.dev, self.pieces, TorchBackend(self.model, low=True), TILT)
        calibration = calibrated(self.dev, proposed, TILT)
        found = scores(self.dev, predictions(proposed, calibration))
        self.log({"epoch": epoch + 1, "dev": found, "threshold": calibration.threshold, "seconds": time.time() - began})
        if found["whole_f1"] > self.best:
            self.best, self.worse = found["whole_f1"], 0
            record = {"calibration": asdict(calibration), "scores": found, "epoch": epoch + 1, "step": self.step}
            put(self.out / "best.pt", {**self.weights(), **record, "settings": asdict(self.settings)})
        else:
            self.worse += 1
        self.save()

    def weights(self) -> dict[str, Any]:
        """The whole model and its shape (see model.saved)."""
        state = {name: value.cpu() for name, value in self.model.state_dict().items()}
        return {"model": state, "shape": self.model.encoder.shape.as_dict(), "size": self.model.size}

    def save(self) -> None:
        """All that a later run needs to go on as if this one had not ended."""
        state = {
            "settings": asdict(self.settings),
            "model": {n: v for n, v in self.model.state_dict().items() if n != "encoder.words.weight"},
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "random": torch.get_rng_state(),
            **{name: getattr(self, name) for name in ("step", "best", "worse", "seconds")},
        }
        put(self.out / "last.pt", state)

    def resume(self) -> None:
        """Go on from last.pt where there is one."""
        file = self.out / "last.pt"
        if not file.exists():
            return
        state = torch.load(file, map_location=self.device, weights_only=True)
        if {**asdict(Settings("")), **state["settings"]} != asdict(self.settings):
            sys.exit(f"{file} was made with other settings: {state['settings']}")
        self.model.load_state_dict(state["model"], strict=False)
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"].cpu())
        for name in ("step", "best", "worse", "seconds"):
            setattr(self, name, state[name])
        self.log({"resumed": self.step})

    def log(self, line: dict[str, Any]) -> None:
        """To log.jsonl and to the terminal."""
        text = json.dumps({"step": self.step, "of": self.total, **line})
        print(text, flush=True)
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(text + "\n")


def losses(run: Run, batch: Batch, slots: Sequence[Slot], rng: np.random.Generator) -> dict[str, Tensor]:
    """Cross-entropies of cues (a word), roles (a word beside a cue), being a cue (a cue) and names (a word)."""

    def sent(array: np.ndarray[Any, np.dtype[np.int64]]) -> Tensor:
        return torch.from_numpy(array).to(run.device)

    hidden = run.model.hidden(sent(batch.ids), sent(batch.mask), sent(batch.first))
    cues = run.model.cues(hidden).float()
    questions = asked(batch, cues.detach().cpu().numpy(), rng)
    roles, verdict = run.model.roles(
        hidden, sent(batch.there), sent(questions.row), sent(questions.start), sent(questions.end)
    )
    roles, verdict = roles.float(), verdict.float()
    labels = {"cue": sent(batch.cues), "role": sent(questions.roles)}
    found = {
        "cue": _entropy(cues, labels["cue"]),
        "role": _entropy(roles, labels["role"]),
        "verdict": functional.binary_cross_entropy_with_logits(verdict, sent(questions.real).float()),
    }
    if run.teacher is not None:
        theirs = run.teacher.answers(slots, questions)
        found["cue"] = taught(found["cue"], cues, theirs[0], labels["cue"])
        found["role"] = taught(found["role"], roles, theirs[1], labels["role"])
        found["verdict"] = taught_verdict(found["verdict"], verdict, theirs[2])
    if (batch.names != IGNORED).any():
        found["name"] = _entropy(run.model.names(hidden, sent(batch.looks)).float(), sent(batch.names))
    return found


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)


def begin(model: Model, file: Path) -> None:
    """The weights of another run; heads that it lacks stay as they are."""
    state = torch.load(file, map_location="cpu", weights_only=True)["model"]
    missing = model.load_state_dict(state, strict=False)
    if missing.unexpected_keys:
        sys.exit(f"{file} holds {', '.join(missing.unexpected_keys)}, which this model has no place for")


def trained(model: Model) -> list[Tensor]:
    """Parameters that learn."""
    return [value for value in model.parameters() if value.requires_grad]


def freeze(model: Model, layers: int) -> None:
    """Leave the positions and the lowest layers as they are; with 0, all learn but the word embeddings."""
    if layers:
        for part in (model.encoder.positions, model.encoder.norm, *model.encoder.layers[:layers]):
            part.requires_grad_(False)


def groups(model: Model, rate: float) -> list[dict[str, Any]]:
    """Encoder and heads with their rates; matrices decay, biases and norms do not."""
    found: dict[tuple[float, float], list[Tensor]] = {}
    for name, value in model.named_parameters():
        if value.requires_grad:
            key = (rate if name.startswith("encoder.") else HEAD_RATE, 0.01 if value.dim() > 1 else 0.0)
            found.setdefault(key, []).append(value)
    return [{"params": values, "lr": lr, "weight_decay": decay} for (lr, decay), values in found.items()]


def put(file: Path, state: dict[str, Any]) -> None:
    """Write whole or not at all."""
    torch.save(state, file.with_suffix(".part"))
    file.with_suffix(".part").replace(file)


def train(run: Run, save_every: int, steps: int | None) -> None:
    """All steps that are left, or `steps` of them."""
    recent: list[dict[str, float]] = []
    words, began = 0, time.time()
    for epoch, number, slots in run.ahead():
        if run.worse >= run.settings.patience or steps == 0:
            break
        started = time.time()
        recent.append(run.learn(slots))
        run.seconds += time.time() - started
        words += run.tokens(slots)
        steps = None if steps is None else steps - 1
        if len(recent) == LOG_EVERY or number + 1 == len(run.plans[epoch]):
            means = {name: round(float(np.mean([one[name] for one in recent])), 4) for name in recent[0]}
            run.log({**means, "words_per_second": round(words / (time.time() - began)), "seconds": round(run.seconds)})
            recent, words, began = [], 0, time.time()
        if number + 1 == len(run.plans[epoch]):
            run.evaluate(epoch)
            began = time.time()
        elif run.step % save_every == 0:
            run.save()
    run.save()


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", choices=sorted(BASES), required=True)
    parser.add_argument("--models", type=Path, default=Path("/tmp/lead/train/models"), help="unpacked encoders")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--names", type=Path, help="what silver_names.py wrote; without it no names are learned")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save", type=int, default=150, help="steps between two checkpoints")
    parser.add_argument("--steps", type=int, help="stop after so many steps (to go on later)")
    standard = Settings("")
    for name in ("epochs", "batch", "overlap", "head", "seed", "limit", "freeze", "patience"):
        parser.add_argument(f"--{name}", type=int, default=getattr(standard, name))
    parser.add_argument("--start", metavar="RUN", help="begin with the best weights of this run")
    parser.add_argument("--teacher", metavar="RUN", help="learn from the best model of this run too")
    parser.add_argument("--scale", type=float, default=standard.scale, help="of the encoder's usual learning rate")
    parser.add_argument("--scored", choices=("dev", "train"), default="dev")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    settings = Settings(**{name: getattr(given, name) for name in Settings.__dataclass_fields__})
    run = Run(settings, given.models, given.out, given.names, given.device)
    digest = hashlib.sha256((POLNEAR / "train.jsonl").read_bytes()).hexdigest()
    about = {"command": sys.argv[1:], "train_sha256": digest, "torch": torch.__version__, **asdict(settings)}
    (given.out / "settings.json").write_text(json.dumps(about, indent=1) + "\n")
    (given.out / "vocab.txt").write_bytes(run.vocabulary.read_bytes())
    run.resume()
    train(run, given.save, given.steps)


if __name__ == "__main__":
    main()
