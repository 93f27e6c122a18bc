"""From paths to documents: which reader for which file, and a reason for every file that gives none."""

from __future__ import annotations

import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.document.text import Document
from sayso.read.decode import NotTextError, decode
from sayso.read.html import looks_like_html, read_html
from sayso.read.outcome import Given, Loss
from sayso.read.plain import read_plain
from sayso.read.unread import by_content, by_ending

PLAIN = frozenset({".txt", ".md", ".text"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
STDIN = "-"
ADDRESS = re.compile(r"(https?):/+", re.IGNORECASE)
"""A path has lost one of the two strokes."""


def read_paths(paths: Iterable[Path | str], given: Given | None = None) -> Iterator[Document | Loss]:
    """A document or a loss for every file named or found in a folder; folders are read in the order of their names.

    `-` is standard input. Never raises for bad data: what could not be read comes back as a Loss.
    """
    for path in paths:
        if str(path) == STDIN:
            yield from _read_stdin(given or Given())
        elif ADDRESS.match(str(path)):
            yield _not_fetched(shown(path))
        else:
            yield from _read_path(located(path), given or Given())


def _read_stdin(given: Given) -> Iterator[Document | Loss]:
    yield from _read_bounded(sys.stdin.buffer.read(given.largest + 1), "stdin", "standard input", given)


def located(path: Path | str) -> Path:
    """The path, with a ~ at its start taken as the home folder unless something here goes by that name."""
    plain = Path(path)
    try:
        return plain.expanduser() if str(path).startswith("~") and not plain.exists() else plain
    except (OSError, RuntimeError, ValueError):  # nobody of that name, or no name a system takes
        return plain


def exists(path: Path | str) -> bool:
    """Whether there is something to read at the path."""
    try:
        return str(path) == STDIN or located(path).exists()
    except (OSError, ValueError):
        return False


def shown(path: Path | str) -> str:
    """The path as text that can be written anywhere: bytes of a name that are no UTF-8 are escaped (caf\\udce9)."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _not_fetched(path: str) -> Loss:
    address = ADDRESS.sub(r"\1://", path, count=1)
    way_out = "sayso does not fetch pages; save the page in your browser and read the file"
    return Loss(address, "failed", "address", f"{address} is an address: {way_out}")


def _read_path(path: Path, given: Given) -> Iterator[Document | Loss]:
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _unreadable(path, shown(path), error)
        return
    if not stat.S_ISDIR(kind):
        yield from _read_file(path, shown(path), given, named=True)
        return
    empty = True
    for item in _read_folder(path, path, given):
        empty = False
        yield item
    if empty:
        yield Loss(shown(path), "skipped", "empty-folder", f"the folder {shown(path)} holds no files")


def _unreadable(path: Path, key: str, error: Exception) -> Loss:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Loss(key, "failed", "missing", f"there is no file or folder {shown(path)}")
    reason = getattr(error, "strerror", None) or error
    return Loss(key, "failed", "unreadable", f"{shown(path)} cannot be read: {reason}")


def _read_folder(folder: Path, top: Path, given: Given) -> Iterator[Document | Loss]:
    """The files of a folder in the order of their names. Links to folders are not followed, so none is read twice."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, shown(folder.relative_to(top).as_posix()), error)
        return
    for entry in entries:
        yield from _read_entry(entry, top, given)


def _read_entry(entry: Path, top: Path, given: Given) -> Iterator[Document | Loss]:
    key = shown(entry.relative_to(top).as_posix())
    if entry.name.startswith("."):
        yield Loss(key, "skipped", "hidden", f"{shown(entry)} is hidden; name it to read it")
        return
    try:
        folder, link = entry.is_dir(), entry.is_symlink()
    except OSError as error:  # the folder may be listed, but nothing in it looked at
        yield _unreadable(entry, key, error)
        return
    if folder and link:
        yield Loss(key, "skipped", "link", f"{shown(entry)} is a link to a folder; name the folder to read it")
    elif folder:
        yield from _read_folder(entry, top, given)
    else:
        yield from _read_file(entry, key, given, named=False)


def _read_file(path: Path, key: str, given: Given, named: bool) -> Iterator[Document | Loss]:
    """A file that was named is tried whatever its ending; one found in a folder must have an ending we know."""
    if not named and path.suffix.lower() not in PLAIN | PAGES | LINES:
        known = ", ".join(sorted(PLAIN | PAGES | LINES))
        reason = by_ending(path.suffix) or f"is of no type sayso reads yet ({known}); name it to try it"
        yield Loss(key, "skipped", "unknown-type", f"{shown(path)} {reason}")
        return
    try:
        status = path.stat()
        if not named and not stat.S_ISREG(status.st_mode):
            yield Loss(key, "skipped", "no-file", f"{shown(path)} is no ordinary file; name it to read it")
            return
        if status.st_size > given.largest:
            told = f"{shown(path)} has {status.st_size:,} bytes, more than {given.largest:,}; split it"
            yield Loss(key, "failed", "too-large", told)
            return
        with path.open("rb") as stream:
            content = stream.read(given.largest + 1)
    except OSError as error:
        yield _unreadable(path, key, error)
        return
    yield from _read_bounded(content, key, shown(path), given, path.suffix.lower())


def _read_bounded(content: bytes, key: str, name: str, given: Given, suffix: str = "") -> Iterator[Document | Loss]:
    """What was read of a file whose size nothing tells beforehand: one byte too many, and it is refused."""
    if len(content) > given.largest:
        yield Loss(key, "failed", "too-large", f"{name} has more than {given.largest:,} bytes; split it")
        return
    yield from read_bytes(content, key, given, suffix)


def read_bytes(content: bytes, key: str, given: Given | None = None, suffix: str = "") -> Iterator[Document | Loss]:
    """The documents in some bytes, by the ending of their name or, without one we know, by how they begin."""
    given = given or Given()
    unread = by_content(content)
    if unread:
        yield Loss(key, "failed", "not-text", f"{key} {unread}")
        return
    try:
        if suffix in LINES or (suffix not in PLAIN | PAGES and _is_jsonl(content)):
            from sayso.read.jsonl import read_jsonl

            yield from read_jsonl(content, key, given)
        elif suffix in PAGES or (suffix not in PLAIN and looks_like_html(content)):
            yield read_html(content, key, given)
        else:
            yield read_plain(content, key, given)
    except NotTextError as error:
        unread = by_ending(suffix)
        yield Loss(key, "failed", "not-text", f"{key} {unread}" if unread else f"{key}: {error}")
    except Exception as error:  # a reader's fault must not cost the other files; the reason is kept
        yield Loss(key, "failed", "reader", f"{key} could not be read ({type(error).__name__}: {error})")


def _is_jsonl(content: bytes) -> bool:
    from sayso.read.jsonl import looks_like_jsonl

    return content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{" and looks_like_jsonl(decode(content).characters)
