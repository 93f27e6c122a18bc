"""Kinds: whether a claim reports, assesses, explains, forecasts, recommends, states an aim or asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.layer import CLAIMS, ENTITIES, KINDS, MENTIONS, SECTIONS, SENTENCES, TIMES
from sayso.document.predicates import Parts
from sayso.document.records import Claim, ClaimKind, Why
from sayso.document.syntax import AUXILIARIES, Sentence, Token
from sayso.stages.kinds.near import Near
from sayso.stages.kinds.offers import answers_why
from sayso.stages.kinds.rules import judged
from sayso.stages.kinds.statements import Found, statement
from sayso.stages.stage import Inputs, Stage

CARRYING = frozenset({"VERB", "NOUN", "ADJ"})
LIGHT = frozenset({"have", "be", "get", "take", "make", "keep", "hold", "give", "set", "put", "stand", "remain"})
"""Verbs that leave their meaning to a noun or an adjective."""


def find(inputs: Inputs) -> Iterator[ClaimKind]:
    """One kind a claim, in the order of the claims; none for a claim without parsed words."""
    parts, near = Parts(inputs[SENTENCES]), Near(inputs)
    whys = answers_why(inputs[CLAIMS], inputs[SECTIONS], parts, inputs.document.characters)
    for claim in inputs[CLAIMS]:
        cue = _cue(parts.of(claim.cue))
        why = claim.id in whys
        statements = [statement(claim, s, tokens, cue, why, near) for s, tokens in parts.of(claim.content)]
        found = [judged(one) for one in statements if one is not None]
        if found:
            yield _record(claim, _main(found))


def _cue(parts: Sequence[tuple[Sentence, Sequence[Token]]]) -> tuple[Sentence, Token] | None:
    """The word of the cue that carries its meaning: "eye" of "has his eye on"."""
    for sentence, tokens in parts:
        carrying = [t for t in tokens if t.pos in CARRYING and t.dep not in AUXILIARIES]
        named = [t for t in carrying if t.pos in {"NOUN", "ADJ"}]
        if carrying:
            return sentence, named[0] if carrying[0].lemma in LIGHT and named else carrying[0]
    return None


def _main(found: Sequence[Found]) -> Found:
    """Of several statements the last one where it asks, else the first that does more than report."""
    if found[-1].kind == "question":
        return found[-1]
    return next((one for one in found if one.kind not in {"report", "question"}), found[0])


def _record(claim: Claim, found: Found) -> ClaimKind:
    return ClaimKind(claim.id, found.kind, tuple(token.anchor for token in found.basis), Why(found.why))


STAGE = Stage(writes=KINDS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES, TIMES, CLAIMS), version=5, make=find)
