"""Opening: whom the headline, the lead and the captions above an interview name as its parties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.document.layer import SECTIONS, SENTENCES
from sayso.document.records import Section
from sayso.stages.stage import Inputs
from sayso.stages.turns.cast import Cast, Parties, Party
from sayso.stages.turns.introduction import Introduction

INTRODUCING = frozenset({"headline", "lead", "paragraph"})
INTERVIEWEE = re.compile(r"\binterviewee,?\s+$", re.IGNORECASE)
TELLS = re.compile(r"\s+(?:tells|explains|discusses|answers|reflects|recalls)\b")


def parties(inputs: Inputs, cast: Cast) -> Parties:
    """The lead's "X spoke with Y", else the one person that headline and lead name."""
    opening = above(inputs[SECTIONS])
    ids = {section.id for section in opening}
    headlines = {p.entity for s in opening if s.kind == "headline" for p in cast.people(s.anchor)}
    seen: Party | None = None
    best: Parties | None = None
    for sentence in inputs[SENTENCES]:
        if sentence.section in ids:
            found = Introduction(sentence, cast, headlines, seen).parties()
            if found is not None and found.questioner is not None:
                return found if best is None or _same(found.respondent, best.respondent) else best
            best = best or found
            seen = next(iter(cast.people(sentence.anchor)), seen)
    if best is not None:
        return best
    shown = _interviewee(inputs[SECTIONS], cast)
    if shown is not None:
        return Parties(shown, None, "rule:turns.interviewee")
    people = [party for part in opening for party in cast.people(part.anchor)]
    asking = next((party for party in people if cast.by(party)), None)
    speaks = _speaks_in_headline(opening, cast)
    if speaks is not None:
        return Parties(speaks, asking, "rule:turns.headline")
    others = [party for party in people if asking is None or party.entity != asking.entity]
    only = next((p for p in others if not cast.owns(p)), None) if len({p.entity for p in others}) == 1 else None
    return Parties(only, asking, "rule:turns.only-person")


def _same(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and one.entity == other.entity


def above(sections: Sequence[Section], kinds: frozenset[str] = INTRODUCING) -> list[Section]:
    """The parts above the first turn that may introduce the interview."""
    start = min((s.anchor.start for s in sections if s.turn is not None), default=0)
    return [s for s in sections if s.kind in kinds and s.anchor.start < start]


def _interviewee(sections: Sequence[Section], cast: Cast) -> Party | None:
    """The one person whom the page calls so: "File photo of interviewee Vera Holt"."""
    shown = above(sections, INTRODUCING | {"caption"})
    named = [p for s in shown for p in cast.people(s.anchor) if INTERVIEWEE.search(cast.before(p))]
    return named[0] if len({party.entity for party in named}) == 1 else None


def _speaks_in_headline(opening: Sequence[Section], cast: Cast) -> Party | None:
    """ "Name: …" at the head of the page, or "Name explains …"."""
    for section in opening:
        people = cast.people(section.anchor) if section.kind == "headline" else []
        for party in people:
            after = cast.characters[party.named.end : section.anchor.end]
            if party.named.start == section.anchor.start and after.startswith(":"):
                return party
            if TELLS.match(after):
                return party
    return None
