"""What the words of a sentence show before it is known who they are: a stance with its holder and what it is toward."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.document.syntax import Sentence, Token
from sayso.stages.stances.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a stance. `holder` is None where whoever speaks holds it, the verb itself where it shows no subject.

    `head` is the word whose denial or doubt would undo the stance, None where the words take it for granted
    ("supporters of X"). `act` heads the words for what was done by what it is `toward`; `doer` is who does what it is
    toward, where the words say so.
    """

    entry: Entry
    basis: tuple[Token, ...]
    holder: Token | None
    toward: Token
    head: Token | None
    act: Token | None = None
    doer: Token | None = None
    definite: bool = False
    """It is toward something the words point to: "a critic of the war"."""
    clause: tuple[Token, ...] = ()
    """All the words for what it is toward, where that is a whole clause."""


def governed(sentence: Sentence, preposition: Token | None) -> Token | None:
    """What stands behind a preposition: a noun or a gerund."""
    return sentence.child(preposition, "pobj", "pcomp") if preposition is not None else None


def behind(sentence: Sentence, head: Token, *prepositions: str) -> Token | None:
    """What stands behind the first of the head's own prepositions of these."""
    for kid in sentence.children(head):
        if kid.dep in {"prep", "dative", "agent"} and kid.lower in prepositions:
            found = governed(sentence, kid)
            if found is not None and found.entity not in {"DATE", "TIME"}:
                return found
    return None
