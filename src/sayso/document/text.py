"""Texts and documents. A text is its characters; a document is one carrying of a text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from sayso.document.anchor import Anchor

PublishedBasis = Literal["stated", "metadata", "guess", "given", "unknown"]


def digest(*parts: object) -> str:
    """sha256 (hex) over the parts, each closed by a unit separator so that neighbours never run together."""
    joined = "".join(f"{part}\x1f" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Text:
    """Immutable characters; `id` is the sha256 of their UTF-8 bytes (`surrogatepass`: half a character has some)."""

    characters: str

    @cached_property
    def id(self) -> str:
        """SHA-256 of the characters in UTF-8, as hex digits; lone surrogates are let through."""
        return hashlib.sha256(self.characters.encode("utf-8", "surrogatepass")).hexdigest()

    def anchor(self, start: int, end: int) -> Anchor:
        """An anchor that is known to fit this text. Raises AnchorError where it does not."""
        made = Anchor(start, end)
        made.words(self.characters)
        return made


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes a text was read from. `reader` names the reader and its version, as in `html-1 (trafilatura 2.3.1)`."""

    sha256: str
    media_type: str
    reader: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Document:
    """One carrying of a text: who published it, where and when. None means not known; never an empty string.

    `key` is the caller's id or the path the text came from. `published_basis` says how the date is known:
    `stated` in the text, `metadata` of the page, a `guess`, `given` by the caller, or `unknown`.
    `title` is the headline as the page or the caller states it; it need not stand in the text.
    """

    text: Text
    key: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = "unknown"
    language: str | None = None
    original: Original | None = None
    doubts: tuple[str, ...] = ()
    """What the reader had to leave out of the carrying, and why; each becomes a note."""

    @cached_property
    def id(self) -> str:
        """Stable hash of the text and of its carrying (outlet, address, date), not of the path it was read from.

        16 hex digits: of ten million documents in a store two share an id with a chance of three in a million.
        """
        return "d_" + digest(self.text.id, self.outlet, self.url, self.published)[:16]

    @property
    def characters(self) -> str:
        """Those of its text."""
        return self.text.characters

    def words(self, anchor: Anchor) -> str:
        """The anchored characters."""
        return anchor.words(self.text.characters)
