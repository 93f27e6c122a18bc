"""The words of certainty, compiled for look-up by the word that carries them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.document.records import Level, Polarity
from sayso.document.syntax import Sentence, Token
from sayso.vocabulary.load import vocabulary

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Effect:
    """What words do to the belief they stand over; polarity `positive` keeps the inner one."""

    level: Level
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of `vocabulary/certainty.yaml`; the fields are described there."""

    id: str
    effect: Effect
    negated: Effect | None
    likelihood: Range | None
    takes: frozenset[str]
    raising: bool
    subject: bool
    when: frozenset[str]
    following: frozenset[str]
    over: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    existing: bool = False

    def with_effect(self, effect: Effect, likelihood: Range) -> Entry:
        """The same entry with another effect, as a number gives it."""
        return replace(self, effect=effect, likelihood=likelihood)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and the tokens that stand for it."""

    entry: Entry
    tokens: tuple[Token, ...]


Patterns = Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by class and carrying word, longest first."""

    classes: Mapping[str, Patterns]
    asserting: frozenset[str]
    committing: frozenset[str]
    factive: frozenset[str]
    ahead: frozenset[str]
    numbered: Mapping[str, Entry]
    """Nouns that a number may measure ("a 60 percent chance")."""

    def adverb(self, sentence: Sentence, token: Token) -> Match | None:
        """The adverb or fixed phrase that ends in this token."""
        found = _ending(self.classes["adverb"].get(token.lower, ()), sentence, token)
        if found is None or len(found.tokens) > 1:
            return found
        return found if token.pos == "ADV" or token.dep == "advmod" else None

    def negation(self, sentence: Sentence, token: Token) -> Match | None:
        """The denying word or phrase that ends in this token."""
        return _ending(self.classes["negation"].get(token.lower, ()), sentence, token)

    def adjective(self, sentence: Sentence, token: Token, over: str = "") -> Match | None:
        """The adjective, with the words of degree before it; `over` is the lemma of the predicate it governs."""
        return _ending(self.classes["adjective"].get(token.lower, ()), sentence, token, over)

    def noun(self, sentence: Sentence, token: Token, over: str = "") -> Match | None:
        """The noun, with the words before it that belong to the entry; `over` as for adjectives."""
        return _ending(self.classes["noun"].get(token.lemma.lower(), ()), sentence, token, over)

    def surprise(self, sentence: Sentence, token: Token) -> Match | None:
        """The adjective over an if-clause that one holds for unlikely."""
        return _ending(self.classes["surprise"].get(token.lower, ()), sentence, token)

    def subject(self, sentence: Sentence, token: Token) -> Match | None:
        """The noun as the subject of "is that …"."""
        return _ending(self.classes["subject"].get(token.lower, ()), sentence, token)

    def degree(self, sentence: Sentence, token: Token, noun: Token) -> Match | None:
        """The adjective that measures this noun ("the chances are slim")."""
        found = _ending(self.classes["degree"].get(token.lower, ()), sentence, token, "", noun.lemma.lower())
        return Match(found.entry, (noun, *found.tokens)) if found is not None else None

    def verb(self, sentence: Sentence, token: Token, *frames: str) -> Match | None:
        """The verb with its particle, in one of the frames that its entry takes."""
        for words, entry in self.classes["verb"].get(token.lemma.lower(), ()):
            rest = [kid for kid in sentence.children(token) if kid.dep in {"prt", "prep"} and kid.lower in words[1:]]
            if len(rest) == len(words) - 1 and entry.takes.intersection(frames):
                return Match(entry, (token, *rest))
        return None

    def modal(self, token: Token, form: str, over: str) -> Entry | None:
        """The modal in one of the forms `bare`, `well`, `perfect`, `condition`, over the verb of a lemma."""
        for _, entry in self.classes["modal"].get(token.lower, ()):
            if form in entry.when and (not entry.over or over in entry.over):
                return entry
        return None


def _ending(
    patterns: Sequence[tuple[tuple[str, ...], Entry]], sentence: Sentence, token: Token, over: str = "", of: str = ""
) -> Match | None:
    """The longest pattern whose words stand right before and in this token, and that may stand over and of these."""
    for words, entry in patterns:
        if (entry.over and over not in entry.over) or (entry.of and of not in entry.of):
            continue
        first = token.index - len(words) + 1
        tokens = sentence.tokens[max(first, 0) : token.index + 1]
        if first >= 0 and tuple(t.lower for t in tokens[:-1]) == words[:-1] and _followed(entry, sentence, token):
            return Match(entry, tokens)
    return None


def _followed(entry: Entry, sentence: Sentence, token: Token) -> bool:
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return not entry.following or any(t.pos in entry.following for t in following)


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, once per process."""
    data = vocabulary("certainty")
    classes: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
    for item in data["entries"]:
        entry = _entry(item)
        for phrase in item["words"]:
            words = tuple(phrase.split())
            carrier = words[0] if item["class"] == "verb" else words[-1]
            classes.setdefault(item["class"], {}).setdefault(carrier, []).append((words, entry))
    return Lexicon(
        {
            name: {word: tuple(sorted(found, key=_nearest_first)) for word, found in patterns.items()}
            for name, patterns in classes.items()
        },
        frozenset(data["asserting"]),
        frozenset(data["committing"]),
        frozenset(data["factive"]),
        frozenset(data["ahead"]),
        {word: found[0][1] for word, found in classes["number"].items()},
    )


def _nearest_first(pattern: tuple[tuple[str, ...], Entry]) -> tuple[int, bool]:
    """Long before short; one that stands only over certain words before one that stands over any."""
    return -len(pattern[0]), not pattern[1].over


def _entry(item: dict[str, Any]) -> Entry:
    likelihood = item.get("likelihood")
    return Entry(
        id=item["id"],
        effect=_effect(item),
        negated=_effect(item["negated"]) if "negated" in item else None,
        likelihood=(likelihood["low"], likelihood["high"]) if likelihood else None,
        takes=frozenset(item.get("takes", ("clause", "infinitive", "object"))),
        raising=item.get("raising", False),
        subject=item.get("subject", True),
        when=frozenset(item.get("when", ())),
        following=frozenset(item.get("next", ())),
        over=frozenset(item.get("over", ())),
        of=frozenset(item.get("of", ())),
        existing=item.get("existing", False),
    )


def _effect(item: dict[str, Any]) -> Effect:
    return Effect(item.get("level", "certain"), item.get("polarity", "positive"))
