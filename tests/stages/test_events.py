"""Events: the type from the words, the arguments from the same clause, the status from the grammar."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.document.layer import ENTITIES, EVENTS, NUMBERS, TIMES, Analysis
from sayso.document.records import Event
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed
from tests.marked import marked

PUBLISHED = date(1898, 4, 25)


def event(analysis: Analysis, word: str) -> Event:
    """The event whose trigger begins with this word."""
    found = [v for v in analysis[EVENTS] if analysis.document.words(v.trigger[0]) == word]
    assert len(found) == 1, [(v.type, analysis.document.words(v.trigger[0])) for v in analysis[EVENTS]]
    return found[0]


def names(analysis: Analysis, ids: tuple[str, ...]) -> list[str]:
    by_id = {e.id: analysis.document.words(e.name) for e in analysis[ENTITIES]}
    return [by_id[i] for i in ids]


def test_an_attack_has_its_actor_target_day_and_numbers() -> None:
    analysis = analysed(
        "On Saturday the rebels attacked the garrison with 200 men and killed nine soldiers.", PUBLISHED
    )
    attack = event(analysis, "attacked")
    assert attack.type == "ASSAULT" and attack.status == "happened"
    assert "rebels" in names(analysis, attack.actors)[0]
    days = {t.id: (t.start, t.end) for t in analysis[TIMES]}
    assert attack.time is not None and days[attack.time] == (date(1898, 4, 23), date(1898, 4, 23))
    counted = {n.id: n.low for n in analysis[NUMBERS]}
    assert [counted[n] for n in attack.numbers] == [200]
    assert [counted[n] for n in event(analysis, "killed").numbers] == [9]


def test_an_object_the_parser_gives_to_the_verb_of_saying_stays_with_its_own() -> None:
    analysis = analysed("Rebels captured the town of Bor, killing at least 30 soldiers, the Nile Observatory said.")
    killing = event(analysis, "killing")
    assert names(analysis, killing.targets) == ["at least 30 soldiers"]
    assert [n.low for n in analysis[NUMBERS] if n.id in killing.numbers] == [30]


def test_now_dates_nothing() -> None:
    analysis = analysed("The rebels now say that they recently attacked Mosul, on Saturday.", PUBLISHED)
    days = {t.id: t.start for t in analysis[TIMES]}
    attack = event(analysis, "attacked")
    assert attack.time is not None and days[attack.time] == date(1898, 4, 23)


def test_the_passive_turns_actor_and_target_round() -> None:
    analysis = analysed("The editor was arrested by the police in Manila.")
    arrest = event(analysis, "arrested")
    assert arrest.type == "COERCE"
    assert "police" in names(analysis, arrest.actors)[0]
    assert arrest.place is not None and names(analysis, (arrest.place,)) == ["Manila"]


def test_a_capture_says_what_changed_hands() -> None:
    analysis = analysed("The militia captured Manila. Later the army's capture of the city ended the siege.")
    for word in ("captured", "capture"):
        territory = event(analysis, word).territory
        assert territory is not None and territory.to is not None
        assert names(analysis, (territory.place,)) == ["Manila"]


def test_a_liberation_says_from_whom_and_of_what() -> None:
    analysis = analysed("Mosul is the largest centre that was liberated from Islamic State by the Iraqi army.")
    territory = event(analysis, "liberated").territory
    assert territory is not None and territory.to is not None and territory.from_ is not None
    assert names(analysis, (territory.place, territory.to, territory.from_)) == ["Mosul", "Iraqi army", "Islamic State"]


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("The gunboat Nashville seized a Spanish steamer off Key West.", "seized", "Nashville"),
        ("American warships shelled the batteries near Havana.", "shelled", "American warships"),
        ("Congress demanded the withdrawal of Spanish troops from Cuba.", "withdrawal", "Spanish troops"),
        ("Governor-General Ramon Blanco declared martial law in Havana.", "martial", "Ramon Blanco"),
    ],
)
def test_ships_act_light_verbs_lend_their_subject_and_of_may_name_the_actor(text: str, word: str, actor: str) -> None:
    analysis = analysed(text)
    assert names(analysis, event(analysis, word).actors) == [actor]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The defeat of Islamic State is the common goal of Russia and Iran.", "defeat", "hypothetical"),
        ("Priority has been given to the defeat of Islamic State.", "defeat", "hypothetical"),
        ("The defeat of Islamic State in Mosul surprised Russia.", "defeat", "happened"),
    ],
)
def test_what_is_aimed_at_has_not_happened(text: str, word: str, status: str) -> None:
    assert event(analysed(text), word).status == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The ministry denied that the army attacked Mosul.", "attacked", "denied"),
        ("Delegates denied on Friday that their men had sunk the gunboat in order to start a war.", "sunk", "denied"),
        ("No troops attacked the convoy.", "attacked", "denied"),
        ("None of the rebels attacked the convoy.", "attacked", "denied"),
        ("It is false that the rebels captured Mosul.", "captured", "denied"),
        ("The rebels failed to capture Mosul.", "capture", "denied"),
        ("The general denied the attack on the convoy.", "attack", "denied"),
        ("Spain denied any role in the attack on the convoy.", "attack", "happened"),
        ("The army that captured Mosul did not attack Erbil.", "captured", "happened"),
        ("The army that captured Mosul did not attack Erbil.", "attack", "denied"),
        ("The rebels reportedly captured Mosul.", "captured", "unknown"),
        ("Apparently the rebels captured Mosul.", "captured", "happened"),
        ("The rebels did not want to attack Mosul.", "attack", "unknown"),
    ],
)
def test_what_is_denied_did_not_happen(text: str, word: str, status: str) -> None:
    assert event(analysed(text), word).status == status


def test_the_voice_of_a_headline_takes_no_part_and_a_ship_is_no_place() -> None:
    text = "Navy court: a mine destroyed the gunboat Nashville\n\nThe court reported on Monday."
    destroyed = event(analysed(text), "destroyed")
    assert destroyed.actors == () and destroyed.place is None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("An explosion in the harbor killed nine sailors.", "INCIDENT"),
        ("Nine people were killed when a bridge collapsed.", "INCIDENT"),
        ("Nine people were killed in air strikes on the town.", "ASSAULT"),
        ("Nine men were killed by soldiers.", "ASSAULT"),
        ("His brother killed him.", "ASSAULT"),
        ("A car bomb killed a journalist.", "ASSAULT"),
    ],
)
def test_deaths_without_force_blame_nobody(text: str, type_: str) -> None:
    killed = [
        v for v in analysed(text)[EVENTS] if v.why.by in {"lexicon:events.killed", "lexicon:events.kill-by-force"}
    ]
    assert [v.type for v in killed] == [type_]


def test_who_is_to_blame_is_blamed_by_nobody() -> None:
    assert analysed("The man who fired is to blame.")[EVENTS] == ()


def test_a_place_can_be_attacked_without_other_words_of_war() -> None:
    assert event(analysed("You cannot attack Mosul right now."), "attack").status == "hypothetical"


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The fleet bombarded Havana on Monday.", "bombarded", "happened"),
        ("The fleet will bombard Havana on Monday.", "bombard", "expected"),
        ("The fleet may bombard Havana.", "bombard", "hypothetical"),
        ("The fleet did not bombard Havana.", "bombard", "denied"),
        ("The fleet is bombarding Havana.", "bombarding", "ongoing"),
        ("The admiral plans to bombard Havana.", "bombard", "planned"),
        ("If the fleet bombed Havana, the city would burn.", "bombed", "hypothetical"),
    ],
)
def test_status_follows_the_grammar(text: str, word: str, status: str) -> None:
    assert event(analysed(text), word).status == status


@pytest.mark.parametrize(
    "text",
    [
        "The minister expressed admiration for the singer.",
        "The senator attacked the budget.",
        "The two sides struck a deal over coal.",
        "The photograph captured the mood of the evening.",
        "Prices fell to ten dollars.",
    ],
)
def test_words_of_conflict_without_conflict_are_no_event(text: str) -> None:
    assert [v.type for v in analysed(text)[EVENTS] if v.type in {"ASSAULT", "ACCUSE", "COERCE"}] == []


def test_an_event_belongs_to_the_claim_that_holds_its_trigger() -> None:
    text = marked("The consul said [content the rebels [trigger attacked] the garrison].")
    analysis = analysed(text.text)
    attack = event(analysis, "attacked")
    assert attack.trigger == (text.one("trigger"),)


def examples() -> list[tuple[str, str, str, bool]]:
    """Every example and counter-example of the vocabulary."""
    entries = vocabulary("events")["entries"]
    return [
        (entry["id"], entry["type"], entry[which], which == "example")
        for entry in entries
        for which in ("example", "not")
        if len(entry[which].split()) > 2
    ]


@pytest.mark.parametrize(("name", "type_", "text", "wanted"), examples())
def test_the_vocabulary_keeps_its_own_examples(name: str, type_: str, text: str, wanted: bool) -> None:
    found = {(v.why.by, v.type) for v in analysed(text)[EVENTS]}
    if wanted:
        assert type_ in {t for _, t in found}, found
    else:
        assert f"lexicon:events.{name}" not in {by for by, _ in found}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Spain's declaration of war came on Sunday.", ["THREATEN"]),
        ("Spain's declaration of war on the United States came on Sunday.", ["THREATEN"]),
        ("Spain's declaration of independence came on Sunday.", []),
        ("Spain's declaration came on Sunday.", []),
        ("Spain's declaration of its aims in the war came on Sunday.", []),
    ],
)
def test_a_noun_that_needs_its_complement_is_nothing_without_it(text: str, types: list[str]) -> None:
    assert [found.type for found in analysed(text, PUBLISHED)[EVENTS]] == types


def test_the_complement_belongs_to_the_trigger() -> None:
    analysis = analysed("Spain's declaration of war came on Sunday.", PUBLISHED)
    (found,) = analysis[EVENTS]
    assert [analysis.document.words(anchor) for anchor in found.trigger] == ["declaration", "of", "war"]


def test_the_scene_of_a_bombing_kills_nobody() -> None:
    analysis = analysed(
        "They took credit for a bombing outside a bank in Kunduz that killed five people and wounded six.", PUBLISHED
    )
    assert event(analysis, "killed").actors == event(analysis, "wounded").actors == ()


def test_a_lack_of_reports_denies_no_deed() -> None:
    analysis = analysed("The rebels bombarded the port of Aden, with no reports of casualties.", PUBLISHED)
    assert event(analysis, "bombarded").status == "happened"


def test_whom_somebody_calls_on_is_not_where() -> None:
    analysis = analysed("President Ana Lopez called on Pakistan to close the camps.", PUBLISHED)
    calling = event(analysis, "called")
    assert names(analysis, calling.targets) == ["Pakistan"]
    assert calling.place is None


def test_a_verb_with_its_noun_is_one_event() -> None:
    analysis = analysed("The European Union imposed sanctions on President Jan Prys.", PUBLISHED)
    assert [v.type for v in analysis[EVENTS]] == ["SANCTION"]


def test_words_have_no_toll() -> None:
    analysis = analysed("The bloc of 15 states condemned the mutiny.", PUBLISHED)
    assert event(analysis, "condemned").numbers == ()


@pytest.mark.parametrize(
    ("text", "types"),
    [("President Ana Lopez dismissed five generals.", []), ("President Ana Lopez dismissed the claim.", ["REJECT"])],
)
def test_who_is_dismissed_is_not_rejected(text: str, types: list[str]) -> None:
    assert [v.type for v in analysed(text, PUBLISHED)[EVENTS]] == types


@pytest.mark.parametrize(
    "text",
    ["Ana Lopez accused Hamas of killing four farmers.", "Hamas was accused by Ana Lopez of killing four farmers."],
)
def test_the_accused_is_said_to_have_done_it(text: str) -> None:
    analysis = analysed(text, PUBLISHED)
    assert names(analysis, event(analysis, "killing").actors) == ["Hamas"]
