"""Format 1: exact spans, null for what was not looked at, the same bytes twice."""

from __future__ import annotations

import json

from sayso.document.codec import encode, encode_failure
from sayso.document.layer import Analysis
from sayso.document.text import Document, Text
from tests.analysed import analysed

TEXT = "Havana, in short: the ministry said 😀 the fleet had left.\r\n\r\nIt «may» return."


def test_layers_that_were_not_made_are_null() -> None:
    form = encode(Analysis(Document(Text("x"), key="k")))
    assert form["claims"] is None and form["document"]["sections"] is None
    assert form["document"]["published"] is None and form["document"]["published_basis"] == "unknown"


def test_layers_that_were_made_are_lists_and_spans_index_the_callers_text() -> None:
    form = encode(analysed(TEXT))
    assert form["document"]["text"] == TEXT
    for name in ("entities", "times", "numbers", "claims", "events", "links", "alternatives"):
        assert isinstance(form[name], list)
    for section in form["document"]["sections"]:
        start, end = section["span"]
        assert TEXT[start:end].strip() == TEXT[start:end] != ""


def test_a_source_says_what_it_is_and_whom_it_speaks_for() -> None:
    form = encode(analysed("A spokesman for the Foreign Ministry said the bridge was closed."))
    (source,) = [claim["source"] for claim in form["claims"] if claim["cue"]]
    names = {entity["id"]: entity["name"] for entity in form["entities"]}
    assert (source["kind"], source["type"]) == ("unnamed", "official")
    assert names[source["organisation"]] == "Foreign Ministry"


def test_two_runs_give_the_same_bytes() -> None:
    once, twice = (json.dumps(encode(analysed(TEXT)), ensure_ascii=False) for _ in range(2))
    assert once == twice


def test_a_failure_is_a_line_of_its_own() -> None:
    assert encode_failure("a.txt", "empty", "a.txt is empty")["error"] == {"code": "empty", "message": "a.txt is empty"}
