"""Nesting: a claim whose cue stands inside another claim's content is passed on by that claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.records import Claim, Source


def nested(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The same claims, each with the claim one voice further out. "I" in a quotation is whoever is quoted."""
    by_id: dict[str, Claim] = {}
    sizes = {claim.id: sum(len(piece) for piece in claim.content) for claim in claims}
    holding = [claim for claim in claims if claim.form != "narration"]
    for claim in claims:
        outer = _outer(claim, holding, sizes) if claim.cue else None
        by_id[claim.id] = claim if outer is None else replace(claim, via=outer.id, source=_source(claim, outer))
    yield from by_id.values()


def _outer(claim: Claim, claims: Sequence[Claim], sizes: dict[str, int]) -> Claim | None:
    """The smallest other claim whose content holds the cue, and the content, of this one."""
    marks: tuple[Anchor, ...] = (*claim.cue, *claim.content)
    around = [
        other
        for other in claims
        if other.id != claim.id and all(any(piece.covers(mark) for piece in other.content) for mark in marks)
    ]
    return min(around, key=lambda other: (sizes[other.id], other.id)) if around else None


def _source(claim: Claim, outer: Claim) -> Source:
    """An unresolved first person takes the entity of the voice around it."""
    if claim.source.kind == "unnamed" and claim.source.entity is None and outer.source.entity is not None:
        return claim.source if claim.source.span is None else _spoken_by(claim.source, outer.source)
    return claim.source


def _spoken_by(inner: Source, outer: Source) -> Source:
    """Only where the words are a first person, which `Voices` leaves without an entity."""
    return Source(outer.kind, inner.span, outer.entity) if inner.span is not None and len(inner.span) <= 2 else inner
