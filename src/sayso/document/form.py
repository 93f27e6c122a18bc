"""Reading a text's record in format 1: the words its spans stand for, and the voice behind a claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Json = dict[str, Any]
GAP = " … "
"""Between the pieces of what was said."""


def words(text: str, spans: list[list[int]]) -> str:
    """The words of some spans as they stand, pieces joined."""
    return GAP.join(text[start:end] for start, end in spans)


def joined(text: str, spans: list[list[int]]) -> list[list[int]]:
    """The spans in the order of the text, neighbours with nothing but white space between them made one."""
    found: list[list[int]] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = [found[-1][0], max(end, found[-1][1])]
        else:
            found.append([start, end])
    return found


def line(text: str, spans: list[list[int]]) -> str:
    """The words of some spans on one line, pieces joined."""
    return GAP.join(" ".join(text[start:end].split()) for start, end in spans)


def voice(source: Json, entities: Mapping[str, Json], written: Callable[[list[list[int]]], str]) -> str | None:
    """The name of a claim's source, else the words for it as `written`; None where the text gives none."""
    known = entities.get(source["entity"])
    if known:
        return str(known["name"])
    return written([source["span"]]) if source["span"] else None


def organisation(source: Json, entities: Mapping[str, Json]) -> str | None:
    """The name of the body that a claim's source speaks for; None where it is not known."""
    known = entities.get(source["organisation"])
    return str(known["name"]) if known else None
