"""The loader refuses an expectation that could pass or fail for the wrong reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.expectations import BadExpectationError, Expectation, check_names, load, place

from sayso.document.anchor import Anchor

TEXT = "The mayor said\nit rained. The mayor said it snowed."


def claim(value: str, **fields: object) -> Expectation:
    return Expectation("claims", "must", value, fields)


def test_marks_become_exact_slices_whatever_white_space_stands_between_words() -> None:
    placed = place(claim("[source The mayor] [cue said] [content it rained]"), TEXT)
    assert placed.marks == {"source": (Anchor(0, 9),), "cue": (Anchor(10, 14),), "content": (Anchor(15, 24),)}


@pytest.mark.parametrize("value", ["[content it hailed]", "[source the mayor]", "[source The mayor]"])
def test_words_that_are_missing_or_stand_there_twice_are_refused(value: str) -> None:
    with pytest.raises(BadExpectationError):
        place(claim(value), TEXT)


def test_an_occurrence_chooses_and_must_exist() -> None:
    assert place(claim("[source The mayor]", occurrence=2), TEXT).passage == Anchor(26, 35)
    with pytest.raises(BadExpectationError):
        place(claim("[source The mayor]", occurrence=3), TEXT)


@pytest.mark.parametrize(
    "entry",
    [
        "claims: [{must: '[content rain]', certainty: certain}]",
        "claims: [{must: '[content rain]', level: sure}]",
        "claims: [{must: '[content rain'}]",
        "claims: [{must: '[speaker rain]'}]",
        "claims: [{must: 'rain'}]",
        "claims: [{ought: '[content rain]'}]",
        "claims: [{must: '[content rain]', may: '[content rain]'}]",
        "claim: [{must: '[content rain]'}]",
        "carrying: [{must: headlines, is: Rain}]",
        "carrying: [{must: headline}]",
        "carrying: [{must: published_basis, is: hoped}]",
    ],
)
def test_an_unknown_word_in_an_expectation_is_refused(entry: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"key: a\n{entry}\n")
    with pytest.raises(BadExpectationError):
        load(path)


def test_a_file_must_name_its_document(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("claims: [{must: '[content rain]'}]\n")
    with pytest.raises(BadExpectationError):
        load(path)


@pytest.mark.parametrize(
    "expectation",
    [
        claim("[content it rained]", speaker="The baker"),
        Expectation("entities", "must", "The baker", {}),
        Expectation("entities", "must", "The mayor", {"role": "head"}),
        Expectation("entities", "must", "The mayor", {"also": ["mayor"]}),
    ],
)
def test_a_name_that_is_not_in_the_text_is_refused(expectation: Expectation) -> None:
    with pytest.raises(BadExpectationError):
        check_names(expectation, TEXT)


def test_names_of_the_text_are_accepted() -> None:
    check_names(claim("[content it rained]", speaker="The mayor"), TEXT)
