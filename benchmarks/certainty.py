"""How sure the voice is, at the word of an event: MEANTIME dev, and correlation with UW event factuality dev.

Both go through `factuality.scope.belief`, which also decides the certainty of claims.

- MEANTIME (Wikinews, about 170 annotated events): one class for certainty x polarity. UNDERSPECIFIED certainty is
  our `uncommitted`, UNDERSPECIFIED polarity our `unknown`. macro_f1 is the mean F1 over the classes of the gold data;
  `always_macro_f1` is what "always certain and positive" gets, `linear_macro_f1` what words without grammar give
  (`benchmarks.certainty_floor`). `f1_certain_negative` and so on are the classes by themselves. `future_f1` is that
  of the tense: an event annotated FUTURE against one NON_FUTURE.
- UW (Lee et al. 2015; for measuring only, never for fitting): Pearson's r and mean absolute error between the
  annotated factuality (-3..3) and ours: certain 3, probable 2, possible 1, uncommitted 0, minus where negative.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import correlation, fmean
from typing import Any

from benchmarks import certainty_floor
from benchmarks.certainty_floor import LEVELS, POLARITIES, Pair
from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.anchor import Anchor
from sayso.document.records import Tense
from sayso.document.syntax import Sentence, Token
from sayso.factuality.belief import Belief
from sayso.factuality.scope import belief
from sayso.factuality.tense import tense
from sayso.models.parser import parse

DEGREES = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "uncommitted": 0.0}
ALWAYS = ("certain", "positive")
TIMES = frozenset({"FUTURE", "NON_FUTURE"})
TRAIN = SHARED / "data" / "meantime" / "train.jsonl"


def carrier(sentences: list[Sentence], start: int, end: int) -> tuple[Sentence, Token] | None:
    """The word of an annotated event: the one in its span whose head lies outside."""
    anchor = Anchor(start, end)
    for sentence in sentences:
        own = sentence.tokens_in(anchor)
        if own:
            inside = {token.index for token in own}
            return sentence, next((t for t in own if t.head not in inside or t.head == t.index), own[0])
    return None


def at(sentences: list[Sentence], start: int, end: int) -> Belief:
    """Our belief at an annotated event; the plain one where the parser saw no word there."""
    found = carrier(sentences, start, end)
    return belief(*found) if found is not None else Belief()


@dataclass(frozen=True)
class Judged:
    """One annotated event: its class and time (FUTURE, NON_FUTURE …), what we say, and the words around."""

    gold: Pair
    time: str | None
    held: Belief
    tense: Tense | None
    context: str

    @property
    def ours(self) -> Pair:
        return self.held.level, self.held.polarity


def events(corpus: Path) -> Iterator[Judged]:
    """Each event with an annotated certainty and polarity."""
    for line in lines(corpus):
        parts = [(Anchor(s, e), "s") for s, e in line["sents"][: line["n_annotated_sents"]]]
        sentences = list(parse(line["text"], parts))
        for event in line["events"]:
            if event.get("certainty") in LEVELS and event.get("polarity") in POLARITIES:
                yield _judged(line["text"], event, carrier(sentences, event["s"], event["e"]))


def _judged(text: str, event: dict[str, Any], found: tuple[Sentence, Token] | None) -> Judged:
    start, end = event["s"], event["e"]
    return Judged(
        (LEVELS[event["certainty"]], POLARITIES[event["polarity"]]),
        event.get("time"),
        belief(*found) if found is not None else Belief(),
        tense(*found) if found is not None else None,
        f"{text[max(0, start - 90) : start]}[[{event['t']}]]{text[end : end + 40]}",
    )


def macro_f1(pairs: Sequence[tuple[Pair, Pair]]) -> float:
    """Mean F1 over the classes that the gold data have; pairs are (gold, predicted)."""
    return fmean(class_f1(pairs).values())


def class_f1(pairs: Sequence[tuple[Pair, Pair]]) -> dict[Pair, float]:
    """F1 of each class that the gold data have."""
    gold = Counter(g for g, _ in pairs)
    predicted = Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    return {c: f1(right[c], predicted[c], gold[c]) for c in sorted(gold)}


def score(corpus: Path) -> Scores:
    """Macro-F1, the F1 of each class and accuracy on MEANTIME, beside both floors."""
    judged = list(events(corpus))
    found = [(event.gold, event.ours) for event in judged]
    always = [(gold, ALWAYS) for gold, _ in found]
    linear = certainty_floor.predicted(TRAIN, corpus)
    levels = [((g[0], ""), (p[0], "")) for g, p in found]
    values = {
        "macro_f1": macro_f1(found),
        "always_macro_f1": macro_f1(always),
        "linear_macro_f1": macro_f1(linear),
        "level_macro_f1": macro_f1(levels),
        "accuracy": fmean(g == p for g, p in found),
        "always_accuracy": fmean(g == p for g, p in always),
        "linear_accuracy": fmean(g == p for g, p in linear),
        "future_f1": future_f1(judged),
        **{f"f1_{level}_{polarity}": value for (level, polarity), value in class_f1(found).items()},
        **{f"linear_f1_{level}_{polarity}": value for (level, polarity), value in class_f1(linear).items()},
    }
    return Scores(len(found), values)


def future_f1(judged: Sequence[Judged]) -> float:
    """F1 of "future" over the events annotated FUTURE or NON_FUTURE."""
    timed = [(event.time == "FUTURE", event.tense == "future") for event in judged if event.time in TIMES]
    return f1(sum(g and o for g, o in timed), sum(o for _, o in timed), sum(g for g, _ in timed))


def factuality(corpus: Path) -> Scores:
    """Pearson's r and mean absolute error on UW, for ours and for "always a fact"."""
    gold: list[float] = []
    ours: list[float] = []
    for line in lines(corpus):
        sentences = list(parse(line["text"], [(Anchor(0, len(line["text"])), "s")]))
        for target in line["targets"]:
            gold.append(target["f"])
            ours.append(degree(at(sentences, target["s"], target["e"])))
    errors = [abs(g - o) for g, o in zip(gold, ours, strict=True)]
    values = {"r": correlation(gold, ours), "mae": fmean(errors), "always_mae": fmean(abs(g - 3.0) for g in gold)}
    return Scores(len(gold), values)


def degree(found: Belief) -> float:
    """A belief on the scale -3..3 of the factuality corpora."""
    sign = {"positive": 1.0, "negative": -1.0, "unknown": 0.0}[found.polarity]
    return sign * DEGREES[found.level]


MEASURE = Measure(
    "certainty",
    SHARED / "data" / "meantime" / "dev.jsonl",
    score,
    "MEANTIME dev: certainty x polarity at annotated events, beside 'always certain' and a linear floor",
    needs=(TRAIN,),
)
FACTUALITY = Measure(
    "factuality",
    SHARED / "data" / "factuality_uw" / "dev.jsonl",
    factuality,
    "UW event factuality dev: Pearson's r with the annotated -3..3",
)


def main(arguments: list[str]) -> int:
    """`python -m benchmarks.certainty [FILE]`: the scores; with a MEANTIME file, its wrong events too."""
    for path in arguments:
        for event in events(Path(path)):
            if event.gold != event.ours:
                words = [token.text for token in event.held.basis]
                print(*event.gold, "| ours", *event.ours, words, "|", " ".join(event.context.split()))
        print(json.dumps(_shown(score(Path(path)))))
    if not arguments:
        for measure in (MEASURE, FACTUALITY):
            print(measure.name, json.dumps(_shown(measure.run(measure.corpus))))
    return 0


def _shown(scores: Scores) -> dict[str, Any]:
    return {"items": scores.items, **{name: round(value, 3) for name, value in scores.values.items()}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
