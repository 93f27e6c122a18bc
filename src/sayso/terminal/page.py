"""One text on a terminal: who speaks, what they say and how sure they are, what happened, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from sayso.terminal.wording import OUTLET, in_brackets, kept_away, listed, many, quoted, short, sure, told_by, trust
from sayso.views.page import Choice, ClaimLine, EventLine, LinkLine, Page, StanceLine

LEFT = 17
"""Width of the column on the left: how sure, what kind."""
SAID = 600
"""Characters of one claim that are shown."""


def page(console: Console, found: Page) -> None:
    """One text with everything found in it."""
    console.rule()
    console.print(f"[bold]{short(found.title or found.key, 300)}[/]")
    dated = f"{found.published} ({found.published_basis})" if found.published else "date not known"
    outlet = short(found.outlet or "outlet not known", 60)
    console.print(f"[dim]{outlet} · {dated} · {many(found.words, 'word')} · {short(found.key, 100)}[/]")
    for note in found.notes:
        console.print(f"[yellow]note[/] {short(note, 300)}")
    _voices(console, found)
    _claims(console, found.claims or ())
    _events(console, found.events or ())
    _links(console, found.links or ())
    _choices(console, found.alternatives or ())
    _stances(console, found.stances or ())
    console.print()


def _headed(console: Console, name: str, lines: Sequence[object]) -> None:
    if lines:
        console.print(f"\n[bold]{name}[/] [dim]({len(lines)})[/]")


def _grid() -> Table:
    """A narrow column on the left and a wide one, under the heading of their part."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=1)
    grid.add_column(width=LEFT, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _voices(console: Console, found: Page) -> None:
    _headed(console, "Voices", found.voices)
    for voice in found.voices:
        role = f", [dim]{short(voice.role, 100)}[/]" if voice.role else ""
        told = in_brackets(f"{voice.name} {voice.role or ''}", voice.kind, voice.type, voice.organisation)
        console.print(f"  {short(voice.name, 60)}{role}{told}: {many(voice.claims, 'claim')}")


def _claims(console: Console, lines: tuple[ClaimLine, ...]) -> None:
    """Claims in the order of the text, those of one voice under its name."""
    _headed(console, "Claims", lines)
    for voice, own in groupby(lines, key=_speaker):
        console.print(f"  {voice}")
        grid = _grid()
        for line, times in _repeated(own):
            grid.add_row("", _manner(line), _content(line, times))
        console.print(grid)


def _speaker(line: ClaimLine) -> str:
    """Whose words they are, and who passes them on."""
    if line.voice is None and line.source_kind == "author":
        return OUTLET
    told = in_brackets(line.voice, line.source_type, line.organisation)
    return f"[cyan]{short(line.voice, 80)}[/]{told}{told_by(line.via)}"


def _repeated(lines: Iterator[ClaimLine]) -> Iterator[tuple[ClaimLine, int]]:
    """Claims in the same words one after the other (a headline printed twice) are shown once."""
    for _, same in groupby(lines, key=lambda line: (line.content, line.form)):
        first, *others = same
        yield first, 1 + len(others)


def _manner(line: ClaimLine) -> str:
    """How sure and what kind; a question is neither sure nor unsure."""
    kind = f"[dim]{line.kind}[/]" if line.kind not in (None, "report") else ""
    certain = sure(line.polarity, line.level) if line.level and line.kind != "question" else ""
    return "\n".join(part for part in (certain, trust(line.confidence), kind) if part)


def _content(line: ClaimLine, times: int) -> str:
    """What is said, and the words that show how sure."""
    hedges = f" [dim]({quoted(' · '.join(line.hedges))})[/]" if line.hedges and line.kind != "question" else ""
    return short(line.content, SAID) + hedges + kept_away(line.distance) + (f" [dim](×{times})[/]" if times > 1 else "")


def _events(console: Console, lines: tuple[EventLine, ...]) -> None:
    _headed(console, "Events", lines)
    grid = _grid()
    for line in lines:
        grid.add_row("", _type(line.type), f"{_deed(line)}\n[dim]{_around(line)}[/]")
    console.print(grid)


def _type(type_: str) -> str:
    return type_.replace("/", "\n")


def _deed(line: EventLine) -> str:
    """Who, to whom, and the words for it."""
    who = listed(line.actors, 80) if line.actors else ""
    whom = f"→ {listed(line.targets, 80)}" if line.targets else ""
    return " ".join(part for part in (who, whom, quoted(line.trigger)) if part)


def _around(line: EventLine) -> str:
    """Did it happen, where, when, how many, what changed hands, and by whose account."""
    place = f"at {short(line.place, 60)}" if line.place else None
    hands = f"changes hands: {short(line.territory, 100)}" if line.territory else None
    numbers = listed(line.numbers, 100) if line.numbers else None
    held = sure(line.polarity, line.level) if line.level not in (None, "certain") else None
    account = f"by the account of {short(line.voice, 60) if line.voice else 'the outlet'}"
    return " · ".join(part for part in (line.status, held, place, line.when, numbers, hands, account) if part)


def _links(console: Console, lines: tuple[LinkLine, ...]) -> None:
    _headed(console, "Why", lines)
    grid = _grid()
    for line in lines:
        signal = quoted(line.signal) if line.signal else "without a signal word"
        who = short(line.voice, 60) if line.voice else "the outlet"
        ends = f"{short(line.from_, SAID)} [bold]→[/] {short(line.to, SAID)}"
        kind = f"{line.kind}?" if line.suggested else line.kind
        doubt = " · only suggested" if line.suggested else ""
        grid.add_row("", kind, f"{ends}\n[dim]{signal} · {who}{doubt}[/]")
    console.print(grid)


def _choices(console: Console, lines: tuple[Choice, ...]) -> None:
    _headed(console, "Offered together", lines)
    for line in lines:
        question = f"{quoted(line.question, 200)} " if line.question else ""
        who = (
            f"[dim]{short(line.voice, 60)}{', one of them at most' if line.exclusive else ''}[/]" if line.voice else ""
        )
        console.print(f"  {question}{who}")
        for option in line.options:
            console.print(Padding(f"· {short(option, SAID)}", (0, 0, 0, 4)))


def _stances(console: Console, lines: tuple[StanceLine, ...]) -> None:
    """Who stands where, toward whom or what, by which words; whose account it is where that is another's."""
    _headed(console, "Where they stand", lines)
    grid = _grid()
    for line in lines:
        whom = short(line.to, 60) if line.to else quoted(line.toward, 80)
        told = f" · told by {short(line.voice, 60)}" if line.voice not in (None, line.from_) else ""
        who = f"{short(line.from_, 60)} [bold]→[/] {whom}"
        grid.add_row("", line.value, f"{who}\n[dim]{quoted(line.basis)} {quoted(line.toward, 120)}{told}[/]")
    console.print(grid)
