"""The number vocabulary, compiled for look-up by pieces of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from sayso.stages.numbers.pieces import Phrase, phrase
from sayso.vocabulary.load import vocabulary

Effect = Literal["floor", "ceiling", "near"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Vague:
    """One line of `vague` in vocabulary/numbers.yaml; the fields are described there."""

    id: str
    low: float
    high: float | None
    scaled: bool
    needs: str | None


@dataclass(frozen=True, slots=True)
class Hedge:
    """One line of `hedges`."""

    id: str
    effect: Effect
    either: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of `units`; `of` where the word measures only before "of"."""

    id: str
    unit: str
    of: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases are keyed by their first piece, longest first."""

    words: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    fractions: Mapping[str, int]
    vague: Mapping[str, tuple[tuple[Phrase, Vague], ...]]
    before: Mapping[str, tuple[tuple[Phrase, Hedge], ...]]
    after: Mapping[str, tuple[tuple[Phrase, Hedge], ...]]
    signs: Mapping[str, tuple[tuple[Phrase, Unit], ...]]
    units: Mapping[str, tuple[tuple[Phrase, Unit], ...]]
    sets: Mapping[str, frozenset[str]]
    """The plain lists by name: durations, months, labels, people …"""
    hint: re.Pattern[str]
    """Matches in every sentence that may hold a number."""

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, once per process."""
    data = vocabulary("numbers")
    units = [(item, Unit(item["id"], item["unit"], item.get("of", False))) for item in data["units"]]
    return Lexicon(
        data["words"],
        data["scales"],
        data["short_scales"],
        data["fractions"],
        _keyed((words, _vague(item)) for item in data["vague"] for words in item["words"]),
        _keyed((w, _hedge(item)) for item in data["hedges"] for w in item["words"] if not item.get("after")),
        _keyed((w, _hedge(item)) for item in data["hedges"] for w in item["words"] if item.get("after")),
        _keyed((words, unit) for item, unit in units for words in item.get("signs", ())),
        _keyed((words, unit) for item, unit in units for words in item.get("words", ())),
        {name: frozenset(map(str.lower, value)) for name, value in data.items() if _plain(value)},
        _hint(data),
    )


def _plain(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _vague(item: Mapping[str, Any]) -> Vague:
    return Vague(item["id"], item["low"], item["high"], item.get("scaled", False), item.get("needs"))


def _hedge(item: Mapping[str, Any]) -> Hedge:
    return Hedge(item["id"], item["effect"], item.get("either", False))


def _keyed(found: Iterable[tuple[str, T]]) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    keyed: dict[str, list[tuple[Phrase, T]]] = {}
    for words, value in found:
        pieces = phrase(words)
        keyed.setdefault(pieces[0], []).append((pieces, value))
    return {first: tuple(sorted(all_, key=lambda one: -len(one[0]))) for first, all_ in keyed.items()}


def _hint(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Digits, number words, scales, the last word of each vague phrase, and the words of shares and repetitions."""
    last = (words.split()[-1] for item in data["vague"] for words in item["words"])
    words = {*data["words"], *data["scales"], "dozen", *data["fractions"], *last, "twice", "both", "none", "no"}
    return re.compile(rf"\d|\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)
