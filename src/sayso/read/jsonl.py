"""JSON lines: one document a line, in our own field names, news-please's or an open event coder's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from sayso.document.text import Document, Original, Text
from sayso.read.decode import decode
from sayso.read.language import language_of
from sayso.read.outcome import Given, Loss
from sayso.read.plain import publication

READER = "jsonl-1"


def _day(value: object) -> object:
    """The day of a date or a date and time; blank is not known. A number is a day written together, as 20161212."""
    if isinstance(value, int | float):
        value = str(value)
    if isinstance(value, str):
        value = value.strip()
        if not value:
            return None
        try:
            return datetime.fromisoformat(value.replace("Z", "+00:00")).date()
        except ValueError as error:
            raise ValueError(f"{value!r} is no date; write it as 2016-12-12") from error
    return value


def _names(value: object) -> object:
    return [value] if isinstance(value, str) and value.strip() else (value or [])


def _blank(value: object) -> object:
    return value.strip() or None if isinstance(value, str) else value


Words = Annotated[str | None, BeforeValidator(_blank)]


class Line(BaseModel):
    """One line of input. Unknown fields are ignored; an empty string is not known."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    text: str = Field(validation_alias=AliasChoices("text", "maintext", "event_text", "content", "body"))
    id: Words = Field(None, validation_alias=AliasChoices("id", "key", "story_id", "event_id"))
    title: Words = Field(None, validation_alias=AliasChoices("title", "headline"))
    published: Annotated[date | None, BeforeValidator(_day)] = Field(
        None, validation_alias=AliasChoices("date", "published", "date_publish", "pub_date")
    )
    outlet: Words = Field(None, validation_alias=AliasChoices("outlet", "publisher", "source_domain", "source"))
    authors: Annotated[list[str], BeforeValidator(_names)] = Field(
        default_factory=list, validation_alias=AliasChoices("authors", "author")
    )
    url: Words = Field(None, validation_alias=AliasChoices("url", "link"))
    language: Words = Field(None, validation_alias=AliasChoices("language", "lang"))


def looks_like_jsonl(characters: str) -> bool:
    """The first line that holds anything is a JSON object."""
    first = next((line for line in characters.split("\n") if line.strip()), "")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def read_jsonl(content: bytes, key: str, given: Given) -> Iterator[Document | Loss]:
    """A document or a loss for each line that holds anything. Raises NotTextError where the bytes are no text.

    A line's key is its own id, else the file's key and the number of the line.
    """
    for number, line in enumerate(decode(content).characters.split("\n"), start=1):
        if line.strip():
            yield _line(line, f"{key}:{number}", given)


def _line(line: str, place: str, given: Given) -> Document | Loss:
    try:
        found, doubts = _lenient(json.loads(line))
    except json.JSONDecodeError as error:
        return Loss(place, "failed", "bad-json", f"{place} is no JSON object: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:  # a ValueError is of the model, or a figure of thousands of digits
        return Loss(place, "failed", "bad-line", f"{place}: {_complaint(error)}")
    if _half(found):
        return Loss(
            place, "failed", "bad-line", f"{place}: it holds half a character (a lone surrogate); mend its escapes"
        )
    if not found.text.strip():
        return Loss(place, "skipped", "empty", f"{place} holds no words in its text field")
    return _document(found, doubts, line, place, given)


def _lenient(raw: Any) -> tuple[Line, tuple[str, ...]]:
    """The line without the fields that cannot be read, and why not. Raises ValidationError where the text is one."""
    try:
        return Line.model_validate(raw), ()
    except ValidationError as error:
        spoiled = {str(e["loc"][0]): _spoiled(e) for e in error.errors() if e["loc"]}
        readable = {name: value for name, value in raw.items() if name not in spoiled} if isinstance(raw, dict) else raw
        if not spoiled or len(readable) == len(raw):
            raise
        return Line.model_validate(readable), tuple(spoiled.values())


def _spoiled(error: Any) -> str:
    reason = error["msg"].removeprefix("Value error, ")
    return f"the field {error['loc'][0]} is left out: {reason}"


def _half(found: Line) -> bool:
    """JSON can write half of a character of two; no text can hold it."""
    words = (found.text, found.id, found.title, found.outlet, found.url, *found.authors)
    return any("\ud800" <= letter <= "\udfff" for word in words if word and not word.isascii() for letter in word)


def _complaint(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first: Any = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the line"
        return f"{field}: {first['msg'].removeprefix('Value error, ')}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else "it holds a number that is too long"


def _document(found: Line, doubts: tuple[str, ...], line: str, place: str, given: Given) -> Document:
    published, basis = publication(found.text, given)
    if given.published is None and found.published is not None:
        published, basis = found.published, "given"
    content = line.encode("utf-8", "surrogatepass")
    return Document(
        Text(found.text),
        key=found.id or place,
        title=given.title or found.title,
        outlet=given.outlet or found.outlet,
        authors=tuple(name.strip() for name in found.authors if name.strip()),
        url=found.url,
        published=published,
        published_basis=basis,
        language=given.language or found.language or language_of(found.text),
        original=Original(hashlib.sha256(content).hexdigest(), "application/json", READER, content),
        doubts=doubts,
    )
