"""Where a model sees a saying though nobody says anything, or the wrong one says it: the grammar around the cue."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.vocabulary.load import vocabulary
from tests.stages.claim_cases import case
from tests.stages.test_claims_checked import found

INTERVIEW = "an interview in which a herder said the port was lost"


def entries() -> list[Any]:
    """Every entry of the vocabulary, with the part it stands in."""
    parts = vocabulary("unsaid").items()
    return [pytest.param(part, entry, id=f"{part}-{entry['id']}") for part, listed in parts for entry in listed]


@pytest.mark.parametrize(("part", "entry"), entries())
def test_every_example_makes_no_claim_and_every_counter_example_makes_one(part: str, entry: dict[str, str]) -> None:
    made, characters, _ = found(entry["example"])
    marked_source = entry["example"].split("[source ")[1].split("]")[0]
    cue = entry["example"].split("[cue ")[1].split("]")[0]
    if part in {"addressed", "reported"}:
        assert all(one.source is None for one in made)
    else:
        assert not any(cue == one.cue[0].words(characters) for one in made), marked_source
    assert found(entry["not"])[0]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("If [source he] [cue suggests] [content that the bridge was mined], nobody will believe him.", False),
        ("Nilsson asked whether [source Berg] [cue believed] [content that the bridge was mined].", False),
        ("[content The port] [cue could be seen as] [content the price of the truce].", False),
        ("[content The port], [cue known as] [content the Gate of the North], was lost.", False),
        ("[source It] [cue looks] [content as if the port was lost].", False),
        ("Berg has [source the right] [cue to say] [content that the port was lost].", False),
        ("[source The council] [cue to announce] [content a vote on the port]", False),
        # somebody says it
        ("If it rains, [source he] [cue said], [content the bridge will fall].", True),
        ("[source Berg] [cue could see] [content that the bridge was mined].", True),
        ("[source Berg] [cue knew] [content that the port was lost].", True),
        ("[source Berg] [cue went on to say] [content that the port was lost].", True),
    ],
)
def test_what_is_only_possible_or_still_due_is_not_said(text: str, kept: bool) -> None:
    assert bool(found(text)[0]) is kept


def test_who_plans_to_announce_something_wants_it() -> None:
    (one,), characters, _ = found("[source The ministry] [cue plans to announce] [content that the port will close].")
    assert one.cue[0].words(characters) == "plans"
    assert [piece.words(characters) for piece in one.content] == ["to announce that the port will close"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The man who fled the village told the council that [source soldiers] burned it, "
            "[cue saying] [content he saw them].",
            "The man who fled the village",
        ),
        ("Anna Berg criticised the ministers who left, [cue calling] [content them cowards].", "Anna Berg"),
        (
            "Berg told the council that the talks went on and that [source each party] had left them twice, "
            "[cue adding] [content that the roads were mined].",
            "Berg",
        ),
        ("[source The villagers] [cue were told] [content that the road was closed].", None),
        ("[source The official, who was] not named, [cue said] [content the port was lost].", "The official"),
        # left alone: the parser and the model agree, or the clause before says something itself
        ("Berg said [source the rebels] rejected the plan, [cue saying] [content it was a trap].", "the rebels"),
        ("[source Berg, who leads the council], [cue said] [content it was lost].", "Berg, who leads the council"),
    ],
)
def test_a_participle_is_said_by_whom_its_clause_is_about(text: str, source: str | None) -> None:
    (one,), characters, _ = found(text)
    assert (one.source.words(characters) if one.source is not None else None) == source


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The plan came from [source the council] and [cue called for] [content a truce of three days].", False),
        ("The council met in [source Sweden] and [cue called for] [content a truce of three days].", True),
    ],
)
def test_a_second_verb_is_said_by_the_subject_of_the_first(text: str, kept: bool) -> None:
    made, characters, _ = found(text)
    assert [one.source.words(characters) for one in made if one.source] == (["The council"] if kept else [])


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "[source Berg] [cue said after] [content the ruling] [content that the port was lost].",
            "said",
            ["that the port was lost"],
        ),
        ("[source Berg] [cue said on] Friday [content the port was lost].", "said", ["the port was lost"]),
        (
            "[source Berg] [cue proposed] [content a truce in the north and] went home.",
            "proposed",
            ["a truce in the north"],
        ),
        (
            "Berg said [content that a truce in the north] [cue was proposed by] [source Sweden].",
            "was proposed by",
            ["a truce in the north"],
        ),
        (
            "[source Berg] [cue argued] [content that the truce with the rebels] should hold until May.",
            "argued",
            ["that the truce with the rebels should hold until May"],
        ),
        (
            "[source Berg] [cue proposed] [content a truce, which led] to a long debate in the council.",
            "proposed",
            ["a truce"],
        ),
        (
            "Nilsson dismissed [source Berg][cue 's claims] [content of theft as lies].",
            "claims",
            ["of theft"],
        ),
        (
            '[content "They are here!" The crowd fled from the port], [source Berg] [cue said].',
            "said",
            ["The crowd fled from the port"],
        ),
    ],
)
def test_cue_and_content_end_where_their_phrases_do(text: str, cue: str, content: list[str]) -> None:
    (one,), characters, _ = found(text)
    assert one.cue[0].words(characters) == cue
    assert [piece.words(characters) for piece in one.content] == content


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "[source Berg] [cue said] [content the army took the port as] more than 10,000 refugees fled to Sweden.",
            ["the army took the port"],
        ),
        (
            "[source Berg] [cue said] [content the port was lost (not least] for the wind).",
            ["the port was lost"],
        ),
        ("[cue Citing] [content two officials], [source the paper] said the port was lost.", []),
        (
            "[source The agency] [cue aired] [content an interview in which a herder said the port was lost].",
            [INTERVIEW],
        ),
    ],
)
def test_what_is_left_open_is_left_out(text: str, contents: list[str]) -> None:
    made, characters, _ = found(text)
    words = [piece.words(characters) for one in made for piece in one.content]
    assert words == contents


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("Berg said the envoy would answer that the port was lost.", "would answer", False),
        ("Berg said the envoy had answered that the port was lost.", "had answered", True),
        ("Berg said the envoy could tell the council that the port was lost.", "could tell", False),
        ("Berg said the envoy would deny that the port was lost.", "would deny", True),
        ("While the port was lost, the ministry pushed ahead with the talks.", "pushed", False),
    ],
)
def test_within_what_is_said_a_saying_to_come_is_no_voice(text: str, cue: str, kept: bool) -> None:
    looked = case(text)
    assert (cue in [looked.words(*claim.cue) for claim in looked.claims]) is kept, looked.table()


def test_who_declares_a_report_false_goes_on_to_say_the_rest() -> None:
    looked = case("Anna Berg declared that the report of the council was false and said the port had been lost.")
    sources = {looked.words(claim.source.span) for claim in looked.claims if claim.cue and claim.source.span}
    assert sources == {"Anna Berg"}, looked.table()


def test_what_is_hearsay_of_somebody_is_told_with_them() -> None:
    looked = case("The army fought the rebels, who are allegedly backed by Sweden, for two years.")
    told = [looked.words(*c.content) for c in looked.claims if c.why.by == "rule:claims.hearsay"]
    assert told == ["the rebels, who are … backed by Sweden"], looked.table()


def test_the_number_of_the_verb_tells_whom_who_stands_for() -> None:
    looked = case("Critics of Anna Berg, who has denied the charges of the council, say that she lied.")
    denied = [c for c in looked.claims if "denied" in looked.words(*c.cue)]
    assert [looked.name(c) for c in denied] == ["Anna Berg"], looked.table()
