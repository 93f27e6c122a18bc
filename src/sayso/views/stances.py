"""Who stands where toward whom: the stances of a store, one row for each pair and value, with every source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sqlalchemy import Connection, RowMapping, Select, or_, select

from sayso.compare.origins import origins
from sayso.compare.sentences import sentences
from sayso.document.records import StanceValue
from sayso.errors import UsageError
from sayso.store import Store
from sayso.store.schema import CLAIM, DOCUMENT, STANCE, TEXT
from sayso.store.search import fold, holds
from sayso.views.claims import named
from sayso.views.nearest import nearest
from sayso.views.runs import outdated

Row = dict[str, Any]
Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class StanceFilter:
    """Conditions that all must hold; None is no condition. `to` is a name of the actor, or words for the act."""

    from_: str | None = None
    to: str | None = None
    value: str | None = None
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class StanceSource:
    """One place where a stance is told, and by whose account: `voice` is None for the outlet's."""

    id: str
    basis: str
    toward: str
    words: str
    """The sentence."""
    voice: str | None
    claim: str | None
    made_by: str
    document: str
    key: str
    outlet: str | None
    published: date | None
    start: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Who stands where toward whom. `to` is None where no actor is known; `toward` are the words then.

    Joined by written names over documents; what has none is joined within its document only. `claims` and `documents`
    count where it is told, `origins` the texts that are no copies of each other.
    """

    from_: str
    value: str
    to: str | None
    toward: str
    claims: int
    documents: int
    origins: int
    sources: tuple[StanceSource, ...]


@dataclass(frozen=True, slots=True)
class StancePage:
    """Some of the matching rows, how many match in all, and how many there are without the conditions.

    `nearest` are names written nearly like the one that was asked for, where nothing matches. In `outdated` documents,
    analysed by other stages than ours, stances may not have been looked for.
    """

    rows: tuple[Stand, ...]
    total: int
    unfiltered: int
    nearest: tuple[str, ...]
    outdated: int


def stances(store: Store, wanted: StanceFilter) -> StancePage:
    """The rows that fit, those told by most origins first. Raises UsageError for a value that there is not."""
    values = get_args(StanceValue)
    if wanted.value is not None and wanted.value not in values:
        raise UsageError(f"there is no stance {wanted.value!r}; there are {', '.join(values)}")
    with store.read() as connection:
        found = _grouped(connection.execute(_filtered(wanted)).mappings().all())
        every = _grouped(connection.execute(_filtered(StanceFilter())).mappings().all())
        copies = _origins(connection, found.values())
        ranked = sorted(found.values(), key=lambda rows: _rank(rows, copies))
        shown = ranked[wanted.offset : wanted.offset + wanted.limit]
        said = _said(connection, shown)
        return StancePage(
            tuple(_stand(rows, copies, said) for rows in shown),
            len(found),
            len(every),
            _near(connection, wanted) if not found else (),
            outdated(connection),
        )


def _filtered(wanted: StanceFilter) -> Select[Any]:
    query = (
        select(STANCE, CLAIM.c.voice, DOCUMENT.c.key, DOCUMENT.c.outlet, DOCUMENT.c.published, DOCUMENT.c.text_id)
        .join(DOCUMENT, STANCE.c.document_id == DOCUMENT.c.id)
        .join(CLAIM, (CLAIM.c.document_id == STANCE.c.document_id) & (CLAIM.c.id == STANCE.c.claim_id), isouter=True)
        .order_by(DOCUMENT.c.published, DOCUMENT.c.key, STANCE.c.position, STANCE.c.id)
    )
    if wanted.value is not None:
        query = query.where(STANCE.c.value == wanted.value)
    if wanted.from_ is not None:
        query = query.where(
            or_(holds(STANCE.c.holder, wanted.from_), named(wanted.from_, STANCE.c.document_id, STANCE.c.holder_id))
        )
    if wanted.to is not None:
        own = (holds(STANCE.c[column], wanted.to) for column in ("target", "toward"))
        query = query.where(or_(*own, named(wanted.to, STANCE.c.document_id, STANCE.c.target_id)))
    return query


def _grouped(rows: Iterable[RowMapping]) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = {}
    for row in map(dict, rows):
        found.setdefault((*_who(row, "holder"), row["value"], *_who(row, "target")), []).append(row)
    return found


def _who(row: Row, role: str) -> Key:
    """What joins a holder or target with others: the name; within the document the entity, or the words."""
    if row[f"{role}_named"]:
        return fold(row[role]), None
    words = row[role] if role == "holder" else row["toward"]
    return row[f"{role}_id"] or fold(words), row["document_id"]


def _origins(connection: Connection, groups: Iterable[list[Row]]) -> dict[str, int]:
    """The number of the origin of each text, of those that a row has several of."""
    several = {row["text_id"] for rows in groups if len({r["text_id"] for r in rows}) > 1 for row in rows}
    query = select(TEXT.c.id, TEXT.c.characters).where(TEXT.c.id.in_(sorted(several)))
    texts = {row.id: row.characters for row in connection.execute(query.order_by(TEXT.c.id))} if several else {}
    return {text: number for number, origin in enumerate(origins(texts)) for text in origin.texts}


def _told(rows: list[Row]) -> int:
    """How many claims tell it; what no claim tells counts by itself."""
    return len({(row["document_id"], row["claim_id"] or row["id"]) for row in rows})


def _apart(rows: list[Row], copies: Mapping[str, int]) -> int:
    """How many texts tell it that are no copies of each other."""
    return len({copies.get(row["text_id"], row["text_id"]) for row in rows})


def _rank(rows: list[Row], copies: Mapping[str, int]) -> tuple[Any, ...]:
    """Most origins, then most claims, then by name; the last parts only settle the order."""
    first = rows[0]
    names = (fold(first["holder"]), fold(first["target"] or first["toward"]), first["value"], first["document_id"])
    return -_apart(rows, copies), -_told(rows), *names


def _said(connection: Connection, groups: list[list[Row]]) -> dict[tuple[str, int], str]:
    """The sentence at each place, on one line, by text and first character."""
    places: dict[str, list[int]] = {}
    for row in (row for rows in groups for row in rows):
        places.setdefault(row["text_id"], []).append(row["position"])
    query = select(TEXT.c.id, TEXT.c.characters).where(TEXT.c.id.in_(sorted(places)))
    found = {}
    for text in connection.execute(query.order_by(TEXT.c.id)):
        cut = list(sentences(text.characters))
        starts = [start for start, _ in cut]
        for place in places[text.id]:
            start, end = cut[bisect_right(starts, place) - 1]
            found[text.id, place] = " ".join(text.characters[start:end].split())
    return found


def _stand(rows: list[Row], copies: Mapping[str, int], said: Mapping[tuple[str, int], str]) -> Stand:
    first = rows[0]
    return Stand(
        from_=first["holder"],
        value=first["value"],
        to=first["target"],
        toward=_line(first["toward"]),
        claims=_told(rows),
        documents=len({row["document_id"] for row in rows}),
        origins=_apart(rows, copies),
        sources=tuple(_source(row, said) for row in rows),
    )


def _source(row: Row, said: Mapping[tuple[str, int], str]) -> StanceSource:
    return StanceSource(
        **{name: row[name] for name in ("id", "voice", "made_by", "key", "outlet", "published")},
        basis=_line(row["basis"]),
        toward=_line(row["toward"]),
        words=said[row["text_id"], row["position"]],
        claim=row["claim_id"],
        document=row["document_id"],
        start=row["position"],
    )


def _line(words: str) -> str:
    return " ".join(words.split())


def _near(connection: Connection, wanted: StanceFilter) -> tuple[str, ...]:
    """Names of holders or targets that are written nearly like the one asked for."""
    found: tuple[str, ...] = ()
    for role, name in (("holder", wanted.from_), ("target", wanted.to)):
        if name is not None:
            column = STANCE.c[role]
            found += nearest(connection, select(column).where(column.is_not(None)).distinct().order_by(column), name)
    return tuple(dict.fromkeys(found))
