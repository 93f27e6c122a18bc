"""Every example of the vocabulary of alternatives is coded with its options, and no counter-example is."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.layer import ALTERNATIVES
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed
from tests.marked import marked

ENTRIES: list[dict[str, Any]] = vocabulary("alternatives")["entries"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_example(entry: dict[str, Any]) -> None:
    example = marked(entry["example"])
    found = analysed(example.text)[ALTERNATIVES]
    assert [(one.why.by, one.exclusive) for one in found] == [
        (f"lexicon:alternatives.{entry['id']}", entry["exclusive"])
    ]
    spans = [anchor.words(example.text).rstrip(".") for (anchor,) in found[0].spans]
    assert spans == [anchor.words(example.text) for anchor in example.all("option")]
    assert len(found[0].options) == len(spans)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_counter_example(entry: dict[str, Any]) -> None:
    assert analysed(entry["not"])[ALTERNATIVES] == ()
