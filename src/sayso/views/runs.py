"""What is in a store, what its runs did, and what they lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select

from sayso.models.catalogue import PROFILES
from sayso.pipeline import fingerprint, stages
from sayso.store import Store
from sayso.store.schema import CLAIM, DOCUMENT, EVENT, LOSS, RUN, TEXT


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run: seen = made + skipped + failed. `finished` is None where it was cut off."""

    id: int
    started: datetime
    finished: datetime | None
    version: str
    seen: int
    made: int
    skipped: int
    failed: int


@dataclass(frozen=True, slots=True)
class LossRow:
    """One text that was not kept, and why."""

    run: int
    key: str
    kind: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class SkipTally:
    """How many texts a run skipped for one reason, with the message of the first."""

    run: int
    code: str
    count: int
    message: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a store. `outdated` documents were analysed by other stages than ours: what these add they lack."""

    path: str
    documents: int
    texts: int
    words: int
    claims: int
    events: int
    undated: int
    outdated: int
    runs: tuple[RunRow, ...]
    losses: tuple[LossRow, ...]
    failures: int
    skips: tuple[SkipTally, ...]


def status(store: Store, runs: int = 5, failed_only: bool = False, losses: int | None = None) -> Status:
    """Counts, the last runs, what failed and how much was skipped why (with `failed_only` no skips).

    `losses` is how many of the losses are listed at most, those that failed and the latest first; None: all.
    """
    columns = [RUN.c[name] for name in ("id", "started", "finished", "version", "seen", "made", "skipped", "failed")]
    with store.read() as connection:
        counts = [_count(connection, table) for table in (DOCUMENT, TEXT, CLAIM, EVENT)]
        words = connection.execute(select(func.coalesce(func.sum(DOCUMENT.c.words), 0))).scalar_one()
        last = connection.execute(select(*columns).order_by(RUN.c.id.desc()).limit(runs)).mappings()
        return Status(
            str(store.path),
            counts[0],
            counts[1],
            int(words),
            counts[2],
            counts[3],
            _count(connection, DOCUMENT, DOCUMENT.c.published.is_(None)),
            outdated(connection),
            tuple(RunRow(**row) for row in last),
            _lost(connection, failed_only, losses),
            _count(connection, LOSS, LOSS.c.kind == "failed"),
            () if failed_only else _skips(connection),
        )


def outdated(connection: Connection) -> int:
    """How many documents were analysed by other stages than ours."""
    return _count(connection, DOCUMENT, DOCUMENT.c.pipeline.not_in([fingerprint(stages(one)) for one in PROFILES]))


def _count(connection: Connection, table: Table, condition: Any = True) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one())


def _lost(connection: Connection, failed_only: bool, losses: int | None) -> tuple[LossRow, ...]:
    lost = select(LOSS.c.run_id.label("run"), LOSS.c.key, LOSS.c.kind, LOSS.c.code, LOSS.c.message)
    if failed_only:
        lost = lost.where(LOSS.c.kind == "failed")
    latest = lost.order_by(LOSS.c.kind != "failed", LOSS.c.id.desc()).limit(losses)
    return tuple(LossRow(**row) for row in connection.execute(latest).mappings())


def _skips(connection: Connection) -> tuple[SkipTally, ...]:
    """A line a run and code, the latest run first."""
    tally = (
        select(func.min(LOSS.c.id).label("first"), func.count().label("count"))
        .where(LOSS.c.kind == "skipped")
        .group_by(LOSS.c.run_id, LOSS.c.code)
        .subquery()
    )
    query = (
        select(LOSS.c.run_id.label("run"), LOSS.c.code, tally.c.count, LOSS.c.message)
        .join(tally, LOSS.c.id == tally.c.first)
        .order_by(LOSS.c.run_id.desc(), LOSS.c.code)
    )
    return tuple(SkipTally(**row) for row in connection.execute(query).mappings())
