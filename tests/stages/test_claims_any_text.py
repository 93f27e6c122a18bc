"""Claims of texts nobody wrote: nothing is raised, every anchor has words, the same input gives the same claims."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.document.layer import CLAIMS, anchors_in
from tests.analysed import analysed

PIECES = st.sampled_from(
    [
        "Anna Berg", "the ministry", "The Kremlin", "said", "told Reuters", "according to", "was quoted as saying",
        "that", "the bridge is lost", "I think", "reportedly", "denied this", "believes", "in my opinion", "by",
        '"', "“", "”", "«", "»", "„", "‘", "’", "''", ",", ".", ":", ";", "?", " - ", "—", "(", ")", "...",
        "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "Москва заявила", "قال", "e\u0301", "🙂", "👩‍👧",
        "4-5 thousand",
        "Q: ", "A: ", "Berg: ", "- ", "who", "it", "Either", "or", "Perhaps", "and", "while",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map(" ".join) | st.lists(PIECES, min_size=1, max_size=30).map("".join)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_gives_claims_that_rest_on_its_words(text: str) -> None:
    claims = analysed(text)[CLAIMS]
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert claim.content
        assert claim.via is None or claim.via in ids - {claim.id}
        for anchor in anchors_in(claim):
            assert 0 <= anchor.start < anchor.end <= len(text)
        for anchor in claim.content:
            assert any(c.isalnum() or not c.isascii() for c in text[anchor.start : anchor.end]), text
        words = " ".join(text[a.start : a.end] for a in claim.content).lower()
        denied = any("denied" in text[a.start : a.end] for a in claim.cue)
        assert not claim.cue or denied or words not in {"it", "this", "that", "he", "she", "they", "who", "which"}
        assert all(not a.overlaps(b) for a in claim.content for b in claim.content if a != b)


ROOT = Path(__file__).parents[2]
TEXT = (
    "Kremlin: West to blame\n\nThe agency quoted the ministry as saying that the port was open. "
    '"I think it is lost," Anna Berg said, adding that the army reportedly left. "Nobody slept." '
    "According to two officials, the town fell, while Paul Reed denied it."
)
PRINT = (
    f"from tests.analysed import analysed; from sayso.document.layer import CLAIMS; print(analysed({TEXT!r})[CLAIMS])"
)


def test_the_same_text_gives_the_same_claims_in_every_process() -> None:
    def claims(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(
            [sys.executable, "-c", PRINT], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout

    first = claims("1")
    assert first.count("Claim(") > 5
    assert first == claims("2")
