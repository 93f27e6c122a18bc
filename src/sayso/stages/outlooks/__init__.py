"""Outlooks: what is to come, on what condition, by when, who is to do it, and what would count as come true."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.anchor import Anchor
from sayso.document.layer import (
    CERTAINTIES,
    CLAIMS,
    ENTITIES,
    KINDS,
    LINKS,
    MENTIONS,
    OUTLOOKS,
    SECTIONS,
    SENTENCES,
    TIMES,
)
from sayso.document.records import Certainty, Outlook, Why
from sayso.stages.outlooks.addressee import addressee
from sayso.stages.outlooks.condition import Condition
from sayso.stages.outlooks.conditions import conditions
from sayso.stages.outlooks.ground import Ground
from sayso.stages.outlooks.horizon import Horizon, horizon
from sayso.stages.outlooks.outcome import outcome
from sayso.stages.outlooks.statements import Statement, statement
from sayso.stages.stage import Inputs, Stage

AHEAD = frozenset({"forecast", "recommendation", "aim", "question"})
"""Kinds that look ahead."""
ADDRESSED = frozenset({"recommendation", "question"})


def find(inputs: Inputs) -> Iterator[Outlook]:
    """One outlook for each claim that looks ahead, in the order of the claims."""
    ground = Ground(inputs)
    for claim in inputs[CLAIMS]:
        kind = ground.kind(claim.id)
        if kind is not None and kind.kind in AHEAD:
            stated = statement(claim, kind, ground.parts)
            if stated is not None:
                yield _outlook(ground, stated)


def _outlook(ground: Ground, stated: Statement) -> Outlook:
    sentence = stated.sentence
    held = conditions(stated, ground.conditions(sentence), ground.before(sentence), ground.asked(sentence))
    inside = frozenset(index for one in held for index in one.inside)
    limit = _limit(ground, stated, inside)
    spans = outcome(stated, inside | (limit.inside if limit else frozenset())) or outcome(stated, inside)
    whom = addressee(stated, ground.party) if stated.kind.kind in ADDRESSED else None
    where = stated.cue[0] if stated.cue is not None and whom is not None and whom[1] == TOLD else sentence
    return Outlook(
        claim=stated.claim.id,
        outcome=spans,
        condition=tuple(anchor for one in held for anchor in one.words),
        signal=tuple(anchor for one in held for anchor in one.signal),
        horizon=limit.time.id if limit else None,
        until=limit.until if limit else None,
        addressee=ground.entity(whom[0]) if whom else None,
        addressed=ground.words(where, whom[0]) if whom else None,
        likelihood=_likelihood(stated, ground.certainty(stated.claim.id), spans),
        why=tuple(Why(by) for by in _reasons(stated, held, limit, whom[1] if whom else None)),
    )


TOLD = "rule:outlooks.told"


def _limit(ground: Ground, stated: Statement, conditional: frozenset[int]) -> Horizon | None:
    if stated.kind.kind == "question":
        return None
    return horizon(stated, ground.times(stated.sentence), ground.characters, ground.published, conditional)


def _likelihood(stated: Statement, sure: Certainty | None, outcome: tuple[Anchor, ...]) -> tuple[float, float] | None:
    """The range for the outcome as its words put it: turned round where they hold the denial ("will not sail")."""
    if stated.kind.kind != "forecast" or sure is None or sure.likelihood is None:
        return None
    denied = {token.anchor for token in stated.tokens if token.dep == "neg" or token.lower in DENYING}
    inside = any(one.covers(basis) for basis in sure.basis if basis in denied for one in outcome)
    low, high = sure.likelihood
    return (round(1 - high, 3), round(1 - low, 3)) if inside and sure.polarity == "negative" else (low, high)


DENYING = frozenset({"no", "nobody", "none", "neither", "nothing", "never"})


def _reasons(stated: Statement, held: tuple[Condition, ...], limit: Horizon | None, whom: str | None) -> Iterator[str]:
    """What found each part; always at least what found the statement."""
    yield f"rule:outlooks.{stated.kind.kind}"
    yield from dict.fromkeys(one.why for one in held)
    if limit is not None:
        yield limit.why
    if whom is not None:
        yield whom


STAGE = Stage(
    writes=OUTLOOKS,
    reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES, TIMES, CLAIMS, KINDS, CERTAINTIES, LINKS),
    version=3,
    make=find,
)
