"""Sections: what must hold for every text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.layer import SECTIONS, SENTENCES
from sayso.document.records import Section
from sayso.stages import sentences
from tests.stages.cut import cut

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
    analysis = sentences.stage("fast").run(cut(text))
    by_id = {section.id: section for section in analysis[SECTIONS]}
    for sentence in analysis[SENTENCES]:
        assert by_id[sentence.section].anchor.covers(sentence.anchor)


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
