"""Hold what was read in a text of the analysis set (JSON of format 1) against its annotation, heading by heading.

Each function counts and says what is wrong; the rules are stated in benchmarks/analysis.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.analysis_set import LIKELIHOODS, Passage
from benchmarks.dossier_match import CONTENT_RECALL, CONTENT_SHARE, Json, Reading, alike, name_words, share, touches
from benchmarks.expectations import Placed
from benchmarks.links import dice
from sayso.document.anchor import Anchor

DICE = 0.5
Spans = Sequence[Sequence[int]]
NO_OUTLOOK: Json = {"condition": (), "outcome": (), "horizon": None, "addressee": None, "addressee_span": None}
NO_CERTAINTY: Json = {"level": None, "polarity": None, "likelihood": None, "confidence": None}


@dataclass(frozen=True)
class Held:
    """What was counted, and a line for each thing that is wrong, by heading."""

    counts: Mapping[str, int]
    wrong: tuple[tuple[str, str], ...] = ()


class Tally:
    """Counts of one heading in one text, and what is wrong there."""

    def __init__(self, heading: str, passage: Passage) -> None:
        self.heading, self.passage = heading, passage
        self.counts: Counter[str] = Counter()
        self.wrong: list[tuple[str, str]] = []

    def count(self, name: str, number: int | bool = 1) -> None:
        self.counts[f"{self.heading}.{name}"] += int(number)

    def say(self, what: str) -> None:
        self.wrong.append((self.heading, f"{self.passage.id} {what}"))

    @property
    def held(self) -> Held:
        return Held(self.counts, tuple(self.wrong))


def holding(passage: Passage, reading: Reading) -> tuple[Held, ...]:
    """One text under all headings."""
    return tuple(
        compare(passage, reading) for compare in (_kinds, _certainty, _links, _alternatives, _forecasts, _stances)
    )


def one_to_one(scored: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Pairs (annotated, ours) of which each side is taken once, the highest score first."""
    taken: dict[int, int] = {}
    for _, gold, ours in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if gold not in taken and ours not in taken.values():
            taken[gold] = ours
    return taken


def _near(reading: Reading, marks: Iterable[Anchor], spans: Spans) -> float:
    """Dice over words."""
    return dice(reading.words(marks), reading.words(spans))


def fitting(reading: Reading, marks: Sequence[Anchor]) -> list[Json]:
    """The claims about these words, whole, joined with others or in parts, the nearest first."""
    found = []
    for claim in reading.records("claims"):
        shares = share(reading, marks, claim["content"])
        if max(shares) >= CONTENT_RECALL and min(shares) >= CONTENT_SHARE:
            found.append((-_near(reading, marks, claim["content"]), claim))
    return [claim for _, claim in sorted(found, key=lambda pair: pair[0])]


def _said(passage: Passage, spans: Iterable[Anchor | Sequence[int]]) -> str:
    ends = ((s.start, s.end) if isinstance(s, Anchor) else (s[0], s[1]) for s in spans)
    return " … ".join(passage.text[low:high] for low, high in ends)


# ---- kinds, certainty


def _kinds(passage: Passage, reading: Reading) -> Held:
    tally = Tally("kinds", passage)
    for unit in passage.entries("kinds", "must"):
        claims = fitting(reading, unit.marks["content"])
        ours = claims[0]["kind"] if claims else None
        accepted = unit.expectation.accepts("kind")
        gold = ours if ours in accepted else accepted[0]
        tally.count(f"gold.{gold}")
        tally.count(f"ours.{ours}")
        tally.count(f"right.{gold}", ours == gold)
        tally.count("found", bool(claims))
        if ours != gold:
            tally.say(f"{'/'.join(accepted)} is {ours}: {_said(passage, unit.marks['content'])}")
    return tally.held


def _certainty(passage: Passage, reading: Reading) -> Held:
    tally = Tally("certainty", passage)
    for unit in passage.entries("certainty", "must"):
        claims = fitting(reading, unit.marks["content"])
        ours: Json = (claims[0]["certainty"] if claims else None) or NO_CERTAINTY
        same = {name: ours[name] in unit.expectation.accepts(name) for name in ("level", "polarity")}
        right = all(same.values())
        plain = unit.expectation.accepts("level") == ("certain",) and unit.expectation.accepts("polarity") == (
            "positive",
        )
        for name, number in {**same, "all": True, "right": right}.items():
            tally.count(name, number)
        tally.count("marked", not plain)
        tally.count("marked_right", right and not plain)
        if not right:
            tally.say(f"{_sure(unit)} is {ours['level']} {ours['polarity']}: {_said(passage, unit.marks['content'])}")
        _likelihood(tally, unit, ours)
        _confidence(tally, unit, ours)
    return tally.held


def _sure(unit: Placed) -> str:
    return " ".join("/".join(unit.expectation.accepts(name)) for name in ("level", "polarity"))


def _likelihood(tally: Tally, unit: Placed, ours: Json) -> None:
    """Right where the ranges overlap; a range of ours counts as wrong only where nothing at all hedges."""
    bands = [LIKELIHOODS[name] for name in unit.expectation.accepts("likelihood")]
    found = ours["likelihood"]
    if bands or (found and unit.expectation.accepts("level") == ("certain",)):
        right = found is not None and any(found[0] <= high and low <= found[1] for low, high in bands)
        tally.count("likelihood", 1)
        tally.count("likelihood_right", right)
        if not right:
            tally.say(f"likelihood {bands} is {found}: {_said(tally.passage, unit.marks['content'])}")


def _confidence(tally: Tally, unit: Placed, ours: Json) -> None:
    accepted = unit.expectation.accepts("confidence")
    found = ours["confidence"]
    if accepted or found:
        tally.count("confidence", 1)
        tally.count("confidence_right", found in accepted)
        if found not in accepted:
            tally.say(f"confidence {accepted} is {found}: {_said(tally.passage, unit.marks['content'])}")


# ---- links, alternatives


def _entries(passage: Passage, heading: str) -> tuple[Placed, ...]:
    """Those that must be there, then those that may."""
    return (*passage.entries(heading, "must"), *passage.entries(heading, "may"))


def _predicted(tally: Tally, entries: Sequence[Placed], pairs: Mapping[int, int], ours: Sequence[str]) -> None:
    """Count what is asked for, what of it is found, and ours (but for what `may` be there); say what is wrong."""
    must = [at for at, entry in enumerate(entries) if entry.expectation.grade == "must"]
    tally.count("gold", len(must))
    tally.count("right", sum(at in pairs for at in must))
    tally.count("ours", len(ours) - sum(at in pairs for at in range(len(must), len(entries))))
    for at in must:
        if at not in pairs:
            tally.say(f"missing: {entries[at].expectation.value}")
    for at, words in enumerate(ours):
        if at not in pairs.values():
            tally.say(f"too much: {words}")


def _links(passage: Passage, reading: Reading) -> Held:
    tally = Tally("links", passage)
    gold = _entries(passage, "links")
    ours = [link for link in reading.records("links") if not link["implicit"]]
    pairs = one_to_one(_linked(reading, gold, ours))
    words = [" | ".join(_said(passage, link[part]) for part in ("from", "signal", "to")) for link in ours]
    _predicted(tally, gold, pairs, [f"{link['kind']}: {said}" for link, said in zip(ours, words, strict=True)])
    for one, other in pairs.items():
        same = ours[other]["kind"] in gold[one].expectation.accepts("kind")
        tally.count("paired")
        tally.count("kind", same)
        if not same:
            tally.say(f"kind is {ours[other]['kind']}: {gold[one].expectation.value}")
    return tally.held


def _linked(reading: Reading, gold: Sequence[Placed], ours: Sequence[Json]) -> Iterator[tuple[float, int, int]]:
    for i, entry in enumerate(gold):
        for j, link in enumerate(ours):
            ends = [_end(reading, entry.marks[end], link[end]) for end in ("from", "to")]
            if min(ends) >= DICE:
                yield sum(ends), i, j


def _end(reading: Reading, marks: Sequence[Anchor], spans: Spans) -> float:
    """How near the words of an end are, or one piece of it: a pronoun, or what it stands for."""
    return max(_near(reading, piece, spans) for piece in (marks, *([mark] for mark in marks)))


def _alternatives(passage: Passage, reading: Reading) -> Held:
    tally = Tally("alternatives", passage)
    gold, ours = _entries(passage, "alternatives"), reading.records("alternatives")
    pairs = one_to_one(_offered(reading, gold, ours))
    said = [" | ".join(_said(passage, option) for option in found["spans"]) for found in ours]
    _predicted(tally, gold, pairs, said)
    for one, other in pairs.items():
        if gold[one].expectation.grade == "must":
            _set(tally, reading, gold[one], ours[other])
    return tally.held


def _options(reading: Reading, entry: Placed, found: Json) -> int:
    """How many options are alike, one to one."""
    scored = (
        (_near(reading, [option], spans), i, j)
        for i, option in enumerate(entry.marks["option"])
        for j, spans in enumerate(found["spans"])
        if alike(reading, [option], spans)
    )
    return len(one_to_one(scored))


def _offered(reading: Reading, gold: Sequence[Placed], ours: Sequence[Json]) -> Iterator[tuple[float, int, int]]:
    """A set is the same where at least two options are."""
    for i, entry in enumerate(gold):
        for j, found in enumerate(ours):
            if (number := _options(reading, entry, found)) >= 2:
                yield number, i, j


def _set(tally: Tally, reading: Reading, entry: Placed, found: Json) -> None:
    complete = _options(reading, entry, found) == len(entry.marks["option"])
    exclusive = found["exclusive"] in entry.expectation.accepts("exclusive")
    tally.count("complete", complete)
    tally.count("exclusive", exclusive)
    if "question" in entry.marks:
        asked = touches(reading, entry.marks["question"], found["question"])
        tally.count("asked")
        tally.count("question", asked)
        if not asked:
            tally.say(f"question is {_said(tally.passage, found['question'])!r}: {entry.expectation.value}")
    if not (complete and exclusive):
        said = " | ".join(_said(tally.passage, option) for option in found["spans"])
        tally.say(f"is {said}, exclusive {found['exclusive']}: {entry.expectation.value}")


# ---- forecasts, stances


def _forecasts(passage: Passage, reading: Reading) -> Held:
    tally = Tally("forecasts", passage)
    for entry in passage.entries("forecasts", "must"):
        (kind,) = entry.expectation.accepts("kind")
        claims = [claim for claim in fitting(reading, entry.marks["claim"]) if claim["kind"] == kind]
        tally.count(kind)
        tally.count(f"{kind}_found", bool(claims))
        ours: Json = (claims[0]["outlook"] if claims else None) or NO_OUTLOOK
        if kind == "forecast":
            _condition(tally, reading, entry, ours, bool(claims))
            _outcome(tally, reading, entry, ours)
        _part(tally, reading, entry, "horizon", _time(reading, ours))
        _part(tally, reading, entry, "addressee", _addressed(reading, ours))
        if not claims:
            tally.say(f"no {kind}: {entry.expectation.value}")
    return tally.held


def _condition(tally: Tally, reading: Reading, entry: Placed, ours: Json, found: bool) -> None:
    marks, spans = entry.marks.get("condition", ()), ours["condition"]
    right = _near(reading, marks, spans) >= DICE if marks else not spans
    tally.count("with_condition", found and right)
    tally.count("conditional", bool(marks))
    tally.count("conditional_right", bool(marks) and found and right)
    if found and not right:
        tally.say(f"condition is {_said(tally.passage, spans)!r}: {entry.expectation.value}")


def _outcome(tally: Tally, reading: Reading, entry: Placed, ours: Json) -> None:
    if "outcome" in entry.marks:
        right = _near(reading, entry.marks["outcome"], ours["outcome"]) >= DICE
        tally.count("outcome")
        tally.count("outcome_right", right)
        if ours is not NO_OUTLOOK and not right:
            tally.say(f"outcome is {_said(tally.passage, ours['outcome'])!r}: {entry.expectation.value}")


def _time(reading: Reading, ours: Json) -> Spans:
    return [time["span"] for time in reading.records("times") if time["id"] == ours["horizon"]]


def _addressed(reading: Reading, ours: Json) -> Spans:
    spans = [*reading.mentions(ours["addressee"]), ours["addressee_span"]]
    return [span for span in spans if span]


def _part(tally: Tally, reading: Reading, entry: Placed, role: str, spans: Spans) -> None:
    """A horizon or addressee: right where words are shared."""
    marks = entry.marks.get(role, ())
    right = touches(reading, marks, spans)
    tally.count(f"{role}_gold", bool(marks))
    tally.count(f"{role}_ours", bool(spans))
    tally.count(f"{role}_right", right)
    if not right and (marks or spans):
        tally.say(f"{role} is {_said(tally.passage, spans)!r}: {entry.expectation.value}")


def _stances(passage: Passage, reading: Reading) -> Held:
    tally = Tally("stances", passage)
    gold, ours = _entries(passage, "stances"), reading.records("stances")
    scored = list(_standing(reading, gold, ours))
    pairs = one_to_one(pair for pair in scored if _same_value(gold[pair[1]], ours[pair[2]]))
    tally.count("holder_and_target", sum(gold[i].expectation.grade == "must" for i in one_to_one(scored)))
    _predicted(tally, gold, pairs, [_shown(reading, stance) for stance in ours])
    return tally.held


def _shown(reading: Reading, stance: Json) -> str:
    holder, toward, basis = (
        " … ".join(reading.text[low:high] for low, high in spans)
        for spans in ([stance["from_span"]], stance["toward"], stance["basis"])
    )
    target = reading.entities.get(stance["to"] or "", {}).get("name")
    return f"{holder} {stance['value']} {target} ({toward}): {basis}"


def _same_value(entry: Placed, stance: Json) -> bool:
    return stance["value"] in entry.expectation.accepts("value")


def _standing(reading: Reading, gold: Sequence[Placed], ours: Sequence[Json]) -> Iterator[tuple[float, int, int]]:
    """Holder and target are right; those of the right value and with the words it rests on come first."""
    for i, entry in enumerate(gold):
        for j, stance in enumerate(ours):
            if _held_by(reading, entry, stance) and _aimed_at(reading, entry, stance):
                based = touches(reading, entry.marks.get("basis", ()), stance["basis"])
                yield 2.0 * _same_value(entry, stance) + based, i, j


def _held_by(reading: Reading, entry: Placed, stance: Json) -> bool:
    """By the marked words, or by a name: of the entity, or in the words for the holder (a speaker's label)."""
    marks = entry.marks.get("from", ())
    called = name_words(reading.text[slice(*stance["from_span"])]) if stance["from_span"] else frozenset()
    names = entry.expectation.accepts("from")
    named = any(reading.is_named(stance["from"], name) or name_words(name) <= called for name in names)
    return named or touches(reading, marks, [stance["from_span"], *reading.mentions(stance["from"])])


def _aimed_at(reading: Reading, entry: Placed, stance: Json) -> bool:
    """The actor, or the words for the actor or act, share a word with either mark."""
    marks = [*entry.marks.get("to", ()), *entry.marks.get("toward", ())]
    spans: list[Any] = [*reading.mentions(stance["to"]), *stance["toward"]]
    return touches(reading, marks, spans)
