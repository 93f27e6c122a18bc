"""The command line: which commands there are, and how the program ends. The commands are in `commands/`."""

from __future__ import annotations

import sys
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from sayso.commands import asking, forecasts, reading
from sayso.commands.options import CUT, FAULT, STOPPED, USAGE

COMMANDS = (
    reading.read,
    reading.add,
    asking.claims,
    asking.events,
    asking.stances,
    asking.who,
    forecasts.forecasts,
    forecasts.resolve,
    asking.status,
    asking.verify,
    reading.demo,
    reading.gazetteer,
)
"""In the order in which `--help` lists them."""


class _Commands(TyperGroup):
    """The commands, without the words that the parser of options puts before its complaints."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from sayso import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="the version")] = False,
) -> None:
    """Who says what, how sure they are, what happened and why: each answer tied to the words it rests on."""


for _command in COMMANDS:
    app.command()(_command)


def main() -> None:
    """Entry point: our errors become one clear line and an exit code, never a traceback (but for SAYSO_DEBUG=1)."""
    import os

    from sayso.errors import UsageError

    try:
        app()
    except SystemExit as stop:
        _leave(stop)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except UsageError as error:
        typer.echo(f"sayso: {error}", err=True)
        sys.exit(USAGE)
    except Exception as error:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        typer.echo(
            f"sayso: this is our fault: {type(error).__name__}: {error}\nset SAYSO_DEBUG=1 to see where", err=True
        )
        sys.exit(FAULT)


def _leave(stop: SystemExit) -> NoReturn:
    """End quietly where nobody reads on; the output is let go, so that Python's last flush says nothing either."""
    import os

    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        stop.__context__ = error
    if not isinstance(stop.__context__, BrokenPipeError):
        raise stop
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(CUT)


if __name__ == "__main__":
    main()
