"""The time expressions of a sentence: what the rules match and no guard doubts, the longest where they overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.document.syntax import Sentence, Token
from sayso.stages.times.doubts import GUARDS
from sayso.stages.times.lexicon import Lexicon, Rule
from sayso.stages.times.scene import Found, Scene, Story


@dataclass(frozen=True, slots=True)
class Match:
    """A match that no guard doubts, with what it is read against."""

    found: Found
    scene: Scene
    order: int
    before: Match | None = None
    """A time of day that is told with this day."""

    @property
    def rank(self) -> tuple[int, int, int]:
        """The longest first, then the earlier rule."""
        return self.found.start - self.found.end, self.order, self.found.start


def matches(sentence: Sentence, characters: str, lexicon: Lexicon, story: Story, number: int) -> list[Match]:
    """In the order of the text, none overlapping another."""
    kinds = _kinds(sentence, lexicon)
    if not kinds:
        return []
    found = [
        match
        for rule in lexicon.rules
        if rule.needs in kinds
        for match in _of_rule(rule, sentence, characters, story, number)
    ]
    return sorted(_longest(found), key=lambda m: m.found.start)


def _kinds(sentence: Sentence, lexicon: Lexicon) -> set[str]:
    """The lists that a word of the sentence is in: cheap, and no rule runs without its words."""
    kinds: set[str] = set()
    for token in sentence.tokens:
        word = token.text.lower()
        lists = lexicon.triggers.get(word.rstrip(".")) if word != "." else None
        if lists:
            kinds.update(lists)
        elif word[0].isdigit() or word[-1].isdigit() or word[1:2].isdigit():
            kinds.add("digit")
    return kinds


def _of_rule(rule: Rule, sentence: Sentence, characters: str, story: Story, number: int) -> Iterator[Match]:
    for match in rule.pattern.finditer(characters, sentence.anchor.start, sentence.anchor.end):
        tokens = _tokens(sentence, match.start(), match.end())
        if not tokens:
            continue
        found = Found(rule.id, rule.means, match.start(), match.end(), match.groupdict(), rule.value)
        scene = Scene(story, sentence, tokens, number)
        if rule.guard is None or GUARDS[rule.guard](found, scene):
            yield Match(found, scene, rule.order)


def _tokens(sentence: Sentence, start: int, end: int) -> tuple[Token, ...]:
    return tuple(t for t in sentence.tokens if t.start < end and start < t.end)


def _longest(found: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: m.rank):
        if all(match.found.end <= k.found.start or k.found.end <= match.found.start for k in kept):
            kept.append(match)
    return kept
