"""Tense: whether what a predicate says lies in the past, the present or the future, as its verbs tell.

A tense is what the words say, not what is known: "had sailed" and "has sailed" are both past, "will sail", "is to sail"
and "hopes to sail" all future. Where the words leave it open ("could sail", "the sailing of the ship") it is None.
"""

from __future__ import annotations

from sayso.document.predicates import COPULAR, LINKING, PREDICATIVE, auxiliaries, is_infinitive, is_perfect
from sayso.document.records import Tense
from sayso.document.syntax import DEFINITE, FINITE, NOUNS, VERBAL, Sentence, Token
from sayso.factuality.lexicon import lexicon

COMING = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"})
OPEN = frozenset({"may", "might", "must", "should", "ought"})
"""Modals of what is or comes: the one with a state, the other with a happening."""
ABLE = frozenset({"can", "ca", "can't"})
"""Modals of what is in somebody's power at no time in particular."""
STATES = COPULAR | {"have", "know", "exist", "want", "need", "believe", "think", "own", "contain", "belong", "depend"}
"""Lemmas of verbs that say how things are, not what happens."""
DUE = frozenset({"due", "set", "about", "bound", "scheduled", "slated", "poised", "ready", "go"})
"""What "to" follows where something is to come: "is set to", "is going to"."""
ASPECTUAL = frozenset({"begin", "start", "continue", "cease", "stop", "keep", "finish", "resume", "help", "manage"})
"""Verbs that share the time of what they govern, in the tense that they stand in themselves."""
CARRIED = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})


def tense(sentence: Sentence, token: Token) -> Tense | None:
    """When what this word says takes place; None where its words do not tell."""
    if token.pos in VERBAL:
        return _of_verb(sentence, token)
    head = sentence.head(token)
    if token.pos in {"ADJ", "ADV"} and head.lemma in LINKING:
        return _of_verb(sentence, head)
    return _of_noun(sentence, token) if token.pos in NOUNS else None


def _of_noun(sentence: Sentence, noun: Token) -> Tense | None:
    """A happening has the tense of the verb that carries it, but for one that is taken as known."""
    head = sentence.head(noun)
    known = any(kid.lower in DEFINITE or kid.dep == "poss" for kid in sentence.children(noun))
    if known or noun.dep not in CARRIED or head.pos not in VERBAL:
        return None
    return "future" if looks_ahead(head) else _of_verb(sentence, head)


def _of_verb(sentence: Sentence, verb: Token) -> Tense | None:
    helping = auxiliaries(sentence, verb)
    modals = {t.lower for t in helping if t.tag == "MD"}
    if modals:
        return _of_modal(sentence, verb, modals)
    if verb.dep == "conj" and verb.tag == "VB" and sentence.child(verb, "aux") is None:
        return _of_verb(sentence, sentence.head(verb)) if sentence.head(verb).pos in VERBAL else None
    bare = not any(t.tag in FINITE for t in helping)
    if bare and (verb.tag in {"VB", "VBG"} or any(t.lower == "to" for t in helping)):
        return _governed(sentence, verb)
    if bare and any(t.lemma == "be" and t.tag == "VB" for t in helping):
        return "future"  # "demands that it be found"
    if is_perfect(sentence, verb) or verb.tag == "VBD":
        return "past"
    finite = next((t for t in helping if t.tag in FINITE), verb)
    return _of_form(sentence, verb, finite)


def _of_form(sentence: Sentence, verb: Token, finite: Token) -> Tense | None:
    """By the finite verb of the clause; a participle on its own ("the town taken in May") is done."""
    if finite.tag == "VBD":
        return "past"
    if finite.tag in {"VBP", "VBZ"}:
        return "future" if _is_due(sentence, verb) else "present"
    return "past" if verb.tag == "VBN" else None


def _is_due(sentence: Sentence, verb: Token) -> bool:
    """ "is to leave", "is going to leave", "is due to leave", "is set to leave"."""
    said = [kid for kid in sentence.children(verb) if kid.dep in PREDICATIVE]
    if verb.lemma in DUE or any(word.lower in DUE for word in said):
        return any(_bare(kid) for word in (verb, *said) for kid in sentence.children(word))
    return verb.lemma == "be" and not said and any(_bare(kid) for kid in sentence.children(verb))


def _bare(clause: Token) -> bool:
    return clause.dep == "xcomp" and clause.tag == "VB"


def _of_modal(sentence: Sentence, verb: Token, modals: set[str]) -> Tense | None:
    if is_perfect(sentence, verb):
        return "past" if not modals & {"will", "shall", "'ll", "’ll"} else "future"
    if modals & COMING:
        return "future"
    if verb.tag == "VBG" or verb.lemma in STATES:
        return "present" if modals & (OPEN | ABLE) else None
    return "future" if modals & OPEN else None


def _governed(sentence: Sentence, verb: Token) -> Tense | None:
    """A "to" or "-ing" clause: done where it is perfect, else by the word over it."""
    if is_perfect(sentence, verb):
        return "past"
    head = sentence.head(verb)
    if verb.dep == "conj" and head.pos in VERBAL:
        return _of_verb(sentence, head)
    if verb.dep in {"pcomp"} and head.pos == "ADP":
        head = sentence.head(head)
    if head.index == verb.index:
        return None
    if looks_ahead(head) or (head.lemma == "be" and is_infinitive(sentence, verb)):
        return "future"
    shares = head.lemma in ASPECTUAL | LINKING or _implies(sentence, head)
    return _of_verb(sentence, head) if shares and head.pos in VERBAL else None


def looks_ahead(head: Token) -> bool:
    """ "expects to", "plans to", "is likely to", "a plan to": what they govern is to come."""
    lemma = head.lemma.lower()
    return lemma in DUE or lemma in lexicon().ahead


def _implies(sentence: Sentence, head: Token) -> bool:
    match = lexicon().verb(sentence, head, "infinitive")
    return match is not None and match.entry.id == "fail"
