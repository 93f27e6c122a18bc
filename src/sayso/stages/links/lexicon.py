"""The signal words, compiled for look-up by the first word or by the lemma of a verb or noun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sayso.document.records import LinkKind
from sayso.document.syntax import Sentence
from sayso.vocabulary.load import vocabulary

End = Literal["from", "to"]
OPTIONAL = "~"
LONGEST_OPTION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `vocabulary/links.yaml`; the fields are described there."""

    id: str
    kind: LinkKind
    frame: str
    near: End
    test: str | None
    heads: frozenset[str]
    complement: str | None
    result: bool
    participle: bool
    passive: bool
    implicit: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One signal of an entry. `entry` is None for an idiom, which uses its words up without being a link."""

    entry: Entry | None
    words: tuple[str, ...]


Patterns = Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by their first word: word sequences as written, verbs and nouns by lemma; the longest first."""

    sequences: Patterns
    verbs: Patterns
    nouns: Patterns
    answers: Patterns
    catenatives: frozenset[str]
    commenting: frozenset[str]
    states: frozenset[str]
    agents: frozenset[str]
    riddles: frozenset[str]
    undertakings: frozenset[str]
    changes: frozenset[str]
    utterances: frozenset[str]
    uses: frozenset[str]
    openings: frozenset[str]
    harms: frozenset[str]
    deeds: frozenset[str]
    grounds: frozenset[str]
    intentions: frozenset[str]
    attempts: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, once per process."""
    data = vocabulary("links")
    sequences = [Pattern(None, tuple(words.split())) for words in data["idioms"]]
    verbs: list[Pattern] = []
    nouns: list[Pattern] = []
    answers: list[Pattern] = []
    tables = {"verb": verbs, "noun": nouns, "answer": answers}
    for item in data["entries"]:
        entry = _entry(item)
        tables.get(entry.frame, sequences).extend(Pattern(entry, tuple(s.split())) for s in item["signals"])
    lists = (
        frozenset(data[name])
        for name in (
            "catenatives",
            "commenting",
            "states",
            "agents",
            "riddles",
            "undertakings",
            "changes",
            "utterances",
            "uses",
            "openings",
            "harms",
            "deeds",
            "grounds",
            "intentions",
            "attempts",
        )
    )
    return Lexicon(_by_first(sequences), _by_first(verbs), _by_first(nouns), _by_first(answers), *lists)


def _entry(item: Mapping[str, Any]) -> Entry:
    return Entry(
        id=item["id"],
        kind=item["kind"],
        frame=item["frame"],
        near=item["near"],
        test=item.get("test"),
        heads=frozenset(item.get("heads", ())),
        complement=item.get("complement"),
        result=item.get("result", False),
        participle=item.get("participle", False),
        passive=item.get("passive", False),
        implicit=item.get("implicit", False),
    )


def _by_first(patterns: list[Pattern]) -> Patterns:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        found.setdefault(pattern.words[0], []).append(pattern)
    return {word: tuple(sorted(same, key=lambda p: -len(p.words))) for word, same in found.items()}


def matched(sentence: Sentence, words: tuple[str, ...], at: int) -> int | None:
    """Index after the words where they stand at this token, "~" standing for up to two modifiers; else None."""
    tokens = sentence.tokens
    for word in words:
        if word == OPTIONAL:
            until = at + LONGEST_OPTION
            while at < min(until, len(tokens)) and tokens[at].pos in {"ADJ", "DET", "ADV", "PROPN"}:
                at += 1
        elif at < len(tokens) and tokens[at].lower == word:
            at += 1
        else:
            return None
    return at
