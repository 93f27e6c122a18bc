"""Sentences put into the mouth of somebody else: all marks stay on their words, and the new voice has its own."""

from __future__ import annotations

import numpy as np
import pytest
from training.attribution.wrapped import TEMPLATES, Line, _around, wrapped

TEXT = (
    "The mayor said that the bridge was closed. Nobody else spoke.\n"
    "The consul denied the claim on Monday. “No,” he said."
)


def marked(*words: str) -> list[list[int]]:
    return [[TEXT.index(one), TEXT.index(one) + len(one)] for one in words]


def line() -> Line:
    return {
        "text": TEXT,
        "attributions": [
            {"source": marked("The mayor"), "cue": marked("said"), "content": marked("that the bridge was closed")},
            {"source": marked("The consul"), "cue": marked("denied"), "content": marked("the claim")},
        ],
    }


def told(found: Line) -> list[dict[str, list[str]]]:
    text = found["text"]
    return [{role: [text[s:e] for s, e in one[role]] for role in one} for one in found["attributions"]]


@pytest.mark.parametrize("seed", range(12))
def test_marks_stay_on_their_words(seed: int) -> None:
    found = wrapped(line(), ["a clerk of the port"], np.random.default_rng(seed))
    plain, new = told(line()), told(found)
    for before, after in zip(plain, new, strict=False):
        assert [one.lower() for role in before.values() for one in role] == [
            one.lower() for role in after.values() for one in role
        ]


@pytest.mark.parametrize("seed", range(30))
def test_the_voice_around_holds_the_sentence_and_what_it_attributes(seed: int) -> None:
    start, end = 0, TEXT.index(" Nobody")
    found, length = _around(line(), start, end, ["a clerk of the port"], np.random.default_rng(seed))
    new = found["attributions"][-1]
    inner = found["attributions"][0]
    (low, high) = new["content"][0]
    assert 0 <= low < high <= length
    assert all(low <= s and e <= high for role in inner.values() for s, e in role)
    assert not any(low < e and s < high for s, e in (*new["cue"], *new["source"]))
    assert found["text"][length:] == TEXT[end:]


def test_templates_mark_one_voice_one_cue_and_one_content_around_a_sentence() -> None:
    for template in TEMPLATES:
        assert all(template.count(mark) == 1 for mark in "<>[]{}XS"), template
