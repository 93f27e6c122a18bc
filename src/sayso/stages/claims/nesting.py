"""Nesting: a claim whose cue stands inside another claim's content is passed on by that claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.records import Claim, Source


def nested(claims: Sequence[Claim], first_persons: frozenset[str]) -> Iterator[Claim]:
    """The same claims, each with the claim one voice further out.

    "I" in a quotation is whoever is quoted; `first_persons` are the ids of the claims whose source is such a word and
    is not known. Outside any quotation it is the author.
    """
    sizes = {claim.id: sum(len(piece) for piece in claim.content) for claim in claims}
    holding = [claim for claim in claims if claim.form != "narration"]
    found: dict[str, Claim] = {}
    for claim in claims:
        outer = _outer(claim, holding, sizes) if claim.cue else None
        found[claim.id] = claim if outer is None else replace(claim, via=outer.id)
    for claim in found.values():
        yield replace(claim, source=_spoken_by(claim, found)) if claim.id in first_persons else claim


def _outer(claim: Claim, claims: Sequence[Claim], sizes: dict[str, int]) -> Claim | None:
    """The smallest other claim whose content holds the cue, and the content, of this one."""
    marks: tuple[Anchor, ...] = (*claim.cue, *claim.content)
    around = [
        other
        for other in claims
        if other.id != claim.id and all(any(piece.covers(mark) for piece in other.content) for mark in marks)
    ]
    return min(around, key=lambda other: (sizes[other.id], other.id)) if around else None


def _spoken_by(claim: Claim, claims: dict[str, Claim]) -> Source:
    """The source with the entity of the voice around it: the nearest that is not a first person itself."""
    outer, seen = claim, {claim.id}
    while outer.via is not None and outer.via not in seen:
        outer = claims[outer.via]
        seen.add(outer.id)
        if outer.form in {"direct", "mixed", "answer"}:
            return Source(outer.source.kind, claim.source.span, outer.source.entity)
    return Source("author", claim.source.span) if claim.via is None else claim.source
