"""What can be typed after a command, and how a command ends."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.models.catalogue import Profile

FAILED, USAGE, FAULT, STOPPED, CUT = 3, 2, 1, 130, 141
"""Exit codes: a file failed; wrong usage; our own fault; stopped by Ctrl-C; nobody reads on (as in `| head`)."""


class Format(StrEnum):
    """How `read` writes what it found."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no date; write it as 2016-12-12") from error


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="files and folders; - is standard input", show_default=False)
]
Published = Annotated[
    date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="day of publication, if you know it")
]
Outlet = Annotated[str | None, typer.Option(help="who published it, if you know it")]
Title = Annotated[str | None, typer.Option(help="headline, if you know it")]
ProfileOption = Annotated[
    Profile | None, typer.Option("--profile", help="accurate (default) or fast; also SAYSO_PROFILE", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON instead of a table")]
StorePath = Annotated[Path | None, typer.Option("--store", help="the store (default: ./sayso.db, or SAYSO_STORE)")]
Limit = Annotated[int, typer.Option(min=1, help="rows at most")]
Offset = Annotated[int, typer.Option(min=0, help="rows to pass over first")]
