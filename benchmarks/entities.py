"""Names, their entities and pronouns, held against the people, organisations and places of GUM's news and interviews.

GUM marks whole noun groups, sayso the name in them, so mentions are matched by their heads: a name is found where a
mention of ours ends on the gold head and lies inside the gold span, and its border is right where ours also begins
with the first word of the name. Gold names are spans whose head is a proper noun.
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
Cluster = Mapping[int, str]
"""Entity or chain of each mention, by the character its head ends at."""


@dataclass(frozen=True)
class Gold:
    """One gold mention: `name` runs over the proper nouns around its head; `end` is where the head's name ends."""

    start: int
    end: int
    chain: str
    name: tuple[int, int] | None
    words: str


def gold(line: Mapping[str, Any]) -> list[Gold]:
    """The mentions of people, organisations and places."""
    tokens = line["tokens"]
    found = []
    for entity in line["entities"]:
        if entity["type"] in TYPES:
            inside = [i for i, token in enumerate(tokens) if entity["s"] <= token[0] and token[1] <= entity["e"]]
            name = _name(tokens, inside)
            found.append(Gold(entity["s"], entity["e"], entity["chain"], name, entity["t"].lower()))
    return found


def _name(tokens: list[Any], inside: list[int]) -> tuple[int, int] | None:
    """The unbroken proper nouns around the head of a span; None where the head is no proper noun."""
    head = next((i for i in inside if tokens[i][4] not in inside), None)
    if head is None or not _proper(tokens[head]):
        return None
    first = last = head
    while first - 1 in inside and _proper(tokens[first - 1]):
        first -= 1
    while last + 1 in inside and _proper(tokens[last + 1]):
        last += 1
    return tokens[first][0], tokens[last][1]


def _proper(token: list[Any]) -> bool:
    return str(token[2]).startswith("NNP")


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
    names = {g.name: g for g in sorted(marked, key=lambda g: g.start - g.end) if g.name}
    ours = [m for m in mentions if m.form in ("name", "metonym") and m.kind != "other"]
    pairs = {m.anchor.end: m for m in ours}
    matched = {g.name[1]: pairs[g.name[1]] for g in names.values() if g.name and _fits(pairs.get(g.name[1]), g)}
    tally.gold += len(names)
    tally.ours += len(ours)
    tally.found += len(matched)
    tally.exact += sum(matched[n[1]].anchor.start == n[0] for n in names if n[1] in matched)
    theirs = {g.name[1]: g.chain for g in names.values() if g.name}
    own = {m.anchor.end: entity.get(m.id, m.id) for m in ours}
    tally.recall += _b3(theirs, own)
    tally.precision += _b3(own, theirs)
    _add_pronouns(tally, mentions, entity, marked)


def _fits(mention: Mention | None, gold: Gold) -> bool:
    return mention is not None and mention.anchor.start >= gold.start


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
    heads = {(g.name[1] if g.name else g.end): g.chain for g in sorted(marked, key=lambda g: g.start - g.end)}
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
    """The chain of the gold mention our mention stands for: same end, or the smallest one around our head."""
    exact = heads.get(mention.anchor.end)
    around = [g for g in marked if g.start <= mention.head.start and mention.head.end <= g.end]
    return exact or (min(around, key=lambda g: g.end - g.start).chain if around else None)


MEASURE = Measure(
    "entities",
    SHARED / "data" / "gum" / "dev.jsonl",
    score,
    "names, their clusters and pronouns on GUM's news and interviews",
)
