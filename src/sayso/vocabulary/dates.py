"""Dates as they are written: the months in datelines, whole or cut short ("February", "Feb."), and days in numbers."""

from __future__ import annotations

from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of each month, in their order."""
MONTH = rf"(?:{'|'.join(month.capitalize() for month in MONTHS)})[a-z]*\.?"
"""Pattern of a month's name, whole or cut short."""


def month_number(written: str) -> int:
    """1 for "Jan.", 12 for "December". Raises ValueError for what is no month."""
    return MONTHS.index(written[:3].lower()) + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """The day that these numbers mean; None where there is none: 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
