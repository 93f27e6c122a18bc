"""Addressees: who is urged or asked, or who ought to do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.document.predicates import auxiliaries
from sayso.document.syntax import NOUNS_AND_PRONOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.outlooks.lexicon import lexicon
from sayso.stages.outlooks.statements import Statement

Party = Callable[[Token], bool]
"""Whether a word stands for a person or a body."""
TOWARDS = frozenset({"on", "upon", "to", "with", "of"})
"""Prepositions before whom one calls on, appeals to, pleads with, demands something of."""


def addressee(statement: Statement, party: Party) -> tuple[Token, str] | None:
    """The word for whom a recommendation or a question goes to, and the rule that found it."""
    for rule in (_told, _bound, _for):
        for token in rule(statement):
            if token.lower not in lexicon().sets["nobody"] and (token.pos == "PROPN" or party(token)):
                return token, f"rule:outlooks.{rule.__name__.strip('_')}"
    return None


def _told(statement: Statement) -> Iterator[Token]:
    """ "urged the council to pay", "called on Spain to yield": the object of the cue that is no part of the content."""
    if statement.cue is None:
        return
    sentence, cue = statement.cue
    own = statement.own if sentence is statement.sentence else frozenset[int]()
    for kid in sentence.children(cue):
        if kid.index in own or kid.index < cue.index:
            continue
        if kid.dep in {"dobj", "dative", "oprd"} and kid.pos in NOUNS_AND_PRONOUNS:
            yield kid
        elif kid.dep in {"prep", "dative", "prt"} and kid.lower in TOWARDS:
            yield from (below for below in sentence.children(kid) if below.dep == "pobj" and below.index not in own)
    if sentence is statement.sentence:
        yield from _before_infinitive(statement, cue)


def _before_infinitive(statement: Statement, cue: Token) -> Iterator[Token]:
    """The subject of the "to" clause: "told [the rebels] to go home"."""
    sentence = statement.sentence
    own = sentence.child(statement.top, "nsubj")
    if own is not None and own.index > cue.index and statement.top.tag == "VB":
        yield own


def _bound(statement: Statement) -> Iterator[Token]:
    """ "Spain should yield": the subject of what ought to be done; in the passive who it is to be done by."""
    sentence, verb = statement.sentence, _verb(statement)
    if verb is None or statement.kind.kind == "question":
        return
    if sentence.child(verb, "nsubjpass") is not None:
        by = sentence.child(verb, "agent")
        yield from (kid for kid in sentence.children(by) if kid.dep == "pobj") if by is not None else ()
        return
    subject = _subject(sentence, verb)
    if subject is not None:
        yield subject


def _verb(statement: Statement) -> Token | None:
    """The verb of what ought to be done."""
    top = statement.top
    return top if top.pos in VERBAL else None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    """Its own subject, or that of the verb it is joined to."""
    own = sentence.child(verb, *SUBJECTS)
    if own is None and verb.dep == "conj" and sentence.head(verb).pos in VERBAL:
        return _subject(sentence, sentence.head(verb))
    return own if own is not None and own.dep == "nsubj" else None


def _for(statement: Statement) -> Iterator[Token]:
    """ "it is time for the council to act": the subject of the "to" clause."""
    sentence = statement.sentence
    for token in statement.tokens:
        if token.lower == "for" and token.dep in {"mark", "prep"}:
            verb = sentence.head(token)
            if token.dep == "mark" and verb.tag == "VB":
                own = sentence.child(verb, "nsubj")
                if own is not None:
                    yield own
            elif token.dep == "prep" and auxiliaries(sentence, verb) == () and sentence.head(token).pos == "ADJ":
                yield from (kid for kid in sentence.children(token) if kid.dep == "pobj")
