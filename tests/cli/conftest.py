"""A command line in an empty folder, and a store for it to look in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from sayso import cli
from tests.cli.commands import Done, Sayso
from tests.kept import BRIDGE, REPORT, keep


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Sayso:
    """Run a command in an empty folder, in this process; 80 columns unless told."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("SAYSO_STORE", raising=False)

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["sayso", *map(str, arguments)])
        code: Any = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code or 0
        return Done(code, *capfd.readouterr())

    return run


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A store with two texts made by hand, at the place where commands look first."""
    path = tmp_path / "sayso.db"
    keep(path, BRIDGE, REPORT).close()
    return path
