"""Cases: whether a statement stands under a condition, however it is put."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries, has_condition, is_imperative
from sayso.document.syntax import SUBJECTS, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement

INVERTED = frozenset({"should", "were", "had"})
FINITE = frozenset({"VBZ", "VBP"})
STATES = frozenset(
    {"be", "have", "know", "want", "need", "mean", "seem", "feel", "think", "believe", "say", "call", "ask"}
)
LONGEST = 4
"""Words of the longest of the phrases that open a case."""
ANYONE = frozenset({"you", "one", "i", "we", "it", "who", "that"})


def in_a_case(statement: Statement, verb: Token) -> bool:
    """An if-clause hangs on it, or it begins with "without …", "should …", "in the event of …", "only with …"."""
    return has_condition(statement.sentence, verb) or _opened(statement)


def _opened(statement: Statement) -> bool:
    first = next((t for t in statement.tokens if t.pos not in {"PUNCT", "CCONJ"}), None)
    if first is None:
        return False
    if first.lower in INVERTED:
        return statement.sentence.tokens[-1].text != "?" and first.index < statement.head.index
    words = [t.lower for t in statement.sentence.tokens[first.index : first.index + LONGEST]]
    return any(" ".join(words[: n + 1]) in lexicon().sets["cases"] for n in range(len(words)))


def present_case(statement: Statement) -> Found | None:
    """ "The talks resume only if the shelling stops": what comes of it, in the present."""
    verb = statement.head
    subject = statement.sentence.child(verb, *SUBJECTS)
    if verb.tag not in FINITE or verb.lemma in STATES or subject is None or subject.lower in ANYONE:
        return None
    if auxiliaries(statement.sentence, verb) or not has_condition(statement.sentence, verb):
        return None
    return Found("forecast", (verb,), "rule:kinds.present-case")


def bid_and_follow(statement: Statement) -> Found | None:
    """ "Raise the tax and you will have a revolt": the command puts the case for what follows."""
    verb = statement.head
    if not is_imperative(statement.sentence, verb):
        return None
    for kid in statement.sentence.children(verb):
        own = statement.sentence.child(kid, *SUBJECTS)
        joint = statement.sentence.child(verb, "cc")
        if kid.dep != "conj" or own is None or joint is None or joint.lower != "and":
            continue
        helped = auxiliaries(statement.sentence, kid)
        if kid.tag in FINITE or any(a.lower in {"will", "'ll", "’ll", "would"} for a in helped):
            return Found("forecast", (joint, kid), "rule:kinds.bid-and-follow")
    return None
