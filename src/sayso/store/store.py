"""Open a store: create it, bring an older one up to date, refuse what is not one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, inspect
from sqlalchemy.engine import Engine

from sayso.errors import UsageError

MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_MS = 10_000
"""How long a writer waits for another one."""


class StoreError(UsageError):
    """The file is no store, or one that this version cannot open."""


class Store:
    """A store in one SQLite file, in WAL mode: one process writes while others read."""

    def __init__(self, path: Path, create: bool = True) -> None:
        """Open `path`; make it where it is missing and `create` is set. Raises StoreError, and changes nothing then."""
        self.path = path
        if not create and not path.exists():
            raise StoreError(f"there is no store {path}; make one with: sayso add FILE… --store {path}")
        if path.is_dir() or not path.parent.is_dir():
            raise StoreError(f"{path} cannot be a store; give the path of a file in a folder that exists")
        _check_header(path)
        self.engine = _engine(path)
        self._migrate()

    def _migrate(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        head = ScriptDirectory.from_config(config).get_current_head()
        try:
            with self.engine.connect() as connection:
                tables = inspect(connection).get_table_names()
                version = None
                if "alembic_version" in tables:
                    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
                elif tables:
                    raise StoreError(f"{self.path} is a database, but not a store of sayso; nothing in it was changed")
                if version == head:
                    return
                if version is not None and version not in _known(config):
                    raise StoreError(
                        f"{self.path} was written by a newer sayso (schema {version}); update sayso to open it"
                    )
            with self.engine.begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except sqlite3.OperationalError as error:  # pragma: no cover - depends on the file system
            raise StoreError(f"{self.path} cannot be opened: {error}") from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the store."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing."""
        with self.engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def _known(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def _check_header(path: Path) -> None:
    """SQLite would turn an empty file into a database and choke on any other; say so before."""
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\x00":
                raise StoreError(f"{path} is not a store of sayso; nothing in it was changed")


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA busy_timeout={WAIT_MS}")

    return engine
