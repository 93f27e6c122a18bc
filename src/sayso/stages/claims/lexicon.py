"""How likely a word in its frame is to attribute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.document.syntax import Sentence, Token
from sayso.stages.claims.frames import frames
from sayso.vocabulary.load import vocabulary

LEAST = 0.4
"""Smoothed share in PolNeAR train from which a word is taken for a cue; chosen on dev."""
SPEECH = 0.5
"""Share in the clause frame from which a verb may carry a quotation."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Shares by lemma and frame, and by frame for words that are not listed."""

    lemmas: Mapping[str, Mapping[str, float]]
    frames: Mapping[str, float]

    def share(self, lemma: str, frame: str) -> float:
        """Share of the occurrences of the lemma in this frame that attribute."""
        known = self.lemmas.get(lemma)
        if known is not None and frame in known:
            return known[frame]
        if frame == "clause" and known:
            return max(self.frames[frame], 0.5 * sum(known.values()) / len(known))
        return 0.0


@cache
def lexicon() -> Lexicon:
    """The lexicon, once per process."""
    data = vocabulary("cues")
    return Lexicon(data["lemmas"], data["frames"])


def best_frame(sentence: Sentence, token: Token) -> tuple[str, float] | None:
    """The frame in which the word is likeliest to attribute, and its share; None where it stands in none."""
    scored = [(lexicon().share(token.lemma.lower(), frame), frame) for frame in frames(sentence, token)]
    if not scored:
        return None
    top = max(share for share, _ in scored)
    return next((frame, share) for share, frame in scored if share == top)


def speaks(verb: Token) -> bool:
    """The verb introduces speech."""
    return lexicon().share(verb.lemma.lower(), "clause") >= SPEECH
