"""Claims: who says what. Attributions and quotations, interview answers, and what the outlet says itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sayso.document.layer import CLAIMS, ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Claim
from sayso.models import catalogue
from sayso.models.catalogue import Profile
from sayso.stages.claims.attributed import Attributed
from sayso.stages.claims.headlines import headline_claims, repeated
from sayso.stages.claims.nesting import nested
from sayso.stages.claims.own import own_claims
from sayso.stages.claims.quotations import quotations
from sayso.stages.claims.reading import read
from sayso.stages.claims.signatures import signed_claims
from sayso.stages.claims.speech import Following, Quotes, spoken
from sayso.stages.claims.voices import Voices
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs, profile: Profile) -> Iterator[Claim]:
    """All claims in the order of their words; inner ones point to the claim that passes them on."""
    voices = Voices(inputs)
    quotes = Quotes(quotations(inputs.document.characters, inputs[SECTIONS]))
    headlines = list(headline_claims(inputs, voices, quotes))
    taken = [*(anchor for claim in headlines for anchor in (*claim.content, *claim.cue))]
    again = repeated(inputs)
    sentences = [
        s for s in inputs[SENTENCES] if s.section not in again and not any(t.overlaps(s.anchor) for t in taken)
    ]
    signed = list(signed_claims(inputs, voices, quotes))
    names = frozenset(claim.cue for claim in signed)
    found = (one for one in read(inputs, sentences, voices, quotes, profile) if one.cue not in names)
    said = spoken(list(found), quotes)
    own = frozenset(claim.content[0] for claim in signed)
    going_on = Following(said, quotes, sentences, inputs[SECTIONS]).quotations()
    following = [(quote, voice) for quote, voice in going_on if quote.anchor not in own]
    attributed = Attributed(inputs, voices, quotes)
    claims = [*headlines, *signed, *attributed.claims(said, following)]
    claims += own_claims(inputs, voices, sentences, said, [*own, *(quote.anchor for quote, _ in following)])
    unique = {claim.id: claim for claim in claims}
    yield from nested(sorted(unique.values(), key=_place), frozenset(attributed.first_persons))


def _place(claim: Claim) -> tuple[int, int, str]:
    first = min((*claim.content, *claim.cue))
    return first.start, -first.end, claim.id


def stage(profile: Profile) -> Stage[Claim]:
    """The stage with the model of this profile."""
    reads = (SECTIONS, SENTENCES, MENTIONS, ENTITIES, TURNS)
    model = catalogue.model("attribution", profile).name
    return Stage(writes=CLAIMS, reads=reads, version=6, make=partial(find, profile=profile), model=model)
