"""Search: full text over claims, and letters without case or accents. The one place that knows SQLite's FTS5;

PostgreSQL gets a second implementation.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, text


def fold(words: str | None) -> str | None:
    """The letters without case and accents: "Peñalver" is found as "penalver". None stays None."""
    if words is None or words.isascii():
        return words and words.lower()
    apart = unicodedata.normalize("NFKD", words)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare.casefold())


def holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """A condition: the column holds these letters, whatever their case and accents."""
    return func.fold(column).like(pattern(words), escape="\\")


def pattern(words: str) -> str:
    """The folded words for LIKE, with its wildcards taken literally."""
    folded = (fold(words) or "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{folded}%"


def index(connection: Connection, document: str, claims: Iterable[tuple[str, str]]) -> None:
    """Make the claims of a document findable; what was indexed for it before is forgotten."""
    connection.execute(text("DELETE FROM claim_words WHERE document_id = :document"), {"document": document})
    rows = [{"content": content, "document": document, "claim": claim} for claim, content in claims]
    if rows:
        connection.execute(text("INSERT INTO claim_words VALUES (:content, :document, :claim)"), rows)


def matching(words: str) -> tuple[str, dict[str, str]]:
    """A condition on `claim` for rows that hold all the words, and its parameters. Quoted words stand together."""
    condition = (
        "(claim.document_id, claim.id) IN "
        "(SELECT document_id, claim_id FROM claim_words WHERE claim_words MATCH :words)"
    )
    return condition, {"words": _query(words)}


def _query(words: str) -> str:
    """The words as FTS5 strings, so that no character of theirs is read as an operator."""
    pieces = words.replace("\x00", " ").split('"')
    quoted = [
        piece if i % 2 else word for i, piece in enumerate(pieces) for word in ([piece] if i % 2 else piece.split())
    ]
    return " ".join(f'"{piece}"' for piece in quoted if any(letter.isalnum() for letter in piece)) or '""'
