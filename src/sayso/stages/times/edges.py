"""Words before a time that narrow it or open it: "early", "the end of", "since", "until", "the night of"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.stages.times.lexicon import Lexicon, lexicon
from sayso.stages.times.scene import Reading, Scene

OPENING = {"since": "since", "until": "until", "till": "until", "by": "until", "before": "before", "after": "after"}
NIGHT_OF = re.compile(
    r"\b(?:(?:the|early|late)\s+)*(?P<part>morning|afternoon|evening|night|dawn)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)


def edge(lexicon: Lexicon, characters: str, low: int, start: int) -> tuple[int, str]:
    """Where the words "early", "the end of" … before an expression begin, and their kind; its own start and ""."""
    match = lexicon.edge.search(characters, max(low, start - 40), start)
    if match is None:
        return start, ""
    words = " ".join(match[1].lower().split())
    return match.start(), lexicon.edges[words]


def about(lexicon: Lexicon, characters: str, low: int, start: int) -> int:
    """Where the words "nearly", "at least" … before a length begin; its own start where there are none."""
    match = lexicon.about.search(characters, max(low, start - 25), start)
    return match.start() if match else start


def narrowed(reading: Reading, kind: str, published: date | None) -> Reading:
    """The first, middle or last third of a period; what of it lies before or after publication."""
    if reading.start is None or reading.end is None or reading.kind != "date":
        return reading
    days = (reading.end - reading.start).days
    if kind in {"until-now", "from-now"}:
        return _cut(reading, kind, published)
    if days < 6:
        return reading
    third = timedelta(days // 3)
    start, end = {
        "early": (reading.start, reading.start + third),
        "mid": (reading.start + third, reading.end - third),
        "late": (reading.end - third, reading.end),
    }[kind]
    word = {"early": "first", "mid": "middle", "late": "last"}[kind]
    return replace(reading, start=start, end=end, basis=f"{reading.basis}; the {word} third of it")


def _cut(reading: Reading, kind: str, published: date | None) -> Reading:
    assert reading.start is not None and reading.end is not None
    if published is None or not reading.start < published < reading.end:
        return reading
    if kind == "until-now":
        return replace(reading, end=published, basis=f"{reading.basis}; up to publication")
    return replace(reading, start=published, basis=f"{reading.basis}; from publication on")


def opened(reading: Reading, scene: Scene) -> Reading:
    """ "since March" has no end, "until April" no beginning; only where the time itself is what the word governs."""
    word = OPENING.get(scene.word_before())
    if word is None or reading.start is None or reading.end is None or reading.kind not in {"date", "time"}:
        return reading
    if word in {"before", "after"} and _measured(scene):
        return reading
    if scene.head.dep not in {"pobj", "npadvmod"} or scene.word_after() in {"'s", "’s"}:
        return reading
    whole = reading.kind == "date"
    start, end = reading.start, reading.end
    limits = {
        "since": (start, None),
        "until": (None, end),
        "before": (None, start - timedelta(1) if whole else end),
        "after": (end + timedelta(1) if whole and start != end else start, None),
    }[word]
    return replace(reading, start=limits[0], end=limits[1], basis=f"{reading.basis}; {scene.word_before()} it")


def _measured(scene: Scene) -> bool:
    """ "two days before Christmas" is near the day, and no open end."""
    index = scene.tokens[0].index - 2
    return index >= 0 and scene.sentence.tokens[index].lower in lexicon().words["unit"]


def part_of_day(characters: str, low: int, start: int) -> tuple[int, str]:
    """ "the night of" before a day: where it begins, and the part; its own start and "" where there is none."""
    match = NIGHT_OF.search(characters, max(low, start - 30), start)
    return (match.start(), match["part"].lower()) if match else (start, "")
