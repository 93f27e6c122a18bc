"""Whatever happens to a run: the store holds whole documents, every text is accounted for, the next run goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.document.layer import Analysis
from sayso.document.text import Document
from sayso.models.catalogue import PROFILES, Profile
from sayso.pipeline import fingerprint, stages
from sayso.read import Given, Loss
from sayso.store import Store, intake, search, writer
from sayso.views.claims import ClaimFilter, claims
from sayso.views.runs import status
from sayso.views.verification import verify
from tests.kept import BRIDGE, REPORT, keep

TEXTS = ("The ferry sank off Ardal on Monday.", "The pilot was seen ashore.", "Nobody claims the wreck.", "It rained.")


def unanalysed(item: Document | Loss, stages: object) -> Analysis | Loss:
    """A stand-in for the pipeline: intake and store are on trial here, and a parser takes seconds to load."""
    return item if isinstance(item, Loss) else Analysis(item)


@pytest.fixture(autouse=True)
def no_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "attempt", unanalysed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    for number, text in enumerate(TEXTS):
        (made / f"{number}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "store.db")
    yield made
    made.close()


def contents(path: Path, *without: str) -> str:
    """All rows as SQL, but for some tables."""
    with sqlite3.connect(path) as connection:
        return "\n".join(line for line in connection.iterdump() if not any(f'"{table}"' in line for table in without))


def test_every_text_is_accounted_for(store: Store, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / "broken.jsonl").write_text('{"text": "A fine line."}\n{"text": \n', encoding="utf-8")
    account = intake.add(store, [folder, folder / "missing.txt"], Given(outlet="Post"))
    assert (account.seen, account.made, account.skipped, account.failed) == (9, 5, 2, 2)
    assert [loss.code for loss in account.losses] == ["bad-json", "empty", "unknown-type", "missing"]
    found = status(store)
    assert [(run.seen, run.made, run.skipped, run.failed) for run in found.runs] == [(9, 5, 2, 2)]
    assert {loss.code for loss in found.losses} == {loss.code for loss in account.losses}
    assert {loss.kind for loss in status(store, failed_only=True).losses} == {"failed"}


def test_reading_the_same_again_changes_nothing_but_the_account(store: Store, folder: Path) -> None:
    intake.add(store, [folder], Given())
    before = contents(store.path, "run", "loss")
    again = intake.add(store, [folder], Given())
    assert (again.made, again.skipped) == (0, len(TEXTS))
    assert contents(store.path, "run", "loss") == before
    assert before.count('INSERT INTO "document"') == len(TEXTS)


def test_one_text_in_two_outlets_is_two_documents_with_one_text(store: Store, folder: Path) -> None:
    for outlet in ("Post", "Herald"):
        assert intake.add(store, [folder / "0.txt"], Given(outlet=outlet)).made == 1
    found = status(store)
    assert (found.documents, found.texts) == (2, 1)


def test_a_newer_pipeline_replaces_what_an_older_one_made(tmp_path: Path) -> None:
    store = keep(tmp_path / "store.db", BRIDGE)
    run = writer.begin_run(store, "test", "test-2", {})
    form = BRIDGE.form()
    form["claims"] = form["claims"][:1]
    form["events"], form["alternatives"] = [], []
    assert writer.write(store, form, None, "test-2", run)
    assert [row.id for row in claims(store, ClaimFilter(narration=True)).rows] == ["c0"]
    assert claims(store, ClaimFilter(words="probably")).total == 0, "its old words are forgotten"
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT pipeline FROM document").scalars().all() == ["test-2"]
    store.close()


@pytest.mark.parametrize("profile", PROFILES)
def test_what_another_version_read_is_said_to_lack_what_this_one_adds(profile: Profile, tmp_path: Path) -> None:
    store = keep(tmp_path / "store.db", BRIDGE, REPORT)
    assert status(store).outdated == 2
    ours = fingerprint(stages(profile))
    run = writer.begin_run(store, "test", ours, {})
    assert writer.write(store, BRIDGE.form(), None, ours, run)
    assert status(store).outdated == 1
    store.close()


def test_a_replacement_that_fails_half_way_leaves_the_old_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = keep(tmp_path / "store.db", BRIDGE)
    run = writer.begin_run(store, "test", "test-2", {})
    before = contents(store.path)

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(search, "index", fail)
    with pytest.raises(MemoryError):
        writer.write(store, BRIDGE.form(), None, "test-2", run)
    assert contents(store.path) == before
    store.close()


def test_what_another_process_has_kept_in_the_meantime_is_not_written_again(tmp_path: Path) -> None:
    store = keep(tmp_path / "store.db", REPORT)
    run = writer.begin_run(store, "test", "test-1", {})
    assert not writer.write(store, REPORT.form(), None, "test-1", run)
    assert status(store).runs[0].made == 0
    store.close()


RUN = """
import os, signal, sys
from pathlib import Path
from sayso.document.layer import Analysis
from sayso.read import Given, Loss
from sayso.store import Store, intake, search, writer
intake.attempt = lambda item, stages: item if isinstance(item, Loss) else Analysis(item)
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
def after(times, do, then=die):
    seen = []
    def wrapped(*given, **named):
        seen.append(1)
        if len(seen) > times:
            then()
        return do(*given, **named)
    return wrapped
{kill}
print(intake.add(Store(Path(sys.argv[1])), [sys.argv[2]], Given()).made)
"""
KILLS = {
    "before the first text": ("intake._keep = after(0, intake._keep)", 0),
    "while the second is analysed": ("intake.attempt = after(1, intake.attempt)", 1),
    "inside the transaction of the third": ("search.index = after(2, search.index)", 2),
    "before the run is closed": ("writer.end_run = die", len(TEXTS)),
}


def run(store: Path, folder: Path, kill: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", RUN.replace("{kill}", kill), str(store), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def whole(path: Path) -> bool:
    """SQLite finds no fault, and neither do we."""
    with sqlite3.connect(path) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sound = sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
    store = Store(path, create=False)
    found = verify(store)
    store.close()
    return sound and not found.faults and found.originals == found.texts


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
@pytest.mark.parametrize(("kill", "kept"), KILLS.values(), ids=KILLS.keys())
def test_a_run_that_is_killed_leaves_whole_documents_and_the_next_goes_on(
    kill: str, kept: int, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "store.db"
    process = run(path, folder, kill)
    assert process.communicate()[1] == ""
    assert process.returncode == -signal.SIGKILL
    assert whole(path)
    store = Store(path, create=False)
    cut_off = status(store).runs[0]
    assert cut_off.finished is None
    assert (cut_off.seen, cut_off.made) == (kept, kept)
    account = intake.add(store, [folder], Given())
    assert (account.made, account.skipped) == (len(TEXTS) - kept, kept)
    assert [run.finished is None for run in status(store).runs] == [False, True]
    store.close()
    assert whole(path)


def test_two_processes_add_the_same_folder_at_once(tmp_path: Path, folder: Path) -> None:
    for number in range(30):
        (folder / f"more-{number}.txt").write_text(f"Ship {number} has left the harbor.", encoding="utf-8")
    path = tmp_path / "store.db"
    processes = [run(path, folder), run(path, folder)]
    made = [process.communicate() for process in processes]
    assert [errors for _, errors in made] == ["", ""]
    assert sum(int(said) for said, _ in made) == len(TEXTS) + 30, "every text is made by one of them"
    assert whole(path)


@pytest.mark.parametrize(
    ("paths", "texts"), [(["."], 8), (["lines.jsonl"], 2), (["0.txt", "gone.txt"], 2), (["-", "0.txt"], None)]
)
def test_the_texts_to_come_are_counted_without_reading_them(
    paths: list[str], texts: int | None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "lines.jsonl").write_text('{"text": "one"}\n\n{"text": "two"}\n', encoding="utf-8")
    (folder / ".hidden" / "deep").mkdir(parents=True)
    (folder / "deep").mkdir()
    (folder / "deep" / "5.txt").touch()
    monkeypatch.chdir(folder)
    assert intake.expected(paths) == texts


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system takes only UTF-8")
def test_a_name_that_is_no_utf_8_is_kept_escaped(store: Store, tmp_path: Path) -> None:
    named = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    named.write_text("The port is shut.")
    assert intake.expected([named]) == 1
    account = intake.add(store, [named, Path(f"{named}.gone")], Given())
    assert (account.made, account.failed) == (1, 1)
    assert account.losses[0].key.endswith("caf\\udce9.txt.gone")


def test_the_texts_to_come_are_counted_in_a_folder_that_may_not_be_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("It rained.")

    def refuse(path: Path, **how: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    assert intake.expected([tmp_path / "closed" / "a.txt"]) == 1
