"""Words to pieces: longest first, in lower case, without accents, as the encoders learned them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from sayso.models.attribution.windows import words
from sayso.models.attribution.wordpiece import parts, pieces_of, split
from sayso.models.catalogue import folder, model

VOCABULARY = folder(model("attribution", "fast")) / "vocab.txt"
PIECES = ("[UNK]", "un", "##believ", "##able", "believ", "able", "a", "##b")
NUMBERS = {piece: number for number, piece in enumerate(PIECES)}


@pytest.mark.parametrize(
    ("part", "pieces"),
    [
        ("unbelievable", ["un", "##believ", "##able"]),
        ("able", ["able"]),
        ("ab", ["a", "##b"]),
        ("abx", ["[UNK]"]),  # what is in no piece makes the whole word unknown
        ("a" * 101, ["[UNK]"]),
    ],
)
def test_the_longest_piece_comes_first(part: str, pieces: list[str]) -> None:
    assert split(part, NUMBERS) == pieces


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Crème", ["creme"]),
        ("ŁÓDŹ", ["łodz"]),
        ("x_y", ["x", "_", "y"]),
        ("do\u0301", ["do"]),
        ("\u200bsays", ["says"]),
        ("€", ["€"]),
        ("$", ["$"]),
        ("哈瓦那", ["哈", "瓦", "那"]),
        ("\u200b", []),
    ],
)
def test_a_word_is_plain_before_it_is_cut(word: str, expected: list[str]) -> None:
    assert list(parts(word)) == expected


def test_marks_of_a_window_and_pieces_of_words() -> None:
    pieces = pieces_of(VOCABULARY)
    lines = VOCABULARY.read_text(encoding="utf-8").splitlines()
    (havana, spokesman, odd) = pieces.cut(["Havana", "spokesman", "qzxw"])
    assert [lines[n] for n in havana] == ["havana"]
    assert [lines[n] for n in spokesman] == ["spokesman"]
    assert len(odd) > 1
    assert lines[pieces.start] in {"[CLS]", "<s>"}
    assert lines[pieces.end] in {"[SEP]", "</s>"}


@pytest.mark.skipif(importlib.util.find_spec("tokenizers") is None, reason="training/requirements.txt is not installed")
def test_the_pieces_are_those_of_the_library(tmp_path: Path) -> None:
    library = pytest.importorskip("tokenizers")
    bert = library.implementations.BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    text = "Mme. Réné's 3.5-tonne “depot” (Одеса, 東京, naïve) €20m… x_y İzmir ½ don’t\u200b"
    given = [text[start:end] for start, end in words(text).spans]
    pieces = pieces_of(VOCABULARY)
    theirs = [tuple(bert.encode(word, add_special_tokens=False).ids) for word in given]
    assert list(pieces.cut(given)) == theirs, json.dumps(given)
