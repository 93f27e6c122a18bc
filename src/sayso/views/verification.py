"""Is everything still what it was? Originals and texts are hashed again, every quote is held against its text."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from sayso.document.form import words
from sayso.document.text import Text
from sayso.store import Store
from sayso.store.schema import CLAIM, DOCUMENT, ORIGINAL, TEXT


@dataclass(frozen=True, slots=True)
class Verification:
    """How many of each were checked, and what did not match."""

    originals: int
    texts: int
    quotes: int
    faults: tuple[str, ...]


def verify(store: Store) -> Verification:
    """Check the whole store; reads it once."""
    faults: list[str] = []
    originals = texts = quotes = 0
    with store.read() as connection:
        for row in connection.execute(select(ORIGINAL.c.sha256, ORIGINAL.c.content)):
            originals += 1
            faults.extend(_original(row.sha256, row.content))
        for row in connection.execute(select(TEXT)):
            texts += 1
            if Text(row.characters).id != row.id:
                faults.append(f"the text {row.id[:12]} is not the text that was read")
        query = select(DOCUMENT.c.id, DOCUMENT.c.form, TEXT.c.characters).join(TEXT, DOCUMENT.c.text_id == TEXT.c.id)
        for kept in connection.execute(query):
            own = select(CLAIM.c.id, CLAIM.c.content).where(CLAIM.c.document_id == kept.id)
            stored = {claim.id: claim.content for claim in connection.execute(own)}
            quotes += len(kept.form["claims"] or [])
            faults.extend(_quotes(kept.id, kept.form, kept.characters, stored))
    return Verification(originals, texts, quotes, tuple(faults))


def _original(sha256: str, content: bytes) -> Iterator[str]:
    try:
        same = hashlib.sha256(zlib.decompress(content)).hexdigest() == sha256
    except zlib.error:
        same = False
    if not same:
        yield f"the original {sha256[:12]} has changed"


def _quotes(document: str, form: dict[str, Any], text: str, stored: dict[str, str]) -> Iterator[str]:
    for claim in form["claims"] or []:
        if stored.get(claim["id"]) != words(text, claim["content"]):
            yield f"{document}: the words of {claim['id']} are not those of its text"
