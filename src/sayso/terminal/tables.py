"""Claims, events and names as tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sayso.terminal.wording import (
    OUTLET,
    UNSTATED,
    another_version,
    asked,
    command,
    days,
    in_brackets,
    listed,
    many,
    quoted,
    short,
    sure,
    table,
    told_by,
    trust,
)
from sayso.views.claims import ClaimFilter, ClaimPage, ClaimRow
from sayso.views.events import EventFilter, EventPage, EventRow
from sayso.views.stances import StanceFilter, StancePage, StanceSource, Stand
from sayso.views.voices import Voice

Cells = Sequence[str | None]
"""A row as it is shown; None where nothing is stated."""


def claims(console: Console, page: ClaimPage, wanted: ClaimFilter, store: Path | None = None) -> None:
    """Who says it, how sure they are, what they say and where it stands."""
    drawn = table(("voice", 4), ("how sure", 3), ("says", 11))
    for row in page.rows:
        where = f"{_where(row)} · {row.id}"
        drawn.add_row(_voice(row), _sure(row), f"{short(row.content)}\n[dim]{where}[/]")
    if page.rows:
        console.print(drawn)
    _count(console, page, wanted, "claim", store)


def _voice(row: ClaimRow) -> str:
    if row.voice is None and row.form == "narration":
        return OUTLET
    told = in_brackets(row.voice, row.source_type, row.organisation)
    return short(row.voice, 60) + told + told_by(row.told_by)


def _sure(row: ClaimRow) -> str:
    kind = f"[dim]{row.kind}[/]" if row.kind not in (None, "report") else None
    hedges = f"[dim]{quoted(row.hedges, 40)}[/]" if row.hedges else None
    return "\n".join(part for part in (sure(row.polarity, row.level), trust(row.confidence), kind, hedges) if part)


def _where(row: ClaimRow | EventRow | StanceSource) -> str:
    return short(row.outlet or row.key, 40) + (f" · {row.published}" if row.published else "")


def events(console: Console, page: EventPage, wanted: EventFilter, store: Path | None = None) -> None:
    """What happened, who did it to whom, where and when, by whose account."""
    columns = (("what", 4), ("who", 4), ("to whom", 4), ("where, when", 4), ("by whose account", 5))
    if page.rows:
        console.print(_stated(columns, [_event(row) for row in page.rows]))
    _count(console, page, wanted, "event", store)


def _event(row: EventRow) -> Cells:
    numbers = f"[dim]{listed(row.numbers)}[/]" if row.numbers else None
    whom = listed(row.targets) if row.targets else None
    when = days(row.start_day, row.end_day)
    return (
        f"{row.type}\n[dim]{row.status}[/]\n{quoted(row.trigger, 40)}",
        listed(row.actors) if row.actors else None,
        f"{whom or UNSTATED}\n{numbers}" if numbers else whom,
        f"{short(row.place, 40)}\n{when}" if row.place or when != UNSTATED else None,
        f"{short(row.voice, 40) if row.voice else OUTLET}\n[dim]{_where(row)}[/]",
    )


def stances(console: Console, page: StancePage, wanted: StanceFilter, store: Path | None = None) -> None:
    """Who stands where toward whom, and every place where it is told."""
    drawn = table(("who", 4), ("stands", 3), ("toward", 5), ("told", 0), ("words, by whose account", 9))
    for row in page.rows:
        whom = short(row.to, 60) if row.to else quoted(row.toward, 80)
        drawn.add_row(short(row.from_, 60), row.value, whom, _told(row), "\n".join(map(_account, row.sources)))
    if page.rows:
        console.print(drawn)
    _count(console, page, wanted, "stance", store)
    if page.outdated:
        console.print(another_version(page.outdated))


def _told(row: Stand) -> str:
    """In how many texts, and how many of them are no copies of each other."""
    apart = f"\n[dim]{many(row.origins, 'origin')}[/]" if row.documents > row.origins else ""
    return many(row.documents, "text") + apart


def _account(source: StanceSource) -> str:
    voice = short(source.voice, 40) if source.voice else "the outlet"
    return f"{short(source.words, 160)}\n[dim]{voice} · {_where(source)}[/]"


def _stated(columns: Sequence[tuple[str, int]], rows: Sequence[Cells]) -> Table:
    """The rows without the columns in which nothing is stated."""
    kept = [i for i in range(len(columns)) if any(row[i] is not None for row in rows)]
    drawn = table(*(columns[i] for i in kept))
    for row in rows:
        drawn.add_row(*(row[i] or UNSTATED for i in kept))
    return drawn


def _count(
    console: Console, page: ClaimPage | EventPage | StancePage, wanted: Any, what: str, store: Path | None
) -> None:
    if page.total == 0:
        _nothing(console, page, asked(wanted), what, store)
        return
    shown = len(page.rows)
    more = f"; --offset {wanted.offset + shown} shows more" if 0 < shown < page.total - wanted.offset else ""
    console.print(f"[dim]{shown} of {many(page.total, what)}{more}[/]")


def _nothing(
    console: Console, page: ClaimPage | EventPage | StancePage, conditions: str, what: str, store: Path | None
) -> None:
    """What was asked for, how many there are without it, and how to go on."""
    if not conditions or not page.unfiltered:
        console.print(f"there are no {what}s in this store")
        return
    console.print(f"0 of {many(page.unfiltered, what)}: none fits {escape(conditions)}")
    if page.nearest and conditions.count("--") > 1 and page.nearest[0].casefold() in conditions.casefold():
        console.print(f"[dim]{short(page.nearest[0], 80)} is in this store: try fewer conditions[/]")
    elif page.nearest:
        console.print(f"[dim]names like it in this store:[/] {short(', '.join(page.nearest), 200)}")
    else:
        console.print(f"[dim]who is in this store:[/] {escape(command('who', store))}", soft_wrap=True)


def voices(console: Console, found: tuple[Voice, ...], name: str | None = None, store: Path | None = None) -> None:
    """The names with their roles, claims and texts."""
    columns = (("name", 5), ("kind", 3), ("role", 6), ("claims", 0), ("texts", 0))
    if found:
        console.print(_stated(columns, [_named(voice) for voice in found]))
    last = f"[dim]{many(len(found), 'name')}[/]" if found or name is None else _nobody(name, store)
    console.print(last, soft_wrap=True)


def _named(voice: Voice) -> Cells:
    others = f"\n[dim]also {listed(voice.aliases, 80)}[/]" if voice.aliases else ""
    roles = short("; ".join(voice.roles), 100) if voice.roles else None
    told = in_brackets(f"{voice.name} {' '.join(voice.roles)}", voice.type, voice.organisation)
    return short(voice.name, 60) + told + others, voice.kind, roles, str(voice.claims), str(voice.documents)


def _nobody(name: str, store: Path | None) -> str:
    return f"no name here holds {quoted(name)}; [dim]who speaks in this store:[/] {escape(command('who', store))}"
