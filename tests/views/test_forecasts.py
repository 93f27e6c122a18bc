"""The ledger, its filters, and how forecasts with a range of likelihood did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sayso.store import Store, writer
from sayso.store.resolutions import resolve
from sayso.views.calibration import Bin, Forecast, scored, svg
from sayso.views.forecasts import OutlookFilter, forecasts
from tests.kept import keep
from tests.outlooks import DAM


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = keep(tmp_path / "dam.db", DAM)
    yield opened
    opened.close()


def test_a_row_says_on_what_condition_by_when_and_how_likely(store: Store) -> None:
    row = forecasts(store, OutlookFilter()).rows[0]
    assert (row.voice, row.outcome, row.condition) == (
        "Ida Rusk",
        "the dam will probably break",
        "Unless the rains stop",
    )
    assert (row.horizon, row.until, row.likelihood) == ("June", date(2001, 5, 31), (0.6, 0.8))
    assert row.resolution is None


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (OutlookFilter(), ["c0", "c1", "c2", "c3"]),
        (OutlookFilter(source="rusk"), ["c0", "c1", "c2"]),
        (OutlookFilter(resolved=True), ["c1"]),
        (OutlookFilter(resolved=False), ["c0", "c2", "c3"]),
        (OutlookFilter(passed=date(2001, 5, 31)), []),
        (OutlookFilter(passed=date(2001, 6, 1)), ["c0"]),
        (OutlookFilter(kind="recommendation"), ["c4"]),
        (OutlookFilter(limit=1, offset=1), ["c1"]),
    ],
)
def test_the_conditions_that_hold(wanted: OutlookFilter, ids: list[str], store: Store) -> None:
    resolve(store, "c1", "no")
    found = forecasts(store, wanted)
    assert [row.id for row in found.rows] == ids
    assert found.kinds == {"forecast": 4, "recommendation": 1, "aim": 0, "question": 0}


def test_an_unknown_source_gets_names_like_it(store: Store) -> None:
    found = forecasts(store, OutlookFilter(source="Ida Rask"))
    assert (found.total, found.nearest) == (0, ("Ida Rusk",))


def test_only_forecasts_with_a_range_are_scored_by_its_middle(store: Store) -> None:
    resolve(store, "c0", "yes")  # said .7
    resolve(store, "c1", "no")  # said .2
    resolve(store, "c2", "yes")  # no range
    resolve(store, "c3", "partly")  # said .5
    resolve(store, "c4", "yes")  # no forecast
    found = forecasts(store, OutlookFilter())
    assert found.score is not None
    assert (found.score.count, found.score.enough) == (3, False)
    assert found.score.brier == round((0.3**2 + 0.2**2 + 0) / 3, 4)
    assert [(one.voice, one.count, one.brier) for one in found.sources] == [("Ida Rusk", 2, 0.065), ("a clerk", 1, 0)]


def test_nothing_is_scored_where_nothing_is_resolved(store: Store) -> None:
    found = forecasts(store, OutlookFilter())
    assert (found.score, found.sources, found.lost) == (None, (), ())


def test_bins_hold_their_lower_border_and_the_last_one_both() -> None:
    told = [Forecast(None, (p, p), outcome) for p, outcome in ((0, "no"), (0.2, "no"), (0.39, "yes"), (1, "yes"))]
    assert scored(None, told).bins == (
        Bin(0.0, 0.2, 1, 0, 0),
        Bin(0.2, 0.4, 2, 0.295, 0.5),
        Bin(0.8, 1.0, 1, 1, 1),
    )


def test_ten_are_enough_to_say_something() -> None:
    one = Forecast("x", (0.5, 0.5), "yes")
    assert [scored("x", [one] * n).enough for n in (9, 10)] == [False, True]
    assert scored("x", [one] * 10).brier == 0.25


def test_one_forecast_told_in_two_claims_is_one(tmp_path: Path) -> None:
    first = DAM.said[0]
    longer = replace(first, content="Unless the rains stop, the dam will probably break before June, Ida Rusk said")
    store = keep(tmp_path / "twice.db", replace(DAM, said=(longer, first)))
    assert [row.id for row in forecasts(store, OutlookFilter()).rows] == ["c1"]
    resolve(store, "c0", "yes")
    assert [row.id for row in forecasts(store, OutlookFilter()).rows] == ["c0"]
    store.close()


def test_copies_of_a_text_are_scored_once(tmp_path: Path) -> None:
    copy = replace(DAM, outlet="Evening Lamp", key="copy.txt")
    store = keep(tmp_path / "copies.db", DAM, copy)
    resolve(store, "c0", "yes")
    found = forecasts(store, OutlookFilter(resolved=True))
    assert [row.outlet for row in found.rows] == ["Evening Lamp", "Weekly Lantern"]
    assert found.score is not None
    assert found.score.count == 1
    store.close()


def test_a_resolution_whose_claim_is_gone_is_shown(store: Store) -> None:
    resolve(store, "c3", "yes")
    run = writer.begin_run(store, "test", "test-2", {})
    writer.write(store, replace(DAM, said=DAM.said[:2]).form(), None, "test-2", run)
    found = forecasts(store, OutlookFilter())
    assert [(one.claim, one.content) for one in found.lost] == [("c3", "Perhaps the mayor will resign")]


def test_the_plot_is_well_formed_and_holds_every_bin_and_range() -> None:
    told = [Forecast("a", (0.6, 0.8), "yes"), Forecast("b", (0.1, 0.3), "no"), Forecast("b", (0.15, 0.25), "partly")]
    tree = ElementTree.fromstring(svg(scored(None, told), '<"R&D">\x00'))
    space = "{http://www.w3.org/2000/svg}"
    assert len(tree.findall(f"{space}circle")) == 2
    assert len([line for line in tree.findall(f"{space}line") if line.get("class") == "one"]) == 3
    texts = [text.text for text in tree.findall(f"{space}text")]
    assert texts[0] == '<"R&D">'
    assert "too few" in str(texts[1])
    assert "prefers-color-scheme: dark" in str(tree.findtext(f"{space}style"))


def test_a_plot_of_nothing_says_so() -> None:
    assert "no resolved forecast has a range" in svg(None, "all")
