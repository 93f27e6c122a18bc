"""The language of a text."""

from __future__ import annotations

SHORTEST = 40
LONGEST = 5_000


def language_of(characters: str) -> str | None:
    """ISO 639-1 code by py3langid; None where the text is too short to tell."""
    sample = characters[:LONGEST].strip()
    if len(sample) < SHORTEST:
        return None
    from py3langid.langid import classify

    code, _ = classify(sample)
    return str(code)
