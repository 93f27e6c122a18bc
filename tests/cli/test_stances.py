"""`sayso stances`: who stands where toward whom, as a table and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.commands import Sayso
from tests.kept import Held, Name, Page, Said, keep

PAGE = Page(
    "Turkey condemned the raid on Ardal. Ana Ruiz said that Peru supports the rebels.",
    key="ardal.txt",
    outlet="Post",
    names=(Name("Turkey", "country"), Name("Peru", "country"), Name("the rebels", "armed-group"), Name("Ana Ruiz")),
    said=(Said("Ana Ruiz", "Peru supports the rebels"),),
    stances=(
        Held("Turkey", "opposes", "condemned", "the raid on Ardal"),
        Held("Peru", "supports", "supports", "the rebels", to="the rebels", claim=0),
    ),
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A store with one text, where the command looks first."""
    keep(tmp_path / "sayso.db", PAGE).close()
    return tmp_path / "sayso.db"


@pytest.mark.parametrize("width", [80, 160])
def test_the_table_says_who_to_whom_and_by_whose_account(
    width: int, sayso: Sayso, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = sayso("stances", "--from", "peru")
    shown = " ".join(done.out.split())
    assert done.code == 0
    assert max(cell_len(line) for line in done.out.splitlines()) <= width
    for words in ("Peru", "supports", "the rebels", "Ana Ruiz", "1 text", "1 of 1 stance"):
        assert words in shown


def test_json_names_the_ends_without_underscores(sayso: Sayso, kept: Path) -> None:
    (row,) = sayso("stances", "--to", "raid", "--json").value["rows"]
    assert (row["from"], row["value"], row["to"], row["toward"]) == ("Turkey", "opposes", None, "the raid on Ardal")
    assert row["sources"][0]["words"] == "Turkey condemned the raid on Ardal."


def test_what_fits_nothing_says_what_was_asked(sayso: Sayso, kept: Path) -> None:
    done = sayso("stances", "--from", "Turkei", "--value", "praises")
    shown = " ".join(done.out.split())
    assert "0 of 2 stances: none fits --from Turkei --value praises" in shown
    assert "Turkey" in shown


def test_a_value_that_there_is_not_is_wrong_usage(sayso: Sayso, kept: Path) -> None:
    done = sayso("stances", "--value", "likes")
    assert done.code == 2
    assert "'supports', 'opposes', 'blames', 'praises', 'neutral'" in done.err


def test_a_store_that_another_version_read_says_what_is_not_listed(sayso: Sayso, kept: Path) -> None:
    assert "1 document read by another version" in " ".join(sayso("stances").out.split())
