"""How sure the voice is, at the word of an event: MEANTIME dev, and correlation with UW event factuality dev.

Both go through `stages.certainties.scope.belief`, which also decides the certainty of claims.

- MEANTIME (Wikinews, about 170 annotated events): one class for certainty x polarity. UNDERSPECIFIED certainty is
  our `uncommitted`, UNDERSPECIFIED polarity our `unknown`. macro_f1 is the mean F1 over the classes of the gold data;
  `always_macro_f1` is what "always certain and positive" gets.
- UW (Lee et al. 2015; for measuring only, never for fitting): Pearson's r and mean absolute error between the
  annotated factuality (-3..3) and ours: certain 3, probable 2, possible 1, uncommitted 0, minus where negative.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import correlation, fmean
from typing import Any

from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token
from sayso.factuality.belief import Belief
from sayso.factuality.scope import belief
from sayso.models.parser import parse

LEVELS = {"CERTAIN": "certain", "PROBABLE": "probable", "POSSIBLE": "possible", "UNDERSPECIFIED": "uncommitted"}
POLARITIES = {"POS": "positive", "NEG": "negative", "UNDERSPECIFIED": "unknown"}
DEGREES = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "uncommitted": 0.0}
ALWAYS = ("certain", "positive")

Pair = tuple[str, str]


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


def events(corpus: Path) -> Iterator[tuple[Pair, Belief, str]]:
    """Gold class, our belief, and the words around, for each event with an annotated certainty and polarity."""
    for line in lines(corpus):
        parts = [(Anchor(s, e), "s") for s, e in line["sents"][: line["n_annotated_sents"]]]
        sentences = list(parse(line["text"], parts))
        for event in line["events"]:
            if event.get("certainty") in LEVELS and event.get("polarity") in POLARITIES:
                gold = LEVELS[event["certainty"]], POLARITIES[event["polarity"]]
                context = line["text"][max(0, event["s"] - 90) : event["s"]] + f"[[{event['t']}]]"
                context += line["text"][event["e"] : event["e"] + 40]
                yield gold, at(sentences, event["s"], event["e"]), context


def macro_f1(pairs: Sequence[tuple[Pair, Pair]]) -> float:
    """Mean F1 over the classes that the gold data have; pairs are (gold, predicted)."""
    gold = Counter(g for g, _ in pairs)
    predicted = Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    return fmean(f1(right[c], predicted[c], gold[c]) for c in gold)


def score(corpus: Path) -> Scores:
    """Macro-F1 and accuracy on MEANTIME, and r on UW where its file lies beside."""
    found = [(gold, (b.level, b.polarity)) for gold, b, _ in events(corpus)]
    always = [(gold, ALWAYS) for gold, _ in found]
    levels = [((g[0], ""), (p[0], "")) for g, p in found]
    values = {
        "macro_f1": macro_f1(found),
        "always_macro_f1": macro_f1(always),
        "level_macro_f1": macro_f1(levels),
        "accuracy": fmean(g == p for g, p in found),
        "always_accuracy": fmean(g == p for g, p in always),
    }
    return Scores(len(found), values)


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
    "MEANTIME dev: certainty x polarity at annotated events, beside 'always certain'",
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
        for gold, found, context in events(Path(path)):
            if gold != (found.level, found.polarity):
                print(
                    *gold,
                    "| ours",
                    found.level,
                    found.polarity,
                    [t.text for t in found.basis],
                    "|",
                    " ".join(context.split()),
                )
        print(json.dumps(_shown(score(Path(path)))))
    if not arguments:
        for measure in (MEASURE, FACTUALITY):
            print(measure.name, json.dumps(_shown(measure.run(measure.corpus))))
    return 0


def _shown(scores: Scores) -> dict[str, Any]:
    return {"items": scores.items, **{name: round(value, 3) for name, value in scores.values.items()}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
