"""What speakers say of themselves: "I'm Vera Holt", "As mayor of Port Ella, I …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.document.anchor import Anchor
from sayso.document.records import Section
from sayso.stages.turns.cast import Cast, Party

I_AM = re.compile(r"\b(?:I['’]m|I am|[Mm]y name(?:['’]s| is))\s+$")
OF_SOMEBODY = re.compile(r"['’]s?\b")
AS_OFFICE = re.compile(
    r"\b[Aa]s (?:the )?(?P<office>[^\W\d_][\w .'’-]{2,60}?), I\b(?!['’](?:d|ll)\b| (?:would|will|could|should|might)\b)"
)
DOUBLE = re.compile(r"[\"“”]")
SINGLE = re.compile(r"(?:^|[\s(])['‘](?=\w)")


def named(sections: Sequence[Section], cast: Cast, opening: Sequence[Section]) -> Mapping[int, Party]:
    """Who speaks a turn, by its number, where its first paragraph says so of one person."""
    leads: dict[int, Section] = {}
    for section in sections:
        if section.turn is not None:
            leads.setdefault(section.turn, section)
    known = {p.entity: p for part in opening for p in cast.people(part.anchor)}
    found = {turn: list(_self(section.anchor, cast, known)) for turn, section in leads.items()}
    return {turn: own[0] for turn, own in found.items() if len({party.entity for party in own}) == 1}


def _self(part: Anchor, cast: Cast, known: Mapping[str, Party]) -> Iterator[Party]:
    """Everybody whom the speaker says to be."""
    for party in cast.people(part):
        before, after = cast.characters[part.start : party.named.start], cast.characters[party.named.end :][:2]
        if I_AM.search(before) and not OF_SOMEBODY.match(after) and not _quotes(before) and cast.is_whole(party):
            yield party
    words = cast.words(part)
    for match in AS_OFFICE.finditer(words):
        holders = cast.office(match["office"].lower()) & known.keys()
        if len(holders) == 1 and not _quotes(words[: match.start()]):
            yield known[next(iter(holders))]


def _quotes(before: str) -> bool:
    """A quotation may be open after these words."""
    return len(DOUBLE.findall(before)) % 2 == 1 or SINGLE.search(before) is not None
