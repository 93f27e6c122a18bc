"""Claims, events and names as tables."""

from __future__ import annotations

from rich.console import Console

from sayso.terminal.wording import OUTLET, days, listed, many, quoted, short, sure, table
from sayso.views.claims import ClaimPage, ClaimRow
from sayso.views.events import EventPage, EventRow
from sayso.views.voices import Voice


def claims(console: Console, page: ClaimPage, offset: int) -> None:
    """Who says it, how sure they are, what they say and where it stands."""
    drawn = table(("voice", 4), ("how sure", 3), ("says", 11))
    for row in page.rows:
        where = f"{_where(row)} · {row.id}"
        drawn.add_row(_voice(row), _sure(row), f"{short(row.content)}\n[dim]{where}[/]")
    if page.rows:
        console.print(drawn)
    _count(console, len(page.rows), page.total, offset, "claim")


def _voice(row: ClaimRow) -> str:
    if row.voice is None and row.form == "narration":
        return OUTLET
    return short(row.voice, 60)


def _sure(row: ClaimRow) -> str:
    kind = f"[dim]{row.kind}[/]" if row.kind not in (None, "report") else None
    hedges = f"[dim]{quoted(row.hedges, 40)}[/]" if row.hedges else None
    return "\n".join(part for part in (sure(row.polarity, row.level), kind, hedges) if part)


def _where(row: ClaimRow | EventRow) -> str:
    return short(row.outlet or row.key, 40) + (f" · {row.published}" if row.published else "")


def events(console: Console, page: EventPage, offset: int) -> None:
    """What happened, who did it to whom, where and when, by whose account."""
    drawn = table(("what", 4), ("who", 4), ("to whom", 4), ("where, when", 4))
    drawn.add_column("by whose account", ratio=5, overflow="fold")
    for row in page.rows:
        numbers = f"\n[dim]{listed(row.numbers)}[/]" if row.numbers else ""
        drawn.add_row(
            f"{row.type}\n[dim]{row.status}[/]\n{quoted(row.trigger, 40)}",
            listed(row.actors),
            listed(row.targets) + numbers,
            f"{short(row.place, 40)}\n{days(row.start_day, row.end_day)}",
            f"{short(row.voice, 40) if row.voice else OUTLET}\n[dim]{_where(row)}[/]",
        )
    if page.rows:
        console.print(drawn)
    _count(console, len(page.rows), page.total, offset, "event")


def _count(console: Console, shown: int, total: int, offset: int, what: str) -> None:
    more = f"; --offset {offset + shown} shows more" if offset + shown < total else ""
    console.print(f"[dim]{shown} of {many(total, what)}{more}[/]")


def voices(console: Console, found: tuple[Voice, ...]) -> None:
    """The names with their roles, claims and texts."""
    drawn = table(("name", 5), ("kind", 3), ("role", 6))
    drawn.add_column("claims", justify="right")
    drawn.add_column("texts", justify="right")
    for voice in found:
        others = f"\n[dim]also {listed(voice.aliases, 80)}[/]" if voice.aliases else ""
        roles = short("; ".join(voice.roles) or None, 100)
        drawn.add_row(short(voice.name, 60) + others, voice.kind, roles, str(voice.claims), str(voice.documents))
    if found:
        console.print(drawn)
    console.print(f"[dim]{many(len(found), 'name')}[/]")
