"""Hand-written expectations on the sample dossier: load them, refuse bad ones, find their words in a text.

An expectation is an entry `{<grade>: <passage or value>, <field>: …}` under one of the `HEADINGS`. A passage
is a stretch of the text in the notation of tests/marked.py; it must stand in the text exactly once (or say which
`occurrence`, from 1), but for the kind of white space between its words. So every mark is an exact slice of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml
from tests.marked import BadMarkError, Marked, marked

from sayso.document import records
from sayso.document.anchor import Anchor
from sayso.document.text import PublishedBasis

FOLDER = Path(__file__).parent.parent / "tests" / "samples" / "expectations"
GRADES = ("must", "should", "may")


class BadExpectationError(ValueError):
    """An expectation cannot be trusted: unknown words, fields or values, or words that are not in the text."""


@dataclass(frozen=True)
class Heading:
    """What the entries under one heading may say. `passage`: the graded value is words of the text, with marks."""

    fields: frozenset[str]
    marks: frozenset[str] = frozenset()
    passage: bool = True
    needs: frozenset[str] = frozenset()
    """One of these marks must be there."""


def _heading(fields: str, marks: str = "", needs: str = "", passage: bool = True) -> Heading:
    return Heading(frozenset(fields.split()), frozenset(marks.split()), passage, frozenset(needs.split()))


HEADINGS: Mapping[str, Heading] = {
    "carrying": _heading("is", passage=False),
    "interview": _heading("is", passage=False),
    "leftovers": _heading(""),
    "sections": _heading("kind"),
    "entities": _heading("kind role country also", passage=False),
    "claims": _heading(
        "speaker form level polarity kind source_kind",
        marks="source cue content via basis",
        needs="source content basis",
    ),
    "events": _heading("type day status actor territory", marks="trigger actor target place", needs="trigger"),
    "numbers": _heading("low high loose", marks="number counts", needs="number"),
    "links": _heading("kind loose", marks="from to signal", needs="signal"),
    "alternatives": _heading("exclusive", marks="option", needs="option"),
    "never": _heading("", marks="source trigger", needs="source trigger"),
}
CARRYING = frozenset({"title", "headline", "outlet", "published", "published_basis", "author"})
INTERVIEW = frozenset({"questions", "answers", "respondent", "questioner", "speakers"})
VALUES: Mapping[tuple[str, str], frozenset[str]] = {
    ("sections", "kind"): frozenset(get_args(records.SectionKind)),
    ("entities", "kind"): frozenset(get_args(records.EntityKind)),
    ("claims", "form"): frozenset(get_args(records.ClaimForm)),
    ("claims", "level"): frozenset(get_args(records.Level)),
    ("claims", "polarity"): frozenset(get_args(records.Polarity)),
    ("claims", "kind"): frozenset(get_args(records.Kind)),
    ("claims", "source_kind"): frozenset(get_args(records.SourceKind)),
    ("events", "status"): frozenset(get_args(records.Status)),
    ("links", "kind"): frozenset(get_args(records.LinkKind)),
}


@dataclass(frozen=True)
class Expectation:
    """One thing a careful analyst reads in a text. `value` is what the grade stands before, as written."""

    heading: str
    grade: str
    value: str
    fields: Mapping[str, Any]

    def accepts(self, field: str) -> tuple[Any, ...]:
        """The values a field may have; empty where the expectation does not speak of it."""
        if field not in self.fields:
            return ()
        given = self.fields[field]
        return tuple(given) if isinstance(given, list) else (given,)


@dataclass(frozen=True)
class Expected:
    """All expectations on one document. `key` is the file's name or the JSONL id."""

    key: str
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True)
class Placed:
    """An expectation whose words were found in a text: the whole passage and its marks by name."""

    expectation: Expectation
    passage: Anchor
    marks: Mapping[str, tuple[Anchor, ...]]


def load(path: Path) -> Expected:
    """The expectations of one file. Raises BadExpectationError for anything the notation does not know."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    key = content.pop("key", None)
    if not isinstance(key, str):
        raise BadExpectationError(f"{path.name} names no document")
    return Expected(key, tuple(_entries(path.name, content)))


def load_all(folder: Path = FOLDER) -> tuple[Expected, ...]:
    """Every file of the folder, in the order of their names."""
    return tuple(load(path) for path in sorted(folder.glob("*.yaml")))


def _entries(file: str, content: Mapping[str, Any]) -> Iterator[Expectation]:
    for heading, entries in content.items():
        if heading not in HEADINGS:
            raise BadExpectationError(f"{file}: no heading is called {heading!r}")
        for entry in entries:
            yield _entry(file, heading, dict(entry))


def _entry(file: str, heading: str, entry: dict[str, Any]) -> Expectation:
    grades = [grade for grade in GRADES if grade in entry]
    if len(grades) != 1:
        raise BadExpectationError(f"{file}: {heading} {entry} needs one of {', '.join(GRADES)}")
    made = Expectation(heading, grades[0], str(entry.pop(grades[0])), entry)
    _check_fields(file, made)
    if HEADINGS[heading].passage:
        _check_marks(file, made)
    return made


def _check_fields(file: str, made: Expectation) -> None:
    heading = HEADINGS[made.heading]
    unknown = made.fields.keys() - heading.fields - {"occurrence"}
    if unknown:
        raise BadExpectationError(f"{file}: {made.heading} has no field {', '.join(sorted(unknown))}")
    for field in made.fields:
        known = VALUES.get((made.heading, field))
        if known and not known.issuperset(made.accepts(field)):
            raise BadExpectationError(f"{file}: {made.fields[field]!r} is no {field} of {made.heading}")
    names = {"carrying": CARRYING, "interview": INTERVIEW}.get(made.heading)
    if names and (made.value not in names or "is" not in made.fields):
        raise BadExpectationError(f"{file}: {made.heading} {made.value!r} is not known or says nothing")
    if made.value == "published_basis" and made.fields["is"] not in get_args(PublishedBasis):
        raise BadExpectationError(f"{file}: {made.fields['is']!r} is no published_basis")


def _check_marks(file: str, made: Expectation) -> None:
    heading = HEADINGS[made.heading]
    try:
        names = {name for name, _ in marked(made.value).marks}
    except BadMarkError as wrong:
        raise BadExpectationError(f"{file}: {wrong}") from wrong
    if names - heading.marks:
        raise BadExpectationError(f"{file}: {made.heading} has no mark {', '.join(sorted(names - heading.marks))}")
    if heading.needs and not names & heading.needs:
        raise BadExpectationError(f"{file}: {made.value!r} marks none of {', '.join(sorted(heading.needs))}")


def place(expectation: Expectation, characters: str) -> Placed:
    """Find the passage. Raises BadExpectationError where it is missing, or occurs more often than the entry says."""
    return place_marked(expectation, marked(expectation.value), characters)


def place_marked(expectation: Expectation, read: Marked, characters: str) -> Placed:
    """The same for a passage whose marks were read already."""
    words = r"\s+".join(re.escape(word) for word in read.text.split())
    found = list(re.finditer(words, characters))
    occurrence = expectation.fields.get("occurrence")
    if occurrence is None and len(found) != 1:
        raise BadExpectationError(f"{len(found)} times in the text: {read.text!r}")
    if occurrence is not None and not 1 <= occurrence <= len(found):
        raise BadExpectationError(f"only {len(found)} times in the text: {read.text!r}")
    start, end = found[(occurrence or 1) - 1].span()
    return Placed(expectation, Anchor(start, end), _marks(read, characters, start, end))


def check_names(expectation: Expectation, characters: str) -> None:
    """Names, roles and speakers are words of the text; another name (`also`) stands there on its own at least once.

    Raises BadExpectationError where one does not.
    """
    names = [*expectation.accepts("speaker"), *expectation.accepts("role"), *expectation.accepts("actor")]
    if expectation.heading == "entities":
        names.append(expectation.value)
    plain = " ".join(characters.split())
    alone = plain.replace(expectation.value, "")
    missing = [name for name in names if name not in plain]
    missing += [name for name in expectation.accepts("also") if name not in alone]
    if missing:
        raise BadExpectationError(f"not in the text: {', '.join(missing)}")


def _marks(read: Marked, characters: str, start: int, end: int) -> Mapping[str, tuple[Anchor, ...]]:
    """Carry the marks over: the passage and the text have the same visible characters in the same order."""
    at = [i for i in range(start, end) if not characters[i].isspace()]
    before = [0]
    for character in read.text:
        before.append(before[-1] + (not character.isspace()))
    found: dict[str, list[Anchor]] = {}
    for name, anchor in read.marks:
        first, last = at[before[anchor.start]], at[before[anchor.end] - 1]
        found.setdefault(name, []).append(Anchor(first, last + 1))
    return {name: tuple(anchors) for name, anchors in found.items()}
