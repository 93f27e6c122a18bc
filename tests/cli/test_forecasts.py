"""The ledger from the command line: list, resolve, take back, plot."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.commands import Sayso
from tests.kept import keep
from tests.outlooks import DAM


@pytest.fixture
def dam(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    keep(path, DAM).close()
    return path


def squeezed(words: str) -> str:
    return " ".join(words.split())


def test_a_forecast_is_listed_with_its_condition_and_time_limit(sayso: Sayso, dam: Path) -> None:
    done = sayso("forecasts", "--limit", "1")
    assert done.code == 0
    said = squeezed(done.out)
    for words in (
        "Ida Rusk",
        "on condition",
        "60 to 80 %",
        "(2001-05-31)",
        "open",
        "1 of 4 forecasts",
        "1 recommendation",
    ):
        assert words in said


def test_resolve_and_see_it_scored_and_take_it_back(sayso: Sayso, dam: Path) -> None:
    done = sayso("resolve", "c0", "--outcome", "yes", "--evidence", "c5", "--by", "Ada", "--note", "on 3 May")
    assert (done.code, done.err) == (0, "")
    assert "yes by Ada" in done.out
    said = squeezed(sayso("forecasts", "--resolved").out)
    assert "shown by c5" in said
    assert "Brier score 0.090 (n=1, too few to judge anybody by)" in said
    assert "came ████████████████████ 100 % n=1" in said
    assert sayso("resolve", "c0", "--undo").code == 0
    assert sayso("forecasts", "--resolved", "--json").value["rows"] == []


def test_json_gives_the_whole_ledger(sayso: Sayso, dam: Path) -> None:
    sayso("resolve", "c0", "--outcome", "no")
    value = sayso("forecasts", "--json").value
    assert value["rows"][0]["resolution"]["outcome"] == "no"
    assert value["rows"][0]["likelihood"] == [0.6, 0.8]
    assert value["score"]["brier"] == 0.49
    assert value["kinds"] == {"forecast": 4, "recommendation": 1, "aim": 0, "question": 0}


def test_the_plot_is_written(sayso: Sayso, dam: Path, tmp_path: Path) -> None:
    sayso("resolve", "c0", "--outcome", "yes")
    done = sayso("forecasts", "--plot", "plot.svg")
    assert (done.code, done.err) == (0, "plot: plot.svg\n")
    assert ElementTree.parse(tmp_path / "plot.svg").getroot().tag.endswith("svg")
    assert sayso("forecasts", "--plot", "no/plot.svg").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["c0"], "say what became of it with --outcome yes|no|partly"),
        (["c0", "--outcome", "yes", "--undo"], "take it back with --undo alone"),
        (["c0", "--outcome", "maybe"], "'yes', 'no', 'partly'"),
        (["zz", "--outcome", "yes"], "no claim here has the id 'zz'; ids are listed by: sayso forecasts"),
        (["c5", "--outcome", "yes"], "c5 is no forecast but a report"),
        (["c0", "--outcome", "yes", "--evidence", "zz"], "no claim here has the id 'zz'"),
        (["c0", "--undo"], "nothing is resolved under the id 'c0'"),
    ],
)
def test_what_cannot_be_resolved_says_why(arguments: list[str], said: str, sayso: Sayso, dam: Path) -> None:
    done = sayso("resolve", *arguments)
    assert done.code == 2
    assert said in squeezed(done.err)
    assert sayso("forecasts", "--resolved", "--json").value["total"] == 0


@pytest.mark.parametrize("kind", ["forecast", "recommendation", "aim", "question"])
def test_every_kind_can_be_asked_for(kind: str, sayso: Sayso, dam: Path) -> None:
    done = sayso("forecasts", "--kind", kind)
    assert done.code == 0
    assert kind in done.out
