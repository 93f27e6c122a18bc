"""Certainties: how sure the source of each claim is of its content, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import CERTAINTIES, CLAIMS, SENTENCES
from sayso.document.predicates import Parts
from sayso.document.records import Certainty, Claim
from sayso.stages.certainties.contents import Around, certainty
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Certainty]:
    """One certainty a claim, in the order of the claims; none for a claim without parsed words."""
    parts = Parts(inputs[SENTENCES])
    inner = _inner(inputs[CLAIMS])
    for claim in inputs[CLAIMS]:
        found = certainty(claim, parts, Around(_foreign(claim, inner)))
        if found is not None:
            yield found


def _inner(claims: Sequence[Claim]) -> Mapping[str, tuple[Claim, ...]]:
    """The claims that each claim passes on."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.via is not None:
            found.setdefault(claim.via, []).append(claim)
    return {outer: tuple(passed_on) for outer, passed_on in found.items()}


def _foreign(claim: Claim, inner: Mapping[str, tuple[Claim, ...]]) -> tuple[Anchor, ...]:
    """What other voices say inside a claim."""
    passed_on = inner.get(claim.id, ())
    return tuple(
        anchor
        for other in passed_on
        if other.source.entity is None or other.source.entity != claim.source.entity
        for anchor in other.content
    )


STAGE = Stage(writes=CERTAINTIES, reads=(SENTENCES, CLAIMS), version=2, make=find)
