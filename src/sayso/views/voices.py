"""Who is who, and who speaks: the names of a store with their roles and what they said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.store import Store
from sayso.store.schema import CLAIM, DOCUMENT, ENTITY, NAME
from sayso.store.search import fold, pattern

Row = dict[str, Any]
OTHER_OFFICE = frozenset({"acting", "assistant", "deputy", "ex", "former", "under", "vice"})
"""Words before a role that make it another: a vice president is no president."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One name over all documents: how many claims it makes, in how many documents it stands.

    Joined by its written name only; whether two texts mean the same person is not decided here. A voice without a name
    is never joined: "an official" of two texts is two voices. `type` says what such a voice is; `organisation` is the
    name of what a voice speaks for.
    """

    name: str
    kind: str
    roles: tuple[str, ...]
    country: str | None
    claims: int
    documents: int
    outlets: tuple[str, ...]
    aliases: tuple[str, ...]
    type: str | None
    organisation: str | None


def voices(store: Store, name: str | None = None, limit: int = 30) -> tuple[Voice, ...]:
    """The names that fit, those with most claims first. None: every name that makes a claim."""
    with store.read() as connection:
        rows = _rows(connection, name)
        aliases = _aliases(connection, rows)
    grouped: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        grouped.setdefault(_same(row), []).append(row)
    found = (_voice(same, aliases) for same in grouped.values())
    return tuple(sorted(found, key=lambda v: (-v.claims, -v.documents, v.name))[:limit])


def _same(row: Row) -> tuple[str, ...]:
    """What joins a row with others: its name, or itself alone where it speaks and the text gives it none."""
    nameless = row["said"] and not row["named"]
    return (row["document_id"], row["id"]) if nameless else (fold(row["name"]) or "",)


def _rows(connection: Connection, name: str | None) -> list[Row]:
    """The entities that go by the name, or that speak, each with its number of claims."""
    said = (
        select(
            CLAIM.c.document_id,
            CLAIM.c.source_id,
            func.count().label("said"),
            func.max(CLAIM.c.source_kind == "named").label("named"),
            func.min(CLAIM.c.source_type).label("type"),
            func.min(CLAIM.c.organisation).label("organisation"),
        )
        .group_by(CLAIM.c.document_id, CLAIM.c.source_id)
        .subquery()
    )
    query = (
        select(ENTITY, DOCUMENT.c.outlet, func.coalesce(said.c.said, 0).label("said"))
        .add_columns(said.c.named, said.c.type, said.c.organisation)
        .join(DOCUMENT, ENTITY.c.document_id == DOCUMENT.c.id)
        .outerjoin(said, (said.c.document_id == ENTITY.c.document_id) & (said.c.source_id == ENTITY.c.id))
        .order_by(DOCUMENT.c.published, DOCUMENT.c.key, ENTITY.c.id)
    )
    if name is None:
        query = query.where(said.c.said > 0)
    else:
        held = select(NAME.c.entity_id).where(
            NAME.c.document_id == ENTITY.c.document_id,
            NAME.c.entity_id == ENTITY.c.id,
            NAME.c.folded.like(pattern(name), escape="\\"),
        )
        query = query.where(held.exists())
    return [dict(row) for row in connection.execute(query).mappings()]


def _aliases(connection: Connection, rows: list[Row]) -> dict[tuple[str, str], list[str]]:
    """The other names of the entities found."""
    wanted = {row["document_id"] for row in rows}
    found: dict[tuple[str, str], list[str]] = {}
    for row in connection.execute(select(NAME).order_by(NAME.c.document_id, NAME.c.folded)):
        if row.document_id in wanted:
            found.setdefault((row.document_id, row.entity_id), []).append(row.name)
    return found


def _voice(same: list[Row], aliases: dict[tuple[str, str], list[str]]) -> Voice:
    name = same[0]["name"]
    others = {fold(alias): alias for row in same for alias in aliases.get((row["document_id"], row["id"]), ())}
    return Voice(
        name=name,
        kind=Counter(row["kind"] for row in same).most_common(1)[0][0],
        roles=fullest(_different(row["role"] for row in same)),
        country=next((row["country"] for row in same if row["country"]), None),
        claims=sum(row["said"] for row in same),
        documents=len({row["document_id"] for row in same}),
        outlets=_different(row["outlet"] for row in same),
        aliases=tuple(alias for folded, alias in others.items() if folded != fold(name)),
        type=next((row["type"] for row in same if row["type"]), None),
        organisation=next((row["organisation"] for row in same if row["organisation"]), None),
    )


def _different(words: Iterable[str | None]) -> tuple[str, ...]:
    """The words that are stated, each once, whatever their case."""
    return tuple({fold(word): word for word in words if word}.values())


def fullest(roles: tuple[str, ...]) -> tuple[str, ...]:
    """The roles without those that another one contains: "engineer" is in "retired engineer in Tampa"."""
    words = [re.findall(r"\w+", fold(role) or "") for role in roles]
    return tuple(
        role
        for i, role in enumerate(roles)
        if not any(_contains(words[j], words[i]) for j in range(len(roles)) if len(words[j]) > len(words[i]))
    )


def _contains(longer: list[str], shorter: list[str]) -> bool:
    starts = range(len(longer) - len(shorter) + 1)
    return any(
        longer[at : at + len(shorter)] == shorter and not OTHER_OFFICE.intersection(longer[:at]) for at in starts
    )
