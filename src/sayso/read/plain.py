"""Plain text: the characters are taken exactly as they are."""

from __future__ import annotations

import hashlib
from datetime import date

from sayso.document.text import Document, Original, PublishedBasis, Text
from sayso.read.decode import decode
from sayso.read.language import language_of
from sayso.read.outcome import Given, Loss
from sayso.read.stated import stated_date

READER = "plain-1"


def read_plain(content: bytes, key: str, given: Given) -> Document | Loss:
    """One document. Raises NotTextError where the bytes are no text."""
    decoded = decode(content)
    if not decoded.characters.strip():
        return Loss(key, "skipped", "empty", f"{key} holds no words")
    published, basis = publication(decoded.characters, given)
    return Document(
        Text(decoded.characters),
        key=key,
        title=given.title,
        outlet=given.outlet,
        published=published,
        published_basis=basis,
        language=given.language or language_of(decoded.characters),
        original=Original(hashlib.sha256(content).hexdigest(), "text/plain", f"{READER} ({decoded.encoding})", content),
    )


def publication(characters: str, given: Given) -> tuple[date | None, PublishedBasis]:
    """The day of publication and how it is known."""
    if given.published is not None:
        return given.published, "given"
    stated = stated_date(characters)
    return (stated, "stated") if stated is not None else (None, "unknown")
