"""Nesting: a claim whose cue stands inside another claim's content is passed on by that claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.document.anchor import hull
from sayso.document.records import Claim, Source
from sayso.document.spans import Spans


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
        self._claims = Spans((hull(claim.content), claim) for claim in claims)

    def around(self, claim: Claim) -> Claim | None:
        """The smallest other claim whose content holds the cue, and the content, of this one."""
        marks = (*claim.cue, *claim.content)
        holding = (
            other
            for other in self._claims.covering(hull(marks))
            if other.id != claim.id and all(any(piece.covers(mark) for piece in other.content) for mark in marks)
        )
        return min(holding, key=lambda other: (sum(map(len, other.content)), other.id), default=None)


def _spoken_by(claim: Claim, claims: dict[str, Claim]) -> Source:
    """The source with the entity of the voice around it: the nearest that is not a first person itself."""
    outer, seen = claim, {claim.id}
    while outer.via is not None and outer.via not in seen:
        outer = claims[outer.via]
        seen.add(outer.id)
        if outer.form in {"direct", "mixed", "answer"}:
            return replace(outer.source, span=claim.source.span)
    return Source("author", claim.source.span) if claim.via is None else claim.source
