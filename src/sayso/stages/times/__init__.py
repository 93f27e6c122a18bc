"""Times: time expressions with their TIMEX3 values, and the days they stand for.

Values follow TimeML 1.2.1. A time is resolved against the day of publication or against a day that the text told
of before; where neither is known it keeps a value with X in it and no days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.layer import SENTENCES, TIMES
from sayso.document.records import Time, Why
from sayso.stages.stage import Inputs, Stage
from sayso.stages.times import clock, edges, lengths, relative, stated
from sayso.stages.times.doubts import GUARDS
from sayso.stages.times.lexicon import Lexicon, lexicon
from sayso.stages.times.matches import Match, matches
from sayso.stages.times.scene import Found, Reading, Scene, Story

__all__ = ["GUARDS", "MEANINGS", "STAGE", "find"]

MEANINGS: Mapping[str, Callable[[Found, Scene], Reading | None]] = {
    "numeric_day": stated.numeric_day,
    "stated_day": stated.stated_day,
    "day_alone": stated.day_alone,
    "stated_month": stated.stated_month,
    "stated_year": stated.stated_year,
    "spoken_year": stated.spoken_year,
    "stated_decade": stated.stated_decade,
    "stated_century": stated.stated_century,
    "quarter": stated.quarter,
    "half": stated.half,
    "season": stated.a_season,
    "week_of": stated.week_of,
    "holiday": stated.holiday,
    "weekday": relative.weekday,
    "weekend": relative.weekend,
    "deictic": relative.deictic,
    "this_daypart": relative.this_daypart,
    "daypart": relative.daypart,
    "this_unit": relative.this_unit,
    "ago": relative.ago,
    "year_ago": relative.year_ago,
    "year_end": relative.year_end,
    "window": lengths.window,
    "length": lengths.length,
    "every": lengths.every,
    "every_weekday": lengths.every_weekday,
    "cycle": lengths.cycle,
    "reference": lengths.reference,
    "clock": clock.clock,
}
HOURS = frozenset({"clock", "daypart"})
DAYS = frozenset({"weekday", "stated_day", "deictic", "numeric_day"})
NARROWABLE = frozenset({"date", "time"})
APPROXIMATE = frozenset({"length", "ago"})
JOINT = re.compile(r",?\s+(?:on\s+|of\s+)?(?:the\s+)?")


def find(inputs: Inputs) -> Iterator[Time]:
    """The times of every sentence; what the text told of before carries from one sentence to the next."""
    words, story = lexicon(), Story(inputs.document.published)
    characters = inputs.document.characters
    for number, sentence in enumerate(inputs[SENTENCES]):
        found = _joined(matches(sentence, characters, words, story, number), characters)
        times = []
        for match in _days_first(found):
            reading, start = _read(match, characters, words, _low(match, found))
            if reading is not None:
                story.saw(reading, match.scene)
                times.append(_time(inputs, Anchor(start, match.found.end), reading, match.found.rule))
        yield from sorted(times, key=lambda time: time.anchor)


def _low(match: Match, found: list[Match]) -> int:
    """Where the words that may belong to a match begin: at the end of the one before it."""
    place = found.index(match)
    return found[place - 1].found.end if place else match.scene.sentence.anchor.start


def _days_first(found: list[Match]) -> list[Match]:
    """ "at 6 a.m. (0300 GMT) on Thursday": hours at the head of a sentence count from the first day told after them."""
    day = next((i for i, match in enumerate(found) if match.found.means in DAYS), 0)
    if not day or any(match.found.means not in HOURS for match in found[:day]):
        return found
    return [found[day], *found[:day], *found[day + 1 :]]


def _joined(found: list[Match], characters: str) -> list[Match]:
    """ "9:40 p.m. on Tuesday" is one time: the hour takes the day that follows it."""
    kept: list[Match] = []
    for match in found:
        if kept and _takes_day(kept[-1], match, characters):
            clock_match = kept.pop()
            merged = replace(match.found, start=clock_match.found.start)
            scene = replace(match.scene, tokens=clock_match.scene.tokens + match.scene.tokens)
            kept.append(replace(match, found=merged, scene=scene, before=clock_match))
        else:
            kept.append(match)
    return kept


def _takes_day(first: Match, second: Match, characters: str) -> bool:
    if first.found.means not in HOURS or second.found.means not in DAYS:
        return False
    return JOINT.fullmatch(characters, first.found.end, second.found.start) is not None


def _read(match: Match, characters: str, words: Lexicon, low: int) -> tuple[Reading | None, int]:
    """What the match means, and where the expression begins with the words before it that belong to it."""
    found, start = match.found, match.found.start
    try:
        reading = MEANINGS[found.means](found, match.scene)
    except (OverflowError, ValueError):  # a day outside the calendar: before the year 1 or after 9999
        reading = None
    if reading is None:
        return None, start
    if match.before is not None:
        return reading.at(_hour(match.before.found, words)), start
    if found.means in APPROXIMATE:
        return reading, edges.about(words, characters, low, start)
    start, reading = _with_edges(match, reading, characters, words, low)
    return edges.opened(reading, match.scene), start


def _hour(found: Found, words: Lexicon) -> str:
    """The TIMEX3 time of an hour or of a part of the day: T21:40, TNI."""
    if found.means == "clock":
        return clock.time_of_day(found) or ""
    return f"T{words.words['daypart'][found.get('daypart')]}"


def _with_edges(match: Match, reading: Reading, characters: str, words: Lexicon, low: int) -> tuple[int, Reading]:
    start = match.found.start
    if reading.kind not in NARROWABLE or match.found.means == "reference":
        return start, reading
    if reading.period is not None and reading.period.unit == "day":
        begins, part = edges.part_of_day(characters, low, start)
        if part:
            return begins, reading.at(f"T{words.words['daypart'][part]}")
    begins, kind = edges.edge(words, characters, low, start)
    return begins, edges.narrowed(reading, kind, match.scene.published) if kind else reading


def _time(inputs: Inputs, anchor: Anchor, reading: Reading, rule: str) -> Time:
    return Time(
        id=inputs.id("t", anchor, reading.timex3),
        anchor=anchor,
        timex3=reading.timex3,
        kind=reading.kind,
        start=reading.start,
        end=reading.end,
        basis=reading.basis,
        why=Why(f"rule:times.{rule}"),
    )


STAGE = Stage(writes=TIMES, reads=(SENTENCES,), version=2, make=find)
