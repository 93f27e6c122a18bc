"""Alternatives: which options, whether only one can hold, which question they answer."""

from __future__ import annotations

import pytest

from sayso.document.layer import ALTERNATIVES, CLAIMS, EVENTS, Analysis
from sayso.document.records import Alternative
from tests.analysed import analysed
from tests.marked import marked

INTERVIEW = """Anna Weber: "The fall of the fort was no accident"

A correspondent spoke with the historian, Anna Weber, on the fall of the fort.

- Why did the army lose the fort?

- It is a hard question. Either the warning came too late, or nobody read it. Perhaps the guns had no powder. Perhaps \
the commanders did not talk to each other.

- Will the army return?

- I do not know. The army is tired."""


@pytest.mark.parametrize(
    "text", ["or", "Or", "or.", "Was it the boiler or", "either", "Either the boiler or", "if not"]
)
def test_a_joint_that_joins_nothing_offers_nothing(text: str) -> None:
    assert analysed(text)[ALTERNATIVES] == ()


def only(analysis: Analysis) -> Alternative:
    (found,) = analysis[ALTERNATIVES]
    return found


def options(analysis: Analysis) -> list[str]:
    return [analysis.document.words(anchor).rstrip(".") for (anchor,) in only(analysis).spans]


@pytest.mark.parametrize(
    ("exclusive", "source"),
    [
        (True, "Either [option the warning came too late], or [option nobody read it]."),
        (True, "Either [option the guards slept], or [option they were paid], or [option the gate was open]."),
        (True, "The court will say whether [option the boiler burst] or [option a mine went off]."),
        (True, "[option The guards slept], or else [option they were paid]."),
        (False, "[option The fleet may be sailing home] or [option it may be lying off the cape]."),
        (True, "The loss was the result of either [option a raid] or [option a fire in the hold]."),
        (False, "There are two theories: [option a bomb was hidden in the hold], or [option the boiler had failed]."),
        (False, "[option Perhaps the guns had no powder]. [option Maybe nobody gave the order]."),
        (False, "[option One theory is that the guards slept]. [option Another is that they were paid]."),
        (False, "Some say [option the guards fled]. Others think [option they were ordered out]."),
        (True, "[option Either the guns had no powder]. [option Or the guards were paid]."),
        (True, "It would be either [option captivity] or [option death]."),
        (True, "The army had either [option retreated] or [option melted away], allowing the rebels to advance."),
        (False, "[option Maybe the guards slept], [option maybe they were paid]."),
        (False, "[option It could be that the guards slept]. [option Or it may be that they were paid]."),
        (False, "There are two options: [option a siege] or [option a vote]."),
        (False, "The options are [option a new truce], [option a siege] or [option a vote]."),
        (
            False,
            "There are three possible explanations. [option First, the guards were asleep]. "
            "[option Second, they were paid]. [option Third, the gate was open].",
        ),
        (False, "Explanations range from [option a fault in the boiler] to [option sabotage]."),
        (False, "Some say [option the guards fled]; others believe [option they were ordered out]."),
        (False, "The ship was sunk [option by a torpedo], [option by a mine] or [option by a fire in the hold]."),
    ],
)
def test_options(exclusive: bool, source: str) -> None:
    text = marked(source)
    analysis = analysed(text.text)
    assert options(analysis) == [anchor.words(text.text) for anchor in text.all("option")]
    assert only(analysis).exclusive is exclusive


@pytest.mark.parametrize(
    "text",
    [
        "Trees stood on either side of the road or the canal.",
        "The court will sit whether or not the boiler burst.",
        "The fleet sailed home or lay off the cape.",
        "The crew had bread, meat or fish for supper.",
        "Perhaps the guard fell asleep. Nobody had told him.",
        "One ship sailed. Another stayed in port.",
        "Some fled. Others stayed.",
        "Two or three guards were hurt.",
        "Some 1,600 people have either fled the country or become displaced.",
        "The fall of the port was certain, whether defended or destroyed.",
        "There are three reasons. First, the guards were asleep. Second, they were paid.",
        "The guards slept. Or so they say.",
        "On the one hand he holds the port. On the other hand he has no guns.",
    ],
)
def test_no_alternatives(text: str) -> None:
    assert analysed(text)[ALTERNATIVES] == ()


@pytest.mark.parametrize(
    ("exclusive", "source"),
    [
        (True, "Voters face a choice between [option a president who stays] and [option a parliament that hides]."),
        (True, "The ministry blames [option saboteurs] for the blackout. The utility blames [option a worn cable]."),
        (True, "The ministry blames [option saboteurs] for the blackout, while the utility blames [option a cable]."),
        (False, "The strike ended because [option the money ran out] or because [option the leaders were bought]."),
        (False, "In one version [option the guards opened the gate]; in another [option it was never locked]."),
        (True, "Best case: [option the truce holds until May]. Worst case: [option the front moves to the river]."),
        (False, "Hypothesis A: [option the letters were forged]. Hypothesis B: [option they were stolen]."),
        (False, "The council can [option raise the tax], [option sell the harbour], or [option default on its debt]."),
        (False, "The commander may have [option misread the order] or [option ignored it]."),
        (False, "The answer is [option fear], or [option money], or both."),
    ],
)
def test_options_of_rivals_versions_and_choices(exclusive: bool, source: str) -> None:
    text = marked(source)
    analysis = analysed(text.text)
    assert options(analysis) == [anchor.words(text.text).rstrip(".") for anchor in text.all("option")]
    assert only(analysis).exclusive is exclusive


@pytest.mark.parametrize(
    "text",
    [
        "The union blames the government for the strike. The union blames the banks for the crisis.",
        "The mayor thinks the road is safe; the engineer thinks the bridge is old.",
        "Police may search or arrest anyone in the zone.",
        "Is the party ready or at least willing to talk?",
        "In one hall the guards slept. In another they ate.",
        "Voters choose between the Harbour List and the Union of Towns.",
        "The difference between the army and the police is small.",
    ],
)
def test_no_rivals(text: str) -> None:
    assert analysed(text)[ALTERNATIVES] == ()


@pytest.mark.parametrize(
    ("exclusive", "source"),
    [
        (False, "Possible explanations include [option a storm], [option a fire in the hold] and [option a mine]."),
        (False, "Theories abound: [option a bomb in the hold], [option a drunk captain], [option a mine at night]."),
        (True, "Who lit the fire: [option the guards], [option the baker], or [option nobody at all]?"),
        (
            False,
            "One can imagine [option a cabinet of clerks]; [option a second vote], as some want; or [option drift].",
        ),
        (True, "One of two things will happen: [option the union will split] or [option the leader will go]."),
        (False, "Two readings are possible. [option The king wants time]. [option The guards no longer obey him]."),
        (
            False,
            "There are three theories. 1) [option The guard fled]. 2) [option He died]. 3) [option He was bought].",
        ),
        (True, "Two paths lie ahead. In the first, [option the truce holds]. In the second, [option it breaks]."),
        (
            False,
            "Some blame [option the drought]. Many suspect [option a plot]. Still others see [option a spy at work].",
        ),
        (
            False,
            "[option The dam burst because of rain], says the mayor. [option It burst because of age], say clerks.",
        ),
        (
            False,
            "What happened is disputed. The army says [option the crowd rose]. Nurses say [option a soldier fired].",
        ),
        (False, "The envoy cited [option illness]. The guards, however, hinted at [option a quarrel with the king]."),
        (False, "[option The envoy may have been misled]. [option He may also have lied]."),
        (False, "[option It may have been a mine]; [option it might have been a fire]."),
        (False, "[option The official version is that he fled]. [option A less likely one is that he was killed]."),
        (True, "It is not clear if [option the guards fled] or [option were killed]."),
        (True, "Was the fire [option an accident] or [option revenge]?"),
        (True, "[option Will the truce hold]? [option Or will the guns speak again]?"),
        (True, "If not [option the army], then [option the police did it]."),
        (True, "It was [option hunger] rather than [option fear] that drove the guards out."),
        (False, "The decree was seen by some as [option a threat] and by others as [option a plea for help]."),
    ],
)
def test_options_by_other_constructions(exclusive: bool, source: str) -> None:
    text = marked(source)
    analysis = analysed(text.text)
    assert [o.rstrip("?") for o in options(analysis)] == [a.words(text.text).rstrip(".") for a in text.all("option")]
    assert only(analysis).exclusive is exclusive


@pytest.mark.parametrize(
    "text",
    [
        "Reasons to visit include the old town, the harbour and the museum.",
        "The delegation included a general, two bishops and a clerk.",
        "Three people were hurt: a nurse, a driver and a clerk.",
        "Two roads are open. The coast road is longer. The hill road is steep.",
        "There are three options on the menu: fish, meat or bread.",
        "The minister may attend. He may also speak at dinner.",
        "Rather than wait, the army crossed the river.",
        "If not today, then tomorrow.",
        "Did the king read the report? Did he sign it? Did he send it on?",
        "Acts of courage are seen everywhere, whether in the port or on the hill.",
        "According to the ministry, nine men died. According to the mayor, the road is open again.",
    ],
)
def test_what_only_looks_like_alternatives(text: str) -> None:
    assert analysed(text)[ALTERNATIVES] == ()


def test_who_did_it_has_one_answer() -> None:
    analysis = analysed("Who opened the gate? Perhaps the guards opened it. Perhaps a spy had a key.")
    assert only(analysis).exclusive is True


def test_the_sentence_that_announces_them_is_the_question() -> None:
    analysis = analysed("Two readings are possible. The king wants time. The guards no longer obey him.")
    assert [analysis.document.words(a) for a in only(analysis).question] == ["Two readings are possible."]


def test_what_a_sentence_asks_before_its_options_is_the_question() -> None:
    analysis = analysed("Police are examining whether the gunmen came by boat or crossed the border on foot.")
    assert [analysis.document.words(a) for a in only(analysis).question] == ["Police are examining whether"]


def test_a_run_is_one_set_that_answers_the_interviewer() -> None:
    analysis = analysed(INTERVIEW)
    assert options(analysis) == [
        "the warning came too late",
        "nobody read it",
        "Perhaps the guns had no powder",
        "Perhaps the commanders did not talk to each other",
    ]
    assert [analysis.document.words(a) for a in only(analysis).question] == ["Why did the army lose the fort?"]


def test_each_option_is_a_claim_of_its_own() -> None:
    analysis = analysed(INTERVIEW)
    claims = {claim.id: claim for claim in analysis[CLAIMS]}
    for option, (span,) in zip(only(analysis).options, only(analysis).spans, strict=True):
        assert any(part.overlaps(span) for part in claims[option].content)
    assert len(set(only(analysis).options)) == 4


def test_a_question_before_them_names_the_event() -> None:
    analysis = analysed(
        "What caused the explosion in Homs? Perhaps a mine went off. Perhaps a fire reached the powder."
    )
    (explosion,) = (e for e in analysis[EVENTS] if analysis.document.words(e.trigger[0]) == "explosion")
    assert only(analysis).about == explosion.id


def test_the_question_is_what_is_asked_and_no_more() -> None:
    analysis = analysed(INTERVIEW.replace("- Why did", "- The fort fell on Monday. Why did"))
    assert [analysis.document.words(a) for a in only(analysis).question] == ["Why did the army lose the fort?"]


def test_what_was_spoken_of_last_is_what_they_are_about() -> None:
    analysis = analysed("The capture of Homs surprised the capital. Perhaps the guards slept. Perhaps they were paid.")
    (capture,) = (e for e in analysis[EVENTS] if analysis.document.words(e.trigger[0]) == "capture")
    assert only(analysis).about == capture.id


def test_theories_in_neighbouring_paragraphs_are_one_set() -> None:
    analysis = analysed(
        "Nobody knows why the fort fell.\n\nOne theory is that the guards slept. They had marched all day.\n\n"
        "Another theory is that they were paid. The court will hear them in May."
    )
    assert options(analysis) == ["One theory is that the guards slept", "Another theory is that they were paid"]
