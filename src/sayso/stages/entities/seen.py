"""Mentions with the words of the text around them, as the merging rules see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.document.records import Mention
from sayso.document.syntax import Sentence, Token
from sayso.vocabulary import naming
from sayso.vocabulary.naming import Actor, known

Number = Literal["singular", "plural"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, its tokens `[first, last)` and its head token in sentence number `at`; `order` counts mentions."""

    mention: Mention
    order: int
    at: int
    sentence: Sentence
    first: int
    last: int
    head: Token
    actor: Actor | None
    words: tuple[str, ...]
    """The words without marks."""
    label: bool = False
    """It stands before a turn and says whose it is."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last]

    @property
    def number(self) -> Number:
        if self.mention.form == "name":
            return "plural" if self.mention.kind == "people" else "singular"
        return "plural" if self.head.tag in ("NNS", "NNPS") else "singular"

    def before(self, distance: int = 1) -> Token | None:
        """The token that stands `distance` before the mention."""
        at = self.first - distance
        return self.sentence.tokens[at] if at >= 0 else None

    def after(self, distance: int = 0) -> Token | None:
        """The token that stands `distance` after the mention's end."""
        at = self.last + distance
        return self.sentence.tokens[at] if at < len(self.sentence.tokens) else None


def see(
    mentions: Sequence[Mention], running: Sequence[Sentence], labels: Sequence[Sentence], characters: str
) -> list[Seen]:
    """Every mention with its tokens, in the order of the text: in its running words and in the labels of its turns."""
    sentences = sorted([*running, *labels], key=lambda sentence: sentence.anchor)
    before = {label.anchor for label in labels}
    places = {t.start: (at, t.index) for at, sentence in enumerate(sentences) for t in sentence.tokens}
    found: list[Seen] = []
    for order, mention in enumerate(mentions):
        at, first = places[mention.anchor.start]
        tokens = sentences[at].tokens
        last = first + 1
        while last < len(tokens) and tokens[last].end <= mention.anchor.end:
            last += 1
        head = tokens[places[mention.head.start][1]]
        words = tuple(t.text for t in tokens[first:last] if t.text[0].isalnum())
        label = sentences[at].anchor in before
        actor = _actor(mention, characters)
        if label and actor is not None and actor.kind != mention.kind:
            actor = None  # a person may be called Jordan
        found.append(Seen(mention, order, at, sentences[at], first, last, head, actor, words, label))
    return found


def _actor(mention: Mention, characters: str) -> Actor | None:
    """The vocabulary's actor where its name is the whole mention."""
    if mention.form not in ("name", "metonym"):
        return None
    match = known().match(characters, mention.anchor.start)
    return match[1] if match is not None and abs(match[0] - mention.anchor.end) <= 1 else None


def gender_of_name(words: Sequence[str]) -> str | None:
    """Told by the given name: the first word of at least two."""
    return naming.given_names().get(words[0]) if len(words) > 1 else None
