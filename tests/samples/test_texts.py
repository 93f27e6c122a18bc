"""The sample dossier itself: its size, its formats, and that no expectation rests on words that are not there."""

from __future__ import annotations

import json

import pytest
from benchmarks.expectations import Expected

from benchmarks import dossier, expectations
from sayso.samples import maine, texts
from tests.samples.pages import by_key

TEXTS = by_key()
EXPECTED = expectations.load_all()


def test_every_document_has_expectations_and_none_is_left_over() -> None:
    assert sorted(TEXTS) == sorted(expected.key for expected in EXPECTED)
    assert len(TEXTS) >= 18


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.key)
def test_the_words_of_every_expectation_are_in_its_text(expected: Expected) -> None:
    wanted = [e for e in expected.expectations if expectations.HEADINGS[e.heading].passage]
    for expectation in wanted:
        expectations.place(expectation, TEXTS[expected.key])
    for expectation in expected.expectations:
        expectations.check_names(expectation, TEXTS[expected.key])
    assert len(wanted) >= 8


def test_reading_the_folder_gives_these_documents_and_no_other() -> None:
    assert sorted(dossier.documents()) == sorted(TEXTS)


def test_the_formats_are_mixed() -> None:
    content = {path.name: path.read_bytes() for path in texts()}
    plain = {name: data for name, data in content.items() if name.endswith(".txt")}
    assert sum(name.endswith(".html") for name in content) >= 4
    assert [name for name, data in plain.items() if b"\r\n" in data] == ["02-key-west-courier-survivors.txt"]
    assert [name for name, data in plain.items() if data.startswith(b"\xef\xbb\xbf")] == [
        "06-madrid-evening-letter-qa.txt"
    ]
    with pytest.raises(UnicodeDecodeError):
        plain["04-voz-del-puerto-latin1.txt"].decode("utf-8")


def test_every_jsonl_line_has_the_input_shape() -> None:
    lines = (maine() / "14-wire-and-weeklies.jsonl").read_text(encoding="utf-8").splitlines()
    shape = {"id", "text", "title", "date", "outlet", "authors", "url"}
    assert len(lines) >= 4
    assert all({"id", "text"} <= json.loads(line).keys() <= shape for line in lines)


def test_the_texts_have_the_length_of_news() -> None:
    words = {key: len(text.split()) for key, text in TEXTS.items()}
    assert {key: count for key, count in words.items() if not 250 <= count <= 700} == {}
