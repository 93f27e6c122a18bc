"""Which way a clause looks in time: the tense of its verb, climbing out of clauses that have none of their own."""

from __future__ import annotations

from sayso.document.syntax import AUXILIARIES, NOUNS, Sentence, Token
from sayso.stages.times.lexicon import lexicon

PAST, UNCLEAR, AHEAD = -1, 0, 1
FINITE = {"VBD": PAST, "VBZ": UNCLEAR, "VBP": UNCLEAR}


def direction(sentence: Sentence, token: Token) -> int:
    """PAST, AHEAD or UNCLEAR for the innermost clause around the token that says."""
    found = _of_clauses(sentence, token)
    return min(found, UNCLEAR) if _beside_a_deed(sentence, token) else found


def _of_clauses(sentence: Sentence, token: Token) -> int:
    """The direction of the innermost clause that shows one."""
    verb = sentence.clause_head(token)
    while True:
        found = _of(sentence, verb)
        if found is not None:
            return found
        outer = sentence.clause_head(sentence.head(verb)) if verb.head != verb.index else verb
        if outer.index == verb.index:
            return UNCLEAR
        verb = outer


def _beside_a_deed(sentence: Sentence, token: Token) -> bool:
    """ "Wednesday's ruling" is over whatever the verb says; "Sunday's vote" may be to come."""
    noun = sentence.head(token)
    if token.dep not in {"poss", "compound", "nmod", "amod"} or noun.pos not in NOUNS:
        return False
    return noun.lemma not in lexicon().announced


def _of(sentence: Sentence, verb: Token) -> int | None:
    """The direction a predicate shows itself; None where it has no tense of its own."""
    helpers = [kid for kid in sentence.children(verb) if kid.dep in AUXILIARIES]
    if any(kid.tag == "MD" for kid in helpers):
        if any(kid.lemma == "have" and kid.tag == "VB" for kid in helpers):
            return PAST
        return UNCLEAR if any(kid.lower == "could" for kid in helpers) else AHEAD
    if any(kid.lower == "to" for kid in helpers):
        return PAST if any(kid.lemma == "have" for kid in helpers) else _of_infinitive(sentence, verb)
    if verb.lemma in lexicon().planned:
        return AHEAD
    if verb.tag == "VBN" and verb.dep == "acl" and not helpers:
        return PAST
    finite = next((kid for kid in helpers if kid.tag in FINITE), None) or verb
    if finite.tag == "VBD":
        return PAST
    if finite.tag not in FINITE:
        return None
    if finite is not verb and finite.lemma == "have":
        return PAST
    return AHEAD if _points_ahead(verb, finite) else UNCLEAR


def _of_infinitive(sentence: Sentence, verb: Token) -> int | None:
    """ "is to meet", "plans to meet" look ahead; "managed to escape" does what its governor does."""
    governor = sentence.head(verb)
    if any(kid.lower == "had" and kid.dep == "aux" for kid in sentence.children(governor)):
        return PAST
    if governor.lemma in lexicon().scheduled or governor.lemma == "be" or governor.pos in NOUNS:
        return AHEAD
    return None


def _points_ahead(verb: Token, finite: Token) -> bool:
    """The present tense of plans: "meets on Monday", "is leaving on Monday", "is scheduled for Monday"."""
    return verb.lemma in lexicon().scheduled or (verb.tag == "VBG" and finite.lemma == "be")
