"""Capitals and countries that act as governments, told by grammar alone."""

from __future__ import annotations

from sayso.document.syntax import Sentence, Token
from sayso.vocabulary.naming import word_class


def acts(sentence: Sentence, head: Token) -> bool:
    """The token is the subject or agent of a deciding verb, owns a policy, or rules."""
    above = sentence.head(head)
    if head.dep == "conj":
        return acts(sentence, above) if above.index != head.index else False
    if head.dep in ("nsubj", "nsubjpass"):
        return _decides(sentence, above) and head.dep == "nsubj"
    if head.dep in ("poss", "compound"):
        return above.lemma in word_class("policy") and above.pos == "NOUN"
    if head.dep == "pobj":
        return _governs(sentence, above)
    return False


def _decides(sentence: Sentence, verb: Token) -> bool:
    return verb.lemma in word_class("acting-verbs")


def _governs(sentence: Sentence, preposition: Token) -> bool:
    above = sentence.head(preposition)
    if preposition.dep == "agent":
        return _decides(sentence, above)
    if preposition.lower == "of":
        return above.lemma in word_class("under-control")
    if preposition.lower in ("with", "between"):
        return above.lemma in word_class("governed-by")
    return False
