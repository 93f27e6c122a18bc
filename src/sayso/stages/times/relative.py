"""Times that are counted from the day of publication, or from a time that the text told of before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.stages.times import numerals
from sayso.stages.times.lengths import length
from sayso.stages.times.lexicon import lexicon
from sayso.stages.times.period import Period, containing
from sayso.stages.times.scene import NO_DATE, PUBLICATION, Found, Reading, Scene, unknown
from sayso.stages.times.tense import AHEAD, PAST, UNCLEAR

NO_BASE = "open: counted from something the text does not date"
BACK = frozenset({"last", "the last", "this past", "past", "the previous", "previous", "the preceding"})
ONWARD = frozenset({"next", "the next", "this coming", "the coming", "the following", "following"})
OF_THE_STORY = frozenset(
    {"the next", "the following", "the previous", "the preceding", "the same", "that same", "that", "the"}
)
UNITS = {
    "D": "day",
    "NI": "day",
    "W": "week",
    "2W": "fortnight",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "10Y": "decade",
    "100Y": "century",
}
NARRATED = 6  # sentences over which "that night" still belongs to the last day told
COMPARING = 4  # sentences over which "a year ago" still compares with the quarter the text tells of
SPARSE = {"fortnight": ("week", 2)}


def weekday(found: Found, scene: Scene) -> Reading | None:
    """The day of that name on the side of publication that the tense points to; publication's own day counts."""
    number = int(lexicon().words["weekday"][found.get("weekday")])
    published = scene.published
    part = _part(found.get("daypart"))
    if published is None:
        return Reading.open(f"XXXX-WXX-{number}{part}", NO_DATE, "time" if part else "date")
    day = _weekday(number, found.get("which"), scene, published)
    reading = Reading.of(Period("day", day), PUBLICATION)
    return reading.at(part) if part else reading


def _weekday(number: int, which: str, scene: Scene, published: date) -> date:
    story = scene.story.said.get("day")
    if which in {"the previous", "the following", "the next"} and story is not None:
        return _step(number, which, story.first)
    back = (published.isoweekday() - number) % 7
    ahead = (number - published.isoweekday()) % 7
    if which:
        if which in BACK:
            return published - timedelta(back or 7)
        return (
            published + timedelta(ahead or (0 if which == "this" else 7)) if which != "this" else _this(scene, number)
        )
    limit = scene.word_before() in {"until", "till", "by"} and scene.tokens[0].index > 1
    to_come = scene.direction == AHEAD or limit
    return published + timedelta(ahead) if to_come else published - timedelta(back)


def _this(scene: Scene, number: int) -> date:
    """ "this Friday": that of the week of publication if the tense is past, else the one to come."""
    assert scene.published is not None
    if scene.direction == PAST:
        return scene.published - timedelta((scene.published.isoweekday() - number) % 7)
    return scene.published + timedelta((number - scene.published.isoweekday()) % 7)


def _step(number: int, which: str, base: date) -> date:
    if which == "the previous":
        return base - timedelta((base.isoweekday() - number) % 7 or 7)
    return base + timedelta((number - base.isoweekday()) % 7 or 7)


def _part(words: str) -> str:
    """The TIMEX3 part of the day: `TNI`; empty for no words."""
    return f"T{lexicon().words['daypart'][words]}" if words else ""


def weekend(found: Found, scene: Scene) -> Reading | None:
    """Of "this weekend" and "the weekend": the latest that has begun, unless the tense points ahead."""
    here = scene.this("weekend")
    if here is None or scene.published is None:
        return Reading.open("XXXX-WXX-WE", NO_DATE)
    which = found.get("which")
    begun = here.first <= scene.published
    if which in ONWARD:
        return Reading.of(here.shift(1) if begun else here, PUBLICATION)
    if which in {"last", "the past", "this past", "the previous"}:
        return Reading.of(here.shift(-1), PUBLICATION)
    early = scene.published.isoweekday() <= 3
    ahead = scene.direction == AHEAD or (scene.direction == UNCLEAR and not early)
    return Reading.of(here if begun or ahead else here.shift(-1), PUBLICATION)


def deictic(found: Found, scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow, tonight; "the day before yesterday"."""
    word = found.get("deictic")
    part = "TNI" if word in {"tonight", "overnight"} else _part(found.get("daypart"))
    if scene.published is None:
        return Reading.open("XXXX-XX-XX" + part, NO_DATE, "time" if part else "date")
    count = int(lexicon().words["deictic"][word]) + {"before": -1, "after": 1}.get(found.get("beyond"), 0)
    reading = Reading.of(Period("day", scene.published).shift(count), PUBLICATION)
    return reading.at(part) if part else reading


def this_daypart(found: Found, scene: Scene) -> Reading | None:
    """ "this morning", "last night" count from publication; "that evening", "the next morning" from the text."""
    which, part = found.get("which"), _part(found.get("daypart"))
    if which in OF_THE_STORY:
        day = scene.story.recent("day", scene.number, NARRATED)
        if day is None:
            return Reading.open("XXXX-XX-XX" + part, NO_BASE, "time")
        moved = day.shift({"the next": 1, "the following": 1, "the previous": -1}.get(which, 0))
        return Reading.of(moved, f"relative to {day.timex3}").at(part)
    if scene.published is None:
        return Reading.open("XXXX-XX-XX" + part, NO_DATE, "time")
    count = {"last": -1, "tomorrow": 1}.get(which, 0)
    return Reading.of(Period("day", scene.published).shift(count), PUBLICATION).at(part)


def daypart(found: Found, scene: Scene) -> Reading | None:
    """ "in the morning": of the day the text tells of, else unknown."""
    part, day = _part(found.get("daypart")), scene.story.recent("day", scene.number, COMPARING)
    if day is None:
        return Reading.open("XXXX-XX-XX" + part, NO_BASE, "time")
    return Reading.of(day, f"relative to {day.timex3}").at(part)


def this_unit(found: Found, scene: Scene) -> Reading | None:
    """ "last month", "this year" count from publication; "the next day", "that year" from the text."""
    unit = UNITS.get(str(lexicon().words["unit"].get(found.get("unit"), "")))
    which = found.get("which")
    if unit is None or unit == "fortnight":
        return None
    if which in OF_THE_STORY and (reading := _of_story(unit, which, scene)) is not None:
        return reading
    here = scene.this(unit)
    if here is None:
        return Reading.open(unknown(unit), NO_DATE)
    if which in {"that", "the same", "that same"} or (unit == "day" and which in OF_THE_STORY - {"the"}):
        return Reading.open(unknown(unit), NO_BASE)
    if "ago" in which or "earlier" in which:
        latest = here.shift(-1) if unit == "quarter" else here
        return _compared(scene.story.said.get(unit) or latest, -1)
    return Reading.of(_counted(here, which, unit), PUBLICATION)


def _counted(here: Period, which: str, unit: str) -> Period:
    if which in BACK or (which in {"the latest", "the"} and unit == "quarter"):
        return here.shift(-1)
    return here.shift(1) if which in ONWARD else here


def _of_story(unit: str, which: str, scene: Scene) -> Reading | None:
    """A unit counted from the last time told; None where the text told of none so fine."""
    if which == "the" and scene.published is not None and unit not in {"day", "quarter"}:
        return None
    if which in {"the", "that", "the same", "that same"}:
        base = scene.story.recent("day", scene.number, NARRATED) if unit == "day" else scene.story.said.get(unit)
        base = base or (scene.story.base(unit) if which != "the" and unit != "day" else None)
        return Reading.of(base, f"relative to {base.timex3}") if base else None
    base = scene.story.base(unit)
    if base is None:
        return None
    return Reading.of(base.shift(-1 if which in BACK else 1), f"relative to {base.timex3}")


def _compared(base: Period, years: int) -> Reading:
    """The same period of another year. The text goes on telling of the base, so nothing counts from this one."""
    return replace(Reading.of(_shifted_year(base, years), f"relative to {base.timex3}"), period=None)


def _shifted_year(period: Period, years: int) -> Period:
    """The same month, quarter … of another year."""
    per_year = {"month": 12, "quarter": 4, "half": 2, "season": 1, "year": 1}.get(period.unit)
    if per_year:
        return period.shift(per_year * years)
    return containing(period.unit, Period("month", period.first).shift(12 * years).first)


def ago(found: Found, scene: Scene) -> Reading | None:
    """So many units before or after publication, or before or after the last time told."""
    unit = UNITS.get(str(lexicon().words["unit"][found.get("unit")]))
    count = numerals.number(found.get("number"))
    way = found.get("way")
    back = way in {"ago", "earlier", "before", "prior", "previously"}
    if unit is None or (count is None and way not in {"ago", "from now", "hence"}):
        return replace(length(found, scene), basis=NO_BASE)
    if count is None:
        return Reading.open("PAST_REF" if back else "FUTURE_REF", "open: how long before or after is not said")
    unit, each = SPARSE.get(unit, (unit, 1))
    steps = count * each + (0.5 if found.get("half") else 0)
    if way not in {"ago", "from now", "hence"}:
        return _from_story(unit, steps, -1 if back else 1, scene)
    return _from_publication(unit, steps, -1 if back else 1, scene)


def _from_publication(unit: str, steps: float, sign: int, scene: Scene) -> Reading:
    quarter = scene.story.recent("quarter", scene.number, COMPARING)
    if unit == "year" and steps == 1 and sign < 0 and quarter is not None:
        return _compared(quarter, -1)
    here = scene.this(unit)
    return _moved(here, steps, sign, PUBLICATION) if here else Reading.open(unknown(unit), NO_DATE)


def _from_story(unit: str, steps: float, sign: int, scene: Scene) -> Reading:
    last = scene.story.recent("quarter", scene.number, COMPARING) or scene.story.last
    if unit == "year" and steps == 1 and last is not None and last.unit in {"quarter", "month", "half", "season"}:
        return _compared(last, sign)
    base = scene.story.base(unit)
    if base is not None:
        return _moved(base, steps, sign, f"relative to {base.timex3}")
    if unit == "year" and sign < 0:  # "from a year earlier" compares with the year of publication
        return _from_publication(unit, steps, sign, scene)
    return Reading.open(unknown(unit), NO_BASE)


def _moved(base: Period, steps: float, sign: int, basis: str) -> Reading:
    """So many units on; halves of years count in months. Long ago beyond the calendar stays open."""
    try:
        if steps != int(steps):
            if base.unit != "year":
                return Reading.open(unknown(base.unit), basis)
            return Reading.of(containing("month", base.first).shift(int(steps * 12) * sign), basis)
        return Reading.of(base.shift(int(steps) * sign), basis)
    except OverflowError:
        return Reading.open("PAST_REF" if sign < 0 else "FUTURE_REF", "open: outside the calendar")


def year_ago(found: Found, scene: Scene) -> Reading | None:
    """ "the year-ago period": the period the text compares, a year before."""
    index = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(found.get("ordinal"))
    said = scene.story.said
    base = said.get("quarter") or scene.this("year")
    if base is None or scene.published is None:
        return Reading.open("XXXX", NO_DATE)
    if index:
        here = Period("quarter", date(scene.published.year, 3 * index - 2, 1))
        base = here if here.first <= scene.published else here.shift(-4)
    return _compared(base, -1)


def year_end(found: Found, scene: Scene) -> Reading | None:
    """The last third of the year of publication."""
    here = scene.this("year")
    if here is None:
        return Reading.open("XXXX", NO_DATE)
    return replace(
        Reading.of(here, f"{PUBLICATION}; the last third of it"), start=date(here.first.year, 9, 1), period=None
    )
