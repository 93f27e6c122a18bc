"""The day of publication where the text itself states it: a dateline, or a line that is a date and nothing else."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
DATES = (
    re.compile(rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}", re.IGNORECASE),
    re.compile(rf"{WEEKDAY}{DAY}\s+{MONTH},?\s+{YEAR}", re.IGNORECASE),
    re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"),
)
AROUND = re.compile(
    r"^\W*(?:(?:published|updated|posted|issued)\W*)?|[\s,;:|–—-]*\d{1,2}[:.]\d\d.*$|\W*$", re.IGNORECASE
)
# "HAVANA, ", "Washington, ", "From our wire services. New Orleans, Thursday, "
PLACE = re.compile(
    r"^\[?(?:(?:By|From)\b[\w ]{2,40}\.\s+)?(?!On |In )[A-Z][\w.']*(?:[ -][A-Z][\w.']*){0,3}(?:, [A-Z][\w. ]+)?,\s*$"
)
CLOSES = re.compile(r"[\])]?\s*(?:\([^)]{2,40}\)\s*)?(?:[-–—:.]|[A-Z]{3}|$)")
TOP_LINES = 8


def stated_date(characters: str) -> date | None:
    """The date in a dateline or on a line of its own, among the first lines that hold anything."""
    lines = [line.strip() for line in characters.splitlines() if line.strip()][:TOP_LINES]
    for line in lines:
        found = _only_a_date(line) or _in_dateline(line)
        if found is not None:
            return found
    return None


def _only_a_date(line: str) -> date | None:
    bare = AROUND.sub("", line)
    for form in DATES:
        match = form.fullmatch(bare)
        if match:
            return _date(match)
    return None


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
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
