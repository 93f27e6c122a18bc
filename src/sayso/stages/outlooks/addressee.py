"""Addressees: who is urged or asked, or who ought to do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.document.predicates import auxiliaries
from sayso.document.syntax import NOUNS_AND_PRONOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.outlooks.lexicon import lexicon
from sayso.stages.outlooks.statements import Statement

Party = Callable[[Token], bool]
"""Whether a word stands for a person or a body."""
PERSONS = frozenset({"he", "she", "they", "them", "him", "her"})
TIMES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "PERCENT"})
"""Labels of the parser for what is nobody."""
TOWARDS = frozenset({"on", "upon", "to", "with", "of"})
"""Prepositions before whom one calls on, appeals to, pleads with, demands something of."""


def addressee(statement: Statement, party: Party) -> tuple[Token, str] | None:
    """The word for whom a recommendation or a question goes to, and the rule that found it.

    Whoever is spoken to is somebody; of the rest only names, persons and bodies are.
    """
    for rule in (_told, _bound, _for, _falling_to, _let):
        for token in rule(statement):
            known = (
                rule is _told
                or party(token)
                or token.lemma in lexicon().sets["persons"]
                or token.pos == "PROPN"
                or token.lower in PERSONS
            )
            if known and token.lower not in lexicon().sets["nobody"] and token.entity not in TIMES:
                return token, f"rule:outlooks.{rule.__name__.strip('_')}"
    return None


def _told(statement: Statement) -> Iterator[Token]:
    """ "urged the council to pay", "called on Spain to yield", "the crews were told to go": who the cue speaks to."""
    sentence, cue = _urging(statement)
    if cue is None:
        return
    own = statement.own if sentence is statement.sentence else frozenset[int]()
    bidden = sentence is statement.sentence and (cue == statement.top or _for_cue(statement, cue))
    for kid in sentence.children(cue):
        inside = kid.index in own and not (bidden and (kid.index < statement.top.index or cue == statement.top))
        if kid.dep == "nsubjpass" and bidden:
            yield kid
        elif inside or kid.index < cue.index:
            continue
        elif kid.dep in {"dobj", "dative", "oprd"} and kid.pos in NOUNS_AND_PRONOUNS:
            yield kid
        elif kid.dep in {"prep", "dative", "prt"} and kid.lower in TOWARDS:
            yield from (below for below in sentence.children(kid) if below.dep == "pobj")
    if bidden:
        yield from _before_infinitive(statement, cue)


def _for_cue(statement: Statement, cue: Token) -> bool:
    """What is to be done is a "to" clause of the cue: not "rules to end …"."""
    return statement.top.tag == "VB" and statement.top.dep in BIDDEN and statement.top.head == cue.index


def _urging(statement: Statement) -> tuple[Sentence, Token | None]:
    """The word that urges or asks: the cue, or the predicate where the sentence tells who urges whom."""
    if statement.cue is not None and not statement.shown:
        return statement.cue
    top = statement.top
    below = any(kid.dep in BIDDEN and kid.tag == "VB" for kid in statement.sentence.children(top))
    urges = statement.kind.why.by in URGING and top.anchor in statement.kind.basis
    return statement.sentence, top if below and urges else None


BIDDEN = frozenset({"xcomp", "ccomp", "advcl"})
"""Labels of the clause of what is to be done."""
URGING = frozenset({"lexicon:kinds.urging", "lexicon:kinds.telling-to", "lexicon:kinds.suggesting"})


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


def _falling_to(statement: Statement) -> Iterator[Token]:
    """ "It falls to the council to act", "it is high time he called their bluff"."""
    sentence, top = statement.sentence, statement.top
    for kid in sentence.children(top):
        if top.lemma == "fall" and kid.dep in {"prep", "dative"} and kid.lower == "to":
            yield from (below for below in sentence.children(kid) if below.dep == "pobj")
        if top.lower == "time" and kid.pos in VERBAL:
            own = sentence.child(kid, "nsubj")
            if own is not None:
                yield own


def _let(statement: Statement) -> Iterator[Token]:
    """ "Let them open the gate"; not "let us"."""
    if statement.top.lemma == "let":
        for kid in statement.sentence.children(statement.top):
            own = statement.sentence.child(kid, "nsubj") if kid.dep in BIDDEN else None
            if own is not None:
                yield own
