"""Export a trained model as three ONNX graphs with int8 weights, and measure what that costs.

usage: python -m training.attribution.export RUN OUT [--documents N]

RUN is a folder of train.py. Written to OUT: encoder.onnx (vectors of words, cue scores), roles.onnx (cues of one window
-> role scores, cue scores), names.onnx (-> scores of names), vocab.txt and meta.json (labels, calibration, origin,
scores); the same graphs in float32 to OUT/full. The same best.pt gives the same bytes of all but meta.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.graphs import ENCODER, NAMES, ROLES, Graphs
from sayso.models.attribution.labels import CUE_LABELS, ROLE_LABELS
from sayso.models.attribution.names import LOOKS, NAME_LABELS
from sayso.models.attribution.pieces import OVERLAP, ROOM, Pieces
from sayso.models.attribution.wordpiece import pieces_of
from training.attribution.backends import TorchBackend
from training.attribution.graphs import write
from training.attribution.measure import POLNEAR, Gold, gold, predictions, propose_all, scores
from training.attribution.model import BASES, saved

VOCABULARY = "vocab.txt"


def largest_difference(one: TorchBackend, other: Graphs, pieces: Pieces, corpus: Gold) -> dict[str, float]:
    """Between scores of cues, of roles and of names, over the first window of each document."""
    apart: dict[str, list[float]] = {"cue_scores": [0.0], "role_scores": [0.0], "name_scores": [0.0]}
    for line in corpus.values():
        text = pieces.read(line["text"])
        sequence = pieces.sequence(text, text.windows()[0])
        (hidden, cues), (_, theirs) = (side.encode(sequence.ids, sequence.first) for side in (one, other))
        start = np.arange(0, len(sequence.first), 20)
        looks = np.arange(len(sequence.first)) % LOOKS
        pairs = {
            "cue_scores": (cues, theirs),
            "role_scores": tuple(side.roles(hidden, start, start + 1)[0] for side in (one, other)),
            "name_scores": tuple(side.names(hidden, looks) for side in (one, other)),
        }
        for name, (ours, others) in pairs.items():
            apart[name].append(float(np.abs(ours - others).max()))
    return {name: round(max(values), 5) for name, values in apart.items()}


def measured(corpus: Gold, pieces: Pieces, backend: TorchBackend | Graphs, known: Calibration) -> dict[str, float]:
    """Scores on dev, and words per second of CPU."""
    began = time.process_time()
    proposed = propose_all(corpus, pieces, backend, known.tilt)
    spent = time.process_time() - began
    words = sum(len(line["text"].split()) for line in corpus.values())
    return {**scores(corpus, predictions(proposed, known)), "words_per_cpu_second": round(words / spent)}


def meta(run: Path, state: dict[str, Any], report: dict[str, Any]) -> dict[str, Any]:
    """Where the weights come from and what they can do."""
    settings = json.loads((run / "settings.json").read_text())
    log = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    return {
        "made": time.strftime("%Y-%m-%d"),
        "encoder": {**state["shape"], "base": BASES[settings["encoder"]].folder},
        "cue_labels": CUE_LABELS,
        "role_labels": ROLE_LABELS,
        "name_labels": NAME_LABELS,
        "calibration": state["calibration"],
        "window": {"pieces": ROOM + 2, "overlap": OVERLAP},
        "vocabulary": VOCABULARY,
        "licences": {
            "encoder": BASES[settings["encoder"]].licence,
            "training data": "PolNeAR (see its README in the shared data)",
        },
        "training": {**settings, "epoch": state["epoch"], "seconds": max(line.get("seconds", 0) for line in log)},
        **report,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--documents", type=int, help="of dev, to measure on; all unless told")
    given = parser.parse_args()
    torch.set_num_threads(1)
    state = torch.load(given.run / "best.pt", map_location="cpu", weights_only=True)
    model = saved(given.run / "best.pt")
    pieces = pieces_of(given.run / VOCABULARY)
    corpus = gold(POLNEAR / "dev.jsonl", given.documents)
    known = Calibration(**state["calibration"])
    full = given.out / "full"
    write(model, full, low=False)
    write(model, given.out, low=True)
    (given.out / VOCABULARY).write_bytes((given.run / VOCABULARY).read_bytes())
    torch_backend = TorchBackend(model)
    report: dict[str, Any] = {"documents": len(corpus), "difference": {}, "scores": {}}
    for name, folder in (("fp32", full), ("int8", given.out)):
        backend = Graphs(folder)
        report["difference"][name] = largest_difference(torch_backend, backend, pieces, dict(list(corpus.items())[:10]))
        report["scores"][name] = measured(corpus, pieces, backend, known)
    report["scores"]["torch"] = measured(corpus, pieces, torch_backend, known)
    report["files"] = {
        name: {
            "bytes": (given.out / name).stat().st_size,
            "sha256": hashlib.sha256((given.out / name).read_bytes()).hexdigest(),
        }
        for name in (ENCODER, ROLES, NAMES, VOCABULARY)
    }
    result = meta(given.run, state, report)
    (given.out / "meta.json").write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
