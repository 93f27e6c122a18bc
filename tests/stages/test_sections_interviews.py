"""Sections of interviews and press conferences, by how their turns are marked."""

from __future__ import annotations

import pytest

from sayso.stages.sections import marks
from sayso.vocabulary.load import vocabulary
from tests.stages.cut import kinds, roles, turns

HEAD = (
    "The river and the bridge\n\nVera Holt runs the harbour board. The Ella Gull spoke with her about the bridge.\n\n"
)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        pytest.param(
            "- Will it open?\n\n- Not soon. It leaks.\n\n- Who pays?\n\n- The port pays.", "qaqa", id="dashes"
        ),
        pytest.param("– Will it open?\n– Not soon.\n– Who pays?\n– The port.", "qaqa", id="en dashes, no blank lines"),
        pytest.param("-Will it open?\n\n-Not soon.\n\n-Who pays?\n\n-The port.", "qaqa", id="dashes without a space"),
        pytest.param(
            "- Not soon, I fear.\n\n- Why?\n\n- It leaks.\n\n- Who pays?\n\n- The port pays.",
            "aqaqa",
            id="an answer first",
        ),
        pytest.param(
            "- Will it open?\n\nNot soon. It leaks.\n\n- Who pays?\n\nThe port pays.\n\nAnd the town.",
            "qaqa",
            id="dashes before questions only",
        ),
        pytest.param(
            "Will it open?\n– Not soon. It leaks.\nWho pays for it?\n– The port pays.",
            "qaqa",
            id="dashes before answers only",
        ),
        pytest.param(
            "Q: Will it open?\n\nA: Not soon.\n\nIt leaks.\n\nQ: Who pays?\n\nA: The port.", "qaqa", id="letters"
        ),
        pytest.param("Q. Will it open?\nA. Not soon.\nQ. Who pays?\nA. The port.", "qaqa", id="letters with stops"),
        pytest.param(
            "Q1: Will it open?\nA1: Not soon.\nQ2: Who pays?\nA2: The port.", "qaqa", id="letters with numbers"
        ),
        pytest.param(
            "Question: Will it open?\nAnswer: Not soon.\nQuestion: Who pays?\nAnswer: The port.", "qaqa", id="words"
        ),
        pytest.param(
            "**Q:** Will it open?\n\n**A:** Not soon.\n\n**Q:** Who pays?\n\n**A:** The port.",
            "qaqa",
            id="bold letters",
        ),
        pytest.param(
            "GULL: Will it open?\n\nHolt: Not soon.\n\nGULL: Who pays?\n\nHolt: The port.", "qaqa", id="names"
        ),
        pytest.param(
            "**Gull:** Will it open?\n\n**Holt:** Not soon.\n\n**Gull:** Who pays?\n\n**Holt:** The port.",
            "qaqa",
            id="bold names",
        ),
        pytest.param(
            "TERN (Ella Gull): Will it open?\n\nHOLT: Not soon.\n\nTERN (Ella Gull): Who pays?\n\nHOLT: The port.",
            "qaqa",
            id="role in parentheses",
        ),
        pytest.param(
            "BO TERN, HOST: Will it open?\nVERA HOLT, CHAIR OF THE BOARD: Not soon.\nTERN: Who pays?\nHOLT: The port.",
            "qaqa",
            id="role after a comma",
        ),
        pytest.param(
            "[Tern] Will it open?\n\n[Holt] Not soon.\n\n[Tern] Who pays?\n\n[Holt] The port.",
            "qaqa",
            id="names in brackets",
        ),
        pytest.param(
            "Tern:\nWill it open?\nHolt:\nNot soon.\nTern:\nWho pays?\nHolt:\nThe port.",
            "qaqa",
            id="labels on lines of their own",
        ),
        pytest.param(
            "Bo Tern\n\nWill it open?\n\nVera Holt\n\nNot soon. It leaks.\n\nAnd it rusts.\n\n"
            "Bo Tern\n\nWho pays?\n\nVera Holt\n\nThe port.",
            "qaqa",
            id="names above what they say",
        ),
        pytest.param(
            "Vera Holt\n\nThe river is what Vera Holt knows best. She spoke of it at length.\n\n"
            "Bo Tern\n\nWill it open?\n\nVera Holt\n\nNot soon. It leaks.\n\n"
            "Bo Tern\n\nWho pays?\n\nVera Holt\n\nThe port.",
            "qaqa",
            id="a byline above the introduction",
        ),
        pytest.param(
            "Bo Tern: Will it open?\n\nVera Holt: Not soon.\n\nVera Holt with the last of the bolts.\n\n"
            "Bo Tern: Who pays?\n\nVera Holt: The port.",
            "qaqa",
            id="a caption with a name under an answer",
        ),
        pytest.param(
            "Tern (00:01):\nWill it open?\nHolt (00:07):\nNot soon.\nTern (00:09):\n"
            "Who pays?\nHolt (00:12):\nThe port.",
            "qaqa",
            id="labels with times",
        ),
        pytest.param(
            "Will it open this year?\n\nHolt: Not soon.\n\nIt leaks.\n\n"
            "But people need it.\n\nHolt: They do.\n\nWho pays?\n\nHolt: The port.",
            "qaqaqa",
            id="names before answers only",
        ),
        pytest.param(
            "GULL: Will it open?\n\nNot soon. It leaks.\n\nGULL: Who pays for it?\n\nThe port pays.",
            "qaqa",
            id="names before questions only",
        ),
        pytest.param(
            "Will it open?\n\nNot soon, I think.\n\nIt leaks.\n\nWho pays?\n\nWe do.", "qaqa", id="bare questions"
        ),
        pytest.param("**Will it open?**\n\nNot soon, I think.\n\n**Who pays?**\n\nWe do.", "qaqa", id="bold questions"),
        pytest.param(
            "Tern: Will it open?\nHolt: Not soon, I think.\n\nWho pays?\nWe do.", "qaqa", id="names once, then bare"
        ),
        pytest.param(
            "- What went wrong?\n\nV. H. - The bolts.\n\nB. T. - And the paint.\n\n- Who pays?\n\nV. H. - The port.",
            "qaaqa",
            id="initials after dashes",
        ),
        pytest.param(
            "Şahin: Will it open?\n\nÖzdemir: Not soon.\n\nŞahin: Who pays?\n\nÖzdemir: The port.",
            "qaqa",
            id="capitals with marks",
        ),
        pytest.param(
            "Q: Will it open? A: Not soon.\n\nQ: Who pays? A: The port. It always has.",
            "qaqa",
            id="question and answer on one line",
        ),
        pytest.param(
            "REPORTER: Will it open? VERA HOLT: Not soon. REPORTER: Who pays? VERA HOLT: The port.",
            "qaqa",
            id="all on one line",
        ),
        pytest.param(
            "Tern: Will it open?\n\nMinister al-Hadi: Not soon.\n\nTern: Who pays?\n\nMinister al-Hadi: The port.",
            "qaqa",
            id="a name with an article",
        ),
        pytest.param(
            "Tern: Will it open?\n\nvan Holt: Not soon.\n\nTern: Who pays?\n\nvan Holt: The port.",
            "qaqa",
            id="a name that begins small",
        ),
        pytest.param(
            "Bo Tern: Welcome to the port.\n\nVera Holt: I thank you.\n\nBT: Will it open?\n\nVH: Not soon.\n\n"
            "BT: Who pays?\n\nVH: The port.",
            "qaqaqa",
            id="full names first, then initials",
        ),
        pytest.param(
            "Mr. Tern. Will it open?\n\nSenator HOLT. Not soon.\n\nMr. Tern. Who pays?\n\nSenator HOLT. The port.",
            "qaqa",
            id="titles and names that a full stop closes",
        ),
        pytest.param(
            "Ms. Tern. Will it open?\n\nThe Vice President. Not soon.\n\nMs. Tern. Who pays?\n\n"
            "The Vice President. The port.",
            "qaqa",
            id="an office that a full stop closes",
        ),
        pytest.param(
            "TERN (voice-over), HOST: Will it open?\nHOLT: Not soon.\nTERN: Who pays?\nHOLT: The port.",
            "qaqa",
            id="a remark before the role",
        ),
    ],
)
def test_styles_of_interviews(text: str, order: str) -> None:
    assert roles(HEAD + text) == order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        pytest.param(
            "HOLT: Good morning. The bridge is shut.\n\nQUESTION: For how long?\n\n"
            "HOLT: A month.\n\nQUESTION: And the ferry?\n\nHOLT: It runs.",
            "aqaqa",
            id="a statement first, several questioners",
        ),
        pytest.param(
            "THE GOVERNOR:  The bridge is shut.\nIt leaks.\n     Q    For how long?\n"
            "     THE GOVERNOR:  A month.\n     Q    Thank you, Governor.\n"
            "     THE GOVERNOR:  Thank you.",
            "aqaqa",
            id="a column of Q",
        ),
        pytest.param(
            "MODERATOR: Welcome, everyone.\n\nSENIOR OFFICIAL: The bridge is shut.\n\n"
            "OPERATOR: The first question, please.\n\nREPORTER: For how long?\n\n"
            "SENIOR OFFICIAL: A month.",
            "qaqqa",
            id="a moderator and an operator",
        ),
        pytest.param(
            "MS. HOLT: Good morning.\n\nGALE (Ella Gull): Is it shut?\n\nMS. HOLT: Yes.\n\n"
            "ADLER (Tern Post): Who decided that?\n\nMS. HOLT: I did.",
            "aqaqa",
            id="questioners by name",
        ),
        pytest.param(
            "REPORTER: You shut the bridge.\n\n"
            "Minister: I did. It leaks, you know? It has leaked for years and nobody spoke of it.\n\n"
            "REPORTER: People wait.\n\nMinister:They can take the ferry.",
            "qaqa",
            id="a reporter who does not ask",
        ),
    ],
)
def test_press_conferences(text: str, order: str) -> None:
    assert roles("The bridge: transcript\n\n" + text) == order


def test_label_and_words_of_a_turn_are_apart() -> None:
    found = turns(HEAD + "Q: Will it open?\n\nA: Not soon.\n\nIt leaks.\n\nQ: Who pays?\n\nA: The port.")
    assert found == [
        (0, "q", "Q:", "Will it open?"),
        (1, "a", "A:", "Not soon."),
        (1, "a", "", "It leaks."),
        (2, "q", "Q:", "Who pays?"),
        (3, "a", "A:", "The port."),
    ]


def test_a_clock_after_the_colon_is_no_part_of_what_is_said() -> None:
    text = (
        "Tern: (00:01)\nWill it open?\n\nHolt: (00:07)\nNot soon.\n\nTern: [1:09]\nWho pays?\n\nHolt: (1:12)\nThe port."
    )
    assert [(label, words) for _, _, label, words in turns(HEAD + text)] == [
        ("Tern: (00:01)", "Will it open?"),
        ("Holt: (00:07)", "Not soon."),
        ("Tern: [1:09]", "Who pays?"),
        ("Holt: (1:12)", "The port."),
    ]


def test_who_takes_part_is_listed_and_does_not_speak() -> None:
    text = (
        "Chair: Bo Tern, editor, Ella Gull\nSpeakers: Vera Holt, Ella Works\n\nTern: Will it open?\n\n"
        "Holt: Not soon.\n\nTern: Who pays?\n\nHolt: The port."
    )
    assert [label for _, _, label, _ in turns("The bridge\n\n" + text)] == ["Tern:", "Holt:"] * 2


def test_a_remark_of_the_editor_is_no_turn() -> None:
    text = "Q: Will it open?\n\nA: Not soon.\n\nEd.: See the map below.\n\nQ: Who pays?\n\nA: The port."
    assert [label for _, _, label, _ in turns(HEAD + text) if label] == ["Q:", "A:", "Q:", "A:"]


def test_questions_of_several_paragraphs_are_one_turn() -> None:
    text = (
        "- The bridge leaks.\n\nYour engineers said so in May. Will it open?\n\n"
        "- Not soon.\n\n- Who pays?\n\n- The port."
    )
    assert [(turn, role) for turn, role, _, _ in turns(HEAD + text)] == [
        (0, "q"),
        (0, "q"),
        (1, "a"),
        (2, "q"),
        (3, "a"),
    ]


def test_what_the_outlet_adds_below_is_no_answer() -> None:
    text = (
        "Q: Will it open?\n\nA: Not soon.\n\nQ: Who pays?\n\nA: The port.\n\n"
        "This interview has been edited for length.\n\nMs Holt's book is out in May."
    )
    assert [role for _, role, _, _ in turns(HEAD + text)] == ["q", "a", "q", "a"]


def test_a_rhetorical_question_does_not_end_an_answer() -> None:
    text = "Will it open?\n\nNot soon, I think.\n\nI ask myself every day: was it worth it?\n\nWho pays?\n\nWe do."
    assert roles(HEAD + text) == "qaqa"


LONG = " The quay was empty, the cranes stood still, and the water had risen to the doors of the customs house." * 2
TALK = (
    f"Did you see it fall?\n\nI was on the quay that day.{LONG}\n\nWho was with you?\n\nMy brother.{LONG}\n\n"
    f"And what do you want now?\n\nI want it back.{LONG}"
)
FELL = "The bridge\n\nThe bridge fell in May, and it was the last one of the port.\n\n"


def test_questions_to_somebody_who_says_i_at_length_are_an_interview_without_more() -> None:
    assert roles(FELL + TALK) == "qaqaqa"
    assert roles(FELL + TALK.replace(LONG, "")) == ""
    assert roles(FELL + TALK.replace("you", "they")) == ""
    assert roles(FELL + TALK.replace("I was", "He was").replace("My brother", "Nobody")) == ""


def test_an_interview_may_open_without_a_question_mark() -> None:
    lead = "An interview with Vera Holt\n\nVera Holt runs the port.\n\n"
    rest = "\n\nI did, from the quay.\n\nIt shook me.\n\nWho pays?\n\nWe do.\n\nBut how?\n\nWe save."
    for opens in ("You saw the bridge fall.", "I wanted to know if you saw it."):
        assert [words for _, role, _, words in turns(lead + opens + rest) if role == "q"][:2] == [
            opens[:18],
            "Who pays?",
        ]
    for opens in ("They saw the bridge fall.", "I know what you saw.", '"You saw it fall," a boy says.'):
        assert [words for _, role, _, words in turns(lead + opens + rest) if role == "q"][:1] == ["Who pays?"]


def test_what_a_stenographer_notes_is_no_answer() -> None:
    text = "HOLT: It is shut.\n\n(APPLAUSE)\n\nQUESTION: For how long?\n\nHOLT: A month.\n\n(01:20)\n\nPerhaps two."
    kinds_of = {words: kind for kind, words in kinds("The bridge: transcript\n\n" + text)}
    assert (kinds_of["(APPLAUSE)"], kinds_of["(01:20)"], kinds_of["Perhaps two."]) == (
        "boilerplate",
        "boilerplate",
        "answer",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Both sides list their demands.\n\n- An amnesty for all\n- Seats in the council\n"
            "- The mines\n- A new road\n\nTalks go on.",
            id="a list",
        ),
        pytest.param(
            "The board met on Monday.\n\nThey waited for Mr. Holt. Would he come?\n\nMr. Holt. The name was on every "
            "door.\n\nMrs. Tern. She knew him too.\n\nMr. Holt. Again and again. Who was he?\n\nNobody knew.",
            id="names as sentences",
        ),
        pytest.param(
            "The minister knew three answers: A, B and C. A: he stays? B: he goes. Nobody asked.\n\n"
            "The vote is on Friday.",
            id="letters of a list in one line",
        ),
        pytest.param(
            "The mediator has questions.\n\n- Who fired first?\n- Who paid?\n- Who knew?\n\nNobody answers.",
            id="a list of questions",
        ),
        pytest.param(
            "The mediator has questions.\n\n- Who fired first?\n- Who paid?\n- Who knew?\n"
            "- Who slept?\n\nNobody answers.",
            id="a longer list of questions",
        ),
        pytest.param(
            'The bus stops.\n\n"Where are you going?" he asks.\n\n"Home," she says.\n\n'
            '"And where is that?"\n\n"You know where."\n\n'
            "The guard talked to us. I like it here, he said.",
            id="a dialogue",
        ),
        pytest.param(
            "How do talks work?\n\nThey fail. Experts who talked to us agree.\n\n"
            "What are talks?\n\nTalks are meetings.\n\nHow often do they fail?\n\n"
            "Often, a study says.",
            id="an explainer",
        ),
        pytest.param(
            "In an interview with the Gull on Monday, the minister denied it. I know nothing, he said.\n\n"
            "Who knew?\n\nThe report names two clerks.\n\nWho paid?\n\nThe report is silent.",
            id="an article about an interview",
        ),
        pytest.param(
            "Leaders spoke on Tuesday.\n\nVeria: The king called for calm.\n\n"
            "Norland: Its envoy left. Is it worried?\n\nSud: Nobody spoke.\n\n"
            "Ostia: Who leads now? it asked.",
            id="reactions by country",
        ),
        pytest.param(
            "An interview with the board: the Gull asked.\n\nWho knew?\n\nWho paid?\n\nThe board met on Monday.",
            id="questions that nobody answers",
        ),
        pytest.param(
            'I met Vera Holt and asked her.\n\nWill it open?\n\nI saw her laugh. "Never," she said.\n\n'
            'Come again?\n\n"It is shut," Holt said. I went home.',
            id="a report that asks",
        ),
        pytest.param(
            "What should you do in a flood?\n\nClimb. I would not wait, an officer says.\n\nWhere do you go?\n\n"
            "To the hills.\n\nWhom do you call?\n\nThe port.",
            id="advice",
        ),
        pytest.param(
            "I stood on the quay and wondered: why me?\n\nWas it the storm?\n\nNobody told me.\n\n"
            "Was it the rust?\n\nI do not know.\n\nWho could tell?\n\nI went home.",
            id="a column",
        ),
        pytest.param(
            "Note: The map is old.\n\nSource: The port.\n\nNote: The road is new.\n\nSource: Who knows?", id="notes"
        ),
        pytest.param(
            "Was it a mine? The court says so.\n\nWas it coal? Two engineers say so.\n\nThe navy is silent.",
            id="questions inside paragraphs",
        ),
    ],
)
def test_articles_are_no_interviews(text: str) -> None:
    assert turns("The bridge is shut\n\n" + text) == []


@pytest.mark.parametrize("entry", vocabulary("interviews"), ids=lambda entry: entry["id"])
def test_the_vocabulary_codes_its_examples_and_no_counter_example(entry: dict[str, str]) -> None:
    def coded(line: str) -> bool:
        if entry["id"] in {"no-speaker", "remark"}:
            return marks.of(line) is None
        if "patterns" in entry:
            return marks.pattern(entry["id"]).search(line) is not None
        label = marks.of(line)
        return label is not None and label.who.strip(" .").casefold() in marks.words(entry["id"])

    assert coded(entry["example"])
    assert not coded(entry["counter_example"])


def test_turns_are_numbered_from_nought_without_gaps() -> None:
    numbers = [turn for turn, _, _, _ in turns(HEAD + "- Why?\n\n- So.\n\nAnd so.\n\n- When?\n\n- Now.")]
    assert numbers == [0, 1, 1, 2, 3]
