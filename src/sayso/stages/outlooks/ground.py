"""What outlooks stand on: kinds, times, links and mentions, at hand by where they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sayso.document.anchor import Anchor
from sayso.document.layer import CERTAINTIES, ENTITIES, KINDS, LINKS, MENTIONS, SECTIONS, SENTENCES, TIMES
from sayso.document.predicates import Parts
from sayso.document.records import Certainty, ClaimKind, Link, Mention, Section, Time
from sayso.document.syntax import Sentence, Token
from sayso.stages.stage import Inputs

PARTIES = frozenset({"person", "organisation", "armed-group", "government", "country", "people"})
RUNNING = frozenset({"paragraph", "lead", "answer"})


class Ground:
    """Look-ups over the earlier layers of one text; nothing here is changed."""

    def __init__(self, inputs: Inputs) -> None:
        self.characters = inputs.document.characters
        self.published = inputs.document.published
        self.parts = Parts(inputs[SENTENCES])
        self._sentences = sorted(inputs[SENTENCES], key=lambda s: s.anchor.start)
        self._starts = [s.anchor.start for s in self._sentences]
        self._kinds = {kind.claim: kind for kind in inputs[KINDS]}
        self._sure = {sure.claim: sure for sure in inputs[CERTAINTIES]}
        self._times = sorted(inputs[TIMES], key=lambda t: t.anchor)
        self._time_starts = [t.anchor.start for t in self._times]
        conditions = [
            (link.signal[0].start, link) for link in inputs[LINKS] if link.kind == "condition" and link.signal
        ]
        self._conditions = sorted(conditions, key=lambda pair: pair[0])
        self._sections: dict[str, Section] = {s.id: s for s in inputs[SECTIONS]}
        self._entities = {mention: e.id for e in inputs[ENTITIES] for mention in e.mentions}
        kinds = {mention: e.kind for e in inputs[ENTITIES] for mention in e.mentions}
        self._mentions: dict[int, Mention] = {m.head.start: m for m in inputs[MENTIONS]}
        self._parties = {m.head.start for m in inputs[MENTIONS] if kinds.get(m.id, m.kind) in PARTIES}

    def kind(self, claim: str) -> ClaimKind | None:
        """What the claim does; None where that was not told."""
        return self._kinds.get(claim)

    def certainty(self, claim: str) -> Certainty | None:
        """How sure its source is."""
        return self._sure.get(claim)

    def times(self, sentence: Sentence) -> list[Time]:
        """The times of a sentence in order."""
        low = bisect_left(self._time_starts, sentence.anchor.start)
        high = bisect_left(self._time_starts, sentence.anchor.end)
        return self._times[low:high]

    def conditions(self, sentence: Sentence) -> list[Link]:
        """The links of kind condition whose signal stands in the sentence, in order."""
        starts = [start for start, _ in self._conditions]
        low, high = bisect_left(starts, sentence.anchor.start), bisect_left(starts, sentence.anchor.end)
        return [link for _, link in self._conditions[low:high]]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before in the same section, or in the one before of the same turn or of running text."""
        at = bisect_right(self._starts, sentence.anchor.start) - 2
        if at < 0:
            return None
        last = self._sentences[at]
        if last.section == sentence.section:
            return last
        one, other = self._sections[last.section], self._sections[sentence.section]
        return last if one.kind in RUNNING and other.kind in RUNNING and one.turn == other.turn else None

    def asked(self, sentence: Sentence) -> Sentence | None:
        """The interviewer's last sentence, where this one opens the answer to it."""
        at = bisect_right(self._starts, sentence.anchor.start) - 2
        last = self._sentences[at] if at >= 0 else None
        if last is None or self._sections[sentence.section].kind != "answer":
            return None
        return last if self._sections[last.section].kind == "question" else None

    def party(self, token: Token) -> bool:
        """The word stands for a person or a body."""
        return token.start in self._parties

    def entity(self, token: Token) -> str | None:
        """The entity that the word heads a mention of."""
        mention = self._mentions.get(token.start)
        return self._entities.get(mention.id) if mention else None

    def words(self, sentence: Sentence, token: Token) -> Anchor:
        """The mention that the word heads, else the word with what stands before it in its noun phrase."""
        mention = self._mentions.get(token.start)
        if mention is not None:
            return mention.anchor
        left = [t for t in sentence.subtree(token) if t.index <= token.index]
        return Anchor(left[0].start, token.end)
