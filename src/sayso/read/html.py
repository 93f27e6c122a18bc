"""Web pages: trafilatura finds the article; menus, captions and related links stay outside the text."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import Any

from sayso.document.text import Document, Original, PublishedBasis, Text
from sayso.read.decode import decode
from sayso.read.language import language_of
from sayso.read.outcome import Given, Loss
from sayso.read.stated import stated_date

OLDEST = "1500-01-01"
"""htmldate distrusts dates before 1995 unless told otherwise; archives are older."""
DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
BODY = re.compile(r"<body\b.*", re.IGNORECASE | re.DOTALL)
DATED = re.compile(
    r"""<time\b|<(?:abbr|span|p|div|small|em|i)\b[^>]{0,200}\b(?:class|id|itemprop)\s*=\s*["'][^"'>]{0,80}"""
    r"""(?:date|publish|posted|timestamp)""",
    re.IGNORECASE,
)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@cache
def reader() -> str:
    """The reader and the extractor behind it, for the record."""
    return f"html-1 (trafilatura {version('trafilatura')}, precision)"


def looks_like_html(content: bytes) -> bool:
    """The first characters open a page."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<body" in head


def read_html(content: bytes, key: str, given: Given) -> Document | Loss:
    """One document: headline and paragraphs, parted by blank lines. Raises NotTextError where the bytes are no text."""
    page = XML_DECLARATION.sub("", decode(content, _charset(content)).characters)
    found = _extract(page)
    paragraphs = [line.strip() for line in (found.get("text") or "").splitlines() if line.strip()]
    if not paragraphs:
        return Loss(key, "failed", "no-article", f"no article was found in {key}; save its text as .txt and read that")
    characters = "\n\n".join(_headed(found.get("title"), paragraphs))  # only what the page says enters the text
    published, basis = _publication(page, characters, given)
    return Document(
        Text(characters),
        key=key,
        title=given.title or found.get("title"),
        outlet=given.outlet or found.get("sitename"),
        authors=tuple(name.strip() for name in (found.get("author") or "").split(";") if name.strip()),
        url=found.get("url"),
        published=published,
        published_basis=basis,
        language=given.language or language_of(characters),
        original=Original(hashlib.sha256(content).hexdigest(), "text/html", reader(), content),
    )


def _charset(content: bytes) -> str | None:
    """The encoding that the page claims for itself; pages often claim the wrong one."""
    match = CHARSET.search(content[:4096])
    return match[1].decode("ascii") if match else None


def _extract(page: str) -> dict[str, Any]:
    """What trafilatura finds; empty where it finds no article."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "min_date": OLDEST, "original_date": True},
    )
    if found is None:
        return {}
    return {name: getattr(found, name) for name in ("text", "title", "sitename", "author", "url")}


def _headed(title: str | None, paragraphs: list[str]) -> list[str]:
    """The paragraphs under the headline, which pages often repeat as the first paragraph."""
    if title and paragraphs[0] != title:
        return [title, *paragraphs]
    return paragraphs


def _publication(page: str, characters: str, given: Given) -> tuple[date | None, PublishedBasis]:
    """The surest day there is: the caller's, the page's own data, the text's, and only then a guess."""
    if given.published is not None:
        return given.published, "given"
    described = _linked_data(page) or _described(page)
    if described is not None:
        return described, "metadata"
    stated = stated_date(characters)
    if stated is not None:
        return stated, "stated"
    guess = _htmldate(page, extensive=False) or _htmldate(page, extensive=True)
    return (guess, "guess") if guess is not None else (None, "unknown")


def _described(page: str) -> date | None:
    """The day in the head of the page or in an element that is marked as a date; not one that merely looks like it."""
    head = BODY.sub("<body><p>.</p></body>", page)
    marked = _htmldate(page, extensive=False) if DATED.search(page) else None
    return _htmldate(head, extensive=False) or marked


def _linked_data(page: str) -> date | None:
    """The datePublished of the page's JSON-LD; htmldate knows only years since 1990 there."""
    match = DATE_PUBLISHED.search(page)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _htmldate(page: str, extensive: bool) -> date | None:
    from htmldate import find_date

    found = find_date(page, extensive_search=extensive, original_date=True, min_date=OLDEST)
    return date.fromisoformat(found) if found else None
