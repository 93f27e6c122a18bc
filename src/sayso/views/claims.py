"""Who says what: the claims of a store, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text

from sayso.errors import UsageError
from sayso.store import Store
from sayso.store.schema import ABOUT, CLAIM, DOCUMENT, NAME
from sayso.store.search import holds, matching, pattern
from sayso.views.nearest import nearest
from sayso.vocabulary.load import vocabulary


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Conditions that all must hold; None is no condition. Names match anywhere in them, in any case."""

    about: str | None = None
    source: str | None = None
    """A name of the voice, or of what it speaks for."""
    type: str | None = None
    """What a voice is that is not named."""
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
    """One claim, with the carrying it was found in. None is not stated or not known.

    `source_type` is what a voice is that is not named; `organisation` is the name of what the voice speaks for.
    `told_by` are the voices that pass it on, the nearest first.
    """

    id: str
    voice: str | None
    source: str | None
    source_kind: str
    source_type: str | None
    organisation: str | None
    form: str
    kind: str | None
    polarity: str | None
    level: str | None
    hedges: str | None
    tense: str | None
    confidence: str | None
    distance: str | None
    cue: str | None
    content: str
    via: str | None
    made_by: str
    document: str
    key: str
    outlet: str | None
    published: date | None
    start: int
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Some of the matching claims, how many match in all, and how many there are without the conditions.

    `nearest` are names written nearly like the one that was asked for, where nothing matches.
    """

    rows: tuple[ClaimRow, ...]
    total: int
    unfiltered: int
    nearest: tuple[str, ...]


def claims(store: Store, wanted: ClaimFilter) -> ClaimPage:
    """The claims that fit, by date, document and place in the text. Raises UsageError for a type that there is not."""
    _check(wanted)
    base = _filtered(select(CLAIM, DOCUMENT).join(DOCUMENT, CLAIM.c.document_id == DOCUMENT.c.id), wanted)
    ordered = base.with_only_columns(
        *(CLAIM.c[name] for name in ("id", "voice", "source", "source_kind", "source_type", "organisation")),
        *(CLAIM.c[name] for name in ("form", "kind", "polarity", "level", "hedges", "cue", "content")),
        *(CLAIM.c[name] for name in ("tense", "confidence", "distance", "via", "made_by")),
        DOCUMENT.c.id.label("document"),
        DOCUMENT.c.key,
        DOCUMENT.c.outlet,
        DOCUMENT.c.published,
        CLAIM.c.position.label("start"),
    ).order_by(DOCUMENT.c.published, DOCUMENT.c.key, CLAIM.c.position, CLAIM.c.id)
    everything = _filtered(select(CLAIM), ClaimFilter(narration=wanted.narration))
    with store.read() as connection:
        total = _count(connection, base)
        rows = connection.execute(ordered.limit(wanted.limit).offset(wanted.offset)).mappings().all()
        chain = _Chain(connection, {row["document"] for row in rows if row["via"] is not None})
        return ClaimPage(
            tuple(ClaimRow(**row, told_by=chain.of(row["document"], row["voice"], row["via"])) for row in rows),
            total,
            _count(connection, everything),
            _near(connection, wanted) if total == 0 else (),
        )


def _check(wanted: ClaimFilter) -> None:
    types = [entry["id"] for entry in vocabulary("sources")["types"]]
    if wanted.type is not None and wanted.type not in types:
        raise UsageError(f"there is no type of voice {wanted.type!r}; there are {', '.join(sorted(types))}")


def _count(connection: Connection, query: Select[Any]) -> int:
    counted = select(func.count()).select_from(query.with_only_columns(CLAIM.c.id).subquery())
    return int(connection.execute(counted).scalar_one())


def _near(connection: Connection, wanted: ClaimFilter) -> tuple[str, ...]:
    """Names that claims are about, or voices, written nearly like the one asked for."""
    found: tuple[str, ...] = ()
    if wanted.about is not None:
        same = (ABOUT.c.document_id == NAME.c.document_id) & (ABOUT.c.entity_id == NAME.c.entity_id)
        mentioned = select(NAME.c.name).join(ABOUT, same).distinct().order_by(NAME.c.name)
        found += nearest(connection, mentioned, wanted.about)
    if wanted.source is not None:
        found += nearest(connection, select(CLAIM.c.voice).distinct().order_by(CLAIM.c.voice), wanted.source)
    return tuple(dict.fromkeys(found))


class _Chain:
    """The claims of some documents, to follow from voice to voice."""

    def __init__(self, connection: Connection, documents: set[str]) -> None:
        query = select(CLAIM.c.document_id, CLAIM.c.id, CLAIM.c.voice, CLAIM.c.via).where(
            CLAIM.c.document_id.in_(sorted(documents))
        )
        self.claims = {(row.document_id, row.id): row for row in connection.execute(query)}

    def of(self, document: str, voice: str | None, via: str | None) -> tuple[str, ...]:
        """The voices further out, as far as they are named; nobody passes on his own words."""
        found: list[str] = []
        while via is not None:
            outer = self.claims[document, via]
            if outer.voice is not None and outer.voice != voice:
                found.append(outer.voice)
            voice, via = outer.voice, outer.via
        return tuple(found)


def named(name: str, document: Any, entity: Any) -> Any:
    """A condition: an entity goes by a name that holds these letters."""
    held = select(NAME.c.entity_id).where(
        NAME.c.document_id == document, NAME.c.entity_id == entity, NAME.c.folded.like(pattern(name), escape="\\")
    )
    return held.exists()


def spoken_by(name: str) -> Any:
    """A condition: the voice of a claim, or what it speaks for, goes by a name that holds these letters."""
    own = (holds(CLAIM.c[column], name) for column in ("source", "voice", "organisation"))
    called = (named(name, CLAIM.c.document_id, CLAIM.c[id]) for id in ("source_id", "organisation_id"))
    return or_(*own, *called)


def _filtered(query: Select[Any], wanted: ClaimFilter) -> Select[Any]:
    for name in ("type", "level", "polarity", "kind", "form"):
        value = getattr(wanted, name)
        if value is not None:
            query = query.where(CLAIM.c["source_type" if name == "type" else name] == value)
    if wanted.id is not None:
        query = query.where(CLAIM.c.id.startswith(wanted.id, autoescape=True))
    elif not wanted.narration and wanted.form is None:
        query = query.where(CLAIM.c.form != "narration")
    if wanted.outlet is not None:
        query = query.where(holds(DOCUMENT.c.outlet, wanted.outlet))
    if wanted.source is not None:
        query = query.where(spoken_by(wanted.source))
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
