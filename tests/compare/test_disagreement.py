"""Numbers of one thing that exclude each other, and causes that are held and denied: few and right."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sayso.compare.counts import Count, disagreements, thing
from sayso.compare.explanations import Said, causes, explanations
from sayso.vocabulary.load import vocabulary


def parted(marked: str) -> tuple[str, str, str]:
    """Before, inside and after the brackets. Raises ValueError where there are none: such a case would test nothing."""
    match = re.fullmatch(r"([^[\]]*)\[([^[\]]+)\]([^[\]]*)", marked)
    if match is None:
        raise ValueError(f"mark one number in {marked!r}")
    return match[1], match[2], match[3]


def coded(marked: str) -> str | None:
    before, _, after = parted(marked)
    return thing(before, after)


@pytest.mark.parametrize("entry", vocabulary("counted")["entries"], ids=lambda entry: entry["id"])
def test_examples_are_counted_and_counter_examples_are_not(entry: dict[str, str]) -> None:
    assert coded(entry["example"]) == entry["id"]
    assert coded(entry["not"]) is None


@pytest.mark.parametrize(
    ("marked", "counted"),
    [
        ("At least [12] of the roughly 90 people aboard were feared dead", "dead"),
        ("At least 12 of the roughly [90] people aboard were feared dead", None),
        ("The death toll has risen to [31], the ministry said", "dead"),
        ("The shelling killed [more than 20] civilians", "dead"),
        ("The dead of the ferry, [31] by the last count, were buried", "dead"),
        ("Two officers and [at least 9] sailors were killed", None),
        ("The crash killed [283] passengers and 15 crew", None),
        ("The blast left [at least 218] dead and 7,000 injured", "dead"),
        ("[Seven] of them were killed on the road", None),
        ("[300] men landed and twelve were killed", None),
        ("[Nine] people are dead or missing", None),
        ("[Nine] people were hurt", "wounded"),
        ("The town has [900] houses", None),
    ],
)
def test_what_a_number_counts(marked: str, counted: str | None) -> None:
    assert coded(marked) == counted


def count(marked: str, low: float | None, high: float | None, origin: int, about: str = "ardal", day: int = 1) -> Count:
    before, number, after = parted(marked)
    subjects = frozenset({about})
    return Count(f"text {origin}", origin, date(2020, 5, day), None, low, high, before, number, after, subjects)


FEARED = count("[At least 25] people were killed at Ardal", 25, None, 0)
THIRTY = count("The number of the dead is [30]", 30, 30, 1, day=2)
FORTY = count("[Forty] people were killed", 40, 40, 2, day=3)
COPY = count("Forty or thirty? [Thirty] people were killed", 30, 30, 2, day=3)
ELSEWHERE = count("[Forty] people were killed", 40, 40, 3, about="palu")
FEW = count("[Two] people died", 2, 2, 4)
NONE = count("[None] of the sailors of Ardal died", 0, 0, 6, day=4)
NONE_ELSEWHERE = count("[None] of the sailors died", 0, 0, 6, about="palu")
HOUSES = count("[Forty] houses stood at Ardal", 40, 40, 5)


@pytest.mark.parametrize(
    ("counts", "differ"),
    [
        ([FORTY, THIRTY, FEARED], [["At least 25", "30", "Forty"]]),
        ([FEARED, FORTY], []),
        ([FORTY, COPY], []),
        ([THIRTY, ELSEWHERE], []),
        ([THIRTY, FEW], []),
        ([THIRTY, HOUSES], []),
        ([NONE, THIRTY], [["30", "None"]]),
        ([NONE, THIRTY, FEW], [["30", "None"], ["Two", "None"]]),
        ([NONE_ELSEWHERE, THIRTY], []),
        ([NONE], []),
    ],
    ids=[
        "by day",
        "an open range holds it",
        "one origin",
        "another place",
        "too far apart",
        "other things",
        "none and some",
        "none joins nothing",
        "none elsewhere",
        "only none",
    ],
)
def test_which_numbers_differ(counts: list[Count], differ: list[list[str]]) -> None:
    assert [[one.number for one in found.counts] for found in disagreements(counts)] == differ


@pytest.mark.parametrize("frame", vocabulary("explanations")["frames"], ids=lambda frame: frame["id"])
def test_examples_name_their_cause_and_counter_examples_none(frame: dict[str, str]) -> None:
    before, cause, after = parted(frame["example"])
    found = (cause, frame["id"], frame.get("against", False))
    assert found in set(causes(f"{before}{cause}{after}"))
    assert list(causes(frame["not"])) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("A leaking boiler could have ignited the coal", ["boiler"]),
        ("that a bomb in the hold destroyed the ferry", ["bomb"]),
        ("The ferry was destroyed by the explosion of a drifting mine, he said", ["mine"]),
        ("the theory of a bunker fire", ["fire"]),
        ("It caused the loss", []),
        ("The ferry was inspected by a diver", []),
    ],
)
def test_causes_in_what_is_said(words: str, named: list[str]) -> None:
    assert [cause for cause, _, _ in causes(words)] == named


def said(words: str, polarity: str, origin: int, voice: str, level: str = "certain", about: str = "ondine") -> Said:
    day = date(2020, 5, 1 + origin)
    return Said(f"text {origin}", words, None, origin, day, voice, polarity, level, words, frozenset({about}))


MINE = said("A mine destroyed the ferry", "positive", 0, "the navy")
NO_MINE = said("Divers found no trace of a mine", "negative", 1, "the owners")
FABLE = said("the fable of the mine", "positive", 2, "the mayor")


@pytest.mark.parametrize(
    ("claims", "opposed"),
    [
        ([FABLE, MINE, NO_MINE], [("mine", ["the navy"], ["the owners", "the mayor"])]),
        ([MINE], []),
        ([MINE, said("Divers found no trace of a mine", "negative", 0, "the owners")], []),
        ([MINE, said("Divers found no trace of a mine", "negative", 1, "the navy")], []),
        ([MINE, said("Divers found no trace of a mine", "negative", 1, "the owners", about="palu")], []),
        ([MINE, said("If there was a trace of a mine", "negative", 1, "the owners")], []),
        ([MINE, said("no trace of a mine", "unknown", 1, "the owners", level="uncommitted")], []),
        ([NO_MINE, said("there was no mine", "positive", 0, "the navy")], []),
    ],
    ids=[
        "held and denied",
        "nobody denies",
        "in one origin",
        "by one voice",
        "of something else",
        "open",
        "uncommitted",
        "words and polarity disagree",
    ],
)
def test_which_explanations_are_opposed(claims: list[Said], opposed: list[tuple[str, list[str], list[str]]]) -> None:
    found = [
        (one.cause, [p.said.voice for p in one.held], [p.said.voice for p in one.denied])
        for one in explanations(claims)
    ]
    assert found == opposed


@pytest.mark.parametrize(
    ("held", "denied", "shown"),
    [
        ("A crisis caused the loss", "there was no crisis", "crisis"),
        ("The gas destroyed the ferry", "there was no gas", "gas"),
        ("The bombs destroyed the ferry", "there was no bomb", "bomb"),
        ("The mines destroyed the ferry", "no trace of mines", "mines"),
    ],
)
def test_a_cause_is_shown_as_it_is_written(held: str, denied: str, shown: str) -> None:
    claims = [said(held, "positive", 0, "the navy"), said(denied, "negative", 1, "the owners")]
    assert [one.cause for one in explanations(claims)] == [shown]
