"""The words of outlooks, compiled once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.document.syntax import Sentence, Token
from sayso.vocabulary.load import vocabulary

Pattern = tuple[tuple[str, ...], str]
"""Words in lower case and the id of their entry."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word sequences by class and first word, the longest first; sets of single words by name."""

    classes: Mapping[str, Mapping[str, tuple[Pattern, ...]]]
    connectives: Mapping[str, tuple[Pattern, ...]]
    sets: Mapping[str, frozenset[str]]

    def at(self, name: str, sentence: Sentence, index: int) -> tuple[tuple[Token, ...], str] | None:
        """The longest sequence of a class that begins at a token, with the id of its entry."""
        return _at(self.classes[name], sentence, index)

    def connective(self, sentence: Sentence, index: int) -> int:
        """How many words of a connective begin at a token; 0 for none."""
        found = _at(self.connectives, sentence, index)
        return len(found[0]) if found else 0


def _at(
    patterns: Mapping[str, tuple[Pattern, ...]], sentence: Sentence, index: int
) -> tuple[tuple[Token, ...], str] | None:
    for words, entry in patterns.get(sentence.tokens[index].lower, ()):
        tokens = sentence.tokens[index : index + len(words)]
        if tuple(t.lower for t in tokens) == words:
            return tokens, entry
    return None


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary."""
    data = vocabulary("outlooks")
    classes: dict[str, list[Pattern]] = {}
    for entry in data["entries"]:
        classes.setdefault(entry["class"], []).extend((tuple(w.split()), entry["id"]) for w in entry["words"])
    names = (
        "possible",
        "awaited",
        "chances",
        "reasons",
        "reason-phrases",
        "limits",
        "deadlines",
        "nobody",
        "lengths",
        "persons",
    )
    return Lexicon(
        {name: _by_first(found) for name, found in classes.items()},
        _by_first([(tuple(words.split()), "connective") for words in data["connectives"]]),
        {name: frozenset(data[name]) for name in names},
    )


def _by_first(patterns: list[Pattern]) -> Mapping[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for words, entry in patterns:
        # a tokenizer parts "doesn't" into "does" and "n't"
        parted = tuple(part for word in words for part in (_parted(word)))
        found.setdefault(parted[0], []).append((parted, entry))
    return {word: tuple(sorted(same, key=lambda p: -len(p[0]))) for word, same in found.items()}


def _parted(word: str) -> tuple[str, ...]:
    return (word[:-3], word[-3:]) if word.endswith("n't") else (word,)
