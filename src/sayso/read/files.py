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
            yield from read_bytes(sys.stdin.buffer.read(), "stdin", given)
        elif ADDRESS.match(str(path)):
            yield _not_fetched(str(path))
        else:
            yield from _read_path(located(path), given or Given())


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


def _not_fetched(path: str) -> Loss:
    address = ADDRESS.sub(r"\1://", path, count=1)
    way_out = "sayso does not fetch pages; save the page in your browser and read the file"
    return Loss(address, "failed", "address", f"{address} is an address: {way_out}")


def _read_path(path: Path, given: Given) -> Iterator[Document | Loss]:
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _unreadable(path, str(path), error)
        return
    if not stat.S_ISDIR(kind):
        yield from _read_file(path, str(path), given, named=True)
        return
    empty = True
    for item in _read_folder(path, path, given):
        empty = False
        yield item
    if empty:
        yield Loss(str(path), "skipped", "empty-folder", f"the folder {path} holds no files")


def _unreadable(path: Path, key: str, error: Exception) -> Loss:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Loss(key, "failed", "missing", f"there is no file or folder {path}")
    return Loss(key, "failed", "unreadable", f"{path} cannot be read: {getattr(error, 'strerror', None) or error}")


def _read_folder(folder: Path, top: Path, given: Given) -> Iterator[Document | Loss]:
    """The files of a folder in the order of their names. Links to folders are not followed, so none is read twice."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, folder.relative_to(top).as_posix(), error)
        return
    for entry in entries:
        key = entry.relative_to(top).as_posix()
        if entry.name.startswith("."):
            yield Loss(key, "skipped", "hidden", f"{entry} is hidden; name it to read it")
        elif entry.is_dir() and entry.is_symlink():
            yield Loss(key, "skipped", "link", f"{entry} is a link to a folder; name the folder to read it")
        elif entry.is_dir():
            yield from _read_folder(entry, top, given)
        else:
            yield from _read_file(entry, key, given, named=False)


def _read_file(path: Path, key: str, given: Given, named: bool) -> Iterator[Document | Loss]:
    """A file that was named is tried whatever its ending; one found in a folder must have an ending we know."""
    if not named and path.suffix.lower() not in PLAIN | PAGES | LINES:
        known = ", ".join(sorted(PLAIN | PAGES | LINES))
        reason = by_ending(path.suffix) or f"is of no type sayso reads yet ({known}); name it to try it"
        yield Loss(key, "skipped", "unknown-type", f"{path} {reason}")
        return
    try:
        status = path.stat()
        if not named and not stat.S_ISREG(status.st_mode):
            yield Loss(key, "skipped", "no-file", f"{path} is no ordinary file; name it to read it")
            return
        if status.st_size > given.largest:
            told = f"{path} has {status.st_size:,} bytes, more than {given.largest:,}; split it"
            yield Loss(key, "failed", "too-large", told)
            return
        content = path.read_bytes()
    except OSError as error:
        yield _unreadable(path, key, error)
        return
    yield from read_bytes(content, key, given, path.suffix.lower())


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
