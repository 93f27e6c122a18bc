"""Who can be a source: people, groups, governments, and documents that carry somebody's words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.document.syntax import Sentence, Token
from sayso.vocabulary.load import vocabulary

NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
INANIMATE = frozenset({"LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """The vocabulary, for look-up."""

    nouns: frozenset[str]
    documents: frozenset[str]
    suffixes: tuple[str, ...]
    pronouns: frozenset[str]


@cache
def speakers() -> Speakers:
    """The vocabulary, once per process."""
    data = vocabulary("speakers")
    return Speakers(
        frozenset(data["people"]), frozenset(data["documents"]), tuple(data["suffixes"]), frozenset(data["pronouns"])
    )


def can_speak(sentence: Sentence, word: Token, cue: Token, frame: str) -> bool:
    """The word can head the source of this cue. Documents only say, show or find; they neither want nor praise."""
    known = speakers()
    if word.pos == "PRON":
        if word.lower == "it":
            return frame == "clause" and sentence.child(cue, "expl") is None
        return word.lower in known.pronouns
    if word.entity in INANIMATE and word.pos == "PROPN":
        return False
    if word.pos == "PROPN":
        return True
    lemma = word.lemma.lower()
    if lemma in known.nouns or lemma.endswith(known.suffixes) or word.entity in NAMED:
        return True
    return lemma in known.documents and frame in {"clause", "object", "bare", "noun-clause"}
