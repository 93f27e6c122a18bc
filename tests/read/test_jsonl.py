"""JSON lines: own field names, news-please's and event coders'; a bad line never costs the others."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.pipeline import analyse
from tests.read.taken import document, taken

TEXT = "The port is shut, the clerk said. Nobody may pass."


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120), st.booleans())
def test_characters_are_never_changed(text: str, escaped: bool) -> None:
    documents, losses = taken(json.dumps({"id": "a", "text": text}, ensure_ascii=escaped).encode(), ".jsonl")
    if text.strip():
        assert [found.characters for found in documents] == [text]
    else:
        assert [x.code for x in losses] == ["empty"]


@pytest.mark.parametrize(
    "names",
    [
        "id text title date outlet authors url",
        "id maintext title date_publish source_domain authors url",  # news-please
        "story_id content headline pub_date publisher author link",
        "event_id event_text title date source authors url",  # event coders
        "key body title published outlet authors url",
    ],
)
@pytest.mark.parametrize("day", ["1931-05-12", "1931-05-12 06:00:00", "1931-05-12T06:00:00Z", "19310512", 19310512])
def test_field_names(names: str, day: str | int) -> None:
    values = (7, TEXT, " Shut ", day, "Gull", "Ada Quill", "http://g.example/7")
    found = document(line(**dict(zip(names.split(), values, strict=True)), other=[1]), ".jsonl")
    assert (found.key, found.characters, found.title, found.outlet) == ("7", TEXT, "Shut", "Gull")
    assert (found.published, found.published_basis) == (date(1931, 5, 12), "given")
    assert (found.authors, found.url) == (("Ada Quill",), "http://g.example/7")


@pytest.mark.parametrize(
    ("bad", "code", "says"),
    [
        (b'{"text": ', "bad-json", "no JSON object"),
        (b'{"id": "x"}', "bad-line", "text"),
        (b'{"text": null}', "bad-line", "text"),
        (b'{"text": ["a"]}', "bad-line", "text"),
        (b'{"text": "   "}', "empty", "no words"),
        (b'["text"]', "bad-line", "the line"),
        (b"7", "bad-line", "the line"),
        (b'{"text": "half \\ud800 a pair"}', "bad-line", "half a character"),
        (b"[" * 100_000, "bad-line", "nested too deeply"),
        (b'{"text": "a", "id": ' + b"9" * 5_000 + b"}", "bad-line", "a number that is too long"),
    ],
)
def test_a_bad_line_is_a_loss_with_its_number_and_the_rest_go_on(bad: bytes, code: str, says: str) -> None:
    documents, losses = taken(b"\n".join([line(id="a", text=TEXT), b"", bad, line(id="b", text=TEXT)]), ".jsonl")
    assert [found.key for found in documents] == ["a", "b"]
    (lost,) = losses
    assert (lost.key, lost.code) == ("test:3", code)
    assert says in lost.message


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b'{"text": "a", "date": "some day"}', "'some day' is no date"),
        (b'{"text": "a", "date_publish": 12}', "'12' is no date"),
        (b'{"text": "a", "outlet": ["x"]}', "the field outlet"),
        (b'{"text": "a", "authors": 7, "date": "1898-13-40"}', "'1898-13-40' is no date"),
    ],
)
def test_one_bad_field_never_costs_the_text(bad: bytes, says: str) -> None:
    [document], losses = taken(bad, ".jsonl")
    assert losses == []
    assert document.published is None and document.outlet is None and document.authors == ()
    assert any(says in doubt for doubt in document.doubts)
    assert [note.message for note in analyse(document).notes if note.code == "bad-field"] == list(document.doubts)


def test_a_line_without_an_id_is_named_by_its_number() -> None:
    documents, _ = taken(line(text=TEXT) + b"\r\n\r\n" + line(text=TEXT, id=""), ".jsonl")
    assert [found.key for found in documents] == ["test:1", "test:3"]


def test_lines_of_one_id_are_all_kept() -> None:
    documents, losses = taken(line(id="a", text=TEXT) + b"\n" + line(id="a", text="Open."), ".jsonl")
    assert [(found.key, found.characters) for found in documents] == [("a", TEXT), ("a", "Open.")]
    assert losses == []


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ""])
def test_a_mark_before_and_line_separators_inside(suffix: str) -> None:
    text = "The port\u2028is\u0085shut.\u2029"
    assert document(b"\xef\xbb\xbf" + line(id="a", text=text), suffix).characters == text


def test_empty_fields_are_not_known() -> None:
    found = document(line(text=TEXT, title="", outlet=" ", authors=None, url="", language=None, date=""), ".jsonl")
    assert (found.title, found.outlet, found.authors, found.url, found.published) == (None, None, (), None, None)
    assert found.published_basis == "unknown"


def test_a_text_that_begins_with_a_brace_is_no_json() -> None:
    assert document(b"{The port} is shut.").characters == "{The port} is shut."
