"""Explanations put forward as one of several: "One theory is that …", "The second is the drones", "H1: …"."""

from __future__ import annotations

import re

from sayso.document.predicates import COPULAR, auxiliaries
from sayso.document.syntax import VERBAL, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement

LABEL = re.compile(r"(?:h|hypothesis|theory|version|explanation|variant)[ -]?(?:\d{1,2}|[a-d])", re.IGNORECASE)
LABELLED = 3
"""Tokens that a label may take: "Hypothesis 2:"."""
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "should", "must", "would", "may", "might", "could"})
HOLDING = frozenset({"hold", "say", "be", "go", "run", "suggest", "claim"})


def theory(statement: Statement) -> Found | None:
    """A theory of what is or was, by its name or by its label; what it says is not to come."""
    if any(a.lower in AHEAD for v in statement.clauses() for a in auxiliaries(statement.sentence, v)):
        return None
    return _named(statement) or _labelled(statement) or _on_one_view(statement)


VIEWS = frozenset({"view", "reading", "account", "theory", "version", "interpretation", "telling"})


def _on_one_view(statement: Statement) -> Found | None:
    """ "On one view, they had been beaten", "on another, they were bought": what is told of what was."""
    words = [t for t in statement.tokens[:4] if t.pos != "PUNCT"]
    if len(words) < 2 or words[0].lower not in {"on", "by"} or words[1].lower not in {"one", "another", "this", "that"}:
        return None
    alone = statement.tokens[2:3] and statement.tokens[2].text == ","
    past = statement.head.tag in {"VBD", "VBN"}
    known = len(words) > 2 and words[2].lower in VIEWS
    return Found("explanation", (words[1],), "rule:kinds.theory") if past and (alone or known) else None


def _named(statement: Statement) -> Found | None:
    """ "The official version is that it was needed", "one theory holds that he was bought"."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubj")
        if (
            subject is None
            or subject.lemma.lower() not in lexicon().sets["theories"]
            or verb.lemma not in HOLDING | COPULAR
        ):
            continue
        said = statement.sentence.child(verb, "ccomp", "attr")
        if said is not None and (said.pos in VERBAL or subject.lemma in {"explanation", "theory", "hypothesis"}):
            return Found("explanation", (subject,), "rule:kinds.theory")
    return _cue(statement)


def _cue(statement: Statement) -> Found | None:
    """The same where the theory attributes the claim."""
    cue = statement.cue[1] if statement.cue is not None else None
    if cue is None or cue.lemma.lower() not in lexicon().sets["theories"] or cue.pos != "NOUN":
        return None
    return Found("explanation", (cue,), "rule:kinds.theory")


def _labelled(statement: Statement) -> Found | None:
    """ "H1: the chief was caught selling passports"."""
    words: list[Token] = []
    for token in statement.sentence.tokens[: LABELLED + 1]:
        if token.text in {":", ".", ")", "–", "—"} and words:
            label = LABEL.fullmatch(" ".join(t.text for t in words)) or LABEL.fullmatch("".join(t.text for t in words))
            return Found("explanation", (words[0],), "rule:kinds.labelled-theory") if label else None
        words.append(token)
    return None
