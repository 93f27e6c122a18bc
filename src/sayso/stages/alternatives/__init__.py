"""Alternatives: explanations or outcomes that a text offers together, and the question they answer."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.anchor import Anchor
from sayso.document.layer import ALTERNATIVES, CLAIMS, EVENTS, SECTIONS, SENTENCES
from sayso.document.records import Alternative, Why
from sayso.stages.alternatives.ground import Ground
from sayso.stages.alternatives.offered import Offer
from sayso.stages.alternatives.runs import offers
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Alternative]:
    """The sets of alternatives in the order of the text."""
    ground = Ground(inputs)
    sentences = inputs[SENTENCES]
    for number, found in offers(sentences, ground.together(sentences)):
        question = ground.question(sentences, number, found.options[0])
        about = ground.about(found.rest, question) or ground.topic(sentences, number)
        made = _alternative(inputs, found, ground, question, about)
        if made is not None:
            yield made


def _alternative(
    inputs: Inputs, found: Offer, ground: Ground, question: tuple[Anchor, ...], about: str | None
) -> Alternative | None:
    """The record of the options that are somebody's claim; None where fewer than two are."""
    held = [(claim, option) for option in found.options if (claim := ground.claim(option)) is not None]
    if len(held) < 2:
        return None
    options, spans = tuple(claim for claim, _ in held), tuple((option,) for _, option in held)
    return Alternative(
        id=inputs.id("a", found.entry, options, spans),
        options=options,
        spans=spans,
        exclusive=found.exclusive or _one_answer(inputs, question),
        signal=found.signal,
        why=Why(f"lexicon:alternatives.{found.entry}"),
        about=about,
        question=question,
    )


def _one_answer(inputs: Inputs, question: tuple[Anchor, ...]) -> bool:
    """ "Who did it?" has one answer."""
    return any(inputs.document.words(asked).lower().startswith("who ") for asked in question)


STAGE = Stage(writes=ALTERNATIVES, reads=(SECTIONS, SENTENCES, CLAIMS, EVENTS), version=5, make=find)
