"""Nesting: a claim whose cue stands inside another claim's content is passed on by that claim."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from sayso.document.anchor import hull
from sayso.document.records import Claim, Source


def nested(claims: Sequence[Claim], first_persons: frozenset[str]) -> Iterator[Claim]:
    """The same claims, each with the claim one voice further out.

    "I" in a quotation is whoever is quoted; `first_persons` are the ids of the claims whose source is such a word and
    is not known. Outside any quotation it is the author.
    """
    holders = Holders([claim for claim in claims if claim.form != "narration"])
    found: dict[str, Claim] = {}
    for claim in claims:
        outer = holders.around(claim) if claim.cue else None
        found[claim.id] = claim if outer is None else replace(claim, via=outer.id)
    for claim in found.values():
        yield replace(claim, source=_spoken_by(claim, found)) if claim.id in first_persons else claim


class Holders:
    """Claims by the stretch their contents span, so that a long text is not searched whole for each claim."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        spans = sorted(((hull(claim.content), claim) for claim in claims), key=lambda pair: (pair[0], pair[1].id))
        self._claims = [claim for _, claim in spans]
        self._starts = [span.start for span, _ in spans]
        self._reach = list(accumulate((span.end for span, _ in spans), max))

    def around(self, claim: Claim) -> Claim | None:
        """The smallest other claim whose content holds the cue, and the content, of this one."""
        marks = (*claim.cue, *claim.content)
        whole = hull(marks)
        best: tuple[int, str, Claim] | None = None
        at = bisect_right(self._starts, whole.start) - 1
        while at >= 0 and self._reach[at] >= whole.end:
            other = self._claims[at]
            size = sum(len(piece) for piece in other.content)
            if other.id != claim.id and all(any(piece.covers(mark) for piece in other.content) for mark in marks):
                best = min(best or (size, other.id, other), (size, other.id, other), key=lambda one: one[:2])
            at -= 1
        return best[2] if best is not None else None


def _spoken_by(claim: Claim, claims: dict[str, Claim]) -> Source:
    """The source with the entity of the voice around it: the nearest that is not a first person itself."""
    outer, seen = claim, {claim.id}
    while outer.via is not None and outer.via not in seen:
        outer = claims[outer.via]
        seen.add(outer.id)
        if outer.form in {"direct", "mixed", "answer"}:
            return Source(outer.source.kind, claim.source.span, outer.source.entity)
    return Source("author", claim.source.span) if claim.via is None else claim.source
