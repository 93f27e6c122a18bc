"""Claims: where what is said begins and ends, and who is no voice. Each rule with a case it must leave alone."""

from __future__ import annotations

import pytest

from sayso.document.layer import TURNS
from tests.analysed import analysed
from tests.stages.claim_cases import case

SAID = [
    # a denial keeps the noun that it is about
    ("[source The consul] denied [content claims that the ship was sunk are groundless].", "The consul"),
    ("[source The consul] denied that [content the ship was sunk].", "The consul"),
    # a condition before ", X said,"
    ("[content If the truce had been signed], [source Marchuk] added, “[content the bridge would stand].”", "Marchuk"),
    ("[content If the rain stops], [source the mayor] said, [content we will dig again].", "the mayor"),
    ("When the rain stopped, [source the mayor] said [content the river was quiet].", "the mayor"),
    # a colon before a quotation that has its own cue
    ('Valdoria: "[content The mayor says twelve, the clinic says fifteen]," [source Adeyemi] said.', "Adeyemi"),
    ('The count differs: "[content The mayor says twelve men died]", [source Adeyemi] told the paper.', "Adeyemi"),
    # who goes on speaking
    (
        "[source Ivan Petrov] said that army units had been storing fuel in the mill and warned "
        "[content a second fire could follow].",
        "Ivan Petrov",
    ),
    ("[source Sweden] insists [skip its plan is old] and denies [content any wish for war].", "Sweden"),
    ("Ivan Petrov said that [source the envoy] was tired and denied [content any delay].", "the envoy"),
    # what stands before a colon is another statement
    ("Truce broken: [source Sweden] accuses [content Denmark of shooting soldiers along the river]", "Sweden"),
    # a quotation closed without a space after it
    ("“[content The bridge is lost],”[source Anna Berg] said on Monday.", "Anna Berg"),
    # the day is no part of it, whom one blames is
    ("[source Anna Berg] denounced [content the sanctions] on Thursday.", "Anna Berg"),
    ("[source Anna Berg] blamed [content the fire on Sweden].", "Anna Berg"),
    # voices that looked like none
    ("[source State media] said [content no ships had sailed].", "State media"),
    ("[source The US] said [content the ships had sailed in the night].", "The US"),
]


@pytest.mark.parametrize(("text", "who"), SAID)
def test_what_is_said_has_its_bounds_and_its_voice(text: str, who: str) -> None:
    found = case(text)
    claim = found.said()
    assert claim.source.span is not None and claim.source.kind != "author", found.table()
    assert who in (found.words(claim.source.span), found.name(claim)), found.table()


@pytest.mark.parametrize(
    "text",
    [
        "Steamer Adler burns in Cadiz harbor; 112 feared dead",
        "The nurse described the fire.",
        "The experts found three craters.",
        "Mill was mined - Harbor Post",
        "They work according to the American plan.",
        "The Kurds have provided territory for the bases.",
    ],
)
def test_what_is_only_named_or_left_unsaid_is_no_claim(text: str) -> None:
    found = case(text)
    assert [claim.cue for claim in found.claims if claim.cue] == [], found.table()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The nurse described [content the destruction of the mill by the army].", "The nurse"),
        ("The nurse confirmed [content the raid].", "The nurse"),
        ("Forty percent said [content the count was false].", "Forty percent"),
        ("[content Mill of the old town was mined] - monitor\n\nThe mill burned on Monday.", "monitor"),
    ],
)
def test_what_is_told_or_confirmed_is_one(text: str, who: str) -> None:
    found = case(text)
    span = found.said().source.span
    assert span is not None and who == found.words(span), found.table()


def test_a_headline_whose_quotation_has_its_own_cue_is_not_the_places() -> None:
    found = case('Moscow: "[content The mayor says twelve, the clinic says ten]", [source Anna Berg] said')
    assert found.said().source.span == found.marks.one("source"), found.table()
    assert "Moscow" not in found.voices(), found.table()


def test_a_quotation_that_follows_is_the_outer_voices() -> None:
    found = case(
        'Anna Berg spoke at the port, saying Sweden opposes tolls that lack "a basis in the law." '
        '"[content Talks are the only way out of this.]"'
    )
    assert found.name(found.said()) == "Anna Berg", found.table()


def test_who_is_quoted_in_front_of_the_verb_is_passed_on() -> None:
    found = case(
        'Anna Berg spoke on Monday. "[content The vote cannot be undone]," the Harbor Post quotes her as saying.'
    )
    claim = found.said()
    outer = {c.id: c for c in found.claims}.get(claim.via or "")
    assert claim.source.span is not None and found.words(claim.source.span) == "her", found.table()
    assert outer is not None and outer.source.span is not None, found.table()
    assert "Harbor Post" in found.words(outer.source.span)


def test_who_is_quoted_goes_on_not_who_quotes() -> None:
    found = case('"It is lost," the Harbor Post quoted Anna Berg as saying. "[content It was lost for ever.]"')
    assert found.name(found.said()) == "Anna Berg", found.table()


def test_a_label_gives_the_name_alone() -> None:
    turns = analysed(
        "Question time\n\nKOSKI (Harbor Post): Was the bridge mined?\n\nJARVI: It was not mined.\n\n"
        "ADLER (Levee Post): Who says so?\n\nJARVI: The engineers say so."
    )
    names = [turns.document.words(turn.named) for turn in turns[TURNS] if turn.named is not None]
    assert names == ["KOSKI", "JARVI", "ADLER", "JARVI"]
