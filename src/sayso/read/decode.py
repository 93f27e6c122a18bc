"""Bytes to characters: UTF-8 first, a guess only where that fails, and the guess is named."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The longer marks first: a UTF-32 mark begins as a UTF-16 mark does."""
CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
BINARY = 0.01
"""Share of control characters from which bytes that are no UTF-8 are no text."""
WAY_OUT = "save its text as .txt in UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters and the encoding they were read with. A byte order mark is not part of the text."""

    characters: str
    encoding: str


class NotTextError(ValueError):
    """The bytes are no text."""


def decode(content: bytes, claimed: str | None = None) -> Decoded:
    """Decode strictly; line ends stay as they are. `claimed` is the encoding that a page says it is in.

    Raises NotTextError for binary data.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise NotTextError(
                    f"it begins as {encoding} but byte {error.start} is not {encoding}; {WAY_OUT}"
                ) from error
    if b"\x00" in content:
        raise NotTextError(f"byte {content.index(0)} is null, so this is no text; {WAY_OUT}")
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _claimed(content, claimed) or _guessed(content)


def _claimed(content: bytes, claimed: str | None) -> Decoded | None:
    """The encoding the page claims, where it is known, no other name of UTF-8 and fits every byte."""
    try:
        name = codecs.lookup(claimed or "utf-8").name
        if name in {"iso8859-1", "ascii"}:
            name = "cp1252"  # what browsers take it for
        return None if name == "utf-8" else Decoded(content.decode(name), name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guessed(content: bytes) -> Decoded:
    """The single-byte encoding that fits best; cp1252 is what "Latin-1" means on real disks."""
    from charset_normalizer import from_bytes

    if len(CONTROLS.findall(content)) > BINARY * len(content):
        raise NotTextError(f"it is full of control characters, so this is no text; {WAY_OUT}")
    try:
        return Decoded(content.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        best = from_bytes(content).best()
    if best is None:
        raise NotTextError(f"no encoding fits its bytes; {WAY_OUT}")
    return Decoded(str(best), best.encoding)
