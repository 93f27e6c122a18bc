"""The commands as a user types them: what they print, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from sayso import cli, terminal
from sayso.store import Store, writer
from sayso.views.page import page
from tests.kept import BRIDGE, REPORT, Deed, Name, Page, Said, keep

ADDED = "Rebels shelled the port of Ardal on Monday, Colonel Ana Ruiz said. She said that two men had probably died."


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)


Sayso = Callable[..., Done]


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


def text(folder: Path, name: str = "ardal.txt", words: str = ADDED) -> Path:
    (folder / name).write_text(words, encoding="utf-8")
    return folder / name


def test_the_version(sayso: Sayso) -> None:
    assert re.fullmatch(r"sayso \d+\.\d+\.\d+\n", sayso("--version").out)


@pytest.mark.parametrize("command", ["read", "add", "claims", "events", "who", "status", "verify", "demo", "gazetteer"])
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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["claims", "--about", "Ardel"], ["0 of 5 claims: none fits --about Ardel", "Ardal"]),
        (["claims", "--source", "Penalver", "--text", "x y"], ["--source Penalver --text 'x y'", "Íñigo Peñalver"]),
        (["claims", "--about", "zzz"], ["none fits --about zzz", "sayso who"]),
        (["claims", "--about", "zzz", "--narration"], ["0 of 6 claims"]),
        (["events", "--place", "Ardel", "--limit", "3"], ["0 of 2 events: none fits --place Ardel", "Ardal"]),
        (["events", "--actor", "Rebel army"], ["none fits --actor 'Rebel army'"]),
        (["events", "--since", "2021-01-01"], ["0 of 2 events: none fits --since 2021-01-01", "sayso who"]),
        (["who", "zzz"], ["no name here holds “zzz”", "sayso who"]),
    ],
)
def test_nothing_found_says_what_was_asked_and_how_to_go_on(
    arguments: list[str], said: list[str], sayso: Sayso, kept: Path
) -> None:
    done = sayso(*arguments)
    assert done.code == 0
    for words in said:
        assert words in " ".join(done.out.split())


def test_an_empty_store_has_no_names_to_offer(sayso: Sayso, tmp_path: Path) -> None:
    keep(tmp_path / "sayso.db").close()
    assert sayso("claims", "--about", "x").out == "there are no claims in this store\n"


def test_no_line_is_filled_up_where_nobody_looks(sayso: Sayso, kept: Path, tmp_path: Path) -> None:
    text(tmp_path)
    for arguments in (["claims"], ["events"], ["who"], ["status"], ["read", "ardal.txt"], ["add", "ardal.txt"]):
        done = sayso(*arguments)
        assert [line for line in (done.out + done.err).splitlines() if line != line.rstrip()] == []
        assert done.code == 0


PASSED_ON = Page(
    text="Ardal has fallen, an officer told the Post, the ministry said. The statement says that the port is shut.",
    key="passed.txt",
    outlet="Post",
    names=(Name("the ministry", "organisation", "office"),),
    said=(
        Said("the ministry", "an officer told the Post", "indirect"),
        Said("an officer", "Ardal has fallen", "indirect", via=0),
        Said("The statement", "the port is shut", "indirect"),
    ),
    deeds=(Deed("fallen", "RETREAT", claim=1),),
)


def test_a_claim_shows_who_passed_it_on(sayso: Sayso, tmp_path: Path) -> None:
    keep(tmp_path / "sayso.db", PASSED_ON).close()
    assert "an officer, as told by the ministry" in one_column(sayso("claims").out, 16)
    rows = sayso("claims", "--json").value["rows"]
    assert [(row["voice"], row["told_by"]) for row in rows if row["content"] == "Ardal has fallen"] == [
        ("an officer", ["the ministry"])
    ]


def one_column(out: str, width: int) -> str:
    """The words of the first column."""
    return " ".join(" ".join(line[:width] for line in out.splitlines()).split())


def test_a_column_without_a_word_is_left_out(sayso: Sayso, tmp_path: Path) -> None:
    keep(tmp_path / "sayso.db", PASSED_ON).close()
    heading = sayso("events").out.splitlines()[0]
    assert heading.split("  ")[0] == "what"
    assert "by whose account" in heading
    assert "to whom" not in heading
    assert "where, when" not in heading
    assert "not stated" not in sayso("events").out


def test_voices_that_are_no_entities_are_listed_after_the_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    terminal.page(Console(highlight=False), page(PASSED_ON.form()))
    shown = [line.strip() for line in capfd.readouterr().out.partition("Voices (3)")[2].splitlines()[1:4]]
    assert shown[0] == "the ministry, office: 1 claim"
    assert [line.partition(" (")[0] for line in shown[1:]] == ["an officer", "The statement"]
    assert all(re.search(r" \((unnamed|named|collective)\): 1 claim$", line) for line in shown[1:])


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
        (broken_setting, "the settings are store, largest"),
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


@pytest.mark.parametrize(
    ("arguments", "contents"),
    [
        (["--about", "ARDAL", "--source", "penalver"], ["A mine destroyed the bridge at Ardal"]),
        (["--level", "Possible"], ["It may have been the army"]),
        (["--text", '"no trace"'], ["Engineers of the ministry found no trace of a mine at Ardal"]),
        (["--about", "nobody"], []),
    ],
)
def test_claims_are_filtered(arguments: list[str], contents: list[str], sayso: Sayso, kept: Path) -> None:
    found = sayso("claims", *arguments, "--json").value
    assert [row["content"] for row in found["rows"]] == contents
    assert found["total"] == len(contents)


@pytest.mark.parametrize("width", [80, 100, 160, None])
@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (["claims"], ["Peñalver", "probable", "Évening Post", "--offset 2 shows more"]),
        (["events"], ["ASSAULT", "Rebels", "2020-05-02", "Íñigo"]),
        (["who"], ["Colonel", "also Peñalver"]),
        (["status"], ["2 documents of 2 texts", "2 seen = 2 made + 0 skipped + 0 failed"]),
        (["verify"], ["0 originals, 2 texts, 6 quotes checked: all match"]),
    ],
    ids=lambda value: value[0],
)
def test_tables_fit_the_terminal(
    command: list[str], shown: list[str], width: int | None, sayso: Sayso, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if width is None:  # no terminal
        monkeypatch.delenv("COLUMNS")
    else:
        monkeypatch.setenv("COLUMNS", str(width))
    done = sayso(*command, *(["--limit", "2"] if command == ["claims"] else []))
    assert done.code == 0
    assert max(cell_len(line) for line in done.out.splitlines()) <= (width or 80)
    for words in shown:
        assert words in " ".join(done.out.split())


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


def test_a_run_that_was_cut_off_is_shown_as_such(sayso: Sayso, kept: Path) -> None:
    store = Store(kept)
    writer.begin_run(store, "test", "test-1", {})
    store.close()
    assert "run 2" in sayso("status").out
    assert "not finished: still running, or cut off" in " ".join(sayso("status").out.split())


def test_verify_says_what_has_changed(sayso: Sayso, kept: Path) -> None:
    store = Store(kept)
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE claim SET content = 'x' WHERE id = 'c3'")
    store.close()
    done = sayso("verify")
    assert done.code == 3
    assert "1 does not match" in done.out


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


SLOW = """
import sys, time
from sayso import cli
from sayso.document.layer import Analysis
from sayso.store import intake
def attempt(item):
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
