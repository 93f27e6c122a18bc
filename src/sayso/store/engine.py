"""SQLite, set up: one writer beside many readers, whole transactions, and faults of the file in plain words."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.engine import Engine, ExceptionContext

from sayso.errors import UsageError
from sayso.store.search import fold

WAIT_MS = 10_000
"""How long a writer waits for another one."""
FAULTS = (
    ("locked", "is being written by another process for too long; try again when it is done"),
    ("readonly", "cannot be written; check who may write the file and its folder"),
    ("unable to open", "cannot be opened; check who may read the file and its folder"),
    ("full", "cannot be written: the disk is full; what was finished is kept"),
    ("disk i/o", "cannot be written: the disk reports an error; what was finished is kept"),
    ("malformed", "is damaged; restore it from a copy, or add the files to a new store"),
    ("not a database", "is damaged; restore it from a copy, or add the files to a new store"),
)
"""What SQLite says, and what it means for the user."""


class StoreError(UsageError):
    """The file is no store, or one that cannot be opened or written here."""


def writable(path: Path) -> bool:
    """The file, and the folder where SQLite keeps its journal beside it, may be written."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def engine(path: Path) -> Engine:
    """An engine on the file. Where it may not be written it is only read.

    Its errors come out as StoreError. `write` transactions take the lock at their start (see `begin`), so that
    nothing they have read can change before they write.
    """
    made = create_engine(_writing(path) if writable(path) else _read_only(path))
    event.listen(made, "connect", _prepare if writable(path) else _prepare_reading)
    event.listen(made, "begin", _begin)
    event.listen(made, "handle_error", _explain(path))
    return made


def _writing(path: Path) -> URL:
    """No part of a path is taken for a part of an address ("a?b.db")."""
    return URL.create("sqlite", database=str(path.absolute()))


def _read_only(path: Path) -> URL:
    """SQLite asks for `immutable` where it cannot make its journal; a journal that is there must still be read."""
    journal = path.with_name(path.name + "-wal")
    how = {"mode": "ro", "uri": "true"}
    if not (journal.exists() and journal.stat().st_size):
        how["immutable"] = "1"
    return URL.create("sqlite", database=f"file:{quote_from_bytes(os.fsencode(path.absolute()))}", query=how)


def readers_beside_writer(made: Engine) -> None:
    """Switch the file to WAL, once, when it is known to be a store; where it is locked, its writer has done so."""
    connection = made.raw_connection()
    try:
        if connection.driver_connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":  # type: ignore[union-attr]
            with suppress(sqlite3.OperationalError):
                connection.driver_connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[union-attr]
    finally:
        connection.close()


def _prepare(connection: Any, record: object) -> None:
    _prepare_reading(connection, record)
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _prepare_reading(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver's own transactions leave out tables and reads; we begin ours
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.execute(f"PRAGMA busy_timeout={WAIT_MS}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _explain(path: Path) -> Any:
    def handle(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.DatabaseError):
            explained = explanation(path, context.original_exception)
            if explained is not None:
                raise explained from context.original_exception

    return handle


def explanation(path: Path, error: sqlite3.DatabaseError) -> StoreError | None:
    """What an error of SQLite means; None where the fault is not the file's."""
    said = str(error).lower()
    for words, meaning in FAULTS:
        if words in said:
            return StoreError(f"{path} {meaning}")
    return None
