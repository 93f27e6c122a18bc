"""What the caller states about a text, and what is said of a text that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows and the text need not say. It wins over what a page says of itself."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    largest: int = 50_000_000
    """Files with more bytes than this are refused."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A text that did not become a document. `message` names the file, the place and the way out."""

    key: str
    kind: Literal["skipped", "failed"]
    code: str
    message: str
