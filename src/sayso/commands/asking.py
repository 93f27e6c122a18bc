"""Commands that ask a store: `claims`, `events`, `stances`, `who`, `status`, `verify`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from sayso.commands.options import FAILED, AsJson, Limit, Offset, StorePath, day
from sayso.commands.running import opened_store, show
from sayso.document.records import ClaimForm, Kind, Level, Polarity, StanceValue, Status

LISTED = 50
"""Failures that `status` lists for people."""


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
    with opened_store(store) as opened:
        show(find(opened, wanted), as_json, lambda console, page: terminal.claims(console, page, wanted, store))


def events(
    type: Annotated[str | None, typer.Option(help="PLOVER type: ASSAULT, COERCE, …, or INCIDENT")] = None,
    actor: Annotated[str | None, typer.Option(help="a name of who did it")] = None,
    target: Annotated[str | None, typer.Option(help="a name of who suffered it")] = None,
    place: Annotated[str | None, typer.Option(help="where")] = None,
    status: Annotated[Status | None, typer.Option(help="did it happen", case_sensitive=False)] = None,
    since: Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="first day")] = None,
    until: Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="last day")] = None,
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
    with opened_store(store) as opened:
        show(find(opened, wanted), as_json, lambda console, page: terminal.events(console, page, wanted, store))


def stances(
    from_: Annotated[str | None, typer.Option("--from", help="a name of who holds it, or words for them")] = None,
    to: Annotated[str | None, typer.Option(help="a name of whom it is toward, or words for what")] = None,
    value: Annotated[StanceValue | None, typer.Option(help="where they stand", case_sensitive=False)] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Who stands where toward whom, with every source."""
    from sayso import terminal
    from sayso.views.stances import StanceFilter
    from sayso.views.stances import stances as find

    wanted = StanceFilter(from_, to, value, limit, offset)
    with opened_store(store) as opened:
        show(find(opened, wanted), as_json, lambda console, page: terminal.stances(console, page, wanted, store))


def who(
    name: Annotated[str | None, typer.Argument(help="part of a name; without one, everybody who speaks")] = None,
    limit: Limit = 30,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Who is who, and how much they say."""
    from sayso import terminal
    from sayso.views.voices import voices

    with opened_store(store) as opened:
        show(voices(opened, name, limit), as_json, lambda console, found: terminal.voices(console, found, name, store))


def status(
    failed: Annotated[bool, typer.Option("--failed", help="of the losses, only what failed")] = False,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """What is in the store, what its runs did, and what they lost."""
    from sayso import terminal
    from sayso.views.runs import status as look

    with opened_store(store) as opened:
        show(look(opened, failed_only=failed, losses=None if as_json else LISTED), as_json, terminal.status)


def verify(store: StorePath = None, as_json: AsJson = False) -> None:
    """Hash originals and texts again and hold every quote against its text."""
    from sayso import terminal
    from sayso.views.verification import verify as check

    with opened_store(store) as opened:
        found = check(opened)
    show(found, as_json, terminal.verification)
    if found.faults:
        raise typer.Exit(FAILED)
