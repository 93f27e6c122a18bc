"""Files and folders: every one gives a document or a reason, in the order of their names."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from sayso.read import Given, Loss, read_paths
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


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
WORD = b"PK\x03\x04\x14\x00\x06\x00\x08\x00word/document.xml\x00"
ZIP = b"PK\x03\x04\x14\x00\x00\x00\x08\x00notes.txt"
SAVE = "which sayso does not read yet; save its text as .txt"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", PDF, f"is a PDF, {SAVE}"),
        ("a.txt", PDF, f"is a PDF, {SAVE}"),
        ("a", b"\xef\xbb\xbf\n" + PDF, f"is a PDF, {SAVE}"),
        ("a.docx", WORD, f"is a Word document, {SAVE}"),
        ("a.html", WORD, f"is a Word document, {SAVE}"),
        ("a.zip", ZIP, "is a ZIP archive; unpack it"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", f"is an office document, {SAVE}"),
        ("a.rtf", b"{\\rtf1\\ansi The port is shut.}", f"is an RTF document, {SAVE}"),
        ("a.PDF", b"\x00\x01", f"is a PDF, {SAVE}"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00", ": byte 8 is null, so this is no text; save its text as .txt in UTF-8"),
    ],
)
def test_a_document_that_is_not_read_yet_says_what_to_do(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    documents, (lost,) = parted(read_paths([tmp_path / name]))
    assert documents == []
    assert (lost.kind, lost.code) == ("failed", "not-text")
    assert lost.message.startswith(f"{tmp_path / name}")
    assert says in lost.message


def test_in_a_folder_such_documents_are_named_by_their_ending(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.DOCX", "c.png"):
        (tmp_path / name).write_bytes(PDF)
    _, losses = parted(read_paths([tmp_path]))
    assert [(lost.kind, lost.code) for lost in losses] == [("skipped", "unknown-type")] * 3
    assert [SAVE in lost.message for lost in losses] == [True, True, False]
    assert losses[1].message.startswith(f"{tmp_path / 'b.DOCX'} is a Word document, ")


def test_a_text_about_documents_is_a_text(tmp_path: Path) -> None:
    for name, words in (("a.txt", "PK\x03 is how a %PDF- does not begin."), ("b.pdf", WORDS)):
        (tmp_path / name).write_text(words)
    assert [Path(key).name for key in read(tmp_path / "a.txt", tmp_path / "b.pdf")[0]] == ["a.txt", "b.pdf"]


@pytest.mark.parametrize("path", ["https://example.com/a/", "HTTP://example.com/a", Path("https://example.com/a/")])
def test_an_address_is_not_looked_for_on_the_disk(path: str | Path) -> None:
    documents, (lost,) = parted(read_paths([path]))
    assert documents == []
    assert (lost.kind, lost.code) == ("failed", "address")
    assert lost.key.lower().startswith(("https://example.com/a", "http://example.com/a"))
    assert "save the page in your browser and read the file" in lost.message


def test_a_quoted_home_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "~b.txt").write_text(WORDS)
    assert read("~/a.txt", "~b.txt") == ([str(tmp_path / "a.txt"), "~b.txt"], [])
    assert read("~nobody-of-this-name/a.txt")[1] == [("~nobody-of-this-name/a.txt", "failed", "missing")]


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
    whole = Path.open

    def refuse(path: Path, mode: str) -> IO[Any]:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
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


def test_standard_input_and_special_files_are_read_no_further_than_the_largest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WORDS.encode())))
    assert read("-", given=Given(largest=16)) == ([], [("stdin", "failed", "too-large")])
    assert read("/dev/zero", given=Given(largest=16)) == ([], [("/dev/zero", "failed", "too-large")])


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system takes only UTF-8")
def test_a_name_that_is_no_utf_8_is_escaped(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(WORDS)
    Path(os.fsdecode(name + b".gif")).write_text(WORDS)
    assert read(tmp_path) == (["caf\\udce9.txt"], [("caf\\udce9.txt.gif", "skipped", "unknown-type")])
    assert read(os.fsdecode(name))[0] == [f"{tmp_path}/caf\\udce9.txt"]
    for item in read_paths([tmp_path, os.fsdecode(name) + "x"]):
        assert (item.message if isinstance(item, Loss) else item.key).encode()


def test_a_folder_that_may_be_listed_but_not_entered_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    for name in ("closed/a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    whole = Path.stat

    def refuse(path: Path, **how: Any) -> os.stat_result:
        if path.parent.name == "closed":
            raise PermissionError(13, "Permission denied")
        return whole(path, **how)

    monkeypatch.setattr(Path, "stat", refuse)
    assert read(tmp_path) == (["b.txt"], [("closed/a.txt", "failed", "unreadable")])
