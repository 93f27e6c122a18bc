"""The state of a store, and whether everything in it is still what it was."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from sayso.terminal.running import coloured, many_skipped
from sayso.terminal.wording import account, another_version, many, short
from sayso.views.runs import SkipTally, Status
from sayso.views.verification import Verification


def status(console: Console, now: Status) -> None:
    """Counts, runs and losses."""
    counts = (many(now.words, "word"), many(now.claims, "claim"), many(now.events, "event"))
    undated = f"; {many(now.undated, 'document')} without a date" if now.undated else ""
    console.print(
        f"[bold]{escape(now.path)}[/]: {many(now.documents, 'document')} of {many(now.texts, 'text')}, "
        f"{', '.join(counts)}{undated}"
    )
    if now.outdated:
        console.print(another_version(now.outdated))
    for run in now.runs:
        state = "" if run.finished else " [yellow](not finished: still running, or cut off; run it again to go on)[/]"
        console.print(f"run {run.id}  {run.started}  {account(run.seen, run.made, run.skipped, run.failed)}{state}")
    failed = [loss for loss in now.losses if loss.kind == "failed"]
    for loss in failed:
        console.print(f"  {coloured('failed')} [dim]in run {loss.run}[/] {short(loss.message, 600)}")
    if len(failed) < now.failures:
        console.print(f"  [dim]and {now.failures - len(failed):,} more that failed; --json has them all[/]")
    for skip in now.skips:
        console.print(f"  {_skips(skip)}")


def _skips(skip: SkipTally) -> str:
    where = f"[dim]in run {skip.run}[/] "
    if skip.count > 1:
        return many_skipped(skip.code, skip.count, skip.message, where)
    return f"{coloured('skipped')} {where}{short(skip.message, 600)}"


def verification(console: Console, found: Verification) -> None:
    """What was checked, and what did not match."""
    checked = (many(found.originals, "original"), many(found.texts, "text"), many(found.quotes, "quote"))
    faults = len(found.faults)
    result = "[green]all match[/]" if not faults else f"[red]{faults} {'does' if faults == 1 else 'do'} not match[/]"
    console.print(f"{', '.join(checked)} checked: {result}")
    for fault in found.faults:
        console.print(f"  [red]{short(fault, 300)}[/]")
