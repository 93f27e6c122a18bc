"""docs/format.md names every field the encoder writes, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sayso.document import records
from sayso.document.anchor import Anchor
from sayso.document.codec import encode
from sayso.document.layer import (
    ALTERNATIVES,
    CLAIMS,
    ENTITIES,
    EVENTS,
    LINKS,
    MENTIONS,
    NUMBERS,
    SECTIONS,
    STANCES,
    TIMES,
    Analysis,
    Layer,
)
from sayso.document.records import Why
from sayso.document.text import Document, Text

DOC = Path(__file__).parents[2] / "docs" / "format.md"
WHY, AT = Why("rule:test"), Anchor(0, 1)


def one_of_each() -> Analysis:
    """An analysis with one record in every layer that is a list of its own."""
    found = {
        SECTIONS: records.Section("s", AT, "paragraph", WHY),
        MENTIONS: records.Mention("m", AT, AT, "name", None, WHY),
        ENTITIES: records.Entity("e", "person", AT, ("m",), WHY),
        TIMES: records.Time("t", AT, "2016", "date", None, None, "absolute", WHY),
        NUMBERS: records.Quantity("n", AT, 1, 1, None, True, WHY),
        CLAIMS: records.Claim("c", records.Source("author"), (), (AT,), "narration", WHY),
        EVENTS: records.Event("v", None, (AT,), "AID", None, (), (), None, None, (), "happened", WHY),
        LINKS: records.Link("l", "cause", (AT,), (AT,), (), None, WHY),
        ALTERNATIVES: records.Alternative("a", (), (), False, (), WHY),
        STANCES: records.Stance("s", None, AT, None, (AT,), None, "opposes", None, (AT,), WHY),
    }
    document = Document(Text("x"), key="k")
    analysis = Analysis(document, notes=(records.Note("x", "y"),))
    for key, record in found.items():
        analysis = analysis.with_layer(Layer.of(key, [record], document))  # type: ignore[arg-type]
    return analysis


def paths(value: Any, at: str = "") -> set[str]:
    """The paths of all fields, but not inside the small objects that the page explains in words."""
    if isinstance(value, dict) and at in ("", "document"):
        return {path for key, inner in value.items() for path in paths(inner, f"{at}.{key}".lstrip("."))}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {path for key, inner in value[0].items() for path in paths(inner, f"{at}[].{key}")}
    return {at}


def test_the_page_and_the_encoder_name_the_same_fields() -> None:
    written = set(re.findall(r"^\| `([^`]+)` \|", DOC.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert written == paths(encode(one_of_each()))
