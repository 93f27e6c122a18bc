"""Texts added to a store: what was made, skipped and lost, and what is said of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.commands import ADDED, Sayso, text


def test_reading_again_is_one_line_and_says_what_to_type(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for number in range(7):
        text(tmp_path / "texts", f"{number}.txt", f"Ship {number} has sailed.")
    first = sayso("add", "texts", "--store", "a b.db")
    assert first.err.splitlines()[-1].endswith("claims --about NAME --store 'a b.db'")
    (tmp_path / "texts" / "0.txt").write_bytes(b"%PDF-1.4")
    again = sayso("add", "texts", "gone.txt", "--store", "a b.db")
    assert again.err.count("in the store already") == 1
    assert "skipped 6 × already" in again.err
    assert "failed there is no file or folder gone.txt" in again.err
    assert "6 skipped; to see why: " in again.err.splitlines()[-1]
    assert again.err.splitlines()[-1].endswith("sayso status --store 'a b.db'")
    shown = sayso("status", "--store", "a b.db").out
    assert shown.count("already") == 2, "the code and the message of the first"
    assert "6 × already" in shown
    assert "no file or folder gone.txt" in shown
    assert "0.txt is a PDF" in shown
    kept = sayso("status", "--store", "a b.db", "--json").value
    assert (len(kept["losses"]), kept["failures"], [tally["count"] for tally in kept["skips"]]) == (8, 2, [6])
    assert sayso("status", "--failed", "--store", "a b.db", "--json").value["skips"] == []


def test_add_as_json_says_nothing_of_what_to_type(sayso: Sayso, tmp_path: Path) -> None:
    text(tmp_path)
    assert "next" not in sayso("add", "ardal.txt", "--json").err
    assert "next" not in sayso("add", "gone.txt").err


def test_half_a_character_costs_its_own_line_only(sayso: Sayso, tmp_path: Path) -> None:
    lines = ['{"text": "Half a sign: \\ud83d, the army said."}', json.dumps({"text": ADDED})]
    text(tmp_path, "lines.jsonl", "\n".join(lines))
    done = sayso("add", "lines.jsonl", "--json")
    assert (done.code, done.value["seen"], done.value["made"]) == (3, 2, 1)
    assert done.value["losses"][0]["code"] == "bad-line"
    assert sayso("verify").code == 0


def test_what_is_added_is_found_and_accounted_for(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    text(tmp_path / "texts")
    text(tmp_path / "texts", "photo.jpg")
    first = sayso("add", "texts", "--published", "2020-05-04")
    assert (first.code, first.out) == (0, "")
    assert "skipped texts/photo.jpg is of no type" in first.err
    assert "2 seen = 1 made + 1 skipped + 0 failed" in first.err
    again = sayso("add", "texts", "--published", "2020-05-04", "--json")
    assert (again.value["made"], again.value["skipped"]) == (0, 2)
    assert {loss["code"] for loss in again.value["losses"]} == {"already", "unknown-type"}
    found = sayso("claims", "--about", "Ardal", "--json").value
    assert "Rebels shelled the port of Ardal" in found["rows"][0]["content"]
    assert sayso("add", "gone.txt").code == 3
    assert "there is no file or folder gone.txt" in sayso("status", "--failed").out
    assert sayso("verify", "--json").value["faults"] == []


SLOW = """
import sys, time
from sayso import cli
from sayso.document.layer import Analysis
from sayso.store import intake
def attempt(item, stages):
    print("analysing", item.key, flush=True)
    time.sleep(0 if item.key == "0.txt" else 60)
    return Analysis(item)
intake.attempt = attempt
cli.main()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_is_quiet_and_leaves_the_store_whole(tmp_path: Path, sayso: Sayso) -> None:
    for number in range(3):
        text(tmp_path, f"{number}.txt", f"Ship {number} has sailed.")
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "add", "0.txt", "1.txt", "2.txt"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert [process.stdout.readline().strip() for _ in range(2)] == ["analysing 0.txt", "analysing 1.txt"]
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, "")
    assert sayso("verify").code == 0
    assert sayso("status", "--json").value["runs"][0]["made"] == 1
