"""Bytes to characters: UTF-8 first, a guess only where that fails, and the guess is named."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters and the encoding they were read with. A byte order mark is not part of the text."""

    characters: str
    encoding: str


class NotTextError(ValueError):
    """The bytes are no text."""


def decode(content: bytes) -> Decoded:
    """Decode strictly; line ends stay as they are. Raises NotTextError for binary data."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise NotTextError(f"it begins as {encoding} but byte {error.start} is not {encoding}") from error
    if b"\x00" in content:
        raise NotTextError(f"byte {content.index(0)} is null, so this is no text")
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(content)


def _guessed(content: bytes) -> Decoded:
    """The single-byte encoding that fits best; cp1252 is what "Latin-1" means on real disks."""
    from charset_normalizer import from_bytes

    try:
        return Decoded(content.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        best = from_bytes(content).best()
    if best is None:
        raise NotTextError("no encoding fits its bytes; save it as UTF-8")
    return Decoded(str(best), best.encoding)
