"""What the program finds within the attributions of PolNeAR train: the corpus marks none inside another.

usage: python -m training.attribution.silver_nested OUT.jsonl (in sayso's own environment)

A line a document: its id and the inner attributions, in characters, with their scores. A run may learn from them that a
cue within what is said is one too.
"""

from __future__ import annotations

import json
import sys
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from benchmarks.attribution import document
from benchmarks.measure import SHARED, lines

from sayso.document.layer import CLAIMS
from sayso.document.records import Claim
from sayso.pipeline import analyse, stages

TRAIN = SHARED / "data" / "polnear" / "train.jsonl"
RULES = 0.7
"""The score of what a rule finds."""


def inner(line: dict[str, Any]) -> dict[str, Any]:
    """The attributions of a document that stand in others."""
    needed = stages()
    needed = needed[: 1 + [stage.writes for stage in needed].index(CLAIMS)]
    claims = analyse(document(line), needed)[CLAIMS]
    return {"id": line["id"], "attributions": [_plain(one) for one in claims if one.via is not None and one.cue]}


def _plain(claim: Claim) -> dict[str, Any]:
    source = claim.source.span
    return {
        "cue": [[one.start, one.end] for one in claim.cue],
        "source": [[source.start, source.end]] if source else [],
        "content": [[one.start, one.end] for one in claim.content],
        "score": claim.why.score or RULES,
    }


def main() -> None:
    out = Path(sys.argv[1])
    with Pool(2) as pool, out.open("w", encoding="utf-8") as file:
        for found in pool.imap(inner, lines(TRAIN), chunksize=8):
            file.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
