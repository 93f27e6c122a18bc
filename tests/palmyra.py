"""The interview that started sayso, where it lies beside the repository: its record, and words of it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sayso.document.codec import encode
from sayso.document.layer import Analysis
from sayso.pipeline import attempt
from sayso.read import Given, read_paths

PAGE = Path(__file__).parents[2] / "shared" / "real" / "palmyra-interview.txt"
there = pytest.mark.skipif(not PAGE.exists(), reason=f"{PAGE} is not on this machine")


@cache
def form() -> Any:
    """Its record in format 1."""
    [document] = read_paths([PAGE], Given(published=date(2016, 12, 12)))
    analysis = attempt(document)
    assert isinstance(analysis, Analysis)
    return encode(analysis)


def said(spans: list[list[int]]) -> str:
    """The words at these spans, in one line."""
    text = form()["document"]["text"]
    return " ".join(" ".join(text[start:end].split()) for start, end in spans)
