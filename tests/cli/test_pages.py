"""One text on one screen, and the same as JSON."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from sayso import terminal
from sayso.views.page import page
from tests.cli.commands import ADDED, PASSED_ON, Sayso, text
from tests.kept import BRIDGE, SPOKESMEN


def test_voices_that_are_no_entities_are_listed_after_the_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    terminal.page(Console(highlight=False), page(PASSED_ON.form()))
    shown = [line.strip() for line in capfd.readouterr().out.partition("Voices (3)")[2].splitlines()[1:4]]
    assert shown[0] == "the ministry, office: 1 claim"
    assert [line.partition(" (")[0] for line in shown[1:]] == ["an officer", "The statement"]
    assert all(re.search(r" \((unnamed|named|collective)\): 1 claim$", line) for line in shown[1:])


def test_voices_show_what_they_are_and_whom_they_speak_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    terminal.page(Console(highlight=False), page(SPOKESMEN.form()))
    shown = [line.strip() for line in capfd.readouterr().out.splitlines()]
    for line in (
        "Ana Ruiz (Harbor Office): 1 claim",
        "an official (Harbor Office): 1 claim",
        "a man who was there (unnamed, resident): 1 claim",
        "an official (Harbor Office)",
    ):
        assert line in shown


def test_markup_in_a_text_is_text(sayso: Sayso, tmp_path: Path) -> None:
    name = "[bold]x[/] [link=a]"
    (tmp_path / name.replace("/", "")).write_text("[red]Rebels shelled Ardal[/], the army said.", encoding="utf-8")
    done = sayso("read", name.replace("/", ""), "--title", name)
    assert done.code == 0
    assert name in done.out


def test_read_prints_what_is_in_a_text(sayso: Sayso, tmp_path: Path) -> None:
    text(tmp_path)
    done = sayso("read", "ardal.txt", "--outlet", "Post", "--published", "2020-05-04")
    assert (done.code, done.err) == (0, "1 seen = 1 made + 0 skipped + 0 failed\n")
    for words in ("Post · 2020-05-04 (given)", "Ana Ruiz, Colonel", "Claims", "Rebels shelled the port of Ardal"):
        assert words in " ".join(done.out.split())
    assert not (tmp_path / "sayso.db").exists(), "nothing is kept"


PAGE = """\
────────────────────────────────────────────────────────────────────────────────
Blast at the Ardal bridge
Évening Post · 2020-05-04 (given) · 45 words · bridge.txt

Voices (1)
  Íñigo Peñalver, Colonel: 3 claims

Claims (4)
  Íñigo Peñalver
  certain           A mine destroyed the bridge at Ardal
  probable          at least 40 people were probably killed (“probably”)
  the outlet
  certain           Rebels attacked a train on 2 May
  Íñigo Peñalver
  possible          It may have been the army (“may”)
  explanation

Events (2)
  ASSAULT           “destroyed”
                    happened · at Ardal · by the account of Íñigo Peñalver
  ASSAULT           Rebels “attacked”
                    happened · 2020-05-02 · by the account of the outlet

Why (1)
  cause             A mine → destroyed the bridge
                    “destroyed” · Íñigo Peñalver

Offered together (1)
  Íñigo Peñalver, one of them at most
    · A mine destroyed the bridge at Ardal
    · It may have been the army
"""


def test_a_page_reads_like_this(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    terminal.page(Console(highlight=False), page(BRIDGE.form()))
    assert "\n".join(line.rstrip() for line in capfd.readouterr().out.splitlines()).strip() == PAGE.strip()


@pytest.mark.parametrize(
    ("option", "load"),
    [
        (["--json"], json.loads),
        (["--format", "json"], json.loads),
        (["--format", "jsonl"], lambda out: [json.loads(line) for line in out.splitlines()]),
    ],
)
def test_read_as_json_goes_on_after_a_failure(
    option: list[str], load: Callable[[str], Any], sayso: Sayso, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    text(tmp_path, "b.txt", "Nobody came, the mayor said. 🕊 Ничего.")
    done = sayso("read", *option, "a.txt", "b.txt")
    failed, found = load(done.out)
    assert done.code == 3
    assert (failed["document"]["key"], failed["error"]["code"]) == ("a.txt", "not-text")
    assert found["document"]["text"] == "Nobody came, the mayor said. 🕊 Ничего."
    assert "failed a.txt" in done.err
    assert "2 seen = 1 made + 0 skipped + 1 failed" in done.err


def test_read_of_nothing_as_json_is_an_empty_array(sayso: Sayso, tmp_path: Path) -> None:
    text(tmp_path, "empty.txt", " ")
    done = sayso("read", "empty.txt", "--json")
    assert (done.code, [row["error"]["code"] for row in done.value]) == (0, ["empty"])
    (tmp_path / "none").mkdir()
    assert sayso("read", "none", "--json").value[0]["error"]["code"] == "empty-folder"


def test_read_takes_standard_input(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ADDED.encode())))
    assert sayso("read", "-", "--json").value[0]["document"]["key"] == "stdin"


def test_an_address_is_told_apart_from_a_path(sayso: Sayso) -> None:
    done = sayso("read", "https://example.com/a/")
    assert done.code == 3
    assert "failed https://example.com/a/ is an address: sayso does not fetch pages; save the page" in done.err


@pytest.mark.parametrize(
    ("command", "built", "said"),
    [
        (["gazetteer"], False, True),
        (["gazetteer"], True, False),
        (["read", "gone.txt"], False, False),
        (["read", "blank.txt"], False, True),
        (["add", "blank.txt"], False, True),
        (["add", "blank.txt"], True, False),
    ],
)
def test_making_the_place_names_is_announced(
    command: list[str], built: bool, said: bool, sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def build() -> Path:
        made.append(tmp_path)
        return tmp_path

    monkeypatch.setattr("sayso.models.gazetteer.is_built", lambda: built)
    monkeypatch.setattr("sayso.models.gazetteer.build", build)
    text(tmp_path, "blank.txt", " ")
    assert ("making the file of place names, once" in sayso(*command).err) is said
    assert bool(made) is (said or command == ["gazetteer"])
