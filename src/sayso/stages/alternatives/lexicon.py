"""The words that offer alternatives, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.vocabulary.load import vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `vocabulary/alternatives.yaml`; the fields are described there."""

    id: str
    exclusive: bool
    signals: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]


@cache
def lexicon() -> Mapping[str, Entry]:
    """The entries by id, once per process."""
    return {
        item["id"]: Entry(
            item["id"],
            item["exclusive"],
            frozenset(item["signals"]),
            frozenset(item.get("nouns", ())),
            frozenset(item.get("verbs", ())),
        )
        for item in vocabulary("alternatives")["entries"]
    }
