"""Views on a terminal: tables that fit its width, words shortened for display only."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sayso.views.claims import ClaimPage
from sayso.views.events import EventPage
from sayso.views.page import ClaimLine, Page
from sayso.views.runs import Status
from sayso.views.verification import Verification
from sayso.views.voices import Voice

UNSTATED = "[dim]not stated[/]"
LONGEST = 240
"""Characters of a quote that a table shows; the whole is in --json."""


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


def short(words: str | None, longest: int = LONGEST) -> str:
    """The words on one line, cut with an ellipsis; markup in them is text."""
    if words is None:
        return UNSTATED
    line = " ".join(words.split())
    return escape(line if len(line) <= longest else line[: longest - 1].rstrip() + "…")


def sure(polarity: str | None, level: str | None) -> str:
    """How sure the source is, in two words at most."""
    if level is None:
        return "[dim]not looked at[/]"
    return level if polarity in (None, "positive") else f"{'not' if polarity == 'negative' else 'unclear'}, {level}"


def claims(console: Console, page: ClaimPage, offset: int) -> None:
    """The claims as a table."""
    table = Table(box=None, padding=(0, 1), show_edge=False, header_style="bold")
    for name, ratio in (("voice", 3), ("how sure", 2), ("says", 9), ("where", 3)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for row in page.rows:
        voice = short(row.voice, 60) if row.voice or row.form != "narration" else "[dim]the outlet[/]"
        hedges = f"\n[dim]“{short(row.hedges, 40)}”[/]" if row.hedges else ""
        where = short(row.outlet or row.key, 40) + (f"\n[dim]{row.published}[/]" if row.published else "")
        table.add_row(voice, sure(row.polarity, row.level) + hedges, short(row.content), f"{where}\n[dim]{row.id}[/]")
    console.print(table)
    _count(console, len(page.rows), page.total, offset, "claims")


def events(console: Console, page: EventPage, offset: int) -> None:
    """The events as a table."""
    table = Table(box=None, padding=(0, 1), show_edge=False, header_style="bold")
    for name, ratio in (("what", 3), ("who", 3), ("to whom", 3), ("where, when", 3), ("by whose account", 3)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for row in page.rows:
        what = f"{row.type} [dim]{row.status}[/]\n“{short(row.trigger, 40)}”"
        numbers = f"\n[dim]{short('; '.join(row.numbers), 60)}[/]" if row.numbers else ""
        account = short(row.voice, 40) if row.voice else "[dim]the outlet[/]"
        table.add_row(
            what,
            short(", ".join(row.actors) or None, 60),
            short(", ".join(row.targets) or None, 60) + numbers,
            f"{short(row.place, 40)}\n{_days(row.start_day, row.end_day)}",
            f"{account}\n[dim]{short(row.outlet or row.key, 40)}[/]",
        )
    console.print(table)
    _count(console, len(page.rows), page.total, offset, "events")


def _days(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return UNSTATED
    return str(start) if start == end else f"{start or '…'} to {end or '…'}"


def _count(console: Console, shown: int, total: int, offset: int, what: str) -> None:
    more = f"; --offset {offset + shown} shows more" if offset + shown < total else ""
    console.print(f"[dim]{shown} of {total} {what}{more}[/]")


def voices(console: Console, found: tuple[Voice, ...]) -> None:
    """The names as a table."""
    table = Table(box=None, padding=(0, 1), show_edge=False, header_style="bold")
    for name, ratio in (("name", 4), ("kind", 2), ("role", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    table.add_column("claims", justify="right")
    table.add_column("texts", justify="right")
    for voice in found:
        names = short(voice.name, 60) + (
            f"\n[dim]also {short(', '.join(voice.aliases), 80)}[/]" if voice.aliases else ""
        )
        table.add_row(
            names, voice.kind, short("; ".join(voice.roles) or None, 100), str(voice.claims), str(voice.documents)
        )
    console.print(table)


def status(console: Console, now: Status) -> None:
    """The state of a store."""
    console.print(
        f"[bold]{escape(now.path)}[/]: {now.documents} documents of {now.texts} texts, {now.words:,} words, "
        f"{now.claims} claims, {now.events} events; {now.undated} documents without a date"
    )
    for run in now.runs:
        state = "" if run.finished else " [yellow](cut off; run it again to go on)[/]"
        console.print(f"run {run.id}  {run.started}  {account(run.seen, run.made, run.skipped, run.failed)}{state}")
    for loss in now.losses:
        console.print(f"  [{'red' if loss.kind == 'failed' else 'dim'}]{loss.kind}[/] {short(loss.message, 400)}")


def account(seen: int, made: int, skipped: int, failed: int) -> str:
    """The line that must always add up."""
    return f"{seen} seen = {made} made + {skipped} skipped + {failed} failed"


def verification(console: Console, found: Verification) -> None:
    """What was checked, and what did not match."""
    console.print(
        f"{found.originals} originals, {found.texts} texts and {found.quotes} quotes checked: "
        + ("[green]all match[/]" if not found.faults else f"[red]{len(found.faults)} do not match[/]")
    )
    for fault in found.faults:
        console.print(f"  [red]{short(fault, 300)}[/]")


def page(console: Console, found: Page) -> None:
    """One text with everything found in it."""
    console.rule(f"[bold]{short(found.title or found.key, 100)}[/]", align="left")
    dated = f"{found.published} ({found.published_basis})" if found.published else "date not known"
    console.print(f"[dim]{short(found.outlet or 'outlet not known', 60)} · {dated} · {found.words} words[/]")
    for note in found.notes:
        console.print(f"[yellow]note[/] {short(note, 300)}")
    _voices(console, found)
    _claims(console, found.claims)
    _events(console, found)
    _links(console, found)


def _voices(console: Console, found: Page) -> None:
    if found.voices:
        console.print("\n[bold]Voices[/]")
    for name, role, count in found.voices:
        console.print(f"  {short(name, 60)}{f', [dim]{short(role, 100)}[/]' if role else ''}: {count} claims")


def _claims(console: Console, found: tuple[ClaimLine, ...] | None) -> None:
    if found is None:
        return
    console.print("\n[bold]Claims[/]")
    table = Table(box=None, padding=(0, 1), show_edge=False, show_header=False)
    for ratio in (3, 2, 9):
        table.add_column(ratio=ratio, overflow="fold")
    for line in found:
        kind = f"[dim]{line.kind}[/]" if line.kind not in (None, "report") else ""
        hedges = f"[dim]“{short(' · '.join(line.hedges), 60)}”[/]" if line.hedges else ""
        rows = "\n".join(part for part in (line.sure, hedges, kind) if part)
        table.add_row(short(line.voice, 60) if line.voice else UNSTATED, rows, short(line.content))
    console.print(table)


def _events(console: Console, found: Page) -> None:
    if not found.events:
        return
    console.print("\n[bold]Events[/]")
    table = Table(box=None, padding=(0, 1), show_edge=False, show_header=False)
    for ratio in (4, 4, 4, 4):
        table.add_column(ratio=ratio, overflow="fold")
    for line in found.events:
        where = " · ".join(word for word in (line.place, line.when) if word)
        whom = short(", ".join(line.targets) or None, 60)
        numbers = f"\n[dim]{short('; '.join(line.numbers), 60)}[/]" if line.numbers else ""
        what = f"{line.type} [dim]{line.status}[/]\n“{short(line.trigger, 40)}”"
        table.add_row(what, short(", ".join(line.actors) or None, 60), whom + numbers, short(where or None, 60))
    console.print(table)


def _links(console: Console, found: Page) -> None:
    if found.links:
        console.print("\n[bold]Why[/]")
    for link in found.links or ():
        console.print(f"  [bold]{link.kind}[/] {short(link.from_, 110)} [bold]→[/] {short(link.to, 110)}")
    for question, options in found.alternatives or ():
        console.print(f"\n[bold]Explanations offered[/]{f' for “{short(question, 120)}”' if question else ''}")
        for option in options:
            console.print(f"  · {short(option, 200)}")
