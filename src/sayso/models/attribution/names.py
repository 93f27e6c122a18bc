"""Names: labels of words, and the look of a word, which an encoder that lowers all letters does not see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.models.attribution.labels import Span, mark, word_span

NAME_TYPES = [
    "PERSON",
    "NORP",
    "FAC",
    "ORG",
    "GPE",
    "LOC",
    "PRODUCT",
    "EVENT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
    "DATE",
    "TIME",
    "PERCENT",
    "MONEY",
    "QUANTITY",
    "ORDINAL",
    "CARDINAL",
]
"""The types of OntoNotes 5."""
NAME_LABELS = ("O", *(f"{side}-{kind}" for kind in NAME_TYPES for side in "BI"))
LOOKS = 8


@lru_cache(50_000)
def look(word: str) -> int:
    """0 other marks, 1 lower case, 2 Title, 3 A, 4 UPPER, 5 mIxed, 6 number, 7 a mark that joins (-.&')."""
    if word[0].isdigit():
        return 6
    if not word[0].isalpha():
        return 7 if word in "-.&'’–" else 0
    if word.islower():
        return 1
    if len(word) == 1:
        return 3
    if word.isupper():
        return 4
    return 2 if word[0].isupper() and word[1:].islower() else 5


def name_labels(names: Sequence[tuple[int, int, str]], words: Sequence[Span]) -> NDArray[np.int64]:
    """Labels of all words of a text; `names` in its characters."""
    labels = np.zeros(len(words), np.int64)
    for start, end, kind in names:
        span = word_span(words, start, end)
        if span is not None:
            mark(labels, [span], 0, 1 + 2 * NAME_TYPES.index(kind))
    return labels


def named(labels: NDArray[np.int64]) -> Iterator[tuple[int, int, str]]:
    """Names as words `start`..`end` (exclusive) with their type; an I that follows nothing of its type begins one."""
    start, before = 0, 0
    for word, label in enumerate([*labels.tolist(), 0]):
        goes_on = label > 0 and label % 2 == 0 and before in (label, label - 1)
        if before and not goes_on:
            yield start, word, NAME_TYPES[(before - 1) // 2]
        if label and not goes_on:
            start = word
        before = label


def looks_of(words: Iterable[str]) -> NDArray[np.int64]:
    """The look of each word."""
    return np.fromiter(map(look, words), np.int64)
