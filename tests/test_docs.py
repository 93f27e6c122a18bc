"""The documentation is true: its code runs, its figures are the committed results, its links lead somewhere."""

from __future__ import annotations

import doctest
import re
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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
