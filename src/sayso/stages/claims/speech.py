"""Speech: attributions joined with the quotations they introduce, and quotations that follow them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.document.anchor import Anchor
from sayso.document.records import Section
from sayso.document.syntax import Sentence
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.lexicon import best_frame
from sayso.stages.claims.quotations import Quotation

PASSING_ON = frozenset({"quote", "cite"})
"""Verbs whose subject only hands on what another says."""
A_NAME = 25
"""Characters under which a quoted piece beside a quotation is a name or a scare quote, not more of what is said."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An attribution with the whole quotations it introduces. `followed` where the quotation comes after it."""

    attribution: Attribution
    content: tuple[Anchor, ...]
    followed: bool = False


class Quotes:
    """The quotations of a text in order, by the stretch they overlap."""

    def __init__(self, quotes: Sequence[Quotation]) -> None:
        self.all = sorted(quotes, key=lambda q: q.anchor)
        self._ends = [q.anchor.end for q in self.all]

    def over(self, anchor: Anchor) -> Iterator[Quotation]:
        """Those that share a character with the anchor."""
        for quote in self.all[bisect_left(self._ends, anchor.start + 1) :]:
            if quote.anchor.start >= anchor.end:
                return
            yield quote

    def holds(self, anchor: Anchor) -> bool:
        """The anchor lies inside one of them."""
        return any(quote.anchor.covers(anchor) for quote in self.over(anchor))


def spoken(found: Sequence[Attribution], quotes: Quotes) -> list[Spoken]:
    """Every attribution that has content, in order, its content widened to the quotations it introduces."""
    found = [kept for attribution in found if (kept := _within(attribution, quotes)) is not None]
    touched = [_touched(attribution, quotes) for attribution in found]
    taken = {quote for group in touched for quote in group}
    joined: list[Spoken] = []
    for attribution, own in zip(found, touched, strict=True):
        content = list(attribution.content)
        if attribution.speech and all(any(q.anchor.overlaps(piece) for q in own) for piece in content):
            beside = [q for q in _free(attribution, quotes, attribution.sentence.anchor) if q not in taken]
            beside = [q for q in beside if len(q.anchor) >= A_NAME] if own else beside
            beside = [q for q in beside if not _under_another(attribution, q)]
            taken.update(beside)
            own = [*own, *beside]
        content = _merged([*content, *(quote.anchor for quote in own)])
        joined += _apart(attribution, content, quotes)
    return joined


def _under_another(attribution: Attribution, quote: Quotation) -> bool:
    """Another verb that may attribute has the quotation below it: 'vowed to go on after accusing X of "bad faith"'."""
    sentence, head = attribution.sentence, attribution.head
    first = next((t for t in sentence.tokens_in(quote.anchor) if t.pos != "PUNCT"), None)
    outside = () if first is None else (t for t in sentence.ancestors(first) if not quote.anchor.overlaps(t.anchor))
    for above in outside:
        if above == head:
            return False
        if above.pos == "VERB" and best_frame(sentence, above) and head in sentence.ancestors(above):
            return True
    return False


def _apart(attribution: Attribution, content: Sequence[Anchor], quotes: Quotes) -> Iterator[Spoken]:
    """What stands beside the cue, and each quotation in another sentence, with which the same voice goes on."""
    here = attribution.sentence.anchor
    content = [part for piece in content for part in _cut(piece, here.end, quotes)]
    beyond = [piece for piece in content if not piece.overlaps(here) and quotes.holds(piece)]
    beside = tuple(piece for piece in content if piece not in beyond)
    if beside:
        yield Spoken(attribution, beside)
    for number, piece in enumerate(beyond):
        yield Spoken(attribution, (piece,), followed=bool(beside) or number > 0)


def _cut(piece: Anchor, end: int, quotes: Quotes) -> list[Anchor]:
    """The piece, or two where a quotation begins right after the sentence that ends here."""
    begins = next((q.anchor.start for q in quotes.over(piece) if 0 <= q.anchor.start - end <= 2), None)
    if begins is None or not piece.start < end < piece.end:
        return [piece]
    return [Anchor(piece.start, end), Anchor(begins, piece.end)]


def _within(attribution: Attribution, quotes: Quotes) -> Attribution | None:
    """What is attributed inside a quotation stays inside it; None where its source stands before a colon outside."""
    around = next((q.anchor for q in quotes.over(attribution.head.anchor) if len(q.anchor) >= A_NAME), None)
    if around is None or not all(around.covers(mark) for mark in attribution.cue):
        return attribution
    source = attribution.source
    tokens = attribution.sentence.tokens
    if source is not None and any(t.text == ":" and source.end <= t.start <= around.start for t in tokens):
        return None
    if not any(piece.overlaps(around) for piece in attribution.content):
        return replace(attribution, content=()) if attribution.content else attribution
    inside = [p for p in attribution.content if p.overlaps(around)]
    cut = tuple(Anchor(max(p.start, around.start), min(p.end, around.end)) for p in inside)
    return replace(attribution, content=cut)


def _touched(attribution: Attribution, quotes: Quotes) -> list[Quotation]:
    return [q for piece in attribution.content for q in _free(attribution, quotes, piece)]


def _free(attribution: Attribution, quotes: Quotes, around: Anchor) -> Iterator[Quotation]:
    """The quotations here in which the attribution itself does not stand."""
    own = (*attribution.cue, *((attribution.source,) if attribution.source else ()))
    return (q for q in quotes.over(around) if not any(q.anchor.overlaps(mark) for mark in own))


def _merged(anchors: Iterable[Anchor]) -> list[Anchor]:
    """The anchors in order, those that overlap made one."""
    merged: list[Anchor] = []
    for anchor in sorted(anchors):
        if merged and anchor.start <= merged[-1].end:
            merged[-1] = Anchor(merged[-1].start, max(merged[-1].end, anchor.end))
        else:
            merged.append(anchor)
    return merged


class Following:
    """Who goes on speaking in a quotation that no attribution introduces."""

    def __init__(
        self, joined: Sequence[Spoken], quotes: Quotes, sentences: Sequence[Sentence], sections: Sequence[Section]
    ) -> None:
        self._quotes = quotes
        self._sentences = sentences
        self._starts = [sentence.anchor.start for sentence in sentences]
        self._sections = {section.id: section for section in sections}
        kept = (section for section in sections if section.kind != "insertion")
        self._order = {section.id: number for number, section in enumerate(kept)}
        outer = [one for one in joined if not any(quotes.holds(cue) for cue in one.attribution.cue)]
        self._cued: dict[Anchor, Spoken] = {}
        for one in outer:
            self._cued.setdefault(one.attribution.sentence.anchor, one)
        widest = sorted(outer, key=lambda one: -sum(len(piece) for piece in one.content))
        self._holder: dict[Quotation, Spoken] = {}
        widest = [one for one in widest if one.attribution.head.lemma not in PASSING_ON]
        for one in widest:  # the outermost voice of a sentence is who goes on speaking, but for who only quotes it
            for quote in (q for piece in one.content for q in quotes.over(piece)):
                self._holder.setdefault(quote, one)

    def quotations(self) -> Iterator[tuple[Quotation, Spoken | None]]:
        """Quotations that are statements of their own, each with the attribution whose speaker goes on in it."""
        last: tuple[Quotation, Spoken] | None = None
        for quote in self._quotes.all:
            if quote in self._holder:
                last = (quote, self._holder[quote])
            elif self._stands_alone(quote):
                before = self._goes_on(quote, last) or self._introduced(quote)
                if before is not None:
                    last = (quote, before)
                yield quote, None if before is None else replace(before, content=(quote.anchor,), followed=True)

    def _stands_alone(self, quote: Quotation) -> bool:
        """It begins a sentence, and nothing but quoted words stands in that sentence."""
        at = bisect_left(self._starts, quote.anchor.start)
        if at == len(self._starts) or self._starts[at] != quote.anchor.start:
            return False
        sentence = self._sentences[at].anchor
        return sentence not in self._cued and sentence.end <= quote.anchor.end + 1

    def _goes_on(self, quote: Quotation, last: tuple[Quotation, Spoken] | None) -> Spoken | None:
        """The voice of the quotation before, where nothing but that attribution stands between the two."""
        if last is None:
            return None
        before, spoken_ = last
        apart = self._order.get(quote.section, 0) - self._order.get(before.section, 0)
        if apart > 1 or (apart == 1 and before.closed and not self._fills(quote)):
            return None
        attributed = spoken_.attribution.sentence.anchor.end
        end = max(before.anchor.end, attributed if attributed < quote.anchor.start else 0)
        return None if self._between(end, quote.anchor.start) else spoken_

    def _introduced(self, quote: Quotation) -> Spoken | None:
        """The attribution of the sentence right before, in the same section: 'Another doubted it. "I saw it."'"""
        at = bisect_left(self._starts, quote.anchor.start)
        if at == 0 or self._sentences[at - 1].section != quote.section:
            return None
        before = self._cued.get(self._sentences[at - 1].anchor)
        return before if before is not None and before.attribution.source is not None else None

    def _between(self, start: int, end: int) -> bool:
        """A whole sentence stands between."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def _fills(self, quote: Quotation) -> bool:
        """The quotation is its whole paragraph."""
        return len(quote.anchor) >= len(self._sections[quote.section].anchor) - 2
