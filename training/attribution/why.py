"""Why: sentences of the Causal News Corpus to batches, and what the heads for causes learn from them.

A head labels words as cause, as the first head does cues; another is asked, for one cause, which words are its effect
and which its signal, as the second head is asked for source and content. A last score a word, pooled over a sentence,
says whether the sentence tells a cause at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from benchmarks.measure import SHARED, lines
from torch import Tensor
from torch.nn import functional

from sayso.models.attribution.decode import Array
from sayso.models.attribution.labels import Attribution, Span, cue_labels, to_words
from sayso.models.attribution.pieces import ROOM, Pieced, Pieces
from sayso.models.attribution.predict import Backend
from training.attribution.data import IGNORED, Asked, Ints, asked, filled
from training.attribution.why_model import Why

CORPUS = SHARED / "data" / "causal_news_corpus"
TOGETHER = (1, 1, 2, 3, 5, 8)
"""Sentences that share a window, one of these at random: in a text a sentence does not stand alone."""


@dataclass(frozen=True)
class Told:
    """A sentence with its relations: `cue` is the cause, `source` the signal, `content` the effect."""

    text: Pieced
    gold: tuple[Attribution, ...]
    causal: bool


Row = tuple[int, ...]
"""Numbers of the sentences that share a window."""


@dataclass(frozen=True)
class Sentences:
    """Labels of sentences, a row each (see data.Batch): causes, and whether it tells one."""

    there: Ints
    cues: Ints
    causal: Ints
    gold: tuple[tuple[tuple[Attribution, bool], ...], ...]


def told(file: Path, pieces: Pieces, limit: int | None = None) -> list[Told]:
    """The sentences of a file of the corpus."""
    return [_told(line, pieces.read(line["text"])) for line in list(lines(file))[:limit]]


def _told(line: dict[str, Any], text: Pieced) -> Told:
    found: dict[Span, list[Attribution]] = {}
    for relation in line["relations"]:
        roles = {"cue": relation["cause"], "source": relation["signal"], "content": relation["effect"]}
        for one in to_words(text.words.spans, roles):
            found.setdefault(one.cue, []).append(one)
    gold = [
        Attribution(
            cause,
            tuple(sorted({s for one in same for s in one.source})),
            tuple(sorted({s for one in same for s in one.content})),
        )
        for cause, same in found.items()
    ]
    return Told(text, tuple(gold), bool(line["causal"]))


def rows(read: Sequence[Told], seed: tuple[int, ...]) -> list[Row]:
    """All sentences in random order, some alone in their window, some with others."""
    rng = np.random.default_rng(seed)
    left = rng.permutation(len(read)).tolist()
    found: list[Row] = []
    while left:
        row = [left.pop()]
        wanted = int(rng.choice(TOGETHER))
        while left and len(row) < wanted and sum(_size(read[n]) for n in (*row, left[-1])) < ROOM:
            row.append(left.pop())
        found.append(tuple(row))
    return found


def _size(one: Told) -> int:
    return 1 + sum(map(len, one.text.pieces))


def vectors(read: Sequence[Told], order: Iterable[Row], pieces: Pieces, backend: Backend) -> list[Array]:
    """The encoder's vectors of each sentence's words, in the windows they share."""
    found: dict[int, Array] = {}
    for row in order:
        ids, first, places = window([read[n].text for n in row], pieces)
        hidden, _ = backend.encode(ids, first)
        for n, (start, end) in zip(row, places, strict=True):
            found[n] = hidden[start:end]
    return [found[n] for n in range(len(read))]


def labelled(some: Sequence[Told]) -> Sentences:
    """The labels of some sentences."""
    return Sentences(
        there=filled([np.ones(len(one.text.pieces), np.int64) for one in some], 0),
        cues=filled([cue_labels(one.gold, 0, len(one.text.pieces)) for one in some], IGNORED),
        causal=np.array([one.causal for one in some], np.int64),
        gold=tuple(tuple((relation, True) for relation in one.gold) for one in some),
    )


def window(texts: Sequence[Pieced], pieces: Pieces) -> tuple[Ints, Ints, list[Span]]:
    """Pieces, the first piece of each word, and which words are those of each text, set off as paragraphs are."""
    ids, first, places = [pieces.start], list[int](), []
    for text in texts:
        start = len(first)
        for word in text.pieces:
            first.append(len(ids))
            ids.extend(word)
        places.append((start, len(first)))
        ids.append(pieces.end)
    return np.array(ids[: ROOM + 2], np.int64), np.minimum(np.array(first, np.int64), ROOM + 1), places


def pooled(scores: Tensor, there: Tensor) -> Tensor:
    """Scores of words (sentences, words) -> of sentences: their smooth maximum."""
    return scores.masked_fill(there == 0, -1e4).logsumexp(-1)


def losses(model: Why, hidden: Tensor, batch: Sentences, rng: np.random.Generator) -> dict[str, Tensor]:
    """Cross-entropies of causes (a word), effects and signals (a word beside a cause), causes at all, and sentences.

    `hidden` (sentences, words, size): the encoder's vectors, which do not change.
    """

    def sent(array: Ints) -> Tensor:
        return torch.from_numpy(array).to(hidden.device)

    there = sent(batch.there)
    mixed, scores = model.cause_head(hidden, there)
    questions: Asked = asked(batch, scores[..., :3].detach().cpu().numpy(), rng)
    effects, verdict = model.effect_head(mixed, there, sent(questions.row), sent(questions.start), sent(questions.end))
    return {
        "cause": _entropy(scores[..., :3], sent(batch.cues)),
        "effect": _entropy(effects, sent(questions.roles)),
        "caused": functional.binary_cross_entropy_with_logits(verdict, sent(questions.real).float()),
        "causal": functional.binary_cross_entropy_with_logits(
            pooled(scores[..., 3], there), sent(batch.causal).float()
        ),
    }


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
