"""Operators: the word or phrase of certainty that stands over a clause, whatever the parser made of it."""

from __future__ import annotations

from sayso.document.predicates import LINKING, PREDICATIVE, conditional_mark, is_infinitive
from sayso.document.syntax import NOUNS_AND_PRONOUNS, VERBAL, Sentence, Token
from sayso.factuality.clauses import leaning, predicative
from sayso.factuality.lexicon import Match, lexicon
from sayso.factuality.odds import stated

CLAUSAL = frozenset({"ccomp", "csubj", "csubjpass", "parataxis", "acl"})
INTRODUCING = frozenset({"that", "whether"})
COMPLEMENT = frozenset({"acl", "ccomp"})
"""Labels of a clause that says what a noun is about: "the chance that …"; a relative clause only where it must."""
ASKING = frozenset({"WP", "WRB"})
"""Tags of "who", "what", "why", "how"."""
CARRYING = frozenset({"of", "for", "about", "over", "on"})
"""Prepositions that lead from a noun of certainty to what it is about."""


def operator(sentence: Sentence, above: Token, child: Token) -> Match | None:
    """The word of certainty that governs `child`: the verb above, its adjective or noun, or the adjective above."""
    if child.dep == "advcl":
        return surprise(sentence, above, child) or likeness(sentence, above, child)
    found = leading(sentence, child)
    if found is not None and (above.pos not in VERBAL or above.lemma in LINKING):
        return found
    if above.pos == "ADJ":
        return lexicon().adjective(sentence, above, child.lemma)
    if above.pos in NOUNS_AND_PRONOUNS:
        return of_noun(sentence, above, child.lemma) if completes(sentence, child) else None
    if above.lemma in LINKING and child.dep in CLAUSAL | {"xcomp"}:
        found = predicative(sentence, above, child.lemma) or _of_subject(sentence, above, child)
        if found is not None:
            return found
    return lexicon().verb(sentence, above, _frame(sentence, child))


def completes(sentence: Sentence, clause: Token) -> bool:
    """The clause says what its noun is about: "reason to believe", "a mystery who fired"; no mere relative clause."""
    if clause.dep != "relcl":
        return clause.dep in COMPLEMENT
    asking = sentence.subtree(clause)[0].tag in ASKING and sentence.head(clause).dep == "attr"
    return asking or is_infinitive(sentence, clause) or leading(sentence, clause) is not None


def leading(sentence: Sentence, clause: Token) -> Match | None:
    """The adjective or noun right before the "that" or "whether" of a clause: "more likely than not that …"."""
    mark = next((kid for kid in sentence.children(clause) if _introduces(kid)), None)
    if mark is None or mark.index == 0 or mark.index > clause.index:
        return None
    before = sentence.tokens[mark.index - 1]
    if before.pos in VERBAL and not before.lower.endswith("ed"):
        return None
    found = lexicon().adjective(sentence, before, clause.lemma) or of_noun(sentence, before, clause.lemma)
    if found is not None and before.dep == "conj":
        return leaning(found, [lexicon().adjective(sentence, sentence.head(before), clause.lemma)])
    return found


def surprise(sentence: Sentence, above: Token, clause: Token) -> Match | None:
    """ "I would be surprised if …": the if-clause is what one holds for unlikely."""
    mark = conditional_mark(sentence, clause)
    if mark is None or mark.lower != "if" or above.lemma not in LINKING:
        return None
    found = (lexicon().surprise(sentence, kid) for kid in sentence.children(above) if kid.dep in PREDICATIVE)
    return next((match for match in found if match is not None), None)


def _introduces(token: Token) -> bool:
    return token.lower in INTRODUCING and token.tag == "IN"


def likeness(sentence: Sentence, above: Token, clause: Token) -> Match | None:
    """ "it seems like …", "it looks as if …"."""
    marks = any(kid.lower in {"like", "as"} and kid.index < clause.index for kid in sentence.children(clause))
    return lexicon().verb(sentence, above, "likeness") if marks and clause.index > above.index else None


def of_noun(sentence: Sentence, noun: Token, over: str = "") -> Match | None:
    """A noun of certainty with what measures it: "a 60 percent chance", "the chances are slim", "little hope"."""
    return stated(sentence, noun) or _measured(sentence, noun) or lexicon().noun(sentence, noun, over)


def _measured(sentence: Sentence, noun: Token) -> Match | None:
    """The adjective by which a clause measures its subject: "the likelihood of a war is low"."""
    verb = sentence.head(noun)
    if noun.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in LINKING:
        return None
    for kid in sentence.children(verb):
        match = lexicon().degree(sentence, kid, noun) if kid.dep in {"acomp", "oprd"} else None
        if match is not None:
            return match
    return None


def _of_subject(sentence: Sentence, copula: Token, clause: Token) -> Match | None:
    """ "chances are that …", "my worry is that …": the subject says how sure the clause is."""
    subject = sentence.child(copula, "nsubj")
    if subject is None or clause.dep != "ccomp" or clause.index < copula.index:
        return None
    return lexicon().subject(sentence, subject) or lexicon().noun(sentence, subject)


def _frame(sentence: Sentence, child: Token) -> str:
    if child.dep == "nsubjpass":
        return "subject"
    if child.dep == "nsubj":
        return ""
    if child.dep in CLAUSAL:
        return "infinitive" if is_infinitive(sentence, child) else "clause"
    return "infinitive" if child.dep in {"xcomp", "pcomp"} else "object"
