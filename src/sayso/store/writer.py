"""Write analyses: one transaction a document, so that a run that is cut off leaves whole documents only."""

from __future__ import annotations

import zlib
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from sayso.document.form import Json
from sayso.document.text import Original
from sayso.read import Loss
from sayso.store import schema, search
from sayso.store.rows import rows
from sayso.store.store import Store


def begin_run(store: Store, version: str, pipeline: str, settings: Json) -> int:
    """Open a run record and give its number."""
    values = {"version": version, "pipeline": pipeline, "settings": settings, "started": _now()}
    counts = dict.fromkeys(("seen", "made", "skipped", "failed"), 0)
    with store.write() as connection:
        key = connection.execute(insert(schema.RUN).values(**values, **counts)).inserted_primary_key
    assert key is not None
    return int(key[0])


def end_run(store: Store, run: int) -> None:
    """Close a run record. Its counts have grown with every text, so that a run that is cut off adds up as well."""
    with store.write() as connection:
        connection.execute(update(schema.RUN).where(schema.RUN.c.id == run).values(finished=_now()))


def note_loss(store: Store, run: int, loss: Loss) -> None:
    """Keep the reason why a text was left out."""
    values = {"run_id": run, "key": loss.key, "kind": loss.kind, "code": loss.code, "message": loss.message}
    with store.write() as connection:
        connection.execute(insert(schema.LOSS).values(**values))
        _count(connection, run, loss.kind)


def holds(store: Store, document: str, pipeline: str) -> bool:
    """The store has the document of this id as this pipeline makes it."""
    with store.read() as connection:
        return _holds(connection, document, pipeline)


def _holds(connection: Connection, document: str, pipeline: str) -> bool:
    table = schema.DOCUMENT
    query = select(table.c.id).where(table.c.id == document, table.c.pipeline == pipeline)
    return connection.execute(query).first() is not None


def write(store: Store, form: Json, original: Original | None, pipeline: str, run: int) -> bool:
    """Keep one analysis; one that an earlier pipeline made of the same document is replaced, in one transaction.

    False, and nothing is written, where another process has kept it in the meantime.
    """
    document = form["document"]
    with store.write() as connection:
        if _holds(connection, document["id"], pipeline):
            return False
        connection.execute(delete(schema.DOCUMENT).where(schema.DOCUMENT.c.id == document["id"]))
        _keep(connection, schema.TEXT, {"id": document["text_id"], "characters": document["text"]})
        if original is not None:
            kept = {"sha256": original.sha256, "media_type": original.media_type}
            _keep(connection, schema.ORIGINAL, {**kept, "content": zlib.compress(original.content)})
        connection.execute(insert(schema.DOCUMENT).values(**_document(form, pipeline, run)))
        for table, made in rows(form):
            if made:
                connection.execute(insert(table), made)
            if table is schema.CLAIM:
                search.index(connection, document["id"], ((row["id"], row["content"]) for row in made))
        _count(connection, run, "made")
    return True


def _count(connection: Connection, run: int, column: str) -> None:
    """One more text that this run has seen."""
    own = schema.RUN.c[column]
    counted = {column: own + 1, "seen": schema.RUN.c.seen + 1}
    connection.execute(update(schema.RUN).where(schema.RUN.c.id == run).values(**counted))


def _keep(connection: Connection, table: Any, values: Json) -> None:
    """Insert what is addressed by its own hash; it cannot differ where it is there already."""
    connection.execute(insert_or(table).values(**values).on_conflict_do_nothing())


def _document(form: Json, pipeline: str, run: int) -> Json:
    document = form["document"]
    published = document["published"]
    plain = ("id", "text_id", "key", "title", "outlet", "url", "published_basis", "language")
    return {
        **{name: document[name] for name in plain},
        "published": date.fromisoformat(published) if published else None,
        "original": document["original"]["sha256"] if document["original"] else None,
        "pipeline": pipeline,
        "run_id": run,
        "words": len(document["text"].split()),
        "form": {**form, "document": {name: value for name, value in document.items() if name != "text"}},
    }


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
