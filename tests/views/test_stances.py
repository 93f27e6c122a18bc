"""Who stands where toward whom: joined by names over documents, copies counted once, every source with its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.store import Store
from sayso.views.page import page
from sayso.views.stances import StanceFilter, StancePage, stances
from tests.kept import Held, Name, Page, Said, keep

WIRE = (
    "Turkey condemned the raid on Ardal on Monday. The opposition backed the raid all the same. "
    "Ana Ruiz said that Peru praised the garrison of the town. Many people blamed Peru for the fire in the port. "
    "The port of Ardal has been closed since the first days of the war."
)
NAMES = (Name("Turkey", "country"), Name("Peru", "country"), Name("Ana Ruiz"))
SAID = (Said("Ana Ruiz", "Peru praised the garrison of the town"),)
HELD = (
    Held("Turkey", "opposes", "condemned", "the raid on Ardal"),
    Held("The opposition", "supports", "backed", "the raid all the same"),
    Held("Peru", "praises", "praised", "the garrison of the town", claim=0),
    Held("Many people", "blames", "blamed", "Peru for the fire in the port", to="Peru"),
)
FIRST = Page(WIRE, key="a.txt", outlet="Post", published=date(2020, 5, 4), names=NAMES, said=SAID, stances=HELD)
COPY = Page(f"{WIRE} It rains.", key="b.txt", outlet="Echo", names=NAMES, said=SAID, stances=HELD)
OTHER = Page(
    "The opposition backed the raid. Peru was blamed by Turkey, and again Turkey blamed Peru.",
    key="c.txt",
    names=NAMES[:2],
    stances=(
        Held("The opposition", "supports", "backed", "the raid"),
        Held("Turkey", "blames", "blamed by", "Peru", to="Peru"),
        Held("Turkey", "blames", "blamed Peru", "Peru", to="Peru"),
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = keep(tmp_path / "store.db", FIRST, COPY, OTHER)
    yield made
    made.close()


def told(found: StancePage) -> list[tuple[str, str, str, int, int, int]]:
    return [(r.from_, r.value, r.to or r.toward, r.claims, r.documents, r.origins) for r in found.rows]


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        ({"from_": "turkey", "value": "blames"}, [("Turkey", "blames", "Peru", 2, 1, 1)]),
        ({"from_": "Ruiz"}, []),
        ({"to": "garrison"}, [("Peru", "praises", "the garrison of the town", 1, 1, 1)] * 2),
        ({"to": "PERU", "from_": "many"}, [("Many people", "blames", "Peru", 1, 1, 1)] * 2),
        ({"value": "neutral"}, []),
    ],
)
def test_rows_that_fit(wanted: dict[str, Any], rows: list[tuple[Any, ...]], store: Store) -> None:
    found = stances(store, StanceFilter(**wanted))
    assert told(found) == rows
    assert (found.total, found.unfiltered) == (len(rows), 10)


def test_names_are_joined_over_documents_and_copies_are_one_origin(tmp_path: Path) -> None:
    one = Held("Turkey", "blames", "condemned", "the raid on Ardal", to="Peru")
    pages = [Page(p.text, key=p.key, names=NAMES, stances=(one,)) for p in (FIRST, COPY)]
    third = Page("Turkey blames Peru.", names=NAMES[:2], stances=(Held("Turkey", "blames", "blames", "Peru", "Peru"),))
    store = keep(tmp_path / "joined.db", *pages, third)
    assert told(stances(store, StanceFilter())) == [("Turkey", "blames", "Peru", 3, 3, 2)]
    store.close()


def test_what_has_no_name_is_never_joined_over_documents(store: Store) -> None:
    found = stances(store, StanceFilter(from_="the opposition"))
    assert sorted(s.key for row in found.rows for s in row.sources) == ["a.txt", "b.txt", "c.txt"]
    assert all(row.documents == 1 for row in found.rows)


def test_every_source_has_its_sentence_and_whose_account_it_is(store: Store) -> None:
    row = stances(store, StanceFilter(from_="Peru")).rows[0]
    (source,) = row.sources
    assert source.words == "Ana Ruiz said that Peru praised the garrison of the town."
    assert (source.voice, source.basis, source.key) == ("Ana Ruiz", "praised", "a.txt")


def test_the_offset_passes_rows_over(store: Store) -> None:
    every = stances(store, StanceFilter())
    assert stances(store, StanceFilter(limit=2, offset=3)).rows == every.rows[3:5]


def test_a_name_that_is_nearly_right_is_hinted_at(store: Store) -> None:
    assert stances(store, StanceFilter(from_="Turkei")).nearest == ("Turkey",)


def test_a_value_that_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="supports, opposes, blames, praises, neutral"):
        stances(store, StanceFilter(value="likes"))


def test_the_page_of_a_text_shows_them_with_the_voice_that_tells() -> None:
    lines = page(FIRST.form()).stances
    assert lines is not None
    assert [(line.from_, line.value, line.to, line.voice) for line in lines] == [
        ("Turkey", "opposes", None, None),
        ("The opposition", "supports", None, None),
        ("Peru", "praises", None, "Ana Ruiz"),
        ("Many people", "blames", "Peru", None),
    ]
