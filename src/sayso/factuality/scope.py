"""Scope: which words of certainty stand over one word, followed from the word up the parse.

After the event factuality rules of R. Sauri and J. Pustejovsky, "Are you sure that this event happened?",
Computational Linguistics 38(2), 2012: every governing word has a signature for what it governs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.document.predicates import (
    LINKING,
    conditional_mark,
    is_imperative,
    is_infinitive,
    question_mark,
    whether_mark,
)
from sayso.document.syntax import DEFINITE, NOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.factuality.belief import Belief
from sayso.factuality.clauses import adverbs, denials, modal, predicative
from sayso.factuality.lexicon import Match, lexicon

Within = Callable[[Token], bool]
CLAUSAL = frozenset({"ccomp", "csubj", "csubjpass", "parataxis", "acl"})
NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "oprd", "dative", "agent"})
GIVEN = frozenset({"after", "since", "following", "during", "despite", "because", "due"})


def everywhere(token: Token) -> bool:
    """The `within` that leaves no word out."""
    return True


def belief(
    sentence: Sentence, token: Token, within: Within = everywhere, barred: frozenset[int] = frozenset()
) -> Belief:
    """What the voice that speaks holds of this word, by the words over it that stand `within` its words.

    The tokens whose indices are `barred` are another voice's: "reportedly" distances whoever passes a claim on.
    """
    found = own(sentence, token, barred)
    child = token
    for above in sentence.ancestors(token):
        if not within(above):
            return found
        if _presupposed(sentence, child):
            return found
        found = _through(sentence, child, above, found)
        child = above
    return asked(sentence, token, found)


def asked(sentence: Sentence, token: Token, found: Belief, said: Sequence[Token] | None = None) -> Belief:
    """Open where what is `said` is a question (else the whole sentence) and the word stands in its main clause."""
    mark = question_mark(sentence.tokens if said is None else said)
    if mark is None or found.level == "uncommitted" or sentence.clause_head(token).dep in {"advcl", "relcl"}:
        return found
    return found.opened(mark, "rule:certainties.question")


def own(sentence: Sentence, token: Token, barred: frozenset[int]) -> Belief:
    """The belief at a word by its own clause alone."""
    found = Belief(barred=barred)
    if token.pos in VERBAL:
        found = _clause(sentence, token, found)
    else:
        for denial in denials(sentence, token):
            found = found.denied(denial)
    return _marked(sentence, token, found)


def _marked(sentence: Sentence, token: Token, found: Belief) -> Belief:
    """Open under "if" and "whether", in a command and in a clause of purpose."""
    mark = conditional_mark(sentence, token) or whether_mark(sentence, token)
    if mark is not None:
        return found.opened(mark, "rule:certainties.condition")
    if is_imperative(sentence, token):
        return found.opened(token, "rule:certainties.command", "positive")
    if _purpose(sentence, token):
        return found.opened(sentence.subtree(token)[0], "rule:certainties.purpose", "positive")
    return found


def _purpose(sentence: Sentence, token: Token) -> bool:
    """ "to …" and "in order to …" beside a clause."""
    if not is_infinitive(sentence, token) or sentence.child(token, *SUBJECTS) is not None:
        return False
    return token.dep == "advcl" or (token.dep == "acl" and sentence.head(token).lower == "order")


def _clause(sentence: Sentence, predicate: Token, found: Belief) -> Belief:
    """Under the words of a clause: denial, then modal, then adverbs, then a predicate of certainty without a clause."""
    new = [m for m in denials(sentence, predicate) if not _used(found, m)]
    over = modal(sentence, predicate)
    hedging = _hedging_predicate(sentence, predicate)
    if hedging is not None and not _used(found, hedging):
        found = found.under(hedging, tuple(m for m in new if not set(m.tokens) & set(hedging.tokens)))
        if over is not None:
            return found.with_basis(over)
    elif over is not None and over.entry.negated is not None and new and not _used(found, over):
        found = found.under(over, tuple(new))
    else:
        for denial in new:
            found = found.denied(denial)
    return _hedged(sentence, predicate, found)


def _hedged(sentence: Sentence, predicate: Token, found: Belief) -> Belief:
    """Under the modal and the adverbs of a clause; "not necessarily" is one word of certainty."""
    over = modal(sentence, predicate)
    if over is not None and not _used(found, over):
        found = found.under(over)
    for adverb in adverbs(sentence, predicate):
        before = sentence.tokens[adverb.tokens[0].index - 1] if adverb.tokens[0].index else None
        denial = lexicon().negation(sentence, before) if before is not None else None
        turned = (denial,) if denial is not None and adverb.entry.negated is not None else ()
        if not _used(found, adverb):
            found = found.under(adverb, turned)
    return found


def _hedging_predicate(sentence: Sentence, predicate: Token) -> Match | None:
    """ "war is unlikely", "a truce is not excluded": said of the subject itself."""
    if predicate.lemma in LINKING:
        match = predicative(sentence, predicate)
        if match is not None and match.entry.subject and match.tokens[-1].pos == "ADJ":
            return match
    elif sentence.child(predicate, "nsubjpass") is not None:
        match = lexicon().verb(sentence, predicate, "subject")
        return match if match is not None and not match.entry.raising else None
    return None


def _through(sentence: Sentence, child: Token, above: Token, found: Belief) -> Belief:
    """The belief about `child` as seen from the word that governs it."""
    if above.pos in {"ADP", "SCONJ"}:
        without = above.lower == "without" and child.dep in {"pcomp", "pobj"}
        return (
            found.opened(above, "rule:certainties.without", "negative") if without else _marked(sentence, above, found)
        )
    if child.dep in {"conj", "advcl", "advmod", "npadvmod", "appos", "compound", "amod", "prep", "poss"}:
        return _joined(sentence, child, above, found)
    match = operator(sentence, above, child)
    if match is not None:
        return _governed(sentence, above, match, found)
    return _plain(sentence, child, above, found)


def _joined(sentence: Sentence, child: Token, above: Token, found: Belief) -> Belief:
    """What is beside its head takes the conditions its head stands under, and of nouns also the clause's own words."""
    if child.dep == "prep" and above.pos == "NOUN":
        match = lexicon().noun(sentence, above)
        if match is not None and child.lower in {"of", "for", "about", "over", "on"}:
            return _governed(sentence, above, match, found)
    if child.dep in {"prep", "conj"} and child.pos not in VERBAL and above.pos in VERBAL:
        return _clause(sentence, above, found)
    return found if child.dep == "advcl" else _marked(sentence, above, found)


def operator(sentence: Sentence, above: Token, child: Token) -> Match | None:
    """The word of certainty that governs `child`: the verb above, its adjective or noun, or the adjective above."""
    if above.pos == "ADJ":
        return lexicon().adjective(sentence, above)
    if above.pos == "NOUN":
        return lexicon().noun(sentence, above) if child.dep in {"acl", "ccomp"} else None
    if above.lemma in LINKING and child.dep in CLAUSAL | {"xcomp", "advcl"}:
        match = predicative(sentence, above)
        if match is not None:
            return match
    return lexicon().verb(sentence, above, _frame(sentence, child))


def _frame(sentence: Sentence, child: Token) -> str:
    if child.dep == "nsubjpass":
        return "subject"
    if child.dep == "nsubj":
        return ""
    if child.dep in CLAUSAL:
        return "infinitive" if is_infinitive(sentence, child) else "clause"
    return "infinitive" if child.dep in {"xcomp", "pcomp"} else "object"


def _governed(sentence: Sentence, above: Token, match: Match, found: Belief) -> Belief:
    """Under a word of certainty, with what denies it and, where it is the speaker's own hedge, what hedges it."""
    carrier = match.tokens[0] if above.pos in VERBAL and match.tokens[0].index == above.index else match.tokens[-1]
    clause = above if above.pos in VERBAL else sentence.head(above)
    denying = [*denials(sentence, carrier), *(denials(sentence, clause) if clause.pos in VERBAL else ())]
    unique = {m.tokens[-1].index: m for m in denying if not _used(found, m)}
    found = found.under(match, tuple(unique.values()))
    own_hedge = match.entry.raising or carrier.pos != "VERB"
    return _hedged(sentence, clause, found) if own_hedge and clause.pos in VERBAL else found


def _plain(sentence: Sentence, child: Token, above: Token, found: Belief) -> Belief:
    """Under a word that is none of certainty: an infinitive shares its clause, a denied report leaves it open."""
    if above.pos not in VERBAL:
        return found
    if child.dep in {"xcomp", "oprd", "acomp"} or child.dep in NOMINAL:
        return _marked(sentence, above, _clause(sentence, above, found))
    if child.dep == "ccomp" and above.lemma not in lexicon().factive:
        denying = denials(sentence, above)
        if denying and sentence.child(above, *SUBJECTS) is not None:
            return found.opened(denying[0].tokens[-1], "rule:certainties.not-said")
    return _marked(sentence, above, found)


def _presupposed(sentence: Sentence, token: Token) -> bool:
    """Taken for granted whatever is said around it: a relative or temporal clause, a participle, a definite noun."""
    if token.dep == "advcl":
        return conditional_mark(sentence, token) is None and not is_infinitive(sentence, token)
    given = token.dep == "acl" and token.tag == "VBN" and sentence.child(token, *SUBJECTS) is None
    return token.dep == "relcl" or given or token.lower in GIVEN or _definite(sentence, token)


def _definite(sentence: Sentence, noun: Token) -> bool:
    if noun.pos not in NOUNS or noun.dep not in NOMINAL:
        return False
    return any(kid.lower in DEFINITE or kid.dep == "poss" for kid in sentence.children(noun))


def _used(found: Belief, match: Match) -> bool:
    return any(token in found.basis or token.index in found.barred for token in match.tokens)
