"""A store at a glance, for somebody who sees sayso for the first time."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from sayso.terminal.wording import days, many, program, quoted, short
from sayso.views.comparison import Carrier, CountLine, ExplanationDiffers, NumbersDiffer, OriginLine
from sayso.views.summary import Summary, Tally

ARTICLE = re.compile(r"(?:The|An?)\b(?= )")
NAMED = 6
"""Outlets named one by one."""
SHOWN = 2
"""Shared sentences shown of an origin."""
LONG = 88
"""Lines of running words are no longer than this on a wide terminal."""


def summary(console: Console, found: Summary) -> None:
    """What is in the store, where its texts differ, and what to type next."""
    _contents(console, found)
    _voices(console, found)
    _sorts(console, found)
    _origins(console, found)
    for differing in found.numbers:
        _numbers(console, differing)
    for opposed in found.explanations:
        _explanation(console, opposed)
    _next(console, found)


def _headed(console: Console, words: str) -> None:
    console.print(f"\n[bold]{words}[/]")


def _contents(console: Console, found: Summary) -> None:
    span = f", {days(found.first_day, found.last_day)}" if found.first_day else ""
    console.print(
        f"[bold]{escape(found.path)}[/] holds {many(found.documents, 'text')} with {many(found.words, 'word')}{span}."
    )
    known = [outlet.name for outlet in found.outlets if outlet.name]
    rest = f" and {len(known) - NAMED} more" if len(known) > NAMED else ""
    if known:
        console.print(f"[dim]from {short(', '.join(known[:NAMED]), 200)}{rest}[/]")
    if found.undated:
        console.print(f"[dim]{many(found.undated, 'text')} without a known date[/]")


def _voices(console: Console, found: Summary) -> None:
    _headed(console, "Who says most")
    grid = _grid(8)
    for voice in found.voices:
        role = f" [dim]{short(voice.roles[0], 60)}[/]" if voice.roles else ""
        where = "" if voice.documents == 1 else f" [dim]in {voice.documents} texts[/]"
        grid.add_row("", str(voice.claims), f"{short(voice.name, 40)}{role}{where}")
    console.print(grid)


def _grid(width: int, right: bool = True) -> Table:
    """A narrow column on the left and a wide one."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=0)
    grid.add_column(width=width, justify="right" if right else "left", overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _sorts(console: Console, found: Summary) -> None:
    _headed(console, f"{many(found.claims, 'claim')}, {many(found.events, 'event')}")
    grid = _grid(8)
    grid.add_row("", "about", _tallied(map(_within, found.about)))
    grid.add_row("", "kind", _tallied(found.kinds))
    grid.add_row("", "how sure", _tallied(found.levels))
    console.print(grid)


def _within(tally: Tally) -> Tally:
    """A name as it is written within a sentence: the President."""
    name = tally.name or ""
    article = ARTICLE.match(name)
    return Tally(article[0].lower() + name[article.end() :], tally.count) if article else tally


def _tallied(tallies: Iterable[Tally]) -> str:
    return " · ".join(f"{short(tally.name or 'not looked at', 60)} {tally.count}" for tally in tallies)


def _origins(console: Console, found: Summary) -> None:
    part = "" if found.compared == found.documents else f" [dim](the first {found.compared} compared)[/]"
    _headed(console, f"{many(found.compared, 'text')}, {many(found.origins, 'origin')}{part}")
    for line in found.copies:
        _copies(console, line)


def _copies(console: Console, line: OriginLine) -> None:
    names = ", ".join(_name(carrier) for carrier in line.carriers)
    least = f"; each has at least {line.least:.0%} in common with another" if line.least is not None else ""
    said = [f"{len(line.carriers)} are one text with cuts: {names}"]
    said.append(f"[dim]{many(len(line.shared), 'shared sentence')}{least}, as[/]")
    widest = sorted(line.shared, key=lambda one: -len(one.texts))[:SHOWN]
    said.extend(f"[dim]· {quoted(shared.words, LONG)} in {len(shared.texts)}[/]" for shared in widest)
    console.print(Padding("\n".join(said), (0, 0, 0, 2)))


def _name(carrier: Carrier) -> str:
    return short(carrier.outlet or carrier.key, 40)


def _numbers(console: Console, found: NumbersDiffer) -> None:
    """Every different number once, with who gives it and the words of the first."""
    _headed(console, f"The {found.counts}: which number? [dim]({short(', '.join(found.about), 60)})[/]")
    same: dict[tuple[float | None, float | None], list[CountLine]] = {}
    for line in found.lines:
        same.setdefault((line.low, line.high), []).append(line)
    grid = _grid(11)
    for (low, high), lines in same.items():
        grid.add_row("", _range(low, high), "; ".join(dict.fromkeys(map(_giver, lines))))
        grid.add_row("", "", f"[dim]{quoted(_around(lines[0]), LONG)}[/]")
    console.print(grid)


def _range(low: float | None, high: float | None) -> str:
    if low == high and low is not None:
        return f"{low:,.0f}"
    if high is None:
        return f"{low:,.0f} or more"
    return f"{low or 0:,.0f}–{high:,.0f}"


def _giver(line: CountLine) -> str:
    """A voice and where it stands, or the outlet alone; copies are counted, not named."""
    first, *others = line.carriers
    copies = f" and {many(len(others), 'copy').replace('copys', 'copies')}" if others else ""
    day = f", {first.published}" if first.published else ""
    where = f"{_name(first)}{copies}{day}"
    return f"{short(line.voice, 40)} [dim]({where})[/]" if line.voice else where


def _around(line: CountLine) -> str:
    """The words near the number, where the sentence is long."""
    at = line.words.find(line.number)
    start = max(0, at - LONG // 2)
    return line.words if len(line.words) <= LONG or start == 0 else f"…{line.words[start:].partition(' ')[2]}"


def _explanation(console: Console, found: ExplanationDiffers) -> None:
    """Who holds it and who denies it, a voice a line."""
    _headed(console, f"Was it the {short(found.cause, 30)}? [dim]({short(', '.join(found.about), 60)})[/]")
    grid = _grid(9)
    for name, lines in (("held by", found.held), ("denied by", found.denied)):
        for first, line in zip((name, *[""] * len(lines)), lines, strict=False):
            day = f", {line.carrier.published}" if line.carrier.published else ""
            sure = f"{line.level} · " if line.level not in (None, "certain") else ""
            who = short(line.voice, 40) if line.voice else "the outlet"
            grid.add_row("", first, f"{who} [dim]({_name(line.carrier)}{day}) {sure}{quoted(line.words, LONG)}[/]")
    console.print(grid)


def _next(console: Console, found: Summary) -> None:
    _headed(console, "Next")
    store = f"--store {shlex.quote(found.path)}"
    for command in (
        f"claims --about {shlex.quote(_topic(found))} {store}",
        f"events {store}",
        f"who {store}",
        "read YOURFILE",
    ):
        console.print(f"  {program()} {command}", soft_wrap=True, markup=False)


def _topic(found: Summary) -> str:
    """A name to look for: what the texts differ on, else what most claims are about."""
    explained = [name for explanation in found.explanations for name in explanation.about]
    counted = [name for numbers in found.numbers for name in numbers.about]
    names = [*explained, *counted, *(tally.name for tally in found.about if tally.name)]
    return names[0] if names else "NAME"
