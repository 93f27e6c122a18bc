"""The words that name and describe actors: known names, titles, role nouns, and what a name's last word tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.document.records import EntityKind
from sayso.vocabulary import nations
from sayso.vocabulary.load import vocabulary

PARTICLES = frozenset(vocabulary("titles")["particles"])
"""Small words inside names: "Pedro del Peral"."""
SERVICES = ("armed-forces", "naval-forces", "air-forces")
"""The classes of names.yaml that name a state's forces; two nouns of one class name one body."""

_FIRST = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Actor:
    """One known actor or country. `by` is the id of its vocabulary entry, as a Why says it."""

    id: str
    kind: EntityKind
    country: str | None
    by: str
    seat: bool = False
    """Whether it is the seat of its country's government, which stands for it: Kremlin."""
    irregular: bool = False
    """Whether it is an armed group that is no state's."""
    medium: bool = False
    """Whether it is an agency, a paper or a broadcaster."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a head noun tells: the kind it stands for, its gender where the word has one, its class."""

    kind: EntityKind
    gender: str | None
    by: str


@dataclass(frozen=True, slots=True)
class Names:
    """Known names by their first word, longest first, so that the longest match is the first one."""

    by_first: Mapping[str, tuple[tuple[str, Actor], ...]]

    def may_start(self, word: str) -> bool:
        """A cheap test that rules most words out."""
        return word in self.by_first or not word.isalnum()

    def match(self, characters: str, start: int) -> tuple[int, Actor] | None:
        """Where the known name that starts at `start` ends, and whose it is."""
        first = _FIRST.match(characters, start)
        if first is None:
            return None
        for name, actor in self.by_first.get(first[0], ()):
            end = start + len(name)
            if characters.startswith(name, start) and not characters[end : end + 1].isalnum():
                return end, actor
        return None


def index(entries: Iterable[tuple[str, Actor]]) -> Names:
    """The names with every way to write each (straight or curly apostrophe, in capitals), ready to be matched."""
    found: dict[str, list[tuple[str, Actor]]] = {}
    for name, actor in entries:
        for form in dict.fromkeys((name, name.replace("'", "’"), *_upper(name))):
            first = _FIRST.match(form)
            if first:
                found.setdefault(first[0], []).append((form, actor))
    return Names({first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in found.items()})


def _upper(name: str) -> tuple[str, ...]:
    """The form an all-capitals headline gives a name; none for short words, which would be something else."""
    return (name.upper(),) if len(name) > 4 else ()


@cache
def actors() -> tuple[tuple[str, Actor], ...]:
    """All names of actors.yaml."""
    return tuple((name, _actor(entry)) for entry in vocabulary("actors") for name in entry["names"])


@cache
def regions() -> tuple[tuple[str, Actor], ...]:
    """All names of regions.yaml, each a thing of its own."""
    return tuple(
        (name, Actor(f"region-{name}", entry["kind"], entry.get("country"), f"lexicon:regions.{entry['id']}"))
        for entry in vocabulary("regions")
        for name in entry["names"]
    )


def _actor(entry: Mapping[str, Any]) -> Actor:
    by = f"lexicon:actors.{entry['id']}"
    marks = {name: entry.get(name, False) for name in ("seat", "irregular", "medium")}
    return Actor(entry["id"], entry["kind"], entry.get("country"), by, **marks)


@cache
def _name_classes() -> Mapping[str, frozenset[str]]:
    return {entry["id"]: frozenset(entry["nouns"]) for entry in vocabulary("names")}


def word_class(id: str) -> frozenset[str]:
    """The words of one class of names.yaml."""
    return _name_classes()[id]


def service(noun: str) -> str | None:
    """The class of forces that a noun names after a nationality: "troops" in "Syrian troops"."""
    return next((name for name in SERVICES if noun in word_class(name)), None)


@cache
def heads() -> Mapping[str, EntityKind]:
    """The kind that the last word of a name tells, by the word in lower case."""
    found: dict[str, EntityKind] = {}
    for entry in vocabulary("names"):
        if entry["id"].startswith("head-"):
            found.update(dict.fromkeys(entry["nouns"], entry["kind"]))
    return found


@cache
def roles() -> Mapping[str, Role]:
    """Head nouns of descriptions by the lemma."""
    entries: list[dict[str, Any]] = vocabulary("roles")
    gender = {noun: entry["gender"] for entry in entries if "gender" in entry for noun in entry["nouns"]}
    found: dict[str, Role] = {}
    for entry in entries:
        if "kind" in entry:
            for noun in entry["nouns"]:
                found.setdefault(noun, Role(entry["kind"], gender.get(noun), f"lexicon:roles.{entry['id']}"))
    return found


@cache
def titles() -> tuple[frozenset[str], frozenset[str]]:
    """Titles of office and forms of address, in lower case, a phrase each."""
    entry = vocabulary("titles")
    return frozenset(entry["office"]), frozenset(entry["address"])


@cache
def title_words() -> frozenset[str]:
    """The word of each title that names the office: "minister" of "prime minister", "secretary" of state."""
    office, address = titles()
    return frozenset(title.split(" of ")[0].split()[-1] for title in office | address)


@cache
def _all_titles() -> frozenset[str]:
    office, address = titles()
    return office | address


def title(words: Sequence[str]) -> int:
    """How many of these words in lower case are titles: two in "prime minister", three in "major general sir"."""
    known = _all_titles()
    taken = 0
    while taken < len(words):
        fits = (n for n in (3, 2, 1) if " ".join(words[taken : taken + n]).replace(" - ", "-") in known)
        length = next((n for n in fits if taken + n <= len(words)), 0)
        if not length:
            break
        taken += length
    return taken


@cache
def given_names() -> Mapping[str, str]:
    """Gender (m, f) by given name."""
    return {name: entry["gender"] for entry in vocabulary("given_names") for name in entry["names"]}


@cache
def known() -> Names:
    """Actors, regions and countries; where two share a name the first of these wins."""
    countries = (
        (name, Actor(f"country-{code}", "country", code, f"lexicon:countries.{code}"))
        for name, code in nations.countries().items()
    )
    return index((*actors(), *regions(), *countries))
