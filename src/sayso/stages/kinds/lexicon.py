"""The words of kinds, compiled for look-up by the word that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.document.records import Kind
from sayso.document.syntax import Sentence, Token
from sayso.vocabulary.load import vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of `vocabulary/kinds.yaml`; the fields are described there."""

    id: str
    kind: Kind
    takes: frozenset[str]


LISTS = ("future", "offering", "unwilled", "unbidden", "timetabled", "effects", "upcoming", "chances", "scenarios")
"""Lists of single words, in the order of the fields of `Lexicon`."""
SETS = (
    "facing",
    "looming",
    "foretelling",
    "odds",
    "moving",
    "consequences",
    "ends",
    "judged-event",
    "cases",
    "factual",
    "open-ends",
    "meaning",
    "expectations",
    "wagering",
    "states",
    "courses",
    "ranking",
    "hopes",
    "sizes",
    "can-come",
    "advice",
    "ways",
    "best",
    "pressing",
    "advisable-noun",
    "advised-against",
    "aims",
    "schemes",
    "driving",
    "acts",
    "reasons",
    "causing",
    "bungling",
    "judging-nouns",
    "conditions-of",
    "bad-states",
    "turns",
    "theories",
    "gambles",
    "effecting",
)
"""Further lists, kept by name."""
Patterns = Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by class and first word, longest first."""

    classes: Mapping[str, Patterns]
    future: frozenset[str]
    offering: frozenset[str]
    unwilled: frozenset[str]
    unbidden: frozenset[str]
    timetabled: frozenset[str]
    effects: frozenset[str]
    upcoming: frozenset[str]
    chances: frozenset[str]
    scenarios: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    """Further lists of single words by name."""

    def words(self, name: str, kind: Kind, word: str) -> Entry | None:
        """The entry of one class and kind for a single word."""
        found = self.classes[name].get(word, ())
        return next((entry for words, entry in found if entry.kind == kind and len(words) == 1), None)

    def governing(self, name: str, sentence: Sentence, token: Token) -> tuple[tuple[Entry, tuple[Token, ...]], ...]:
        """The entries for a verb, adjective or noun with its particle, most words first."""
        found = []
        for words, entry in self.classes[name].get(token.lemma.lower(), ()):
            kids = sentence.children(token)
            if len(words) == 3:  # "grew out of": one particle hangs on the other
                kids = (*kids, *(low for kid in kids if kid.lower == words[1] for low in sentence.children(kid)))
            rest = [kid for kid in kids if kid.dep in PARTICLES and kid.lower in words[1:]]
            rest = [kid for kid in rest if _beside(sentence, token, kid)]
            if len(rest) == len(words) - 1:
                found.append((entry, (token, *rest)))
        return tuple(found)

    def phrase(self, sentence: Sentence, token: Token, kind: Kind) -> tuple[Entry, tuple[Token, ...]] | None:
        """The longest fixed phrase of one kind that begins at a token."""
        for words, entry in self.classes["phrase"].get(token.lower, ()):
            tokens = sentence.tokens[token.index : token.index + len(words)]
            if entry.kind == kind and tuple(t.lower for t in tokens) == words:
                return entry, tokens
        return None


PARTICLES = frozenset({"prt", "prep", "mark", "dative"})
LOOSE = frozenset({"on", "for", "against", "of"})
"""Particles that may as well belong to something else in the clause."""
FAR = 3
"""Words by which a particle may stand off: "called again today for"."""


def _beside(sentence: Sentence, token: Token, particle: Token) -> bool:
    """ "called on Spain", not "called her on Friday"."""
    if particle.lower not in LOOSE:
        return True
    called = sentence.child(token, "dobj")
    parted = called is not None and called.index < particle.index
    return particle.index - token.index <= FAR and not parted


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, once per process."""
    data = vocabulary("kinds")
    classes: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
    for item in data["entries"]:
        entry = Entry(item["id"], item["kind"], frozenset(item.get("takes", ())))
        for phrase in item["words"]:
            words = tuple(phrase.split())
            classes.setdefault(item["class"], {}).setdefault(words[0], []).append((words, entry))
    return Lexicon(
        {
            name: {word: tuple(sorted(found, key=lambda p: -len(p[0]))) for word, found in patterns.items()}
            for name, patterns in classes.items()
        },
        **{name: frozenset(data[name]) for name in LISTS},
        sets={name: frozenset(data[name]) for name in SETS},
    )
