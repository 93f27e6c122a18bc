"""Explanations: why something happened, or what it brought about."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries
from sayso.document.syntax import Token
from sayso.stages.kinds.entries import made, of_predicate, of_verb
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement


def explained(statement: Statement) -> Found | None:
    """A verb or noun of cause as the predicate."""
    for verb in statement.clauses():
        found = of_verb(statement, verb, "explanation")
        if found is not None:
            return found
    return of_predicate(statement, "explanation") or offered(statement)


def offered_past(statement: Statement) -> Found | None:
    """An offer of what was or had been, whatever its verb says ("Perhaps it wanted us to fall")."""
    able = any(a.lower == "could" for a in auxiliaries(statement.sentence, statement.head))
    return offered(statement) if able or statement.head.tag in {"VBD", "VBN"} else None


def offered(statement: Statement) -> Found | None:
    """ "Perhaps nobody could respond": one of several explanations on offer, of what is past."""
    if not statement.answers_why:
        return None
    for token in statement.tokens:
        if token.lower in lexicon().offering and token.index <= statement.head.index:
            return Found("explanation", (token,), "rule:kinds.offered")
    return Found("explanation", (), "rule:kinds.offered")


def grounded(statement: Statement) -> Found | None:
    """ "because", "due to" on the main clause."""
    for token in statement.tokens:
        found = lexicon().phrase(statement.sentence, token, "explanation")
        if found is not None and _on_main(statement, token) and not _due(statement, found[1]):
            return made(*found)
    return None


def _on_main(statement: Statement, token: Token) -> bool:
    """The phrase, or the clause it opens, hangs on a main predicate."""
    mains = {t.index for t in statement.clauses()}
    clause = token if token.dep in {"prep", "advmod", "ROOT"} else statement.sentence.head(token)
    governor = statement.sentence.head(clause)
    return governor.index in mains or clause.index in mains


def _due(statement: Statement, words: tuple[Token, ...]) -> bool:
    """ "due to leave" gives no ground."""
    after = statement.sentence.tokens[words[-1].index + 1 : words[-1].index + 2]
    return words[0].lower == "due" and bool(after) and after[0].tag == "VB"
