"""Plain text: the characters are taken exactly as they are, or a reason is given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import Given
from tests.read.taken import document, loss, taken

SPANISH = "El cónsul no habló; “mañana”, dijo – y calló."


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), max_size=200))
def test_characters_are_never_changed(text: str) -> None:
    documents, losses = taken(text.encode(), ".txt")
    if text.strip():
        assert [found.characters for found in documents] == [text]
        assert losses == []
    else:
        assert documents == []
        assert [x.code for x in losses] == ["empty"]


@pytest.mark.parametrize(
    "text",
    [
        "a\r\nb\r\n",
        "a\rb\r",
        "a\fb",
        "a\x0bb",
        " a \n\n",
        "a\u2028b",
        "e\u0301t\u0301",
        "😀👩‍👩‍👧",
        "مرحبا",
        "Привет",
        "\u200fא",
    ],
)
def test_line_ends_accents_and_scripts_stay(text: str) -> None:
    assert document(text.encode(), ".txt").characters == text
    assert document(text.encode()).characters == text


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (SPANISH.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + SPANISH.encode(), "utf-8"),
        (SPANISH.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + SPANISH.encode("utf-16-be"), "utf-16-be"),
        (SPANISH.encode("utf-32"), "utf-32-le"),
        (SPANISH.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_are_told_apart_and_named(content: bytes, encoding: str) -> None:
    found = document(content, ".txt")
    assert found.characters == SPANISH
    assert found.original is not None
    assert found.original.reader == f"plain-1 ({encoding})"
    assert found.original.content == content


def test_latin_1_keeps_its_letters() -> None:
    assert document("El cónsul calló en Cádiz.".encode("latin-1"), ".txt").characters == "El cónsul calló en Cádiz."


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", "empty", "no words"),
        (b" \r\n\t\f\n", "empty", "no words"),
        (b"The port\x00 is shut.", "not-text", "byte 8 is null"),
        ("The port".encode("utf-16-le"), "not-text", "null"),
        (b"\xff\xfeT\x00h", "not-text", "utf-16-le"),
        (b"\xef\xbb\xbfabc\xff", "not-text", "byte 3 is not utf-8"),
        (bytes(range(1, 32)) * 20 + b"\xff\xfe\xfd", "not-text", "control characters"),
    ],
)
def test_what_is_no_text_is_a_loss_with_its_reason(content: bytes, code: str, says: str) -> None:
    found = loss(content, ".txt")
    assert found.code == code
    assert says in found.message
    assert code == "empty" or "save its text as .txt" in found.message


def test_one_line_of_a_megabyte_is_one_text() -> None:
    line = "The port is shut. " * 58_000
    assert document(line.encode(), ".txt").characters == line


def test_what_the_caller_states_wins() -> None:
    stated = Given(published=date(1931, 5, 12), outlet="The Gull", title="Shut", language="en")
    found = document(b"PORT ELLA, May 3, 1930 - The port is shut.", ".txt", stated)
    assert (found.published, found.published_basis) == (date(1931, 5, 12), "given")
    assert (found.outlet, found.title, found.language) == ("The Gull", "Shut", "en")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("PORT ELLA, May 3, 1930 (Gull Wire) - The port is shut.", date(1930, 5, 3)),
        ("The port is shut\n3 May 1930\n\nNobody may pass.", date(1930, 5, 3)),
        ("The port is shut\nPublished: 1930-05-03 14:20\n\nNobody may pass.", date(1930, 5, 3)),
        ("The port is shut\nPublished: 20/03/1930\n\nNobody may pass.", date(1930, 3, 20)),
        ("The port is shut\nLast updated on 03/20/1930 at 14:05\n\nNobody may pass.", date(1930, 3, 20)),
        ("The port is shut\nDate: 03/03/1930\n\nNobody may pass.", date(1930, 3, 3)),
        ("The port is shut\nDate of publication: 20 March 1930\n\nNobody may pass.", date(1930, 3, 20)),
        ("The port is shut\n20-03-1930\n\nNobody may pass.", date(1930, 3, 20)),
        ("The port is shut\n1930/03/20\n\nNobody may pass.", date(1930, 3, 20)),
        ("The port is shut\nPublished: 1930-03-20T14:05\n\nNobody may pass.", date(1930, 3, 20)),
        ("The port is shut\nPosted 20.03.1930, 14.05\n\nNobody may pass.", date(1930, 3, 20)),
        ("The port is shut\n03.04.1930\n\nNobody may pass.", date(1930, 4, 3)),
        ("The port is shut\nPublished: 03/04/1930\n\nNobody may pass.", None),
        ("The port is shut\nPublished: 03/04/1930\nUpdated: 20/04/1930\n\nNobody may pass.", None),
        ("The port is shut\nPublished: 31/02/1930\n\nNobody may pass.", None),
        ("The port is shut\nUpdating 20/03/1930\n\nNobody may pass.", None),
        ("The port is shut\nThe toll is 20/03/1930 no more.", None),
        ("The port has been shut since May 3, 1930, when the bridge fell.", None),
        ("The port is shut.", None),
        ("The port is shut\n31 February 1930\n\nNobody may pass.", None),
    ],
)
def test_the_day_is_the_one_the_text_states_or_unknown(text: str, day: date | None) -> None:
    found = document(text.encode(), ".txt")
    assert (found.published, found.published_basis) == (day, "stated" if day else "unknown")
    assert document(text.encode(), ".txt") == found, "reading twice gives the same"
