"""Whom a pronoun or a description that is a source stands for, in small texts of our own."""

from __future__ import annotations

import pytest

from sayso.document.layer import ENTITIES, MENTIONS, Analysis
from tests.analysed import analysed


def holders(analysis: Analysis, words: str) -> list[list[str]]:
    """The words of all mentions of each entity that has one of these words."""
    said = {m.id: analysis.document.words(m.anchor) for m in analysis[MENTIONS]}
    return [[said[m] for m in e.mentions] for e in analysis[ENTITIES] if words in [said[m] for m in e.mentions]]


def means(text: str, words: str, who: str) -> bool:
    """The words, which stand once in the text, are those of whoever is called so."""
    found = holders(analysed(text), words)
    return len(found) == 1 and who in found[0]


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        (
            '"The bridge is shut," Vera Holt told Paul Adams. Divers work there. "We wait," she added.',
            "she",
            "Vera Holt",
        ),
        ("Paul Adams left the hall. Jonas Berg spoke to the crowd. He said the bridge was safe.", "He", "Jonas Berg"),
        ("The mayor told Paul Adams that Jonas Berg had left. The bridge was shut, he added.", "he", "The mayor"),
        ("Vera Holt and Anna Quill met. The talks, according to Holt, failed. She said why.", "She", "Vera Holt"),
        (
            "Jonas Berg spoke. “It is late,” he said. “We must go.” “Now,” said Paul Adams. He smiled.",
            "he",
            "Jonas Berg",
        ),
        ("The Harbour Ministry closed the port on Monday. It said the cranes were old.", "It", "Harbour Ministry"),
        ("The Harbour Ministry said it had closed the port.", "it", "Harbour Ministry"),
        ("Port workers walked out on Monday. They said the cranes were old.", "They", "Port workers"),
        ("The Dockers Union walked out. They said the cranes were old.", "They", "Dockers Union"),
        ("Jonas Berg retired in May, although he believed that the bridge would hold.", "he", "Jonas Berg"),
        ("Jonas Berg's brother pleaded with Anna Quill, but she said that it was late.", "she", "Anna Quill"),
        ("Vera Holt spoke. According to her, the bridge is safe. Later she added a date.", "her", "Vera Holt"),
        ("And the head of the league, Jonas Berg, he has explained that the port must close.", "he", "Jonas Berg"),
        ("There was a woman at the gate. She was staggered by the loss of the bridge.", "She", "a woman"),
        ("For Jonas Berg, a pilot, Paul Adams was also a legend. He said: “I knew the man.”", "He", "Jonas Berg"),
        (
            "Paul Adams spoke at length. Jonas Berg has called for a vote, and on Tuesday, he proposed that they meet.",
            "he",
            "Jonas Berg",
        ),
        ("Paul Adams spoke. Later Jonas Berg wrote, “The bridge is shut and we wait,” he said.", "he", "Jonas Berg"),
    ],
)
def test_a_pronoun_that_is_a_source(text: str, pronoun: str, who: str) -> None:
    assert means(text, pronoun, who)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Jonas Berg met Paul Adams. The bridge is shut, she said.", "she"),
        ("Paul Adams and Jonas Berg spoke. The bridge is shut, he said.", "he"),
        ("Paul Adams resigned, he said.", "he"),
        ("Jonas Berg of the Dockers Union and Paul Adams met on Monday. They agreed that it was late.", "They"),
        ("Paul Adams, he said, is a legend.", "he"),
        ("And the head of the league, Jonas Berg, she has explained that the port must close.", "she"),
        ("The army said it was cold.", "it"),
        ("The bridge is shut. It said so on a sign.", "It"),
        ("Anna Quill appeared as Hedda. The crowd left. They say that winter is near.", "They"),
    ],
)
def test_a_source_that_the_text_does_not_tell(text: str, pronoun: str) -> None:
    assert not holders(analysed(text), pronoun)


def test_he_of_an_answer_is_nobody_of_the_introduction() -> None:
    text = (
        "Interview with Jonas Berg\n\nJonas Berg runs the port.\n\n- What does the mayor say?\n\n"
        "- He said that the bridge is shut.\n\n- Who pays?\n\n- The port pays."
    )
    assert not any("He" in words for words in holders(analysed(text), "Jonas Berg"))


@pytest.mark.parametrize(
    ("text", "description", "who"),
    [
        (
            "Foreign Minister Anna Keller met Defence Minister Jon Aster. The defence minister left early.",
            "The defence minister",
            "Jon Aster",
        ),
        ("Minister of Inland Waters Anna Keller left. The minister was tired.", "The minister", "Anna Keller"),
        ("The harbour minister, Anna Keller said it was late. The minister left.", "The minister", "Anna Keller"),
        (
            "The Harbour Ministry met the Labour Ministry. The Labour Ministry left. The ministry gave no reason.",
            "The ministry",
            "Labour Ministry",
        ),
        ("The Iranian government met. The government said little.", "The government", "Iranian government"),
        ("Dockers Rights Watch condemned the raid. The group said five had died.", "The group", "Dockers Rights Watch"),
        (
            "Orion, a rebel group, took the town. Orion's leader, Pavel Orlov, fled. The group's leader was shot.",
            "The group's leader",
            "Pavel Orlov",
        ),
        ("Harbour Board CEO Vera Holt left. She said little.", "She", "Vera Holt"),
        ("There was a woman at the gate. She said the bridge was shut.", "She", "a woman"),
    ],
)
def test_a_description_is_who_holds_the_office(text: str, description: str, who: str) -> None:
    assert means(text, description, who)


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Minister Anna Keller met Minister Jon Aster. The minister left.", "The minister"),
        ("Foreign Minister Anna Keller spoke. The labour minister left.", "The labour minister"),
        ("Hamas met the Dockers Union. The group left.", "The group"),
        ("The union's leader met Orion leader Pavel Orlov. The union's leader left.", "Pavel Orlov"),
        ("After meeting the minister, John Smith said it was late.", "John Smith"),
    ],
)
def test_of_two_who_fit_it_is_neither(text: str, description: str) -> None:
    assert all(len(set(words)) == 1 for words in holders(analysed(text), description))


def test_a_body_whose_name_begins_with_a_title_is_no_person() -> None:
    analysis = analysed("General Holdings filed for bankruptcy. General Holdings said that it would pay.")
    [kind] = {e.kind for e in analysis[ENTITIES] if analysis.document.words(e.name) == "General Holdings"}
    assert kind == "organisation"


def test_a_description_with_a_name_of_its_own_is_nobody_else() -> None:
    text = "The port city of Aden is calm. Fighters came from the capital, Sanaa, on Monday."
    assert holders(analysed(text), "the capital") == [["the capital", "Sanaa"]]
