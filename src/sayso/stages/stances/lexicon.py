"""The words of stances, compiled for look-up by the word that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.document.records import StanceValue
from sayso.vocabulary.load import vocabulary

LISTS = (
    "giving",
    "getting",
    "withdrawing",
    "calling",
    "keeping",
    "wishing",
    "showing",
    "shown",
    "private",
    "former",
    "causes",
    "conduct",
    "suffered",
    "patients",
    "harms",
    "papers",
    "issuing",
)
"""The plain lists of `vocabulary/stances.yaml`, named as the fields of `Lexicon`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `vocabulary/stances.yaml`; the fields are described there."""

    id: str
    value: StanceValue
    frame: str
    negated: StanceValue | None
    act: frozenset[str]
    actor: bool
    drawn: bool
    predicate: bool
    said: bool
    """Only where the words are the cue of a claim: "attacked the board" is a stance, "attacked the fort" a deed."""
    denied: bool
    """The value holds only where the words are denied: "takes no side"."""
    clause: bool
    """The words govern a clause that tells what it is toward: "regrets that …"."""
    speaker: bool
    """Only where whoever speaks says it of himself: "we are with the strikers"."""
    objects: frozenset[str]
    not_objects: frozenset[str]
    not_kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words of an entry. `rest` are those after the one that carries them, for a judgement those before it."""

    entry: Entry
    rest: tuple[str, ...]


Patterns = Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by frame: verbs and nouns by lemma, other words as written; the longest first."""

    verbs: Patterns
    nouns: Patterns
    sides: Patterns
    states: Patterns
    prefixes: Patterns
    suffixes: Patterns
    judgements: Patterns
    faults: Patterns
    giving: frozenset[str]
    getting: frozenset[str]
    withdrawing: frozenset[str]
    calling: frozenset[str]
    keeping: frozenset[str]
    wishing: frozenset[str]
    showing: frozenset[str]
    shown: frozenset[str]
    private: frozenset[str]
    former: frozenset[str]
    causes: frozenset[str]
    conduct: frozenset[str]
    suffered: frozenset[str]
    patients: frozenset[str]
    harms: frozenset[str]
    papers: frozenset[str]
    issuing: frozenset[str]


FRAMES = ("verb", "noun", "side", "state", "prefix", "suffix", "judgement", "fault")


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, once per process."""
    data = vocabulary("stances")
    frames: dict[str, dict[str, list[Pattern]]] = {frame: {} for frame in FRAMES}
    entries = {item["id"]: _entry(item) for item in data["entries"]}
    for item in data["entries"]:
        for phrase in item["words"]:
            words = tuple(phrase.split())
            at = -1 if item["frame"] == "judgement" else 0
            rest = words[:-1] if at else words[1:]
            frames[item["frame"]].setdefault(words[at], []).append(Pattern(entries[item["id"]], rest))
    return Lexicon(
        verbs=_sorted(frames["verb"]),
        nouns=_sorted(frames["noun"]),
        sides=_sorted(frames["side"]),
        states=_sorted(frames["state"]),
        prefixes=_sorted(frames["prefix"]),
        suffixes=_sorted(frames["suffix"]),
        judgements=_sorted(frames["judgement"]),
        faults=_sorted(frames["fault"]),
        **{name: frozenset(data[name]) for name in LISTS},
    )


def _sorted(frame: Mapping[str, list[Pattern]]) -> Patterns:
    return {word: tuple(sorted(found, key=lambda p: -len(p.rest))) for word, found in frame.items()}


def _entry(item: Mapping[str, Any]) -> Entry:
    barred = item.get("not_object", ())
    return Entry(
        id=item["id"],
        value=item["value"],
        frame=item["frame"],
        negated=item.get("negated"),
        act=frozenset(item.get("act", ())),
        actor=item.get("actor", False),
        drawn=item.get("drawn", False),
        predicate=item.get("predicate", False),
        said=item.get("said", False),
        denied=item.get("denied", False),
        clause=item.get("clause", False),
        speaker=item.get("speaker", False),
        objects=frozenset(item.get("object", ())),
        not_objects=frozenset(word for word in barred if not word.startswith("K")),
        not_kinds=frozenset(word[1:] for word in barred if word.startswith("K")),
    )
