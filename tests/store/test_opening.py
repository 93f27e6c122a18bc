"""A store opens where it can, says in one line why where it cannot, and never harms what it refuses."""

from __future__ import annotations

import importlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from sayso.store import Store, StoreError, engine, writer
from sayso.store import store as opening
from sayso.store.schema import METADATA
from sayso.views.claims import ClaimFilter, claims
from tests.kept import BRIDGE, keep

VERSIONS = (
    "0001_the_first_schema",
    "0002_what_an_unnamed_voice_is",
    "0003_how_sure",
    "0004_what_next",
    "0005_where_they_stand",
)


def test_an_empty_file_becomes_the_schema_as_written(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    store = Store(path)
    with store.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _, name, kind, *__: not str(name).startswith("claim_words")}
        )
        assert compare_metadata(context, METADATA) == []
    store.close()


class Recorder:
    """Stands in for Alembic's `op` and keeps the columns that the migrations make."""

    def __init__(self) -> None:
        self.columns: dict[tuple[str, str], Any] = {}

    def f(self, name: str) -> str:
        return name

    def create_table(self, table: str, *parts: Any, comment: str) -> None:
        self.columns[table, ""] = comment
        self.columns |= {
            (table, part.name): (part.comment, part.nullable) for part in parts if isinstance(part, sa.Column)
        }

    def add_column(self, table: str, part: Any) -> None:
        self.columns[table, part.name] = (part.comment, part.nullable)

    def batch_alter_table(self, *_: object, **__: object) -> Any:
        return tempfile.SpooledTemporaryFile()  # anything that can be entered; indexes are compared in the file

    def execute(self, _: str) -> None:
        """The full-text table has no columns of ours."""


def test_the_migrations_say_the_same_of_every_column_as_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    found = sorted(path.stem for path in (opening.MIGRATIONS / "versions").glob("0*.py"))
    assert found == list(VERSIONS), "teach Recorder what the new migration does"
    recorder = Recorder()
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "create_index", lambda *_, **__: None, raising=False)
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "f", lambda _, name: name, raising=False)
    for version in found:
        migration = importlib.import_module(f"sayso.store.migrations.versions.{version}")
        monkeypatch.setattr(migration, "op", recorder)
        migration.upgrade()
    wanted: dict[tuple[str, str], Any] = {(table.name, ""): table.comment for table in METADATA.tables.values()}
    wanted |= {
        (table.name, column.name): (column.comment, column.nullable)
        for table in METADATA.tables.values()
        for column in table.columns
    }
    assert recorder.columns == wanted
    assert all(wanted.values())


def of_the_first_schema(path: Path, store: Store) -> None:
    """A store as it was before 0002, with all that the given one holds."""
    config = Config()
    config.set_main_option("script_location", str(opening.MIGRATIONS))
    older = engine.engine(path)
    with older.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    older.dispose()
    with sqlite3.connect(path) as file:
        file.execute("ATTACH ? AS newer", (str(store.path),))
        for table in (*(table.name for table in METADATA.sorted_tables), "claim_words"):
            names = ", ".join(f'"{row[1]}"' for row in file.execute(f"PRAGMA main.table_info({table})"))
            if names:  # it had that table then
                file.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newer.{table}")
    file.close()


def test_a_store_of_the_first_schema_keeps_all_it_holds(tmp_path: Path) -> None:
    kept = keep(tmp_path / "newer.db", BRIDGE)
    of_the_first_schema(tmp_path / "older.db", kept)
    store = Store(tmp_path / "older.db")
    found = claims(store, ClaimFilter(narration=True, words="mine"))
    assert found == claims(kept, ClaimFilter(narration=True, words="mine"))
    assert claims(store, ClaimFilter(narration=True)).total == 4
    with store.read() as connection:
        told = connection.exec_driver_sql("SELECT source_type, organisation_id, organisation FROM claim").all()
        assert {tuple(row) for row in told} == {(None, None, None)}
        assert connection.exec_driver_sql("SELECT count(*) FROM about").scalar() == 2
    store.close()
    kept.close()


def text_file(path: Path) -> Path:
    path.write_text("Dear diary, this is no database.", encoding="utf-8")
    return path


def foreign(path: Path) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE holidays (place TEXT)")
    connection.close()
    return path


def newer(path: Path) -> Path:
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    return path


def damaged(path: Path) -> Path:
    keep(path, BRIDGE).close()
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\x7f" * 3900
    path.write_bytes(content)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


REFUSED: list[tuple[Callable[[Path], Path], str]] = [
    (lambda path: path, "there is no store .*; make one with: sayso add FILE"),
    (lambda path: path / "deeper" / "store.db", "cannot be a store; give the path of a file in a folder that exists"),
    (folder, "cannot be a store; give the path of a file"),
    (text_file, "is not a store of sayso; nothing in it was changed"),
    (foreign, "is a database, but not a store of sayso; nothing in it was changed"),
    (newer, r"was written by a newer sayso \(schema 9999\); update sayso"),
    (damaged, "is damaged; restore it from a copy"),
]


@pytest.mark.parametrize(("make", "message"), REFUSED)
def test_what_is_no_store_is_refused_in_one_line_and_left_alone(
    make: Callable[[Path], Path], message: str, tmp_path: Path
) -> None:
    path = make(tmp_path / "it.db")
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=message) as refusal:
        Store(path, create=False)
    assert "\n" not in str(refusal.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_migration_that_is_cut_off_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    with monkeypatch.context() as patch:

        def cut_off(config: Any, _: str) -> None:
            config.attributes["connection"].exec_driver_sql("CREATE TABLE half (x INTEGER)")
            raise KeyboardInterrupt

        patch.setattr("alembic.command.upgrade", cut_off)
        with pytest.raises(KeyboardInterrupt):
            Store(path)
    store = Store(path)
    with store.read() as connection:
        assert "half" not in sa.inspect(connection).get_table_names()
    store.close()


def test_a_store_locked_by_another_process_is_read_and_says_so_when_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path / "store.db", BRIDGE).close()
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(engine, "WAIT_MS", 20)
    store = Store(tmp_path / "store.db")
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM document").scalar() == 1
    with pytest.raises(StoreError, match="is being written by another process"):
        writer.begin_run(store, "x", "x", {})
    other.execute("ROLLBACK")
    other.close()
    assert writer.begin_run(store, "x", "x", {}) == 2
    store.close()


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    store = keep(tmp_path / "store.db", BRIDGE)
    count = "SELECT count(*) FROM run"
    with store.read() as reader:
        before = reader.exec_driver_sql(count).scalar()
        writer.begin_run(store, "x", "x", {})
        assert reader.exec_driver_sql(count).scalar() == before
    with store.read() as reader:
        assert reader.exec_driver_sql(count).scalar() == 2
    store.close()


def read_and_try_to_write(path: Path) -> list[str]:
    """What comes of it."""
    store = Store(path, create=False)
    said = [f"{claims(store, ClaimFilter()).total} claims"]
    try:
        writer.begin_run(store, "x", "x", {})
    except StoreError as error:
        said.append(str(error))
    store.close()
    return said


def as_nobody(path: Path) -> list[str]:
    """The same for a user who may do little; root may write everything."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            os.write(write, "\n".join(read_and_try_to_write(path)).encode())
        except BaseException as error:
            os.write(write, repr(error).encode())
        finally:
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read, encoding="utf-8") as pipe:
        return pipe.read().splitlines()


@pytest.fixture
def bare_folder() -> Iterator[Path]:
    """A folder that another user may enter; pytest's own are closed to others."""
    path = Path(tempfile.mkdtemp())
    yield path
    path.chmod(0o755)
    shutil.rmtree(path)


@pytest.mark.skipif(os.name == "nt", reason="needs the permissions of POSIX")
@pytest.mark.parametrize("journal", [False, True])
def test_a_store_that_may_not_be_written_is_read_all_the_same(bare_folder: Path, journal: bool) -> None:
    path = bare_folder / "store.db"
    store = keep(path, BRIDGE)
    if not journal:
        store.close()
    assert path.with_name("store.db-wal").exists() is journal
    for file in bare_folder.iterdir():
        file.chmod(0o444)
    bare_folder.chmod(0o555)
    assert as_nobody(path) == [
        "3 claims",
        f"{path} cannot be written; check who may write the file and its folder",
    ]
    store.close()


@pytest.mark.parametrize("name", ["a?b=c.db", "a#b.db", "a%41 b.db", "?.db", ":memory:", "file:x.db", "б🚀.db"])
def test_a_path_is_a_path_and_no_address(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keep(Path(name), BRIDGE).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with monkeypatch.context() as patch:
        for module in (engine, opening):
            patch.setattr(module, "writable", lambda _: False)
        read = Store(Path(name), create=False)
        assert claims(read, ClaimFilter()).total == 3
        read.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
