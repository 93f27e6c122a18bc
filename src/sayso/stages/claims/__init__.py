"""Claims: who says what. Attributions and quotations, interview answers, and what the outlet says itself."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import CLAIMS, ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Claim
from sayso.stages.claims.attributed import Attributed
from sayso.stages.claims.attributions import attributions
from sayso.stages.claims.headlines import headline_claims, repeated
from sayso.stages.claims.nesting import nested
from sayso.stages.claims.own import own_claims
from sayso.stages.claims.quotations import quotations
from sayso.stages.claims.speech import Following, Quotes, spoken
from sayso.stages.claims.voices import Voices
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Claim]:
    """All claims in the order of their words; inner ones point to the claim that passes them on."""
    voices = Voices(inputs)
    quotes = Quotes(quotations(inputs.document.characters, inputs[SECTIONS]))
    headlines = list(headline_claims(inputs, voices, quotes))
    taken = [*(anchor for claim in headlines for anchor in (*claim.content, *claim.cue))]
    again = repeated(inputs)
    sentences = [
        s for s in inputs[SENTENCES] if s.section not in again and not any(t.overlaps(s.anchor) for t in taken)
    ]
    said = spoken([a for sentence in sentences for a in attributions(sentence, voices.speaks)], quotes)
    following = list(Following(said, quotes, sentences, inputs[SECTIONS]).quotations())
    attributed = Attributed(inputs, voices, quotes)
    claims = [*headlines, *attributed.claims(said, following)]
    claims += own_claims(inputs, voices, sentences, said, [quote.anchor for quote, _ in following])
    unique = {claim.id: claim for claim in claims}
    yield from nested(sorted(unique.values(), key=_place), frozenset(attributed.first_persons))


def _place(claim: Claim) -> tuple[int, int, str]:
    first = min((*claim.content, *claim.cue))
    return first.start, -first.end, claim.id


STAGE = Stage(writes=CLAIMS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES, TURNS), version=3, make=find)
