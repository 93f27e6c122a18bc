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
ELSEWHERE = 0.5
"""Share in any frame from which a verb that was not seen with a clause is trusted with one; chosen on train."""
SAID_TO = frozenset({"say", "report", "believe", "think", "claim", "allege", "rumour", "rumor", "understand"})
"""Passives that hand on what nobody answers for: "is said to have fallen"."""
SPEECH = 0.5
"""Share in the clause frame from which a verb may carry a quotation."""


MISREAD = {"hop": "hope"}
"""Lemmas that the parser takes from the wrong verb: "hopes", "hoped"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Shares by lemma and frame, and by frame for words that are not listed. `thoughts`, `sayings`: frames by lemma."""

    lemmas: Mapping[str, Mapping[str, float]]
    frames: Mapping[str, float]
    thoughts: Mapping[str, frozenset[str]]
    sayings: Mapping[str, frozenset[str]]

    def share(self, lemma: str, frame: str) -> float:
        """Share of the occurrences of the lemma in this frame that attribute."""
        if frame in self.sayings.get(lemma, ()):
            return 1.0
        known = self.lemmas.get(lemma)
        if known is not None and frame in known:
            return known[frame]
        if frame == "clause" and known and max(known.values()) >= ELSEWHERE:
            return self.frames[frame]
        return 0.0

    def attributes(self, lemma: str, frame: str) -> float:
        """The share, or 1 where the word is listed as one of thinking or wishing in this frame, or is "said to"."""
        if frame in self.thoughts.get(lemma, ()) or (frame == "passive-infinitive" and lemma in SAID_TO):
            return 1.0
        return self.share(lemma, frame)


@cache
def lexicon() -> Lexicon:
    """The lexicon, once per process."""
    data = vocabulary("cues")
    return Lexicon(data["lemmas"], data["frames"], _frames("thoughts"), _frames("sayings"))


def _frames(name: str) -> Mapping[str, frozenset[str]]:
    return {entry["id"]: frozenset(entry["frames"]) for entry in vocabulary(name)["entries"]}


def best_frame(sentence: Sentence, token: Token) -> str | None:
    """The frame in which the word is likeliest to attribute; None where it does in none."""
    lemma = _lemma(token)
    known = lexicon()
    if not _is_known(lemma):
        return None
    top, best = LEAST, None
    for frame in frames(sentence, token):
        share = known.attributes(lemma, frame)
        if share < LEAST or best == "clause" or (best == "object" and frame.startswith("prep-")):
            continue
        if best is None or share > top:
            top, best = share, frame
    return best


def _lemma(token: Token) -> str:
    lemma = token.lemma.lower()
    return MISREAD.get(lemma, lemma)


def is_listed(word: Token) -> bool:
    """The word attributes in some frame, by the corpus or as a listed word of saying or thinking."""
    return _is_known(_lemma(word))


def _is_known(lemma: str) -> bool:
    known = lexicon()
    return lemma in known.lemmas or lemma in known.thoughts or lemma in known.sayings


def introduces(verb: Token) -> bool:
    """The corpus has the verb with a clause that it attributes."""
    known, lemma = lexicon(), _lemma(verb)
    return speaks(verb) and ("clause" in known.lemmas.get(lemma, {}) or "clause" in known.sayings.get(lemma, ()))


def speaks(verb: Token) -> bool:
    """The verb introduces speech."""
    return lexicon().share(_lemma(verb), "clause") >= SPEECH


def thinks(word: Token) -> bool:
    """The word tells what somebody thinks, fears or wants, not what they said."""
    return _lemma(word) in lexicon().thoughts
