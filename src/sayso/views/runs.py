"""What is in a store, what its runs did, and what they lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

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
class Status:
    """The state of a store."""

    path: str
    documents: int
    texts: int
    words: int
    claims: int
    events: int
    undated: int
    runs: tuple[RunRow, ...]
    losses: tuple[LossRow, ...]


def status(store: Store, runs: int = 5, failed_only: bool = False, losses: int = 50) -> Status:
    """Counts, the last runs, and the last losses (with `failed_only` no skips among them)."""
    lost = select(LOSS.c.run_id.label("run"), LOSS.c.key, LOSS.c.kind, LOSS.c.code, LOSS.c.message)
    if failed_only:
        lost = lost.where(LOSS.c.kind == "failed")
    columns = [RUN.c[name] for name in ("id", "started", "finished", "version", "seen", "made", "skipped", "failed")]
    with store.read() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (DOCUMENT, TEXT, CLAIM, EVENT)
        ]
        words = connection.execute(select(func.coalesce(func.sum(DOCUMENT.c.words), 0))).scalar_one()
        undated = connection.execute(
            select(func.count()).select_from(DOCUMENT).where(DOCUMENT.c.published.is_(None))
        ).scalar_one()
        last = connection.execute(select(*columns).order_by(RUN.c.id.desc()).limit(runs)).mappings()
        missing = connection.execute(lost.order_by(LOSS.c.id.desc()).limit(losses)).mappings()
        return Status(
            str(store.path),
            counts[0],
            counts[1],
            int(words),
            counts[2],
            counts[3],
            undated,
            tuple(RunRow(**row) for row in last),
            tuple(LossRow(**row) for row in missing),
        )
