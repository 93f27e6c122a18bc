"""Export a trained model as three ONNX graphs with int8 weights, and measure what that costs.

usage: python -m training.attribution.export RUN OUT [--documents N]

RUN is a folder of train.py. Written to OUT: encoder.onnx (vectors of words, cue scores), roles.onnx (cues of one window
-> role scores, cue scores), names.onnx (-> scores of names), vocab.txt and meta.json (labels, calibration, origin,
scores). The same best.pt gives the same bytes of all but meta.json. Scores, chances and threshold are those of dev.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.graphs import Graphs
from sayso.models.attribution.labels import CUE_LABELS, ROLE_LABELS
from sayso.models.attribution.names import LOOKS, NAME_LABELS
from sayso.models.attribution.pieces import OVERLAP, ROOM, Pieces
from sayso.models.attribution.wordpiece import pieces_of
from training.attribution.backends import TorchBackend
from training.attribution.graphs import write
from training.attribution.measure import (
    POLNEAR,
    TILT,
    Gold,
    calibrated,
    chances,
    gold,
    interval,
    predictions,
    propose_all,
    scores,
)
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
    found = predictions(proposed, known)
    low, high = interval(corpus, found)
    speed = round(words / spent)
    return {**scores(corpus, found), "whole_f1_low": low, "whole_f1_high": high, "words_per_cpu_second": speed}


def meta(run: Path, state: dict[str, Any], known: Calibration, report: dict[str, Any]) -> dict[str, Any]:
    """Where the weights come from and what they can do."""
    settings = json.loads((run / "settings.json").read_text())
    log = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    return {
        "made": time.strftime("%Y-%m-%d"),
        "encoder": {**state["shape"], "base": BASES[settings["encoder"]].folder},
        "cue_labels": CUE_LABELS,
        "role_labels": ROLE_LABELS,
        "name_labels": NAME_LABELS,
        "calibration": asdict(known),
        "window": {"pieces": ROOM + 2, "overlap": OVERLAP},
        "vocabulary": VOCABULARY,
        "licences": {
            "encoder": BASES[settings["encoder"]].licence,
            "training data": "PolNeAR: package MIT, texts of their publishers; weights only are shipped",
        },
        "training": {**settings, "epoch": state["epoch"], "seconds": max(line.get("seconds", 0) for line in log)},
        **report,
    }


def exported(run: Path, out: Path, documents: int | None) -> dict[str, Any]:
    """Write everything to `out`; what meta.json says."""
    state = torch.load(run / "best.pt", map_location="cpu", weights_only=True)
    model = saved(run / "best.pt")
    pieces = pieces_of(run / VOCABULARY)
    corpus = gold(POLNEAR / "dev.jsonl", documents)
    write(model, out, low=True)
    (out / VOCABULARY).write_bytes((run / VOCABULARY).read_bytes())
    known = recalibrated(corpus, pieces, Graphs(out))
    with tempfile.TemporaryDirectory() as full:
        write(model, Path(full), low=False)
        backends = {"torch": TorchBackend(model), "fp32": Graphs(Path(full)), "int8": Graphs(out)}
        some = dict(list(corpus.items())[:10])
        report: dict[str, Any] = {
            "documents": len(corpus),
            "difference": {
                n: largest_difference(backends["torch"], backends[n], pieces, some) for n in ("fp32", "int8")
            },
            "scores": {name: measured(corpus, pieces, backend, known) for name, backend in backends.items()},
            "chances": chances(corpus, propose_all(corpus, pieces, backends["int8"], known.tilt), known),
        }
    result = meta(run, state, known, report)
    (out / "meta.json").write_text(json.dumps(result, indent=1) + "\n")
    return result


def recalibrated(corpus: Gold, pieces: Pieces, backend: Graphs) -> Calibration:
    """The calibration for what ships: chances and threshold are those of the int8 graphs."""
    return calibrated(corpus, propose_all(corpus, pieces, backend, TILT), TILT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--documents", type=int, help="of dev, to measure on; all unless told")
    given = parser.parse_args()
    torch.set_num_threads(1)
    print(json.dumps(exported(given.run, given.out, given.documents), indent=1))


if __name__ == "__main__":
    main()
