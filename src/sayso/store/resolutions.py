"""What a person says became of a forecast: added to the store, taken back by one more row, never changed.

Resolutions name claims by their id, which is a hash of the text and of what the claim rests on, so that they hold
after a text is read again. One whose claim is read otherwise now names a claim that is gone; it is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, insert, select

from sayso.errors import UsageError
from sayso.store.schema import CLAIM, DOCUMENT, RESOLUTION
from sayso.store.store import Store

Outcome = Literal["yes", "no", "partly"]
AHEAD = frozenset({"forecast", "recommendation", "aim"})
"""Kinds of claims of which something can become."""
UNDONE = "undone"
SHOWN = 5
"""Ids that a message lists."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of a claim, as a person says. `evidence` is the claim that shows it. None is not stated."""

    number: int
    claim: str
    outcome: str
    evidence: str | None
    note: str | None
    person: str | None
    made: datetime
    content: str
    key: str


def resolve(
    store: Store,
    claim: str,
    outcome: Outcome,
    evidence: str | None = None,
    note: str | None = None,
    person: str | None = None,
) -> Resolution:
    """Add what became of a claim. `claim` and `evidence` are ids or their beginnings.

    Raises UsageError for an id that no claim has or several have, and for a claim that looks at nothing ahead.
    """
    with store.write() as connection:
        found = one_claim(connection, claim)
        if found["kind"] not in AHEAD:
            raise UsageError(
                f"{found['id']} is no forecast but a {found['kind'] or 'claim of no known kind'} "
                f"(“{_short(found['content'])}”); the ids of forecasts are listed by: sayso forecasts"
            )
        shown = one_claim(connection, evidence)["id"] if evidence is not None else None
        return _add(connection, found, outcome, evidence=shown, note=note, person=person)


def undo(store: Store, claim: str, note: str | None = None, person: str | None = None) -> Resolution:
    """Take back the last resolution of a claim that stands; the one before it stands again.

    Gives the row that takes it back. Raises UsageError for an id without a resolution that stands.
    """
    with store.write() as connection:
        named = _resolved(connection, claim)
        last = standing(resolutions(connection))[named]
        values = {"id": named, "content": last.content, "key": last.key}
        return _add(connection, values, UNDONE, undoes=last.number, note=note, person=person)


def resolutions(connection: Connection) -> list[tuple[Resolution, int | None]]:
    """Every row in the order they were made, with the number of the one that it takes back."""
    rows = connection.execute(select(RESOLUTION).order_by(RESOLUTION.c.id)).mappings()
    return [(_made(row), row["undoes"]) for row in rows]


def standing(rows: Iterable[tuple[Resolution, int | None]]) -> dict[str, Resolution]:
    """The resolution that stands for each claim: its last one that is not taken back."""
    kept: dict[str, list[Resolution]] = {}
    for row, undoes in rows:
        own = kept.setdefault(row.claim, [])
        if undoes is None:
            own.append(row)
        else:
            own[:] = [one for one in own if one.number != undoes]
    return {claim: own[-1] for claim, own in kept.items() if own}


def one_claim(connection: Connection, beginning: str) -> Mapping[str, str]:
    """Id, kind, content and key of the only claim whose id begins so; copies of a text share their claims' ids."""
    query = (
        select(CLAIM.c.id, CLAIM.c.kind, CLAIM.c.content, DOCUMENT.c.key)
        .join(DOCUMENT, CLAIM.c.document_id == DOCUMENT.c.id)
        .where(CLAIM.c.id.startswith(beginning, autoescape=True))
        .order_by(CLAIM.c.id, DOCUMENT.c.published, DOCUMENT.c.key)
    )
    found = {row["id"]: row for row in reversed(connection.execute(query).mappings().all())}
    if not found or not beginning:
        raise UsageError(f"no claim here has the id {beginning!r}; ids are listed by: sayso forecasts, sayso claims")
    if len(found) > 1:
        raise UsageError(f"several ids begin with {beginning!r}: {_some(sorted(found))}; give more of it")
    return dict(next(iter(found.values())))


def _resolved(connection: Connection, beginning: str) -> str:
    """The only id that begins so and has a resolution that stands; its claim may be gone."""
    found = sorted(claim for claim in standing(resolutions(connection)) if claim.startswith(beginning))
    if not found or not beginning:
        raise UsageError(
            f"nothing is resolved under the id {beginning!r}; what is resolved is listed by: sayso forecasts --resolved"
        )
    if len(found) > 1:
        raise UsageError(f"several resolved ids begin with {beginning!r}: {_some(found)}; give more of it")
    return found[0]


def _add(connection: Connection, claim: Mapping[str, str], outcome: str, **given: object) -> Resolution:
    made = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    values = {
        "claim_id": claim["id"],
        "outcome": outcome,
        "content": claim["content"],
        "key": claim["key"],
        "made": made,
    }
    key = connection.execute(insert(RESOLUTION).values(**values, **given)).inserted_primary_key
    assert key is not None
    row = connection.execute(select(RESOLUTION).where(RESOLUTION.c.id == key[0])).mappings().one()
    return _made(row)


def _made(row: RowMapping) -> Resolution:
    plain = ("outcome", "evidence", "note", "person", "made", "content", "key")
    return Resolution(number=row["id"], claim=row["claim_id"], **{name: row[name] for name in plain})


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else "")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 80 else line[:79].rstrip() + "…"
