"""Claims that a text attributes to somebody, made of attributions and the quotations that follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.records import Claim, ClaimForm, Source, Why
from sayso.stages.claims.lexicon import thinks
from sayso.stages.claims.quotations import Quotation
from sayso.stages.claims.speech import Quotes, Spoken
from sayso.stages.claims.voices import Voices
from sayso.stages.stage import Inputs

LEFT_DATELINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}(?:\([^)\n]{2,30}\) ?)?[-–—]{1,2} (?=\S)")
"""A dateline that the sections left in its paragraph: a town in capitals, with or without an agency, up to a dash."""


class Attributed:
    """Makes the claims. `first_persons` gathers the ids of those whose source is an "I" not yet resolved."""

    def __init__(self, inputs: Inputs, voices: Voices, quotes: Quotes) -> None:
        self._inputs = inputs
        self._voices = voices
        self._quotes = quotes
        self.first_persons: set[str] = set()

    def claims(self, said: Sequence[Spoken], following: Sequence[tuple[Quotation, Spoken | None]]) -> Iterator[Claim]:
        """A claim for each attribution, and one for each quotation that follows."""
        for one in said:
            claim = self._claim(one)
            if claim is not None:
                yield claim
        for quote, voice in following:
            if voice is not None:
                claim = self._claim(voice)
            elif self._voices.section(quote.section).kind in {"answer", "question", "headline"}:
                claim = None
            else:
                why = Why("rule:claims.unattributed-quotation")
                content = (quote.anchor,)
                claim = Claim(self._inputs.id("c", (), content), Source("none"), (), content, "direct", why)
            if claim is not None:
                yield claim

    def _claim(self, one: Spoken) -> Claim | None:
        found = one.attribution
        source = self._voices.source(found.around, found.speaker, found.source)
        content = self._without_dateline(one, found.sentence.section)
        if not content:
            return None
        form = form_of(content, self._quotes, found.speech)
        if form == "indirect" and thinks(found.head):
            form = "thought"
        claim_id = self._inputs.id("c", found.cue, content)
        if found.speaker is not None and self._voices.is_open_first_person(found.around, found.speaker):
            self.first_persons.add(claim_id)
        why = Why("rule:claims.following-quotation") if one.followed else found.why
        return Claim(claim_id, source, found.cue, content, form, why)

    def _without_dateline(self, one: Spoken, section: str) -> tuple[Anchor, ...]:
        """The content, without the "HAVANA (Wire) -" that a paragraph may begin with."""
        start = self._voices.section(section).anchor.start
        first, *rest = one.content
        match = LEFT_DATELINE.match(self._inputs.document.characters, start) if first.start == start else None
        if match is None or match.end() >= first.end:
            return one.content
        return (Anchor(match.end(), first.end), *rest)


def form_of(content: Sequence[Anchor], quotes: Quotes, speech: bool) -> ClaimForm:
    """How the words are given: all quoted, some quoted, retold, or not spoken at all."""
    near = {q.anchor for piece in content for q in quotes.over(piece)}
    quoted = sum(min(q.end, p.end) - max(q.start, p.start) for q in near for p in content if q.overlaps(p))
    total = sum(len(piece) for piece in content)
    if quoted >= total - 2 * len(content):
        return "direct"
    if quoted > 0:
        return "mixed"
    return "indirect" if speech else "thought"
