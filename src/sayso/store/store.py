"""Open a store: create it, bring an older one up to date, refuse what is not one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from sayso.store.engine import StoreError, engine, readers_beside_writer, writable

MIGRATIONS = Path(__file__).parent / "migrations"


class Store:
    """A store in one SQLite file, in WAL mode: one process writes while others read."""

    def __init__(self, path: Path, create: bool = True) -> None:
        """Open `path`; make it where it is missing and `create` is set. Raises StoreError, and changes nothing then.

        Where the file may not be written it is opened for reading.
        """
        self.path = path
        _check_file(path, create)
        self.engine = engine(path)
        try:
            self._migrate()
            if writable(path):
                readers_beside_writer(self.engine)
        except BaseException:
            self.close()
            raise

    def _migrate(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        head = ScriptDirectory.from_config(config).get_current_head()
        with self.read() as connection:
            if self._version(connection, config) == head:
                return
        if not writable(self.path):
            raise StoreError(f"{self.path} is of an older sayso and cannot be written here, so it cannot be updated")
        with self.write() as connection:
            if self._version(connection, config) != head:  # another process may have been first
                config.attributes["connection"] = connection
                command.upgrade(config, "head")

    def _version(self, connection: Connection, config: Config) -> str | None:
        """The schema of the file, None for an empty one."""
        tables = inspect(connection).get_table_names()
        if "alembic_version" not in tables:
            if tables:
                raise StoreError(f"{self.path} is a database, but not a store of sayso; nothing in it was changed")
            return None
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if version is not None and version not in _known(config):
            raise StoreError(f"{self.path} was written by a newer sayso (schema {version}); update sayso to open it")
        return version

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the store."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing. Others wait for its end before they write."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def _known(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def _check_file(path: Path, create: bool) -> None:
    """SQLite would turn an empty file into a database and choke on any other; say so before."""
    if path.is_dir() or not path.parent.is_dir():
        raise StoreError(f"{path} cannot be a store; give the path of a file in a folder that exists")
    if not path.exists():
        if not create:
            raise StoreError(f"there is no store {path}; make one with: sayso add FILE… --store {path}")
        if not writable(path):
            raise StoreError(f"{path} cannot be made: its folder may not be written")
        return
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror or error}") from error
    if head and head != b"SQLite format 3\x00":
        raise StoreError(f"{path} is not a store of sayso; nothing in it was changed")
