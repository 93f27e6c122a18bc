"""Records of one layer name records of another by id: every id that is referred to is there, and none twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sayso.document.layer import Analysis
from sayso.document.text import Document
from sayso.pipeline import analyse
from sayso.read import Given, read_paths
from sayso.samples import maine

PALMYRA = Path(__file__).parents[2] / "shared" / "real" / "palmyra-interview.txt"
ID = re.compile(r"[a-z]+_[0-9a-f]{12}")
REFERRING = {
    "Alternative.options",
    "Certainty.claim",
    "Claim.via",
    "ClaimKind.claim",
    "Entity.mentions",
    "Event.actors",
    "Event.claim",
    "Event.numbers",
    "Event.place",
    "Event.targets",
    "Event.time",
    "Link.claim",
    "Link.from_ref",
    "Link.to_ref",
    "Location.entity",
    "Outlook.addressee",
    "Outlook.claim",
    "Outlook.horizon",
    "Sentence.section",
    "Source.entity",
    "Turn.speaker",
}
"""What the dossier fills; the test fails where one of these refers to nothing any more."""


@cache
def dossier() -> tuple[Analysis, ...]:
    return tuple(analyse(item) for item in read_paths([maine()]) if isinstance(item, Document))


def strings(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a record, with the type and the field it stands in; not those of the parser's words."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item, where)
    elif is_dataclass(value) and type(value).__name__ != "Token":
        for part in fields(value):
            yield from strings(getattr(value, part.name), f"{type(value).__name__}.{part.name}")


def taken(analysis: Analysis) -> tuple[list[str], list[tuple[str, str]]]:
    """The ids of all records, and all references to an id."""
    found = [one for layer in analysis.layers.values() for record in layer.records for one in strings(record)]
    coded = [(where, value) for where, value in found if ID.fullmatch(value)]
    ids = [value for where, value in coded if where.endswith(".id")]
    return ids, [(where, value) for where, value in coded if not where.endswith(".id")]


def check(analysis: Analysis) -> None:
    ids, references = taken(analysis)
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    known = set(ids)
    assert [(where, value) for where, value in references if value not in known] == []


def test_every_id_in_the_dossier_is_there() -> None:
    for analysis in dossier():
        check(analysis)
    assert {where for analysis in dossier() for where, _ in taken(analysis)[1]} >= REFERRING


@pytest.mark.skipif(not PALMYRA.exists(), reason=f"{PALMYRA} is not on this machine")
def test_every_id_in_the_interview_is_there() -> None:
    (item,) = read_paths([PALMYRA], Given(published=date(2016, 12, 12)))
    assert isinstance(item, Document)
    check(analyse(item))
