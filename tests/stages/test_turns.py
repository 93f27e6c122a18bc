"""Turns: who asks and who answers, as far as labels, headline and lead say; else nobody."""

from __future__ import annotations

import pytest

from sayso.document.layer import CLAIMS, ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS, Analysis
from sayso.document.text import Document, Text
from sayso.stages import entities, mentions, sections, sentences, turns
from tests.analysed import analysed

DASHES = "\n\n- Will it open?\n\n- Not soon. It leaks.\n\n- Who pays for it?\n\n- The port pays."


def spoken(text: str) -> Analysis:
    analysis = Analysis(Document(Text(text), key="test"))
    for stage in (sections.STAGE, sentences.stage("accurate"), mentions.STAGE, entities.STAGE, turns.STAGE):
        analysis = stage.run(analysis)
    return analysis


def parties(text: str) -> tuple[list[str | None], list[str | None]]:
    """The names of those who ask and of those who answer, each once, in order."""
    analysis = spoken(text)
    names = {entity.id: analysis.document.words(entity.name) for entity in analysis[ENTITIES]}
    found: dict[str, list[str | None]] = {"question": [], "answer": []}
    for turn in analysis[TURNS]:
        name = names[turn.speaker] if turn.speaker else None
        if name not in found[turn.role]:
            found[turn.role].append(name)
    return found["question"], found["answer"]


@pytest.mark.parametrize(
    ("lead", "asks", "answers"),
    [
        ("The Harbour Gazette spoke with Vera Holt about the bridge.", "Harbour Gazette", "Vera Holt"),
        ("The Harbour Gazette talked to the chair of the Port Institute, Vera Holt.", "Harbour Gazette", "Vera Holt"),
        ("Vera Holt talked to the Harbour Gazette about the bridge.", "Harbour Gazette", "Vera Holt"),
        ("Vera Holt runs the harbour board. She talked to the Harbour Gazette.", "Harbour Gazette", "Vera Holt"),
        ("Vera Holt runs the harbour board. We spoke with her on Monday.", None, "Vera Holt"),
        ("Anna Quill interviewed Vera Holt in her office.", "Anna Quill", "Vera Holt"),
        ("Vera Holt was interviewed by Anna Quill in her office.", "Anna Quill", "Vera Holt"),
        ("For ten years Vera Holt has run the board. Anna Quill asked her what went wrong.", "Anna Quill", "Vera Holt"),
        (
            "In an interview with the Harbour Gazette, Vera Holt looks back on the bridge.",
            "Harbour Gazette",
            "Vera Holt",
        ),
        ("We publish an interview with Vera Holt, who chairs the harbour board.", None, "Vera Holt"),
        ("Vera Holt has run the board for ten years.", None, "Vera Holt"),
        ("The bridge has been shut for ten years.", None, None),
        ("Vera Holt and Jonas Berg quarrel about the bridge.", None, None),
    ],
)
def test_headline_and_lead_name_the_parties(lead: str, asks: str | None, answers: str | None) -> None:
    assert parties("The bridge of Port Ella\n\n" + lead + DASHES) == ([asks], [answers])


def test_the_headline_names_who_answers() -> None:
    text = 'Vera Holt: "The bridge must go"\n\nJonas Berg built the bridge ten years ago. It leaks.' + DASHES
    assert parties(text) == ([None], ["Vera Holt"])


def test_of_two_people_the_one_in_the_headline_answers() -> None:
    text = "Vera Holt on the end of a bridge\n\nVera Holt sat down with Anna Quill to talk about the bridge." + DASHES
    assert parties(text) == (["Anna Quill"], ["Vera Holt"])


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("QUILL", "HOLT"),
        ("ANNA QUILL", "VERA HOLT"),
        ("Ms. Quill", "Mrs. Holt"),
        ("Anna Quill (Gazette)", "Vera Holt"),
        ("**Quill**", "**Holt**"),
        ("Anna Quill", "Port Ella Board Member Vera Holt"),
    ],
)
def test_labels_name_the_speakers(asks: str, answers: str) -> None:
    lead = "The bridge of Port Ella\n\nVera Holt chairs the board. Anna Quill met her in her office on Monday.\n\n"
    text = f"{asks}: Will it open?\n\n{answers}: Not soon.\n\n{asks}: Who pays?\n\n{answers}: The port."
    assert parties(lead + text) == (["Anna Quill"], ["Vera Holt"])


def test_labels_of_function_name_nobody() -> None:
    text = (
        "The bridge: transcript\n\nVera Holt met reporters on Monday.\n\nHOLT: It is shut.\n\n"
        "QUESTION: For how long?\n\n"
        "HOLT: A month.\n\nMODERATOR: The last question, please.\n\nQUESTION: Who pays?\n\nHOLT: The port."
    )
    assert parties(text) == ([None], ["Vera Holt"])


def test_a_label_that_stands_once_names_the_turns_after_it() -> None:
    lead = "Q&A: Vera Holt\n\nVera Holt chairs the board. Anna Quill met her on Monday.\n\n"
    text = "Quill: Will it open?\nHolt: Not soon, I think.\n\nWho pays?\nWe do."
    assert parties(lead + text) == (["Anna Quill"], ["Vera Holt"])


def test_a_turn_points_at_the_words_that_name_its_speaker() -> None:
    analysis = spoken("The bridge of Port Ella\n\nThe Harbour Gazette spoke with Vera Holt about the bridge." + DASHES)
    named = [analysis.document.words(turn.named) for turn in analysis[TURNS] if turn.named]
    assert named == ["Harbour Gazette", "Vera Holt"] * 2
    assert {turn.why.by for turn in analysis[TURNS]} == {"rule:turns.introduced"}


def test_an_article_has_no_turns() -> None:
    assert spoken("The bridge is shut\n\nVera Holt told the Gazette in an interview that it leaks.")[TURNS] == ()


def test_the_stage_reads_only_what_it_says() -> None:
    assert turns.STAGE.reads == (SECTIONS, SENTENCES, MENTIONS, ENTITIES)


def test_a_headline_names_the_guest_and_the_lead_adds_who_asks() -> None:
    text = (
        "Interview with Karim Saleh: nobody wanted it\n\nThe Levant Review spoke with Karim Saleh, a retired colonel, "
        "about the lost bridge.\n\nQ: Why was it lost?\n\nA: The order came late.\n\nQ: Who gains?\n\nA: Nobody."
    )
    analysis = analysed(text)
    names = {e.id: analysis.document.words(e.name) for e in analysis[ENTITIES]}
    asked = {names[t.speaker] if t.speaker else None for t in analysis[TURNS] if t.role == "question"}
    answered = {names[t.speaker] if t.speaker else None for t in analysis[TURNS] if t.role == "answer"}
    assert (asked, answered) == ({"Levant Review"}, {"Karim Saleh"})
    assert not [c for c in analysis[CLAIMS] if c.cue and analysis.document.words(c.cue[0]) == "spoke"]


@pytest.mark.parametrize(
    ("opening", "asks", "answers"),
    [
        ("The Harbour Gazette spoke with Vera Holt and Jonas Berg about the bridge.", "Harbour Gazette", None),
        ("The Harbour Gazette spoke with Vera Holt and the pilot Jonas Berg.", "Harbour Gazette", None),
        ("The Harbour Gazette interviews experts on the bridge. Vera Holt lives near it.", None, None),
        ("An interview with the owners of the bridge. Vera Holt lives near it.", None, None),
        ("An interview with Ella Works founder Vera Holt.", None, "Vera Holt"),
        ("An interview with Harbour Gazette founder Vera Holt.", None, "Vera Holt"),
        ("An interview with Paul Adams's sister. Vera Holt lives near the bridge.", None, None),
        ("Vera Holt's brother lives near the bridge.", None, None),
        ("The Harbour Gazette spoke with Vera Holt, and with the pilot Jonas Berg.", "Harbour Gazette", None),
        ("Vera Holt has run the board for ten years. Image: Jonas Berg.", None, "Vera Holt"),
        ("Vera Holt, named after Jonas Berg, has run the board for ten years.", None, "Vera Holt"),
    ],
)
def test_several_who_answer_are_told_from_one(opening: str, asks: str | None, answers: str | None) -> None:
    assert parties("The bridge of Port Ella\n\n" + opening + DASHES) == ([asks], [answers])


@pytest.mark.parametrize(
    ("headline", "answers"),
    [
        ("Vera Holt explains how the bridge of Port Ella was lost", "Vera Holt"),
        ("How the bridge of Vera Holt was lost", None),
        ("Harbour Gazette interviews engineer Vera Holt on a lost bridge", "Vera Holt"),
    ],
)
def test_a_headline_may_say_who_speaks(headline: str, answers: str | None) -> None:
    lead = "\n\nJonas Berg built the bridge ten years ago. Paul Adams paid for it."
    assert parties(headline + lead + DASHES)[1] == [answers]


def test_a_caption_names_the_interviewee() -> None:
    text = "A bridge is lost\n\nFile photo of interviewee Vera Holt.\n\nJonas Berg built it. Paul Adams paid for it."
    assert parties(text + DASHES)[1] == ["Vera Holt"]
    assert parties(text.replace("interviewee ", "") + DASHES)[1] == [None]


BOTH = "The bridge of Port Ella\n\nVera Holt and Jonas Berg run the harbour board.\n\n- Who are you?\n\n- {}"


@pytest.mark.parametrize(
    ("answer", "speaks"),
    [
        ("I'm Vera Holt and I count ships.", ["Vera Holt"]),
        ("My name is Vera Holt. I count ships.", ["Vera Holt"]),
        ("I am Vera Holt's deputy.", [None]),
        ("I'm not Vera Holt.", [None]),
        ("People say to me, 'I'm Vera Holt, and who are you?'", [None]),
        ('A man shouted: "I am Vera Holt".', [None]),
        ("I am Charlie, all of us are.", [None]),
        ("I'm Vera. I count ships.", ["Vera Holt"]),
    ],
)
def test_a_speaker_may_say_who_it_is(answer: str, speaks: list[str | None]) -> None:
    rest = "\n\n- Will it open?\n\n- Not soon. It leaks."
    assert parties(BOTH.format(answer) + rest)[1] == speaks


def test_of_two_who_say_who_they_are_each_speaks_for_one_turn() -> None:
    rest = "\n\n- And you?\n\n- I'm Jonas Berg.\n\n- Will it open?\n\n- Not soon. It leaks."
    assert parties(BOTH.format("I'm Vera Holt.") + rest)[1] == ["Vera Holt", "Jonas Berg", None]


@pytest.mark.parametrize(
    ("answer", "speaks"),
    [
        ("As mayor of Port Ella, I shut it.", "Vera Holt"),
        ("As mayor, I had to shut it.", "Vera Holt"),
        ("As mayor, I would shut it.", None),
        ("As a citizen, I miss it.", None),
    ],
)
def test_an_office_may_say_who_speaks(answer: str, speaks: str | None) -> None:
    text = (
        "A bridge is lost\n\nVera Holt, mayor of Port Ella, and the engineer Jonas Berg quarrel about the bridge.\n\n"
        f"- Why is it shut?\n\n- {answer}\n\n- Will it open?\n\n- Not soon. It leaks."
    )
    assert parties(text)[1] == [speaks]


@pytest.mark.parametrize(("asks", "answers"), [("((Anna Quill))", "((Vera Holt))"), ("AQ:", "VH:")])
def test_names_in_brackets_and_initials_are_labels(asks: str, answers: str) -> None:
    lead = "The bridge of Port Ella\n\nVera Holt chairs the board. Anna Quill met her in her office on Monday.\n\n"
    text = f"{asks} Will it open?\n\n{answers} Not soon.\n\n{asks} Who pays?\n\n{answers} The port."
    assert parties(lead + text) == (["Anna Quill"], ["Vera Holt"])


def test_a_time_behind_a_name_on_a_line_of_its_own_is_no_part_of_it() -> None:
    text = "Vera Holt chairs the board. Anna Quill met her on Monday.\n\n"
    text += "Anna Quill 0:25\n\nWill it open?\n\nVera Holt 0:31\n\nNot soon.\n\n"
    analysis = spoken(text + "Anna Quill 1:02\n\nWho pays?\n\nVera Holt 1:10\n\nThe port.")
    assert [analysis.document.words(t.named) for t in analysis[TURNS] if t.named] == ["Anna Quill", "Vera Holt"] * 2


KNOWN_BY_LABEL = "The bridge of Port Ella\n\n{} Will it open?\n\n{} Not soon.\n\n{} Who pays?\n\n{} The port."


@pytest.mark.parametrize(
    ("asks", "answers", "asking", "answering"),
    [
        ("Anna Quill:", "Vera Holt:", "Anna Quill", "Vera Holt"),
        ("GAZETTE ONLINE:", "Holt:", "GAZETTE ONLINE", "Holt"),
        ("The Gull:", "Vera Holt:", "Gull", "Vera Holt"),
        ("MS. QUILL:", "MR. AL-HADI:", "QUILL", "AL-HADI"),
        ("Ms. Quill.", "Senator HOLT.", "Quill", "HOLT"),
        ("QUESTION:", "THE PRESIDENT:", None, None),
        ("Q:", "Foreign Minister Holt:", None, "Holt"),
        ("Speaker 1:", "Speaker 2:", None, None),
        ("AQ:", "VH:", None, None),
    ],
)
def test_a_label_alone_names_a_speaker(asks: str, answers: str, asking: str | None, answering: str | None) -> None:
    assert parties(KNOWN_BY_LABEL.format(asks, answers, asks, answers)) == ([asking], [answering])


def test_labels_are_mentions_and_tell_an_office() -> None:
    text = (
        "The bridge of Port Ella\n\nANNA QUILL, HOST: Will it open?\n\nVERA HOLT, CHAIR OF THE BOARD: Not soon.\n\n"
        "QUILL: Who pays?\n\nHOLT: The port."
    )
    analysis = spoken(text)
    mentions = {m.id: m for m in analysis[MENTIONS]}
    holt = next(e for e in analysis[ENTITIES] if analysis.document.words(e.name) == "VERA HOLT")
    assert [analysis.document.words(mentions[m].anchor) for m in holt.mentions] == ["VERA HOLT", "HOLT"]
    assert {mentions[m].why.by for m in holt.mentions} == {"rule:mentions.label"}
    assert (holt.kind, holt.role and analysis.document.words(holt.role)) == ("person", "CHAIR OF THE BOARD")


@pytest.mark.parametrize(
    ("lead", "label", "answers"),
    [
        ("President Vera Holt met reporters on Monday.", "THE PRESIDENT:", "Vera Holt"),
        ("Vice President Vera Holt met reporters on Monday.", "THE PRESIDENT:", None),
        ("President Vera Holt and President Jonas Berg met reporters.", "THE PRESIDENT:", None),
        ("The Gull met Vera Holt on Monday.", "H:", "Vera Holt"),
        ("The Gull met Vera Holt and Hugo Berg on Monday.", "H:", None),
    ],
)
def test_an_office_or_a_letter_names_the_only_one_above_whom_it_fits(
    lead: str, label: str, answers: str | None
) -> None:
    text = f"The bridge\n\n{lead}\n\nG: Will it open?\n\n{label} Not soon.\n\nG: Who pays?\n\n{label} The port."
    assert parties(text)[1] == [answers]


def test_a_label_that_two_may_have_is_neither() -> None:
    lead = "The bridge\n\nVera Holt chairs the board. Jonas Holt is its engineer.\n\n"
    analysis = spoken(lead + KNOWN_BY_LABEL.format("Quill:", "HOLT:", "Quill:", "HOLT:").split("\n\n", 1)[1])
    names = [analysis.document.words(e.name) for e in analysis[ENTITIES] if e.kind == "person"]
    assert [name for name in names if "H" in name] == ["Vera Holt", "Jonas Holt", "HOLT"]


def test_whoever_speaks_is_not_he_or_she() -> None:
    text = (
        "Anna Quill: Is the bridge safe?\n\nJonas Berg: It is not. He said so himself.\n\n"
        "Anna Quill: And Paul Adams, who built it?\n\nJonas Berg: He said that it would stand."
    )
    analysis = spoken("The bridge of Port Ella\n\n" + text)
    at = {m.id: m.anchor for m in analysis[MENTIONS]}
    owner = {at[m]: analysis.document.words(e.name) for e in analysis[ENTITIES] for m in e.mentions}
    he = [owner.get(m.anchor) for m in analysis[MENTIONS] if analysis.document.words(m.anchor) == "He"]
    assert he == [None, "Paul Adams"]


def test_two_ways_to_introduce_a_guest_by_a_pronoun() -> None:
    lead = "The bridge\n\nVera Holt wrote the history of Jonas Berg. {}" + DASHES
    assert parties(lead.format("Anna Quill spoke with her on Monday.")) == (["Anna Quill"], ["Vera Holt"])
    assert parties(lead.format("Here, she discusses the bridge.")) == ([None], ["Vera Holt"])


def test_a_name_that_labels_a_later_turn_does_not_name_the_first() -> None:
    text = "The bridge\n\nQ: Will it open?\n\nA: Not soon.\n\nQ: Who pays?\n\nA: The port.\n\nJonas Berg: It does not."
    assert parties(text)[1] == [None, "Jonas Berg"]
