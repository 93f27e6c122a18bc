"""One question a file: claims, events, voices, the state, verification, one page; on records made by hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.store import Store, writer
from sayso.views.claims import ClaimFilter, claims
from sayso.views.events import EventFilter, events
from sayso.views.page import page
from sayso.views.runs import status
from sayso.views.verification import verify
from sayso.views.voices import fullest, voices
from tests.kept import BRIDGE, REPORT, SPOKESMEN, keep


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = keep(tmp_path / "store.db", BRIDGE, REPORT)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["A mine", "at least 40", "It may", "Engineers", "The number"]),
        ({"narration": True}, ["A mine", "at least 40", "Rebels", "It may", "Engineers", "The number"]),
        ({"about": "ARDAL"}, ["A mine", "Engineers"]),
        ({"about": "mine", "source": "penalver"}, ["A mine"]),
        ({"source": "PEÑALVER", "level": "possible"}, ["It may"]),
        ({"source": "the Ministry"}, ["Engineers"]),
        ({"polarity": "negative"}, ["Engineers"]),
        ({"kind": "explanation"}, ["It may"]),
        ({"form": "narration"}, ["Rebels"]),
        ({"outlet": "evening"}, ["A mine", "at least 40", "It may"]),
        ({"words": "trace mine"}, ["Engineers"]),
        ({"id": "c1"}, ["at least 40", "The number"]),
        ({"about": "100%"}, []),
        ({"about": "_"}, []),
        ({"limit": 2, "offset": 1}, ["at least 40", "It may"]),
    ],
)
def test_claims_that_fit(wanted: dict[str, Any], found: list[str], store: Store) -> None:
    rows = claims(store, ClaimFilter(**wanted)).rows
    assert [words for row in rows for words in found if row.content.startswith(words)] == found
    assert len(rows) == len(found)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"type": "official"}, ["The port of Ardal is shut"]),
        ({"type": "resident"}, ["It is not"]),
        ({"type": "police"}, []),
        ({"source": "harbor"}, ["The port of Ardal is shut", "The Harbor Office is to blame"]),
        ({"source": "harbor", "type": "official"}, ["The port of Ardal is shut"]),
    ],
)
def test_claims_by_what_a_voice_is_and_whom_it_speaks_for(
    wanted: dict[str, Any], found: list[str], tmp_path: Path
) -> None:
    store = keep(tmp_path / "store.db", SPOKESMEN)
    rows = claims(store, ClaimFilter(**wanted)).rows
    assert [row.content for row in rows] == found
    store.close()


def test_a_claim_says_what_its_voice_is_and_whom_it_speaks_for(tmp_path: Path) -> None:
    store = keep(tmp_path / "store.db", SPOKESMEN)
    assert [(row.source_type, row.organisation) for row in claims(store, ClaimFilter()).rows] == [
        ("official", "Harbor Office"),
        (None, "Harbor Office"),
        ("resident", None),
    ]
    told = {line.name: (line.type, line.organisation) for line in page(SPOKESMEN.form()).voices}
    assert told == {
        "an official": ("official", "Harbor Office"),
        "Ana Ruiz": (None, "Harbor Office"),
        "a man who was there": ("resident", None),
    }
    store.close()


def test_voices_without_a_name_stay_apart(tmp_path: Path) -> None:
    store = keep(tmp_path / "store.db", SPOKESMEN, replace(SPOKESMEN, key="again.txt", outlet="Herald"))
    found = voices(store)
    assert [(voice.name, voice.claims, voice.documents) for voice in found] == [
        ("Ana Ruiz", 2, 2),
        ("an official", 1, 1),
        ("an official", 1, 1),
    ]
    assert {(voice.type, voice.organisation) for voice in found[1:]} == {("official", "Harbor Office")}
    store.close()


def test_a_type_of_voice_that_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no type of voice 'spy'; there are activist, aid"):
        claims(store, ClaimFilter(type="spy"))


def test_a_page_of_claims_knows_how_many_there_are(store: Store) -> None:
    assert claims(store, ClaimFilter(limit=2)).total == 5


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["destroyed", "attacked"]),
        ({"actor": "rebel"}, ["attacked"]),
        ({"place": "árdal"}, ["destroyed"]),
        ({"type": "assault", "status": "happened"}, ["destroyed", "attacked"]),
        ({"since": date(2020, 5, 2)}, ["attacked"]),
        ({"until": date(2020, 5, 1)}, []),
        ({"target": "rebel"}, []),
    ],
)
def test_events_that_fit(wanted: dict[str, Any], found: list[str], store: Store) -> None:
    assert [row.trigger for row in events(store, EventFilter(**wanted)).rows] == found


def test_an_event_knows_whose_account_it_is(store: Store) -> None:
    first, second = events(store, EventFilter()).rows
    assert (first.voice, first.place, first.outlet) == ("Íñigo Peñalver", "Ardal", "Évening Post")
    assert (second.voice, second.start_day, second.actors) == (None, date(2020, 5, 2), ("Rebels",))


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"type": "PARTY"}, "no event type 'PARTY'; there are ACCUSE, AGREE"),
        ({"since": date(2020, 2, 2), "until": date(2020, 1, 1)}, "swap the days"),
    ],
)
def test_what_no_event_can_fit_is_refused(wanted: dict[str, Any], message: str, store: Store) -> None:
    with pytest.raises(UsageError, match=message):
        events(store, EventFilter(**wanted))


def test_voices_and_names(store: Store) -> None:
    speaking = voices(store)
    assert [(voice.name, voice.claims, voice.documents) for voice in speaking] == [("Íñigo Peñalver", 3, 1)]
    assert (speaking[0].roles, speaking[0].aliases) == (("Colonel",), ("Peñalver",))
    (place,) = voices(store, "ardal")
    assert (place.kind, place.claims, place.documents) == ("place", 0, 2)
    assert voices(store, "PENALVER", limit=1) == speaking
    assert voices(store, "nobody") == ()


@pytest.mark.parametrize(
    ("roles", "left"),
    [
        (("retired engineer", "Retired engineer in Tampa"), ("Retired engineer in Tampa",)),
        (("Navy Secretary", "Secretary", "senator"), ("Navy Secretary", "senator")),
        (("president", "vice president"), ("president", "vice president")),
        (("minister", "former minister", "Minister of War"), ("former minister", "Minister of War")),
        (("ministerial aide", "minister"), ("ministerial aide", "minister")),
        ((), ()),
    ],
)
def test_a_role_within_another_is_told_once(roles: tuple[str, ...], left: tuple[str, ...]) -> None:
    assert fullest(roles) == left


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ({"about": "ardel"}, ("Ardal",)),
        ({"source": "Peñalvér X"}, ("Íñigo Peñalver",)),
        ({"about": "zzz", "source": "minstry"}, ("the ministry",)),
        ({"level": "uncommitted"}, ()),
        ({"about": "Ardal"}, ()),
    ],
)
def test_names_near_to_the_one_asked_for(wanted: dict[str, Any], near: tuple[str, ...], store: Store) -> None:
    found = claims(store, ClaimFilter(**wanted))
    assert (found.nearest, found.unfiltered) == (near, 5)


def test_the_state_of_a_store(store: Store) -> None:
    writer.begin_run(store, "test", "test-1", {})
    now = status(store)
    assert (now.documents, now.texts, now.claims, now.events, now.undated) == (2, 2, 6, 2, 0)
    assert now.words == len(BRIDGE.text.split()) + len(REPORT.text.split())
    assert [(run.id, run.finished is None, run.made) for run in now.runs] == [(2, True, 0), (1, False, 2)]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE claim SET content = 'a mole' WHERE content LIKE 'A mine%'", "the words of c0 are not those of its"),
        ("UPDATE text SET characters = replace(characters, 'mine', 'mole')", "is not the text that was read"),
        ("DELETE FROM claim WHERE id = 'c1'", "the words of c1 are not"),
    ],
)
def test_what_was_changed_behind_our_back_is_found(change: str, fault: str, store: Store) -> None:
    assert verify(store).faults == ()
    with sqlite3.connect(store.path) as connection:
        connection.execute(change)
    connection.close()
    assert any(fault in found for found in verify(store).faults)


def test_a_page_has_everything_in_words() -> None:
    found = page(BRIDGE.form())
    assert found.title == "Blast at the Ardal bridge", "the headline stands in for a title"
    assert [(voice.name, voice.role, voice.claims) for voice in found.voices] == [("Íñigo Peñalver", "Colonel", 3)]
    assert found.claims is not None
    assert [(line.voice, line.level, line.hedges) for line in found.claims] == [
        ("Íñigo Peñalver", "certain", ()),
        ("Íñigo Peñalver", "probable", ("probably",)),
        (None, "certain", ()),
        ("Íñigo Peñalver", "possible", ("may",)),
    ]
    assert found.events is not None
    assert [(line.place, line.when, line.voice) for line in found.events] == [
        ("Ardal", None, "Íñigo Peñalver"),
        (None, "2020-05-02", None),
    ]
    assert found.links is not None
    assert [(link.kind, link.from_, link.to, link.voice) for link in found.links] == [
        ("cause", "A mine", "destroyed the bridge", "Íñigo Peñalver")
    ]
    assert found.alternatives is not None
    assert found.alternatives[0].options == ("A mine destroyed the bridge at Ardal", "It may have been the army")
    assert found.alternatives[0].voice == "Íñigo Peñalver"


def test_a_page_in_another_language_has_no_parts() -> None:
    form = BRIDGE.form()
    for part in ("entities", "times", "numbers", "claims", "events", "links", "alternatives"):
        form[part] = None
    form["document"]["sections"] = None
    found = page(form)
    assert (found.claims, found.events, found.links, found.alternatives, found.voices) == (None, None, None, None, ())
