"""Score a trained model, its exported graphs, or the gold labels themselves, with the scorer of the peers.

usage: python -m training.attribution.evaluate FOLDER [--documents N] [--predictions FILE]
       python -m training.attribution.evaluate --oracle VOCABULARY.txt

FOLDER holds best.pt (of train.py) or encoder.onnx (of export.py). Printed are all measures of
../shared/score/attribution.py with recall by type and a bootstrap interval. --oracle decodes the gold labels straight
back: what the windows, words and labels themselves lose.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import torch
from benchmarks.measure import SHARED

from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.graphs import ENCODER, Graphs
from sayso.models.attribution.pieces import Pieces
from sayso.models.attribution.wordpiece import pieces_of
from training.attribution.backends import TorchBackend
from training.attribution.measure import POLNEAR, Gold, gold, predictions, propose_all
from training.attribution.model import saved
from training.attribution.oracle import oracle


def opened(folder: Path) -> tuple[TorchBackend | Graphs, Pieces, Calibration]:
    """A model or graphs, the tokenizer and the calibration in a folder."""
    pieces = pieces_of(folder / "vocab.txt")
    if (folder / ENCODER).exists():
        known = json.loads((folder / "meta.json").read_text())["calibration"]
        return Graphs(folder), pieces, Calibration(**known)
    known = torch.load(folder / "best.pt", map_location="cpu", weights_only=True)["calibration"]
    return TorchBackend(saved(folder / "best.pt")), pieces, Calibration(**known)


def found(folder: Path, corpus: Gold) -> dict[str, dict[str, Any]]:
    """Attributions of a corpus; says how fast they were found."""
    backend, pieces, known = opened(folder)
    began = time.process_time()
    result = predictions(propose_all(corpus, pieces, backend, known.tilt), known)
    words = sum(len(line["text"].split()) for line in corpus.values())
    print(f"{words / (time.process_time() - began):.0f} words per CPU-second, threshold {known.threshold:.3f}")
    return result


def report(corpus: Gold, result: dict[str, dict[str, Any]], bootstrap: int, errors: Path | None) -> None:
    """Print the scorer's tables."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "gold.jsonl", Path(folder) / "found.jsonl"]
        write(files[0], corpus)
        write(files[1], result)
        command = [sys.executable, str(SHARED / "score" / "attribution.py"), *map(str, files), "--types"]
        command += ["--bootstrap", str(bootstrap)] if bootstrap else []
        subprocess.run([*command, *(["--errors", str(errors)] if errors else [])], check=True)


def write(file: Path, documents: dict[str, dict[str, Any]]) -> None:
    """Documents as JSON lines."""
    rows = (json.dumps({**line, "id": key}, ensure_ascii=False) for key, line in documents.items())
    file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--oracle", type=Path, metavar="VOCABULARY")
    parser.add_argument("--corpus", choices=("dev", "train"), default="dev")
    parser.add_argument("--documents", type=int, help="only the first so many")
    parser.add_argument("--bootstrap", type=int, default=1000)
    parser.add_argument("--predictions", type=Path, help="write what was found here (JSON lines)")
    parser.add_argument("--errors", type=Path, help="write misses and spurious finds here (JSON lines)")
    given = parser.parse_args()
    if (given.folder is None) == (given.oracle is None):
        parser.error("give either a folder or --oracle")
    torch.set_num_threads(1)
    corpus = gold(POLNEAR / f"{given.corpus}.jsonl", given.documents)
    result = oracle(corpus, pieces_of(given.oracle)) if given.oracle else found(given.folder, corpus)
    if given.predictions:
        write(given.predictions, result)
    report(corpus, result, given.bootstrap, given.errors)


if __name__ == "__main__":
    main()
