"""Commands that read texts: `read`, `add`, `demo`, and `gazetteer`, which reading needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.commands.options import AsJson, Format, Outlet, Paths, ProfileOption, Published, StorePath, Title
from sayso.commands.running import end, opened_store, show
from sayso.models.catalogue import Profile

if TYPE_CHECKING:
    from sayso.read import Given, Loss


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
    end(terminal.report(made, losses))


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
    with opened_store(store, create=True) as opened, terminal.progress("reading", expected(paths)) as tick:
        account = take_in(opened, paths, _given(published, outlet, title), tick, stages(_profile(profile)))
    if as_json:
        typer.echo(terminal.as_json(account))
    held = account.made or any(loss.code == "already" for loss in account.losses)
    follow = terminal.command("claims --about NAME", store) if held and not as_json else None
    end(terminal.report(account.made, list(account.losses), terminal.command("status", store), follow))


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
    with opened_store(store, create=True) as opened:
        with terminal.progress("reading the sample dossier", expected([maine()])) as tick:
            account = take_in(opened, [maine()], Given(), tick)
        found = summary(opened)
    show(found, as_json, terminal.summary)
    end(terminal.report(account.made, list(account.losses), terminal.command("status", store)))


def gazetteer(as_json: AsJson = False) -> None:
    """Build the file of place names, if it is not there yet."""
    from sayso import terminal
    from sayso.models.gazetteer import build

    _place_names()
    path = build()
    typer.echo(terminal.as_json({"path": str(path)}) if as_json else f"place names: {path}")


def _given(published: date | None, outlet: str | None, title: str | None) -> Given:
    from sayso.read import Given
    from sayso.settings import settings

    return Given(published=published, outlet=outlet, title=title, largest=settings().largest)


def _profile(stated: Profile | None) -> Profile:
    from sayso.settings import settings

    return stated or settings().profile


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
