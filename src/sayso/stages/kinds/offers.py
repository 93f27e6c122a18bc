"""Offers: possibilities put side by side to explain something ("Either A, or B. Perhaps C.")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.document.predicates import Parts
from sayso.document.records import Claim, Section
from sayso.document.spans import Spans
from sayso.document.syntax import Token

WHY = re.compile(
    r"\b(?:why|how come|what (?:caused|explains|led|made)|(?:reason|cause|explanation)s?)\b", re.IGNORECASE
)
OFFER = re.compile(r"(?:perhaps|maybe|possibly|either|or (?:perhaps|maybe))\b", re.IGNORECASE)
EITHER = re.compile(r"either\b", re.IGNORECASE)
AHEAD = frozenset({"will", "shall", "'ll", "should", "must"})


def answers_why(claims: Sequence[Claim], sections: Sequence[Section], parts: Parts, characters: str) -> frozenset[str]:
    """Claims that offer an explanation: hedged answers to a "why", and neighbours that offer one after another."""
    asked = frozenset(_asked_why(sections, characters))
    plain = [claim for claim in claims if not claim.cue]
    offers = {claim.id: claim for claim in plain if _offers(claim, parts, characters)}
    places = Spans((s.anchor, number) for number, s in enumerate(sections) if s.kind != "insertion")
    found = {claim.id for claim in offers.values() if _section(claim, sections, places) in asked}
    for claim, following in pairwise(plain):
        options = EITHER.match(claim.content[0].words(characters)) and _one_sentence(claim, following, parts)
        one_more = following.id in offers and (claim.id in found or claim.id in offers)
        if options or one_more:
            found.update({claim.id, following.id})
    return frozenset(found)


def _offers(claim: Claim, parts: Parts, characters: str) -> bool:
    """It begins with a word of offering and looks back, not ahead."""
    if not OFFER.match(claim.content[0].words(characters)):
        return False
    return not any(token.lower in AHEAD for token in _tokens(claim, parts))


def _one_sentence(claim: Claim, following: Claim, parts: Parts) -> bool:
    """Both are parts of one sentence, which does not look ahead."""
    here, there = parts.of(claim.content), parts.of(following.content)
    same = bool(here and there) and here[0][0].anchor == there[0][0].anchor
    return same and not any(token.lower in AHEAD for token in here[0][0].tokens)


def _tokens(claim: Claim, parts: Parts) -> Iterator[Token]:
    for _, tokens in parts.of(claim.content):
        yield from tokens


def _asked_why(sections: Sequence[Section], characters: str) -> Iterator[str]:
    """Ids of the answers whose question asks for a cause."""
    why = False
    for section in sections:
        if section.kind == "question":
            why = WHY.search(section.anchor.words(characters)) is not None
        elif section.kind == "answer" and why:
            yield section.id


def _section(claim: Claim, sections: Sequence[Section], places: Spans[int]) -> str | None:
    """The id of the first section that holds some of it; `places` are those that are no insertions, by number."""
    first = min(places.overlapping(claim.content[0]), default=None)
    return None if first is None else sections[first].id
