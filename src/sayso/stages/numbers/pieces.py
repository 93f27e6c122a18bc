"""Pieces: a sentence cut into figures, words and signs, finer than the parser's words ("$2.5bn" is three)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sayso.document.syntax import Sentence, Token

T = TypeVar("T")
Phrase = tuple[str, ...]
"""Lower-case pieces of a phrase of the vocabulary."""
_SPACES = "\u00a0\u202f\u2009"
_PIECE = re.compile(
    rf"[0-9]{{1,3}}(?:[,{_SPACES}][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|[0-9]{{1,3}}(?: 000)+(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?|[^\W\d_]+|\S"
)
"""A figure is of the digits 0 to 9: a raised or circled one is a footnote's, and other scripts' stay signs."""
_DIGITS = frozenset("0123456789")
_NO_FIGURE = re.compile(rf"[, {_SPACES}]")
HYPHENS = frozenset("-–‐‑")


@dataclass(frozen=True, slots=True)
class Piece:
    """`start` and `end` are offsets into the document; `glued` tells that no white space stands before it."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool

    @property
    def digits(self) -> bool:
        """It begins with a digit."""
        return self.text[0] in _DIGITS

    @property
    def value(self) -> float:
        """The value of a figure. Raises ValueError for other pieces."""
        return float(_NO_FIGURE.sub("", self.text))


def phrase(words: str) -> Phrase:
    """The pieces of a phrase of the vocabulary."""
    return tuple(found.lower() for found in _PIECE.findall(words))


@dataclass(frozen=True)
class Line:
    """A sentence with its pieces. `headline`: capitals there mean nothing."""

    sentence: Sentence
    words: str
    headline: bool

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the sentence, in the order of the text."""
        shift = self.sentence.anchor.start
        found, last = [], -1
        for match in _PIECE.finditer(self.words):
            text = match.group()
            found.append(Piece(text, text.lower(), match.start() + shift, match.end() + shift, match.start() == last))
            last = match.end()
        return tuple(found)

    def at(self, index: int) -> Piece | None:
        """The piece at this index; None outside the sentence."""
        pieces = self.pieces
        return pieces[index] if 0 <= index < len(pieces) else None

    def lower(self, index: int) -> str:
        """The piece in lower case; empty outside the sentence."""
        pieces = self.pieces
        return pieces[index].lower if 0 <= index < len(pieces) else ""

    def glued(self, index: int) -> bool:
        """The piece is there and follows without white space."""
        piece = self.at(index)
        return piece is not None and piece.glued

    def matched(self, index: int, table: Mapping[str, tuple[tuple[Phrase, T], ...]]) -> tuple[int, T] | None:
        """The longest phrase that begins here: the index after it, and what the table holds for it."""
        for words, value in table.get(self.lower(index), ()):
            if all(self.lower(index + n) == word for n, word in enumerate(words)):
                return index + len(words), value
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.sentence.tokens]

    def token(self, piece: Piece) -> Token:
        """The parser's word that the piece begins in."""
        return self.sentence.tokens[max(0, bisect_right(self._starts, piece.start) - 1)]

    def following(self, offset: int) -> int:
        """Index of the first token that begins at or after this offset; the number of tokens where none does."""
        return bisect_right(self._starts, offset - 1)
