"""Outlooks: on what condition, by when, for whom, and what would count as come true."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, ENTITIES, KINDS, OUTLOOKS, TIMES, Analysis
from sayso.document.records import Outlook
from tests.analysed import analysed
from tests.marked import Marked, marked

PUBLISHED = date(1904, 3, 7)


def innermost(analysis: Analysis, kind: str) -> Outlook:
    """The outlook of the claim of this kind with the shortest content."""
    kinds = {k.claim: k.kind for k in analysis[KINDS]}
    sizes = {claim.id: sum(map(len, claim.content)) for claim in analysis[CLAIMS]}
    return min((o for o in analysis[OUTLOOKS] if kinds[o.claim] == kind), key=lambda o: sizes[o.claim])


def anchored(text: Marked, name: str) -> list[str]:
    return [anchor.words(text.text) for mark, anchor in text.marks if mark == name]


def words(text: Marked, anchors: tuple[Anchor, ...]) -> list[str]:
    return [anchor.words(text.text) for anchor in anchors]


@pytest.mark.parametrize(
    "source",
    [
        "The consul said that [outcome prices would rise] [signal if] [condition the port closed].",
        "[signal If] [condition the port closes], the consul said, [outcome prices will rise].",
        "[outcome War will follow] [signal unless] [condition the marshal yields].",
        "[outcome The road will open], [signal provided that] [condition the snow melts].",
        "It is likely that [outcome the consulate will be closed] [signal if] [condition matters get worse].",
        "There is a risk of [outcome famine] [signal if] [condition the rains fail].",
        "[signal Should] [condition the truce fail], [outcome the rebels will march on the port].",
        "[signal Without] [condition coal], [outcome the fleet will not sail].",
        "[condition The bank of the northern towns may close down]. [signal In that case] [outcome many will flee].",
        "[condition The council must pay the crews]. [signal Otherwise] [outcome the ferries will stop].",
        "[signal Should] [condition the regent die], [outcome the dukes would fight].",
        "[outcome There will be no peace] [signal until] [condition the prisoners come home].",
        "[signal Once] [condition the snow melts], [outcome the passes will open].",
        "[signal Given] [condition another month of rain], [outcome the dam will give way].",
        "[outcome The rising will spread] [signal if and when] [condition the harvest fails].",
        "[outcome The strike will spread] because nobody has been paid.",
        "[outcome A truce] is not excluded, [signal especially if] [condition the Pope mediates].",
        "The ministry denied that [outcome the minister would have to resign] [signal if] [condition he lost].",
        "[outcome The fleet will sail] although the admiral has fallen ill.",
    ],
)
def test_what_would_count_as_come_true_and_on_what_condition(source: str) -> None:
    text = marked(source)
    found = innermost(analysed(text.text), "forecast")
    assert words(text, found.outcome) == anchored(text, "outcome")
    assert words(text, found.condition) == anchored(text, "condition")
    assert words(text, found.signal) == anchored(text, "signal")


def test_the_case_that_an_interviewer_puts_is_the_condition_of_the_answer() -> None:
    text = (
        "The harbor master speaks\n\nQ: What is the state of the port?\n\nA: It is silting up.\n\n"
        "Q: And if nothing is done?\n\nA: Then the insurers will decide. The lamps will go out."
    )
    analysis = analysed(text)
    found = [o for o in analysis[OUTLOOKS] if o.outcome]
    assert [" ".join(a.words(text) for a in o.condition) for o in found] == ["nothing is done", ""]


@pytest.mark.parametrize(
    ("text", "time", "until"),
    [
        ("The dam will break before June.", "June", date(1904, 5, 31)),
        ("The dam will break within three weeks.", "three weeks", date(1904, 3, 28)),
        ("The dam may break next year.", "next year", date(1905, 12, 31)),
        ("The dam will break within days.", "days", None),
        ("The dam will burst unless the rains stop before May.", "May", date(1904, 4, 30)),
        ("The dam will break soon.", None, None),
        ("The dam that was built in 1890 will break.", None, None),
        ("The dam will break, as it did last year.", None, None),
        ("The engineer said on Friday that the dam would break.", None, None),
    ],
)
def test_the_time_by_which_it_is_to_come(text: str, time: str | None, until: date | None) -> None:
    analysis = analysed(text, PUBLISHED)
    found = innermost(analysis, "forecast")
    times = {t.id: t.anchor.words(text) for t in analysis[TIMES]}
    assert (times[found.horizon] if found.horizon else None, found.until) == (time, until)


def test_the_time_limit_is_no_part_of_what_is_to_come() -> None:
    text = marked("[outcome The dam will break] before June.")
    assert words(text, innermost(analysed(text.text, PUBLISHED), "forecast").outcome) == anchored(text, "outcome")


@pytest.mark.parametrize(
    "source",
    [
        "The bishop urged [addressee the rebels] to lay down their arms.",
        "Canada called on [addressee Spain] to open the port.",
        "[addressee Spain] should open the port.",
        "[addressee The government] must not wait, the bishop said.",
        "The port should be opened.",
        "There must be an inquiry.",
        "The bishop told the envoys that [addressee the rebels] should go home.",
        "You should not believe the letters.",
    ],
)
def test_who_is_to_do_it(source: str) -> None:
    text = marked(source)
    found = innermost(analysed(text.text), "recommendation")
    assert words(text, (found.addressed,) if found.addressed else ()) == anchored(text, "addressee")


def test_the_addressee_is_the_entity_where_there_is_one() -> None:
    text = "Canada called on Spain to open the port."
    analysis = analysed(text)
    found = innermost(analysis, "recommendation")
    assert {e.id: e.name.words(text) for e in analysis[ENTITIES]}[str(found.addressee)] == "Spain"


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The fleet will probably sail.", True),
        ("The fleet will probably not sail.", True),
        ("It is unlikely that the fleet will sail.", False),
        ("The fleet is unlikely to sail.", False),
    ],
)
def test_the_range_is_that_of_the_words_for_the_outcome(text: str, low: bool) -> None:
    found = innermost(analysed(text), "forecast")
    assert found.likelihood is not None
    assert (found.likelihood[0] >= 0.5) is low


@pytest.mark.parametrize(
    ("text", "kind", "outcome"),
    [
        ("The rebels want to take the port.", "aim", "to take the port"),
        ("The goal is to hold the port.", "aim", "to hold the port"),
        ("Who laid the mine?", "question", ""),
    ],
)
def test_aims_have_an_outcome_and_questions_none(text: str, kind: str, outcome: str) -> None:
    found = innermost(analysed(text), kind)
    assert " … ".join(anchor.words(text) for anchor in found.outcome) == outcome


def test_what_does_not_look_ahead_has_no_outlook() -> None:
    assert analysed("The rebels took the port. It is a blow to the government.")[OUTLOOKS] == ()
