"""How months are written in datelines and date lines, whole or cut short ("February", "Feb.")."""

from __future__ import annotations

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of each month, in their order."""
MONTH = rf"(?:{'|'.join(month.capitalize() for month in MONTHS)})[a-z]*\.?"
"""Pattern of a month's name, whole or cut short."""


def month_number(written: str) -> int:
    """1 for "Jan.", 12 for "December". Raises ValueError for what is no month."""
    return MONTHS.index(written[:3].lower()) + 1
