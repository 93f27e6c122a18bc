"""Values in words: what all screens of the terminal share."""

from __future__ import annotations

import dataclasses
import json
import shlex
import shutil
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

UNSTATED = "[dim]not stated[/]"
OUTLET = "[dim]the outlet[/]"
NO_CONDITIONS = frozenset({"narration", "limit", "offset"})
"""Fields of a filter that leave nothing out."""
MARKS = '“”"'
NARROWEST = 10
"""Columns of a table at least: "hypothetical" may fold, a date must not."""
LONGEST = 240
"""Characters of a quote that a table shows."""


def plain(value: object) -> Any:
    """A view as JSON values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {part.name.rstrip("_"): plain(getattr(value, part.name)) for part in dataclasses.fields(value)}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def as_json(value: object) -> str:
    """A view as one JSON text."""
    return json.dumps(plain(value), ensure_ascii=False, indent=1)


_SIGNS: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(0x20)},  # ␀ to ␟
    0x7F: "␡",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}"),
}
"""Characters that steer a terminal or turn its lines around (C0, C1, bidirectional), and what is shown for them."""


def harmless(words: str) -> str:
    """The words with a visible sign for each character that would steer the terminal."""
    return words.translate(_SIGNS)


def short(words: str | None, longest: int = LONGEST) -> str:
    """The words on one line, cut with an ellipsis; markup in them is text."""
    if words is None:
        return UNSTATED
    line = harmless(" ".join(words.split()))
    return escape(line if len(line) <= longest else line[: longest - 1].rstrip() + "…")


def quoted(words: str, longest: int = 60) -> str:
    """The words in quotation marks, which they may bring along."""
    return f"“{short(words.strip(MARKS), longest)}”"


def listed(words: Iterable[str], longest: int = 60) -> str:
    """Words one after the other; what is not stated says so."""
    return short(", ".join(words) or None, longest)


def many(number: int, what: str) -> str:
    """A number with its noun: "1 claim", "1,204 claims"."""
    return f"{number:,} {what if number == 1 else what + 's'}"


def another_version(outdated: int) -> str:
    """What to say of documents that were analysed by other stages than ours."""
    return (
        f"[yellow]{many(outdated, 'document')} read by another version[/]: what this one adds is not looked at "
        "there, and not listed; add them again"
    )


def sure(polarity: str | None, level: str | None) -> str:
    """How sure the source is, in two words at most."""
    if level is None:
        return "[dim]not looked at[/]"
    return f"{level}, negated" if polarity == "negative" else level


def trust(confidence: str | None) -> str:
    """How far the source trusts its grounds; nothing where it does not say."""
    return f"[dim]{confidence} confidence[/]" if confidence else ""


def kept_away(distance: Iterable[str]) -> str:
    """The words by which whoever passes it on keeps away from it; nothing where there are none."""
    said = " · ".join(distance)
    return f" [dim](at a distance: {quoted(said)})[/]" if said else ""


def days(start: date | None, end: date | None) -> str:
    """A day, or from one to another."""
    if start is None and end is None:
        return UNSTATED
    return str(start) if start == end else f"{start or '…'} to {end or '…'}"


def account(seen: int, made: int, skipped: int, failed: int) -> str:
    """The line that must always add up."""
    return f"{seen} seen = {made} made + {skipped} skipped + {failed} failed"


def table(*columns: tuple[str, int]) -> Table:
    """A table over the whole width, its columns in proportion (0: a number), an empty line between rows."""
    made = Table(box=None, padding=(0, 2, 1, 0), show_edge=False, header_style="bold", expand=True)
    for name, ratio in columns:
        if ratio:
            made.add_column(name, ratio=ratio, min_width=NARROWEST, overflow="fold")
        else:
            made.add_column(name, justify="right")
    return made


def told_by(via: Iterable[str]) -> str:
    """The voices that pass it on, the nearest first; nothing where there are none."""
    chain = ", ".join(via)
    return f"[dim], as told by {short(chain, 80)}[/]" if chain else ""


def in_brackets(said: str | None, *facts: str | None) -> str:
    """What is told of somebody, in brackets, but for what the words `said` tell already."""
    heard = (said or "").casefold()
    told = ", ".join(fact for fact in facts if fact is not None and fact.casefold() not in heard)
    return f" [dim]({short(told, 80)})[/]" if told else ""


def asked(wanted: Any) -> str:
    """The conditions of a filter as they are typed."""
    given = ((part.name, getattr(wanted, part.name)) for part in dataclasses.fields(wanted))
    named = (("text" if name == "words" else name, value) for name, value in given if name not in NO_CONDITIONS)
    return " ".join(f"--{name.rstrip('_')} {shlex.quote(str(value))}" for name, value in named if value is not None)


def command(words: str, store: Path | None = None) -> str:
    """A command as it is typed here, on the store that was named."""
    return f"{program()} {words}" + (f" --store {shlex.quote(str(store))}" if store else "")


def program() -> str:
    """How this program is called from here: by its name where that finds it, else by its path."""
    if shutil.which("sayso"):
        return "sayso"
    beside = Path(sys.executable).with_name("sayso")
    if not beside.exists():
        return "sayso"
    here = Path.cwd()
    return shlex.quote(str(beside.relative_to(here) if beside.is_relative_to(here) else beside))
