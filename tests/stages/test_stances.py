"""Stances: who holds them, toward whom or what, and words that only look like one."""

from __future__ import annotations

import pytest

from sayso.document.layer import CLAIMS, ENTITIES, EVENTS, STANCES, Analysis
from sayso.document.records import Stance
from tests.analysed import analysed

Told = tuple[str, str, str | None, str]


def name(analysis: Analysis, entity: str | None) -> str | None:
    return next((analysis.document.words(e.name) for e in analysis[ENTITIES] if e.id == entity), None)


def told(text: str) -> list[Told]:
    """Holder, value, actor and words of each stance."""
    analysis = analysed(text)
    return [_told(analysis, stance) for stance in analysis[STANCES]]


def _told(analysis: Analysis, stance: Stance) -> Told:
    holder = name(analysis, stance.from_) or f"~{analysis.document.words(stance.holder)}"
    toward = " … ".join(analysis.document.words(anchor) for anchor in stance.toward)
    return holder, stance.value, name(analysis, stance.to), toward


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "France and Spain condemned the raid.",
            [("France", "opposes", None, "the raid"), ("Spain", "opposes", None, "the raid")],
        ),
        ("The mayor was praised by the bishop.", [("the bishop", "praises", "The mayor", "The mayor")]),
        ("The deal, backed by France, was signed.", [("France", "supports", None, "The deal")]),
        (
            "The king praised the nurses and the doctors.",
            [
                ("The king", "praises", "the nurses", "the nurses"),
                ("The king", "praises", "the doctors", "the doctors"),
            ],
        ),
        ("The envoy criticised Peru over the arrests.", [("The envoy", "opposes", "Peru", "Peru over the arrests")]),
        ("The envoy blamed the raid on the rebels.", [("The envoy", "blames", "the rebels", "the raid … the rebels")]),
        ("The union does not support the treaty.", [("The union", "opposes", None, "the treaty")]),
        ("The union refused to back the treaty.", [("The union", "opposes", None, "the treaty")]),
        ("The party vowed to oppose the tax.", [("The party", "opposes", None, "the tax")]),
        ("Nurses blocked the road to protest against the tax.", [("Nurses", "opposes", None, "the tax")]),
        (
            "The party voted against the bill, while the union backed it.",
            [("The party", "opposes", None, "the bill"), ("the union", "supports", None, "the bill")],
        ),
        (
            "Moscow denounced France's attack on the port.",
            [("Moscow", "opposes", "France", "France's attack on the port")],
        ),
        ("The king wants to thank the nurses.", [("The king", "praises", "the nurses", "the nurses")]),
        (
            "The government won the backing of the bishop.",
            [("the bishop", "supports", "The government", "The government")],
        ),
        ("Peru's support for Bolivia angered the king.", [("Peru", "supports", "Bolivia", "Bolivia")]),
        ("The minister called the ceasefire a farce.", [("The minister", "opposes", None, "the ceasefire")]),
        (
            "The council issued a statement condemning the raid.",
            [("The council", "opposes", None, "the raid")],
        ),
        (
            "The king denounced Peru for backing the rebels.",
            [
                ("The king", "opposes", "Peru", "Peru for backing the rebels"),
                ("Peru", "supports", "the rebels", "the rebels"),
            ],
        ),
        ("Peru has withdrawn its backing for Bolivia.", [("Peru", "opposes", "Bolivia", "Bolivia")]),
        ("The king has lost faith in the bishop.", [("The king", "opposes", "the bishop", "the bishop")]),
        ("The king cannot support the treaty.", [("The king", "opposes", None, "the treaty")]),
        ("Parliament threw out the land bill.", [("Parliament", "opposes", None, "the land bill")]),
        ("The union wants the base closed.", [("The union", "opposes", None, "the base")]),
        ("France distanced itself from the treaty.", [("France", "opposes", None, "the treaty")]),
        ("France imposed sanctions on Peru.", [("France", "opposes", "Peru", "Peru")]),
        ("The bishop is no friend of the government.", [("The bishop", "opposes", "the government", "the government")]),
        ("The bishop, a critic of the war, resigned.", [("The bishop", "opposes", None, "the war")]),
        ("Peru has nothing against Bolivia.", [("Peru", "neutral", "Bolivia", "Bolivia")]),
        ("France favours neither side.", [("France", "neutral", None, "neither side")]),
        ("The plan was met with outrage from lawyers.", [("lawyers", "opposes", None, "The plan")]),
        ("The government abstained in the vote.", [("The government", "neutral", None, "the vote")]),
    ],
)
def test_who_stands_where(text: str, found: list[Told]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The envoy urged Turkey to condemn the raid.",
        "Turkey refused to condemn the raid.",
        "Turkey may back the treaty.",
        "Would Turkey back the treaty?",
        "Turkey asked whether France supports the rebels.",
        "If Turkey backs the treaty, the war will end.",
        "The minister wants Turkey to support the treaty.",
        "The man was accused of theft.",
        "The evidence supports the theory.",
        "Rebels attacked the garrison.",
        "The company dismissed nine drivers.",
        "Thanks to the truce, the town slept.",
        "He supports his family.",
        "The court rejected the theory of a fire.",
        "The union called for an end to the war.",
        "The king supported himself on a stick.",
        "Turkey did not criticise the raid.",
        "The party once backed the treaty.",
        "The raid was disgraceful.",
        "The party said it will boycott the vote unless the minister resigns.",
        "Not one bishop or mayor supports the treaty.",
        "The king blocked a statement condemning the raid.",
        "The ministry has stopped being a backer of the treaty.",
        "Poland stopped short of condemning the raid.",
        "France recognised the danger.",
        "The guards armed the mines.",
        "The mayor slammed the door.",
        "The envoy stood by the door.",
        "The school expelled two pupils.",
        "The bishop is with the king.",
    ],
)
def test_no_stance(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We thank the nurses," the minister said.', ("the minister", "praises", "the nurses", "the nurses")),
        ('"The raid was a crime," Ana Ruiz said.', ("Ana Ruiz", "opposes", None, "The raid")),
        ("Ana Ruiz said that the war was unjust.", ("Ana Ruiz", "opposes", None, "the war")),
        (
            '"Peru has decided to resist the pressure, which is fair," Ana Ruiz said.',
            ("Ana Ruiz", "supports", "Peru", "Peru has decided to resist the pressure"),
        ),
        ("We condemn the raid on the port.", ("~We", "opposes", None, "the raid on the port")),
    ],
)
def test_what_a_voice_says_it_holds(text: str, found: Told) -> None:
    assert told(text) == [found]


def test_whoever_tells_of_a_stance_is_named_by_the_claim() -> None:
    analysis = analysed("Ana Ruiz said that France supports the rebels.")
    (stance,) = analysis[STANCES]
    assert _told(analysis, stance) == ("France", "supports", "the rebels", "the rebels")
    (claim,) = (c for c in analysis[CLAIMS] if c.id == stance.claim)
    assert name(analysis, claim.source.entity) == "Ana Ruiz"


def test_the_act_is_the_event_and_who_did_it_is_the_actor() -> None:
    analysis = analysed("France condemned the shelling of Aleppo by the Syrian army.")
    (stance,) = analysis[STANCES]
    (event,) = (e for e in analysis[EVENTS] if e.id == stance.act)
    assert analysis.document.words(event.trigger[0]) == "shelling"
    assert name(analysis, stance.to) == "Syrian army"


def test_the_same_words_give_the_same_ids() -> None:
    text = "France, Peru and Chile condemned the raid and thanked the nurses."
    ids = [stance.id for stance in analysed(text)[STANCES]]
    assert len(set(ids)) == 6
    assert [stance.id for stance in analysed(text)[STANCES]] == ids
