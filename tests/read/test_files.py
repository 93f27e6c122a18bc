"""Files and folders: every one gives a document or a reason, in the order of their names."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from sayso.read import Given, read_paths
from tests.read.taken import parted

WORDS = "The port is shut."


def read(*paths: Path | str, given: Given | None = None) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Keys of the documents; key, kind and code of the losses."""
    documents, losses = parted(read_paths(paths, given))
    return [found.key for found in documents], [(lost.key, lost.kind, lost.code) for lost in losses]


def test_folders_are_read_in_the_order_of_names_and_nothing_is_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/y.TXT", "c.html", ".git/config", ".hidden.txt", "a/picture.png", "d"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(WORDS)
    keys, losses = read(tmp_path)
    assert keys == ["a/b/y.TXT", "a/z.md", "b.txt"]
    assert losses == [
        (".git", "skipped", "hidden"),
        (".hidden.txt", "skipped", "hidden"),
        ("a/picture.png", "skipped", "unknown-type"),
        ("c.html", "failed", "no-article"),
        ("d", "skipped", "unknown-type"),
    ]


def test_a_file_that_is_named_is_tried_whatever_its_ending(tmp_path: Path) -> None:
    for name in (".hidden", "report.dat", "report"):
        (tmp_path / name).write_text(WORDS)
    keys, losses = read(*(tmp_path / name for name in (".hidden", "report.dat", "report")))
    assert [Path(key).name for key in keys] == [".hidden", "report.dat", "report"]
    assert losses == []


def test_links(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text(WORDS)
    (tmp_path / "folder" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "folder" / "a.txt")
    keys, losses = read(tmp_path)
    assert keys == ["folder/a.txt", "link.txt"]
    assert losses == [
        ("folder/loop", "skipped", "link"),
        ("gone.txt", "failed", "missing"),
        ("self.txt", "failed", "unreadable"),
    ]


def test_a_missing_file_a_folder_named_as_a_text_and_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "a.txt").write_text(WORDS)
    (tmp_path / "empty").mkdir()
    keys, losses = read(
        tmp_path / "nowhere.txt", tmp_path / "x.txt", tmp_path / "empty", tmp_path / "x.txt" / "a.txt" / "b"
    )
    assert keys == ["a.txt"]
    assert [(kind, code) for _, kind, code in losses] == [
        ("failed", "missing"),
        ("skipped", "empty-folder"),
        ("failed", "missing"),
    ]


def test_names_no_system_takes_are_losses() -> None:
    assert [code for _, _, code in read("a" * 5_000, "nul\x00l")[1]] == ["unreadable", "unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_loss(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "a.txt").chmod(0)
    assert read(tmp_path)[1] == [("a.txt", "failed", "unreadable")]


def test_a_file_that_cannot_be_opened_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read(tmp_path) == (["b.txt"], [("a.txt", "failed", "unreadable")])


def test_huge_files_are_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    assert read(tmp_path, given=Given(largest=16)) == ([], [("a.txt", "failed", "too-large")])
    assert read(tmp_path, given=Given(largest=17)) == (["a.txt"], [])


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert read(tmp_path) == ([], [("pipe.txt", "skipped", "no-file")])


@pytest.mark.parametrize(
    ("content", "keys"),
    [
        (WORDS.encode(), ["stdin"]),
        (b'{"id": "a", "text": "Shut."}\n{"id": "b", "text": "Open."}\n', ["a", "b"]),
        (b"", []),
    ],
)
def test_standard_input(content: bytes, keys: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert read("-")[0] == keys
