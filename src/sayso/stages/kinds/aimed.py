"""Aims: what the speaker, or who is told of, means to do or wants."""

from __future__ import annotations

from sayso.document.predicates import COPULAR, auxiliaries
from sayso.document.syntax import SUBJECTS, VERBAL, Token
from sayso.stages.kinds.entries import made, of_verb
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
WOULD = frozenset({"would", "'d", "’d"})
DESIRED = frozenset({"like", "love", "prefer"})


def aimed(statement: Statement) -> Found | None:
    """ "wants to", "we will not leave", "would like to", "our goal is to"."""
    for verb in statement.clauses():
        found = of_verb(statement, verb, "aim") or _own_doing(statement, verb)
        if found is not None:
            return found
        wanting = statement.sentence.child(verb, "aux")
        if wanting is not None and wanting.lower in WOULD and verb.lemma in DESIRED:
            return Found("aim", (wanting, verb), "rule:kinds.would-like")
    return _goal(statement) or _meaning(statement)


def _own_doing(statement: Statement, verb: Token) -> Found | None:
    """ "We will rebuild it", "The party said it would vote against": what the speaker has in his own hands."""
    sentence = statement.sentence
    subject = _subject(statement, verb)
    if subject is None or not statement.of_itself(subject) or not _willed(statement, verb):
        return None
    for auxiliary in auxiliaries(sentence, verb):
        if auxiliary.lower in WILL or (auxiliary.lower in WOULD and _meant(statement, subject)):
            return Found("aim", (auxiliary, verb), "rule:kinds.own-doing")
    below = statement.infinitive(verb) if verb.lemma == "go" and verb.tag == "VBG" else None
    if below is not None and _willed(statement, below):
        return Found("aim", (verb,), "rule:kinds.own-doing")
    return None


def _subject(statement: Statement, verb: Token) -> Token | None:
    """Its subject, or that of the verb it is joined to."""
    own = statement.sentence.child(verb, *SUBJECTS)
    head = statement.sentence.head(verb)
    if own is None and verb.dep == "conj" and head.pos in VERBAL:
        return _subject(statement, head)
    return own if own is not None and own.dep == "nsubj" else None


def _willed(statement: Statement, verb: Token) -> bool:
    """A doing that one can decide on, and plainly said: not "we will see", "we will probably go"."""
    if verb.tag != "VB" and verb.lemma != "go":
        return False
    if verb.lemma in lexicon().unwilled or statement.sentence.child(verb, "auxpass") is not None:
        return False
    phrases = (lexicon().phrase(statement.sentence, token, "assessment") for token in statement.sentence.clause(verb))
    return not any(found is not None and found[0].id == "guessing" for found in phrases)


def _meant(statement: Statement, subject: Token) -> bool:
    """ "would" of what was said before, or of what one would do oneself."""
    return statement.backshifted() or subject.lower in {"i", "we"}


def _goal(statement: Statement) -> Found | None:
    """ "our goal is to …", "it is our goal to …"."""
    if statement.head.lemma not in COPULAR or statement.infinitive(statement.head) is None:
        return None
    kids = statement.sentence.children(statement.head)
    for noun in (kid for kid in kids if kid.dep in {"nsubj", "attr"}):
        for entry, tokens in lexicon().governing("noun", statement.sentence, noun):
            if entry.kind == "aim":
                return made(entry, tokens)
    return None


def _meaning(statement: Statement) -> Found | None:
    """ "They are eager to talk", "we are determined to stay", "he is bent on revenge"."""
    for token in statement.tokens:
        if token.lower not in lexicon().sets["meaning"]:
            continue
        before, after = statement.sentence.tokens[: token.index], statement.sentence.tokens[token.index + 1 :]
        copula = next((t for t in reversed(before) if t.pos not in {"ADV", "PART"}), None)
        follows = bool(after) and after[0].lower in {"to", "on"}
        linked = copula is not None and copula.lower in {
            "is",
            "are",
            "am",
            "'re",
            "’re",
            "'m",
            "’m",
            "was",
            "were",
            "stands",
            "stand",
            "remains",
            "remain",
            "seems",
            "seem",
        }
        if follows and linked and statement.sentence.clause_head(token) in statement.clauses():
            return Found("aim", (token,), "rule:kinds.meaning-to")
    return None
