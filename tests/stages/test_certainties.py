"""Certainties: polarity, level and the words that show them, by scope."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.document.layer import CERTAINTIES, CLAIMS, SENTENCES, Analysis
from sayso.document.records import Certainty, Claim
from sayso.document.text import Document
from sayso.factuality.scope import belief
from sayso.pipeline import analyse
from sayso.read import Given, read_paths
from tests.analysed import analysed, words

INTERVIEW = Path(__file__).parents[2].parent / "shared" / "real" / "palmyra-interview.txt"


def only(text: str) -> tuple[Analysis, Certainty]:
    """The certainty of the text's only claim, or of the innermost one."""
    analysis = analysed(text)
    innermost = max(analysis[CLAIMS], key=lambda claim: (claim.via is not None, bool(claim.cue)))
    return analysis, next(c for c in analysis[CERTAINTIES] if c.claim == innermost.id)


@pytest.mark.parametrize(
    ("text", "polarity", "level"),
    [
        ("The garrison left the fort.", "positive", "certain"),
        ("The garrison did not leave the fort.", "negative", "certain"),
        ("Nobody left the fort.", "negative", "certain"),
        ("No soldier left the fort.", "negative", "certain"),
        ("The garrison found no trace of the raiders.", "negative", "certain"),
        ("No more than ten soldiers left the fort.", "positive", "certain"),
        ("Not only the garrison left the fort.", "positive", "certain"),
        ("The garrison failed to leave the fort.", "negative", "certain"),
        ("The garrison was unable to leave the fort.", "negative", "certain"),
        ("The garrison will leave the fort.", "positive", "certain"),
        ("Perhaps the garrison left the fort.", "positive", "possible"),
        ("Perhaps nobody left the fort.", "negative", "possible"),
        ("Apparently the garrison left the fort.", "positive", "probable"),
        ("The garrison probably did not leave the fort.", "negative", "probable"),
        ("The garrison may leave the fort.", "positive", "possible"),
        ("The garrison might not leave the fort.", "negative", "possible"),
        ("The garrison could not leave the fort.", "negative", "certain"),
        ("The garrison must have left the fort.", "positive", "probable"),
        ("The garrison must leave the fort.", "positive", "certain"),
        ("It is likely that the garrison left the fort.", "positive", "probable"),
        ("It is not likely that the garrison left the fort.", "negative", "probable"),
        ("It is unlikely that the garrison left the fort.", "negative", "probable"),
        ("It is dubious that the garrison will leave the fort.", "negative", "probable"),
        ("It is not impossible that the garrison left the fort.", "positive", "possible"),
        ("There is no doubt that the garrison left the fort.", "positive", "certain"),
        ("There is little doubt that the garrison left the fort.", "positive", "probable"),
        ("A truce is not excluded.", "positive", "possible"),
        ("A truce cannot be ruled out.", "positive", "possible"),
        ("A truce would be hardly possible without guarantees.", "negative", "probable"),
        ("A truce does not necessarily end the war.", "unknown", "uncommitted"),
        ("It is unclear whether the garrison left the fort.", "unknown", "uncommitted"),
        ("Did the garrison leave the fort?", "unknown", "uncommitted"),
    ],
)
def test_the_words_of_the_voice_itself(text: str, polarity: str, level: str) -> None:
    _, found = only(text)
    assert (found.polarity, found.level) == (polarity, level)


@pytest.mark.parametrize(
    ("text", "polarity", "level"),
    [
        ("The consul said that the ship had sailed.", "positive", "certain"),
        ("The consul believes that the ship has sailed.", "positive", "probable"),
        ("The consul does not believe that the ship has sailed.", "negative", "probable"),
        ("The consul denied that the ship had sailed.", "negative", "certain"),
        ("The consul denied that nobody had sailed.", "positive", "certain"),
        ("The consul doubts that the ship has sailed.", "negative", "probable"),
        ("The consul fears that the ship has sailed.", "positive", "possible"),
        ("The consul questioned whether the ship had sailed.", "unknown", "uncommitted"),
        ("The consul insisted that the ship had sailed.", "positive", "certain"),
        ("The consul claimed that the ship had sailed.", "positive", "certain"),
        ("The consul did not confirm that the ship had sailed.", "unknown", "uncommitted"),
        ("The consul wants to sail.", "positive", "uncommitted"),
    ],
)
def test_the_cue_may_hedge_or_deny(text: str, polarity: str, level: str) -> None:
    _, found = only(text)
    assert (found.polarity, found.level) == (polarity, level)


@pytest.mark.parametrize(
    "text",
    [
        "The consul will leave if the ship is perhaps late.",
        "The consul said that the ship might perhaps sail.",
        "The harbor reportedly burned.",
    ],
)
def test_hedges_of_a_condition_and_of_another_voice_leave_the_outer_claim_sure(text: str) -> None:
    analysis = analysed(text)
    sources = {c.id: c for c in analysis[CLAIMS]}
    outer = [c for c in analysis[CERTAINTIES] if "might" not in _content(analysis, sources[c.claim])]
    assert all(c.level == "certain" for c in outer)
    assert analysis[CERTAINTIES]


def _content(analysis: Analysis, claim: Claim) -> str:
    return " ".join(words(analysis, claim.content))


@pytest.mark.parametrize(
    ("text", "likelihood"),
    [
        ("It is likely that the truce will hold.", (0.668, 0.8)),
        ("It is not likely that the truce will hold.", (0.2, 0.332)),
        ("It is unlikely that the truce will hold.", (0.1, 0.25)),
        ("The truce will probably not hold.", (0.25, 0.4)),
        ("The truce may hold.", (0.25, 0.51)),
        ("The truce may have held.", None),
        ("It is possible that the truce will hold.", None),
        ("The truce held.", None),
    ],
)
def test_likelihood_words_carry_their_surveyed_range(text: str, likelihood: tuple[float, float] | None) -> None:
    _, found = only(text)
    assert found.likelihood == likelihood


def test_the_basis_holds_the_words_and_nothing_else() -> None:
    analysis, found = only("Perhaps nobody could leave the fort.")
    assert words(analysis, found.basis) == ["Perhaps", "nobody", "could"]
    assert only("The garrison left the fort.")[1].basis == ()


def test_a_hedged_part_is_carried_by_the_claim() -> None:
    analysis, found = only("The convoy brought troops from the capital and possibly from the coast.")
    assert words(analysis, found.basis) == ["possibly"] and found.level == "possible"


def test_one_record_a_claim_in_the_order_of_the_claims() -> None:
    analysis = analysed('The envoy said the truce might fail. "We hope it holds," he added. Nobody came.')
    assert [c.claim for c in analysis[CERTAINTIES]] == [claim.id for claim in analysis[CLAIMS]]


@pytest.mark.parametrize(
    ("text", "word", "polarity", "level"),
    [
        ("The army tried to avoid attacking the town.", "attacking", "negative", "uncommitted"),
        ("Fears of an attack grew.", "attack", "positive", "possible"),
        ("If the army storms the town, it will burn.", "storms", "unknown", "uncommitted"),
        ("The envoy left without signing.", "signing", "negative", "uncommitted"),
        ("The envoy did not leave after the attack.", "attack", "positive", "certain"),
    ],
)
def test_one_word_by_the_words_over_it(text: str, word: str, polarity: str, level: str) -> None:
    sentence = analysed(text)[SENTENCES][0]
    token = next(t for t in sentence.tokens if t.text == word)
    found = belief(sentence, token)
    assert (found.polarity, found.level) == (polarity, level)


@pytest.mark.skipif(not INTERVIEW.exists(), reason="the interview of /work/shared is not here")
@pytest.mark.parametrize(
    "hedge", ["Apparently", "possibly", "hardly possible", "not excluded", "Perhaps no one", "Perhaps there", "dubious"]
)
def test_the_hedges_of_the_interview_are_carried_where_they_stand(hedge: str) -> None:
    document = next(iter(read_paths([INTERVIEW], Given(published=date(2016, 12, 12)))))
    assert isinstance(document, Document)
    analysis = analyse(document)
    at = document.characters.index(hedge)
    holding = [c for c in analysis[CLAIMS] if any(a.start <= at < a.end for a in c.content)]
    innermost = min(holding, key=lambda c: sum(len(a) for a in c.content))
    found = next(c for c in analysis[CERTAINTIES] if c.claim == innermost.id)
    assert any(anchor.start == at for anchor in found.basis)
    assert found.level != "certain"
