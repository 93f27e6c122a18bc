"""Names, descriptions, pronouns and metonyms on small texts of our own."""

from __future__ import annotations

import pytest

from sayso.document.layer import MENTIONS
from sayso.document.records import Mention
from tests.analysed import analysed
from tests.marked import marked


def found(text: str, form: str) -> dict[str, Mention]:
    """The mentions of one form by their words."""
    analysis = analysed(text)
    return {analysis.document.words(m.anchor): m for m in analysis[MENTIONS] if m.form == form}


def kinds(text: str) -> dict[str, str | None]:
    return {words: m.kind for words, m in found(text, "name").items()}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("President Elena Castro met reporters in Ottawa.", "Elena Castro", "person"),
        ("The Harbour Workers Union rejected the offer.", "Harbour Workers Union", "organisation"),
        ("Fighters of al-Shabaab attacked the convoy.", "al-Shabaab", "armed-group"),
        ("The ISIL advance was halted.", "ISIL", "armed-group"),
        ("Reuters reported two deaths.", "Reuters", "organisation"),
        ("The Security Council met on Monday.", "Security Council", "organisation"),
        ("He was born in the Middle East.", "Middle East", "place"),
        ("The Kurds left the talks.", "Kurds", "people"),
        ("The Syrian army withdrew.", "Syrian army", "armed-group"),
        ("The battleship Oregon sailed on Monday.", "Oregon", "facility"),
        ("Cheers rose in the town of Ormara at noon.", "Ormara", "place"),
        ("The spokesman, Alden Pryce, left.", "Alden Pryce", "person"),
        ("Sailors of the cruiser Alfonso XII pulled men from the water.", "Alfonso XII", "facility"),
        ("He stood on a truck in Ormara town.", "Ormara", "place"),
        ("The villages of Ormara and al-Tibra were shelled.", "al-Tibra", "place"),
        ("Shells hit Khan Younis before dawn.", "Khan Younis", "place"),
        ("The siege of El Fasher went on.", "El Fasher", "place"),
        ("Divers were hired at Norfolk on Monday.", "Norfolk", "place"),
        ("American warships shelled the batteries.", "American warships", "armed-group"),
        ("Kim Jong-un issued an order.", "Kim Jong-un", "person"),
        ("A dispatch came from Key West.", "Key West", "place"),
        ("Wounded men lay in San Ambrosio on Monday.", "San Ambrosio", "place"),
        ("Troops left Homs on Friday.", "Homs", "place"),
        ("April Jones met the mayor.", "April Jones", "person"),
        ("Ten weeks after the Maine went down, no cause is known.", "Maine", "facility"),
        ("Divers went aboard the Mangrove.", "Mangrove", "facility"),
        ("The Navy torpedoed two ships.", "Navy", "organisation"),
    ],
)
def test_names_have_their_borders_and_kind(text: str, name: str, kind: str) -> None:
    assert kinds(text).get(name) == kind


def test_a_title_and_a_possessive_are_no_part_of_a_name() -> None:
    names = kinds("Foreign Minister Anna Keller's visit pleased Mr. Okafor.")
    assert "Anna Keller" in names
    assert not any("Minister" in name or "'s" in name or "Mr." in name for name in names)


def test_a_small_word_is_never_an_acronym() -> None:
    assert "is" not in kinds("The port is closed, the mayor said.")


def test_a_place_is_told_by_what_is_done_to_it() -> None:
    text = "Rebels captured Ormara. The siege of Ormara lasted a week, and thousands fled to the hills in Ormara."
    assert kinds(text)["Ormara"] == "place"


def test_a_name_of_running_text_is_known_in_a_headline_and_at_the_start() -> None:
    text = "OKONKWO REJECTS OFFER FROM REBELS\n\nPaul Okonkwo rejected the offer. Okonkwo spoke in Lagos."
    names = kinds(text)
    assert names.get("OKONKWO") == "person"
    assert "REBELS" not in names


def test_a_headline_names_nobody_by_capitals_alone() -> None:
    assert "Sweeping Reform Plan" not in kinds("Senate Rejects Sweeping Reform Plan After Long Night Debate")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Moscow has decided to resist.", "Moscow"),
        ("The city is under the control of Damascus.", "Damascus"),
        ("Washington's pressure on the allies grew.", "Washington"),
        ("Paris denied that a deal was near.", "Paris"),
        ("France accused the rebels of treason.", "France"),
        ("Russian air strikes killed six people.", "Russian"),
        ("The Iranian government denied it.", "Iranian government"),
    ],
)
def test_capitals_and_countries_that_act_are_metonyms(text: str, word: str) -> None:
    assert found(text, "metonym")[word].kind == "government"


@pytest.mark.parametrize(
    "text",
    [
        "The envoy flew from Moscow to Kiev.",
        "Thousands marched in Paris on Sunday.",
        "Moscow lies on a river.",
        "The streets of Damascus were quiet.",
        "She visited Washington in May.",
        "The Syrian war goes on.",
    ],
)
def test_capitals_that_are_places_are_none(text: str) -> None:
    assert not found(text, "metonym")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[who A spokesman for the ministry] declined to comment.", "person"),
        ("Police shot [who two protesters] near the bridge.", "person"),
        ("[who The ministry] denied it.", "government"),
        ("[who The militants] fled.", "person"),
        ("They attacked [who the city] at dawn.", "place"),
        ("[who The opposition party] boycotted the vote.", "organisation"),
    ],
)
def test_descriptions_stand_for_somebody(text: str, kind: str) -> None:
    source = marked(text)
    descriptions = found(source.text, "nominal")
    assert descriptions[source.one("who").words(source.text)].kind == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The offensive was a success.", "offensive"),
        ("He was a doctor.", "doctor"),
        ("She ran for president.", "president"),
        ("It was seen as a party of the poor.", "party"),
        ("No officials were present.", "officials"),
    ],
)
def test_what_stands_for_nobody_is_no_description(text: str, word: str) -> None:
    assert not any(word in words for words in found(text, "nominal"))


def test_some_of_a_states_soldiers_are_not_its_army() -> None:
    assert "Syrian troops" not in found("Two Syrian troops were killed.", "name")


def test_a_word_the_text_also_writes_small_is_no_name() -> None:
    assert "Iodine" not in kinds("Iodine is scarce. Without iodine, children fall ill.")


def test_a_direction_before_a_country_makes_another_place() -> None:
    names = kinds("Floods hit Western Australia on Monday.")
    assert names.get("Western Australia") == "place"
    assert "Australia" not in names


def test_an_empty_it_is_no_pronoun() -> None:
    assert "It" not in found("It is clear that the talks failed.", "pronoun")
    assert "It" in found("The army fled. It left its guns.", "pronoun")


def test_mentions_come_in_order_and_only_different_things_are_nested() -> None:
    analysis = analysed(
        "The president of the National Grain Institute, Jane Roe, spoke with the mayor of Lagos in Abuja."
    )
    anchors = [m.anchor for m in analysis[MENTIONS]]
    assert anchors == sorted(anchors, key=lambda a: (a.start, -a.end))
    assert len(set(anchors)) == len(anchors)
    for one in anchors:
        for other in anchors:
            assert not one.overlaps(other) or one.covers(other) or other.covers(one)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "WASHINGTON/NAIROBI - A union of states is closing its borders to the soldiers who arrested the mayor.",
            "NAIROBI",
            "place",
        ),
        ("The talks in Nairobi failed.", "Nairobi", "place"),
        ("The Minsk negotiations failed.", "Minsk", "place"),
        ("The clerk told the Courier (Nairobi) about it.", "Nairobi", "place"),
        ("Shells fell near Deir ez-Zor at dawn.", "Deir ez-Zor", "place"),
        ("The soldiers moved to Tibra al-Rim village.", "Tibra al-Rim", "place"),
        ("Two old towns — Ormara and Bartella — were freed.", "Bartella", "place"),
        ("The shells hit the al-Tibra area.", "al-Tibra", "place"),
        ("The Syrian Democratic Forces attacked Manbij at dawn.", "Manbij", "place"),
        ("Ukraine said that buses went through Mariupol.", "Mariupol", "place"),
        ("IS-K took credit for the bombing.", "IS-K", "armed-group"),
        ("A group named Harakat Nur al-Fajr attacked.", "Harakat Nur al-Fajr", "armed-group"),
        ("Saraya Bilal al-Dam said it fired.", "Saraya Bilal al-Dam", "armed-group"),
        ("Al-Masirah reported two deaths.", "Al-Masirah", "organisation"),
        ("The Syria Democratic Forces withdrew.", "Syria Democratic Forces", "armed-group"),
        ("The bomb killed the minister for trade, Khalil Ur-Rahman, at home.", "Khalil Ur-Rahman", "person"),
        ("Troops guarded the Ormara Defense Factories.", "Ormara Defense Factories", "facility"),
    ],
)
def test_names_in_news_of_war(text: str, name: str, kind: str) -> None:
    assert kinds(text).get(name) == kind


def test_what_a_person_is_known_as_is_a_person() -> None:
    assert kinds("General Mohamed Daran, known as Hemedti, spoke.").get("Hemedti") == "person"


def test_the_portfolio_of_a_ministry_is_no_name() -> None:
    assert "Interior" not in kinds("Interior ministry spokesman John Stone said it.")


def test_a_name_that_nothing_ties_to_the_map_stays_what_it_was() -> None:
    assert kinds("Ukraine said that Jackson went home.").get("Jackson") != "place"


def test_a_description_ends_before_a_bracket() -> None:
    words = found("The separatist forces of the Donetsk People's Republic (DPR) fled.", "nominal")
    assert not any("(" in word for word in words)


def test_a_surname_with_its_article_is_a_persons() -> None:
    names = kinds("A spokesman, Mustafa al-Mujari, spoke on Monday. The town will fall, al-Mujari added.")
    assert names.get("al-Mujari") == "person"


def test_a_bracket_does_not_open_a_name() -> None:
    words = found("[Prime Minister] Jan Prys’s Air Force has once again bombed the town.", "name")
    assert not any(word.startswith("]") for word in words)
