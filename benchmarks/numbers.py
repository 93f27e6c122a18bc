"""Numbers, on MEANTIME: values marked by people in the first sentences of 12 (dev) or 65 (train) business articles.

A gold value is met by a quantity that shares a character with it; `exact` asks for the same characters, once the
conventions that only differ in form are levelled: articles and "of" at the ends of gold ("a score of") are dropped.
Conventions that differ, and are not levelled: MEANTIME marks a value once per layer of annotation ("20", "25 percent"
and "20 to 25 percent" are three values there, one range here), ages and heights of stock indices without a unit as
quantities, and votes ("52-35"); it marks no share ("two-thirds"), no "both", and leaves out hedges now and then. It
annotates the first sentences of an article only, one a line, and misses values even there: precision is a lower bound.

`python -m benchmarks.numbers [FILE]` prints the scores and, with --misses, what was missed and what was added.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.anchor import Anchor
from sayso.document.layer import NUMBERS
from sayso.document.text import Document, Text
from sayso.pipeline import STAGES, analyse
from sayso.stages import numbers

CORPUS = SHARED / "data" / "meantime" / "dev.jsonl"
NEEDED = STAGES[: 1 + STAGES.index(numbers.STAGE)]
_ENDS = re.compile(r"^(?:the|an?)\s+|\s+of$")


@dataclass(frozen=True)
class Article:
    """The values of one article, both sides in the order of the text, within its annotated sentences."""

    text: str
    gold: tuple[Anchor, ...]
    found: tuple[Anchor, ...]


def articles(corpus: Path) -> Iterator[Article]:
    """Every article of the corpus, with what was found in it."""
    for line in lines(corpus):
        end = _annotated(line)
        document = Document(Text(line["text"]), line["id"], published=_day(line["dct"]), language="en")
        found = tuple(n.anchor for n in analyse(document, NEEDED)[NUMBERS] if n.anchor.end <= end)
        gold = sorted({Anchor(value["s"], value["e"]) for value in line["values"]})
        yield Article(line["text"], tuple(gold), found)


def _day(written: str | None) -> date | None:
    """The date of publication; None where it is missing or in no order that says which figure is the month."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _annotated(line: dict[str, Any]) -> int:
    """Where the annotated sentences end: one sentence a line."""
    ends = [match.start() for match in re.finditer(r"\n|\Z", line["text"])]
    sentences: int = line["n_annotated_sents"]
    return ends[min(sentences, len(ends)) - 1]


def _levelled(text: str, anchor: Anchor) -> str:
    return _ENDS.sub("", anchor.words(text).strip()).lower()


def _same(text: str, one: Anchor, other: Anchor) -> bool:
    return one.overlaps(other) and _levelled(text, one) == _levelled(text, other)


def score(corpus: Path) -> Scores:
    """Precision, recall and F1 of detection by shared characters, and recall of the same characters."""
    gold = found = met = right = same = 0
    for article in articles(corpus):
        gold += len(article.gold)
        found += len(article.found)
        met += sum(any(g.overlaps(f) for f in article.found) for g in article.gold)
        right += sum(any(g.overlaps(f) for g in article.gold) for f in article.found)
        same += sum(any(_same(article.text, g, f) for f in article.found) for g in article.gold)
    p, r = right / max(found, 1), met / max(gold, 1)
    values = {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "exact_f1": f1(same, found, gold)}
    return Scores(gold, values)


MEASURE = Measure(
    "numbers",
    CORPUS,
    score,
    "MEANTIME dev, 12 articles, annotated sentences: values found by overlap and by the same characters",
)


def _differences(corpus: Path) -> Iterator[str]:
    """What was missed (-), added (+) and cut otherwise (~), with the words around."""
    for article in articles(corpus):
        for g in article.gold:
            if not any(g.overlaps(f) for f in article.found):
                yield f"- {_around(article.text, g)}"
            elif not any(_same(article.text, g, f) for f in article.found):
                yield f"~ {_around(article.text, g)}"
        for f in article.found:
            if not any(g.overlaps(f) for g in article.gold):
                yield f"+ {_around(article.text, f)}"


def _around(text: str, anchor: Anchor) -> str:
    before, after = text[max(0, anchor.start - 40) : anchor.start], text[anchor.end : anchor.end + 40]
    return f"{before}[{anchor.words(text)}]{after}".replace("\n", " / ")


def main(arguments: list[str]) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.numbers")
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--misses", action="store_true", help="print what differs")
    given = parser.parse_args(arguments)
    if given.misses:
        print("\n".join(_differences(given.corpus)))
    scores = score(given.corpus)
    print(scores.items, "gold values:", " ".join(f"{name}={value:.3f}" for name, value in scores.values.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
