"""Support: what grammar says for an attribution that a model is not sure of."""

from __future__ import annotations

from sayso.document.syntax import Token
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.frames import frames
from sayso.stages.claims.lexicon import SAID_TO, is_listed, lexicon
from sayso.stages.claims.spans import QUOTES

BACKED = 0.5
"""Share in PolNeAR train from which a word attributes in the frame it stands in; chosen on dev."""
OPENERS = frozenset({"that", "whether", "if", "why", "how", "what", "who", "where", "when"})
CLAUSES = frozenset({"ccomp", "acl"})
REPORTED = SAID_TO | {"expect", "accuse", "suspect", "fear", "estimate", "quote"}
"""Verbs whose passive tells of a claim although it names no voice."""


def is_supported(one: Attribution) -> bool:
    """Its cue is a word of saying or thinking, governs a clause or a quotation, or attributes in its frame.

    Without a source only what is said to be so, and by nobody in particular, counts: "is reported to have fallen".
    """
    if one.speaker is None:
        return one.head.lemma.lower() in REPORTED or (one.head.pos == "NOUN" and _governs_clause(one))
    if one.head.pos not in {"VERB", "NOUN", "ADJ", "AUX"}:
        return True
    return is_listed(one.head) or _governs_clause(one) or _is_quoted(one) or _is_backed(one)


def _governs_clause(one: Attribution) -> bool:
    """ "said the port was lost", "his fear that …", "asked why …"."""
    tokens = [t for piece in one.content for t in one.sentence.tokens_in(piece)]
    cue = {t.index for mark in one.cue for t in one.sentence.tokens_in(mark) if is_listed(t)}
    if any(t.dep in CLAUSES and t.head in cue for t in tokens):
        return True
    return bool(tokens) and tokens[0].lower in OPENERS and one.sentence.head(tokens[0]) != one.head


def _is_quoted(one: Attribution) -> bool:
    words = [t for piece in one.content for t in one.sentence.tokens_in(piece)]
    return any(t.text in QUOTES for t in words)


def _is_backed(one: Attribution) -> bool:
    """The frame is one in which the word attributes more often than not, by the corpus or as a word of thinking."""
    word = one.head
    known = lexicon()
    return any(known.attributes(_lemma(word), frame) >= BACKED for frame in frames(one.sentence, word))


def _lemma(word: Token) -> str:
    return word.lemma.lower()
