"""How sure a forecast is by the turn it is put in, and by the number that stands in it."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.layer import CERTAINTIES
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed, words

TURNS: list[dict[str, Any]] = vocabulary("certainty")["foretold"]


def reasons(text: str) -> set[str]:
    return {why.by.removeprefix("lexicon:certainty.") for sure in analysed(text)[CERTAINTIES] for why in sure.why}


@pytest.mark.parametrize("turn", TURNS, ids=[turn["id"] for turn in TURNS])
def test_the_example_is_read_by_its_turn_and_the_counter_example_is_not(turn: dict[str, Any]) -> None:
    assert turn["id"] in reasons(turn["example"])
    assert turn["id"] not in reasons(turn["counter-example"])


@pytest.mark.parametrize(
    ("text", "level", "polarity", "likelihood", "basis"),
    [
        ("I put the chance of a coup at one in three.", "possible", "positive", (0.333, 0.333), "one in three"),
        ("I would put the odds of a deal at sixty to forty.", "probable", "positive", (0.6, 0.6), "sixty to forty"),
        ("I put the chance of a coup at 70 percent.", "probable", "positive", (0.7, 0.7), "70 percent"),
    ],
)
def test_a_number_behind_the_chance(
    text: str, level: str, polarity: str, likelihood: tuple[float, float], basis: str
) -> None:
    analysis = analysed(text)
    (sure,) = analysis[CERTAINTIES]
    assert (sure.level, sure.polarity, sure.likelihood) == (level, polarity, likelihood)
    shown = [text.index(basis) <= anchor.start < text.index(basis) + len(basis) for anchor in sure.basis]
    assert any(shown), words(analysis, sure.basis)


@pytest.mark.parametrize("text", ["I put the chance of a coup at odds of 3 to 1.", "I see little chance of a coup."])
def test_no_number_no_share(text: str) -> None:
    assert "stated-number" not in reasons(text)
