"""What every command needs while it runs: a store that is closed again, a view that is shown, an exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from sayso.commands.options import FAILED

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.store import Store


@contextmanager
def opened_store(path: Path | None, create: bool = False) -> Iterator[Store]:
    """The store at this path, else the one of the settings. Raises StoreError, a UsageError."""
    from sayso.settings import settings
    from sayso.store import Store

    store = Store(path or settings().store, create=create)
    try:
        yield store
    finally:
        store.close()


def show(view: Any, as_json: bool, draw: Callable[[Console, Any], None]) -> None:
    """A view as JSON, or drawn on the terminal."""
    from sayso import terminal

    if as_json:
        typer.echo(terminal.as_json(view))
    else:
        draw(terminal.console(), view)


def end(failed: int) -> None:
    """Leave with the exit code for files that failed, where some did."""
    if failed:
        raise typer.Exit(FAILED)
