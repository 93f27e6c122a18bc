"""Certainty of events: that of the innermost voice, by the words over the trigger."""

from __future__ import annotations

import pytest

from sayso.document.codec import encode
from sayso.document.layer import EVENT_CERTAINTIES, EVENTS, Analysis
from sayso.document.records import EventCertainty
from tests.analysed import analysed, words


def at(text: str, trigger: str) -> tuple[Analysis, EventCertainty]:
    analysis = analysed(text)
    event = next(event for event in analysis[EVENTS] if trigger in words(analysis, event.trigger))
    return analysis, next(c for c in analysis[EVENT_CERTAINTIES] if c.event == event.id)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "level"),
    [
        ("Rebels shelled the port of Odessa.", "shelled", "positive", "certain"),
        ("Rebels did not shell the port of Odessa.", "shell", "negative", "certain"),
        ("Rebels probably shelled the port of Odessa.", "shelled", "positive", "probable"),
        ("Rebels may have shelled the port of Odessa.", "shelled", "positive", "possible"),
        ("The army believes that rebels shelled the port of Odessa.", "shelled", "positive", "probable"),
        ("The army denied that its troops had shelled the port of Odessa.", "shelled", "negative", "certain"),
        ("The army said that rebels had shelled the port of Odessa.", "shelled", "positive", "certain"),
        ("If rebels shelled the port of Odessa, it would burn.", "shelled", "unknown", "uncommitted"),
        ("The rebels want to attack the port of Odessa.", "attack", "positive", "uncommitted"),
    ],
)
def test_how_sure_the_voice_is_of_an_event(text: str, trigger: str, polarity: str, level: str) -> None:
    _, found = at(text, trigger)
    assert (found.polarity, found.level) == (polarity, level)


def test_the_words_that_show_it() -> None:
    analysis, found = at("The army denied that its troops had probably shelled the port of Odessa.", "shelled")
    assert words(analysis, found.basis) == ["denied", "probably"]
    assert found.tense == "past"


def test_one_for_each_event_in_order_and_in_format_1() -> None:
    analysis = analysed("Rebels shelled the port of Odessa. Rebels may attack the port of Odessa. Nobody came.")
    assert [c.event for c in analysis[EVENT_CERTAINTIES]] == [event.id for event in analysis[EVENTS]]
    told = [event["certainty"] for event in encode(analysis)["events"]]
    assert [(t["level"], t["tense"]) for t in told] == [("certain", "past"), ("possible", "future")]
    assert all(t["why"] for t in told)
