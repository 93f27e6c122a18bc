"""Attributions to labels of words, and back. Pure Python and numpy.

Cues are labelled O, B, I. The second head labels, for one cue, O and B/I of source and of content; further pieces of a
content simply begin again with B. PolNeAR marks every cue in one piece (all 19,881 of train), so a cue is one span.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]
CUE_LABELS = ("O", "B", "I")
ROLE_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
ROLES = {"source": 1, "content": 3}
"""A role's B label; its I label follows."""


@dataclass(frozen=True)
class Attribution:
    """Who says what. Half-open intervals: of words or of characters, as the context says; `score` is 0..1."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float = 1.0

    def inside(self, start: int, end: int) -> bool:
        """Whether all of it lies in start..end."""
        return all(start <= s and e <= end for s, e in (self.cue, *self.source, *self.content))


def word_span(words: Sequence[Span], start: int, end: int) -> Span | None:
    """Numbers of the words that share a character with start..end; None where there is none."""
    first = bisect_right(words, start, key=itemgetter(1))
    last = bisect_left(words, end, key=itemgetter(0))
    return (first, last) if first < last else None


def to_words(words: Sequence[Span], gold: Mapping[str, Sequence[Sequence[int]]]) -> list[Attribution]:
    """An attribution of the corpus in words; one for each piece of its cue, none where it has no cue."""
    spans = {role: _word_spans(words, gold[role]) for role in ("cue", *ROLES)}
    return [Attribution(cue, spans["source"], spans["content"]) for cue in spans["cue"]]


def _word_spans(words: Sequence[Span], pieces: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    found = (word_span(words, start, end) for start, end in pieces)
    return tuple(sorted({span for span in found if span is not None}))


def cue_labels(attributions: Sequence[Attribution], start: int, end: int) -> NDArray[np.int64]:
    """Labels of the words start..end."""
    labels = np.zeros(end - start, np.int64)
    for one in attributions:
        mark(labels, [one.cue], start, 1)
    return labels


def role_labels(one: Attribution, start: int, end: int) -> NDArray[np.int64]:
    """Labels of the words start..end, seen from this attribution's cue."""
    labels = np.zeros(end - start, np.int64)
    mark(labels, one.content, start, ROLES["content"])
    mark(labels, one.source, start, ROLES["source"])
    return labels


def mark(labels: NDArray[np.int64], spans: Sequence[Span], offset: int, begin: int) -> None:
    """Write `begin` on the first word of each span and the label after it on the others."""
    for s, e in spans:
        low, high = max(s - offset, 0), min(e - offset, len(labels))
        if low < high:
            labels[low:high] = begin + 1
            labels[low] = begin
