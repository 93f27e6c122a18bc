"""The day of publication where the text itself states it: a dateline, or a line that is a date and nothing else."""

from __future__ import annotations

import re
from datetime import date

from sayso.vocabulary.dates import MONTH, day_of, month_number

NAMED = rf"(?P<month>{MONTH})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
DATES = (
    re.compile(rf"{WEEKDAY}{NAMED}\s+{DAY},?\s+{YEAR}", re.IGNORECASE),
    re.compile(rf"{WEEKDAY}{DAY}\s+{NAMED},?\s+{YEAR}", re.IGNORECASE),
    re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"),
)
# "Published: ", "Last updated on ", "Date of publication: "
LABEL = (
    r"(?:(?:first|last)\s+)?(?:published|updated|modified|posted|issued|released|(?:release\s+|publication\s+)?date)"
)
AROUND = re.compile(
    rf"^\W*(?:{LABEL}(?:\s+(?:on|of\s+(?:publication|issue|release)))?\b\W*)?"
    r"|[\s,;:|–—-]*(?:\bat\s+|T)?(?<![\d./-])\d{1,2}[:.]\d\d(?!\d|[./-]\d).*$|\W*$",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>1[5-9]\d\d|20\d\d)")
YEAR_FIRST = re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)(?P<mark>[./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})")
# "HAVANA, ", "Washington, ", "From our wire services. New Orleans, Thursday, "
PLACE = re.compile(
    r"^\[?(?:(?:By|From)\b[\w ]{2,40}\.\s+)?(?!On |In )[A-Z][\w.']*(?:[ -][A-Z][\w.']*){0,3}(?:, [A-Z][\w. ]+)?,\s*$"
)
CLOSES = re.compile(r"[\])]?\s*(?:\([^)]{2,40}\)\s*)?(?:[-–—:.]|[A-Z]{3}|$)")
TOP_LINES = 8


def stated_date(characters: str) -> date | None:
    """The date in a dateline or on a line of its own, among the first lines that hold anything.

    None as well where the first such line may mean two days (03/04/2024): another line may be of another day.
    """
    lines = [line.strip() for line in characters.splitlines() if line.strip()][:TOP_LINES]
    for line in lines:
        if _two_days(line):
            return None
        found = _only_a_date(line) or _in_dateline(line)
        if found is not None:
            return found
    return None


def _only_a_date(line: str) -> date | None:
    bare = AROUND.sub("", line)
    for form in (*DATES, YEAR_FIRST):
        match = form.fullmatch(bare)
        if match:
            return _date(match)
    numeric = NUMERIC.fullmatch(bare)
    days = _days(numeric) if numeric else ()
    return days[0] if len(days) == 1 else None


def _two_days(line: str) -> bool:
    numeric = NUMERIC.fullmatch(AROUND.sub("", line))
    return numeric is not None and len(_days(numeric)) > 1


def _days(match: re.Match[str]) -> tuple[date, ...]:
    """The days that 20/03/2024 may mean, day or month first; with points the day is always first."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    orders = ((first, second),) if match["mark"] == "." else ((first, second), (second, first))
    return tuple(dict.fromkeys(day for one, other in orders if (day := day_of(year, other, one))))


def _in_dateline(line: str) -> date | None:
    """ "HAVANA, Feb. 16, 1898 (Wire) - The …" or "[August 15, 2015]  BEIRUT (…) - …"."""
    for form in DATES:
        match = form.search(line[:80])
        if match is None:
            continue
        before = line[: match.start()]
        if (not before.strip("[( ") or PLACE.match(before)) and CLOSES.match(line[match.end() :]):
            return _date(match)
    return None


def _date(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else month_number(month)
    return day_of(int(match["year"]), number, int(match["day"]))
