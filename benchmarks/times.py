"""When, on TempEval-3 dev (27 news articles) and MEANTIME dev (12 news articles): time expressions marked by people.

A predicted and a marked expression are aligned one to one: first those with the same characters, then the first that
share one. `relaxed_f1` counts aligned pairs, `exact_f1` those with the same characters, `value_f1` aligned pairs with
the same TIMEX3 value, all as 2 x right / (predicted + marked). The date of each document is given as its date of
publication; the marked expression that is that date itself is left out, with whatever overlaps it. Of MEANTIME only
the first `n_annotated_sents` sentences of a document are scored, as only they are annotated.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.layer import TIMES
from sayso.document.text import Document, Text
from sayso.pipeline import STAGES, analyse

NEEDED = STAGES[: [stage.name for stage in STAGES].index("times") + 1]
Span = tuple[int, int]
DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d{4})")


def day(dct: str | None) -> date | None:
    """The day of a document; one line of MEANTIME has it day first. None where the corpus does not say."""
    match = DAY.match(dct or "")
    if match is None:
        return None
    year, month, number = (
        (match["y"], match["m"], match["d"]) if match["y"] else (match["year"], match["month"], match["day"])
    )
    return date(int(year), int(month), int(number))


def predicted(line: dict[str, Any]) -> dict[Span, str]:
    """Our values by their characters, where the corpus is annotated."""
    document = Document(Text(line["text"]), key=line["id"], published=day(line.get("dct")), language="en")

    end = line["sents"][line["n_annotated_sents"] - 1][1] if "n_annotated_sents" in line else len(line["text"])
    dates = [(t["s"], t["e"]) for t in line["timex"] if t.get("dct")]
    found = {(t.anchor.start, t.anchor.end): t.timex3 for t in analyse(document, NEEDED)[TIMES]}
    return {span: value for span, value in found.items() if span[0] < end and not any(overlap(span, d) for d in dates)}


def overlap(one: Span, other: Span) -> bool:
    """The two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def aligned(found: dict[Span, str], gold: dict[Span, str]) -> list[tuple[Span, Span]]:
    """Pairs of a predicted and a marked expression, each used once."""
    pairs = [(span, span) for span in found if span in gold]
    used = {span for _, span in pairs}
    for span in (s for s in found if s not in gold):
        match = next((g for g in gold if g not in used and overlap(span, g)), None)
        if match is not None:
            used.add(match)
            pairs.append((span, match))
    return pairs


def score(corpus: Path) -> Scores:
    """Relaxed, exact and value F1 with precision and recall of the relaxed alignment."""
    count: Counter[str] = Counter()
    for line in lines(corpus):
        gold = {(t["s"], t["e"]): t["value"] for t in line["timex"] if not t.get("dct")}
        found = predicted(line)
        pairs = aligned(found, gold)
        count["gold"] += len(gold)
        count["found"] += len(found)
        count["relaxed"] += len(pairs)
        count["exact"] += sum(one == other for one, other in pairs)
        count["value"] += sum(found[one] == gold[other] for one, other in pairs)
    values = {f"{name}_f1": f1(count[name], count["found"], count["gold"]) for name in ("relaxed", "exact", "value")}
    values["relaxed_p"] = count["relaxed"] / max(count["found"], 1)
    values["relaxed_r"] = count["relaxed"] / max(count["gold"], 1)
    return Scores(count["gold"], values)


TEMPEVAL = Measure(
    "times_tempeval3",
    SHARED / "data" / "tempeval3" / "dev.jsonl",
    score,
    "TempEval-3 (TimeBank and AQUAINT) dev, 27 articles: relaxed, exact and value F1 of time expressions",
)
MEANTIME = Measure(
    "times_meantime",
    SHARED / "data" / "meantime" / "dev.jsonl",
    score,
    "MEANTIME dev, 12 articles: relaxed, exact and value F1 of time expressions",
)


def main() -> None:
    """Print both measures: `python -m benchmarks.times`."""
    for measure in (TEMPEVAL, MEANTIME):
        scores = measure.run(measure.corpus)
        print(measure.name, scores.items, *(f"{name} {value:.3f}" for name, value in scores.values.items()))


if __name__ == "__main__":
    main()
