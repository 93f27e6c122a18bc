"""Periods of the calendar: a unit and the day it begins on, with TIMEX3 values and arithmetic.

Days are proleptic Gregorian. Weeks are ISO 8601 weeks; a winter begins in December of the year it is named after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "weekend": 7}
FINENESS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month … `first` is its first day."""

    unit: str
    first: date

    @property
    def last(self) -> date:
        """Its last day. Raises OverflowError at the end of the calendar."""
        if self.unit in DAYS:
            return self.first + timedelta({"day": 0, "week": 6, "weekend": 1}[self.unit])
        return moved(self.first, MONTHS[self.unit]) - timedelta(1)

    def shift(self, count: int) -> Period:
        """The period of the same unit that comes `count` later. Raises OverflowError outside the calendar."""
        if self.unit in DAYS:
            return Period(self.unit, self.first + timedelta(DAYS[self.unit] * count))
        step = 12 if self.unit == "season" else MONTHS[self.unit]
        return Period(self.unit, moved(self.first, step * count))

    def finer_than(self, unit: str) -> bool:
        """Whether the period is at most as long as the unit."""
        return FINENESS.index(self.unit) <= FINENESS.index(unit)

    @property
    def timex3(self) -> str:
        """The TIMEX3 value: 2016-12-10, 2016-W49-WE, 2016-12, 2016-Q4, 2016-WI, 2016, 201, 20."""
        first = self.first
        if self.unit in {"week", "weekend"}:
            number, week, _ = first.isocalendar()
            return f"{number:04}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        year = f"{first.year:04}"
        values = {
            "day": first.isoformat(),
            "month": f"{year}-{first.month:02}",
            "quarter": f"{year}-Q{(first.month + 2) // 3}",
            "half": f"{year}-H{1 if first.month < 7 else 2}",
            "season": f"{year}-{season_of(first.month)}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
        }
        return values[self.unit]


def season_of(month: int) -> str:
    """SP, SU, FA or WI: meteorological seasons of the northern half of the world."""
    return ("WI", "SP", "SU", "FA")[month % 12 // 3]


def moved(day: date, months: int) -> date:
    """The day so many months on, or the last of that month. Raises OverflowError outside the calendar."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= years <= 9999:
        raise OverflowError("outside the calendar")
    for number in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, number)
        except ValueError:
            continue
    raise OverflowError("outside the calendar")


def containing(unit: str, day: date) -> Period:
    """The period of this unit that holds the day; for a weekend that of the day's ISO week."""
    if unit == "day":
        return Period(unit, day)
    if unit in DAYS:
        monday = day - timedelta(day.weekday())
        return Period(unit, monday + timedelta(5 if unit == "weekend" else 0))
    if unit == "season":
        begins = day.month // 3 * 3 or 12
        return Period(unit, date(day.year - (day.month < 3), begins, 1))
    if unit in {"decade", "century"}:
        years = 10 if unit == "decade" else 100
        return Period(unit, date(max(day.year // years * years, 1), 1, 1))
    months = MONTHS[unit]
    return Period(unit, date(day.year, (day.month - 1) // months * months + 1, 1))


def season(name: str, year: int) -> Period:
    """The season SP, SU, FA or WI of a year."""
    return Period("season", date(year, SEASONS[name], 1))


def easter(year: int) -> date:
    """Western Easter Sunday (Anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, ch. 8)."""
    golden, century = year % 19, year // 100
    leap, rest = divmod(century, 4)
    drift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - drift + 15) % 30
    quad, left = divmod(year % 100, 4)
    sunday = (32 + 2 * rest + 2 * quad - moon - left) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
