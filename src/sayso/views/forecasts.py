"""The ledger of what is to come: forecasts, recommendations, aims and questions, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.store import Store
from sayso.store.resolutions import Resolution, resolutions, standing
from sayso.store.schema import CLAIM, DOCUMENT
from sayso.views.calibration import Forecast, Score, scored
from sayso.views.claims import spoken_by
from sayso.views.nearest import nearest

KINDS = ("forecast", "recommendation", "aim", "question")
"""Kinds of claims that look ahead."""
COLUMNS = (
    *("id", "kind", "voice", "source_type", "organisation", "form", "content", "polarity", "level", "hedges"),
    *("outcome", "condition", "horizon", "until", "addressee", "likely_low", "likely_high"),
)


@dataclass(frozen=True, slots=True)
class OutlookFilter:
    """Conditions that all must hold; None is no condition. Names match anywhere in them, in any case."""

    source: str | None = None
    """A name of the voice, or of what it speaks for."""
    kind: str = "forecast"
    resolved: bool | None = None
    passed: date | None = None
    """Only those whose last day lies before this one."""
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class OutlookRow:
    """One claim that looks ahead. None is not stated or not known.

    `outcome` are the words for what would count as come true; `likelihood` is the surveyed range, 0..1, of just these
    words. `condition` is given with the words that make it one. `until` is the last day of the horizon.
    """

    id: str
    kind: str
    voice: str | None
    source_type: str | None
    organisation: str | None
    form: str
    content: str
    polarity: str | None
    level: str | None
    hedges: str | None
    outcome: str | None
    condition: str | None
    horizon: str | None
    until: date | None
    addressee: str | None
    likelihood: tuple[float, float] | None
    document: str
    key: str
    outlet: str | None
    published: date | None
    start: int
    resolution: Resolution | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Some of the claims that fit, how many fit in all, and how the forecasts did that a person has resolved.

    `kinds` counts every claim of the store that looks ahead. `score` is over all resolved forecasts with a likelihood
    range that fit (limit and offset aside), None where there are none; `sources` is the same for each voice. `lost`
    are resolutions whose claim is no more in the store. `nearest` are names like the one that was asked for.
    """

    rows: tuple[OutlookRow, ...]
    total: int
    kinds: Mapping[str, int]
    score: Score | None
    sources: tuple[Score, ...]
    lost: tuple[Resolution, ...]
    nearest: tuple[str, ...]


def forecasts(store: Store, wanted: OutlookFilter) -> Ledger:
    """What is to come, by date of publication, document and place in the text."""
    with store.read() as connection:
        stands = standing(resolutions(connection))
        known = set(connection.execute(select(CLAIM.c.id).where(CLAIM.c.id.in_(stands))).scalars())
        fitting = [row for row in _rows(connection, wanted, stands) if _fits(row, wanted)]
        near = _near(connection, wanted.source) if wanted.source is not None and not fitting else ()
        counts = {row.kind: row.number for row in connection.execute(_counted())}
    distinct = {row.id: row for row in fitting}.values()  # copies of a text share their claims
    told = [forecast for row in distinct if (forecast := _told(row)) is not None]
    return Ledger(
        tuple(fitting[wanted.offset : wanted.offset + wanted.limit]),
        len(fitting),
        {kind: counts.get(kind, 0) for kind in KINDS},
        scored(None, told) if told else None,
        _by_voice(told),
        tuple(one for claim, one in stands.items() if claim not in known),
        near,
    )


def _counted() -> Select[Any]:
    return select(CLAIM.c.kind, func.count().label("number")).where(CLAIM.c.kind.in_(KINDS)).group_by(CLAIM.c.kind)


def _rows(connection: Connection, wanted: OutlookFilter, stands: Mapping[str, Resolution]) -> Iterable[OutlookRow]:
    query = (
        select(*(CLAIM.c[name] for name in COLUMNS), CLAIM.c.position.label("start"))
        .add_columns(DOCUMENT.c.id.label("document"), DOCUMENT.c.key, DOCUMENT.c.outlet, DOCUMENT.c.published)
        .join(DOCUMENT, CLAIM.c.document_id == DOCUMENT.c.id)
        .where(CLAIM.c.kind == wanted.kind)
        .order_by(DOCUMENT.c.published, DOCUMENT.c.key, CLAIM.c.position, CLAIM.c.id)
    )
    if wanted.source is not None:
        query = query.where(spoken_by(wanted.source))
    if wanted.passed is not None:
        query = query.where(CLAIM.c.until < wanted.passed)
    rows = [_row(dict(row), stands) for row in connection.execute(query).mappings()]
    return _once(rows)


def _row(found: dict[str, Any], stands: Mapping[str, Resolution]) -> OutlookRow:
    low, high = found.pop("likely_low"), found.pop("likely_high")
    return OutlookRow(
        **found,
        likelihood=None if low is None or high is None else (low, high),
        resolution=stands.get(found["id"]),
    )


def _once(rows: list[OutlookRow]) -> list[OutlookRow]:
    """Each thing that one voice looks ahead to once: "I think that it will rain" and "it will rain" are one forecast.

    Of several claims the one with the fewest words is kept, unless another of them is resolved.
    """
    best: dict[tuple[object, ...], OutlookRow] = {}
    for row in rows:
        same = (row.document, row.voice, row.outcome or row.content, row.horizon)
        other = best.get(same)
        if other is None or _rank(row) < _rank(other):
            best[same] = row
    kept = {(row.document, row.id) for row in best.values()}
    return [row for row in rows if (row.document, row.id) in kept]


def _rank(row: OutlookRow) -> tuple[bool, int, int]:
    return row.resolution is None, len(row.content), row.start


def _fits(row: OutlookRow, wanted: OutlookFilter) -> bool:
    return wanted.resolved is None or (row.resolution is not None) == wanted.resolved


def _near(connection: Connection, source: str) -> tuple[str, ...]:
    return nearest(connection, select(CLAIM.c.voice).distinct().order_by(CLAIM.c.voice), source)


def _told(row: OutlookRow) -> Forecast | None:
    """A forecast that can be scored: resolved, and with a range of likelihood."""
    if row.kind != "forecast" or row.resolution is None or row.likelihood is None:
        return None
    return Forecast(row.voice, row.likelihood, row.resolution.outcome)


def _by_voice(told: list[Forecast]) -> tuple[Score, ...]:
    """A score for each voice, those with most forecasts first; the outlets' own voice is one without a name."""
    voices: dict[str | None, list[Forecast]] = {}
    for forecast in told:
        voices.setdefault(forecast.voice, []).append(forecast)
    found = (scored(voice, own) for voice, own in voices.items())
    return tuple(sorted(found, key=lambda score: (-score.count, score.voice or "")))
