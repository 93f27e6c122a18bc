"""Who is who, and who speaks: the names of a store with their roles and what they said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select

from sayso.store import Store
from sayso.store.schema import CLAIM, DOCUMENT, ENTITY, NAME
from sayso.views.claims import escaped


@dataclass(frozen=True, slots=True)
class Voice:
    """One name over all documents: how many claims it makes, in how many documents it stands.

    Joined by its written name only; whether two texts mean the same person is not decided here.
    """

    name: str
    kind: str
    roles: tuple[str, ...]
    country: str | None
    claims: int
    documents: int
    outlets: tuple[str, ...]
    aliases: tuple[str, ...]


def voices(store: Store, name: str | None = None, limit: int = 30) -> tuple[Voice, ...]:
    """The names that fit, those with most claims first. None: every name that makes a claim."""
    query = select(ENTITY, DOCUMENT.c.outlet).join(DOCUMENT, ENTITY.c.document_id == DOCUMENT.c.id)
    if name is not None:
        pattern = f"%{escaped(name.casefold())}%"
        held = select(NAME.c.entity_id).where(
            NAME.c.document_id == ENTITY.c.document_id,
            NAME.c.entity_id == ENTITY.c.id,
            NAME.c.folded.like(pattern, escape="\\"),
        )
        query = query.where(held.exists())
    said = select(CLAIM.c.document_id, CLAIM.c.source_id, func.count()).group_by(CLAIM.c.document_id, CLAIM.c.source_id)
    with store.read() as connection:
        rows = connection.execute(query.order_by(ENTITY.c.document_id, ENTITY.c.id)).mappings().all()
        counts = {(row[0], row[1]): row[2] for row in connection.execute(said)}
        aliases = _aliases(connection, name is not None)
    grouped: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        entry = dict(row, said=counts.get((row["document_id"], row["id"]), 0))
        grouped.setdefault(str(row["name"]).casefold(), []).append(entry)
    found = [_voice(same, aliases) for same in grouped.values()]
    kept = [voice for voice in found if name is not None or voice.claims]
    return tuple(sorted(kept, key=lambda v: (-v.claims, -v.documents, v.name))[:limit])


def _aliases(connection: object, wanted: bool) -> dict[tuple[str, str], list[str]]:
    if not wanted:
        return {}
    found: dict[tuple[str, str], list[str]] = {}
    for row in connection.execute(select(NAME).order_by(NAME.c.folded)):  # type: ignore[attr-defined]
        found.setdefault((row.document_id, row.entity_id), []).append(row.folded)
    return found


def _voice(same: list[dict[str, object]], aliases: dict[tuple[str, str], list[str]]) -> Voice:
    first = same[0]
    others = (
        alias
        for row in same
        for alias in aliases.get((str(row["document_id"]), str(row["id"])), ())
        if alias != str(first["name"]).casefold()
    )
    return Voice(
        name=str(first["name"]),
        kind=Counter(str(row["kind"]) for row in same).most_common(1)[0][0],
        roles=tuple(dict.fromkeys(str(row["role"]) for row in same if row["role"])),
        country=next((str(row["country"]) for row in same if row["country"]), None),
        claims=sum(int(str(row["said"])) for row in same),
        documents=len({row["document_id"] for row in same}),
        outlets=tuple(dict.fromkeys(str(row["outlet"]) for row in same if row["outlet"])),
        aliases=tuple(dict.fromkeys(others)),
    )
