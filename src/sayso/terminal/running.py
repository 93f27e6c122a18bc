"""What a command says while it works and when it is done, and the console it writes to."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sayso.read import Loss
from sayso.terminal.wording import account, harmless, short

HANDFUL = 5
"""Skips of one code that are told one by one."""
PADDING = re.compile(r"[ \t]+(?=\n)")


class _Trimmed:
    """A stream without the spaces that fill a line up; every write ends with a line."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.encoding = stream.encoding

    def write(self, words: str) -> int:
        self.stream.write(PADDING.sub("", words))
        return len(words)

    def flush(self) -> None:
        self.stream.flush()

    def fileno(self) -> int:
        return self.stream.fileno()

    def isatty(self) -> bool:
        return False


def console(stderr: bool = False) -> Console:
    """Standard output or error, with nothing at the end of a line where it is no terminal."""
    stream = sys.stderr if stderr else sys.stdout
    if stream.isatty():
        return Console(stderr=stderr, highlight=False)
    return Console(file=cast(TextIO, _Trimmed(stream)), highlight=False)


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, nothing elsewhere. What is given back is called with each text that is done."""
    if not sys.stderr.isatty():
        yield lambda key: None
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TextColumn("[dim]{task.fields[key]}"), console=console(True), transient=True) as bar:
        task = bar.add_task(what, total=total, key="")
        yield lambda key: bar.update(task, advance=1, key=escape(harmless(key)))


def report(made: int, losses: list[Loss], status: str | None = None, follow: str | None = None) -> int:
    """Every loss with its reason and the line that adds up, on standard error; how many failed.

    `status` is the command that lists the losses, where they are kept: many skips of one code are then one line, and
    the last line says how to see all. `follow` is a command to type next.
    """
    out = console(stderr=True)
    failed = sum(loss.kind == "failed" for loss in losses)
    skipped = len(losses) - failed
    for line in _lines(losses, len(losses) if status is None else HANDFUL):
        out.print(line, soft_wrap=True)
    out.print(account(made + len(losses), made, skipped, failed))
    if follow:
        out.print(f"next: {escape(follow)}", soft_wrap=True)
    if status and skipped > HANDFUL:
        out.print(f"{skipped} skipped; to see why: {escape(status)}", soft_wrap=True)
    return failed


def _lines(losses: list[Loss], each: int) -> Iterator[str]:
    """In their order; those of a code that was met too often are one line where the first of them stands."""
    times = Counter(loss.code for loss in losses)
    told: set[str] = set()
    for loss in losses:
        if loss.kind == "failed" or times[loss.code] <= each:
            yield f"{coloured(loss.kind)} {short(loss.message, 600)}"
        elif loss.code not in told:
            told.add(loss.code)
            yield many_skipped(loss.code, times[loss.code], loss.message)


def coloured(kind: str) -> str:
    """Skipped or failed, in its colour."""
    return f"[{'red' if kind == 'failed' else 'yellow'}]{kind}[/]"


def many_skipped(code: str, count: int, message: str, where: str = "") -> str:
    """One line for many skips of one code, with the message of one."""
    return f"{coloured('skipped')} {where}[bold]{count}[/] × {code}, the first: {short(message, 600)}"
