"""What is said in the present, and whether a clause in the present tells of a happening that is still to come."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries, is_perfect
from sayso.document.syntax import VERBAL, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Statement

SAME = frozenset({"put", "set", "cut", "bet", "hit", "cost", "let", "shut", "split", "spread"})
"""Forms that are past and present, and that the parser takes for either."""
PAST = frozenset({"VBD", "VBN"})
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d", "may", "might", "could", "can", "ca"})


def present(statement: Statement, verb: Token, modal: bool = False) -> bool:
    """It speaks of now, or of what was now when it was said; under a modal only where that is allowed."""
    helped = auxiliaries(statement.sentence, verb)
    if is_perfect(statement.sentence, verb) or (not modal and any(a.tag == "MD" for a in helped)):
        return False
    past = any(a.tag == "VBD" for a in helped) or (verb.tag == "VBD" and not helped and verb.lower not in SAME)
    return not past or statement.backshifted()


def happens(statement: Statement, verb: Token) -> bool:
    """ "that the pact collapses", "that they will yield": a happening, neither done nor under way nor a state."""
    if verb.pos not in VERBAL or is_perfect(statement.sentence, verb):
        return False
    helped = auxiliaries(statement.sentence, verb)
    if any(a.lower in AHEAD for a in helped):
        return True
    going = verb.lemma == "go" and verb.tag == "VBG"
    if verb.tag in PAST and not any(a.tag in {"VBZ", "VBP"} for a in helped):
        return statement.backshifted() and bool(helped) and helped[-1].tag == "VBN"
    return going or (verb.tag != "VBG" and verb.lemma not in lexicon().sets["states"])
