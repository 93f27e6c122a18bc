"""Whether a stance is held: not wished for, asked about, possible, ended or denied."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries, has_condition
from sayso.document.records import StanceValue
from sayso.document.syntax import SUBJECTS, VERBAL, Sentence, Token
from sayso.factuality.scope import belief
from sayso.stages.stances.found import Found
from sayso.stages.stances.lexicon import lexicon

SURE = frozenset({"certain", "probable"})
UNREAL = frozenset({"would", "could", "may", "might", "can", "should", "must", "ought", "'d", "ca"})
FUTURE = frozenset({"will", "shall", "'ll", "wo"})
UNDONE = frozenset({"from", "without", "against", "than"})
"""Prepositions before what is no more, or is not done."""
ENDED = frozenset({"once", "formerly", "previously", "initially", "originally"})
DENYING = frozenset({"not", "n't", "n’t", "never", "refuse", "no", "nor", "neither", "nothing"})


def value(sentence: Sentence, found: Found, own: bool) -> StanceValue | None:
    """The stance that is held; None where none is. `own`: the text or the holder says so, nobody else."""
    if found.head is None:
        return found.entry.value
    if _shown(sentence, found.head) or _wished(sentence, found, found.head):
        return found.entry.value
    if not _real(sentence, found.head, own or found.entry.denied):
        return None
    if _cannot(sentence, found.head):
        return found.entry.negated
    held = belief(sentence, found.head)
    if held.level not in SURE or held.polarity == "unknown":
        return None
    if held.polarity == "positive":
        return None if found.entry.denied else found.entry.value
    denying = DENYING | {"decline"} if found.entry.denied else DENYING
    denied = any(t.lemma.lower() in denying or t.lower in denying for t in held.basis)
    return found.entry.negated if denied else None


def _cannot(sentence: Sentence, verb: Token) -> bool:
    """ "Cannot support", "can't approve of"."""
    kids = sentence.children(verb)
    return any(kid.lower in {"can", "ca"} for kid in kids) and any(kid.dep == "neg" for kid in kids)


def _shown(sentence: Sentence, verb: Token) -> bool:
    """A purpose that the deed itself shows: "gathered to support", "blocked the road to protest"."""
    above = sentence.head(verb)
    if verb.tag != "VB" or verb.dep != "advcl" or above.tag not in {"VBD", "VBP", "VBZ"}:
        return False
    bare = not any(kid.dep in {"neg", "aux"} for kid in sentence.children(above))
    return bare and (above.lemma in lexicon().showing or verb.lemma in lexicon().shown)


def _wished(sentence: Sentence, found: Found, verb: Token) -> bool:
    """ "I want to thank you" thanks; what somebody else is wanted to do is not done."""
    above = sentence.head(verb)
    if found.entry.value != "praises" or verb.dep != "xcomp" or above.lemma not in lexicon().wishing:
        return False
    others = sentence.child(verb, *SUBJECTS) or sentence.child(above, "dobj", "neg")
    return others is None and found.entry.frame == "verb"


def _real(sentence: Sentence, head: Token, own: bool) -> bool:
    """No modal, no other day, no verb above that leaves it open."""
    if head.pos not in VERBAL:
        return True
    if has_condition(sentence, head):
        return False
    if head.dep == "pcomp" and sentence.head(head).lower in UNDONE:
        return False
    above = sentence.head(sentence.head(head)) if head.dep == "pcomp" else head
    if above.lower == "short" or sentence.head(head).lemma in {"stop", "cease", "quit"}:
        return False  # "stopped short of condemning", "ceased to back"
    helping = frozenset(t.lower for t in auxiliaries(sentence, head))
    if _cannot(sentence, head):
        return True
    if helping & UNREAL or (helping & FUTURE and not own):
        return False
    if any(kid.lower in ENDED for kid in sentence.children(head)):
        return False
    if head.dep == "xcomp" and sentence.head(head).lower == "going":
        return own
    finite = head.tag != "VB" or bool(helping - {"to"})
    return finite or _stated(sentence, head) or _kept(sentence, head)


def _stated(sentence: Sentence, verb: Token) -> bool:
    """A base form with a subject of its own in a main clause is the present tense: "We, the writers, stand …"."""
    return verb.dep == "ROOT" and sentence.child(verb, "nsubj") is not None and sentence.child(verb, "aux") is None


def _kept(sentence: Sentence, verb: Token) -> bool:
    """An infinitive under a verb that leaves it true; a clause that is joined to another shares it."""
    above = sentence.head(verb)
    if verb.dep == "conj" and above.pos in VERBAL:
        return above.tag != "VB" or _real(sentence, above, own=True)
    if verb.dep in {"xcomp", "ccomp"}:
        if sentence.child(above, "dobj") is not None:
            return False
        return above.lemma in lexicon().keeping or above.lemma in {"refuse", "decline"}
    return False
