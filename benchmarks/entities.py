"""Names, their entities and pronouns, held against the people, organisations and places of GUM's news and interviews.

GUM marks whole noun groups, sayso the name in them. A gold name is a span whose head is a proper noun, or carries one
("curator Jane Roe"); its words are that noun, its compounds and what is flat beneath it. It is found where a mention of
ours touches one of these words inside the span, and its border is right where ours has all of them but titles before
them. Clusters are scored by b-cubed over names, where a name that is missed or invented counts as wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.layer import ENTITIES, MENTIONS, Analysis
from sayso.document.records import Mention
from sayso.document.text import Document, Text
from sayso.pipeline import STAGES, analyse

TYPES = frozenset({"person", "organization", "place"})
PRONOUNS = frozenset(
    ["he", "she", "him", "her", "his", "hers", "they", "them", "their", "himself", "herself", "themselves"]
)
LAST = next(i for i, stage in enumerate(STAGES) if stage.writes is ENTITIES) + 1
BY_NATION = frozenset(f"rule:mentions.{rule}" for rule in ("state-forces", "state-government", "nationality"))
"""Rules for "Syrian troops" and "Russian strikes": GUM does not count those as names."""
PARTS = frozenset({"flat", "appos", "compound"})
Cluster = Mapping[int, str]
"""Entity or chain of each mention, by the number of our mention, below zero for gold names we missed."""


@dataclass(frozen=True)
class Gold:
    """One gold mention. `name` holds the spans of the words that name it; none where it is described or a pronoun."""

    start: int
    end: int
    chain: str
    head: int
    """The character its head ends at."""
    name: tuple[tuple[int, int], ...]
    words: str


def gold(line: Mapping[str, Any]) -> list[Gold]:
    """The mentions of people, organisations and places, the longest first."""
    tokens = line["tokens"]
    found = []
    for entity in line["entities"]:
        if entity["type"] in TYPES:
            inside = [i for i, token in enumerate(tokens) if entity["s"] <= token[0] and token[1] <= entity["e"]]
            head = next((i for i in inside if tokens[i][4] not in inside), inside[-1])
            name = tuple((tokens[i][0], tokens[i][1]) for i in _name(tokens, inside, head))
            found.append(Gold(entity["s"], entity["e"], entity["chain"], tokens[head][1], name, entity["t"].lower()))
    return sorted(found, key=lambda g: (g.start - g.end, g.start))


def _name(tokens: list[Any], inside: list[int], head: int) -> list[int]:
    """The proper nouns that are the head or part of it."""
    parts = [i for i in inside if tokens[i][4] == head and tokens[i][5] in PARTS and abs(i - head) <= 3]
    return [i for i in sorted((head, *parts)) if str(tokens[i][2]).startswith("NNP")]


@dataclass
class Tally:
    """Counts over the corpus; the b-cubed sums run over mentions."""

    gold: int = 0
    ours: int = 0
    found: int = 0
    exact: int = 0
    recall: float = 0.0
    precision: float = 0.0
    pronouns: int = 0
    resolved: int = 0
    right: int = 0


def score(corpus: Path) -> Scores:
    """Analyse each text up to its entities and compare."""
    tally = Tally()
    for line in lines(corpus):
        add(tally, line, analyse(Document(Text(line["text"]), key=line["id"], language="en"), STAGES[:LAST]))
    return scores(tally)


def scores(tally: Tally) -> Scores:
    """The counts as shares."""
    return Scores(
        tally.gold,
        {
            "names_f1": f1(tally.found, tally.ours, tally.gold),
            "names_precision": tally.found / tally.ours,
            "names_recall": tally.found / tally.gold,
            "names_exact_f1": f1(tally.exact, tally.ours, tally.gold),
            "clusters_b3_f1": _harmonic(tally.precision / tally.ours, tally.recall / tally.gold),
            "pronouns_precision": tally.right / tally.resolved if tally.resolved else 1.0,
            "pronouns_recall": tally.right / tally.pronouns,
        },
    )


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0


def add(tally: Tally, line: Mapping[str, Any], analysis: Analysis) -> None:
    """Count one text."""
    mentions = analysis[MENTIONS]
    entity = {mention: e.id for e in analysis[ENTITIES] for mention in e.mentions}
    marked = gold(line)
    names = [g for g in marked if g.name and g.words not in PRONOUNS]
    ours = [m for m in mentions if m.form in ("name", "metonym") and m.kind != "other" and m.why.by not in BY_NATION]
    pairs = _pairs(names, ours)
    tally.gold += len(names)
    tally.ours += len(ours)
    tally.found += len(pairs)
    tally.exact += sum(_whole(names[g], ours[o]) for g, o in pairs.items())
    theirs = {pairs.get(i, -1 - i): g.chain for i, g in enumerate(names)}
    own = {i: entity.get(m.id, m.id) for i, m in enumerate(ours)}
    tally.recall += _b3(theirs, own)
    tally.precision += _b3(own, theirs)
    _add_pronouns(tally, mentions, entity, marked)


def _pairs(names: list[Gold], ours: list[Mention]) -> dict[int, int]:
    """Our mention for each gold name that has one; each of ours serves once, the longest gold name first."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for i, name in enumerate(names):
        for o, mention in enumerate(ours):
            if o not in taken and _touches(name, mention):
                found[i] = o
                taken.add(o)
                break
    return found


def _touches(gold: Gold, mention: Mention) -> bool:
    start, end = mention.anchor.start, mention.anchor.end
    return gold.start <= start and end <= gold.end and any(start <= s and e <= end for s, e in gold.name)


def _whole(gold: Gold, mention: Mention) -> bool:
    """Ours holds every word of the name, titles apart: those stand before it."""
    start, end = mention.anchor.start, mention.anchor.end
    return all(e <= end for _, e in gold.name) and any(start == s for s, _ in gold.name)


def _b3(of: Cluster, against: Cluster) -> float:
    """Sum over the mentions of `of`: the share of each one's cluster that `against` puts together with it."""
    total = 0.0
    size = Counter(of.values())
    both = Counter((of[end], against[end]) for end in of if end in against)
    for end, cluster in of.items():
        if end in against:
            total += both[cluster, against[end]] / size[cluster]
    return total


def _add_pronouns(tally: Tally, mentions: Iterable[Mention], entity: Mapping[str, str], marked: Iterable[Gold]) -> None:
    """A pronoun is right where the nearest other mention of its entity before it (else after it) is of its chain."""
    chains = {g.end: g.chain for g in marked if g.words in PRONOUNS}
    full = Counter(g.chain for g in marked if g.words not in PRONOUNS)
    heads = {g.head: g.chain for g in marked}
    tally.pronouns += sum(full[chain] > 0 for chain in chains.values())
    listed = list(mentions)
    for at, mention in enumerate(listed):
        if mention.form == "pronoun" and mention.id in entity and mention.anchor.end in chains:
            others = [m for m in (*reversed(listed[:at]), *listed[at:]) if _same(m, mention, entity)]
            tally.resolved += 1
            tally.right += bool(others) and _chain(others[0], heads, marked) == chains[mention.anchor.end]


def _same(other: Mention, mention: Mention, entity: Mapping[str, str]) -> bool:
    return other.form != "pronoun" and entity.get(other.id) == entity[mention.id]


def _chain(mention: Mention, heads: Mapping[int, str], marked: Iterable[Gold]) -> str | None:
    """The chain of the gold mention our mention stands for: same head, or the smallest one around our head."""
    exact = heads.get(mention.head.end)
    around = [g for g in marked if g.start <= mention.head.start and mention.head.end <= g.end]
    return exact or (min(around, key=lambda g: g.end - g.start).chain if around else None)


MEASURE = Measure(
    "entities",
    SHARED / "data" / "gum" / "dev.jsonl",
    score,
    "names, their clusters and pronouns on GUM's news and interviews",
)
