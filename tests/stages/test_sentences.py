"""Sentences stay inside their section, and editorial insertions do not break them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS, SENTENCES
from sayso.stages.sentences import blanked
from tests.analysed import analysed


def test_blanking_keeps_every_offset() -> None:
    assert blanked("ab(cd)ef", [Anchor(2, 6)]) == "ab    ef"


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet='Aé\u0301. \n\r\t😀жم-"(', min_size=1, max_size=80))
def test_tokens_are_slices_in_order_and_inside_their_section(text: str) -> None:
    analysis = analysed(text)
    sections = {section.id: section for section in analysis[SECTIONS]}
    for sentence in analysis[SENTENCES]:
        assert sections[sentence.section].anchor.covers(sentence.anchor)
        ends = 0
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert ends <= token.start < token.end
            ends = token.end


def test_a_clause_leaves_out_the_clauses_inside_it() -> None:
    (sentence,) = analysed("The minister said that the fleet had left the bay.")[SENTENCES]
    said, left = (next(t for t in sentence.tokens if t.text == word) for word in ("said", "left"))
    assert "fleet" not in {t.text for t in sentence.clause(said)}
    assert "fleet" in {t.text for t in sentence.clause(left)}
    assert sentence.clause_head(next(t for t in sentence.tokens if t.text == "bay")) == left
