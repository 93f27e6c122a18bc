"""What sayso does not read yet, by the ending of its name or its first bytes, and the way out for the user."""

from __future__ import annotations

SAVE = "which sayso does not read yet; save its text as .txt"
ENDINGS = {
    ".pdf": "a PDF",
    ".docx": "a Word document",
    ".doc": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "an RTF document",
    ".epub": "an EPUB book",
}
PARTS = (
    (b"word/document.xml", "a Word document"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/epub+zip", "an EPUB book"),
)
"""Names that stand uncompressed in the ZIP archives that these documents are."""
BEFORE_MARK = b"\xef\xbb\xbf\x00 \t\r\n"
"""Bytes that careless programs put before the mark of a PDF."""


def by_ending(suffix: str) -> str | None:
    """The reason where files of this ending are not read yet; None for any other."""
    what = ENDINGS.get(suffix.lower())
    return f"is {what}, {SAVE}" if what else None


def by_content(content: bytes) -> str | None:
    """The reason where the bytes are of a kind that is not read yet; None for any other."""
    if content.lstrip(BEFORE_MARK).startswith(b"%PDF-"):
        return f"is a PDF, {SAVE}"
    if content.startswith(b"{\\rtf"):
        return f"is an RTF document, {SAVE}"
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return f"is an office document, {SAVE}"
    if content.startswith(b"PK\x03\x04"):
        return _archive(content)
    return None


def _archive(content: bytes) -> str:
    for mark, what in PARTS:
        if mark in content:
            return f"is {what}, {SAVE}"
    return "is a ZIP archive; unpack it and read what is in it"
