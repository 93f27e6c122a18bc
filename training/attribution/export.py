"""Export a trained model as two ONNX graphs with int8 weights, and measure what that costs.

usage: python -m training.attribution.export RUN OUT [--documents N]

RUN is a folder of train.py. Written to OUT: encoder.onnx (ids, mask -> vectors, cue scores), roles.onnx (vectors of
words and cues of one window -> role scores, cue scores), tokenizer.json and meta.json (labels, calibration, origin,
scores). Dynamic int8, weights QInt8 per channel: other kinds are far
slower (engine.md of the shared data).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]
from sayso.models.attribution.tokenizer import pieces_of
from torch import Tensor, nn

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.labels import CUE_LABELS, ROLE_LABELS
from sayso.models.attribution.pieces import OVERLAP, ROOM, Pieces
from training.attribution.backends import ENCODER, ROLES, GraphBackend, TorchBackend
from training.attribution.measure import POLNEAR, Gold, gold, predictions, propose_all, scores
from training.attribution.model import BASES, Model, saved


class Pass(nn.Module):
    """Encoder and cue head as one graph."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.model.encoder(ids, mask)
        return hidden, self.model.cues(hidden)


class Question(nn.Module):
    """The second head for the cues of one window."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.roles = model.roles

    def forward(self, hidden: Tensor, start: Tensor, end: Tensor) -> tuple[Tensor, Tensor]:
        there = torch.ones_like(hidden[None, :, 0])
        roles, verdict = self.roles(hidden[None], there, torch.zeros_like(start), start, end)
        return roles, verdict


def graphs(model: Model, folder: Path) -> None:
    """Both graphs in full precision, then with int8 weights in their place."""
    length = torch.export.Dim("length", min=2, max=model.encoder.shape.positions - 4)
    words, cues = torch.export.Dim("words", min=2, max=4096), torch.export.Dim("cues", min=1, max=1024)
    ids = torch.full((1, 40), 5)
    _graph(
        Pass(model),
        (ids, torch.ones_like(ids)),
        ["ids", "mask"],
        ["hidden", "cues"],
        ({1: length}, {1: length}),
        folder / ENCODER,
    )
    start = torch.tensor([3, 7, 9])
    _graph(
        Question(model),
        (torch.zeros(30, model.encoder.shape.hidden), start, start + 1),
        ["hidden", "start", "end"],
        ["roles", "scores"],
        ({0: words}, {0: cues}, {0: cues}),
        folder / ROLES,
    )


def _graph(
    module: nn.Module, given: tuple[Tensor, ...], inputs: list[str], outputs: list[str], shapes: Any, file: Path
) -> None:
    """One graph, with weights in the file itself."""
    program = torch.onnx.export(
        module.eval(),
        given,
        input_names=inputs,
        output_names=outputs,
        dynamic_shapes=shapes,
        dynamo=True,
        verbose=False,
    )
    assert program is not None
    program.save(str(file), external_data=False)


def quantised(file: Path, out: Path) -> None:
    """The same graph with int8 weights; embeddings are stored as int8 too."""
    quantize_dynamic(
        file,
        out,
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def largest_difference(one: TorchBackend, other: GraphBackend, pieces: Pieces, corpus: Gold) -> dict[str, float]:
    """Between cue scores and between role scores, over the first window of each document."""
    cues, roles = [0.0], [0.0]
    for line in corpus.values():
        text = pieces.read(line["text"])
        sequence = pieces.sequence(text, text.windows()[0])
        (hidden, ours), (_, theirs) = one.encode(sequence.ids), other.encode(sequence.ids)
        cues.append(float(np.abs(ours - theirs).max()))
        start = np.arange(0, len(sequence.first) - 1, 20)
        given = (hidden[sequence.first], start, start + 1)
        roles.append(float(np.abs(one.roles(*given)[0] - other.roles(*given)[0]).max()))
    return {"cue_scores": round(max(cues), 5), "role_scores": round(max(roles), 5)}


def measured(
    corpus: Gold, pieces: Pieces, backend: TorchBackend | GraphBackend, known: Calibration
) -> dict[str, float]:
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
        "calibration": state["calibration"],
        "window": {"pieces": ROOM + 2, "overlap": OVERLAP},
        "tokenizer": "tokenizer.json",
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
    pieces = pieces_of(given.run / "tokenizer.json")
    corpus = gold(POLNEAR / "dev.jsonl", given.documents)
    known = Calibration(**state["calibration"])
    full = given.out / "full"
    full.mkdir(parents=True, exist_ok=True)
    graphs(model, full)
    for name in (ENCODER, ROLES):
        quantised(full / name, given.out / name)
    (given.out / "tokenizer.json").write_bytes((given.run / "tokenizer.json").read_bytes())
    torch_backend = TorchBackend(model)
    report: dict[str, Any] = {"documents": len(corpus), "difference": {}, "scores": {}}
    for name, folder in (("fp32", full), ("int8", given.out)):
        backend = GraphBackend(folder)
        report["difference"][name] = largest_difference(torch_backend, backend, pieces, dict(list(corpus.items())[:10]))
        report["scores"][name] = measured(corpus, pieces, backend, known)
    report["scores"]["torch"] = measured(corpus, pieces, torch_backend, known)
    report["files"] = {
        name: {
            "bytes": (given.out / name).stat().st_size,
            "sha256": hashlib.sha256((given.out / name).read_bytes()).hexdigest(),
        }
        for name in (ENCODER, ROLES, "tokenizer.json")
    }
    result = meta(given.run, state, report)
    (given.out / "meta.json").write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
