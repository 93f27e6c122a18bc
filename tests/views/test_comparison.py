"""Whose number it is: the innermost voice that somebody can be told by."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.views.comparison import Kept

TEXT = "At least 40 men were feared dead, the consulate said. It gives 41 as the number."


def claim(id: str, content: str, source: str | None, via: str | None = None) -> dict[str, Any]:
    def span(words: str) -> list[int]:
        start = TEXT.index(words)
        return [start, start + len(words)]

    told = {"kind": "unnamed" if source else "none", "entity": None, "span": span(source) if source else None}
    return {"id": id, "content": [span(content)], "source": told, "via": via}


@pytest.mark.parametrize(
    ("claims", "voice"),
    [
        ([claim("a", "At least 40 men were feared dead", "the consulate")], "the consulate"),
        (
            [
                claim("a", "At least 40 men were feared dead", "the consulate"),
                claim("b", "At least 40 men", None, via="a"),
            ],
            "the consulate",
        ),
        ([claim("b", "At least 40 men", None)], None),
        ([claim("c", "At least 40 men", "It")], None),
    ],
)
def test_whoever_passes_it_on_answers_for_a_voice_that_is_not_named(
    claims: list[dict[str, Any]], voice: str | None
) -> None:
    kept = Kept("d", "d.txt", None, None, None, TEXT, {"claims": claims, "entities": []})
    assert kept.voice(TEXT.index("40"), TEXT.index("40") + 2) == voice
