"""The language of a text."""

from __future__ import annotations

SHORTEST = 40
LONGEST = 5_000
LEAD = 30.0
"""By how much (natural logarithm) another language must be likelier than English before we say so. Headlines full of
names come to 20 at most; sentences of eight words in another language to 80 and more."""


def language_of(characters: str) -> str | None:
    """ISO 639-1 code by py3langid; None where the text is too short to tell, or no language leads clearly."""
    sample = " ".join(characters[:LONGEST].split())
    if len(sample) < SHORTEST:
        return None
    from py3langid.langid import rank

    ranked = rank(sample)
    code, best = ranked[0]
    english = next(score for name, score in ranked if name == "en")
    return str(code) if code == "en" or best - english >= LEAD else None
