"""What stands beside certainty on the page of one text: an analyst's confidence, the outlet's distance."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import Sayso, text

CLAIMED = "The army claimed with low confidence that rebels had probably shelled the port of Odessa."


def test_the_page_shows_confidence_and_distance_apart_from_the_hedges(sayso: Sayso, tmp_path: Path) -> None:
    text(tmp_path, words=CLAIMED)
    shown = " ".join(sayso("read", "ardal.txt").out.split())
    assert "low confidence" in shown
    assert "(“probably”)" in shown
    assert "(at a distance: “claimed”)" in shown


def test_the_table_of_claims_shows_confidence(sayso: Sayso, tmp_path: Path) -> None:
    text(tmp_path, words=CLAIMED)
    assert sayso("add", "ardal.txt").code == 0
    [row] = sayso("claims", "--text", "shelled", "--json").value["rows"]
    assert (row["level"], row["confidence"], row["distance"]) == ("probable", "low", "claimed")
    assert "confidence" in sayso("claims", "--text", "shelled").out


def test_nothing_is_shown_where_nothing_is_stated(sayso: Sayso, tmp_path: Path) -> None:
    text(tmp_path, words="The army said that rebels had shelled the port of Odessa.")
    shown = sayso("read", "ardal.txt").out
    assert "confidence" not in shown and "distance" not in shown
