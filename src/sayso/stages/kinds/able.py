""" "Can" of what is to come: "the war can spread", "only a vote can save it", "it can work if …"."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries, is_perfect
from sayso.document.syntax import SUBJECTS, Token
from sayso.stages.kinds.cases import in_a_case
from sayso.stages.kinds.coming import within
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement

ABLE = frozenset({"can", "ca", "cannot"})
ANYBODY = frozenset({"i", "we", "you", "one", "who", "people", "nobody", "anyone", "everyone"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "such"})
POINTING = frozenset({"it", "this", "that", "which", "things", "everything", "anything"})
LATER = frozenset({"tomorrow", "soon", "eventually", "future", "someday"})


def able(statement: Statement) -> Found | None:
    """The first main clause under "can" that looks ahead."""
    for verb in statement.clauses():
        can = next((a for a in auxiliaries(statement.sentence, verb) if a.lower in ABLE), None)
        subject = statement.sentence.child(verb, *SUBJECTS)
        if can is None or subject is None or is_perfect(statement.sentence, verb):
            continue
        why = _ahead(statement, verb, subject)
        if why is not None:
            return Found("forecast", (can, verb), f"rule:kinds.{why}")
    return None


def _ahead(statement: Statement, verb: Token, subject: Token) -> str | None:
    states = verb.lemma in lexicon().sets["states"] | lexicon().sets["judged-event"]
    if subject.lower in ANYBODY or (states and verb.lemma != "be"):
        return None
    if _only(statement, verb, subject) and not states:
        return "only-can"
    if not states and (in_a_case(statement, verb) or _provided(statement, verb) or _with(statement, subject)):
        return "can-if"
    if _bounded(statement, verb, subject):
        return "cannot-without"
    clause = statement.sentence.clause(verb)
    if any(t.lower in LATER or (t.lower == "any" and _time(statement, t)) or within(statement, t) for t in clause):
        return "can-later"
    denied = statement.sentence.child(verb, "neg") is not None
    comes = verb.lemma in lexicon().sets["can-come"] and _given(statement, subject)
    return "can-come" if comes and not denied and not statement.near.party(subject) else None


def _provided(statement: Statement, verb: Token) -> bool:
    """A case after it, however it is parsed: ", provided they are paid"."""
    return any(
        t.lower in {"if", "unless", "provided"} and t.dep in {"mark", "prep"} and t.index > verb.index
        for t in statement.tokens
    )


def _with(statement: Statement, subject: Token) -> bool:
    """ "With enough money, the clans can be bought"."""
    first = next((t for t in statement.tokens if t.pos not in {"PUNCT", "CCONJ"}), None)
    return first is not None and first.lower == "with" and first.index < subject.index


def _only(statement: Statement, verb: Token, subject: Token) -> bool:
    """ "can only end in war", "only a vote can save it", "nothing can stop it"."""
    kids = (*statement.sentence.children(verb), *statement.sentence.subtree(subject))
    return subject.lower == "nothing" or any(k.lower == "only" and k.dep in {"advmod", "amod", "det"} for k in kids)


def _bounded(statement: Statement, verb: Token, subject: Token) -> bool:
    """ "No truce can last without the hill tribes"."""
    none = statement.sentence.child(verb, "neg") is not None or any(
        k.lower == "no" for t in (subject, *statement.predicates(verb)) for k in statement.sentence.children(t)
    )
    return none and any(t.dep == "prep" and t.lower == "without" for t in statement.sentence.clause(verb))


def _time(statement: Statement, determiner: Token) -> bool:
    return statement.sentence.head(determiner).lemma in {"moment", "day", "time", "minute", "hour"}


def _given(statement: Statement, subject: Token) -> bool:
    """This one, not one of its sort: "the fire", "it", "that"; not "a fire", "fires"."""
    if subject.lower in POINTING or subject.pos == "PROPN":
        return True
    return any(k.lower in DEFINITE for k in statement.sentence.children(subject))
