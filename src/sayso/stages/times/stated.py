"""Dates that the text states: days, months, seasons, quarters, years, decades, centuries, feasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sayso.stages.times import numerals
from sayso.stages.times.lexicon import lexicon
from sayso.stages.times.period import Period, containing, easter, season
from sayso.stages.times.scene import NO_DATE, PUBLICATION, Found, Reading, Scene
from sayso.stages.times.tense import AHEAD, PAST, UNCLEAR
from sayso.vocabulary.dates import day_of

STATED = "stated"
LIMIT = 2
WEIGHTS: dict[int, tuple[float, float]] = {PAST: (1, 6), UNCLEAR: (1, 1.5), AHEAD: (3, 1), LIMIT: (1.2, 1)}
"""How much a day before and after publication counts against a year, chosen on TempEval-3 train."""


def numeric_day(found: Found, scene: Scene) -> Reading | None:
    """A day in figures. Where two orders are possible, that nearest to publication."""
    if found.get("mm"):
        return _day(int(found.get("year")), int(found.get("mm")), int(found.get("dd")), STATED)
    year = _full_year(int(found.get("year")), scene)
    one, two = int(found.get("one")), int(found.get("two"))
    orders = [(one, two)] if found.get("sep") == "." else [(two, one), (one, two)]
    days = list(dict.fromkeys(d for day, month in orders if (d := day_of(year, month, day)) is not None))
    if not days:
        return None
    if len(days) == 1:
        return Reading.of(Period("day", days[0]), STATED)
    if scene.published is None:
        return Reading(
            f"{year:04}-XX-XX", "date", min(days), max(days), "stated; day and month may be either way round"
        )
    nearest = min(days, key=lambda d: abs((d - scene.published).days) if scene.published else 0)
    return Reading.of(Period("day", nearest), "stated; the order of day and month that is nearer to publication")


def _full_year(year: int, scene: Scene) -> int:
    """A year of two figures: of the hundred years that end twenty years after publication."""
    if year > 99:
        return year
    latest = (scene.published.year if scene.published else 2010) + 20
    return latest - (latest - year) % 100


def _day(year: int, month: int, day: int, basis: str) -> Reading | None:
    found = day_of(year, month, day)
    return Reading.of(Period("day", found), basis) if found else None


def stated_day(found: Found, scene: Scene) -> Reading | None:
    """A day of a month; where the year is missing it comes from the text or from publication."""
    month = _month(found)
    day, second = int(found.get("day")), found.get("day2")
    last = int(second) if second else day
    if found.get("which") and not found.get("year"):
        return _pointed_day(month, day, found.get("which"), scene)
    year, basis = (int(found.get("year")), STATED) if found.get("year") else _year_of_day(scene, month, day)
    if year is None:
        return Reading.open(f"XXXX-{month:02}-{day:02}", basis) if day <= 31 else None
    reading = _day(year, month, day, basis)
    if reading is None or last <= day or (end := day_of(year, month, last)) is None:
        return reading
    return replace(reading, end=end)


def _pointed_day(month: int, day: int, which: str, scene: Scene) -> Reading | None:
    """ "last Oct. 23": the latest before publication."""
    published = scene.published
    if published is None:
        return Reading.open(f"XXXX-{month:02}-{day:02}", NO_DATE)
    years = (published.year, published.year - 1) if which == "last" else (published.year, published.year + 1)
    days = [d for y in years if (d := day_of(y, month, day)) and (d < published) == (which == "last")]
    return Reading.of(Period("day", days[0]), PUBLICATION) if days else None


def day_alone(found: Found, scene: Scene) -> Reading | None:
    """ "on the 15th": of the month stated, or of the nearest on the side that the tense points to."""
    published, day = scene.published, int(found.get("day"))
    if published is None:
        return Reading.open(f"XXXX-XX-{day:02}", NO_DATE)
    here = containing("month", published)
    shifts = {"this": (0,), "last": (-1,), "next": (1,)}.get(
        found.get("that"), (0,) if found.get("inst") else (0, -1, 1)
    )
    months = [here.shift(count).first for count in shifts]
    days = [d for month in months if (d := day_of(month.year, month.month, day))]
    if not days:
        return None
    weights = WEIGHTS[_side(scene)]
    return Reading.of(Period("day", min(days, key=lambda d: _distance(d, published, *weights))), PUBLICATION)


def _month(found: Found) -> int:
    months: dict[str, int] = dict(lexicon().words["month"])
    return months[found.get("month").rstrip(".")]


def _year_of_day(scene: Scene, month: int, day: int) -> tuple[int | None, str]:
    return _year(scene, lambda year: day_of(year, month, day))


def _year(scene: Scene, begins: Callable[[int], date | None]) -> tuple[int | None, str]:
    """The year of a day, month or season that is stated without one, and how it is known.

    A year stated just before counts most, then the nearest one, weighed by the side the tense points to.
    """
    dated = scene.story.dated
    chapter = scene.story.chapter
    if chapter is not None and scene.tokens[0].index == 0:
        return chapter, f"stated, under the year {chapter}"
    first = begins(dated.first.year) if dated is not None else None
    if dated is not None and first is not None and _near(scene) and first >= dated.first.replace(day=1):
        return dated.first.year, f"stated, with the year of {dated.timex3}"
    published = scene.published
    if published is None:
        told = dated is not None and dated.finer_than("month")  # "in 2022 … in January" may be of any year
        return (dated.first.year, f"stated, with the year of {dated.timex3}") if dated and told else (None, NO_DATE)
    days = {y: day for y in range(published.year - 1, published.year + 2) if (day := begins(y)) is not None}
    if not days:
        return None, NO_DATE
    weights = WEIGHTS[_side(scene)]
    year = min(days, key=lambda y: _distance(days[y], published, *weights))
    return year, f"stated, with the year {PUBLICATION}"


def _near(scene: Scene) -> bool:
    """Whether the last full date of the text stands just before in this section, and so tells the year."""
    story = scene.story
    if story.dated is None or story.section != scene.sentence.section or scene.direction == AHEAD:
        return False
    if story.dated.unit == "year":
        return story.sentence == scene.number
    return story.sentence >= scene.number - 2 and story.dated.unit == "day"


def _side(scene: Scene) -> int:
    """Where a day or month without a year is looked for first: the tense, but for limits ("until October 1")."""
    before = scene.word_before()
    if before in {"effective", "payable"}:
        return AHEAD
    return LIMIT if before in {"until", "till", "by", "before"} else scene.direction


def _distance(day: date, published: date, back: float, ahead: float) -> float:
    """Days from publication, weighed by the side on which they lie."""
    days = (day - published).days
    return -days * back if days < 0 else days * ahead


def stated_month(found: Found, scene: Scene) -> Reading | None:
    """A month; where the year is missing it comes from "this", "last", "next", the text or publication."""
    month = _month(found)
    if found.get("year"):
        return Reading.of(Period("month", date(int(found.get("year")), month, 1)), STATED)
    which = found.get("which")
    if which or found.get("that"):
        return _pointed(Period("month", date(2000, month, 1)), which, found.get("that"), scene)
    year, basis = _year(scene, lambda y: date(y, month, 1))
    if year is None:
        return Reading.open(f"XXXX-{month:02}", basis)
    return Reading.of(Period("month", date(year, month, 1)), basis)


def _pointed(kind: Period, which: str, that: str, scene: Scene) -> Reading:
    """ "last April", "next summer", "July of this year": counted from publication."""
    published = scene.published
    if published is None:
        return Reading.open("XXXX" + kind.timex3[4:], NO_DATE)

    def of(years: int) -> Period:
        return Period(kind.unit, kind.first.replace(year=published.year + years))

    here = of(0)
    told = scene.story.said.get("year") or scene.story.last
    if that == "that" and told is not None:
        return Reading.of(of(told.first.year - published.year), f"relative to {told.timex3[:4]}")
    if that:
        return Reading.of(of({"last": -1, "next": 1}.get(that, 0)), PUBLICATION)
    if which in {"last", "this past", "the previous"}:
        return Reading.of(here if here.last < published - timedelta(31) else of(-1), PUBLICATION)
    if which in {"next", "this coming", "the following"}:
        return Reading.of(here if here.first > published else of(1), PUBLICATION)
    if scene.direction == PAST and here.first > published + timedelta(240):
        here = of(-1)
    return Reading.of(here, PUBLICATION)


def stated_year(found: Found, scene: Scene) -> Reading | None:
    """A year; "the 1988 period" is the part of it that the text compares."""
    quarter = scene.story.said.get("quarter")
    if found.get("compared"):
        compared = int(found.get("compared"))
        if quarter is None:
            return Reading.of(Period("year", date(compared, 1, 1)), STATED)
        return Reading.of(Period("quarter", quarter.first.replace(year=compared)), STATED)
    year = int(found.get("year")) if found.get("year") else _full_year(int(found.get("yy")), scene)
    return Reading.of(Period("year", date(year, 1, 1)), STATED)


def spoken_year(found: Found, scene: Scene) -> Reading | None:
    """ "nineteen ninety-four"."""
    hundreds, tens = numerals.number(found.get("hundreds")), numerals.number(found.get("tens"))
    if hundreds is None or tens is None:
        return None
    return Reading.of(Period("year", date(int(hundreds * 100 + tens), 1, 1)), STATED)


def stated_decade(found: Found, scene: Scene) -> Reading | None:
    """A decade; without its century the latest that has begun by publication."""
    if found.get("tenth"):
        return Reading.of(Period("decade", date(int(found.get("tenth")) * 10, 1, 1)), STATED)
    tens = int(found.get("short")) * 10 if found.get("short") else int(lexicon().words["decade"][found.get("words")])
    latest = scene.published.year if scene.published else 2020
    first = latest - (latest - tens) % 100
    return Reading.of(Period("decade", date(first, 1, 1)), STATED)


def stated_century(found: Found, scene: Scene) -> Reading | None:
    """The 20th century, read as 1900 to 1999 as TIMEX3 does."""
    count = numerals.ordinal(found.get("count"))
    if count is None or not 2 <= count <= 22:
        return None
    return Reading.of(Period("century", date((count - 1) * 100, 1, 1)), STATED)


def quarter(found: Found, scene: Scene) -> Reading | None:
    """A numbered quarter of a stated year, of a year counted from publication, or the latest one that has begun."""
    ordinal = found.get("ordinal")
    index = int(found.get("figure") or 0) or {"second": 2, "third": 3, "fourth": 4, "final": 4}.get(ordinal, 1)
    return _part_of_year("quarter", index, 3, found, scene)


def half(found: Found, scene: Scene) -> Reading | None:
    """The first or second half of a year."""
    index = 1 if found.get("ordinal") == "first" else 2
    return _part_of_year("half", index, 6, found, scene)


def _part_of_year(unit: str, index: int, months: int, found: Found, scene: Scene) -> Reading | None:
    month = (index - 1) * months + 1
    stated = found.get("year") or found.get("year2")
    if stated:
        return Reading.of(Period(unit, date(int(stated), month, 1)), STATED)
    that = found.get("that") or found.get("poss").split(" ")[0]
    published = scene.published
    if published is None:
        return Reading.open(f"XXXX-{unit[0].upper()}{index}", NO_DATE)
    here = Period(unit, date(published.year, month, 1))
    if that in {"this", "last", "next"}:
        return Reading.of(here.shift(_years(unit, {"this": 0, "last": -1, "next": 1}[that])), PUBLICATION)
    if found.get("ago"):
        here = here.shift(_years(unit, -1))
    if here.first > published and scene.direction != AHEAD:
        here = here.shift(_years(unit, -1))
    return Reading.of(here, PUBLICATION)


def _years(unit: str, count: int) -> int:
    return count * {"quarter": 4, "half": 2}[unit]


def a_season(found: Found, scene: Scene) -> Reading | None:
    """A season; "the winter of 1994" may be that at either end of the year."""
    name = str(lexicon().words["season"][found.get("season")])
    if found.get("year"):
        reading = Reading.of(season(name, int(found.get("year"))), STATED)
        if name == "WI" and reading.start is not None:
            return replace(reading, start=date(reading.start.year, 1, 1), basis="stated; at either end of the year")
        return reading
    which = found.get("which")
    if which not in {"", "the", "that"}:
        return _pointed_season(name, which, scene)
    year, basis = _year(scene, lambda y: season(name, y).first)
    if year is None:
        return Reading.open(f"XXXX-{name}", basis)
    return Reading.of(season(name, year), basis)


def _pointed_season(name: str, which: str, scene: Scene) -> Reading:
    published = scene.published
    if published is not None and name == "WI" and published.month < 3 and which == "this":
        return Reading.of(season(name, published.year - 1), PUBLICATION)
    return _pointed(season(name, 2000), which, "", scene)


def week_of(found: Found, scene: Scene) -> Reading | None:
    """The week that holds a stated day."""
    day = stated_day(found, scene)
    if day is None or day.start is None:
        return day
    return Reading.of(containing("week", day.start), day.basis)


def holiday(found: Found, scene: Scene) -> Reading | None:
    """A feast of a stated year, or of the year that the tense points to."""
    name = str(lexicon().words["holiday"][found.get("holiday").replace("’", "'")])
    if found.get("year"):
        return Reading.of(Period("day", _feast(name, int(found.get("year")))), STATED)
    published, which = scene.published, found.get("which")
    if published is not None and which in {"last", "next"}:
        years = range(published.year - 1, published.year + 2)
        days = [d for y in years if ((d := _feast(name, y)) < published) == (which == "last") and d != published]
        return Reading.of(Period("day", max(days) if which == "last" else min(days)), PUBLICATION)
    year, basis = _year(scene, lambda y: _feast(name, y))
    if year is None:
        return Reading.open("XXXX-" + name if name[:1].isdigit() else "XXXX-XX-XX", basis)
    return Reading.of(Period("day", _feast(name, year)), basis)


def _feast(name: str, year: int) -> date:
    if name.startswith("easter"):
        return easter(year) + timedelta(int(name[6:] or 0))
    if name == "thanksgiving":  # the fourth Thursday of November, in the United States
        return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)
    month, day = name.split("-")
    return date(year, int(month), int(day))
