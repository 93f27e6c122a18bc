"""Causes in a sentence: how scores of words become relations, and how these lead back to the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.models import attribution as engines
from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.causes import Causes, Proposal, Relation, moved, proposals, relations, tells
from sayso.models.attribution.decode import Array
from sayso.models.catalogue import PROFILES, Profile

CAUSES = Causes(Calibration((1.0, 0.0, 0.0, 0.0), 0.0, 0.5), sentence=0.0)


def proposed(*features: float) -> list[Proposal]:
    return [Proposal(Relation((n, n + 1), ((9, 10),), ()), (f, 0.0, 0.0, 0.0)) for n, f in enumerate(features)]


@pytest.mark.parametrize(
    ("told", "features", "expected"),
    [(-1.0, (5.0,), []), (1.0, (5.0, 3.0, -5.0), [0, 1]), (1.0, (-5.0, -3.0), [1]), (1.0, (), [])],
    ids=["tells none", "the likely ones", "else the likeliest", "nothing proposed"],
)
def test_a_sentence_that_tells_a_cause_keeps_the_likely_relations(
    told: float, features: Sequence[float], expected: list[int]
) -> None:
    assert [one.cause[0] for one in CAUSES.decided(told, proposed(*features))] == expected


def scores(words: int, quiet: float = -5.0) -> Array:
    made = np.full((words, 4), quiet, np.float32)
    made[:, 0] = 5.0
    return made


def test_a_sentence_tells_a_cause_where_one_of_its_words_does() -> None:
    made = scores(4)
    quiet = tells(made)
    made[2, 3] = 4.0
    assert quiet < 0 < tells(made)


class Sure:
    """Words 0 and 1 are the cause of word 3, and word 2 says so."""

    def __init__(self, telling: float) -> None:
        self.telling, self.asked = telling, 0

    def causes(self, hidden: Array) -> tuple[Array, Array]:
        made = scores(len(hidden))
        made[0] = (-5, 5, -5, self.telling)
        made[1] = (-5, -5, 5, -5)
        return hidden, made

    def effects(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        self.asked += 1
        roles = np.full((len(start), len(hidden), 5), -5, np.float32)
        roles[:, :, 0] = 0
        roles[:, 2, 1], roles[:, 3, 3] = 5, 5
        return roles, np.full(len(start), 3, np.float32)


def test_a_cause_has_its_effect_and_its_signal() -> None:
    hidden, (one,) = np.zeros((5, 2), np.float32), relations(np.zeros((5, 2), np.float32), Sure(4.0), CAUSES)
    assert (one.cause, one.effect, one.signal) == ((0, 2), ((3, 4),), ((2, 3),))
    assert one.score > 0.9
    assert len(proposals(hidden, scores(5), Sure(4.0))) == 1  # the likeliest word is asked about where none is a cause


def test_a_sentence_that_tells_none_is_not_asked_further() -> None:
    silent = Sure(-9.0)
    assert relations(np.zeros((5, 2), np.float32), silent, CAUSES) == []
    assert silent.asked == 0


def test_relations_lead_back_to_characters() -> None:
    words = [(0, 4), (5, 9), (10, 12), (13, 16)]
    assert moved(Relation((0, 2), ((3, 4),), ((2, 3),), 0.7), words) == Relation((0, 9), ((13, 16),), ((10, 12),), 0.7)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_text_tells_causes_in_its_own_characters(profile: Profile) -> None:
    text = "The council met on Monday. Hundreds of miners went on strike because their wages had not been paid."
    found = engines.engine(profile).causes(text, lambda _: True)
    assert any("wages" in text[slice(*one.cause)] and "strike" in text[slice(*one.effect[0])] for one in found)
    assert all(one.cause[0] >= text.index("Hundreds") for one in found)


@pytest.mark.parametrize("text", ["", "\n", "No.", "—", "x" * 3000])
def test_any_text_can_be_asked(text: str) -> None:
    assert all(one.effect for one in engines.engine("fast").causes(text, lambda _: True))


def test_only_sentences_that_are_asked_about_tell_causes() -> None:
    text = "The dam broke because of heavy rain. Miners went on strike because their wages had not been paid."
    seen: list[tuple[int, int]] = []

    def second(span: tuple[int, int]) -> bool:
        seen.append(span)
        return span[0] > 0

    found = engines.engine("accurate").causes(text, second)
    assert [text[slice(*span)] for span in seen] == [text[:36], text[37:]]
    assert found and all(one.cause[0] >= 37 for one in found)
