"""Claims: source, cue, content, form and chain of voices of every construction news reports with."""

from __future__ import annotations

import pytest

from sayso.document.records import ClaimForm, SourceKind
from tests.stages.claim_cases import case

ATTRIBUTED = [
    # the plain orders of words
    ("[source The ministry] [cue said] that [content the bridge was lost].", "indirect", "unnamed"),
    ("[content The bridge was lost], [cue said] [source the ministry].", "indirect", "unnamed"),
    ("[content The bridge was lost], [source the ministry] [cue said].", "indirect", "unnamed"),
    ("[content The bridge was lost], [source the ministry] [cue said] on Tuesday.", "indirect", "unnamed"),
    ("[content The bridge], [source the ministry] [cue said], [content was lost in the night].", "indirect", "unnamed"),
    ("[content Now], [source Colonel Anna Berg] [cue said], [content the two armies keep apart].", "indirect", "named"),
    (
        "[content Both would be seen], [source Colonel Berg] [cue said], [content if a charge had gone off].",
        "indirect",
        "named",
    ),
    ("[source Anna Berg] [cue told] reporters that [content the bridge was lost].", "indirect", "named"),
    (
        "[source Anna Berg] [cue told] the Harbor Post on Monday that [content the bridge was lost].",
        "indirect",
        "named",
    ),
    ("[cue According to] [source Anna Berg], [content the bridge was lost in the night].", "indirect", "named"),
    ("[content The bridge was lost in the night], [cue according to] [source the consulate].", "indirect", "unnamed"),
    ("[source Anna Berg], who leads the mission, [cue said] [content the bridge was lost].", "indirect", "named"),
    ("[source Anna Berg], head of the mission, [cue said] [content the bridge was lost].", "indirect", "named"),
    ("[source Anna Berg] [cue warned] that [content the bridge could be lost].", "indirect", "named"),
    ("[source Anna Berg] [cue denied] [content any part in the attack].", "indirect", "named"),
    ("[source Anna Berg] [cue accused] [content the rebels of breaking the truce].", "indirect", "named"),
    # quotations
    ('"[content The bridge is lost]," [cue said] [source Anna Berg].', "direct", "named"),
    ('"[content The bridge is lost]," [source Anna Berg] [cue said].', "direct", "named"),
    ('[source Anna Berg] [cue said]: "[content The bridge is lost.]"', "direct", "named"),
    ("“[content The bridge is lost],” [cue said] [source Anna Berg], mate of a bark moored nearby.", "direct", "named"),
    ("«[content The bridge is lost]», [cue said] [source Anna Berg].", "direct", "named"),
    ("„[content The bridge is lost]“, [cue said] [source Anna Berg].", "direct", "named"),
    ("‘[content The bridge is lost to us]’, [cue said] [source Anna Berg].", "direct", "named"),
    ('"[content The bridge is lost],” [cue said] [source Anna Berg], an engineer.', "direct", "named"),
    ('"[content The bridge]," [source Anna Berg] [cue said], "[content is lost.]"', "direct", "named"),
    ('[source Anna Berg] [cue said] that [content the truce was "dead and buried" since Monday].', "mixed", "named"),
    # unnamed voices and groups
    ("[source A senior official] [cue said] [content the bridge was lost].", "indirect", "unnamed"),
    ("[source Sources close to the palace] [cue said] [content the king was ill].", "indirect", "collective"),
    ("[source Two port officials] [cue said] [content the ship was late].", "indirect", "unnamed"),
    ("[source Witnesses] [cue said] [content the ship was on fire].", "indirect", "collective"),
    ("[source Forty percent] of them [cue said] [content they would leave].", "indirect", "unnamed"),
    ("[source A number of voters] [cue said] [content the count was false].", "indirect", "unnamed"),
    ("[source The report] [cue said] [content the ship was late].", "indirect", "unnamed"),
    # nobody named
    ("[content The town] [cue is reported] [content to have fallen].", "indirect", "none"),
    ("[content The rebels] [cue are said] [content to have shelled the town].", "indirect", "none"),
    ("[content The rebels] [cue reportedly] [content shelled the town].", "thought", "none"),
    ("[cue Reports] that [content the squadron has sailed] are false.", "indirect", "none"),
    # thoughts
    ("[source Anna Berg] [cue believes] that [content the bridge was lost].", "thought", "named"),
    ("[source Anna Berg] [cue fears] that [content the bridge was lost].", "thought", "named"),
    ("[source The navy] [cue intends] [content to buy two cruisers].", "thought", "unnamed"),
    ("In [source Anna Berg]'s [cue opinion] [content the bridge was lost].", "thought", "named"),
]


@pytest.mark.parametrize(("text", "form", "kind"), ATTRIBUTED)
def test_an_attribution_has_its_source_cue_content_and_form(text: str, form: ClaimForm, kind: SourceKind) -> None:
    found = case(text)
    claim = found.said()
    assert all(any(mark.overlaps(cue) for cue in claim.cue) for mark in found.marks.all("cue")), found.table()
    assert claim.form == form, found.table()
    if kind == "none":
        assert claim.source.kind == "none" and claim.source.span is None
        return
    mark = found.marks.one("source")
    assert claim.source.span is not None and claim.source.span.overlaps(mark), found.table()
    assert not any(claim.source.span.overlaps(other) for other in (*claim.cue, *claim.content)), found.table()
    assert claim.source.kind in ({kind, "named"} if kind == "unnamed" else {kind}), found.table()


def test_an_empty_it_is_no_content() -> None:
    found = case("It [cue is believed] that [content the general fled].")
    claim = found.said()
    assert claim.source.kind == "none"
    assert found.words(*claim.content) == "that the general fled"


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday said it all.",
        "The weather tells us much about the year.",
        "The bridge told of better days.",
        "The picture was posted on the Internet in May.",
        "The garrison called itself the last.",
        "No one on the ground could respond in time.",
        "Nobody said that the bridge was lost.",
        "Neither paper named a source.",
        "They came to find out what had happened.",
        "Does the President believe that the bridge was lost?",
        "Will the ministry say that the bridge was lost?",
        "The editor was questioned on Saturday.",
        'The so-called "truce" was broken on Monday.',
        'They met in the "Blue Room" of the palace.',
        "Explainer: three ways to lose a bridge",
    ],
)
def test_who_cannot_speak_or_says_nothing_makes_no_claim(text: str) -> None:
    found = case(text)
    assert [claim.source.kind for claim in found.claims if claim.source.kind != "author"] == [], found.table()


@pytest.mark.parametrize(
    "text",
    [
        "Harbor town\n\nThe river, which rose on Monday, said nothing.",
        "The year 1898 said that the ships were lost.",
    ],
)
def test_things_and_times_are_no_voices(text: str) -> None:
    assert case(text).voices() == [], case(text).table()


def test_a_relative_pronoun_speaks_for_what_it_stands_for() -> None:
    found = case("The delegation relied on [source harbor witnesses], who [cue said] [content there was no wave].")
    claim = found.said()
    assert claim.source.span is not None and found.words(claim.source.span) in {"harbor witnesses", "who"}


def test_an_apposition_without_a_second_comma_is_the_speaker_itself() -> None:
    found = case("[content The rest depends on the allies, mostly the United States], [source a senior diplomat] said.")
    claim = found.said()
    assert claim.source.span == found.marks.one("source"), found.table()


def test_a_dateline_is_part_of_nothing() -> None:
    found = case("Storm\n\nHAVANA (Wire) - [content The bridge was lost], [source the consulate] said.")
    assert found.said().source.span == found.marks.one("source")


NESTED = [
    (
        "[out The agency] quoted [in the ministry] as saying that [content the port was open].",
        "The agency",
        "the ministry",
    ),
    (
        "The envoy, [in Ali Sol], was quoted by [out Harbor News] on Monday as saying [content a party would sail].",
        "Harbor News",
        "envoy",
    ),
    (
        "[out The ministry] said that [in the commander] had told it that [content the bridge was lost].",
        "The ministry",
        "the commander",
    ),
    (
        "[out Colonel Berg] said [in the rebels] denied that [content they had broken the truce].",
        "Colonel Berg",
        "the rebels",
    ),
    (
        "According to [out a clerk], [in the governor] believed that [content a boiler had burst].",
        "a clerk",
        "the governor",
    ),
    (
        "[in The army] said that [content rebels had shelled the town], according to [out the Harbor Post].",
        "the Harbor Post",
        "The army",
    ),
    (
        '"[in I] [cue fear] that [content the bridge is lost]," [out Anna Berg] said.',
        "Anna Berg",
        "I",
    ),
]


@pytest.mark.parametrize(("text", "outer", "inner"), NESTED)
def test_an_inner_voice_is_passed_on_by_the_outer_one(text: str, outer: str, inner: str) -> None:
    found = case(text)
    claim = found.said()
    by_id = {c.id: c for c in found.claims}
    assert claim.source.span is not None and inner in found.words(claim.source.span), found.table()
    assert claim.via is not None, found.table()
    around = by_id[claim.via]
    assert around.source.span is not None and outer in found.words(around.source.span), found.table()


def test_a_passive_quotation_without_an_agent_is_the_speakers_own() -> None:
    found = case("[content The queen wants peace], [source a Madrid official] was quoted as [cue saying].")
    claim = found.said()
    assert claim.source.span == found.marks.one("source") and claim.via is None


def test_i_in_a_quotation_is_who_is_quoted() -> None:
    found = case('"I [cue think] that [content the bridge is lost]," Anna Berg said.')
    claim = found.said()
    assert found.name(claim) == "Anna Berg"


def test_we_of_an_editorial_is_the_author() -> None:
    found = case("The truce\n\nWe [cue believe] that [content the truce should hold].")
    claim = found.said()
    assert claim.source.kind == "author" and claim.source.span is not None


def test_several_voices_of_one_sentence() -> None:
    found = case(
        "Anna Berg said [one the bridge was lost], while Paul Reed said [two the road was open]; "
        "the consulate denied [three any delay]."
    )
    for name, voice in (("one", "Berg"), ("two", "Reed"), ("three", "consulate")):
        span = found.said(name).source.span
        assert span is not None and voice in found.words(span), found.table()


def test_what_is_added_has_its_own_quotation() -> None:
    found = case('"[one It was dark]," Anna Berg said, adding, "[two It was cold, and nobody moved at all.]"')
    assert found.words(*found.said("one").cue) == "said"
    assert found.words(*found.said("two").cue) == "adding"


def test_two_claims_never_share_voice_and_words() -> None:
    found = case('"It was dark," Anna Berg said. "It was cold." She said that it was dark. The ministry denied it.')
    seen = [(c.source.span, c.content) for c in found.claims]
    assert len(seen) == len(set(seen))


def test_a_rider_with_a_voice_of_its_own_is_no_part_of_the_claim() -> None:
    found = case("[source Tehran] rejected [content the report], with [other Anna Berg] saying [said it was a lie].")
    assert found.words(*found.said().cue) == "rejected"
    inner = found.said("said")
    assert inner.source.span == found.marks.one("other") and inner.via is None, found.table()


def test_a_verb_lends_its_cue_to_one_claim_only_but_for_quotations_that_follow() -> None:
    found = case(
        'The ministry said the bridge was lost and denied any delay. "It is gone," Anna Berg said. "For ever."'
    )
    cues = [claim.cue for claim in found.claims if claim.cue and not claim.why.by.endswith("following-quotation")]
    assert len(cues) == len(set(cues)) >= 2
