"""Certainties of events: how sure the innermost voice is that each takes place, by the words over its trigger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.document.anchor import Anchor
from sayso.document.layer import CERTAINTIES, CLAIMS, EVENT_CERTAINTIES, EVENTS, SENTENCES
from sayso.document.predicates import Parts, main_predicate
from sayso.document.records import Certainty, Claim, Event, EventCertainty, Why
from sayso.document.syntax import Sentence, Token
from sayso.factuality.belief import Belief, weaker
from sayso.factuality.scope import belief
from sayso.factuality.tense import tense
from sayso.stages.stage import Inputs, Stage

OPTION = "rule:certainties.option"


def find(inputs: Inputs) -> Iterator[EventCertainty]:
    """One for each event, in the order of the events; none for one whose trigger stands in no parsed sentence."""
    parts = Parts(inputs[SENTENCES])
    claims = {claim.id: claim for claim in inputs[CLAIMS]}
    sure = {certainty.claim: certainty for certainty in inputs[CERTAINTIES]}
    for event in inputs[EVENTS]:
        claim = claims.get(event.claim) if event.claim is not None else None
        found = _event(event, claim, sure, parts)
        if found is not None:
            yield found


def _event(event: Event, claim: Claim | None, sure: Mapping[str, Certainty], parts: Parts) -> EventCertainty | None:
    placed = next(iter(parts.of(event.trigger)), None)
    word = main_predicate(*placed) if placed is not None else None
    if placed is None or word is None:
        return None
    sentence = placed[0]
    held = _held(sentence, word, claim)
    if claim is not None and claim.id in sure:
        held = _as_option(held, sure[claim.id])
    basis = tuple(dict.fromkeys(token.anchor for token in sorted(held.basis, key=lambda t: t.start)))
    why = tuple(Why(by) for by in dict.fromkeys(held.why)) or (Why("rule:certainties.plain"),)
    return EventCertainty(event.id, held.polarity, held.level, held.likelihood, basis, why, tense(sentence, word))


def _held(sentence: Sentence, word: Token, claim: Claim | None) -> Belief:
    """The belief of the voice whose claim it is: nothing outside its words and its cue counts."""
    if claim is None:
        return belief(sentence, word)
    own = _own(sentence, (*claim.content, *claim.cue))
    said = [token for token in sentence.tokens if token.index in own]
    return belief(sentence, word, lambda token: token.index in own, said=said)


def _own(sentence: Sentence, anchors: tuple[Anchor, ...]) -> frozenset[int]:
    return frozenset(token.index for anchor in anchors for token in sentence.tokens_in(anchor))


def _as_option(held: Belief, certainty: Certainty) -> Belief:
    """What happens in one option of several is no surer than the option."""
    if not any(why.by == OPTION for why in certainty.why):
        return held
    return Belief(
        held.polarity, weaker(held.level, "possible"), held.likelihood, held.basis, (*held.why, OPTION), held.barred
    )


STAGE = Stage(
    writes=EVENT_CERTAINTIES,
    reads=(SENTENCES, CLAIMS, CERTAINTIES, EVENTS),
    version=1,
    make=find,
)
