"""Every hedge of the interview that started sayso, sentence by sentence as an analyst marks it; skipped without it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sayso.document.codec import encode
from sayso.document.layer import Analysis
from sayso.pipeline import attempt
from sayso.read import Given, read_paths

PAGE = Path(__file__).parents[2] / "shared" / "real" / "palmyra-interview.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="../shared/real is not here")


@cache
def form() -> Any:
    [document] = read_paths([PAGE], Given(published=date(2016, 12, 12)))
    analysis = attempt(document)
    assert isinstance(analysis, Analysis)
    return encode(analysis)


def line(spans: list[list[int]]) -> str:
    text = form()["document"]["text"]
    return " ".join(" ".join(text[start:end].split()) for start, end in spans)


def respondents() -> list[Any]:
    """The claims of the answers, without those that pass on another voice."""
    return [claim for claim in form()["claims"] if claim["form"] == "answer"]


HEDGED = {
    "Apparently, the US": ("positive", "probable", "past", "Apparently"),
    "possibly from Mosul": ("positive", "possible", "past", "possibly"),
    "This could be hardly possible": ("negative", "probable", None, "could hardly possible"),
    "it is not forced now": ("negative", "certain", "present", "not"),
    "the co-operation is not excluded": ("positive", "possible", None, "not excluded"),
    "does not close the doors": ("negative", "certain", "present", "not"),
    "cannot be considered as an end": ("negative", "certain", None, "not"),
    "You cannot attack": ("negative", "certain", None, "not"),
    "I think it is the main question": ("positive", "probable", "present", "think"),
    "the intelligence information was not received": ("negative", "possible", "past", "Either not"),
    "there was no correct response": ("negative", "possible", "past", "or no"),
    "Perhaps no one on the ground": ("negative", "possible", None, "Perhaps no could"),
    "Perhaps there is some discoordination": ("positive", "possible", "present", "Perhaps"),
    "It is dubious": ("negative", "probable", "future", "dubious"),
}


@pytest.mark.parametrize("words", HEDGED)
def test_a_hedge_is_read_as_an_analyst_reads_it(words: str) -> None:
    told = next(claim for claim in respondents() if words in line(claim["content"]))["certainty"]
    assert (told["polarity"], told["level"], told["tense"], line(told["basis"])) == HEDGED[words]


def test_nothing_else_in_the_answers_is_hedged_or_denied() -> None:
    others = [claim for claim in respondents() if not any(words in line(claim["content"]) for words in HEDGED)]
    assert len(others) >= 10
    assert {(c["certainty"]["polarity"], c["certainty"]["level"]) for c in others} == {("positive", "certain")}
    assert all(not claim["certainty"]["basis"] for claim in others)


def test_only_one_word_has_a_surveyed_range() -> None:
    ranges = [claim["certainty"]["likelihood"] for claim in respondents() if claim["certainty"]["likelihood"]]
    assert ranges == [[0.142, 0.342]]


def test_the_questions_are_open_and_nobody_keeps_away() -> None:
    asked = [claim["certainty"] for claim in form()["claims"] if line(claim["content"]).endswith("?")]
    assert len(asked) == 4
    assert {(told["polarity"], told["level"]) for told in asked} == {("unknown", "uncommitted")}
    assert all(not c["certainty"]["distance"] and c["certainty"]["confidence"] is None for c in form()["claims"])


def test_the_recapture_is_told_as_a_fact_and_the_return_as_none() -> None:
    sure = {line(event["trigger"]): event["certainty"] for event in form()["events"]}
    assert (sure["recaptured"]["polarity"], sure["recaptured"]["level"]) == ("positive", "certain")
    assert (sure["attack"]["polarity"], sure["attack"]["tense"]) == ("negative", None)
