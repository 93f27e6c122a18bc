"""Enclosed: what a voice passes on is the whole of it, so that no link of a chain is lost for some last words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.spans import Spans
from sayso.stages.claims.attribution import Attribution


def enclosed(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each content as long as what is said within it: "said NATO had demanded a port, | which …"."""
    cues = Spans((one.cue[0], one) for one in found)
    return [replace(one, content=tuple(_to_end(one, piece, cues) for piece in one.content)) for one in found]


def _to_end(one: Attribution, piece: Anchor, cues: Spans[Attribution]) -> Anchor:
    """The piece up to the end of the contents of the cues in it, in its sentence, up to what else belongs to it."""
    here = one.sentence.anchor
    taken = [
        mark for mark in (*one.cue, *one.content, *((one.source,) if one.source else ())) if mark.start >= piece.end
    ]
    limit = min([here.end, *(mark.start for mark in taken)])
    ends = [
        inner.start < piece.end < inner.end <= limit and inner.end
        for other in cues.within(piece)
        if other is not one and other.sentence is one.sentence
        for inner in other.content
    ]
    return Anchor(piece.start, max([piece.end, *(end for end in ends if end)]))
