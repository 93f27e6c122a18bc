"""Commands on what is to come: `forecasts` lists it, `resolve` writes down what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.commands.options import AsJson, Limit, Offset, StorePath, day
from sayso.commands.running import opened_store, show


class Ahead(StrEnum):
    """Kinds of claims that look ahead."""

    forecast = "forecast"
    recommendation = "recommendation"
    aim = "aim"
    question = "question"


class Became(StrEnum):
    """What became of a forecast."""

    yes = "yes"
    no = "no"
    partly = "partly"


def forecasts(
    source: Annotated[str | None, typer.Option(help="a name of the voice behind it, or of what it speaks for")] = None,
    kind: Annotated[Ahead, typer.Option(help="what it does", case_sensitive=False)] = Ahead.forecast,
    resolved: Annotated[
        bool | None, typer.Option("--resolved/--open", help="only what a person has resolved, or has not")
    ] = None,
    passed: Annotated[
        date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="only what was to come before this day")
    ] = None,
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="write the calibration plot here, as SVG")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """What is to come: on what condition, by when, and what became of it."""
    from sayso import terminal
    from sayso.views.forecasts import OutlookFilter
    from sayso.views.forecasts import forecasts as find

    wanted = OutlookFilter(source, kind.value, resolved, passed, limit, offset)
    with opened_store(store) as opened:
        found = find(opened, wanted)
    show(found, as_json, lambda console, ledger: terminal.forecasts(console, ledger, wanted, store))
    if plot is not None:
        _write(plot, found.score, source)


def resolve(
    claim: Annotated[str, typer.Argument(metavar="ID", help="the claim's id, or its beginning", show_default=False)],
    outcome: Annotated[Became | None, typer.Option(help="did it come true", case_sensitive=False)] = None,
    evidence: Annotated[str | None, typer.Option(metavar="CLAIM", help="id of a claim that shows it")] = None,
    note: Annotated[str | None, typer.Option(help="what you add")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="who says so")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="take the last resolution back")] = False,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Write down what became of a forecast. Nothing is overwritten; --undo takes it back."""
    from sayso import terminal
    from sayso.store import resolutions

    if undo == (outcome is not None) or (undo and evidence is not None):
        raise typer.BadParameter(
            "say what became of it with --outcome yes|no|partly, or take it back with --undo alone"
        )
    with opened_store(store) as opened:
        if outcome is None:
            made = resolutions.undo(opened, claim, note, by)
        else:
            made = resolutions.resolve(opened, claim, outcome.value, evidence, note, by)
    show(made, as_json, terminal.resolution)


def _write(path: Path, score: object, source: str | None) -> None:
    """The plot into a file. Raises UsageError where it cannot be written."""
    from sayso.errors import UsageError
    from sayso.views.calibration import Score, svg

    title = f"Calibration of {source[:60]}" if source else "Calibration of all resolved forecasts"
    try:
        path.write_text(svg(score if isinstance(score, Score) else None, title), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error
    typer.echo(f"plot: {path}", err=True)
