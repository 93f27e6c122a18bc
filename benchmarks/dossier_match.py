"""Hold one expectation against the JSON of format 1. The rules are stated in benchmarks/dossier.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import inf
from typing import Any

from benchmarks.expectations import HEADINGS, Expectation, Placed, place
from sayso.document.anchor import Anchor

Json = Mapping[str, Any]
CONTENT_RECALL = 0.6
CONTENT_SHARE = 0.3
LINK_OVERLAP = 0.5
SECTION_OVERLAP = 0.6
_WORD = re.compile(r"\w+")


def name_words(text: str) -> frozenset[str]:
    """The words of a name, in lower case."""
    return frozenset(word.lower() for word in _WORD.findall(text))


class Reading:
    """A document of format 1 with what is needed to look its records up by words."""

    def __init__(self, read: Json) -> None:
        self.read = read
        self.document: Json = read["document"]
        self.text: str = read["document"]["text"]

    def records(self, layer: str) -> Sequence[Json]:
        """The records of a layer; none where the layer was not made."""
        return self.read[layer] or ()

    @property
    def sections(self) -> Sequence[Json]:
        return self.document["sections"] or ()

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in _WORD.finditer(self.text)]

    def words(self, spans: Iterable[Sequence[int] | Anchor | None]) -> frozenset[int]:
        """Where the words in these spans start."""
        ends = [(s.start, s.end) if isinstance(s, Anchor) else (s[0], s[1]) for s in spans if s]
        return frozenset(start for start in self._starts if any(low <= start < high for low, high in ends))

    @cached_property
    def entities(self) -> Mapping[str, Json]:
        return {entity["id"]: entity for entity in self.records("entities")}

    @cached_property
    def claims(self) -> Mapping[str, Json]:
        return {claim["id"]: claim for claim in self.records("claims")}

    def mentions(self, entity: str | None) -> list[Sequence[int]]:
        """The spans of all mentions of an entity; none for an unknown id."""
        return [mention["span"] for mention in self.entities.get(entity or "", {}).get("mentions", ())]

    def is_named(self, entity: str | None, name: str) -> bool:
        """The entity's name, an alias or a describing mention contains all words of `name`."""
        record = self.entities.get(entity or "")
        if record is None:
            return False
        spans = [m["span"] for m in record["mentions"] if m["form"] != "pronoun"]
        called = [record["name"], *record["aliases"], *(self.text[low:high] for low, high in spans)]
        return any(name_words(name) <= name_words(other) for other in called)


def misses(reading: Reading, expectation: Expectation) -> list[str]:
    """The facets the best record lacks; empty where the expectation is met.

    Raises BadExpectationError where the words are not in the document that was read.
    """
    return CHECKS[expectation.heading](reading, expectation)


def _best(candidates: Iterable[list[str]]) -> list[str]:
    """The shortest list; a record about other words comes last, however well its values agree."""
    return min(candidates, key=lambda missing: ("content" in missing, len(missing)), default=["any record"])


def share(reading: Reading, marks: Iterable[Anchor], spans: Iterable[Sequence[int] | None]) -> tuple[float, float]:
    """Shared words as a share of the expected and of the found words."""
    expected, found = reading.words(marks), reading.words(spans)
    shared = len(expected & found)
    return shared / max(len(expected), 1), shared / max(len(found), 1)


def touches(reading: Reading, marks: Iterable[Anchor], spans: Iterable[Sequence[int] | None]) -> bool:
    """Any word is shared."""
    return bool(reading.words(marks) & reading.words(spans))


def alike(reading: Reading, marks: Iterable[Anchor], spans: Iterable[Sequence[int] | None]) -> bool:
    """At least half of the shorter side is shared."""
    return max(share(reading, marks, spans)) >= LINK_OVERLAP


def _values(expectation: Expectation, found: Mapping[str, Any], *fields: str) -> Iterator[str]:
    """The fields whose value is not an accepted one, as `level certain`."""
    for field in fields:
        accepted = expectation.accepts(field)
        if accepted and found.get(field) not in accepted:
            yield f"{field} {'/'.join(map(str, accepted))} (is {found.get(field)})"


# ---- claims


def _source(reading: Reading, claim: Json | None, marks: Iterable[Anchor]) -> bool:
    if claim is None:
        return False
    source = claim["source"]
    return touches(reading, marks, [source["span"], *reading.mentions(source["entity"])])


def _speaks(reading: Reading, claim: Json, name: str) -> bool:
    source = claim["source"]
    span = source["span"]
    return reading.is_named(source["entity"], name) or bool(
        span and name_words(name) <= name_words(reading.text[span[0] : span[1]])
    )


def _claim_words(reading: Reading, claim: Json, placed: Placed) -> Iterator[str]:
    marks = placed.marks
    if "content" in marks:
        recall, part = share(reading, marks["content"], claim["content"])
        if recall < CONTENT_RECALL or part < CONTENT_SHARE:
            yield "content"
    if "cue" in marks and not touches(reading, marks["cue"], claim["cue"]):
        yield "cue"
    if "source" in marks and not _source(reading, claim, marks["source"]):
        yield "source"
    if "via" in marks and not _source(reading, reading.claims.get(claim["via"] or ""), marks["via"]):
        yield "via"
    if "basis" in marks and not touches(reading, marks["basis"], (claim["certainty"] or {}).get("basis", ())):
        yield "basis"


def _claim(reading: Reading, claim: Json, placed: Placed) -> list[str]:
    expectation = placed.expectation
    certainty = claim["certainty"] or {}
    values = {
        "form": claim["form"],
        "kind": claim["kind"],
        "level": certainty.get("level"),
        "polarity": certainty.get("polarity"),
        "source_kind": claim["source"]["kind"],
    }
    missing = list(_claim_words(reading, claim, placed))
    speaker = expectation.fields.get("speaker")
    if speaker and not _speaks(reading, claim, speaker):
        missing.append(f"speaker {speaker}")
    return [*missing, *_values(expectation, values, *values)]


def _claims(reading: Reading, expectation: Expectation) -> list[str]:
    placed = place(expectation, reading.text)
    return _best(_claim(reading, claim, placed) for claim in reading.records("claims"))


# ---- events, numbers


def _takes_part(reading: Reading, entities: Iterable[str | None], marks: Sequence[Anchor]) -> bool:
    return any(touches(reading, marks, reading.mentions(entity)) for entity in entities)


def _event(reading: Reading, event: Json, placed: Placed) -> Iterator[str]:
    expectation = placed.expectation
    parts = {"actor": event["actors"], "target": event["targets"], "place": [event["place"]]}
    for part, entities in parts.items():
        if part in placed.marks and not _takes_part(reading, entities, placed.marks[part]):
            yield part
    for name in expectation.accepts("actor"):
        if not any(reading.is_named(entity, name) for entity in event["actors"]):
            yield f"actor {name}"
    for name in expectation.accepts("territory"):
        if not reading.is_named((event["territory"] or {}).get("place"), name):
            yield f"territory {name}"
    for day in expectation.accepts("day"):
        if _days(reading, event["time"]) != _interval(str(day)):
            yield f"day {day}"
    yield from _values(expectation, event, "type", "status")


def _interval(day: str) -> tuple[str, str]:
    start, _, end = day.partition("..")
    return start, end or start


def _days(reading: Reading, time: str | None) -> tuple[str | None, str | None] | None:
    return next(((t["start"], t["end"]) for t in reading.records("times") if t["id"] == time), None)


def _events(reading: Reading, expectation: Expectation) -> list[str]:
    placed = place(expectation, reading.text)
    trigger = placed.marks["trigger"]
    triggered = (event for event in reading.records("events") if touches(reading, trigger, event["trigger"]))
    return _best(list(_event(reading, event, placed)) for event in triggered)


def _number(reading: Reading, number: Json, placed: Placed) -> Iterator[str]:
    fields = placed.expectation.fields
    low, high = fields.get("low"), fields.get("high")
    if fields.get("loose"):
        overlap = _or(number["low"], -inf) <= _or(high, inf) and _or(low, -inf) <= _or(number["high"], inf)
        fits = overlap and not (number["low"] is None and number["high"] is None)
    else:
        fits = (number["low"], number["high"]) == (low, high)
    if not fits:
        yield f"range {low}..{high} (is {number['low']}..{number['high']})"
    if "counts" in placed.marks and not touches(reading, placed.marks["counts"], [number["counts_span"]]):
        yield "counts"


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _numbers(reading: Reading, expectation: Expectation) -> list[str]:
    placed = place(expectation, reading.text)
    mark = placed.marks["number"]
    there = (number for number in reading.records("numbers") if touches(reading, mark, [number["span"]]))
    return _best(list(_number(reading, number, placed)) for number in there)


# ---- links, alternatives


def _link(reading: Reading, link: Json, placed: Placed) -> Iterator[str]:
    loose = placed.expectation.accepts("loose")
    for end in ("from", "to"):
        if end in placed.marks and end not in loose and not alike(reading, placed.marks[end], link[end]):
            yield end
    yield from _values(placed.expectation, link, "kind")


def _links(reading: Reading, expectation: Expectation) -> list[str]:
    placed = place(expectation, reading.text)
    signal = placed.marks["signal"]
    there = (link for link in reading.records("links") if touches(reading, signal, link["signal"]))
    return _best(list(_link(reading, link, placed)) for link in there)


def _alternative(reading: Reading, alternative: Json, placed: Placed) -> Iterator[str]:
    for number, option in enumerate(placed.marks["option"], start=1):
        if not any(alike(reading, [option], spans) for spans in alternative["spans"]):
            yield f"option {number}"
    if len(alternative["spans"]) < len(placed.marks["option"]):
        yield "as many options"
    yield from _values(placed.expectation, alternative, "exclusive")


def _alternatives(reading: Reading, expectation: Expectation) -> list[str]:
    placed = place(expectation, reading.text)
    return _best(list(_alternative(reading, found, placed)) for found in reading.records("alternatives"))


# ---- the document


def _carrying(reading: Reading, expectation: Expectation) -> list[str]:
    wanted = expectation.fields["is"]
    found: dict[str, list[Any]] = {
        "author": list(reading.document["authors"]),
        "headline": [
            reading.document["title"],
            *(_plain(reading, s) for s in reading.sections if s["kind"] == "headline"),
        ],
    }
    values = found.get(expectation.value, [reading.document.get(expectation.value)])
    met = wanted in values or (wanted is not None and str(wanted) in values)
    return [] if met else [f"{expectation.value} {wanted} (is {', '.join(map(str, values))})"]


def _plain(reading: Reading, section: Json) -> str:
    low, high = section["span"]
    return " ".join(reading.text[low:high].split())


def _interview(reading: Reading, expectation: Expectation) -> list[str]:
    wanted = expectation.fields["is"]
    kind = "question" if expectation.value in ("questions", "questioner") else "answer"
    own = [s for s in reading.sections if s["kind"] == kind]
    if expectation.value in ("questions", "answers"):
        count = len({s["turn"] for s in own})
        return [] if count == wanted else [f"{wanted} {kind}s (are {count})"]
    if expectation.value == "speakers":
        labels = {" ".join(name_words(reading.text[slice(*s["label"])])) for s in reading.sections if s["label"]}
        return [f"speaker {name}" for name in wanted if not any(name.lower() in label.split() for label in labels)]
    wrong = [s for s in own if not reading.is_named(s["speaker"], wanted)]
    return [f"{len(wrong) or 'all'} {kind}s by {wanted}"] if wrong or not own else []


def _sections(reading: Reading, expectation: Expectation) -> list[str]:
    placed = place(expectation, reading.text)
    accepted = expectation.accepts("kind")
    there = [s for s in reading.sections if share(reading, [placed.passage], [s["span"]])[0] >= SECTION_OVERLAP]
    return [] if any(s["kind"] in accepted for s in there) else [f"kind {accepted} (is {[s['kind'] for s in there]})"]


def _leftovers(reading: Reading, expectation: Expectation) -> list[str]:
    """Met where the words are not in the text, or are set aside as leftovers or captions."""
    words = r"\s+".join(map(re.escape, expectation.value.split()))
    for match in re.finditer(words, reading.text):
        aside = [s["span"] for s in reading.sections if s["kind"] in ("boilerplate", "caption", "byline")]
        if not any(low <= match.start() and match.end() <= high for low, high in aside):
            return ["it is in the text"]
    return []


def _entities(reading: Reading, expectation: Expectation) -> list[str]:
    def missing(entity: Json) -> Iterator[str]:
        role = expectation.fields.get("role")
        if role and not name_words(role) <= name_words(entity["role"] or ""):
            yield f"role {role} (is {entity['role']})"
        for other in expectation.accepts("also"):
            if not any(name_words(other) == name_words(n) for n in (entity["name"], *entity["aliases"])):
                yield f"also {other}"
        country = entity["country"] or (entity["place"] or {}).get("country")
        yield from _values(expectation, {"kind": entity["kind"], "country": country}, "kind", "country")

    named = [e for e in reading.records("entities") if reading.is_named(e["id"], expectation.value)]
    return _best(list(missing(entity)) for entity in named)


def _never(reading: Reading, expectation: Expectation) -> list[str]:
    placed = place(expectation, reading.text)
    claims = [c for c in reading.records("claims") if c["source"]["kind"] != "author"]
    spoken = [c["source"]["span"] for c in claims] if "source" in placed.marks else []
    happened = [s for e in reading.records("events") for s in e["trigger"]] if "trigger" in placed.marks else []
    marks = [anchor for anchors in placed.marks.values() for anchor in anchors]
    return ["it is there"] if touches(reading, marks, [*spoken, *happened]) else []


CHECKS: Mapping[str, Callable[[Reading, Expectation], list[str]]] = {
    "carrying": _carrying,
    "interview": _interview,
    "leftovers": _leftovers,
    "sections": _sections,
    "entities": _entities,
    "claims": _claims,
    "events": _events,
    "numbers": _numbers,
    "links": _links,
    "alternatives": _alternatives,
    "never": _never,
}
assert CHECKS.keys() == HEADINGS.keys()
