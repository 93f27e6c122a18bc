"""The commands. No logic: each one asks a view and shows it. Heavy parts are imported where they are needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from sayso.document.records import ClaimForm, Kind, Level, Polarity, Status
from sayso.models.catalogue import Profile

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.read import Given, Loss
    from sayso.store import Store

FAILED, USAGE, FAULT, STOPPED, CUT = 3, 2, 1, 130, 141
"""Exit codes: a file failed; wrong usage; our own fault; stopped by Ctrl-C; nobody reads on (as in `| head`)."""
LISTED = 50
"""Failures that `status` lists for people."""


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


class Format(StrEnum):
    """How `read` writes what it found."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no date; write it as 2016-12-12") from error


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="files and folders; - is standard input", show_default=False)
]
Published = Annotated[
    date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="day of publication, if you know it")
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


@app.command()
def read(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    form: Annotated[Format, typer.Option("--format", help="text for people, json, or jsonl")] = Format.text,
    profile: ProfileOption = None,
    as_json: AsJson = False,
) -> None:
    """Analyse texts and print what is in them; nothing is kept."""
    from sayso import terminal
    from sayso.document.codec import encode, encode_failure
    from sayso.pipeline import attempt, stages
    from sayso.read import Loss, read_paths

    _place_names(paths)
    form = Format.json if as_json else form
    write = _printer(form)
    losses: list[Loss] = []
    made = 0
    wanted = stages(_profile(profile))
    for item in read_paths(paths, _given(published, outlet, title)):
        found = attempt(item, wanted)
        if isinstance(found, Loss):
            losses.append(found)
            if form is not Format.text:
                write(encode_failure(found.key, found.code, found.message))
        else:
            made += 1
            write(encode(found))
    write(None)
    _end(terminal.report(made, losses))


@app.command()
def add(
    paths: Paths,
    store: StorePath = None,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    profile: ProfileOption = None,
    as_json: AsJson = False,
) -> None:
    """Analyse texts and keep them in the store. Run it again after a stop: it goes on where it was."""
    from sayso import terminal
    from sayso.pipeline import stages
    from sayso.store.intake import add as take_in
    from sayso.store.intake import expected

    _place_names(paths)
    with _opened(store, create=True) as opened, terminal.progress("reading", expected(paths)) as tick:
        account = take_in(opened, paths, _given(published, outlet, title), tick, stages(_profile(profile)))
    if as_json:
        typer.echo(terminal.as_json(account))
    held = account.made or any(loss.code == "already" for loss in account.losses)
    follow = terminal.command("claims --about NAME", store) if held and not as_json else None
    _end(terminal.report(account.made, list(account.losses), terminal.command("status", store), follow))


@app.command()
def claims(
    about: Annotated[str | None, typer.Option(help="a name the content mentions")] = None,
    source: Annotated[str | None, typer.Option(help="a name of the voice behind it, or of what it speaks for")] = None,
    type: Annotated[str | None, typer.Option(help="what an unnamed voice is: official, resident, document, …")] = None,
    level: Annotated[Level | None, typer.Option(help="how sure the source is", case_sensitive=False)] = None,
    polarity: Annotated[Polarity | None, typer.Option(help="said to be so, or not", case_sensitive=False)] = None,
    kind: Annotated[Kind | None, typer.Option(help="what the claim does", case_sensitive=False)] = None,
    form: Annotated[ClaimForm | None, typer.Option(help="how it is put", case_sensitive=False)] = None,
    text: Annotated[str | None, typer.Option(help='words in it; "quoted words" stand together')] = None,
    from_outlet: Annotated[str | None, typer.Option("--outlet", help="who published it")] = None,
    id: Annotated[str | None, typer.Option(help="the beginning of a claim's id")] = None,
    narration: Annotated[bool, typer.Option(help="also what outlets say in their own voice")] = False,
    limit: Limit = 20,
    offset: Offset = 0,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Who says what."""
    from sayso import terminal
    from sayso.views.claims import ClaimFilter
    from sayso.views.claims import claims as find

    wanted = ClaimFilter(
        about, source, type, level, polarity, kind, form, text, from_outlet, id, narration, limit, offset
    )
    with _opened(store) as opened:
        _show(find(opened, wanted), as_json, lambda console, page: terminal.claims(console, page, wanted, store))


@app.command()
def events(
    type: Annotated[str | None, typer.Option(help="PLOVER type: ASSAULT, COERCE, …, or INCIDENT")] = None,
    actor: Annotated[str | None, typer.Option(help="a name of who did it")] = None,
    target: Annotated[str | None, typer.Option(help="a name of who suffered it")] = None,
    place: Annotated[str | None, typer.Option(help="where")] = None,
    status: Annotated[Status | None, typer.Option(help="did it happen", case_sensitive=False)] = None,
    since: Annotated[date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="first day")] = None,
    until: Annotated[date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="last day")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """What is said to have happened."""
    from sayso import terminal
    from sayso.views.events import EventFilter
    from sayso.views.events import events as find

    wanted = EventFilter(type, actor, target, place, status, since, until, limit, offset)
    with _opened(store) as opened:
        _show(find(opened, wanted), as_json, lambda console, page: terminal.events(console, page, wanted, store))


@app.command()
def who(
    name: Annotated[str | None, typer.Argument(help="part of a name; without one, everybody who speaks")] = None,
    limit: Limit = 30,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Who is who, and how much they say."""
    from sayso import terminal
    from sayso.views.voices import voices

    with _opened(store) as opened:
        _show(voices(opened, name, limit), as_json, lambda console, found: terminal.voices(console, found, name, store))


@app.command()
def status(
    failed: Annotated[bool, typer.Option("--failed", help="of the losses, only what failed")] = False,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """What is in the store, what its runs did, and what they lost."""
    from sayso import terminal
    from sayso.views.runs import status as look

    with _opened(store) as opened:
        _show(look(opened, failed_only=failed, losses=None if as_json else LISTED), as_json, terminal.status)


@app.command()
def verify(store: StorePath = None, as_json: AsJson = False) -> None:
    """Hash originals and texts again and hold every quote against its text."""
    from sayso import terminal
    from sayso.views.verification import verify as check

    with _opened(store) as opened:
        found = check(opened)
    _show(found, as_json, terminal.verification)
    if found.faults:
        raise typer.Exit(FAILED)


@app.command()
def demo(
    store: Annotated[Path, typer.Option(help="where to keep it")] = Path("sayso-demo.db"), as_json: AsJson = False
) -> None:
    """Read the sample dossier (the loss of USS Maine, Havana 1898) and show what is in it."""
    from sayso import terminal
    from sayso.read import Given
    from sayso.samples import maine
    from sayso.store.intake import add as take_in
    from sayso.store.intake import expected
    from sayso.views.summary import summary

    _place_names()
    with _opened(store, create=True) as opened:
        with terminal.progress("reading the sample dossier", expected([maine()])) as tick:
            account = take_in(opened, [maine()], Given(), tick)
        found = summary(opened)
    _show(found, as_json, terminal.summary)
    _end(terminal.report(account.made, list(account.losses), terminal.command("status", store)))


@app.command()
def gazetteer(as_json: AsJson = False) -> None:
    """Build the file of place names, if it is not there yet."""
    from sayso import terminal
    from sayso.models.gazetteer import build

    _place_names()
    path = build()
    typer.echo(terminal.as_json({"path": str(path)}) if as_json else f"place names: {path}")


@contextmanager
def _opened(path: Path | None, create: bool = False) -> Iterator[Store]:
    from sayso.settings import settings
    from sayso.store import Store

    store = Store(path or settings().store, create=create)
    try:
        yield store
    finally:
        store.close()


def _given(published: date | None, outlet: str | None, title: str | None) -> Given:
    from sayso.read import Given
    from sayso.settings import settings

    return Given(published=published, outlet=outlet, title=title, largest=settings().largest)


def _profile(stated: Profile | None) -> Profile:
    from sayso.settings import settings

    return stated or settings().profile


def _show(view: Any, as_json: bool, draw: Callable[[Console, Any], None]) -> None:
    from sayso import terminal

    if as_json:
        typer.echo(terminal.as_json(view))
    else:
        draw(terminal.console(), view)


def _printer(form: Format) -> Callable[[dict[str, Any] | None], None]:
    """A function that prints one record after the other, and None for the end."""
    if form is Format.text:
        from sayso import terminal
        from sayso.views.page import page

        console = terminal.console()
        return lambda record: None if record is None else terminal.page(console, page(record))
    if form is Format.jsonl:
        return lambda record: None if record is None else typer.echo(json.dumps(record, ensure_ascii=False))
    opening = iter(("[", ""))
    first = iter(("\n", ""))

    def array(record: dict[str, Any] | None) -> None:
        """One array, written as it grows."""
        start = next(opening, "")
        if record is None:
            typer.echo(f"{start}\n]")
        else:
            comma = next(first, "") or ",\n"
            typer.echo(f"{start}{comma}{json.dumps(record, ensure_ascii=False, indent=1)}", nl=False)

    return array


def _place_names(paths: Sequence[str] = ("-",)) -> None:
    """Make the file of place names where it is not there and there is something to read, and say so before."""
    from sayso.models.gazetteer import build, is_built
    from sayso.read.files import exists

    if is_built() or not any(map(exists, paths)):
        return
    typer.echo("making the file of place names, once, about 15 seconds …", err=True)
    with suppress(OSError):  # nowhere to write it: then it is made in memory
        build()


def _end(failed: int) -> None:
    if failed:
        raise typer.Exit(FAILED)


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
