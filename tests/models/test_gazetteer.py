"""The gazetteer finds places under their spellings, and its file is never half a file."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.models import gazetteer, gazetteer_source
from sayso.models.gazetteer_facts import Facts, Row
from sayso.models.gazetteer_spread import Spread
from sayso.models.sphere import km_between

FEW = (
    Row(1, "Alpha", "city", "SYR", "1", 35.0, 38.0, 9000, 1.0, ("Al-Alpha",)),
    Row(2, "Beta", "city", "IRQ", "1", 33.0, 44.0, 500, 1.0),
)


def few() -> Iterator[Row]:
    yield from FEW


def breaking() -> Iterator[Row]:
    yield FEW[0]
    raise RuntimeError("stopped in the middle")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh cache folder, and a source of two places."""
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(gazetteer_source, "places", few)
    _forget()
    yield tmp_path / "cache"
    _forget()


def _forget() -> None:
    gazetteer._connection.cache_clear()
    gazetteer._lookup.cache_clear()
    gazetteer._country.cache_clear()


@pytest.mark.parametrize(
    ("name", "geonames", "country"),
    [
        ("Tadmur", 163808, "SYR"),
        ("Tadmor", 163808, "SYR"),
        ("Halab", 170063, "SYR"),
        ("Raqqa", 172955, "SYR"),
        ("Ar-Raqqah", 172955, "SYR"),
        ("al-Raqqa", 172955, "SYR"),
        ("Deir ez-Zor", 170794, "SYR"),
        ("Deir al-Zour", 170794, "SYR"),
        ("Kyiv", 703448, "UKR"),
        ("Kiev", 703448, "UKR"),
        ("St. Petersburg", 498817, "RUS"),
        ("Havana", 3553478, "CUB"),
        ("Key West", 4160812, "USA"),
        ("Burma", 1327865, "MMR"),
    ],
)
def test_first_place_of_a_name(name: str, geonames: int, country: str) -> None:
    first = gazetteer.lookup(name)[0]
    assert (first.geonames, first.country) == (geonames, country)


@pytest.mark.parametrize("name", ["Palmyra", "Palmira"])
def test_ambiguous_names_keep_their_namesakes(name: str) -> None:
    found = gazetteer.lookup(name)
    assert 163808 in {place.id for place in found}
    assert len({place.country for place in found}) > 1


@pytest.mark.parametrize(
    ("name", "kind", "country", "near"),
    [
        ("Anbar", "province", "IRQ", (33.0, 41.8)),
        ("Helmand", "province", "AFG", (31.4, 64.2)),
        ("Hadramawt", "province", "YEM", (16.5, 49.5)),
        ("Luhansk", "province", "UKR", (48.9, 39.0)),
        ("Texas", "province", "USA", (31.5, -99.3)),
        ("Kapisa", "province", "AFG", (35.0, 69.6)),
        ("Donbas", "region", "UKR", (48.3, 38.0)),
        ("Gaza Strip", "region", "PSE", (31.4, 34.4)),
        ("Kashmir", "region", None, (34.1, 75.0)),
        ("Black Sea", "sea", None, (43.3, 34.5)),
        ("Strait of Hormuz", "strait", None, (26.6, 56.5)),
        ("Soviet Union", "region", None, (60.0, 90.0)),
    ],
)
def test_our_own_facts(name: str, kind: str, country: str | None, near: tuple[float, float]) -> None:
    own = next(place for place in gazetteer.lookup(name) if place.kind == kind)
    assert own.country == country
    assert own.lat is not None and own.lon is not None
    assert km_between((own.lat, own.lon), near) < 100


def test_unknown_names_find_nothing() -> None:
    assert gazetteer.lookup("Xubrakistan") == ()
    assert gazetteer.lookup("") == ()
    assert gazetteer.country("XXX") is None


def test_every_division_and_every_country_lies_somewhere() -> None:
    codes = {division.code for division in Facts.read().divisions}
    query = "SELECT code FROM place WHERE code IS NOT NULL AND lat IS NOT NULL"
    known = {row[0] for row in gazetteer._connection(os.getpid()).execute(query)}
    assert codes - known == set()
    points = Facts.read().points
    states = [gazetteer.country(code) for code in points]
    assert all(state is not None and (state.lat, state.lon) == points[state.country or ""] for state in states)


def test_each_state_has_one_capital() -> None:
    query = "SELECT country, count(*) FROM place WHERE kind = 'capital' GROUP BY country HAVING count(*) > 1"
    assert gazetteer._connection(os.getpid()).execute(query).fetchall() == []
    assert gazetteer.lookup("Washington")[0].kind == "capital"


def test_the_file_names_source_and_licence() -> None:
    assert "GeoNames" in gazetteer.about()["source"]
    assert "creativecommons.org/licenses/by/4.0" in gazetteer.about()["licence"]


def test_the_file_is_made_once_where_the_setting_says(folder: Path) -> None:
    path = gazetteer.build()
    assert path.parent == folder
    made = path.stat().st_mtime_ns
    assert gazetteer.build() == path and path.stat().st_mtime_ns == made
    assert [place.id for place in gazetteer.lookup("alpha")] == [1]


def test_a_fault_in_the_middle_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_source, "places", breaking)
    with pytest.raises(RuntimeError):
        gazetteer.build()
    assert list(folder.iterdir()) == []


def test_a_process_killed_in_the_middle_does_no_harm(folder: Path) -> None:
    folder.mkdir()
    part = folder / f"places-x{gazetteer._PART}"
    part.write_bytes(b"half a file")
    os.utime(part, (0, 0))
    gazetteer.build()
    assert [place.name for place in gazetteer.lookup("Beta")] == ["Beta"]
    assert not part.exists()


def _build(queue: multiprocessing.queues.Queue[str]) -> None:
    queue.put(str(gazetteer.build()))


def test_processes_at_once_make_one_whole_file(folder: Path) -> None:
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    workers = [context.Process(target=_build, args=(queue,)) for _ in range(4)]
    for worker in workers:
        worker.start()
    paths = {queue.get(timeout=60) for _ in workers}
    for worker in workers:
        worker.join()
    assert len(paths) == 1
    assert [path.name for path in folder.iterdir()] == [Path(paths.pop()).name]
    assert sqlite3.connect(gazetteer.build()).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_home_that_cannot_be_written_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write_text("a file where the folder should be")
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(folder.parent))
    assert gazetteer.build().parent.parent == folder.parent
    assert [place.name for place in gazetteer.lookup("Alpha")] == ["Alpha"]


def test_without_any_folder_it_stays_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write_text("a file where the folder should be")
    monkeypatch.setattr(gazetteer, "_folders", lambda: iter([folder]))
    assert [place.name for place in gazetteer.lookup("Alpha")] == ["Alpha"]


def test_the_file_is_read_only(folder: Path) -> None:
    gazetteer.lookup("Alpha")
    with pytest.raises(sqlite3.OperationalError):
        gazetteer._connection(os.getpid()).execute("DELETE FROM place")


def test_a_disc_of_towns_forgets_the_one_on_another_continent() -> None:
    spread = Spread()
    for step in range(10):
        spread.add(35.0 + step / 10, 38.0)
    spread.add(-30.0, -60.0)
    lat, lon, km = spread.disc
    assert abs(lat - 35.45) < 0.01 and abs(lon - 38.0) < 0.01
    assert 15 <= km < 80


def test_km_between() -> None:
    assert round(km_between((0, 0), (0, 180))) == 20015
    assert round(km_between((52.52, 13.405), (48.8566, 2.3522)), -1) == 880


def test_it_is_known_whether_the_file_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert not gazetteer.is_built()
    gazetteer.build()
    assert gazetteer.is_built()
