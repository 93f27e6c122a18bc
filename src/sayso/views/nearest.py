"""Names of a store that are written nearly like one that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select

from sayso.store.search import fold

LIKE = 72.0
"""Similarity (Indel, 0-100, as rapidfuzz counts it) from which a name is worth a hint: Palmira, but no other town."""
HINTS = 3
SHORTEST = 3
"""Letters of a single word of a name that is compared on its own."""


def nearest(connection: Connection, query: Select[Any], asked: str) -> tuple[str, ...]:
    """The names among the first column of `query` that are nearest to the one asked for; HINTS at most, best first."""
    names = {fold(name): name for (name,) in connection.execute(query) if name}
    wanted = fold(asked.strip()) or ""
    scored = ((_likeness(wanted, folded or ""), name) for folded, name in names.items())
    best = sorted(((score, name) for score, name in scored if score >= LIKE), key=lambda pair: (-pair[0], pair[1]))
    return tuple(name for _, name in best[:HINTS])


def _likeness(asked: str, name: str) -> float:
    from rapidfuzz import fuzz

    return max((fuzz.ratio(asked, part, score_cutoff=LIKE) for part in _parts(name)), default=0.0)


def _parts(name: str) -> Iterator[str]:
    """The whole name and its longer words: Remik is near to Elias Remick."""
    yield name
    yield from (word for word in name.split() if len(word) >= SHORTEST)
