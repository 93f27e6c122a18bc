"""The event vocabulary, compiled for look-up by the lemma of the trigger's head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.vocabulary.load import vocabulary

LISTS = (
    "light_verbs",
    "takes_place",
    "parts",
    "figurative",
    "parties",
    "vessels",
    "aims",
    "planning",
    "averting",
    "denying",
)
"""The plain lists of `vocabulary/events.yaml`, in the order of the fields of `Lexicon`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `vocabulary/events.yaml`; the fields are described there."""

    id: str
    type: str
    verbal: bool
    """PLOVER's verbal quads: said, not done."""
    mode: str | None
    objects: frozenset[str]
    object_kinds: frozenset[str]
    context: frozenset[str]
    patient: str
    agents: bool
    """A doer that can act makes the context needless."""
    of_actor: bool
    """The noun's of-phrase names who does it."""
    territory: str | None
    place: bool


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """`rest` are the particles or prepositions after the verb; `complement` is the lemma its object must have."""

    entry: Entry
    rest: tuple[str, ...]
    complement: str | None


@dataclass(frozen=True, slots=True)
class NounPattern:
    """`before` are the words directly before the head noun ("air" of "air strike").

    `of` is the lemma that must depend on its "of" ("war" of "declaration of war"), None where any may or none.
    """

    entry: Entry
    before: tuple[str, ...]
    of: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by the lemma of the verb and of the head noun, longest first."""

    verbs: Mapping[str, tuple[VerbPattern, ...]]
    nouns: Mapping[str, tuple[NounPattern, ...]]
    light_verbs: frozenset[str]
    takes_place: frozenset[str]
    parts: frozenset[str]
    figurative: frozenset[str]
    parties: frozenset[str]
    vessels: frozenset[str]
    aims: frozenset[str]
    planning: frozenset[str]
    averting: frozenset[str]
    denying: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, once per process."""
    data = vocabulary("events")
    contexts = {name: frozenset(lemmas) for name, lemmas in data["contexts"].items()}
    quads = {name: kind["quad"] for name, kind in data["types"].items()}
    verbs: dict[str, list[VerbPattern]] = {}
    nouns: dict[str, list[NounPattern]] = {}
    for item in data["entries"]:
        entry = _entry(item, contexts, quads)
        for words in item.get("verbs", ()):
            head, *rest = words.split()
            complement = next((word.strip("<>") for word in rest if word.startswith("<")), None)
            particles = tuple(word for word in rest if not word.startswith("<"))
            verbs.setdefault(head, []).append(VerbPattern(entry, particles, complement))
        for words in item.get("nouns", ()):
            phrase, _, of = words.partition(" of ")
            *before, head = phrase.split()
            nouns.setdefault(head, []).append(NounPattern(entry, tuple(before), of or None))
    return Lexicon(
        {lemma: tuple(sorted(found, key=_verb_rank)) for lemma, found in verbs.items()},
        {
            lemma: tuple(sorted(found, key=lambda p: -len(p.before) - (p.of is not None)))
            for lemma, found in nouns.items()
        },
        *(frozenset(data[name]) for name in LISTS),
    )


def _verb_rank(pattern: VerbPattern) -> tuple[int, int]:
    """More words first, then patterns that restrict their object before those that do not."""
    return -(len(pattern.rest) + (pattern.complement is not None)), -bool(pattern.entry.object_kinds)


def _entry(item: dict[str, Any], contexts: Mapping[str, frozenset[str]], quads: Mapping[str, str]) -> Entry:
    objects = item.get("object", ())
    return Entry(
        id=item["id"],
        type=item["type"],
        verbal=quads[item["type"]].startswith("verbal"),
        mode=item.get("mode"),
        objects=frozenset(word for word in objects if not word.startswith("K")),
        object_kinds=frozenset(word[1:] for word in objects if word.startswith("K")),
        context=contexts[item["context"]] if "context" in item else frozenset(),
        patient=item.get("patient", "object"),
        agents=item.get("agents", False),
        of_actor=item.get("of") == "actor",
        territory=item.get("territory"),
        place=item.get("place", True),
    )
