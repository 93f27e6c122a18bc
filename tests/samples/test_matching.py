"""The matching rules, on an analysis made by hand: each expectation is met, and a changed record unmeets it."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from benchmarks.dossier_match import Reading, misses
from benchmarks.expectations import Expectation

TEXT = "Mayor Ann Lee said rain may flood Bath on Monday. She blamed the dam because 3 gates or a wall broke."


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def mention(words: str, form: str) -> dict[str, Any]:
    return {"span": at(words), "form": form}


def claim(identity: str, source: str, entity: str, cue: str, content: str, via: str | None) -> dict[str, Any]:
    return {
        "id": identity,
        "source": {"entity": entity, "kind": "named", "span": at(source)},
        "via": via,
        "cue": [at(cue)],
        "content": [at(content)],
        "form": "indirect",
        "kind": "forecast",
        "certainty": {"polarity": "positive", "level": "possible", "basis": [at("may")]},
    }


def entity(identity: str, kind: str, name: str, *mentions: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": identity,
        "kind": kind,
        "name": name,
        "aliases": [],
        "role": "Mayor",
        "country": None,
        "place": {"country": "GBR"} if kind == "place" else None,
        "mentions": list(mentions),
    }


def analysis() -> dict[str, Any]:
    """Format 1, cut down to what the matcher reads."""
    return {
        "document": {
            "text": TEXT,
            "title": "Rain",
            "outlet": None,
            "authors": ["Bo"],
            "published": None,
            "published_basis": "unknown",
            "sections": [{"span": at(TEXT), "kind": "answer", "turn": 0, "speaker": "e1", "label": None}],
        },
        "entities": [
            entity("e1", "person", "Ann Lee", mention("Ann Lee", "name"), mention("She", "pronoun")),
            entity("e2", "place", "Bath", mention("Bath", "name")),
        ],
        "times": [{"id": "t1", "span": at("Monday"), "start": "1898-02-14", "end": "1898-02-14"}],
        "numbers": [{"id": "n1", "span": at("3"), "low": 3, "high": 3, "counts_span": at("gates")}],
        "claims": [
            claim("c1", "She", "e1", "blamed", "because 3 gates or a wall broke", None),
            claim("c2", "Ann Lee", "e1", "said", "rain may flood Bath on Monday", "c1"),
        ],
        "events": [
            {
                "id": "v1",
                "trigger": [at("flood")],
                "type": "INCIDENT",
                "actors": ["e1"],
                "targets": ["e2"],
                "place": "e2",
                "time": "t1",
                "status": "expected",
                "territory": None,
            }
        ],
        "links": [{"kind": "cause", "from": [at("a wall broke")], "to": [at("the dam")], "signal": [at("because")]}],
        "alternatives": [{"spans": [[at("3 gates")], [at("a wall")]], "exclusive": True}],
    }


def expect(heading: str, value: str, **fields: object) -> Expectation:
    return Expectation(heading, "must", value, fields)


MET = [
    expect("carrying", "title", **{"is": "Rain"}),
    expect("carrying", "published", **{"is": None}),
    expect("carrying", "author", **{"is": "Bo"}),
    expect("interview", "answers", **{"is": 1}),
    expect("interview", "respondent", **{"is": "Ann Lee"}),
    expect("sections", "She blamed the dam", kind="answer"),
    expect("leftovers", "Subscribe"),
    expect("entities", "Lee", kind="person", role="Mayor"),
    expect("entities", "Bath", country="GBR"),
    expect("claims", "[source Ann Lee] [cue said] [content rain may flood Bath]", level="possible", speaker="Ann Lee"),
    expect("claims", "[via Mayor Ann Lee] [cue said] [content rain may flood Bath]", form=["direct", "indirect"]),
    expect("claims", "[basis may]"),
    expect("events", "[trigger flood] [target Bath] on", type="INCIDENT", day="1898-02-14", actor="Ann Lee"),
    expect("events", "[trigger flood] [place Bath]", status="expected"),
    expect("numbers", "[number 3] [counts gates]", low=3, high=3),
    expect("numbers", "[number 3]", low=2, high=None, loose=True),
    expect("links", "[to the dam] [signal because] 3 gates or [from a wall broke]", kind="cause"),
    expect("alternatives", "[option 3 gates] or [option a wall]", exclusive=True),
    expect("never", "[source the dam]"),
]
UNMET = [
    (expect("carrying", "title", **{"is": "Sun"}), "title Sun (is Rain)"),
    (expect("interview", "questions", **{"is": 1}), "1 questions (are 0)"),
    (expect("interview", "questioner", **{"is": "Bo"}), "all questions by Bo"),
    (expect("interview", "respondent", **{"is": "Bo"}), "1 answers by Bo"),
    (expect("sections", "She blamed the dam", kind="question"), "kind ('question',) (is ['answer'])"),
    (expect("leftovers", "a wall broke"), "it is in the text"),
    (expect("entities", "Lee", kind="place"), "kind place (is person)"),
    (expect("entities", "Bo"), "any record"),
    (expect("entities", "Lee", also=["Annie"]), "also Annie"),
    (
        expect("claims", "[source Ann Lee] said [content rain may flood Bath]", level="certain"),
        "level certain (is possible)",
    ),
    (
        expect("claims", "[source Bath] on Monday. She [cue blamed] the dam [content because 3 gates or a wall]"),
        "source",
    ),
    (expect("claims", "[cue said] [content rain may flood Bath] on Monday. [via She]", speaker="Bath"), "speaker Bath"),
    (expect("claims", "[content She blamed the dam]"), "content"),
    (expect("events", "[trigger blamed]"), "any record"),
    (expect("events", "[trigger flood]", type=["ASSAULT", "AID"]), "type ASSAULT/AID (is INCIDENT)"),
    (expect("events", "[trigger flood]", day="1898-02-15"), "day 1898-02-15"),
    (expect("events", "[trigger flood] Bath on [place Monday]"), "place"),
    (expect("events", "[trigger flood]", territory="Bath"), "territory Bath"),
    (expect("numbers", "[number 3] gates or a [counts wall]", low=3, high=3), "counts"),
    (expect("numbers", "[number 3]", low=3, high=None), "range 3..None (is 3..3)"),
    (expect("links", "[from the dam] [signal because] 3 gates or [to a wall broke]"), "from"),
    (expect("links", "[signal because]", kind="purpose"), "kind purpose (is cause)"),
    (expect("alternatives", "[option 3 gates] or [option a wall] [option broke]"), "option 3"),
    (expect("never", "[source She]"), "it is there"),
]


@pytest.mark.parametrize("expectation", MET, ids=lambda e: f"{e.heading}-{e.value}")
def test_met(expectation: Expectation) -> None:
    assert misses(Reading(analysis()), expectation) == []


@pytest.mark.parametrize(("expectation", "missing"), UNMET, ids=lambda e: e if isinstance(e, str) else e.value)
def test_unmet_and_why(expectation: Expectation, missing: str) -> None:
    assert missing in misses(Reading(analysis()), expectation)


@pytest.mark.parametrize("layer", ["entities", "claims", "events", "numbers", "links", "alternatives"])
def test_a_layer_that_was_not_made_meets_nothing(layer: str) -> None:
    read = copy.deepcopy(analysis()) | {layer: None}
    assert all(misses(Reading(read), expectation) for expectation in MET if expectation.heading == layer)
