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


def ruled(analysis: Analysis) -> list[Link]:
    """The links that signal words show; what a trained model adds is measured, not told word by word."""
    return [link for link in analysis[LINKS] if link.why.by.startswith("lexicon:")]


def ends(analysis: Analysis) -> list[tuple[str, str, str]]:
    return [(link.kind, words(analysis, link.from_), words(analysis, link.to)) for link in ruled(analysis)]


def only(text: str) -> tuple[Analysis, Link]:
    analysis = analysed(text)
    (link,) = ruled(analysis)
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
        ("condition", "Without [from foreign help], [to the fort would fall]."),
        ("condition", "Should [from the truce fail], [to the convoy will turn back]."),
        ("condition", "When [from the state is weak], [to wars spread]."),
        ("enables", "[to The rebels took the port] by [from shelling its gates]."),
        ("cause", "[to The unrest] is driven by [from poverty and a lack of work]."),
        ("cause", "[from A wave of bombings] [to plunged the country into war]."),
        ("cause", "[from The shelling] [to left the town without water]."),
        ("cause", "Critics blame [from the marshal] for [to the loss of the fort]."),
        ("cause", "Critics blamed [to the loss of the fort] on [from bad planning]."),
        ("cause", "The main reason [to the talks failed] is that [from nobody trusted the envoy]."),
        ("cause", "[to They went home], as [from the army had no fuel]."),
        ("cause", "[from The marshal] is responsible for [to the loss of the fort]."),
        ("response", "[from The protests] were met with [to gunfire]."),
        ("response", "[to Police held two editors] for [from printing the letter]."),
        ("enables", "[from The retreat] gave [to the rebels] a chance [to to regroup]."),
        ("enables", "[from The ruling] paved the way for [to the party to win a majority]."),
        ("prevents", "[from The flood] made it impossible for [to the convoy to move]."),
        ("purpose", "Fighters were wounded in [from an offensive] to [to retake the port]."),
        ("purpose", "[from The rebels shelled the gate], trying to [to break into the fort]."),
        ("cause", "[to It is wiser to wait], since [from nobody can win now], it is a matter of time."),
        ("despite", "Despite [from the truce], [to shells fell on the port]."),
        ("despite", "[to The vote went ahead] even though [from the army had threatened to stop it]."),
        ("condition", "If [from they halt the war and sign nothing], then [to the valley will burn again]."),
        ("cause", "[to It has changed the wish of the young to think] because [from so many rely on rumours]."),
        ("condition", "Nobody knows the number – [to I would not be surprised] if [from it were higher]."),
        ("purpose", "The marshal recalled [from the troops he had sent into the valley] to [to guard the mill]."),
        ("cause", "[to It will fail], for [from the farmers oppose it]."),
        ("cause", "It was because [from the judges refused to hear them] that [to the feud grew]."),
        ("cause", "[from The shelling hit houses in Aleppo] causing [to injury to the guests]."),
        ("cause", "[to Neither can be proved], since [from the film was destroyed]."),
        ("condition", "Once [from the money stops], [to the calm will end]."),
        ("cause", "[from The guards burned the papers], making [to a trial impossible]."),
        ("cause", "[from That] [to drove the moderates out of the council]."),
        (
            "despite",
            "The envoy said [to he left the city without meeting the rebels] despite [from an offer of talks].",
        ),
        ("cause", "The town is poor and [from this embargo] could lead to [to a famine]."),
        ("cause", "However, [to they are in danger] due to [from the rain]."),
        ("cause", "[to The valley became theirs in the winter] as a result of [from a war]."),
        ("cause", "[from A recount] would cost a month, he warned, and could lead to [to a second strike]."),
        ("despite", "For all [from its talk of unity], [to the cabinet keeps two sets of books]."),
        ("response", "[to The mediator criticised both teams] for [from talking to the press]."),
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
        "The marshal asked if the truce held.",
        "Whether the fire was due to a mine is not known.",
        "Will the truce lead to peace?",
        "The aim was to avert a war.",
        "The envoy wants to prevent a war.",
        "Thank you for having me.",
        "He led fifty men through the fields to the port.",
        "The fire was caused by none of them.",
        "Since 5 May, the number of families in the port has doubled.",
        "The army advanced as it moved towards the port.",
        "The officers killed four men.",
        "The problem is how to enable the whole country to vote.",
        "They retaliated by shelling the port.",
        "The radio reported a victory, citing a count of the votes.",
        "A decision was taken to leave the port.",
        "They called on the marshal to withdraw his troops.",
        "The fields are copies rather than the result of a storm.",
        "The saying is attributed to the marshal.",
        "The odds, though, are good.",
        "It has won new friends, so to speak.",
        "They took on responsibility for guarding the port.",
        "She wants the book, as the others want.",
        "He did not stay at home out of fear.",
        "They argued over the port.",
        "They were not going to let the rebels rule.",
        "They always wanted to stay and allow others to leave.",
        "We fulfilled our obligations to disarm.",
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
        ("The guns are gone. This means that the fort will fall.", "The guns are gone"),
        ("The river had risen. The result was a flood.", "The river had risen"),
        ("The army is tired. This was the reason why the marshal wants a truce.", "The army is tired"),
        ("If anything happens to the ships, this will deal a blow to the navy.", "anything happens to the ships"),
    ],
)
def test_the_sentence_before(text: str, from_: str) -> None:
    analysis = analysed(text)
    (link,) = (link for link in ruled(analysis) if link.kind == "cause")
    assert words(analysis, link.from_) == from_


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("cause", "[to The convoy turned back]. The reason: [from the river had risen]."),
        ("cause", "[to The convoy turned back]. The reason was [from the flood]."),
        ("response", "[from The rebels shot two guards]. In retaliation, [to the army shelled the port]."),
        ("purpose", "[to The marshal wants to win the vote]. To this end, [from he has freed the prisoners]."),
    ],
)
def test_neighbours(kind: str, source: str) -> None:
    text = marked(source)
    analysis, link = only(text.text)
    ends_ = [anchors[0].words(text.text) for anchors in (text.all("from"), text.all("to"))]
    assert [link.kind, words(analysis, link.from_), words(analysis, link.to)] == [kind, *ends_]


def test_several_links_in_one_sentence_make_a_chain() -> None:
    text = "Prices rose, which led to riots, which in turn brought down the government."
    assert ends(analysed(text)) == [
        ("cause", "Prices rose", "riots"),
        ("cause", "riots", "brought down the government"),
    ]


INTERVIEW = """A correspondent spoke with the historian, Anna Weber, on the fall of the fort.

- Why did the army lose the fort?

- The guns had no powder. It was a hard winter.

- Why did nobody help?

- I do not know. The ships stayed in port because the sea was rough.

- Why did the marshal flee?

- Perhaps the guards told him to go. Perhaps he was paid."""


def test_the_answer_to_a_why_is_a_suggestion_in_the_voice_that_answers() -> None:
    analysis = analysed(INTERVIEW)
    (link,) = (link for link in ruled(analysis) if link.implicit)
    assert words(analysis, link.from_) == "The guns had no powder"
    assert words(analysis, link.to) == "the army lose the fort"
    (claim,) = (c for c in analysis[CLAIMS] if c.id == link.claim)
    assert any(part.overlaps(link.from_[0]) for part in claim.content)


def test_words_of_time_only_suggest() -> None:
    _, link = only("Two officers resigned following the loss of the arms.")
    assert link.implicit


def test_words_of_cause_state() -> None:
    _, link = only("Two officers resigned because of the loss of the arms.")
    assert not link.implicit


def test_this_stands_for_the_event_before() -> None:
    analysis = analysed("The rebels captured Homs. This could hardly be possible without a secret agreement.")
    (link,) = (link for link in ruled(analysis) if link.kind == "condition")
    (capture,) = (e for e in analysis[EVENTS] if words(analysis, e.trigger) == "captured")
    assert link.to_ref == capture.id


def test_an_event_far_below_is_not_the_end_itself() -> None:
    analysis = analysed("The talks failed because the marshal, who had bombed Homs in May, sent nobody.")
    (link,) = ruled(analysis)
    assert link.from_ref is None or link.from_ref not in {
        e.id for e in analysis[EVENTS] if words(analysis, e.trigger) == "bombed"
    }


def test_consequences_of_one_loss() -> None:
    found = ends(analysed("The loss of the fort weakens the alliance and limits the marshal's room for talks."))
    assert found == [
        ("cause", "The loss of the fort", "weakens the alliance"),
        ("cause", "The loss of the fort", "limits the marshal's room for talks"),
    ]


def test_it_stands_for_the_event_of_the_sentence_before() -> None:
    analysis = analysed("The capture of Homs surprised the capital. It is a heavy blow to the government.")
    (link,) = ruled(analysis)
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
