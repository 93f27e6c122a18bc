"""Which mentions stand inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.stages.entities.seen import Seen

_MARK = re.compile(r"[\"“”]|''|``|\n\s*\n")


def quoted(seen: Sequence[Seen], characters: str) -> list[bool]:
    """For each mention, whether it is inside double quotation marks. A blank line closes whatever is open."""
    inside = False
    found: list[bool] = []
    marks = _MARK.finditer(characters)
    mark = next(marks, None)
    for s in seen:
        while mark is not None and mark.start() < s.mention.anchor.start:
            inside = _after(mark[0], inside)
            mark = next(marks, None)
        found.append(inside)
    return found


def _after(mark: str, inside: bool) -> bool:
    if mark[0] == "\n" or mark in ("”", "''"):
        return False
    return True if mark in ("“", "``") else not inside
