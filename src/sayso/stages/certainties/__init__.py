"""Certainties: how sure the source of each claim is of its content, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import CERTAINTIES, CLAIMS, KINDS, SENTENCES
from sayso.document.predicates import Parts
from sayso.document.records import Certainty, Claim
from sayso.stages.certainties.contents import Around, certainty
from sayso.stages.certainties.foretold import by_turn
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Certainty]:
    """One certainty a claim, in the order of the claims; none for a claim without parsed words."""
    parts = Parts(inputs[SENTENCES])
    inner = _inner(inputs[CLAIMS])
    kinds = {kind.claim: kind for kind in inputs[KINDS]}
    for claim in inputs[CLAIMS]:
        others = [other for other in inner.get(claim.id, ()) if _another(other, claim)]
        found = certainty(claim, parts, Around(_content(others), tuple(a for other in others for a in other.cue)))
        if found is not None:
            yield by_turn(claim, kinds.get(claim.id), found, parts)


def _inner(claims: Sequence[Claim]) -> Mapping[str, tuple[Claim, ...]]:
    """The claims that each claim passes on."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.via is not None:
            found.setdefault(claim.via, []).append(claim)
    return {outer: tuple(passed_on) for outer, passed_on in found.items()}


def _another(other: Claim, claim: Claim) -> bool:
    """Not the same voice again ("I think …" inside an answer)."""
    return other.source.entity is None or other.source.entity != claim.source.entity


def _content(claims: Sequence[Claim]) -> tuple[Anchor, ...]:
    """What some claims say."""
    return tuple(anchor for claim in claims for anchor in claim.content)


STAGE = Stage(writes=CERTAINTIES, reads=(SENTENCES, CLAIMS, KINDS), version=4, make=find)
