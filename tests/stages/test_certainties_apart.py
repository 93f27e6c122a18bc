"""What stands beside certainty and never changes it: tense, an analyst's confidence, the outlet's distance."""

from __future__ import annotations

import pytest

from sayso.document.codec import encode
from sayso.document.layer import CERTAINTIES, CLAIMS, Analysis
from sayso.document.records import Certainty
from tests.analysed import analysed, words


def innermost(text: str) -> tuple[Analysis, Certainty]:
    """The certainty of the text's only claim, or of the innermost one."""
    analysis = analysed(text)
    claim = max(analysis[CLAIMS], key=lambda claim: (claim.via is not None, bool(claim.cue)))
    return analysis, next(c for c in analysis[CERTAINTIES] if c.claim == claim.id)


@pytest.mark.parametrize(
    ("text", "confidence", "basis"),
    [
        ("The agency said with high confidence that the bridge was mined.", "high", ["with high confidence"]),
        (
            "The agency said with moderate confidence that the bridge was mined.",
            "moderate",
            ["with moderate confidence"],
        ),
        ("The agency said with low confidence that the bridge was mined.", "low", ["with low confidence"]),
        ("The bridge was mined (medium confidence).", "moderate", ["medium confidence"]),
        ("We are highly confident that the bridge was mined.", "high", ["highly confident"]),
        ("The experts' confidence in this estimate is low.", "low", ["confidence", "low"]),
        ("The agency has high confidence in the new minister.", None, []),
        ("Voters have little confidence in the government.", None, []),
        ("Parliament passed a vote of no confidence.", None, []),
        ("The visit restored some confidence on the market.", None, []),
        ("The bridge was mined.", None, []),
    ],
)
def test_confidence_is_that_in_a_judgement(text: str, confidence: str | None, basis: list[str]) -> None:
    analysis, found = innermost(text)
    assert (found.confidence, words(analysis, found.confidence_basis)) == (confidence, basis)


@pytest.mark.parametrize("degree", ["high", "moderate", "low"])
def test_confidence_and_likelihood_are_not_mixed(degree: str) -> None:
    _, found = innermost(f"The agency said with {degree} confidence that the truce will probably hold.")
    assert (found.level, found.likelihood, found.confidence) == ("probable", (0.6, 0.75), degree)


def test_the_confidence_of_an_inner_voice_is_not_that_of_the_outer() -> None:
    analysis = analysed("The minister said that the agency had claimed with low confidence that the bridge was mined.")
    stated = {c.id: next(s for s in analysis[CERTAINTIES] if s.claim == c.id).confidence for c in analysis[CLAIMS]}
    inner = [claim for claim in analysis[CLAIMS] if claim.via is not None]
    assert inner
    assert {stated[claim.id] for claim in inner} == {"low"}
    assert {stated[claim.id] for claim in analysis[CLAIMS] if claim.via is None} == {None}


@pytest.mark.parametrize(
    ("text", "distance"),
    [
        ("The army claimed that the rebels had burned the mill.", ["claimed"]),
        ("The army alleges that the rebels burned the mill.", ["alleges"]),
        ("The army said that the rebels had burned the mill.", []),
        ("The army said that the so-called governor had fled.", ["so-called"]),
        ("The self-proclaimed governor closed the harbor.", ["self-proclaimed"]),
        ("The court heard the alleged spy.", ["alleged"]),
        ("The spy is supposed to appear before the court.", []),
        ('The rebels held a "referendum" in the valley.', ['"referendum"']),
        ('"The so-called governor has fled," the consul said.', []),
        ("The envoy called the vote fair.", []),
    ],
)
def test_the_outlets_distance(text: str, distance: list[str]) -> None:
    analysis, found = innermost(text)
    assert words(analysis, found.distance) == distance


def test_what_they_called_it_keeps_the_outlet_away() -> None:
    analysis = analysed("Soldiers closed the harbor in what the army called an exercise.")
    told = [c for c in analysis[CERTAINTIES] if c.distance]
    assert words(analysis, told[0].distance) == ["what the army called"]


@pytest.mark.parametrize("cue", ["claimed", "said", "alleged"])
def test_distance_leaves_the_source_as_sure_as_it_is(cue: str) -> None:
    _, found = innermost(f"The army {cue} that the rebels had burned the mill.")
    assert (found.polarity, found.level) == ("positive", "certain")


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The consul said that the ship had sailed.", "past"),
        ("The consul said that the ship will sail.", "future"),
        ("The consul promised to sail.", "future"),
        ("The consul knows that the ship is safe.", "present"),
        ("The ship sailed and will return.", None),
    ],
)
def test_a_claim_has_the_tense_of_what_it_says(text: str, tense: str | None) -> None:
    assert innermost(text)[1].tense == tense


def test_all_of_it_leaves_the_program() -> None:
    [claim] = [
        claim
        for claim in encode(analysed("The army claimed with low confidence that the mill had burned."))["claims"]
        if claim["cue"]
    ]
    told = claim["certainty"]
    assert (told["tense"], told["confidence"]) == ("past", "low")
    assert told["confidence_basis"] and told["distance"]
    assert {why["by"] for why in told["why"]} >= {"lexicon:confidence.low", "lexicon:distance.claimed"}
