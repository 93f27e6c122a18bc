"""What others build on: the verbs, what importing costs, the codes of messages, the fields of `--json`."""

from __future__ import annotations

import ast
import dataclasses
import re
import subprocess
import sys
import tomllib
import typing
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.document.layer import Analysis
from sayso.read import Loss
from sayso.store.intake import Account
from sayso.store.resolutions import Resolution
from sayso.views.claims import ClaimPage
from sayso.views.events import EventPage
from sayso.views.forecasts import Ledger
from sayso.views.runs import Status
from sayso.views.stances import StancePage
from sayso.views.summary import Summary
from sayso.views.verification import Verification
from sayso.views.voices import Voice

ROOT = Path(__file__).parents[1]
HEAVY = ("spacy", "thinc", "sqlalchemy", "alembic", "pandas", "numpy", "fastapi", "torch", "trafilatura", "rich.table")


@pytest.mark.parametrize(
    "run",
    ["import sayso", "import sayso.cli", "sys.argv = ['sayso', '--help']; cli()", "sys.argv = ['sayso', '-x']; cli()"],
)
def test_starting_imports_nothing_heavy(run: str) -> None:
    program = f"""
import sys
def cli():
    from sayso.cli import main
    try:
        main()
    except SystemExit:
        pass
{run}
print("heavy:", *(name for name in {HEAVY} if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].strip() == "heavy:"


def test_the_verbs_read_and_encode(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank, the harbor office said on Monday.", encoding="utf-8")
    found, lost = sayso.read([tmp_path / "a.txt", tmp_path / "b.txt"], published=date(2020, 5, 4), outlet="Post")
    assert isinstance(found, Analysis)
    assert isinstance(lost, Loss)
    form = sayso.encode(found)
    assert (form["format"], form["document"]["outlet"], form["document"]["published"]) == (1, "Post", "2020-05-04")
    assert lost.code == "missing"
    assert list(sayso.read([])) == [], "the verb is still there when the package of its name is imported"


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sayso.__version__ == project["version"]


def codes() -> Iterator[tuple[str, str]]:
    """The code of every note and loss that the source makes, and what it is. Raises where one is no literal."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("Loss", "Note"):
                named = {word.arg: word.value for word in call.keywords}
                given = [named.get("kind"), named.get("code")]
                what, code = call.args[1:3] if call.func.id == "Loss" else (ast.Constant("note"), call.args[0])
                parts = [part for part in (what, code, *given) if part is not None]
                if not all(isinstance(part, ast.Constant) for part in parts):
                    raise AssertionError(f"{path}:{call.lineno}: a code must be a literal, so that it can be listed")
                yield ast.literal_eval(code), ast.literal_eval(what)


def test_every_message_is_explained_and_no_other() -> None:
    page = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.+) \| (.+) \|$", page, flags=re.MULTILINE)
    assert {(code, what) for code, what, _, _ in rows} == set(codes())
    assert len(rows) == len({code for code, *_ in rows})


PRINTED: dict[str, Any] = {
    "claims": ClaimPage,
    "events": EventPage,
    "stances": StancePage,
    "forecasts": Ledger,
    "resolve": Resolution,
    "who": tuple[Voice, ...],
    "status": Status,
    "verify": Verification,
    "add": Account,
    "demo": Summary,
}


def fields(kind: Any, at: str = "") -> Iterator[str]:
    """The paths of all fields of a value's type."""
    if typing.get_origin(kind) is tuple and dataclasses.is_dataclass(typing.get_args(kind)[0]):
        yield from fields(typing.get_args(kind)[0], f"{at}[]")
    elif dataclasses.is_dataclass(kind):
        for name, inner in typing.get_type_hints(kind).items():
            yield from fields(inner, f"{at}.{name.rstrip('_')}".lstrip("."))
    else:
        yield at


@pytest.mark.parametrize("command", PRINTED)
def test_the_fields_of_json_are_documented(command: str) -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    written = re.findall(r"^\| `([^`]+)` \|", section, flags=re.MULTILINE)
    elsewhere = tuple(f"{path}." for path in written if path.endswith(("[]", ".carrier")))
    meant = {path if not path.startswith(elsewhere) else None for path in fields(PRINTED[command])} - {None}
    assert {path for path in written if f"{path}." not in elsewhere} == meant
