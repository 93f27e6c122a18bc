"""Quotations signed with a dash and a name: '“The bridge will stand.” — Anna Berg, engineer'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS
from sayso.document.records import Claim, Why
from sayso.stages.claims.speech import Quotes
from sayso.stages.claims.voices import Voices
from sayso.stages.stage import Inputs

SIGNED = re.compile(
    r"\s*(?P<dash>[―—–]|--|-(?=\s))\s*(?P<who>[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|bin|al|el|la)){1,4})"
    r"(?:,[^.!?\n]{1,60})?\s*"
)


def signed_claims(inputs: Inputs, voices: Voices, quotes: Quotes) -> Iterator[Claim]:
    """A claim for each paragraph that is one quotation and the name of who said it."""
    characters = inputs.document.characters
    ends = {section.id: section.anchor.end for section in inputs[SECTIONS]}
    for quote in quotes.all:
        match = SIGNED.fullmatch(characters, quote.anchor.end, ends[quote.section]) if quote.closed else None
        if match is not None:
            cue, source = (Anchor(*match.span(part)) for part in ("dash", "who"))
            content = (quote.anchor,)
            why = Why("rule:claims.signature")
            yield Claim(inputs.id("c", (cue,), content), voices.by_words(source), (cue,), content, "direct", why)
