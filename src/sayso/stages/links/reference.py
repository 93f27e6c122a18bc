"""What the ends refer to: the sentence "this" points back to, and the event that an end or its "it" stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.records import Event
from sayso.document.syntax import NOUN_SUBJECTS, Sentence, Token
from sayso.stages.links.connectives import whole
from sayso.stages.links.ends import End, Found, end
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

    def answers(self, asked: int, later: int) -> bool:
        """The later sentence may answer: in the same paragraph, in the turn after it, or in the next paragraph."""
        one = self._ground.section(self._sentences[asked].section)
        other = self._ground.section(self._sentences[later].section)
        if one.id == other.id or (one.kind, other.kind) == ("question", "answer"):
            return True
        return one.kind == other.kind == "paragraph" and later == asked + 1

    def resolved(self, found: Found, sentence: Sentence, before: Sentence | None) -> Found:
        """The link with what a bare "this" or "that" stands for: a clause before it, else the sentence before."""
        if found.entry.frame == "answer":
            return found
        far, near = (self._pointed(one, sentence, before) for one in (found.far, found.near))
        return replace(found, far=far, near=near)

    @staticmethod
    def _pointed(one: End, sentence: Sentence, before: Sentence | None) -> End:
        words, first = [t.lower for t in one.tokens], one.tokens[0]
        if words[0] not in POINTING or first.dep == "det" or first.tag == "WDT" or not set(words[1:]) <= BEING:
            return one
        own = sentence.head(first) if sentence.tokens[first.index] is first else None
        for kid in sentence.children(own) if own is not None else ():
            if kid.dep == "advcl" and kid.index < first.index:
                marks = {k.index for k in sentence.children(kid) if k.dep in {"mark", "advmod"}}
                return end(kid, (t for t in sentence.subtree(kid) if t.index not in marks)) or one
        if before is None or before.tokens[-1].text == "?":
            return one
        return whole(before) or one

    def ref(self, number: int, one: End, anchors: tuple[Anchor, ...]) -> str | None:
        """The event that carries the end, or that its "it" or "this" stands for; else the claim that the end is."""
        event = self._ground.event(one.tokens, one.head, anchors)
        if event is None and len(one.tokens) == 1 and one.head.lower == "it":
            event = self._topic(number)
        stated = None if event is not None else self._ground.stated(anchors)
        if event is None and stated is None and one.tokens[0].lower in POINTING and _is_subject(one.tokens[0]):
            return self._before_that(number)
        return event.id if event is not None else stated

    def _before_that(self, number: int) -> str | None:
        """What "this" at the beginning of an end stands for: the event of the sentence before, or its claim."""
        before = self.before(number)
        one = whole(before) if before is not None else None
        if one is None:
            return None
        event = self._ground.event(one.tokens, one.head, [t.anchor for t in one.tokens])
        return event.id if event is not None else self._ground.stated([before.anchor] if before is not None else [])

    def _topic(self, number: int) -> Event | None:
        """The event that is the subject of the last sentence whose subject is not "it"."""
        for back in range(number - 1, max(-1, number - 1 - FARTHEST), -1):
            subject = self._subject(self._sentences[back])
            if subject is None:
                return None
            if subject.lower != "it":
                return self._ground.event((subject,), subject, [subject.anchor])
        return None

    @staticmethod
    def _subject(sentence: Sentence) -> Token | None:
        return sentence.child(sentence.root, *NOUN_SUBJECTS)


def _is_subject(token: Token) -> bool:
    return token.dep in NOUN_SUBJECTS
