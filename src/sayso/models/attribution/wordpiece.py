"""Words to the pieces of an uncased BERT vocabulary (Devlin et al. 2019): longest piece first, the rest with "##".

Written out because the well-kept library for it brings a client for downloads with it (docs/decisions/0008).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from sayso.models.attribution.pieces import Pieces

LONGEST = 100
"""Characters from which on a word is one unknown piece."""
UNKNOWN = "[UNK]"
SYMBOLS = "$+<=>^`|~"
"""ASCII marks that Unicode counts as symbols; BERT treats them as punctuation."""
IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
REMEMBERED = 50_000
"""Words whose pieces are kept."""


def pieces_of(file: Path) -> Pieces:
    """Pieces as in a vocabulary file, one piece a line; its marks are <s> and </s>, or [CLS] and [SEP]."""
    numbers = {piece: number for number, piece in enumerate(file.read_text(encoding="utf-8").splitlines())}

    @lru_cache(REMEMBERED)
    def of_word(word: str) -> tuple[int, ...]:
        return tuple(numbers[piece] for part in parts(word) for piece in split(part, numbers))

    def cut(words: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        return tuple(map(of_word, words))

    def mark(*names: str) -> int:
        return next(numbers[name] for name in names if name in numbers)

    return Pieces(cut, mark("<s>", "[CLS]"), mark("</s>", "[SEP]"), mark("<pad>", "[PAD]"))


def parts(word: str) -> Iterator[str]:
    """A word in lower case without accents and control characters, cut at marks and around ideographs."""
    if word.isascii() and word.isalnum():
        yield word.lower()
        return
    plain = unicodedata.normalize("NFD", "".join(filter(_visible, word)))
    start = ""
    for character in "".join(c for c in plain if unicodedata.category(c) != "Mn").lower():
        if character.isspace() or _alone(character):
            if start:
                yield start
            start = ""
            if not character.isspace():
                yield character
        else:
            start += character
    if start:
        yield start


def split(part: str, numbers: Mapping[str, int]) -> list[str]:
    """The longest pieces of a part from left to right; UNKNOWN where some of it is in no piece."""
    found: list[str] = []
    start = 0
    while start < len(part) <= LONGEST:
        for end in range(len(part), start, -1):
            piece = part[start:end] if start == 0 else f"##{part[start:end]}"
            if piece in numbers:
                found.append(piece)
                start = end
                break
        else:
            return [UNKNOWN]
    return found if len(part) <= LONGEST else [UNKNOWN]


def _visible(character: str) -> bool:
    return character not in "\0\ufffd" and unicodedata.category(character) not in {"Cc", "Cf", "Cn", "Co"}


def _alone(character: str) -> bool:
    """A mark, or an ideograph: a part of its own."""
    number = ord(character)
    if character in SYMBOLS or unicodedata.category(character).startswith("P"):
        return True
    return any(low <= number <= high for low, high in IDEOGRAPHS)
