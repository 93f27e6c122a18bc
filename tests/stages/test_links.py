"""Links: ends, direction, the voice that states them, and words that only look like signals."""

from __future__ import annotations

import pytest

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, EVENTS, LINKS, Analysis
from sayso.document.records import Link
from tests.analysed import analysed
from tests.marked import marked


def words(analysis: Analysis, anchors: tuple[Anchor, ...]) -> str:
    return " … ".join(" ".join(analysis.document.words(anchor).split()) for anchor in anchors)


def ends(analysis: Analysis) -> list[tuple[str, str, str]]:
    return [(link.kind, words(analysis, link.from_), words(analysis, link.to)) for link in analysis[LINKS]]


def only(text: str) -> tuple[Analysis, Link]:
    analysis = analysed(text)
    (link,) = analysis[LINKS]
    return analysis, link


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("cause", "[to The bridge was closed] because [from the river had risen]."),
        ("cause", "Because [from the river had risen], [to the bridge was closed]."),
        ("cause", "[to You cannot attack the fort now], only because [from it has just been lost]."),
        ("cause", "[to The failure] was due to [from bad planning]."),
        ("cause", "[to The unrest] was triggered by [from a rise in prices]."),
        ("cause", "Rescuers reached [to clashes] triggered by [from the arrest of a preacher]."),
        ("cause", "[to It is wiser to wait], since [from nobody should let the enemy choose the day]."),
        ("response", "[to The raid] is seen as a response to [from the refusal to hand over the ship]."),
        ("response", "[to The capture of the fort] is a response to [from the marshal for the raid]."),
        ("response", "[to Thousands marched in the capital] in protest against [from the new tax]."),
        ("purpose", "[from The envoy flew to Cairo] in an attempt to [to save the truce]."),
        ("purpose", "[from Workers marched on the port], demanding [to higher pay]."),
        ("condition", "[to Talks are not excluded], especially if [from the new president keeps his word]."),
        ("condition", "[to The attack could hardly be possible] without [from a secret agreement]."),
        ("condition", "[to The convoy will leave] only if [from the shelling stops]."),
        ("condition", "[to Peace would hold], an envoy said, provided that [from both sides withdrew]."),
        ("prevents", "[from Snow] kept [to the convoy] from [to reaching the town]."),
        ("enables", "[from The truce] enabled [to doctors to reach the town]."),
        ("despite", "Despite [from the truce], [to shells fell on the port]."),
        ("despite", "[to The vote went ahead] even though [from the army had threatened to stop it]."),
    ],
)
def test_one_link(kind: str, source: str) -> None:
    text = marked(source)
    analysis, link = only(text.text)
    assert link.kind == kind
    assert words(analysis, link.from_) == " … ".join(a.words(text.text) for a in text.all("from"))
    assert words(analysis, link.to) == " … ".join(a.words(text.text) for a in text.all("to"))


@pytest.mark.parametrize(
    "text",
    [
        "The town has been calm since 2012.",
        "The town has been quiet since the army left.",
        "The envoy spoke as the crowd cheered.",
        "As the minister said, the army has no fuel.",
        "So far, the army as well as the police has stayed in barracks.",
        "The envoy asked whether the truce held and if the road was open.",
        "The marshal decided to move the guns.",
        "He wanted his men to be quick.",
        "The minister limited the number of guests.",
        "The shelling did not cause the fire.",
        "The town fell after the army left.",
        "What caused the fire?",
        "What measures will help the town to recover?",
        "Let us be clear about this.",
        "Prices rose to reach a new high.",
    ],
)
def test_no_link(text: str) -> None:
    assert ends(analysed(text)) == []


@pytest.mark.parametrize(
    ("text", "from_"),
    [
        ("The river had risen in the night. As a result, the convoy turned back.", "The river had risen in the night"),
        ("The river had risen. That is why the convoy turned back.", "The river had risen"),
        ("The army shelled the port. This led to a mutiny.", "The army shelled the port"),
        ("The army shelled the port. Because of this, the ships left.", "The army shelled the port"),
    ],
)
def test_the_sentence_before(text: str, from_: str) -> None:
    analysis, link = only(text)
    assert (link.kind, words(analysis, link.from_)) == ("cause", from_)


def test_consequences_of_one_loss() -> None:
    found = ends(analysed("The loss of the fort weakens the alliance and limits the marshal's room for talks."))
    assert found == [
        ("cause", "The loss of the fort", "weakens the alliance"),
        ("cause", "The loss of the fort", "limits the marshal's room for talks"),
    ]


def test_it_stands_for_the_event_of_the_sentence_before() -> None:
    analysis = analysed("The capture of Homs surprised the capital. It is a heavy blow to the government.")
    (link,) = analysis[LINKS]
    (capture,) = (event for event in analysis[EVENTS] if words(analysis, event.trigger) == "capture")
    assert (words(analysis, link.from_), link.from_ref) == ("It", capture.id)


def test_the_claim_is_the_innermost_that_holds_the_signal() -> None:
    analysis, link = only("The ministry said the bridge was closed because the river had risen.")
    (claim,) = (c for c in analysis[CLAIMS] if c.id == link.claim)
    assert claim.source.span is not None
    assert analysis.document.words(claim.source.span) == "The ministry"
    assert words(analysis, link.to) == "the bridge was closed"


def test_the_event_at_an_end() -> None:
    analysis, link = only("Police arrested two officers because they had fired on the crowd.")
    (arrest,) = (e for e in analysis[EVENTS] if words(analysis, e.trigger) == "arrested")
    assert link.to_ref == arrest.id
