"""Event types on the PLOVER gold records: 322 edited sentences with one event each, old types mapped to PLOVER 0.8."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.layer import EVENTS
from sayso.document.text import Document, Text
from sayso.pipeline import analyse

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def score(corpus: Path) -> Scores:
    """A sentence's types are those of its events; the gold type is found, or missed and others are spurious."""
    right: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    items = 0
    for line in lines(corpus):
        items += 1
        wanted = RENAMED.get(line["event"], line["event"])
        found = {v.type for v in analyse(Document(Text(line["text"]), key=line["id"], language="en"))[EVENTS]}
        gold[wanted] += 1
        predicted.update(found - {"INCIDENT"})
        right[wanted] += wanted in found
    each = [f1(right[t], predicted[t], gold[t]) for t in gold]
    return Scores(
        items,
        {
            "type_recall": sum(right.values()) / sum(gold.values()),
            "type_precision": sum(right.values()) / max(1, sum(predicted.values())),
            "type_macro_f1": sum(each) / len(each),
        },
    )


MEASURE = Measure(
    "events",
    SHARED / "data" / "plover_gsr" / "dev.jsonl",
    score,
    "PLOVER gold records, dev: types of the events found in each sentence against its one gold type",
)
