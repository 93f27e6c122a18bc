"""Who says what: the claims of a store, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select, text

from sayso.store import Store
from sayso.store.schema import ABOUT, CLAIM, DOCUMENT, NAME
from sayso.store.search import holds, matching, pattern


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Conditions that all must hold; None is no condition. Names match anywhere in them, in any case."""

    about: str | None = None
    source: str | None = None
    level: str | None = None
    polarity: str | None = None
    kind: str | None = None
    form: str | None = None
    words: str | None = None
    outlet: str | None = None
    id: str | None = None
    """The beginning of a claim's id."""
    narration: bool = False
    """Also what the outlets say in their own voice."""
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, with the carrying it was found in. None is not stated or not known."""

    id: str
    voice: str | None
    source: str | None
    source_kind: str
    form: str
    kind: str | None
    polarity: str | None
    level: str | None
    hedges: str | None
    cue: str | None
    content: str
    via: str | None
    made_by: str
    document: str
    key: str
    outlet: str | None
    published: date | None
    start: int


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Some of the matching claims, and how many there are in all."""

    rows: tuple[ClaimRow, ...]
    total: int


def claims(store: Store, wanted: ClaimFilter) -> ClaimPage:
    """The claims that fit, by date, document and place in the text."""
    base = _filtered(select(CLAIM, DOCUMENT).join(DOCUMENT, CLAIM.c.document_id == DOCUMENT.c.id), wanted)
    ordered = base.with_only_columns(
        *(CLAIM.c[name] for name in ("id", "voice", "source", "source_kind", "form", "kind", "polarity", "level")),
        *(CLAIM.c[name] for name in ("hedges", "cue", "content", "via", "made_by")),
        DOCUMENT.c.id.label("document"),
        DOCUMENT.c.key,
        DOCUMENT.c.outlet,
        DOCUMENT.c.published,
        CLAIM.c.position.label("start"),
    ).order_by(DOCUMENT.c.published, DOCUMENT.c.key, CLAIM.c.position, CLAIM.c.id)
    with store.read() as connection:
        total = connection.execute(
            select(func.count()).select_from(base.with_only_columns(CLAIM.c.id).subquery())
        ).scalar_one()
        rows = connection.execute(ordered.limit(wanted.limit).offset(wanted.offset)).mappings()
        return ClaimPage(tuple(ClaimRow(**row) for row in rows), total)


def named(name: str, document: Any, entity: Any) -> Any:
    """A condition: an entity goes by a name that holds these letters."""
    held = select(NAME.c.entity_id).where(
        NAME.c.document_id == document, NAME.c.entity_id == entity, NAME.c.folded.like(pattern(name), escape="\\")
    )
    return held.exists()


def _filtered(query: Select[Any], wanted: ClaimFilter) -> Select[Any]:
    for column in ("level", "polarity", "kind", "form"):
        value = getattr(wanted, column)
        if value is not None:
            query = query.where(CLAIM.c[column] == value)
    if wanted.id is not None:
        query = query.where(CLAIM.c.id.startswith(wanted.id, autoescape=True))
    elif not wanted.narration and wanted.form is None:
        query = query.where(CLAIM.c.form != "narration")
    if wanted.outlet is not None:
        query = query.where(holds(DOCUMENT.c.outlet, wanted.outlet))
    if wanted.source is not None:
        own = or_(holds(CLAIM.c.source, wanted.source), holds(CLAIM.c.voice, wanted.source))
        query = query.where(or_(own, named(wanted.source, CLAIM.c.document_id, CLAIM.c.source_id)))
    if wanted.about is not None:
        query = query.where(_about(wanted.about))
    if wanted.words is not None:
        condition, parameters = matching(wanted.words)
        query = query.where(text(condition).bindparams(**parameters))
    return query


def _about(name: str) -> Any:
    """The content names it, or mentions an entity that goes by that name elsewhere in the text."""
    mentioned = (
        select(ABOUT.c.claim_id)
        .where(ABOUT.c.document_id == CLAIM.c.document_id, ABOUT.c.claim_id == CLAIM.c.id)
        .where(named(name, ABOUT.c.document_id, ABOUT.c.entity_id))
    )
    return or_(holds(CLAIM.c.content, name), mentioned.exists())
