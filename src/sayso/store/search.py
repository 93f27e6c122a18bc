"""Full-text search over claims. The one place that knows SQLite's FTS5; PostgreSQL gets a second implementation."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text


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
    pieces = words.split('"')
    quoted = [
        piece if i % 2 else word for i, piece in enumerate(pieces) for word in ([piece] if i % 2 else piece.split())
    ]
    return " ".join(f'"{piece}"' for piece in quoted if piece.strip())
