"""Why: sentences of the Causal News Corpus to batches, and what the heads for causes learn from them.

A head labels words as cause, as the first head does cues; another is asked, for one cause, which words are its effect
and which its signal, as the second head is asked for source and content. A last score a word, pooled over a sentence,
says whether the sentence tells a cause at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from benchmarks.measure import SHARED, lines
from torch import Tensor
from torch.nn import functional

from sayso.models.attribution.labels import Attribution, Span, cue_labels, to_words
from sayso.models.attribution.pieces import ROOM, Pieced, Pieces
from training.attribution.data import IGNORED, Asked, Ints, asked, filled
from training.attribution.model import Model

CORPUS = SHARED / "data" / "causal_news_corpus"
TOGETHER = (1, 1, 2, 3, 5, 8)
"""Sentences that share a window, one of these at random: in a text a sentence does not stand alone."""
WORDS = 900
"""Words of a batch."""


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
    """Windows (windows, pieces), and where the words of each sentence are in them (sentences, words), flat.

    `causes` are labels of words; `gold` and `there` as in data.Batch, a row a sentence.
    """

    ids: Ints
    mask: Ints
    first: Ints
    where: Ints
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


def plan(read: Sequence[Told], seed: tuple[int, ...]) -> list[list[Row]]:
    """Batches of one epoch: sentences in random order, some alone in their window, some with others."""
    rng = np.random.default_rng(seed)
    left = rng.permutation(len(read)).tolist()
    batches: list[list[Row]] = [[]]
    size = 0
    while left:
        wanted = int(rng.choice(TOGETHER))
        row: list[int] = []
        while left and len(row) < wanted and sum(len(read[n].text.pieces) + 1 for n in [*row, left[-1]]) < ROOM // 2:
            row.append(left.pop())
        row = row or [left.pop()]
        size += sum(len(read[n].text.pieces) for n in row)
        batches[-1].append(tuple(row))
        if size > WORDS and left:
            batches.append([])
            size = 0
    return batches


def collate(read: Sequence[Told], rows: Sequence[Row], pieces: Pieces) -> Sentences:
    """The arrays of a batch."""
    ids, first, sentences = [], [], []
    for number, row in enumerate(rows):
        window, starts, places = _window([read[n].text for n in row], pieces)
        ids.append(window)
        first.append(starts)
        sentences += [(number, place, read[n]) for place, n in zip(places, row, strict=True)]
    width = max(map(len, first))
    order = [np.arange(start, end, dtype=np.int64) + number * width for number, (start, end), _ in sentences]
    return Sentences(
        ids=filled(ids, pieces.pad),
        mask=filled([np.ones_like(one) for one in ids], 0),
        first=filled(first, 0),
        where=filled(order, 0),
        there=filled([np.ones_like(one) for one in order], 0),
        cues=filled([cue_labels(one.gold, 0, len(one.text.pieces)) for *_, one in sentences], IGNORED),
        causal=np.array([one.causal for *_, one in sentences], np.int64),
        gold=tuple(tuple((relation, True) for relation in one.gold) for *_, one in sentences),
    )


def _window(texts: Sequence[Pieced], pieces: Pieces) -> tuple[Ints, Ints, list[Span]]:
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


def losses(model: Model, batch: Sentences, rng: np.random.Generator) -> dict[str, Tensor]:
    """Cross-entropies of causes (a word), effects and signals (a word beside a cause), causes at all, and sentences."""
    device = next(model.parameters()).device

    def sent(array: Ints) -> Tensor:
        return torch.from_numpy(array).to(device)

    words = model.hidden(sent(batch.ids), sent(batch.mask), sent(batch.first))
    hidden = words.flatten(0, 1)[sent(batch.where)]
    scores = model.causes(hidden).float()
    questions: Asked = asked(batch, scores[..., :3].detach().cpu().numpy(), rng)
    effects, verdict = model.effects(
        hidden, sent(batch.there), sent(questions.row), sent(questions.start), sent(questions.end)
    )
    told_at_all = pooled(scores[..., 3], sent(batch.there))
    return {
        "cause": _entropy(scores[..., :3], sent(batch.cues)),
        "effect": _entropy(effects.float(), sent(questions.roles)),
        "caused": functional.binary_cross_entropy_with_logits(verdict.float(), sent(questions.real).float()),
        "causal": functional.binary_cross_entropy_with_logits(told_at_all, sent(batch.causal).float()),
    }


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)


def alone(read: Sequence[Told], pieces: Pieces) -> Iterator[tuple[Told, Ints, Ints]]:
    """Each sentence with its pieces and the first piece of each word, in a window of its own."""
    for one in read:
        ids, first, _ = _window([one.text], pieces)
        yield one, ids, first
