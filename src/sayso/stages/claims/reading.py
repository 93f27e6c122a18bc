"""All attributions of a text: what the model finds, what it finds inside of that, and what grammar alone is sure of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS
from sayso.document.syntax import Sentence
from sayso.models import attribution as model
from sayso.models import catalogue
from sayso.models.catalogue import Profile
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.attributions import attributions
from sayso.stages.claims.checked import checked
from sayso.stages.claims.enclosed import enclosed
from sayso.stages.claims.inner import inner
from sayso.stages.claims.modelled import Grammar, with_rules
from sayso.stages.claims.speech import Quotes
from sayso.stages.claims.voices import Voices
from sayso.stages.stage import Inputs


def read(
    inputs: Inputs, sentences: Sequence[Sentence], voices: Voices, quotes: Quotes, profile: Profile
) -> list[Attribution]:
    """The attributions whose cue stands in one of the sentences, in the order of their cues."""
    characters = inputs.document.characters
    engine = model.engine(profile)
    grammar = Grammar(sentences, f"model:{catalogue.model('attribution', profile).name}")
    ruled = [one for sentence in sentences for one in attributions(sentence, voices.speaks)]

    def known(found: Iterable[model.Attribution]) -> list[Attribution]:
        return checked(grammar.joined(found, characters), inputs[SECTIONS], quotes, characters)

    def inside(content: Sequence[Anchor]) -> list[Attribution]:
        return known(engine.inside(characters, [(piece.start, piece.end) for piece in content]))

    reading = engine.read(characters)
    outer = known(reading.attributions)
    return enclosed(with_rules([*outer, *inner(outer, reading.within, inside)], ruled))
