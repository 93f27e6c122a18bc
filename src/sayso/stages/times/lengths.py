"""How long and how often: durations and sets."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.stages.times import numerals
from sayso.stages.times.lexicon import lexicon
from sayso.stages.times.period import moved
from sayso.stages.times.scene import NO_DATE, PUBLICATION, Found, Reading, Scene

LENGTH = "a length of time"
REPEATED = "what comes back has no one day"
HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}
BACK = frozenset({"past", "last", "previous", "preceding", "latest", "recent"})
ONWARD = frozenset({"next", "coming", "upcoming"})


def length(found: Found, scene: Scene) -> Reading:
    """A length of time, not placed in the calendar."""
    return Reading.open(_value(found), LENGTH, "duration")


def _value(found: Found) -> str:
    """The TIMEX3 value: P3D, PT5H30M, PXY."""
    symbol = str(lexicon().words["unit"][found.get("unit") or found.get("longunit")])
    words = found.get("number")
    count = numerals.number(words) if words and not found.get("number2") else None
    if found.get("longunit") or (not words and not found.get("unit").endswith("s")):
        count = 1
    if found.get("half") and count is not None:
        count += 0.5
    clock = "T" if symbol.startswith("T") else ""
    factor, letter = _split(symbol.lstrip("T"))
    if count is None:
        vague = {"10Y": "DE", "100Y": "CE"}.get(symbol, letter)
        return f"P{clock}X{vague}"
    return f"P{clock}{_figure(count * factor, letter, symbol)}"


def _split(symbol: str) -> tuple[int, str]:
    digits = "".join(c for c in symbol if c.isdigit())
    return int(digits or 1), symbol.lstrip("0123456789")


def _figure(count: float, letter: str, symbol: str) -> str:
    whole = int(count)
    if count == whole:
        return f"{whole}{letter}"
    if count - whole == 0.5 and symbol in HALVES:
        return (f"{whole}{letter}" if whole else "") + HALVES[symbol]
    return f"{count:g}{letter}"


def window(found: Found, scene: Scene) -> Reading | None:
    """A stretch before or after publication: "the past five years" ends there. Others are lengths only."""
    value, way = _value(found), found.get("way")
    if way not in BACK | ONWARD:
        return Reading.open(value, LENGTH, "duration")
    published = scene.published
    if published is None:
        return Reading.open(value, NO_DATE, "duration")
    far = _far(found, published, -1 if way in BACK else 1)
    start, end = (far, published) if way in BACK else (published, far)
    return Reading(value, "duration", start, end, PUBLICATION)


def _far(found: Found, published: date, sign: int) -> date | None:
    """The far end of the stretch; None where its length is not known or leaves the calendar."""
    count = numerals.number(found.get("number") or ("one" if not found.get("unit").endswith("s") else ""))
    factor, letter = _split(str(lexicon().words["unit"][found.get("unit")]).lstrip("T"))
    if count is None or found.get("unit") in {"hour", "hours", "minute", "minutes", "seconds"}:
        return None
    steps = count * factor * sign
    try:
        if letter in {"D", "NI"}:
            return published + timedelta(steps)
        if letter in {"W", "WE"}:
            return published + timedelta(7 * steps)
        return moved(published, int(steps * {"M": 1, "Q": 3, "Y": 12}[letter]))
    except OverflowError:
        return None


def every(found: Found, scene: Scene) -> Reading | None:
    """ "every day", "every three months", "a year"."""
    symbol = str(lexicon().words["unit"][found.get("unit")])
    other = found.get("other")
    count = 2 if other == "other" else int(numerals.number(other) or 1) if other else 1
    factor, letter = _split(symbol.lstrip("T"))
    return Reading.open(f"P{'T' if symbol.startswith('T') else ''}{count * factor}{letter}", REPEATED, "set")


def every_weekday(found: Found, scene: Scene) -> Reading | None:
    """ "every Friday", "on Mondays"."""
    words = lexicon().words
    name = found.get("weekday") or found.get("many")
    number = words["weekday"].get(name) or words["weekdays"][name]
    part = found.get("daypart") or found.get("parts").rstrip("s")
    return Reading.open(f"XXXX-WXX-{number}" + (f"T{words['daypart'][part]}" if part else ""), REPEATED, "set")


def cycle(found: Found, scene: Scene) -> Reading | None:
    """ "weekly", "annually"."""
    return Reading.open(str(lexicon().words["cycle"][found.get("cycle")]), REPEATED, "set")


def reference(found: Found, scene: Scene) -> Reading | None:
    """ "now", "recently", "in the future": no days."""
    return Reading.open(found.value or "PRESENT_REF", "open: no days are given")
