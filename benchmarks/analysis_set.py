"""The analysis set: short texts of our own and what is to be read in them, as sets/analysis/README.md tells.

An entry is an Expectation (see expectations.py) under one of the `HEADINGS` below; all six stand under every text.

    python -m benchmarks.analysis_set FILE     refuse what is wrong in a half, count what is there
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

import yaml
from tests.marked import BadMarkError, Marked, marked

from benchmarks.expectations import BadExpectationError, Expectation, Placed, place_marked
from sayso.document import records
from sayso.document.anchor import Anchor

FOLDER = Path(__file__).parent / "sets" / "analysis"
GRADES = ("must", "may")
FIELDS = frozenset({"id", "style", "published", "title", "text"})
KINDS: tuple[str, ...] = get_args(records.Kind)
STANCES = frozenset({"supports", "opposes", "blames", "praises", "neutral"})
LIKELIHOODS: Mapping[str, tuple[float, float]] = {
    "remote": (0.01, 0.05),
    "very-unlikely": (0.05, 0.20),
    "unlikely": (0.20, 0.45),
    "even": (0.45, 0.55),
    "likely": (0.55, 0.80),
    "very-likely": (0.80, 0.95),
    "almost-certain": (0.95, 0.99),
}
"""The bands of Intelligence Community Directive 203 (2015), as shares of 1."""
TWO_CLOSE = re.compile(r"\](?=\])")
LINE_END = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True)
class Form:
    """What an entry under a heading may say. Each of `needs` names marks of which one must be there."""

    marks: frozenset[str]
    needs: tuple[frozenset[str], ...]
    values: Mapping[str, frozenset[Any]]
    required: frozenset[str]
    free: frozenset[str] = frozenset({"occurrence"})


def _form(needs: str, marks: str = "", free: str = "", **values: Any) -> Form:
    """`needs` parts marks by spaces, and those of which one is enough by a bar; a value that ends in _ may miss."""
    needed = tuple(frozenset(any_of.split("|")) for any_of in needs.split())
    known = {name.rstrip("_"): frozenset(allowed) for name, allowed in values.items()}
    required = frozenset(name for name in values if not name.endswith("_"))
    every = frozenset(marks.split()).union(*needed)
    return Form(every, needed, known, required, frozenset({"occurrence", *free.split()}))


HEADINGS: Mapping[str, Form] = {
    "kinds": _form("content", kind=KINDS),
    "certainty": _form(
        "content",
        "basis",
        level=get_args(records.Level),
        polarity=get_args(records.Polarity),
        likelihood_=LIKELIHOODS,
        confidence_=("low", "moderate", "high"),
    ),
    "links": _form("from to signal", kind=get_args(records.LinkKind)),
    "alternatives": _form("option", "question", exclusive=(True, False)),
    "forecasts": _form("claim", "condition horizon outcome addressee", kind=("forecast", "recommendation")),
    "stances": _form("to|toward", "from basis", free="from", value=STANCES),
}


@dataclass(frozen=True)
class Passage:
    """A text and what is to be read in it, by heading and in the order of the file."""

    id: str
    title: str | None
    published: date | None
    text: str
    placed: Mapping[str, tuple[Placed, ...]]

    def entries(self, heading: str, grade: str) -> tuple[Placed, ...]:
        """The entries of one grade."""
        return tuple(entry for entry in self.placed[heading] if entry.expectation.grade == grade)


def load(path: Path) -> tuple[Passage, ...]:
    """The texts of a half. Raises BadExpectationError, naming text and entry, for all that the format does not know."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(listed, list) or not all(isinstance(given, dict) and "id" in given for given in listed):
        raise BadExpectationError(f"{path.name} is no list of texts, each with an id")
    names = [given["id"] for given in listed]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise BadExpectationError(f"{path.name} has two texts {', '.join(twice)}")
    return tuple(read(given) for given in listed)


def read(given: Mapping[str, Any]) -> Passage:
    """One text. Raises BadExpectationError."""
    name = str(given["id"])
    if wrong := sorted((given.keys() ^ (FIELDS | HEADINGS.keys())) - {"title"}):
        raise BadExpectationError(f"{name}: unknown or missing: {', '.join(wrong)}")
    text = LINE_END.sub(" ", given["text"].strip())
    placed = {heading: tuple(_entries(name, heading, given[heading], text)) for heading in HEADINGS}
    made = Passage(name, given.get("title"), given["published"], text, placed)
    _check_forecasts(made)
    return made


def _entries(name: str, heading: str, entries: list[dict[str, Any]], text: str) -> Iterator[Placed]:
    for entry in entries:
        try:
            made = _expectation(heading, dict(entry))
            read = _marked(made.value)
            _check_marks(made, [name for name, _ in read.marks])
            yield place_marked(made, read, text)
        except (BadExpectationError, BadMarkError) as wrong:
            raise BadExpectationError(f"{name}, {heading}: {wrong}") from wrong


def _expectation(heading: str, entry: dict[str, Any]) -> Expectation:
    grades = [grade for grade in GRADES if grade in entry]
    if len(grades) != 1:
        raise BadExpectationError(f"{entry} needs one of {', '.join(GRADES)}")
    made = Expectation(heading, grades[0], str(entry.pop(grades[0])), entry)
    _check_fields(HEADINGS[heading], made)
    return made


def _marked(source: str) -> Marked:
    """Marked text in which `]]` closes two marks. Raises BadMarkError."""
    parted = marked(TWO_CLOSE.sub("]\0", source))
    gaps = [at for at, character in enumerate(parted.text) if character == "\0"]
    marks = ((name, Anchor(*(at - bisect_left(gaps, at) for at in (a.start, a.end)))) for name, a in parted.marks)
    return Marked(parted.text.replace("\0", ""), tuple(marks))


def _check_fields(form: Form, made: Expectation) -> None:
    if unknown := sorted(made.fields.keys() - form.values.keys() - form.free):
        raise BadExpectationError(f"no field {', '.join(unknown)}: {made.value!r}")
    if missing := sorted(form.required - made.fields.keys()):
        raise BadExpectationError(f"no {' and no '.join(missing)} is given: {made.value!r}")
    for field, allowed in form.values.items():
        if not allowed.issuperset(made.accepts(field)):
            raise BadExpectationError(f"{made.fields[field]!r} is no {field}: {made.value!r}")


def _check_marks(made: Expectation, names: list[str]) -> None:
    form = HEADINGS[made.heading]
    if unknown := sorted(set(names) - form.marks):
        raise BadExpectationError(f"no mark is called {', '.join(unknown)}: {made.value!r}")
    for any_of in form.needs:
        if not any_of.intersection(names):
            raise BadExpectationError(f"nothing is marked {' or '.join(sorted(any_of))}: {made.value!r}")
    if made.heading == "alternatives" and names.count("option") < 2:
        raise BadExpectationError(f"one option is no alternative: {made.value!r}")


def _check_forecasts(passage: Passage) -> None:
    """Every unit that is a forecast or recommendation has its entry, and the other way round."""
    units = {
        (unit.expectation.fields["kind"], unit.marks["content"])
        for unit in passage.placed["kinds"]
        if unit.expectation.fields["kind"] in ("forecast", "recommendation")
    }
    told = {(entry.expectation.fields["kind"], entry.marks["claim"]) for entry in passage.placed["forecasts"]}
    for kind, anchors in sorted(units ^ told, key=str):
        where = "forecasts" if (kind, anchors) in units else "kinds"
        raise BadExpectationError(f"{passage.id}: not among the {where}: {kind} {_words(passage.text, anchors)!r}")


def _words(text: str, anchors: tuple[Anchor, ...]) -> str:
    return " … ".join(anchor.words(text) for anchor in anchors)


def counted(passages: Iterable[Passage]) -> str:
    """How many entries that must be found, by heading and first value."""
    counts = Counter(
        f"{heading:13} {next(map(str, entry.expectation.accepts(next(iter(HEADINGS[heading].values)))))}"
        for passage in passages
        for heading in HEADINGS
        for entry in passage.entries(heading, "must")
    )
    return "\n".join(f"{name:28} {counts[name]:4}" for name in sorted(counts))


def main(arguments: list[str]) -> int:
    """The command line."""
    for path in arguments:
        passages = load(Path(path))
        print(f"{path}: {len(passages)} texts\n{counted(passages)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
