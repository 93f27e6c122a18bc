"""What links stand on: the claims that state them and the events at their ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, ENTITIES, EVENTS, MENTIONS, SECTIONS
from sayso.document.records import Claim, Event, Section
from sayso.document.spans import Spans
from sayso.document.syntax import Token
from sayso.stages.links.lexicon import lexicon
from sayso.stages.stage import Inputs

PARTIES = frozenset({"person", "organisation", "armed-group", "government", "country", "people"})
SAME = 0.7
"""Share of characters from which a claim's content and an end are the same words."""


FAR = 3
"""Steps in the grammar from which an event is no longer what an end is about."""


class Ground:
    """Look-ups over the earlier layers of one text; nothing here is changed."""

    def __init__(self, inputs: Inputs) -> None:
        held = (c for c in inputs[CLAIMS] if c.content)
        self._claims = sorted(held, key=lambda c: sum(map(len, c.content)))
        self._contents = Spans((part, rank) for rank, c in enumerate(self._claims) for part in c.content)
        self._triggers = sorted((anchor.start, i, e) for i, e in enumerate(inputs[EVENTS]) for anchor in e.trigger)
        self._starts = [start for start, _, _ in self._triggers]
        self._sections: dict[str, Section] = {s.id: s for s in inputs[SECTIONS]}
        kinds = {mention: e.kind for e in inputs[ENTITIES] for mention in e.mentions}
        self._parties = {m.head.start for m in inputs[MENTIONS] if kinds.get(m.id, m.kind) in PARTIES}

    def claim(self, anchors: Sequence[Anchor]) -> Claim | None:
        """The claim with the shortest content that holds all the anchors."""
        holding = [set(self._contents.covering(anchor)) for anchor in anchors]
        best = min(set.intersection(*holding), default=None) if holding else None
        return None if best is None else self._claims[best]

    def told(self, anchor: Anchor) -> tuple[Anchor, ...]:
        """The content of the widest claim with a cue among these words that lies in them and is most of them."""
        near = set(self._contents.overlapping(anchor))
        for claim in (self._claims[rank] for rank in sorted(near, reverse=True)):
            held = all(anchor.covers(part) for part in (*claim.content, *claim.cue))
            told = claim.cue and claim.form in {"direct", "indirect", "mixed"}
            if held and told and sum(map(len, claim.content)) >= SAME * len(anchor):
                return claim.content
        return ()

    def section(self, id_: str) -> Section:
        """The section of this id."""
        return self._sections[id_]

    def party(self, token: Token) -> bool:
        """The word stands for a person or a body."""
        return token.start in self._parties or token.lower in lexicon().agents or token.lemma in lexicon().agents

    def event(self, tokens: Sequence[Token], head: Token, anchors: Sequence[Anchor]) -> Event | None:
        """The event that carries the end: its trigger is the head, or hangs on it most closely; none from far below."""
        by_index = {token.index: token for token in tokens}
        at = {token.start: token for token in tokens}
        best: tuple[int, int, Event] | None = None
        for place, event in enumerate(e for anchor in anchors for e in self._within(anchor)):
            steps = min((_steps(at[a.start], head, by_index) for a in event.trigger if a.start in at), default=FAR)
            if steps < FAR and (best is None or (steps, place) < best[:2]):
                best = (steps, place, event)
        return best[2] if best is not None else None

    def ref(self, anchors: Sequence[Anchor]) -> str | None:
        """The first event in the anchors, else the claim whose content they are."""
        inside = [e for anchor in anchors for e in self._within(anchor)]
        return inside[0].id if inside else self.stated(anchors)

    def _within(self, anchor: Anchor) -> list[Event]:
        low, high = bisect_left(self._starts, anchor.start), bisect_right(self._starts, anchor.end - 1)
        return [event for _, _, event in self._triggers[low:high]]

    def stated(self, anchors: Sequence[Anchor]) -> str | None:
        """The claim whose content is these words."""
        near = {rank for anchor in anchors for rank in self._contents.overlapping(anchor)}
        for claim in (self._claims[rank] for rank in sorted(near)):
            shared = sum(_overlap(a, part) for a in anchors for part in claim.content)
            total = sum(map(len, anchors)) + sum(map(len, claim.content)) - shared
            if shared >= SAME * total:
                return claim.id
        return None


def _overlap(one: Anchor, other: Anchor) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _steps(token: Token, head: Token, by_index: dict[int, Token]) -> int:
    """Steps from the token up to the head of its end; FAR where a clause that modifies a noun lies between."""
    steps = 0
    while token.index != head.index and steps < FAR:
        above = by_index.get(token.head)
        if above is None or token.dep == "relcl" or above is token:
            return FAR
        steps += token.dep not in {"conj", "aux", "auxpass"}
        token = above
    return steps
