"""Kinds: what a claim does."""

from __future__ import annotations

import pytest

from sayso.document.layer import CLAIMS, KINDS
from tests.analysed import analysed, words


@pytest.mark.parametrize(
    ("text", "kind", "basis"),
    [
        ("The rebels took the port on Friday.", "report", []),
        ("The fleet advanced deeper into the bay.", "report", []),
        ("More than 40 sailors were hurt.", "report", []),
        ("The loss is a serious blow to the government.", "assessment", ["blow"]),
        ("The demand is fair and reasonable.", "assessment", ["fair"]),
        ("The new fleet is stronger than the old one.", "assessment", ["stronger"]),
        ("Apparently the rebels bribed the guard.", "assessment", ["Apparently"]),
        ("The raid is a response to the blockade.", "explanation", ["response"]),
        ("The fleet turned back because the storm had broken its masts.", "explanation", ["because"]),
        ("A spark caused the fire.", "explanation", ["caused"]),
        ("The fleet will reach the islands.", "forecast", ["will"]),
        ("Parliament will vote on Monday.", "report", ["will", "Monday"]),
        ("Parliament will probably vote on Monday.", "forecast", ["will"]),
        ("The rebels will attack on Monday.", "forecast", ["will"]),
        ("A new vote would delay the treaty.", "forecast", ["would"]),
        ("The strike could topple the government.", "forecast", ["could", "topple"]),
        ("The crew could hear the guns.", "assessment", ["could"]),
        ("The verdict is expected in March.", "forecast", ["expected"]),
        ("A coup is unlikely.", "forecast", ["coup", "unlikely"]),
        ("That theory is unlikely.", "assessment", ["unlikely"]),
        ("It is a foolish plan.", "assessment", ["foolish"]),
        ("The treaty seems to hold.", "assessment", ["seems"]),
        ("We will rebuild the bridge.", "aim", ["will", "rebuild"]),
        ("We will not leave.", "aim", ["will", "leave"]),
        ("We will see.", "forecast", ["will"]),
        ("We will probably leave.", "forecast", ["will"]),
        ("It is unclear who fired first.", "question", ["unclear"]),
        ("Nobody knows whether the bridge was mined.", "question", ["Nobody", "knows"]),
        ("The admiral is due to fly home on Sunday.", "report", []),
        ("The army ought to wait.", "recommendation", ["ought"]),
        ("The town has yet to pay.", "report", []),
        ("The fleet is going to sail.", "forecast", ["going"]),
        ("It is unlikely that the court will agree.", "forecast", ["will"]),
        ("In the future a truce is not excluded.", "forecast", ["future", "excluded"]),
        ("The rebels may take the port.", "forecast", ["may", "take"]),
        ("The navy should move the powder.", "recommendation", ["should"]),
        ("You cannot attack the port now.", "recommendation", ["can", "not"]),
        ("It is more rational to wait.", "recommendation", ["rational"]),
        ("The goal is to hold the port.", "aim", ["goal"]),
        ("Who fired first?", "question", ["?"]),
    ],
)
def test_by_the_words_of_the_claim(text: str, kind: str, basis: list[str]) -> None:
    analysis = analysed(text)
    assert [(k.kind, words(analysis, tuple(sorted(k.basis)))) for k in analysis[KINDS]] == [(kind, basis)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The truce is about to collapse.", "forecast"),
        ("The truce was about to collapse.", "report"),
        ("The cabinet is bound to fall.", "forecast"),
        ("The crops stand to lose their last market.", "forecast"),
        ("The winter promises to be hard.", "forecast"),
        ("The rebels promise to be patient.", "aim"),
        ("The drought threatens the harvest.", "forecast"),
        ("The new tariff heralds a trade war.", "forecast"),
        ("Famine is looming in the south.", "forecast"),
        ("The envoy is coming.", "report"),
        ("The odds of a peaceful handover are slim.", "forecast"),
        ("The risk was discussed in the cabinet.", "report"),
        ("A second front is only a matter of time.", "forecast"),
        ("The province is on the brink of famine.", "forecast"),
        ("The country is heading for a recession.", "forecast"),
        ("The column is heading for the port.", "report"),
        ("The outcome hinges on two undecided provinces.", "forecast"),
        ("The envoy depends on the mules.", "assessment"),
        ("The talks resume only if the shelling stops.", "forecast"),
        ("Without a patron abroad, the junta would be bankrupt.", "forecast"),
        ("The consequences would be dire.", "forecast"),
        ("A treaty would be a mistake.", "assessment"),
        ("The election may be postponed.", "forecast"),
        ("The raid may be linked to the strike.", "assessment"),
        ("A rising cannot be ruled out.", "forecast"),
        ("Sabotage cannot be proved.", "assessment"),
        ("It could be weeks before the road is open.", "forecast"),
        ("Expect more strikes this autumn.", "forecast"),
        ("We are determined to stay.", "aim"),
        ("They are eager to talk.", "aim"),
        ("The position is untenable.", "assessment"),
        ("The shops are closed.", "report"),
    ],
)
def test_by_grammar_not_by_one_wording(text: str, kind: str) -> None:
    assert [k.kind for k in analysed(text)[KINDS]] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The consul said that the ship had sailed.", "report"),
        ("The consul said that prices would rise if the port closed.", "forecast"),
        ("The consul predicted a short war.", "forecast"),
        ("The consul urged the rebels to go home.", "recommendation"),
        ("The consul told the rebels to go home.", "recommendation"),
        ("The consul wants to go home.", "aim"),
        ("The consul believes that the ship was sold.", "assessment"),
        ("The consul believes that the ship will be sold.", "forecast"),
        ("The consul asked whether the ship had sailed.", "question"),
        ("The consul would not say whether the ship had sailed.", "question"),
        ("The consul said he would not leave.", "aim"),
        ("The consul said the rebels would not leave.", "forecast"),
        ("The consul fears a long war.", "forecast"),
        ("The consul warned against buying the ship.", "recommendation"),
    ],
)
def test_by_the_cue(text: str, kind: str) -> None:
    analysis = analysed(text)
    attributed = {claim.id for claim in analysis[CLAIMS] if claim.cue}
    assert [k.kind for k in analysis[KINDS] if k.claim in attributed] == [kind]


def test_possibilities_side_by_side_are_explanations_on_offer() -> None:
    analysis = analysed("Either the warning came late, or the garrison ignored it. Perhaps nobody read the letters.")
    assert [k.kind for k in analysis[KINDS]] == ["explanation"] * 3


def test_one_record_a_claim_in_the_order_of_the_claims() -> None:
    analysis = analysed('The envoy said the truce might fail. "We hope it holds," he added. Nobody came.')
    assert [k.claim for k in analysis[KINDS]] == [claim.id for claim in analysis[CLAIMS]]
