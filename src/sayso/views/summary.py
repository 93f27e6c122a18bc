"""What is in a store, at a glance: texts, voices, claims, origins, and first disagreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.store import Store
from sayso.store.schema import ABOUT, CLAIM, DOCUMENT, ENTITY, EVENT, NAME, TEXT
from sayso.views.comparison import (
    ExplanationDiffers,
    NumbersDiffer,
    OriginLine,
    explanations_differ,
    kept,
    numbers_differ,
    origin_lines,
    origins_of,
)
from sayso.views.voices import Voice, voices

COMPARED = 500
"""Documents that are laid side by side at most; `compared` tells how many were."""
VOICES = 8
"""Voices that a summary names."""
NAMES = 6
"""Names that claims are about."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are of a kind; the name is None where it is not known."""

    name: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A store at a glance. Claims are those that somebody makes; `narrated` is what outlets say in their own voice."""

    path: str
    documents: int
    texts: int
    words: int
    undated: int
    first_day: date | None
    last_day: date | None
    outlets: tuple[Tally, ...]
    claims: int
    narrated: int
    events: int
    voices: tuple[Voice, ...]
    about: tuple[Tally, ...]
    """The names that most claims are about."""
    kinds: tuple[Tally, ...]
    levels: tuple[Tally, ...]
    compared: int
    origins: int
    """How many origins the compared documents have."""
    copies: tuple[OriginLine, ...]
    """The origins that several documents carry."""
    numbers: tuple[NumbersDiffer, ...]
    explanations: tuple[ExplanationDiffers, ...]


def summary(store: Store) -> Summary:
    """The summary of a store; lays COMPARED documents side by side at most."""
    with store.read() as connection:
        documents = kept(connection, COMPARED)
        counts = _counts(connection)
        outlets = _tally(connection, DOCUMENT.c.outlet)
        said = CLAIM.c.form != "narration"
        about = _about(connection)
        kinds, levels = _tally(connection, CLAIM.c.kind, said), _tally(connection, CLAIM.c.level, said)
    found = origins_of(documents)
    return Summary(
        path=str(store.path),
        **counts,
        outlets=outlets,
        voices=voices(store, limit=VOICES),
        about=about,
        kinds=kinds,
        levels=levels,
        compared=len(documents),
        origins=len(found),
        copies=origin_lines(documents, found),
        numbers=numbers_differ(documents, found),
        explanations=explanations_differ(documents, found),
    )


def _counts(connection: Connection) -> dict[str, Any]:
    narrated = CLAIM.c.form == "narration"
    row = connection.execute(
        select(
            func.count().label("documents"),
            func.coalesce(func.sum(DOCUMENT.c.words), 0).label("words"),
            (func.count() - func.count(DOCUMENT.c.published)).label("undated"),
            func.min(DOCUMENT.c.published).label("first_day"),
            func.max(DOCUMENT.c.published).label("last_day"),
            select(func.count()).select_from(TEXT).scalar_subquery().label("texts"),
            select(func.count()).select_from(CLAIM).where(~narrated).scalar_subquery().label("claims"),
            select(func.count()).select_from(CLAIM).where(narrated).scalar_subquery().label("narrated"),
            select(func.count()).select_from(EVENT).scalar_subquery().label("events"),
        )
    )
    return dict(row.mappings().one())


def _tally(connection: Connection, column: Any, condition: Any = True) -> tuple[Tally, ...]:
    """How many rows have each value, most first."""
    query = select(column, func.count()).where(condition).group_by(column).order_by(func.count().desc(), column)
    return tuple(Tally(*row) for row in connection.execute(query))


def _about(connection: Connection) -> tuple[Tally, ...]:
    """The names that most claims are about, whatever their case."""
    query = (
        select(ENTITY.c.name, func.count().label("claims"))
        .join(ABOUT, (ABOUT.c.document_id == ENTITY.c.document_id) & (ABOUT.c.entity_id == ENTITY.c.id))
        .join(NAME, (NAME.c.document_id == ENTITY.c.document_id) & (NAME.c.entity_id == ENTITY.c.id))
        .where(NAME.c.name == ENTITY.c.name, ENTITY.c.name.op("GLOB")("[A-Z]*"))
        .group_by(NAME.c.folded)
        .order_by(func.count().desc(), NAME.c.folded)
    )
    return tuple(Tally(*row) for row in connection.execute(query.limit(NAMES)))
