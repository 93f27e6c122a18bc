"""The parser takes any text, in bounded pieces, and does not mind its neighbours."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence
from sayso.models import parser

PARAGRAPHS = [
    "The harbour board met on Monday. It did not vote, the clerk said.",
    "“We have not decided,” Vera Holt told the Gull in Port Ella. “Nor has the council.”",
    "Who pays?",
    "Either the bolts were loose or nobody looked, and perhaps both; it is hard to say.",
    "Gen. R. T. Ames, 61, left on Feb. 3 with 4-5 thousand men (of whom 200 were sick) for St. Ann.",
]


def parsed(text: str) -> list[Sentence]:
    return list(parser.parse(text, [(Anchor(0, len(text)), "s")])) if text else []


def shape(sentences: list[Sentence], offset: int = 0) -> list[tuple[object, ...]]:
    """Everything the parser says of the words, with offsets from the start of their paragraph."""
    return [
        (t.start - offset, t.text, t.lemma, t.pos, t.tag, t.dep, t.head, t.entity, t.begins)
        for sentence in sentences
        for t in sentence.tokens
    ]


@pytest.mark.parametrize("copies", [1, 30])
def test_a_paragraph_alone_or_among_others_gives_the_same_words(copies: int) -> None:
    text = "\n\n".join(PARAGRAPHS * copies)
    parts, start = [], 0
    for number, paragraph in enumerate(PARAGRAPHS * copies):
        parts.append((Anchor(start, start + len(paragraph)), str(number)))
        start += len(paragraph) + 2
    together = list(parser.parse(text, parts))
    for number, paragraph in enumerate(PARAGRAPHS):
        own = [sentence for sentence in together if sentence.section == str(number)]
        assert shape(own, parts[number][0].start) == shape(parsed(paragraph))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" + "😀" * 50, id="emoji"),
        pytest.param("?!?!a", id="marks"),
        pytest.param("-" * 500 + "a", id="dashes"),
        pytest.param("e\u0301" * 40, id="accents"),
        pytest.param("مرحبا بالعالم", id="arabic"),
        pytest.param("Привет, мир.", id="cyrillic"),
        pytest.param("a\u200bb", id="zero width"),
        pytest.param("a\x00b", id="null"),
        pytest.param("A half \ud800 pair.", id="half a pair"),
        pytest.param("a" * 9_000, id="one word"),
    ],
)
def test_odd_texts_are_parsed_without_a_fault(text: str) -> None:
    for sentence in parsed(text):
        assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)


@pytest.mark.parametrize("text", ["", " \n\t ", "😀" * 200_000, "(" * 200_000, "?! " * 50_000])
def test_what_has_no_letter_has_no_sentence(text: str) -> None:
    assert parsed(text) == []


@pytest.mark.parametrize("word", ["harbour ", "Go. ", "a(", "1,", "a-b/", "a😀", "the man who saw "])
def test_no_sentence_is_longer_than_a_piece(word: str) -> None:
    text = (word * (6_000 // len(word))).strip()
    sentences = parsed(text)
    assert max(len(sentence.anchor) for sentence in sentences) <= parser.LONGEST
    assert "".join(t.text for s in sentences for t in s.tokens) == "".join(text.split())


def test_batches_are_bounded_and_keep_the_order() -> None:
    given = [(Anchor(i, i + 1 + 400 * (i % 10)), str(i)) for i in range(300)]
    batches = list(parser._batches(given))
    assert [pair for batch in batches for pair in batch] == given
    assert all(len(batch) <= parser.BATCH for batch in batches)
    assert all(sum(len(piece) for piece, _ in batch) <= parser.BATCHED for batch in batches)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aB. ?\n😀", min_size=1, max_size=60), st.integers(0, 20))
@example("a" * 30, 0)
def test_pieces_cover_their_part(text: str, start: int) -> None:
    if start >= len(text):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "LONGEST", 8)
        found = list(parser.pieces(text, Anchor(start, len(text))))
    assert found[0].start == start
    assert found[-1].end == len(text)
    assert all(one.end == two.start for one, two in pairwise(found))
    assert all(len(piece) <= 8 for piece in found)


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = ("The board of the harbour met Mr. Holt and Gen. Ames in St. Ann on Monday. " * 80).strip()
    ends = [text[: piece.end].rstrip()[-7:] for piece in parser.pieces(text, Anchor(0, len(text)))]
    assert len(ends) > 1
    assert set(ends) == {"Monday."}


def test_without_sentences_a_cut_falls_on_white_space() -> None:
    text = ("harbour " * 1_000).strip()
    assert all(text[piece.end - 1] == " " for piece in list(parser.pieces(text, Anchor(0, len(text))))[:-1])


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("hopes", "hope"),
        ("hoping", "hope"),
        ("raped", "rape"),
        ("staged", "stage"),
        ("hopped", "hop"),
        ("banned", "ban"),
    ],
)
def test_short_verbs_keep_their_e(form: str, lemma: str) -> None:
    text = f"They {form} it."
    [sentence] = parser.parse(text, [(Anchor(0, len(text)), "s")])
    assert sentence.tokens[1].lemma == lemma
