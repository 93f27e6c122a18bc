"""Read bytes in a test: the documents and the losses apart."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.document.text import Document
from sayso.read import Given, Loss, read_bytes


def taken(content: bytes, suffix: str = "", given: Given | None = None) -> tuple[list[Document], list[Loss]]:
    """What `read_bytes` makes of the bytes."""
    return parted(read_bytes(content, "test", given, suffix))


def parted(items: Iterable[Document | Loss]) -> tuple[list[Document], list[Loss]]:
    documents: list[Document] = []
    losses: list[Loss] = []
    for item in items:
        if isinstance(item, Loss):
            losses.append(item)
        else:
            documents.append(item)
    return documents, losses


def document(content: bytes, suffix: str = "", given: Given | None = None) -> Document:
    """The only document in the bytes."""
    documents, losses = taken(content, suffix, given)
    assert losses == []
    (only,) = documents
    return only


def loss(content: bytes, suffix: str = "", given: Given | None = None) -> Loss:
    """The only loss in the bytes, which hold no document."""
    documents, losses = taken(content, suffix, given)
    assert documents == []
    (only,) = losses
    return only
