"""Tense: past, present or future, as the verbs tell; None where they leave it open."""

from __future__ import annotations

import pytest

from sayso.document.layer import SENTENCES
from sayso.factuality.tense import tense
from tests.analysed import analysed


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The rebels attacked the port.", "attacked", "past"),
        ("The rebels have attacked the port.", "attacked", "past"),
        ("The rebels had attacked the port.", "attacked", "past"),
        ("The port was attacked at dawn.", "attacked", "past"),
        ("The rebels did not attack the port.", "attack", "past"),
        ("The rebels may have attacked the port.", "attacked", "past"),
        ("The rebels seem to have left the port.", "left", "past"),
        ("The rebels failed to take the port.", "take", "past"),
        ("The rebels hold the port.", "hold", "present"),
        ("The rebels are attacking the port.", "attacking", "present"),
        ("The port is in ruins.", "is", "present"),
        ("The general may be dead.", "be", "present"),
        ("The rebels will attack the port.", "attack", "future"),
        ("The rebels won't attack the port.", "attack", "future"),
        ("The rebels are going to attack the port.", "attack", "future"),
        ("The rebels are likely to attack the port.", "attack", "future"),
        ("The rebels plan to attack the port.", "attack", "future"),
        ("The army expects the rebels to attack.", "attack", "future"),
        ("The minister is due to visit the port.", "visit", "future"),
        ("The rebels may attack the port.", "attack", "future"),
        ("The consul said that the ship would sail.", "sail", "future"),
        ("The rebels could attack the port.", "attack", None),
        ("The consul spoke of attacking the port.", "attacking", None),
    ],
)
def test_when_what_a_word_says_takes_place(text: str, word: str, expected: str | None) -> None:
    sentence = analysed(text)[SENTENCES][0]
    token = next(t for t in sentence.tokens if t.text == word)
    assert tense(sentence, token) == expected
