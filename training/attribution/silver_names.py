"""Names that the parser finds in the texts of PolNeAR: what the head for names learns from. Run it with sayso's Python.

usage: .venv/bin/python -m training.attribution.silver_names OUT.jsonl

One line a document: {"id": ..., "names": [[start, end, type], ...]}, characters of the text, types of OntoNotes 5.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import SHARED, lines

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence
from sayso.models.parser import parse

PARAGRAPH = re.compile(r"[^\n]+")


def names(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Names of a sentence: a token that begins one, and the tokens that go on."""
    start, end, kind = 0, 0, None
    for token in sentence.tokens:
        if kind is not None and (token.entity is None or token.begins):
            yield start, end, kind
            kind = None
        if token.entity is not None:
            start, end = (token.start if kind is None else start), token.end
            kind = token.entity
    if kind is not None:
        yield start, end, kind


def main() -> None:
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        for half in ("train", "dev"):
            for line in lines(SHARED / "data" / "polnear" / f"{half}.jsonl"):
                parts = [(Anchor(*m.span()), "text") for m in PARAGRAPH.finditer(line["text"])]
                found = [name for sentence in parse(line["text"], parts) for name in names(sentence)]
                out.write(json.dumps({"id": line["id"], "names": found}) + "\n")


if __name__ == "__main__":
    main()
