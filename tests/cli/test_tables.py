"""Claims, events, names and the state of a store as tables, and what stands there where nothing is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from sayso.store import Store, writer
from tests.cli.commands import PASSED_ON, Sayso, text
from tests.kept import SPOKESMEN, keep


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["claims", "--about", "Ardel"], ["0 of 5 claims: none fits --about Ardel", "Ardal"]),
        (["claims", "--source", "Penalver", "--text", "x y"], ["--source Penalver --text 'x y'", "Íñigo Peñalver"]),
        (["claims", "--about", "zzz"], ["none fits --about zzz", "sayso who"]),
        (["claims", "--about", "Ardal", "--kind", "question"], ["Ardal is in this store: try fewer conditions"]),
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


def test_a_claim_shows_who_passed_it_on(sayso: Sayso, tmp_path: Path) -> None:
    keep(tmp_path / "sayso.db", PASSED_ON).close()
    assert "an officer, as told by the ministry" in one_column(sayso("claims").out, 16)
    rows = sayso("claims", "--json").value["rows"]
    assert [(row["voice"], row["told_by"]) for row in rows if row["content"] == "Ardal has fallen"] == [
        ("an officer", ["the ministry"])
    ]


def test_a_voice_shows_whom_it_speaks_for_and_what_it_is_where_its_words_do_not(sayso: Sayso, tmp_path: Path) -> None:
    keep(tmp_path / "sayso.db", SPOKESMEN).close()
    shown = one_column(sayso("claims").out, 16)
    assert "an official (Harbor Office)" in shown
    assert "Ana Ruiz (Harbor Office)" in shown
    assert "a man who was there (resident)" in shown


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
