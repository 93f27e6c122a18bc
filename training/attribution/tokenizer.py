"""A published tokenizer as the way to cut words, with truncation and padding off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.attribution.pieces import Pieces


def pieces_of(file: Path) -> Pieces:
    """Pieces as in a tokenizer.json; its marks are <s> and </s>, or [CLS] and [SEP]."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def cut(tokens: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        encoding = tokenizer.encode(list(tokens), is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in tokens]
        for number, piece in zip(encoding.word_ids, encoding.ids, strict=True):
            if number is not None:  # None: a mark of the encoder; none are asked for
                found[number].append(piece)
        return tuple(map(tuple, found))

    def mark(*names: str) -> int:
        return next(number for name in names if (number := tokenizer.token_to_id(name)) is not None)

    return Pieces(cut, mark("<s>", "[CLS]"), mark("</s>", "[SEP]"), mark("<pad>", "[PAD]"))
