"""Every example of the vocabulary of links is coded with its ends, and no counter-example is."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.anchor import Anchor
from sayso.document.layer import LINKS
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed
from tests.marked import marked

ENTRIES: list[dict[str, Any]] = vocabulary("links")["entries"]


def by(entry: dict[str, Any]) -> str:
    return f"lexicon:links.{entry['id']}"


def words(text: str, anchors: tuple[Anchor, ...]) -> str:
    return " … ".join(anchor.words(text) for anchor in anchors)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_example(entry: dict[str, Any]) -> None:
    example = marked(entry["example"])
    found = [link for link in analysed(example.text)[LINKS] if link.why.by == by(entry)]
    assert [(link.kind, words(example.text, link.signal)) for link in found] == [
        (entry["kind"], words(example.text, example.all("signal")))
    ]
    for anchors, name in ((found[0].from_, "from"), (found[0].to, "to")):
        assert words(example.text, anchors) == words(example.text, example.all(name))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_counter_example(entry: dict[str, Any]) -> None:
    assert not [link for link in analysed(entry["not"])[LINKS] if link.why.by == by(entry)]


def test_ids_are_unique() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids))


def test_every_kind_is_defined() -> None:
    assert {entry["kind"] for entry in ENTRIES} <= vocabulary("links")["kinds"].keys()
