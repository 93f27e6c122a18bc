"""Focus: from "it is likely that he left" to "left", past every hedge of the one who speaks."""

from __future__ import annotations

from sayso.document.predicates import LINKING, PREDICATIVE, is_infinitive
from sayso.document.syntax import NOUN_SUBJECTS, Sentence, Token
from sayso.factuality.clauses import predicative
from sayso.factuality.operators import CARRYING, completes, leading, of_noun, operator

COMPLEMENTS = ("ccomp", "xcomp", "csubj", "csubjpass", "acl", "relcl")
FIRST_PERSON = frozenset({"i", "we", "my", "our"})
EVERYBODY = frozenset({"nobody", "none", "everybody", "everyone", "anybody", "anyone", "one"})
"""Subjects of what holds for all, the one who speaks among them: "nobody doubts that …"."""
SHARED = frozenset({"doubt", "deny", "exclude"})
"""Entries of verbs by which "nobody" says what the one who speaks holds."""
APT = frozenset({"likely", "unlikely", "able", "unable", "certain", "sure", "bound"})
"""Adjectives that judge what somebody will do, not what he thinks: "they are likely to leave"."""
CARRYING_CLAUSES = (*PREDICATIVE, "dobj")
"""Labels of what may govern the clause: "it is likely that", "we have no evidence that"."""
SHOWING = frozenset(
    {
        "it",
        "this",
        "that",
        "which",
        "everything",
        "evidence",
        "fact",
        "sign",
        "timing",
        "tone",
        "figure",
        "data",
        "result",
    }
    | {"pattern", "history", "experience", "silence", "scale", "nature", "absence", "footage", "image", "poll", "mood"}
)
"""Subjects that speak for nobody: who says that they suggest something suggests it."""
SAID = frozenset({"it", "that", "this", "so"})


def focus(sentence: Sentence, head: Token) -> Token:
    """The predicate (or thing) that a statement is about, at or below its main predicate."""
    for _ in range(len(sentence.tokens)):
        inner = _hedged_clause(sentence, head)
        if inner is None:
            return head
        head = inner
    return head


def _hedged_clause(sentence: Sentence, head: Token) -> Token | None:
    """The clause that a hedge of the speaker governs; None where this predicate is none."""
    carriers = [head, *(kid for kid in sentence.children(head) if _may_carry(kid))]
    for carrier in carriers:
        for kid in sentence.children(carrier):
            if (
                _may_follow(sentence, head, kid)
                and _complement(sentence, kid)
                and _speaks_for_itself(sentence, head, carrier, kid)
            ):
                return kid
    return (
        _led(sentence, head)
        or _put_forward(sentence, head)
        or _measured(sentence, head)
        or _reported_false(sentence, head)
        or _denied_thing(sentence, head)
    )


def _may_carry(word: Token) -> bool:
    """ "sure" of "I’m sure" is an adverb to the parser."""
    return word.dep in CARRYING_CLAUSES or (word.dep == "advmod" and word.pos == "ADJ")


def _may_follow(sentence: Sentence, head: Token, clause: Token) -> bool:
    """The clause stands behind its hedge, is its subject, or has "I believe" for an afterthought."""
    if clause.index > head.index or clause.dep in {"csubj", "csubjpass"}:
        return True
    subject = sentence.child(head, *NOUN_SUBJECTS)
    return clause.dep == "ccomp" and subject is not None and subject.lower in {"i", "we"}


def _complement(sentence: Sentence, clause: Token) -> bool:
    """ "reason to believe" is parsed as a relative clause."""
    if clause.dep == "relcl":
        return completes(sentence, clause)
    if clause.dep == "advcl":
        return operator(sentence, sentence.head(clause), clause) is not None
    return clause.dep in COMPLEMENTS


def _put_forward(sentence: Sentence, head: Token) -> Token | None:
    """ "my reading is that …", "the truth is that …": the clause is what is said; "their view is that …" is theirs."""
    subject = sentence.child(head, "nsubj")
    if head.lemma != "be" or subject is None or subject.pos != "NOUN" or _of_others(sentence, subject):
        return None
    after = (kid for kid in sentence.children(head) if kid.dep == "ccomp" and kid.index > head.index)
    return next((kid for kid in after if any(_is_that(t) for t in sentence.children(kid))), None)


def _is_that(token: Token) -> bool:
    return token.dep == "mark" and token.lower == "that"


def _led(sentence: Sentence, head: Token) -> Token | None:
    """The "that" clause behind a phrase of certainty that the parser took apart: "more likely than not that …"."""
    if head.lemma not in LINKING:
        return None
    for token in sentence.tokens[head.index + 1 :]:
        if token.dep == "mark" and token.lower in {"that", "whether"}:
            clause = sentence.head(token)
            match = leading(sentence, clause)
            if match is not None and sentence.clause_head(match.tokens[0]) == head:
                return clause if clause != head else None
    return None


def _measured(sentence: Sentence, head: Token) -> Token | None:
    """The war of "the likelihood of a war is low" and "there is a risk of war"."""
    noun = _chance(sentence, head)
    if noun is None:
        return None
    clause = next((kid for kid in sentence.children(noun) if _complement(sentence, kid)), None)
    carrying = next((kid for kid in sentence.children(noun) if kid.dep == "prep" and kid.lower in CARRYING), None)
    return clause or (sentence.child(carrying, "pobj", "pcomp") if carrying is not None else None)


def _chance(sentence: Sentence, head: Token) -> Token | None:
    """The noun whose chance, risk or likelihood is stated: there is one, or it is measured."""
    noun = sentence.child(head, "attr") if sentence.child(head, "expl") is not None else None
    if noun is not None:
        match = of_noun(sentence, noun)
        return noun if match is not None and match.entry.existing else None
    if head.pos == "NOUN":
        match = of_noun(sentence, head)
        return head if match is not None and match.entry.existing else None
    subject = sentence.child(head, *NOUN_SUBJECTS)
    match = of_noun(sentence, subject) if subject is not None and subject.pos == "NOUN" else None
    measured = match is not None and any(t.index > head.index or t.pos == "NUM" for t in match.tokens)
    return subject if measured else None


def _denied_thing(sentence: Sentence, head: Token) -> Token | None:
    """ "I doubt it", "we deny that", "we cannot rule out a raid"."""
    object_ = sentence.child(head, "dobj")
    match = operator(sentence, head, object_) if object_ is not None else None
    if object_ is None or match is None:
        return None
    said = match.entry.id in {"doubt", "deny"} and object_.lower in SAID
    taken = said or match.entry.id == "exclude"
    return object_ if taken and _speaks_for_itself(sentence, head, head, object_) else None


def _speaks_for_itself(sentence: Sentence, head: Token, carrier: Token, clause: Token) -> bool:
    """The hedge over the clause is that of the one who speaks, not of somebody spoken of."""
    match = operator(sentence, carrier, clause) or operator(sentence, head, clause)
    if match is None:
        return False
    if match.entry.raising and "subject" not in match.entry.takes:
        return True
    subject = sentence.child(head, *NOUN_SUBJECTS) or sentence.child(head, "csubj")
    if head.lemma in LINKING:
        personal = subject is not None and (subject.lower in {"he", "she", "they"} or _of_others(sentence, subject))
        return not personal or match.tokens[-1].lower in APT
    if subject is None:
        return sentence.child(head, "auxpass") is not None or is_infinitive(sentence, head)
    shared = subject.lower in EVERYBODY and match.entry.id in SHARED
    if match.entry.id == "suggest" and (subject.lemma.lower() in SHOWING or sentence.child(head, "csubj") is not None):
        return True
    return sentence.child(head, "auxpass") is not None or subject.lower in FIRST_PERSON or shared


def _of_others(sentence: Sentence, subject: Token) -> bool:
    """ "their fear is that …" is theirs; "my fear", "the fear" and "chances" are the speaker's."""
    owner = sentence.child(subject, "poss")
    return subject.pos == "NOUN" and owner is not None and owner.lower not in FIRST_PERSON


def _reported_false(sentence: Sentence, head: Token) -> Token | None:
    """The content of "reports that … are false"."""
    subject = sentence.child(head, "nsubj")
    if head.lemma not in LINKING or subject is None:
        return None
    match = predicative(sentence, head)
    clause = sentence.child(subject, "acl", "ccomp", "relcl")
    if match is None or match.entry.id not in {"true", "false"} or clause is None:
        return None
    return clause if sentence.subtree(clause)[0].lower == "that" else None
