"""The demo as a newcomer runs it, and a reader who stops reading."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.commands import Sayso


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, subprocess.CompletedProcess[str]]]:
    """The demo as a newcomer runs it, once."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "sayso.cli", "demo"]
    env = {**os.environ, "COLUMNS": "80", "OMP_NUM_THREADS": "1"}
    yield folder, subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=env)


def test_the_demo_shows_where_texts_differ(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    _, done = demo
    assert done.returncode == 0, done.stderr
    assert "20 seen = 20 made + 0 skipped + 0 failed" in done.stderr
    assert max(cell_len(line) for line in done.stdout.split("\nNext")[0].splitlines()) <= 80
    assert [line for line in done.stdout.splitlines() if line != line.rstrip()] == []
    shown = " ".join(done.stdout.split())
    for words in ("20 texts, 17 origins", "4 are one text with cuts", "Who says most", "The dead: which number?"):
        assert words in shown
    for number in ("253", "258", "260", "266"):
        assert re.search(rf"\n\s+{number}  ", done.stdout), number


def test_what_the_demo_tells_to_type_works(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, done = demo
    lines = [line.strip() for line in done.stdout.partition("\nNext\n")[2].splitlines()]
    commands = [line for line in lines if "YOURFILE" not in line]
    assert len(commands) == 3
    for command in commands:
        program = command.split()[0]
        if shutil.which(program, path=f"{folder}{os.pathsep}{os.environ['PATH']}") is None:
            pytest.fail(f"{program} is not there")
        ran = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        last = re.fullmatch(
            r"(\d+)(?: of \d+)? (?:claims|events|names)(?:; --offset \d+ shows more)?", ran.stdout.splitlines()[-1]
        )
        assert last and int(last[1]) > 0, ran.stdout[-200:]


def test_the_demo_as_json_runs_again_on_what_is_there(
    demo: tuple[Path, subprocess.CompletedProcess[str]], sayso: Sayso
) -> None:
    done = sayso("demo", "--json", "--store", demo[0] / "sayso-demo.db")
    assert (done.code, done.value["documents"]) == (0, 20)
    assert "20 seen = 0 made + 20 skipped + 0 failed" in done.err


def test_the_war_that_was_forecast_for_april_is_resolved(
    demo: tuple[Path, subprocess.CompletedProcess[str]], sayso: Sayso
) -> None:
    store = ("--store", demo[0] / "sayso-demo.db")
    rows = sayso("forecasts", "--source", "Dane", "--open", "--json", *store).value["rows"]
    (war,) = [row for row in rows if row["outcome"] == "War will follow"]
    assert war["condition"] == "unless Spain grants an armistice in Cuba before the middle of April"
    assert war["horizon"] == "the middle of April"
    shown = sayso("claims", "--text", '"Congress declared war"', "--narration", "--json", *store).value["rows"][0]["id"]
    done = sayso("resolve", war["id"][:8], "--outcome", "yes", "--evidence", shown, "--by", "a test", *store)
    assert (done.code, done.err) == (0, "")
    (resolved,) = sayso("forecasts", "--resolved", "--json", *store).value["rows"]
    assert (resolved["id"], resolved["resolution"]["evidence"]) == (war["id"], shown)
    assert sayso("resolve", war["id"], "--undo", *store).code == 0
    assert sayso("forecasts", "--resolved", "--json", *store).value["rows"] == []


def test_nobody_reading_on_is_quiet(kept: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m sayso.cli claims --narration --store {kept} | true; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable=shutil.which("bash"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout.strip() in ("141", "0"), "0 where it was all in the pipe before the reader left"
