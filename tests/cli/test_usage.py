"""What a command says of wrong use, of its settings and of a store that is not there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.commands import Sayso, text
from tests.kept import keep


def test_the_version(sayso: Sayso) -> None:
    assert re.fullmatch(r"sayso \d+\.\d+\.\d+\n", sayso("--version").out)


@pytest.mark.parametrize(
    "command",
    [
        "read",
        "add",
        "claims",
        "events",
        "stances",
        "who",
        "forecasts",
        "resolve",
        "status",
        "verify",
        "demo",
        "gazetteer",
    ],
)
def test_every_command_explains_itself_and_takes_json(command: str, sayso: Sayso) -> None:
    done = sayso(command, "--help")
    assert done.code == 0
    assert "--json" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["claims", "--level", "sure"], "'certain', 'probable', 'possible', 'uncommitted'"),
        (["claims", "--kind", "guess"], "'report', 'assessment', 'explanation', 'forecast', 'recommendation', 'aim'"),
        (["claims", "--polarity", "no"], "'positive', 'negative', 'unknown'"),
        (["claims", "--form", "oral"], "'direct', 'indirect', 'mixed', 'answer', 'narration', 'thought'"),
        (["events", "--status", "maybe"], "'happened', 'ongoing', 'planned', 'expected', 'hypothetical', 'denied'"),
        (["events", "--type", "PARTY"], "there is no event type 'PARTY'; there are ACCUSE, AGREE, AID, ASSAULT"),
        (["events", "--since", "12.3.2016"], "'12.3.2016' is no date; write it as 2016-12-12"),
        (["read", "x.txt", "--published", "2016-02-30"], "'2016-02-30' is no date; write it as 2016-12-12"),
        (["claims", "--limit", "0"], "greater than or equal to 1"),
        (["read"], "Missing argument 'PATH'"),
        (["claims", "--abuot", "x"], "--abuot"),
        (["unknown"], "unknown"),
    ],
)
def test_wrong_usage_names_what_is_right(arguments: list[str], said: str, sayso: Sayso, kept: Path) -> None:
    done = sayso(*arguments)
    assert done.code == 2
    assert said in " ".join(done.err.split())
    assert done.out == ""
    assert "Traceback" not in done.err
    assert "Value error" not in done.err


@pytest.mark.parametrize("command", ["read", "add", "events"])
def test_help_shows_how_a_date_is_written(command: str, sayso: Sayso) -> None:
    assert "YYYY-MM-DD" in sayso(command, "--help").out


def broken_setting(folder: Path) -> None:
    (folder / "sayso.toml").write_text('stor = "x.db"', encoding="utf-8")


def no_toml(folder: Path) -> None:
    (folder / "sayso.toml").write_text("store = ", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _: None, "sayso: there is no store sayso.db; make one with: sayso add FILE… --store sayso.db"),
        (lambda folder: (folder / "sayso.db").mkdir(), "sayso: sayso.db cannot be a store"),
        (lambda folder: text(folder, "sayso.db"), "sayso: sayso.db is not a store of sayso; nothing in it was changed"),
        (broken_setting, "the settings are store, profile, largest"),
        (no_toml, "sayso: sayso.toml is no TOML"),
    ],
)
def test_a_store_that_cannot_be_opened_gives_one_line(
    make: Callable[[Path], object], said: str, sayso: Sayso, tmp_path: Path
) -> None:
    make(tmp_path)
    done = sayso("status")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


def test_where_the_store_is_looked_for(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("given", "environment", "file"):
        keep(tmp_path / f"{name}.db").close()
    (tmp_path / "sayso.toml").write_text('store = "file.db"', encoding="utf-8")
    assert sayso("status", "--json").value["path"] == "file.db"
    monkeypatch.setenv("SAYSO_STORE", "environment.db")
    assert sayso("status", "--json").value["path"] == "environment.db"
    assert sayso("status", "--json", "--store", "given.db").value["path"] == "given.db"


def test_our_own_fault_is_called_so(sayso: Sayso, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.views.runs.status", lambda *_, **__: 1 / 0)
    done = sayso("status")
    assert done.code == 1
    assert done.err.startswith("sayso: this is our fault: ZeroDivisionError")
