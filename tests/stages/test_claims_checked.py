"""Checks on what a model found: given a cut name or phrase, or a cue that says nothing, whatever the model is."""

from __future__ import annotations

import pytest

from sayso.document.layer import SECTIONS, SENTENCES
from sayso.models import attribution as model
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.checked import checked
from sayso.stages.claims.modelled import Grammar
from sayso.stages.claims.quotations import quotations
from sayso.stages.claims.speech import Quotes, spoken
from tests.analysed import analysed
from tests.marked import marked
from tests.stages.claim_cases import case


def found(text: str) -> tuple[list[Attribution], str, Quotes]:
    """What the checks make of the one attribution that the text marks, and the text."""
    marks = marked(text)
    spans = {name: [(a.start, a.end) for m, a in marks.marks if m == name] for name in ("source", "cue", "content")}
    one = model.Attribution(spans["cue"][0], tuple(spans["source"]), tuple(spans["content"]), 0.9)
    analysis = analysed(marks.text)
    quotes = Quotes(quotations(marks.text, analysis[SECTIONS]))
    joined = Grammar(analysis[SENTENCES], "model:test").joined([one], marks.text)
    return checked(joined, analysis[SECTIONS], quotes, marks.text), marks.text, quotes


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("[source President Anna] Berg [cue said] [content the bridge is lost].", "President Anna Berg", "Berg"),
        ("[cue Claiming] [content that the bridge is lost], [source Anna] Berg left.", "Anna Berg", "Berg"),
        ("[source Anna Berg,] [cue said] [content the bridge is lost].", "Anna Berg", "Berg"),
        ("[source Anna Berg on] Friday [cue said] [content the bridge is lost].", "Anna Berg", "Berg"),
        (
            "[source Party president and former mayor Anna Berg] on Friday [cue said] [content it is lost].",
            "Party president and former mayor Anna Berg",
            "Berg",
        ),
        (
            "Judge Anna Berg, the head of the inquiry [source during the reign of Nilsson], "
            "[cue dismissed] [content the complaint].",
            "Judge Anna Berg, the head of the inquiry during the reign of Nilsson",
            "Berg",
        ),
        ("Sweden [cue has plans] [content to leave the council].", "Sweden", "Sweden"),
        # left alone
        ("[source Anna Berg] [cue said] [content the bridge is lost].", "Anna Berg", "Berg"),
        ("[source The mayor and Anna Berg] [cue said] [content it is lost].", "The mayor and Anna Berg", "mayor"),
        ("[source Berg] [cue said] [content Anna lost the bridge].", "Berg", "Berg"),
    ],
)
def test_a_source_is_named_whole(text: str, source: str, speaker: str) -> None:
    (one,), characters, _ = found(text)
    assert one.source is not None and one.source.words(characters) == source
    assert one.speaker is not None and one.speaker.text == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "[source Berg] [cue called] [content the strike a reaction to the] election.",
            "the strike a reaction to the election",
        ),
        (
            "[source Berg] [cue defended] [content the port as the gateway to] Sweden.",
            "the port as the gateway to Sweden",
        ),
        ("[source Berg] [cue said] [content she disliked the Swedish] king.", "she disliked the Swedish king"),
        ("[source Berg] [cue said] [content it was led by the Swedes'] king.", "it was led by the Swedes' king"),
        # left alone: it ends a phrase, or the phrase would take up the cue
        ("[source Berg] [cue said] [content the bridge was lost] in the night.", "the bridge was lost"),
        ("[source Berg] saw [content the] [cue alleged] raid.", "the"),
    ],
)
def test_a_content_ends_with_its_phrase(text: str, content: str) -> None:
    (one,), characters, _ = found(text)
    assert [piece.words(characters) for piece in one.content] == [content]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The bridge is lost, [source Berg] said, [cue referring to] [content the mill by the river].", False),
        ("Nilsson called [source Berg's] [cue claims] [content a mirage].", False),
        ("[source Berg] [cue declined to provide] [content names or numbers].", False),
        ("[source The mayor] [cue must admit] [content that the bridge is lost].", False),
        ("A vote was held, [content which] [cue was accepted by] [source the council].", False),
        ("[source I] [cue must admit] [content that the bridge is lost].", True),
        ("[source Berg] [cue referred to] [content the mill by the river as a trap].", True),
        ("Nilsson heard [source Berg's] [cue claims] [content that the bridge was a mirage].", True),
        ("Nilsson called [source Berg's] [cue claim] [content that the bridge was lost] a mirage.", True),
        ("[source Berg] [cue announced] [content elections and reforms].", True),
    ],
)
def test_a_cue_that_only_points_says_nothing(text: str, kept: bool) -> None:
    assert bool(found(text)[0]) is kept


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "[source Berg] [cue vowed to] [content print the “letters”] after accusing Sweden of “wilful, long delay”.",
            ["print the “letters”"],
        ),
        (
            "[source Berg] [cue said] it was [content “lost”] and “beyond all hope of any repair”.",
            ["“lost”", "“beyond all hope of any repair”"],
        ),
    ],
)
def test_a_quotation_goes_to_the_verb_right_above_it(text: str, content: list[str]) -> None:
    ones, characters, quotes = found(text)
    said = [piece.words(characters) for one in spoken(ones, quotes) for piece in one.content]
    assert said == content


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "[content Sweden strongly condemns raids on Denmark]: [source ministry spokesperson]\n\nIt rained.",
            "ministry spokesperson",
        ),
        ("[source Swedish ministry]: [content raids on Denmark must end now]\n\nIt rained.", "Swedish ministry"),
        ("[content Raids on Denmark will end soon]: [source experts]\n\nIt rained.", "experts"),
    ],
)
def test_a_headline_says_which_side_of_its_colon_speaks(text: str, who: str) -> None:
    looked = case(text)
    claim = looked.said()
    assert claim.source.span is not None and looked.words(claim.source.span) == who, looked.table()
