"""Every example of the vocabulary of stances is coded with its holder, words and target, and no counter-example is."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.document.anchor import Anchor
from sayso.document.layer import ENTITIES, MENTIONS, STANCES, Analysis
from sayso.stages.stances.lexicon import FRAMES, lexicon
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed
from tests.marked import marked

ENTRIES: list[dict[str, Any]] = vocabulary("stances")["entries"]


def by(entry: dict[str, Any]) -> str:
    return f"lexicon:stances.{entry['id']}"


def words(text: str, anchors: tuple[Anchor, ...]) -> str:
    return " … ".join(anchor.words(text) for anchor in anchors)


def mentioned(analysis: Analysis, entity: str | None, anchor: Anchor) -> bool:
    own = next(e for e in analysis[ENTITIES] if e.id == entity).mentions
    return any(m.id in own and anchor.overlaps(m.head) for m in analysis[MENTIONS])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_example(entry: dict[str, Any]) -> None:
    example = marked(entry["example"])
    analysis = analysed(example.text)
    (stance,) = (s for s in analysis[STANCES] if s.why.by == by(entry))
    assert stance.value == entry["value"]
    assert words(example.text, stance.basis) == words(example.text, example.all("basis"))
    assert words(example.text, stance.toward) == words(example.text, example.all("toward"))
    assert mentioned(analysis, stance.from_, example.one("from"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["id"])
def test_counter_example(entry: dict[str, Any]) -> None:
    assert not [s for s in analysed(entry["not"])[STANCES] if s.why.by == by(entry)]


def test_every_entry_is_defined_once_with_a_value_and_a_frame() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids))
    assert {entry["value"] for entry in ENTRIES} == vocabulary("stances")["values"].keys()
    assert {entry["frame"] for entry in ENTRIES} == set(FRAMES)
    assert all(entry["definition"] for entry in ENTRIES)


def test_no_words_are_in_two_entries_of_a_frame() -> None:
    tables = (lexicon().verbs, lexicon().nouns, lexicon().states, lexicon().judgements, lexicon().sides)
    for table in tables:
        held = [(head, p.rest, p.entry.drawn) for head, patterns in table.items() for p in patterns]
        assert len(held) == len(set(held))
