"""Words to the pieces an encoder reads, with marks between paragraphs. Pure Python and numpy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.models.attribution.windows import Window, Words, windows, words

ROOM = 254
"""Pieces of a window besides its start and end mark."""
OVERLAP = 32
MOST = 100
"""Pieces of a word that are read: a line of underscores, or a sentence without spaces, must still fit into a window."""


@dataclass(frozen=True)
class Pieced:
    """A text's words and the pieces of each; a word of characters the tokenizer drops has none."""

    words: Words
    pieces: tuple[tuple[int, ...], ...]

    @property
    def sizes(self) -> list[int]:
        """Pieces of each word, with the mark in front of a paragraph."""
        return [len(p) + (number in self.words.paragraphs) for number, p in enumerate(self.pieces)]

    def windows(self, overlap: int = OVERLAP, first: int | None = None) -> list[Window]:
        return windows(self.words.sentences, self.sizes, ROOM, overlap, first)


@dataclass(frozen=True)
class Sequenced:
    """A window as the encoder reads it: `ids` of its pieces and the place in them of each word's first piece."""

    ids: NDArray[np.int64]
    first: NDArray[np.int64]


Cut = Callable[[Sequence[str]], tuple[tuple[int, ...], ...]]
"""Words to the numbers of their pieces."""


@dataclass(frozen=True)
class Pieces:
    """How words are cut, and an encoder's marks: `start` and `end` of a window, `pad` to fill up a batch."""

    cut: Cut
    start: int
    end: int
    pad: int

    def read(self, text: str) -> Pieced:
        """A text's words and pieces."""
        found = words(text)
        return Pieced(found, tuple(word[:MOST] for word in self.cut([text[s:e] for s, e in found.spans])))

    def sequence(self, text: Pieced, window: Window) -> Sequenced:
        """One window; paragraphs after its first are set off by the end mark."""
        ids, first = [self.start], []
        for number in range(window.start, window.end):
            if number in text.words.paragraphs and number > window.start:
                ids.append(self.end)
            first.append(len(ids))
            ids.extend(text.pieces[number])
        ids.append(self.end)
        return Sequenced(np.array(ids, np.int64), np.array(first, np.int64))
