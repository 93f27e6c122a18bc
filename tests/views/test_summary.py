"""A store at a glance: counts, origins with what they share, numbers and explanations that differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from sayso import terminal
from sayso.store import Store
from sayso.views.summary import Tally, summary
from tests.kept import BRIDGE, REPORT, Name, Page, Said, keep

COPY = replace(
    BRIDGE,
    text=BRIDGE.text.replace("ARDAL - ", ""),
    key="copy.txt",
    outlet="Herald",
    published=date(2020, 5, 5),
    links=(),
)


def made(path: Path, *pages: Page) -> Store:
    return keep(path / "store.db", *pages)


def test_a_store_at_a_glance(tmp_path: Path) -> None:
    store = made(tmp_path, BRIDGE, REPORT, replace(COPY, published=None))
    found = summary(store)
    assert (found.documents, found.texts, found.undated) == (3, 3, 1)
    assert (found.first_day, found.last_day) == (date(2020, 5, 4), date(2020, 5, 9))
    assert (found.claims, found.narrated, found.events) == (8, 2, 4)
    assert found.kinds == (Tally("report", 6), Tally("explanation", 2))
    assert found.levels == (Tally("certain", 4), Tally("possible", 2), Tally("probable", 2))
    assert {tally.name for tally in found.outlets} == {"Évening Post", "Herald", "Daily Mirror of Ardal"}
    assert found.about[0] == Tally("Ardal", 3)
    assert [(voice.name, voice.claims, voice.documents) for voice in found.voices] == [("Íñigo Peñalver", 6, 2)]
    store.close()


def test_copies_are_one_origin_and_show_what_they_share(tmp_path: Path) -> None:
    store = made(tmp_path, REPORT, COPY, BRIDGE)
    found = summary(store)
    assert (found.compared, found.origins) == (3, 2)
    (origin,) = found.copies
    assert [carrier.outlet for carrier in origin.carriers] == ["Évening Post", "Herald"], "the earliest first"
    assert "Peñalver said that at least 40 people were probably killed." in {line.words for line in origin.shared}
    store.close()


def test_numbers_that_exclude_each_other_are_laid_side_by_side(tmp_path: Path) -> None:
    store = made(tmp_path, BRIDGE, COPY, REPORT)
    (differing,) = summary(store).numbers
    assert (differing.counts, differing.about) == ("dead", ("Ardal",))
    assert [(line.low, line.high, line.voice, len(line.carriers)) for line in differing.lines] == [
        (40, None, "Íñigo Peñalver", 2),
        (31, 31, "a doctor", 1),
    ]
    assert differing.lines[1].words == "The number of the dead is 31, a doctor said."
    store.close()


def test_an_explanation_held_and_denied_names_both_sides(tmp_path: Path) -> None:
    store = made(tmp_path, BRIDGE, COPY, REPORT)
    (opposed,) = summary(store).explanations
    assert (opposed.cause, opposed.about) == ("mine", ("Ardal",))
    assert [(line.voice, line.carrier.outlet) for line in opposed.held] == [("Íñigo Peñalver", "Évening Post")]
    assert [(line.voice, line.claim) for line in opposed.denied] == [("the ministry", "c0")]
    store.close()


@pytest.mark.parametrize("pages", [(), (BRIDGE,), (BRIDGE, COPY)], ids=["nothing", "one text", "one origin"])
def test_one_origin_does_not_differ_from_itself(pages: tuple[Page, ...], tmp_path: Path) -> None:
    store = made(tmp_path, *pages)
    found = summary(store)
    assert (found.numbers, found.explanations, found.documents) == ((), (), len(pages))
    store.close()


def test_an_article_is_small_within_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = "The President said the port is shut. Theo Vance said The President lied."
    names = (Name("The President"), Name("Theo Vance"))
    said = (Said("Theo Vance", "The President lied"), Said("The President", "Theo Vance said The President lied"))
    store = made(tmp_path, Page(line, names=names, said=said))
    terminal.summary(Console(width=80), summary(store))
    (about,) = [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip().startswith("about")]
    assert sorted(about.removeprefix("about").strip().split(" · ")) == ["Theo Vance 1", "the President 2"]
    store.close()
