"""Speech: attributions joined with the quotations they introduce, so that one run of words has one speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.document.anchor import Anchor
from sayso.document.records import Section
from sayso.document.syntax import Sentence
from sayso.stages.claims.attributions import Attribution
from sayso.stages.claims.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Spoken:
    """An attribution with the whole quotations it introduces; `section` is where its last words stand."""

    attribution: Attribution
    content: tuple[Anchor, ...]
    section: str


def spoken(
    found: Sequence[Attribution],
    quotes: Sequence[Quotation],
    sentences: Sequence[Sentence],
    sections: Sequence[Section],
) -> list[Spoken]:
    """Every attribution that has content, in order; quotations without a cue of their own follow the last speaker."""
    taken: set[Quotation] = set()
    joined: list[Spoken] = []
    for attribution in found:
        whole = _with_quotes(attribution, quotes, taken)
        if whole.content:
            joined.append(whole)
    return _followed(joined, quotes, taken, sentences, sections)


def _with_quotes(attribution: Attribution, quotes: Sequence[Quotation], taken: set[Quotation]) -> Spoken:
    """The content, widened to the quotations it touches, or found in those beside a verb of saying."""
    own = (*attribution.cue, *((attribution.source,) if attribution.source else ()))
    free = [q for q in quotes if not any(q.anchor.overlaps(a) for a in own)]
    content = list(attribution.content)
    touched = [q for q in free if any(q.anchor.overlaps(piece) for piece in content)]
    if attribution.speech:
        beside = [q for q in free if q.anchor.overlaps(attribution.sentence.anchor) and q not in taken]
        if not content or (touched and all(_inside(piece, touched) for piece in content)):
            touched += [q for q in beside if q not in touched]
    taken.update(touched)
    for quote in touched:
        content = _merged([*content, quote.anchor])
    return Spoken(attribution, tuple(content), attribution.sentence.section)


def _inside(piece: Anchor, quotes: Sequence[Quotation]) -> bool:
    return any(quote.anchor.covers(piece) or quote.anchor.overlaps(piece) for quote in quotes)


def _merged(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors in order, those that overlap made one."""
    merged: list[Anchor] = []
    for anchor in sorted(anchors):
        if merged and anchor.start <= merged[-1].end:
            merged[-1] = Anchor(merged[-1].start, max(merged[-1].end, anchor.end))
        else:
            merged.append(anchor)
    return merged


def _followed(
    joined: list[Spoken],
    quotes: Sequence[Quotation],
    taken: set[Quotation],
    sentences: Sequence[Sentence],
    sections: Sequence[Section],
) -> list[Spoken]:
    """Give each whole-sentence quotation that nobody introduces to the speaker of the quotation before it."""
    order = {section.id: number for number, section in enumerate(s for s in sections if s.kind != "insertion")}
    starts = {sentence.anchor.start for sentence in sentences}
    cued = {sentence for spoken in joined for sentence in (spoken.attribution.sentence.anchor,)}
    holder: dict[Quotation, int] = {
        quote: i for i, one in enumerate(joined) for quote in quotes if quote in taken and _holds(one, quote)
    }
    last: tuple[Quotation, int] | None = None
    for quote in quotes:
        if quote in holder:
            last = (quote, holder[quote])
            continue
        if last is None or quote.anchor.start not in starts or any(c.overlaps(quote.anchor) for c in cued):
            continue
        before, index = last
        apart = order.get(quote.section, 0) - order.get(before.section, 0)
        if apart == 0 or (apart == 1 and (not before.closed or _fills(quote, sections))):
            one = joined[index]
            joined[index] = replace(one, content=tuple(_merged([*one.content, quote.anchor])), section=quote.section)
            last = (quote, index)
    return joined


def _holds(spoken: Spoken, quote: Quotation) -> bool:
    return any(piece.covers(quote.anchor) for piece in spoken.content)


def _fills(quote: Quotation, sections: Sequence[Section]) -> bool:
    """The quotation is its whole paragraph."""
    section = next(s for s in sections if s.id == quote.section)
    return len(quote.anchor) >= len(section.anchor) - 2
