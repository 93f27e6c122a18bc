"""The documentation is true: its code runs, its figures are the committed results, its links lead somewhere."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import report

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_path_of_a_text_runs_as_written() -> None:
    page = ROOT / "docs" / "path-of-a-text.md"
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, tried = doctest.testfile(str(page), module_relative=False, optionflags=options, encoding="utf-8")
    assert tried > 10
    assert failed == 0


@pytest.mark.parametrize("page", report.PAGES, ids=lambda page: page.name)
def test_figures_are_those_of_the_committed_results(page: Path) -> None:
    words = page.read_text(encoding="utf-8")
    assert report.BLOCK.search(words)
    assert report.filled(words, report.blocks()) == words, "run make figures"


def test_the_readme_shows_what_the_demo_prints(tmp_path: Path) -> None:
    shown = re.search(r"```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    command = [sys.executable, "-m", "sayso.cli", "demo", "--store", str(tmp_path / "demo.db")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "COLUMNS": "100"})
    lines = printed.stdout.splitlines()
    assert [line for line in shown[1].splitlines() if line and line not in lines] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
