"""Recommendations: what somebody ought to do."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries, is_imperative, is_perfect
from sayso.document.syntax import NOUN_SUBJECTS, Token
from sayso.stages.kinds.cases import bid_and_follow
from sayso.stages.kinds.entries import SAID, made, of_predicate, of_verb
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.present import present
from sayso.stages.kinds.statements import NEGATIVE_FRONTS, Found, Statement, perfect, to_do

INVITING = frozenset({"invite", "ask", "remind", "request"})
"""What is done to whom one bids, in the passive: "the council is invited to …"."""


def recommended(statement: Statement) -> Found | None:
    """ "should", "it is better to", a command, "you cannot"."""
    for verb in statement.clauses():
        for auxiliary in (*auxiliaries(statement.sentence, verb), verb):  # the parser takes "ought" for a verb
            entry = lexicon().words("modal", "recommendation", auxiliary.lower)
            if entry is not None and not _idle(statement, verb, auxiliary):
                return made(entry, (auxiliary,))
        found = _forbidden(statement, verb) or of_verb(statement, verb, "recommendation") or _bidden(statement, verb)
        found = found or _urged(statement, verb)
        if found is not None:
            return found
    return of_predicate(statement, "recommendation")


def _idle(statement: Statement, verb: Token, auxiliary: Token) -> bool:
    """ "must have sunk", "should the court strike it down", "I must say" recommend nothing."""
    subject = statement.sentence.child(verb, "nsubj")
    spoken = subject is not None and subject.lower in {"i", "we"} and verb.lemma in SAID
    return spoken or perfect(statement.sentence, verb) or _inverted(statement, verb, auxiliary)


def _inverted(statement: Statement, verb: Token, auxiliary: Token) -> bool:
    """ "should the court strike it down": a condition."""
    subject = statement.sentence.child(verb, *NOUN_SUBJECTS)
    before = statement.sentence.tokens[max(0, auxiliary.index - 3) : auxiliary.index]
    if any(t.lower in NEGATIVE_FRONTS for t in before):  # "under no circumstances should the port be closed"
        return False
    return subject is not None and auxiliary.index < subject.index < verb.index


def _forbidden(statement: Statement, verb: Token) -> Found | None:
    """ "you cannot attack now"."""
    subject = statement.sentence.child(verb, "nsubj")
    words = [a for a in auxiliaries(statement.sentence, verb) if a.lower in {"can", "ca"}]
    denied = statement.sentence.child(verb, "neg")
    if subject is None or subject.lower != "you" or not words or denied is None:
        return None
    return Found("recommendation", (*words, denied), "rule:kinds.you-cannot")


def _bidden(statement: Statement, verb: Token) -> Found | None:
    """A command; also "do well to" and "let them"."""
    first = next((t for t in statement.tokens if t.pos != "PUNCT"), verb)
    if verb.lemma in lexicon().unbidden:
        return None
    if verb.entity is not None:  # a name that the parser takes for a verb
        return None
    if bid_and_follow(statement) is not None:
        return None
    if is_imperative(statement.sentence, verb) or (verb.lemma == "let" and verb.tag == "VB" and verb == first):
        return Found("recommendation", (verb,), "rule:kinds.command")
    well = statement.sentence.child(verb, "advmod")
    if verb.lemma == "do" and well is not None and well.lower in {"well", "better"} and statement.infinitive(verb):
        return Found("recommendation", (verb, well), "rule:kinds.do-well-to")
    return None


def _urged(statement: Statement, verb: Token) -> Found | None:
    """ "It advised the council to wait", "I ask Spain to yield": the sentence tells who urges and what."""
    if statement.infinitive(verb) is None or any(a.tag == "MD" for a in auxiliaries(statement.sentence, verb)):
        return None
    if is_perfect(statement.sentence, verb) and statement.sentence.child(verb, "auxpass") is not None:
        return None
    subject = statement.sentence.child(verb, "nsubj")
    spoken = subject is not None and subject.lower in {"i", "we"}
    for entry, tokens in lexicon().governing("cue", statement.sentence, verb):
        asked = entry.id == "telling-to" and verb.lemma in INVITING and statement.sentence.child(verb, "auxpass")
        if asked and to_do(statement.sentence, verb) is not None and present(statement, verb):
            return made(entry, tokens)
        toward = statement.sentence.child(verb, "dobj", "nsubjpass", "prep", "dative")
        if entry.kind == "recommendation" and toward is not None and (spoken or entry.id == "urging"):
            return made(entry, tokens)
    return None
