"""Why, on the Causal News Corpus (V2) dev: does a sentence state a causal relation, and between which words.

The corpus marks purposes and goals of protest as causes of the deed, conditions as causes of what depends on them, and
calls sentences causal where the reader infers it (35% of its relations carry no signal). It knows no kinds.
- sentence: a sentence is causal where we find a link of one of the kinds in CAUSAL (all but `despite`: on train 16 of
  17 sentences with our `if` are causal, but 4 of 12 with our `despite`)
- relation: a found relation is right where both its ends share at least half of the words (Dice over white-space
  separated words) with those of a gold relation; one to one, best pairs first
- spans: cause, effect and signal of causal sentences with their bounds, counted by benchmarks/causal_spans.py
- stated: sentences where we find a link that is no mere suggestion (`implicit`), and how many of them are causal
- cause, effect, signal: words of the matched pairs that are shared, over all words found (precision) and all gold words
  (recall) of that role, unmatched relations included
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.causal_spans import Spanned, compared, total
from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.anchor import Anchor
from sayso.document.layer import LINKS, Analysis
from sayso.document.records import Link
from sayso.document.text import Document, Text
from sayso.pipeline import analyse

CAUSAL = frozenset({"cause", "response", "enables", "prevents", "purpose", "condition"})
DICE = 0.5

Words = frozenset[int]


@dataclass(frozen=True)
class Relation:
    """The words of each role, as where they start."""

    cause: Words
    effect: Words
    signal: Words


def words(text: str, anchors: Iterable[Sequence[int] | Anchor]) -> Words:
    """Where the words in these spans start; words are parted by white space."""
    spans = [(a.start, a.end) if isinstance(a, Anchor) else (a[0], a[1]) for a in anchors]
    starts = [i for i, c in enumerate(text) if not c.isspace() and (i == 0 or text[i - 1].isspace())]
    return frozenset(s for s in starts if any(low <= s < high for low, high in spans))


def gold(line: dict[str, Any]) -> list[Relation]:
    """The relations a corpus line marks."""
    return [
        Relation(*(words(line["text"], relation[role]) for role in ("cause", "effect", "signal")))
        for relation in line["relations"]
    ]


def found(text: str, links: Iterable[Link]) -> Iterator[Relation]:
    """Our causal links as the corpus would mark them: a purpose is the cause of the deed that serves it."""
    for link in links:
        if link.kind in CAUSAL:
            cause, effect = (link.to, link.from_) if link.kind == "purpose" else (link.from_, link.to)
            yield Relation(words(text, cause), words(text, effect), words(text, link.signal))


def dice(one: Words, other: Words) -> float:
    """Shared words as a share of both."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def pairs(right: Sequence[Relation], ours: Sequence[Relation]) -> list[tuple[Relation, Relation]]:
    """Gold and found relations matched one to one, best first; both ends must reach DICE."""
    scored = []
    for i, one in enumerate(right):
        for j, other in enumerate(ours):
            ends = (dice(one.cause, other.cause), dice(one.effect, other.effect))
            if min(ends) >= DICE:
                scored.append((-sum(ends), i, j))
    matched: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != m and j != n for m, n in matched):
            matched.append((i, j))
    return [(right[i], ours[j]) for i, j in matched]


def read(line: dict[str, Any]) -> Analysis:
    """The analysis of a corpus sentence."""
    return analyse(Document(Text(line["text"]), key=line["id"], language="en"))


def score(corpus: Path) -> Scores:
    """Sentences and relations."""
    data = list(lines(corpus))
    right = [gold(line) for line in data]
    links = [read(line)[LINKS] for line in data]
    ours = [list(found(line["text"], some)) for line, some in zip(data, links, strict=True)]
    stated = [any(link.kind in CAUSAL and not link.implicit for link in some) for some in links]
    causal = [bool(line["causal"]) for line in data]
    values = _sentences("sentence", causal, [bool(relations) for relations in ours])
    values |= _sentences("stated", causal, stated)
    return Scores(len(data), {**values, **_relations(right, ours), **_spans(data, right, ours)})


def _sentences(name: str, right: Sequence[bool], ours: Sequence[bool]) -> dict[str, float]:
    hits = sum(a and b for a, b in zip(right, ours, strict=True))
    return _prf(name, hits, sum(ours), sum(right))


def _spans(
    data: Sequence[dict[str, Any]], right: Sequence[Sequence[Relation]], ours: Sequence[Sequence[Relation]]
) -> dict[str, float]:
    counts = [
        compared([spanned(line["text"], r) for r in one], [spanned(line["text"], r) for r in other])
        for line, one, other in zip(data, right, ours, strict=True)
        if line["causal"]
    ]
    exact, fair = (reduce(total, (pair[side] for pair in counts), (0.0, 0.0, 0.0)) for side in (0, 1))
    return {"spans_exact_f1": f1(*exact), "spans_fair_f1": f1(*fair)}


def spanned(text: str, relation: Relation) -> Spanned:
    """The relation's spans in words: runs of neighbours, without marks that stand alone at their ends."""
    order = sorted(words(text, [(0, len(text))]))
    return Spanned.of(*(_runs(text, order, role) for role in (relation.cause, relation.effect, relation.signal)))


def _runs(text: str, order: Sequence[int], role: Words) -> list[tuple[int, int]]:
    """Runs of the words of a role, as their numbers."""
    numbers = [n for n, start in enumerate(order) if start in role]
    edges = [0, *(i for i in range(1, len(numbers)) if numbers[i] > numbers[i - 1] + 1), len(numbers)]
    runs = [numbers[a:b] for a, b in pairwise(edges)]
    said = [[n for n in run if text[order[n]].isalnum()] for run in runs]
    return [(run[0], run[-1] + 1) for run in said if run]


def _relations(right: Sequence[Sequence[Relation]], ours: Sequence[Sequence[Relation]]) -> dict[str, float]:
    matched = [pair for one, other in zip(right, ours, strict=True) for pair in pairs(one, other)]
    flat_right = [relation for relations in right for relation in relations]
    flat_ours = [relation for relations in ours for relation in relations]
    values = _prf("relation", len(matched), len(flat_ours), len(flat_right))
    for role in ("cause", "effect", "signal"):
        shared = sum(len(getattr(a, role) & getattr(b, role)) for a, b in matched)
        counted = [len(getattr(r, role)) for r in flat_ours], [len(getattr(r, role)) for r in flat_right]
        values[f"{role}_words_f1"] = f1(shared, sum(counted[0]), sum(counted[1]))
    return values


def _prf(name: str, right: int, predicted: int, all_: int) -> dict[str, float]:
    return {
        f"{name}_p": right / predicted if predicted else 0.0,
        f"{name}_r": right / all_ if all_ else 0.0,
        f"{name}_f1": f1(right, predicted, all_),
    }


MEASURE = Measure(
    "links",
    SHARED / "data" / "causal_news_corpus" / "dev.jsonl",
    score,
    "Causal News Corpus V2 dev (294 sentences, 232 relations): causal sentence; relation with both ends at Dice >= .5",
)
