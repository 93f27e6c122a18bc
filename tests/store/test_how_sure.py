"""Tense, confidence and distance of claims, and how sure one is of events: from the text to the rows of a view."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.read import Given
from sayso.store import Store
from sayso.store.intake import add
from sayso.views.claims import ClaimFilter, claims
from sayso.views.events import EventFilter, events

TEXT = "The army claimed with low confidence that rebels had shelled the port of Odessa. Rebels may attack Odessa."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "port.txt").write_text(TEXT, encoding="utf-8")
    made = Store(tmp_path / "sayso.db")
    assert add(made, [tmp_path / "port.txt"], Given()).made == 1
    yield made
    made.close()


def test_a_claim_keeps_what_stands_beside_its_certainty(store: Store) -> None:
    [row] = claims(store, ClaimFilter(words="shelled")).rows
    assert (row.level, row.tense, row.confidence, row.distance) == ("certain", "past", "low", "claimed")


def test_what_is_not_stated_is_null(store: Store) -> None:
    [row] = claims(store, ClaimFilter(words="attack", narration=True)).rows
    assert (row.level, row.tense, row.confidence, row.distance) == ("possible", "future", None, None)


def test_an_event_keeps_how_sure_its_voice_is(store: Store) -> None:
    found = {row.trigger: (row.polarity, row.level, row.tense) for row in events(store, EventFilter()).rows}
    assert found == {"shelled": ("positive", "certain", "past"), "attack": ("positive", "possible", "future")}
