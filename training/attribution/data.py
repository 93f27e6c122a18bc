"""PolNeAR to batches: windows of one epoch, their labels, and cues that are none for the second head to reject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from benchmarks.measure import lines
from numpy.typing import NDArray

from sayso.models.attribution.decode import Array, log_softmax
from sayso.models.attribution.labels import Attribution, Span, cue_labels, role_labels, to_words
from sayso.models.attribution.names import look, name_labels
from sayso.models.attribution.pieces import ROOM, Pieced, Pieces
from sayso.models.attribution.windows import Window
from training.attribution.measure import gold

IGNORED = -100
JITTER = 0.25
"""Share of gold cues whose bounds are moved by a word: found cues are not always exact."""
Ints = NDArray[np.int64]
Names = Mapping[str, Sequence[tuple[int, int, str]]]
"""Names of a document in its characters, by its id."""


@dataclass(frozen=True)
class Article:
    """A text with its attributions in words."""

    text: Pieced
    gold: tuple[Attribution, ...]
    looks: Ints
    names: Ints


@dataclass(frozen=True)
class Slot:
    """A window of an article, and the number of its pieces."""

    article: int
    window: Window
    size: int


@dataclass(frozen=True)
class Batch:
    """Arrays of several windows, filled up on the right; the others are (batch, words).

    `gold`: for each row the attributions whose cue lies in it, in words of the row, and whether all of each does.
    """

    ids: Ints
    mask: Ints
    first: Ints
    there: Ints
    cues: Ints
    looks: Ints
    names: Ints
    gold: tuple[tuple[tuple[Attribution, bool], ...], ...]


@dataclass(frozen=True)
class Asked:
    """Cues for the second head: `row`, `start`, `end`, `real` (cues,); `roles` (cues, words), IGNORED where unknown."""

    row: Ints
    start: Ints
    end: Ints
    real: Ints
    roles: Ints


def articles(file: Path, pieces: Pieces, names: Names, limit: int | None = None) -> list[Article]:
    """The articles of a corpus file; those without an entry in `names` teach no names."""
    return [_article(line, pieces.read(line["text"]), names.get(key)) for key, line in gold(file, limit).items()]


def _article(line: dict[str, Any], text: Pieced, names: Sequence[tuple[int, int, str]] | None) -> Article:
    spans = text.words.spans
    return Article(
        text,
        tuple(one for a in line["attributions"] for one in to_words(spans, a)),
        np.array([look(line["text"][s:e]) for s, e in spans], np.int64),
        np.full(len(spans), IGNORED, np.int64) if names is None else name_labels(names, spans),
    )


def known_names(file: Path | None) -> Names:
    """What silver_names.py wrote, by document."""
    if file is None:
        return {}
    return {line["id"]: line["names"] for line in lines(file)}


def plan(read: Sequence[Article], overlap: int, batch: int, seed: tuple[int, int]) -> list[list[Slot]]:
    """Batches of one epoch.

    The first window of each text has a size of its own, so that edges fall elsewhere in each epoch.
    Windows of similar size share a batch; the order of batches is random.
    """
    rng = np.random.default_rng(seed)
    slots = []
    for number, article in enumerate(read):
        sizes = np.cumsum([0, *article.text.sizes])
        found = article.text.windows(overlap, int(rng.integers(ROOM // 4, ROOM + 1)))
        slots += [Slot(number, window, int(sizes[window.end] - sizes[window.start])) for window in found]
    order = rng.permutation(len(slots))
    batches: list[list[Slot]] = []
    for start in range(0, len(order), 32 * batch):
        chunk = sorted((slots[i] for i in order[start : start + 32 * batch]), key=lambda slot: slot.size)
        batches += [chunk[i : i + batch] for i in range(0, len(chunk), batch)]
    return [batches[i] for i in rng.permutation(len(batches))]


def collate(read: Sequence[Article], slots: Sequence[Slot], pieces: Pieces) -> Batch:
    """The arrays of a batch."""
    rows = [pieces.sequence(read[slot.article].text, slot.window) for slot in slots]
    labels = [cue_labels(read[s.article].gold, s.window.start, s.window.end) for s in slots]
    return Batch(
        ids=filled([row.ids for row in rows], pieces.pad),
        mask=filled([np.ones_like(row.ids) for row in rows], 0),
        first=filled([row.first for row in rows], 0),
        there=filled([np.ones_like(row.first) for row in rows], 0),
        cues=filled(labels, IGNORED),
        looks=filled([read[s.article].looks[s.window.start : s.window.end] for s in slots], 0),
        names=filled([read[s.article].names[s.window.start : s.window.end] for s in slots], IGNORED),
        gold=tuple(_gold(read[slot.article], slot.window) for slot in slots),
    )


def filled(rows: Sequence[Ints], value: int) -> Ints:
    """Rows of different length as one array."""
    result = np.full((len(rows), max(map(len, rows))), value, np.int64)
    for number, row in enumerate(rows):
        result[number, : len(row)] = row
    return result


def _gold(article: Article, window: Window) -> tuple[tuple[Attribution, bool], ...]:
    """Attributions with their cue in the window, in words of it."""
    start, end = window.start, window.end

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((s - start, e - start) for s, e in spans)

    inside = (one for one in article.gold if start <= one.cue[0] and one.cue[1] <= end)
    return tuple(
        (Attribution(moved([one.cue])[0], moved(one.source), moved(one.content)), one.inside(start, end))
        for one in inside
    )


class Labelled(Protocol):
    """Rows of words with gold cues (see Batch)."""

    @property
    def there(self) -> Ints: ...
    @property
    def cues(self) -> Ints: ...
    @property
    def gold(self) -> tuple[tuple[tuple[Attribution, bool], ...], ...]: ...


def asked(batch: Labelled, logits: Array, rng: np.random.Generator) -> Asked:
    """Gold cues, some with moved bounds, and half as many that are none: what the first head likes best of the rest.

    `logits` (batch, words, 3) of the first head. Roles of an attribution that the window cuts are unknown.
    """
    length = batch.there.shape[1]
    found: list[tuple[int, Span, int, Ints]] = []
    for row, gold_here in enumerate(batch.gold):
        words = int(batch.there[row].sum())
        for one, whole in gold_here:
            cue = jittered(one.cue, words, rng)
            labels = np.full(length, IGNORED, np.int64)
            if whole:
                labels[:words] = role_labels(one, 0, words)
                labels[cue[0] : cue[1]] = IGNORED
            found.append((row, cue, 1, labels))
        for cue in spurious(batch.cues[row, :words], logits[row, :words], 1 + len(gold_here) // 2):
            labels = np.full(length, IGNORED, np.int64)
            labels[:words] = 0
            found.append((row, cue, 0, labels))
    start, end = (np.array([cue[side] for _, cue, _, _ in found], np.int64) for side in (0, 1))
    row_of, real = (np.array([one[place] for one in found], np.int64) for place in (0, 2))
    return Asked(row_of, start, end, real, np.stack([labels for *_, labels in found]))


def jittered(cue: Span, length: int, rng: np.random.Generator) -> Span:
    """Sometimes the same cue a word longer or shorter on one side."""
    if rng.random() >= JITTER:
        return cue
    start, end = cue
    if rng.random() < 0.5:
        start = max(0, start + int(rng.choice((-1, 1))))
    else:
        end = min(length, end + int(rng.choice((-1, 1))))
    return (start, end) if start < end else cue


def spurious(labels: Ints, logits: Array, count: int) -> list[Span]:
    """Up to `count` likely words outside all gold cues, each with the words that the first head would add."""
    chances = log_softmax(logits)
    liked = np.where(labels == 0, np.logaddexp(chances[:, 1], chances[:, 2]), -np.inf)
    goes_on = (logits.argmax(-1) == 2) & (labels == 0)
    found: list[Span] = []
    for start in np.argsort(-liked)[:count].tolist():
        if not np.isfinite(liked[start]) or any(s <= start < e for s, e in found):
            continue
        end = start + 1
        while end < len(labels) and goes_on[end] and not any(s == end for s, _ in found):
            end += 1
        found.append((start, end))
    return found
