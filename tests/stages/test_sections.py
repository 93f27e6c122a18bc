"""Sections: what each block of a page is, in the words of pages of many layouts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.layer import SECTIONS, SENTENCES, Analysis
from sayso.document.records import Section
from sayso.document.text import Document, Text
from sayso.stages import sections, sentences
from sayso.stages.sections import marks
from sayso.vocabulary.load import vocabulary


def cut(text: str, title: str | None = None) -> Analysis:
    return sections.STAGE.run(Analysis(Document(Text(text), key="test", title=title)))


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Kind and first words of each section."""
    analysis = cut(text, title)
    return [(s.kind, analysis.document.words(s.anchor)[:24]) for s in analysis[SECTIONS]]


def turns(text: str) -> list[tuple[int, str, str, str]]:
    """Number, role, label and first words of each block of an interview."""
    analysis = cut(text)
    words = analysis.document.words
    return [
        (s.turn, s.kind[0], words(s.label) if s.label else "", words(s.anchor)[:18])
        for s in analysis[SECTIONS]
        if s.turn is not None
    ]


def roles(text: str) -> str:
    """The roles of the turns in order, as in "qaqa"."""
    return "".join(role for _, role in dict.fromkeys((turn, role) for turn, role, _, _ in turns(text)))


ARTICLE = "The council met on Monday. It did not vote on the bridge.\n\nA second meeting is planned, the clerk said."


# --- the furniture of a page


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("Bridge stays shut\n\n" + ARTICLE, None, ["headline", "lead", "paragraph"]),
        ("Bridge stays shut\n\nBridge stays shut\n\n" + ARTICLE, None, ["headline", "headline", "lead", "paragraph"]),
        ("BRIDGE STAYS SHUT\n\nBridge stays shut!\n\n" + ARTICLE, None, ["headline", "headline", "lead", "paragraph"]),
        ("Who shut the bridge?\n\n" + ARTICLE, None, ["headline", "lead", "paragraph"]),
        ("Vera Holt: “The bridge must go”\n\n" + ARTICLE, None, ["headline", "lead", "paragraph"]),
        (ARTICLE, None, ["lead", "paragraph"]),
        (ARTICLE, "Bridge stays shut", ["lead", "paragraph"]),
        ("Bridge stays shut\n\n" + ARTICLE, "Bridge Stays Shut", ["headline", "lead", "paragraph"]),
        (
            "Bridge stays shut\nBy Ada Quill\n12 May 1931\n\n" + ARTICLE,
            None,
            ["headline", "byline", "dateline", "lead", "paragraph"],
        ),
        ("Bridge stays shut\n12.05.1931 - 14:20\n" + ARTICLE, None, ["headline", "dateline", "lead", "paragraph"]),
        (
            "Bridge stays shut\nLocal news 12 May 1931 14:20\n" + ARTICLE,
            None,
            ["headline", "dateline", "lead", "paragraph"],
        ),
        (
            "Bridge stays shut\nCouncil puts off its vote for a second time\n\n" + ARTICLE,
            None,
            ["headline", "headline", "lead", "paragraph"],
        ),
        ("Skip to content\nBridge stays shut\n\n" + ARTICLE, None, ["boilerplate", "headline", "lead", "paragraph"]),
        ("* * *\n\nBridge stays shut\n\n" + ARTICLE, None, ["boilerplate", "headline", "lead", "paragraph"]),
        (
            "Bridge stays shut\n\nPORT ELLA, May 12 (Gull Wire) - " + ARTICLE,
            None,
            ["headline", "dateline", "lead", "paragraph"],
        ),
        ("Bridge stays shut\n\nPort Ella, May 12 – " + ARTICLE, None, ["headline", "dateline", "lead", "paragraph"]),
        ("Bridge stays shut\n\nPORT ELLA — " + ARTICLE, None, ["headline", "dateline", "lead", "paragraph"]),
        (
            "Bridge stays shut\n\nThe bridge at dawn. Photo: Ada Quill\n\n" + ARTICLE,
            None,
            ["headline", "caption", "lead", "paragraph"],
        ),
        (
            "Bridge stays shut\n\nCars wait at the bridge on Monday REUTERS/Ada Quill\n\n" + ARTICLE,
            None,
            ["headline", "caption", "lead", "paragraph"],
        ),
        (
            "Bridge stays shut\n\nSlideshow (3 images)\n\n" + ARTICLE,
            None,
            ["headline", "boilerplate", "lead", "paragraph"],
        ),
        (ARTICLE + "\n\nThe Ella Gull\n\non YouTube", None, ["lead", "paragraph", "boilerplate", "boilerplate"]),
        (ARTICLE + "\n\n(Reporting by Ada Quill; editing by Bo Tern)", None, ["lead", "paragraph", "boilerplate"]),
        (
            ARTICLE + "\n\nComments\nPlease be kind to each other here. Thank you.",
            None,
            ["lead", "paragraph", "boilerplate", "boilerplate"],
        ),
        (ARTICLE + "\n\nSource: The Ella Gull", None, ["lead", "paragraph", "boilerplate"]),
        ("The council met.\n\nRead also: Ferry sinks\n\nIt did not vote.", None, ["lead", "boilerplate", "paragraph"]),
        (
            "Contents\n• The bridge\n• The ferry\n\n" + ARTICLE,
            None,
            ["headline", "paragraph", "paragraph", "lead", "paragraph"],
        ),
    ],
)
def test_blocks_of_a_page(text: str, title: str | None, found: list[str]) -> None:
    assert [kind for kind, _ in kinds(text, title)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell on Tuesday.",
        "Follow the money, the prosecutor said.",
        "Terms of the deal were not told.",
        "Most popular of all was the harbour plan.",
        "Related charges were dropped.",
        "Comments by the envoy angered the port.",
        "Cookies were handed out to the marchers.",
        "See Major Ortega's report, the note says.",
    ],
)
def test_sentences_that_begin_as_furniture_does_stay_paragraphs(sentence: str) -> None:
    assert [kind for kind, _ in kinds(f"The port was calm.\n\n{sentence}\n\nNobody was hurt.")] == [
        "lead",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "insertion",
    [
        "(banned in Russia)",
        "(outlawed in Veria)",
        "(an organization banned in Veria)",
        "(recognised as extremist in Veria)",
        "(designated a terrorist group by Veria)",
        "(which is banned in Veria)",
        "[sic]",
        "(the harbour master - ed.)",
        "(Ed. note: the bridge)",
        "(Laughter.)",
        "[inaudible 00:01:12]",
        "(in French)",
    ],
)
def test_insertions_lie_inside_their_paragraph(insertion: str) -> None:
    analysis = cut(f"The Grey Front {insertion} holds the bridge. Nobody crosses.")
    lead, inserted = analysis[SECTIONS]
    assert analysis.document.words(inserted.anchor) == insertion
    assert inserted.kind == "insertion"
    assert lead.anchor.covers(inserted.anchor)


@pytest.mark.parametrize(
    "words", ["(in Veria)", "(in 2015)", "(end of the war)", "(the old one)", "(he laughed and went on)"]
)
def test_parentheses_of_the_author_are_no_insertions(words: str) -> None:
    assert [kind for kind, _ in kinds(f"The Grey Front {words} holds the bridge. Nobody crosses.")] == ["lead"]


# --- interviews, by how their turns are marked

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
        if entry["id"] == "no-speaker":
            return marks.of(line) is None
        if "patterns" in entry:
            return marks.pattern(entry["id"]).search(line) is not None
        label = marks.of(line)
        return label is not None and label.who.strip(" .").casefold() in marks.words(entry["id"])

    assert coded(entry["example"])
    assert not coded(entry["counter_example"])


# --- what must hold for every text

LINES = st.sampled_from(
    [
        "",
        "",
        " ",
        "\t",
        "- ",
        "-",
        "– Who pays?",
        "- The port pays.",
        "Q: Will it open?",
        "A: Not soon.",
        "Q.",
        "HOLT:",
        "HOLT: No.",
        "Tern: Why?",
        "[Tern] Why?",
        "V. H. - It leaks.",
        "**Why?**",
        "Will it open?",
        "By Ada Quill",
        "12 May 1931",
        "* * *",
        "(APPLAUSE)",
        "Comments",
        "Tags:",
        "on YouTube",
        "Photo: A bridge",
        "PORT ELLA, May 12 (Gull Wire) -",
        "PORT ELLA — The port (banned in Veria) is shut.",
        "The council met on Monday.",
        "a line that goes on",
        "BRIDGE SHUT",
        "Bridge stays shut",
        "😀😀",
        "مرحبا بالعالم",
        "Привет: мир?",
        "e\u0301t\u0301",
        "(sic)",
        "()",
        "[]",
        "(Laughter.)",
        "Interview with Vera Holt",
        "http://a.example/b c",
        "\x0b",
        "\x0c",
        "\u2028",
        "\x85",
        "\u00a0",
        "\x1c",
    ]
)
TEXTS = st.one_of(
    st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\f", "\n \n"])), max_size=14).map(
        lambda pairs: "".join(line + end for line, end in pairs)
    ),
    st.text(max_size=120),
)


def _own_characters(section: Section) -> set[int]:
    label = range(section.label.start, section.label.end) if section.label else range(0)
    return {*range(section.anchor.start, section.anchor.end), *label}


@settings(max_examples=600, deadline=None)
@given(TEXTS, st.sampled_from([None, "Bridge stays shut"]))
def test_sections_cover_every_word_once_and_in_order(text: str, title: str | None) -> None:
    found = cut(text, title)[SECTIONS]
    outer = [section for section in found if section.kind != "insertion"]
    covered: set[int] = set()
    for section in outer:
        own = _own_characters(section)
        assert not own & covered
        covered |= own
    assert {i for i, character in enumerate(text) if not character.isspace()} <= covered
    starts = [section.anchor.start for section in outer]
    assert starts == sorted(starts)
    for section in found:
        assert not text[section.anchor.start].isspace() and not text[section.anchor.end - 1].isspace()
        if section.kind == "insertion":
            assert any(other.anchor.covers(section.anchor) for other in outer)
    assert len({section.id for section in found}) == len(found)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_sentences_never_cross_sections(text: str) -> None:
    analysis = sentences.STAGE.run(cut(text))
    by_id = {section.id: section for section in analysis[SECTIONS]}
    for sentence in analysis[SENTENCES]:
        assert by_id[sentence.section].anchor.covers(sentence.anchor)


def test_turns_are_numbered_from_nought_without_gaps() -> None:
    numbers = [turn for turn, _, _, _ in turns(HEAD + "- Why?\n\n- So.\n\nAnd so.\n\n- When?\n\n- Now.")]
    assert numbers == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    "filler",
    ["A" * 50_000, "( " * 20_000, "A. " * 20_000, "? " * 20_000, "\n" * 50_000, "- \n" * 20_000, "Q: " * 20_000],
)
def test_hostile_texts_are_cut_without_a_fault(filler: str) -> None:
    text = "Port\n\n" + filler
    found = cut(text)[SECTIONS]
    ends, starts = [0, *(one.anchor.end for one in found)], [*(one.anchor.start for one in found), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    left = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert not re.search(r"\S", left), "every word is in a section, and none in two"
