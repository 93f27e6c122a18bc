"""Who is who in small texts of our own."""

from __future__ import annotations

import pytest

from sayso.document.layer import ENTITIES, MENTIONS, Analysis
from sayso.document.records import Entity
from tests.analysed import analysed


def members(analysis: Analysis, entity: Entity) -> list[str]:
    """The words of an entity's mentions."""
    mentions = {m.id: analysis.document.words(m.anchor) for m in analysis[MENTIONS]}
    return [mentions[m] for m in entity.mentions]


def entity(analysis: Analysis, words: str) -> Entity:
    """The entity that a mention of these words belongs to; fails where there is none or several."""
    having = [e for e in analysis[ENTITIES] if words in members(analysis, e)]
    assert len(having) == 1, f"{words!r} is in {len(having)} entities"
    return having[0]


def together(analysis: Analysis, *words: str) -> bool:
    return len({entity(analysis, w).id for w in words}) == 1


def named(analysis: Analysis, words: str) -> str:
    return analysis.document.words(entity(analysis, words).name)


def role(analysis: Analysis, words: str) -> str | None:
    found = entity(analysis, words).role
    return analysis.document.words(found) if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maria Lopez won. Lopez thanked her voters.", ("Maria Lopez", "Lopez")),
        ("Islamic State retreated. ISIS lost two towns, and Daesh fled.", ("Islamic State", "ISIS", "Daesh")),
        ("The US refused. The United States and the U.S. Congress agreed.", ("US", "United States")),
        ("The National Grain Council (NGC) met. The NGC agreed.", ("National Grain Council", "NGC")),
        ("The National Grain Council met on Monday. The council agreed.", ("National Grain Council", "The council")),
        ("The capture of Kasmira stunned them. Rebels entered Kasmyra in May.", ("Kasmira", "Kasmyra")),
        ("Russia protested. Moscow has decided to resist.", ("Russia", "Moscow")),
        ("The Kremlin denied it. Russia sent an envoy.", ("Kremlin", "Russia")),
        ("A spokesman spoke first. The spokesman gave no names.", ("A spokesman", "The spokesman")),
        ("Hamas rejected the offer. The militants fired rockets.", ("Hamas", "The militants")),
        ("The militants of Hamas fired rockets. Hamas fled.", ("The militants of Hamas", "Hamas")),
        ("Islamic State militants fled. ISIS denied it.", ("Islamic State militants", "ISIS")),
        ("The Kurdish YPG militia advanced. The YPG took a hill.", ("The Kurdish YPG militia", "YPG")),
        ("The Syrian army advanced. Syrian troops took a hill.", ("Syrian army", "Syrian troops")),
        ("Iran protested. The Iranian government sent a note.", ("Iran", "Iranian government")),
        ("Captain Pedro del Peral spoke. Del Peral gave no cause.", ("Pedro del Peral", "Del Peral")),
        ("Hassan Tal Omar spoke for the group. Tal Omar left early.", ("Hassan Tal Omar", "Tal Omar")),
        ("They took the town of Ormara. Ormara burned.", ("the town of Ormara", "Ormara")),
        ("President Elena Castro left. The president was ill.", ("Elena Castro", "The president")),
    ],
)
def test_these_are_one(text: str, words: tuple[str, ...]) -> None:
    assert together(analysed(text), *words)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Iran warned Iraq about the border.", "Iran", "Iraq"),
        ("Austria beat Australia.", "Austria", "Australia"),
        ("Niger borders Nigeria.", "Niger", "Nigeria"),
        ("North Korea shelled South Korea.", "North Korea", "South Korea"),
        ("Americans voted. The United States waited.", "Americans", "United States"),
        ("Petrov said so. Officials met Petrova in May.", "Petrov", "Petrova"),
        ("Troops entered Damascus. Syria has protested.", "Damascus", "Syria"),
        ("Hamas refused. Two Hamas militants were killed.", "Hamas", "Two Hamas militants"),
        ("Hamas and Hezbollah refused. The militants fired.", "Hezbollah", "The militants"),
        ("Hamas and Hezbollah refused. Two militants were killed.", "Hamas", "Two militants"),
    ],
)
def test_these_are_two(text: str, one: str, other: str) -> None:
    assert not together(analysed(text), one, other)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The president of the Grain Institute, Pavel Orlov, spoke.",
            "Pavel Orlov",
            "president of the Grain Institute",
        ),
        ("Foreign Minister Anna Keller left.", "Anna Keller", "Foreign Minister"),
        ("Jane Roe, a spokeswoman for the ministry, declined.", "Jane Roe", "spokeswoman for the ministry"),
        ("Mr. Okafor declined.", "Okafor", None),
        ("Owen Tarr, hospital steward, slept.", "Owen Tarr", "hospital steward"),
        ("Beatriz Oller, a marine engineer at the shipyard, left.", "Beatriz Oller", "marine engineer"),
    ],
)
def test_roles_come_from_apposition_and_titles(text: str, who: str, what: str | None) -> None:
    assert role(analysed(text), who) == what


def test_an_apposed_description_is_the_person() -> None:
    assert together(
        analysed("Jane Roe, a spokeswoman for the ministry, declined."), "Jane Roe", "a spokeswoman for the ministry"
    )


def test_the_surname_of_several_is_whom_it_meant_before() -> None:
    text = "Billy Stone joined the show. Stone is new. His cousin, John Stone, was mayor. Stone will start in May."
    analysis = analysed(text)
    assert members(analysis, entity(analysis, "Billy Stone")).count("Stone") == 2


def test_the_fullest_name_is_the_name() -> None:
    analysis = analysed("Lopez won. Maria Lopez thanked voters. US forces left. The United States waited.")
    assert named(analysis, "Lopez") == "Maria Lopez"
    assert named(analysis, "US") == "United States"


def test_countries_come_from_the_table_of_names() -> None:
    analysis = analysed("Moscow has decided to resist. Hezbollah fired rockets. A man fled.")
    assert entity(analysis, "Moscow").country == "RUS"
    assert entity(analysis, "Moscow").kind == "government"
    assert entity(analysis, "Hezbollah").country == "LBN"
    assert entity(analysis, "A man").country is None


@pytest.mark.parametrize(
    ("text", "pronoun", "antecedent"),
    [
        ("Maria Lopez won. She thanked the voters.", "She", "Maria Lopez"),
        ("John Stone said he would resign.", "he", "John Stone"),
        ('"The port is safe," John Stone told Paul Adams. "We will reopen it," he added.', "he", "John Stone"),
        ("The rebels fled. They left their guns.", "They", "The rebels"),
        ("Hamas rejected its offer.", "its", "Hamas"),
    ],
)
def test_pronouns_are_who_they_must_be(text: str, pronoun: str, antecedent: str) -> None:
    assert together(analysed(text), pronoun, antecedent)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Peter Mason and John Stone met in a bar. He left early.", "He"),
        ('"I saw nothing," the man said.', "I"),
        ("Maria Lopez won. He thanked the voters.", "He"),
        ("It rains.", "It"),
    ],
)
def test_a_doubtful_pronoun_belongs_to_nobody(text: str, pronoun: str) -> None:
    analysis = analysed(text)
    assert not any(pronoun in members(analysis, e) for e in analysis[ENTITIES])


def test_a_quoted_he_is_not_the_speaker() -> None:
    analysis = analysed('"He must go," John Stone said.')
    assert "He" not in members(analysis, entity(analysis, "John Stone"))


def test_two_runs_agree() -> None:
    text = (
        "Hamas and Hezbollah met Maria Lopez. Lopez said they agreed. The militants left. The U.S. and US Navy waited."
    )
    assert analysed(text)[ENTITIES] == analysed(text)[ENTITIES]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("General Mohamed Daran, known as Hemedti, spoke.", ("Mohamed Daran", "Hemedti")),
        ("Ibrahim Kéita resigned. Keita left.", ("Ibrahim Kéita", "Keita")),
        ("OSLO/BAMAKO, MALI - A union of states is closing its borders. Soldiers left Mali.", ("MALI", "Mali")),
        ("The judges ordered Israel to end its blockade.", ("Israel", "its")),
        ("Fighters of the “Islamic State” organization fled.", ("Islamic State", "the “Islamic State” organization")),
    ],
)
def test_one_thing_in_news_of_war(text: str, words: tuple[str, ...]) -> None:
    assert together(analysed(text), *words)


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("The body met in Abuja. It fears for the region.", "the region", "Abuja"),
        ("He left Mosul, said a man of the Kurdish region.", "the Kurdish region", "Mosul"),
        ("Shells hit Darfur. The town burnt.", "The town", "Darfur"),
    ],
)
def test_a_noun_that_does_not_fit_is_not_the_place(text: str, description: str, name: str) -> None:
    analysis = analysed(text)
    assert description not in members(analysis, entity(analysis, name))


def test_an_age_is_no_part_of_an_office() -> None:
    assert role(analysed("They named 34-year-old Captain Ibrahim Daran its head."), "Ibrahim Daran") == "Captain"


def test_whom_a_promise_is_made_to_does_not_own_what_is_promised() -> None:
    analysis = analysed("Russia promised Israel to end its blockade.")
    assert "its" not in members(analysis, entity(analysis, "Israel"))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Iraqi Armed Forces fled. Turkey's Armed Forces will attack.", "Iraqi Armed Forces", "Armed Forces"),
        ("Turkey's Foreign Ministry spoke. Russia's Foreign Ministry denied it.", "Turkey", "Russia"),
    ],
)
def test_bodies_of_two_states_are_two(text: str, one: str, other: str) -> None:
    analysis = analysed(text)
    bodies = [e for e in analysis[ENTITIES] if e.kind in ("armed-group", "organisation", "government")]
    assert all(len(e.mentions) == 1 for e in bodies)
    assert entity(analysis, one).id != entity(analysis, other).id
    assert len(bodies) == 2


def test_the_only_ministry_of_its_name_stays_one() -> None:
    analysis = analysed("Turkey's Foreign Ministry spoke. The Foreign Ministry denied it.")
    assert len(entity(analysis, "Foreign Ministry").mentions) == 2


def test_a_states_air_force_is_one_body() -> None:
    analysis = analysed("The Ethiopian air force bombed the town. Ethiopian warplanes came back.")
    assert together(analysis, "Ethiopian air force", "Ethiopian warplanes")
    assert entity(analysis, "Ethiopian air force").country == "ETH"
