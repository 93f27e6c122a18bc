"""The ledger on a terminal: what is to come, what became of it, and how well likelihoods held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from sayso.store.resolutions import Resolution
from sayso.terminal.wording import OUTLET, command, in_brackets, many, quoted, short, sure, table
from sayso.views.calibration import Bin, Score
from sayso.views.forecasts import Ledger, OutlookFilter, OutlookRow

BAR = 20
"""Columns of a bar that stands for all."""
COLOURS = {"yes": "green", "no": "red", "partly": "yellow"}


def forecasts(console: Console, ledger: Ledger, wanted: OutlookFilter, store: Path | None = None) -> None:
    """What is to come, whose word it is, on what condition and by when, and what became of it."""
    drawn = table(("whose word", 4), ("what is to come", 10), ("how likely", 4), ("what became of it", 4))
    for row in ledger.rows:
        drawn.add_row(_voice(row), _ahead(row), _likely(row), _became(row.resolution))
    if ledger.rows:
        console.print(drawn)
    _count(console, ledger, wanted, store)
    for one in ledger.lost:
        console.print(
            f"[yellow]note[/] {escape(one.claim)} is resolved ({one.outcome}), but its claim is no more in this store: "
            f"{quoted(one.content, 80)}"
        )
    if ledger.score is not None:
        score(console, ledger.score, ledger.sources)


def resolution(console: Console, made: Resolution) -> None:
    """What was just written down, and how to take it back."""
    what = "taken back" if made.outcome == "undone" else made.outcome
    by = f" by {short(made.person, 60)}" if made.person else ""
    console.print(f"{escape(made.claim)} {quoted(made.content, 200)}: [bold]{what}[/]{by}", soft_wrap=True)
    if made.evidence:
        console.print(f"[dim]shown by {escape(made.evidence)}[/]")


def _voice(row: OutlookRow) -> str:
    said = OUTLET if row.voice is None and row.form == "narration" else short(row.voice, 60)
    where = short(row.outlet or row.key, 40) + (f" · {row.published}" if row.published else "")
    return f"{said}{in_brackets(row.voice, row.source_type, row.organisation)}\n[dim]{where}[/]"


def _ahead(row: OutlookRow) -> str:
    """What would count as come true, the condition, the time limit, who is to do it."""
    lines = [short(row.outcome or row.content)]
    if row.polarity == "negative" and row.likelihood is None and row.outcome:
        lines = [short(row.content)]  # a denial may stand outside the outcome
    if row.condition:
        lines.append(f"[cyan]on condition[/] {short(row.condition)}")
    if row.horizon:
        lines.append(f"[cyan]by[/] {quoted(row.horizon)}" + (f" ({row.until})" if row.until else ""))
    if row.addressee:
        lines.append(f"[cyan]for[/] {short(row.addressee, 60)}")
    return "\n".join([*lines, f"[dim]{row.id}[/]"])


def _likely(row: OutlookRow) -> str:
    if row.kind == "question":
        return ""
    shown = share(*row.likelihood) if row.likelihood else None
    hedges = f"[dim]{quoted(row.hedges, 40)}[/]" if row.hedges else None
    return "\n".join(part for part in (shown, sure(row.polarity, row.level), hedges) if part)


def share(low: float, high: float) -> str:
    """A range of likelihood: 60 to 75 %."""
    return f"{round(low * 100)} to {round(high * 100)} %"


def _became(found: Resolution | None) -> str:
    if found is None:
        return "[dim]open[/]"
    colour = COLOURS.get(found.outcome, "bold")
    lines = [f"[{colour}]{found.outcome}[/]"]
    lines += [f"[dim]shown by {escape(found.evidence)}[/]"] if found.evidence else []
    lines += [short(found.note, 80)] if found.note else []
    by = f"{short(found.person, 40)}, " if found.person else ""
    return "\n".join([*lines, f"[dim]{by}{found.made.date()}[/]"])


def _count(console: Console, ledger: Ledger, wanted: OutlookFilter, store: Path | None) -> None:
    """How many, how to see more, and what else looks ahead."""
    shown = len(ledger.rows)
    if ledger.total:
        rest = ledger.total - wanted.offset - shown
        more = f"; --offset {wanted.offset + shown} shows more" if shown and rest > 0 else ""
        console.print(f"[dim]{shown} of {many(ledger.total, wanted.kind)}{more}[/]")
    else:
        console.print(f"0 of {many(ledger.kinds[wanted.kind], wanted.kind)} in this store fit")
    if ledger.nearest:
        console.print(f"[dim]names like it in this store:[/] {short(', '.join(ledger.nearest), 200)}")
    others = [f"{many(count, kind)}" for kind, count in ledger.kinds.items() if kind != wanted.kind and count]
    if others:
        console.print(f"[dim]also here: {', '.join(others)} (--kind)[/]")
    if wanted.kind != "question" and any(row.resolution is None for row in ledger.rows):
        how = command("resolve ID --outcome yes|no|partly", store)
        console.print(f"[dim]to write down what became of one:[/] {escape(how)}", soft_wrap=True)


def score(console: Console, found: Score, sources: tuple[Score, ...]) -> None:
    """Brier score and calibration, over all and for each voice."""
    console.print(
        f"\n[bold]How well likelihoods held[/] [dim]({many(found.count, 'resolved forecast')} with a range)[/]"
    )
    console.print(f"  {_brier(found)}; always saying 50 % gives 0.250; the middle of each range is taken for it")
    for line in plot(found.bins):
        console.print(f"  {line}")
    if len(sources) > 1:
        for one in sources:
            console.print(f"  {short(one.voice, 60) if one.voice else OUTLET}: {_brier(one)}")


def _brier(found: Score) -> str:
    few = "" if found.enough else ", too few to judge anybody by"
    return f"Brier score {found.brier:.3f} (n={found.count}{few})"


def plot(bins: tuple[Bin, ...]) -> Iterator[str]:
    """A line for each bin: what was said, what came, and a bar for each."""
    for one in bins:
        label = f"{round(one.low * 100):>3}–{round(one.high * 100):<3} %"
        yield f"{label}  said {_bar(one.said)} {round(one.said * 100):>3} %"
        yield f"{'':8}  came {_bar(one.came)} {round(one.came * 100):>3} %  [dim]n={one.count}[/]"


def _bar(value: float) -> str:
    filled = round(value * BAR)
    return "█" * filled + "·" * (BAR - filled)
