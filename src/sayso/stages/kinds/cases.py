"""Cases: whether a statement stands under a condition, however it is put."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries, conditional_mark, has_condition, is_imperative
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
    if first.lower == "had":
        return False  # "had he listened, he would still have his seat": what did not come about
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
    if auxiliaries(statement.sentence, verb) or not (_case_of(statement, verb) or _would_be_lost(statement)):
        return None
    return Found("forecast", (verb,), "rule:kinds.present-case")


def _case_of(statement: Statement, verb: Token) -> bool:
    """An if-clause, but not "even if", hangs on it."""
    for kid in statement.sentence.children(verb):
        mark = conditional_mark(statement.sentence, kid)
        if mark is not None:
            return mark.index == 0 or statement.sentence.tokens[mark.index - 1].lower != "even"
    return False


LOSING = frozenset({"without", "barring", "failing", "absent", "short", "in", "the", "should"})


def _would_be_lost(statement: Statement) -> bool:
    """ "Without fresh money, the mines close", "the moment they leave, the looting begins"."""
    first = next((t for t in statement.tokens if t.pos not in {"PUNCT", "CCONJ"}), None)
    if first is None or first.lower not in LOSING or first.index > statement.head.index:
        return False
    words = [t.lower for t in statement.sentence.tokens[first.index : first.index + LONGEST]]
    opened = first.lower in {"without", "barring", "failing", "absent"} or " ".join(words[:2]) in FRONTS
    return opened or " ".join(words) == "in the event of" or (first.lower == "should" and first.dep == "aux")


FRONTS = frozenset({"the moment", "the day", "the minute", "the instant", "short of"})


def lost_case(statement: Statement) -> Found | None:
    """ "If they cross the river, it is war", "if that fails, the treaty is dead"."""
    verb = statement.head
    fronted = any(
        (mark := conditional_mark(statement.sentence, kid)) is not None
        and (kid.index < verb.index or mark.lower == "unless")
        for kid in statement.sentence.children(verb)
    )
    if verb.lemma != "be" or verb.tag not in FINITE or not fronted or auxiliaries(statement.sentence, verb):
        return None
    for word in statement.predicates(verb):
        ends = lexicon().sets["ends"] | lexicon().upcoming
        if word.lower in OVER or (word.lemma in ends and word.dep == "attr"):
            return Found("forecast", (verb, word), "rule:kinds.present-case")
    return None


OVER = frozenset({"dead", "over", "finished", "gone", "lost", "doomed", "done", "inevitable"})


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
