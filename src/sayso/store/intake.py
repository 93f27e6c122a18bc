"""Intake: read, analyse and keep files, one after the other, and account for every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso import __version__
from sayso.document.codec import encode
from sayso.document.text import Document
from sayso.pipeline import attempt, fingerprint
from sayso.read import Given, Loss, read_paths
from sayso.store import writer
from sayso.store.store import Store


@dataclass(frozen=True, slots=True)
class Account:
    """What a run did: seen = made + skipped + failed."""

    run: int
    made: int
    losses: tuple[Loss, ...]

    @property
    def skipped(self) -> int:
        return sum(loss.kind == "skipped" for loss in self.losses)

    @property
    def failed(self) -> int:
        return sum(loss.kind == "failed" for loss in self.losses)

    @property
    def seen(self) -> int:
        return self.made + len(self.losses)


def add(
    store: Store, paths: Iterable[Path | str], given: Given, progress: Callable[[str], None] = lambda key: None
) -> Account:
    """Put every text at these paths into the store; what is there is skipped, so a run that was cut off goes on.

    `progress` is called with the key of each text when it is done.
    """
    pipeline = fingerprint()
    paths = list(paths)
    stated = {
        "published": given.published and given.published.isoformat(),
        "outlet": given.outlet,
        "title": given.title,
    }
    run = writer.begin_run(store, __version__, pipeline, {"paths": [str(path) for path in paths], **stated})
    made = 0
    losses: list[Loss] = []
    for item in read_paths(paths, given):
        loss = _keep(store, item, pipeline, run)
        if loss is None:
            made += 1
        else:
            losses.append(loss)
            writer.note_loss(store, run, loss)
        progress(item.key)
    account = Account(run, made, tuple(losses))
    counts = {"seen": account.seen, "made": made, "skipped": account.skipped, "failed": account.failed}
    writer.end_run(store, run, counts)
    return account


def _keep(store: Store, item: Document | Loss, pipeline: str, run: int) -> Loss | None:
    """Analyse and write one text; the reason where it is not written."""
    if isinstance(item, Loss):
        return item
    if writer.holds(store, item, pipeline):
        return Loss(item.key, "skipped", "already", f"{item.key} is in the store already (document {item.id})")
    analysis = attempt(item)
    if isinstance(analysis, Loss):
        return analysis
    writer.write(store, encode(analysis), item.original, pipeline, run)
    return None
