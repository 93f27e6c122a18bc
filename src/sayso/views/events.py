"""What is said to have happened: the events of a store, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.errors import UsageError
from sayso.store import Store
from sayso.store.schema import CLAIM, DOCUMENT, ENTITY, EVENT, NAME, NUMBER, PARTY
from sayso.store.search import holds
from sayso.views.claims import named
from sayso.views.nearest import nearest
from sayso.vocabulary.load import vocabulary


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Conditions that all must hold; None is no condition. `since` and `until` leave out events without a day."""

    type: str | None = None
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    status: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event, with whose claim it is and where it stands. Empty and None are not stated there."""

    id: str
    type: str
    mode: str | None
    status: str
    polarity: str | None
    level: str | None
    tense: str | None
    trigger: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    lat: float | None
    lon: float | None
    start_day: date | None
    end_day: date | None
    numbers: tuple[str, ...]
    voice: str | None
    claim: str | None
    made_by: str
    document: str
    key: str
    outlet: str | None
    published: date | None
    start: int


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some of the matching events, how many match in all, and how many there are without the conditions.

    `nearest` are names written nearly like the one that was asked for, where nothing matches.
    """

    rows: tuple[EventRow, ...]
    total: int
    unfiltered: int
    nearest: tuple[str, ...]


def events(store: Store, wanted: EventFilter) -> EventPage:
    """The events that fit, by date of publication, document and place in the text.

    Raises UsageError for a type that there is not, and where the last day comes before the first.
    """
    _check(wanted)
    base = _filtered(select(EVENT, DOCUMENT).join(DOCUMENT, EVENT.c.document_id == DOCUMENT.c.id), wanted)
    query = base.with_only_columns(
        *(EVENT.c[name] for name in ("id", "type", "mode", "status", "trigger", "place", "lat", "lon", "made_by")),
        *(EVENT.c[name] for name in ("polarity", "level", "tense")),
        EVENT.c.start.label("start_day"),
        EVENT.c.end.label("end_day"),
        EVENT.c.claim_id.label("claim"),
        EVENT.c.position.label("start"),
        CLAIM.c.voice,
        DOCUMENT.c.id.label("document"),
        DOCUMENT.c.key,
        DOCUMENT.c.outlet,
        DOCUMENT.c.published,
        DOCUMENT.c.form,
    ).join(CLAIM, (CLAIM.c.document_id == EVENT.c.document_id) & (CLAIM.c.id == EVENT.c.claim_id), isouter=True)
    ordered = query.order_by(DOCUMENT.c.published, DOCUMENT.c.key, EVENT.c.position, EVENT.c.id)
    with store.read() as connection:
        total = connection.execute(
            select(func.count()).select_from(base.with_only_columns(EVENT.c.id).subquery())
        ).scalar_one()
        rows = connection.execute(ordered.limit(wanted.limit).offset(wanted.offset)).mappings().all()
        return EventPage(
            tuple(_row(connection, dict(row)) for row in rows),
            total,
            connection.execute(select(func.count()).select_from(EVENT)).scalar_one(),
            _near(connection, wanted) if total == 0 else (),
        )


def _near(connection: Connection, wanted: EventFilter) -> tuple[str, ...]:
    """Names of parties or places of events, written nearly like the one asked for."""
    found: tuple[str, ...] = ()
    same = (PARTY.c.document_id == NAME.c.document_id) & (PARTY.c.entity_id == NAME.c.entity_id)
    for role in ("actor", "target"):
        name = getattr(wanted, role)
        if name is not None:
            party = select(NAME.c.name).join(PARTY, same).where(PARTY.c.role == role)
            found += nearest(connection, party.distinct().order_by(NAME.c.name), name)
    if wanted.place is not None:
        found += nearest(connection, select(EVENT.c.place).distinct().order_by(EVENT.c.place), wanted.place)
    return tuple(dict.fromkeys(found))


def _check(wanted: EventFilter) -> None:
    types = vocabulary("events")["types"]
    if wanted.type is not None and wanted.type.upper() not in types:
        raise UsageError(f"there is no event type {wanted.type!r}; there are {', '.join(sorted(types))}")
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise UsageError(f"no event ends after {wanted.since} and begins before {wanted.until}: swap the days")


def _filtered(query: Select[Any], wanted: EventFilter) -> Select[Any]:
    if wanted.type is not None:
        query = query.where(EVENT.c.type == wanted.type.upper())
    if wanted.status is not None:
        query = query.where(EVENT.c.status == wanted.status)
    if wanted.place is not None:
        query = query.where(holds(EVENT.c.place, wanted.place))
    if wanted.since is not None:
        query = query.where(EVENT.c.end >= wanted.since)
    if wanted.until is not None:
        query = query.where(EVENT.c.start <= wanted.until)
    for role in ("actor", "target"):
        name = getattr(wanted, role)
        if name is not None:
            held = select(PARTY.c.event_id).where(
                PARTY.c.document_id == EVENT.c.document_id, PARTY.c.event_id == EVENT.c.id, PARTY.c.role == role
            )
            query = query.where(held.where(named(name, PARTY.c.document_id, PARTY.c.entity_id)).exists())
    return query


def _row(connection: Any, row: dict[str, Any]) -> EventRow:
    form = row.pop("form")
    own = next(event for event in form["events"] if event["id"] == row["id"])
    return EventRow(
        **row,
        actors=_names(connection, row["document"], own["actors"]),
        targets=_names(connection, row["document"], own["targets"]),
        numbers=_numbers(connection, row["document"], own["numbers"]),
    )


def _names(connection: Any, document: str, ids: list[str]) -> tuple[str, ...]:
    query = select(ENTITY.c.id, ENTITY.c.name).where(ENTITY.c.document_id == document, ENTITY.c.id.in_(ids))
    found = {row.id: row.name for row in connection.execute(query)}
    return tuple(found[i] for i in ids)


def _numbers(connection: Any, document: str, ids: list[str]) -> tuple[str, ...]:
    query = select(NUMBER.c.id, NUMBER.c.words, NUMBER.c.counts).where(
        NUMBER.c.document_id == document, NUMBER.c.id.in_(ids)
    )
    found = {row.id: f"{row.words} {row.counts}" if row.counts else row.words for row in connection.execute(query)}
    return tuple(found[i] for i in ids)
