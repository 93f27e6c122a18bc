"""Every hedge of the interview that started sayso, sentence by sentence as an analyst marks it; skipped without it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.palmyra import form, said, there

pytestmark = there


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
    told = next(claim for claim in respondents() if words in said(claim["content"]))["certainty"]
    assert (told["polarity"], told["level"], told["tense"], said(told["basis"])) == HEDGED[words]


def test_nothing_else_in_the_answers_is_hedged_or_denied() -> None:
    others = [claim for claim in respondents() if not any(words in said(claim["content"]) for words in HEDGED)]
    assert len(others) >= 10
    assert {(c["certainty"]["polarity"], c["certainty"]["level"]) for c in others} == {("positive", "certain")}
    assert all(not claim["certainty"]["basis"] for claim in others)


def test_only_one_word_has_a_surveyed_range() -> None:
    ranges = [claim["certainty"]["likelihood"] for claim in respondents() if claim["certainty"]["likelihood"]]
    assert ranges == [[0.142, 0.342]]


def test_the_questions_are_open_and_nobody_keeps_away() -> None:
    asked = [claim["certainty"] for claim in form()["claims"] if said(claim["content"]).endswith("?")]
    assert len(asked) == 4
    assert {(told["polarity"], told["level"]) for told in asked} == {("unknown", "uncommitted")}
    assert all(not c["certainty"]["distance"] and c["certainty"]["confidence"] is None for c in form()["claims"])


def test_the_recapture_is_told_as_a_fact_and_the_return_as_none() -> None:
    sure = {said(event["trigger"]): event["certainty"] for event in form()["events"]}
    assert (sure["recaptured"]["polarity"], sure["recaptured"]["level"]) == ("positive", "certain")
    assert (sure["attack"]["polarity"], sure["attack"]["tense"]) == ("negative", None)
