"""Intake: read, analyse and keep files, one after the other, and account for every one of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso import __version__
from sayso.document.codec import encode
from sayso.document.text import Document
from sayso.pipeline import STAGES, attempt, fingerprint
from sayso.read import Given, Loss, read_paths
from sayso.read.files import LINES, STDIN, located, shown
from sayso.stages.stage import Stage
from sayso.store import writer
from sayso.store.store import Store


@dataclass(frozen=True, slots=True)
class Account:
    """What a run did: seen = made + skipped + failed."""

    run: int
    seen: int
    made: int
    skipped: int
    failed: int
    losses: tuple[Loss, ...]


def expected(paths: Iterable[Path | str]) -> int | None:
    """About how many texts there are to see, counted without reading any; None where that cannot be known.

    A file of JSON lines counts a text a line.
    """
    named = [located(path) for path in paths]
    if any(str(path) == STDIN for path in named):
        return None
    return sum(_texts(file) for path in named for file in _files(path))


def _files(path: Path) -> Iterator[Path]:
    """The file, or everything in a folder that `read_paths` gives a document or a loss for."""
    if not _holds(path.is_dir):
        yield path
    for top, folders, files in os.walk(path):
        closed = [name for name in folders if name.startswith(".") or _holds(Path(top, name).is_symlink)]
        folders[:] = [name for name in folders if name not in closed]
        yield from (Path(top, name) for name in (*closed, *files))


def _holds(test: Callable[[], bool]) -> bool:
    """The test; not where nothing can be told, as in a folder that may be listed but not entered."""
    try:
        return test()
    except OSError:
        return False


def _texts(file: Path) -> int:
    try:
        if file.suffix.lower() in LINES and file.is_file():
            with file.open("rb") as lines:
                return sum(not line.isspace() for line in lines)
        return 1
    except OSError:
        return 1  # it will come back as a loss


def add(
    store: Store,
    paths: Iterable[Path | str],
    given: Given,
    progress: Callable[[str], None] = lambda key: None,
    stages: Sequence[Stage[Any]] = STAGES,
) -> Account:
    """Put every text at these paths into the store; what is there is skipped, so a run that was cut off goes on.

    `progress` is called with the key of each text when it is done.
    """
    pipeline = fingerprint(stages)
    paths = list(paths)
    stated = {
        "published": given.published and given.published.isoformat(),
        "outlet": given.outlet,
        "title": given.title,
    }
    run = writer.begin_run(store, __version__, pipeline, {"paths": [shown(path) for path in paths], **stated})
    made = 0
    losses: list[Loss] = []
    for item in read_paths(paths, given):
        loss = _keep(store, item, stages, run)
        if loss is None:
            made += 1
        else:
            losses.append(loss)
            writer.note_loss(store, run, loss)
        progress(item.key)
    writer.end_run(store, run)
    failed = sum(loss.kind == "failed" for loss in losses)
    return Account(run, made + len(losses), made, len(losses) - failed, failed, tuple(losses))


def _keep(store: Store, item: Document | Loss, stages: Sequence[Stage[Any]], run: int) -> Loss | None:
    """Analyse and write one text; the reason where it is not written."""
    if isinstance(item, Loss):
        return item
    pipeline = fingerprint(stages)
    if not writer.holds(store, item.id, pipeline):
        analysis = attempt(item, stages)
        if isinstance(analysis, Loss):
            return analysis
        if writer.write(store, encode(analysis), item.original, pipeline, run):
            return None
    return Loss(item.key, "skipped", "already", f"{item.key} is in the store already (document {item.id})")
