"""Layers are added, never edited, and hold only records that rest on the text."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from sayso.document.anchor import Anchor, AnchorError
from sayso.document.layer import CERTAINTIES, CLAIMS, NUMBERS, SECTIONS, Analysis, Layer
from sayso.document.records import Certainty, Claim, Note, RecordError, Section, Source, Why, record_id
from sayso.document.text import Document, Text

DOCUMENT = Document(Text("Nine words."), key="test")


def section(start: int, end: int) -> Section:
    return Section("s_1", Anchor(start, end), "paragraph", Why("rule:test"))


def test_a_record_whose_words_are_not_in_the_text_cannot_be_kept() -> None:
    with pytest.raises(AnchorError, match="not in the text"):
        Layer.of(SECTIONS, [section(5, 12)], DOCUMENT)


def test_anchors_inside_a_record_are_checked_too() -> None:
    hidden = dataclasses.replace(section(0, 4), label=Anchor(0, 99))
    with pytest.raises(AnchorError):
        Layer.of(SECTIONS, [hidden], DOCUMENT)


def test_a_layer_holds_one_type_of_record() -> None:
    wrong: list[Any] = [section(0, 4)]
    with pytest.raises(TypeError, match="numbers holds Quantity"):
        Layer.of(NUMBERS, wrong, DOCUMENT)


def test_notes_are_kept_beside_the_records() -> None:
    found: list[Section | Note] = [Note("x", "y"), section(0, 4)]
    layer = Layer.of(SECTIONS, found, DOCUMENT)
    analysis = Analysis(DOCUMENT).with_layer(layer)
    assert analysis[SECTIONS] == (section(0, 4),)
    assert analysis.notes == (Note("x", "y"),)


def test_a_layer_is_written_once_and_absent_before() -> None:
    empty = Analysis(DOCUMENT)
    with pytest.raises(KeyError):
        empty[SECTIONS]
    once = empty.with_layer(Layer.of(SECTIONS, [], DOCUMENT))
    assert SECTIONS in once and SECTIONS not in empty
    with pytest.raises(ValueError, match="written already"):
        once.with_layer(Layer.of(SECTIONS, [], DOCUMENT))


def test_ids_depend_on_the_text_and_on_what_they_rest_on() -> None:
    text, other = Text("a"), Text("b")
    assert record_id("c", text, Anchor(0, 1)) == record_id("c", Text("a"), Anchor(0, 1))
    assert record_id("c", text, Anchor(0, 1)) != record_id("c", other, Anchor(0, 1))
    assert record_id("c", text, "ab", "c") != record_id("c", text, "a", "bc")


def test_one_text_carried_by_two_outlets_is_two_documents() -> None:
    one, two = (Document(Text("same"), key="k", outlet=outlet) for outlet in ("Courier", "Wire"))
    assert one.text.id == two.text.id and one.id != two.id
    assert one.id == Document(Text("same"), key="another path", outlet="Courier").id


@pytest.mark.parametrize("by", ["", " "])
def test_what_made_a_record_is_never_blank(by: str) -> None:
    with pytest.raises(RecordError, match="what made it"):
        Why(by)


def test_a_record_without_a_why_cannot_be_kept() -> None:
    unsaid = Certainty("c_1", "positive", "certain", None, (), ())
    with pytest.raises(RecordError, match="certainties: a Certainty does not say what made it"):
        Layer.of(CERTAINTIES, [unsaid], DOCUMENT)


def test_a_claim_without_content_cannot_be_kept() -> None:
    claim = Claim("c_1", Source("author", None), (), (), "narration", Why("rule:test"))
    with pytest.raises(RecordError, match="the claim c_1 has no content"):
        Layer.of(CLAIMS, [claim], DOCUMENT)
    kept = dataclasses.replace(claim, content=(Anchor(0, 4),))
    assert Layer.of(CLAIMS, [kept], DOCUMENT).records == (kept,)


def test_the_id_of_a_document_is_long_enough_for_millions() -> None:
    assert re.fullmatch(r"d_[0-9a-f]{16}", DOCUMENT.id)
