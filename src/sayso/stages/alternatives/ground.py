"""What alternatives stand on: the claims that are the options, the question they answer, the event they explain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, EVENTS, SECTIONS
from sayso.document.records import Event, Section
from sayso.document.spans import Spans
from sayso.document.syntax import NOUN_SUBJECTS, Sentence, Token
from sayso.stages.alternatives.enumerated import announces
from sayso.stages.alternatives.voices import left_open
from sayso.stages.stage import Inputs

HELD = 0.4
"""Share of an option's characters that a claim must hold to be the option's claim."""
BACK = 2
"""Sentences before the options in which a question may stand."""
OPEN = frozenset({"why", "unclear", "unknown", "unanswered", "mystery", "unsolved", "riddle"})


class Ground:
    """Look-ups over the earlier layers of one text; nothing here is changed."""

    def __init__(self, inputs: Inputs) -> None:
        self._claims = inputs[CLAIMS]
        self._contents = Spans((part, number) for number, c in enumerate(self._claims) for part in c.content)
        self._triggers = sorted((anchor.start, i, e) for i, e in enumerate(inputs[EVENTS]) for anchor in e.trigger)
        self._starts = [start for start, _, _ in self._triggers]
        self._sections: dict[str, Section] = {s.id: s for s in inputs[SECTIONS]}
        self._questions = {s.turn: s for s in inputs[SECTIONS] if s.kind == "question" and s.turn is not None}

    def claim(self, option: Anchor) -> str | None:
        """The claim whose content is closest to the option and holds enough of it."""
        scored = []
        for number in sorted(set(self._contents.overlapping(option))):
            claim = self._claims[number]
            shared = sum(max(0, min(p.end, option.end) - max(p.start, option.start)) for p in claim.content)
            if shared >= HELD * len(option):
                union = len(option) + sum(map(len, claim.content)) - shared
                scored.append((-shared / union, number, claim.id))
        return min(scored)[2] if scored else None

    def question(self, sentences: Sequence[Sentence], number: int, first: Anchor) -> tuple[Anchor, ...]:
        """What the same sentence asks before the options, the interviewer's question, or one just before."""
        own = _said_before(sentences[number], first)
        if own:
            return own
        section = self._sections[sentences[number].section]
        if section.kind == "answer" and section.turn is not None and section.turn - 1 in self._questions:
            return _asked(sentences, number, self._questions[section.turn - 1])
        if sentences[number].anchor.end <= first.start:
            return (sentences[number].anchor,)  # the sentence that announces them
        for back in range(number - 1, max(-1, number - 1 - BACK), -1):
            sentence = sentences[back]
            beside = sentence.section == section.id or (announces(sentence) and self.together(sentences)(back, number))
            if beside and _asks(sentence):
                return (sentence.anchor,)
        return _asked_of(sentences[number], first)

    def together(self, sentences: Sequence[Sentence]) -> Callable[[int, int], bool]:
        """Whether two sentences stand in one section, in one turn or in neighbouring paragraphs."""

        def side_by_side(one: int, other: int) -> bool:
            here, there = (self._sections[sentences[n].section] for n in (one, other))
            running = {here.kind, there.kind} <= {"lead", "paragraph"} or here.kind == there.kind == "answer"
            return here.id == there.id or (running and here.turn == there.turn)

        return side_by_side

    def topic(self, sentences: Sequence[Sentence], number: int) -> str | None:
        """The event that was the subject last, in the same section, before the options."""
        for back in range(number - 1, -1, -1):
            sentence = sentences[back]
            if sentence.section != sentences[number].section:
                return None
            subject = sentence.child(sentence.root, *NOUN_SUBJECTS)
            event = self._event(sentence.span(subject)) if subject is not None else None
            if event is not None:
                return event.id
        return None

    def about(self, rest: Sequence[Token], question: Sequence[Anchor]) -> str | None:
        """The event named beside the options, else the first in the question."""
        for anchor in (*(token.anchor for token in rest), *question):
            event = self._event(anchor)
            if event is not None:
                return event.id
        return None

    def _event(self, anchor: Anchor) -> Event | None:
        at = bisect_left(self._starts, anchor.start)
        if at < len(self._triggers) and self._triggers[at][0] < anchor.end:
            return self._triggers[at][2]
        return None


def _asked(sentences: Sequence[Sentence], number: int, question: Section) -> tuple[Anchor, ...]:
    """The sentences of the interviewer's turn that ask; the whole turn where none has a question mark."""
    found: list[Anchor] = []
    for back in range(number - 1, -1, -1):
        sentence = sentences[back]
        if sentence.anchor.end <= question.anchor.start:
            break
        if sentence.section == question.id and sentence.tokens[-1].text == "?":
            found.insert(0, sentence.anchor)
    return tuple(found) or (question.anchor,)


def _asks(sentence: Sentence) -> bool:
    """A question, or words that leave one open."""
    asked = sentence.tokens[-1].text == "?" or any(t.lower in OPEN for t in sentence.tokens)
    return asked or announces(sentence) or left_open(sentence)


def _said_before(sentence: Sentence, first: Anchor) -> tuple[Anchor, ...]:
    """The words of the same sentence that leave it open: up to "whether", or up to the colon before the options."""
    for token in reversed([t for t in sentence.tokens if t.end <= first.start]):
        if token.lower == "whether" and token.index:
            return (Anchor(sentence.anchor.start, token.end),)
        if token.text == ":" and token.index > 2:
            return (Anchor(sentence.anchor.start, sentence.tokens[token.index - 1].end),)
    return ()


def _asked_of(sentence: Sentence, first: Anchor) -> tuple[Anchor, ...]:
    """The beginning of a question that goes on with its options: "Was the offer" a trap or a way out?"""
    before = [t for t in sentence.tokens if t.end <= first.start]
    if sentence.tokens[-1].text == "?" and len(before) > 1:
        return (Anchor(before[0].start, before[-1].end),)
    return ()
