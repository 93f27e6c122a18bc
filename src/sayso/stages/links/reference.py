"""What the ends refer to: the sentence "this" points back to, and the event that an end or its "it" stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.records import Event
from sayso.document.syntax import NOUN_SUBJECTS, Sentence, Token
from sayso.stages.links.connectives import whole
from sayso.stages.links.ends import End, Found
from sayso.stages.links.ground import Ground

POINTING = frozenset({"this", "that"})
BEING = frozenset({"is", "'s", "’s", "was"})
FARTHEST = 3
"""Sentences that "it" may reach back over, as long as their subject is "it" too."""


class Reference:
    """Sentences in order, and what points back among them."""

    def __init__(self, ground: Ground, sentences: Sequence[Sentence]) -> None:
        self._ground = ground
        self._sentences = sentences

    def before(self, number: int) -> Sentence | None:
        """The sentence before in the same section, or in the section before of the same turn or of running text."""
        if number == 0:
            return None
        last, here = self._sentences[number - 1], self._sentences[number]
        if last.section == here.section:
            return last
        one, other = self._ground.section(last.section), self._ground.section(here.section)
        joined = one.kind == other.kind in {"paragraph", "answer"} or (one.kind, other.kind) == ("lead", "paragraph")
        return last if joined and one.turn == other.turn else None

    def resolved(self, found: Found, before: Sentence | None) -> Found:
        """The link with the sentence before in place of a bare "this" or "that"."""
        if before is None or before.tokens[-1].text == "?":
            return found
        far, near = (self._pointed(one, before) for one in (found.far, found.near))
        return replace(found, far=far, near=near)

    @staticmethod
    def _pointed(one: End, before: Sentence) -> End:
        words = [t.lower for t in one.tokens]
        if words[0] in POINTING and one.tokens[0].dep != "det" and set(words[1:]) <= BEING:
            return whole(before) or one
        return one

    def ref(self, number: int, one: End, anchors: tuple[Anchor, ...]) -> str | None:
        """The event in the end, or that its "it" stands for; else the claim that the end is."""
        event = self._ground.event(one.head, anchors)
        if event is None and len(one.tokens) == 1 and one.head.lower == "it":
            event = self._topic(number)
        return event.id if event else self._ground.stated(anchors)

    def _topic(self, number: int) -> Event | None:
        """The event that is the subject of the last sentence whose subject is not "it"."""
        for back in range(number - 1, max(-1, number - 1 - FARTHEST), -1):
            subject = self._subject(self._sentences[back])
            if subject is None:
                return None
            if subject.lower != "it":
                return self._ground.event(subject, [subject.anchor])
        return None

    @staticmethod
    def _subject(sentence: Sentence) -> Token | None:
        return sentence.child(sentence.root, *NOUN_SUBJECTS)
