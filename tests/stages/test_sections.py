"""Sections: what each block of a page is, in the words of pages of many layouts."""

from __future__ import annotations

import pytest

from sayso.document.layer import SECTIONS
from tests.stages.cut import cut, kinds

ARTICLE = "The council met on Monday. It did not vote on the bridge.\n\nA second meeting is planned, the clerk said."


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
