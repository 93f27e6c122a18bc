"""Pieces: a sentence cut where one statement ends and the next begins, and runs of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token

Together = Callable[[int, int], bool]
"""Whether two sentences, by number, stand in one paragraph, one answer or neighbouring paragraphs."""
JOINING = frozenset({"while", "whereas", "but", "and", "yet"})
"""Words that tie a piece to the one before and are no part of it."""
FARTHEST = 9
"""Sentences that a run of pieces spans at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one sentence, by its number in the text."""

    sentence: Sentence
    number: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(t.lower for t in self.tokens)

    @property
    def anchor(self) -> Anchor:
        """The whole sentence, with its end mark, where that is one piece; else the words without end marks."""
        whole = self.tokens[0].index == 0 and self.tokens[-1].index == len(self.sentence.tokens) - 1
        return self.sentence.anchor if whole else self.cut(0)

    def cut(self, low: int, high: int | None = None) -> Anchor:
        """The words between the bounds, without marks at their ends; the piece itself where no word is left."""
        kept = list(self.tokens[low:high])
        while len(kept) > 1 and kept[-1].pos == "PUNCT":
            kept.pop()
        while len(kept) > 1 and kept[0].pos == "PUNCT":
            kept.pop(0)
        kept = kept or list(self.tokens)
        return Anchor(kept[0].start, kept[-1].end)


def pieces(sentence: Sentence, number: int) -> list[Piece]:
    """The sentence cut at its semicolons and before ", while"."""
    cuts = [
        t.index
        for t, after in pairwise(sentence.tokens)
        if t.text == ";" or (t.text == "," and after.lower in {"while", "whereas"})
    ]
    bounds = [-1, *cuts, len(sentence.tokens)]
    cut = [sentence.tokens[a + 1 : b] for a, b in pairwise(bounds) if b > a + 1]
    return [Piece(sentence, number, p[1:] if p[0].lower in JOINING and len(p) > 1 else p) for p in cut]


def run(sentences: Sequence[Sentence], number: int, together: Together) -> Iterator[Piece]:
    """The pieces from this sentence on that stand together with it."""
    for later in range(number, min(len(sentences), number + FARTHEST)):
        if not together(number, later):
            return
        yield from pieces(sentences[later], later)
