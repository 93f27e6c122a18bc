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
from sayso.factuality.operators import CARRYING, completes, leading, of_noun, operator

Within = Callable[[Token], bool]
NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "oprd", "dative", "agent"})
CLAUSE_OF_DOUBT = frozenset({"ccomp", "advcl", "csubj"})
AWAITING = frozenset({"expect", "fear"})
"""Entries of verbs whose object is still to come, "the" or not."""
TURNING_DOWN = frozenset({"reject", "dismiss", "contradict", "refuse", "decline"})
"""Verbs of denial whose object is there all the same: "rejected the proposal"."""
OPENING_PURPOSE = frozenset({"to", "in", "so", "not", "only"})
OUTCOMES = frozenset({"end", "close", "finish", "reach", "become", "find", "discover"})
"""Verbs that "to" joins as an outcome: "fell to close at 90"."""
SEEMING = frozenset({"seem", "appear"})
GIVEN = frozenset({"after", "since", "following", "during", "despite", "because", "due"})


def everywhere(token: Token) -> bool:
    """The `within` that leaves no word out."""
    return True


def belief(
    sentence: Sentence,
    token: Token,
    within: Within = everywhere,
    barred: frozenset[int] = frozenset(),
    said: Sequence[Token] | None = None,
) -> Belief:
    """What the voice that speaks holds of this word, by the words over it that stand `within` its words.

    The tokens whose indices are `barred` are another voice's: "reportedly" distances whoever passes a claim on. What is
    `said` is open where it is a question; without it only a whole sentence is looked at.
    """
    found = own(sentence, token, barred)
    child = token
    for above in sentence.ancestors(token):
        if not within(above):
            return found if said is None else asked(sentence, token, found, said)
        if _presupposed(sentence, child, above):
            return found
        found = _through(sentence, child, above, found)
        child = above
    return asked(sentence, token, found, said)


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
    if mark is not None and not _doubted(sentence, token) and not _compared(sentence, mark):
        return found.opened(mark, "rule:certainties.condition")
    if is_imperative(sentence, token):
        return found.opened(token, "rule:certainties.command", "positive")
    if _purpose(sentence, token):
        return found.opened(sentence.subtree(token)[0], "rule:certainties.purpose", "positive")
    return found


def _compared(sentence: Sentence, mark: Token) -> bool:
    """The "if" of "it looks as if …" is no condition."""
    return mark.index > 0 and sentence.tokens[mark.index - 1].lower == "as"


def _doubted(sentence: Sentence, token: Token) -> bool:
    """ "doubts whether", "it is doubtful if": that is no open question to the one who doubts."""
    match = operator(sentence, sentence.head(token), token) if token.dep in CLAUSE_OF_DOUBT else None
    return match is not None and match.entry.effect.polarity == "negative"


def _purpose(sentence: Sentence, token: Token) -> bool:
    """ "to …" and "in order to …" beside a clause."""
    if not is_infinitive(sentence, token) or sentence.child(token, *SUBJECTS) is not None:
        return False
    if sentence.subtree(token)[0].lower not in OPENING_PURPOSE or token.lemma in OUTCOMES:
        return False
    return token.dep == "advcl" or (token.dep == "acl" and sentence.head(token).lower == "order")


def _clause(sentence: Sentence, predicate: Token, found: Belief) -> Belief:
    """Under the words of a clause: denial, then modal, then adverbs, then a predicate of certainty without a clause."""
    taken = _phrases(sentence, predicate)
    new = [m for m in denials(sentence, predicate) if not _used(found, m) and not taken.issuperset(m.tokens)]
    over = modal(sentence, predicate)
    hedging = hedging_predicate(sentence, predicate)
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


def _phrases(sentence: Sentence, predicate: Token) -> frozenset[Token]:
    """The words of phrases of certainty over a clause: the "not" of "more likely than not" denies nothing."""
    led = leading(sentence, predicate)
    found = (*adverbs(sentence, predicate), *((led,) if led is not None else ()))
    return frozenset(token for match in found if len(match.tokens) > 1 for token in match.tokens)


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


def hedging_predicate(sentence: Sentence, predicate: Token) -> Match | None:
    """ "war is unlikely", "a truce is not excluded": said of the subject itself."""
    if predicate.lemma in LINKING:
        match = predicative(sentence, predicate)
        if match is not None and match.entry.subject and (match.tokens[-1].pos == "ADJ" or len(match.tokens) > 2):
            return match
        if predicate.lemma in SEEMING and sentence.child(predicate, "acomp", "oprd", "attr") is not None:
            return lexicon().verb(sentence, predicate, "infinitive")
    elif predicate.lemma == "have":
        return _had(sentence, predicate)
    elif any(kid.lower == "so" and kid.index == predicate.index + 1 for kid in sentence.children(predicate)):
        return _thought_so(sentence, predicate)
    elif sentence.child(predicate, "nsubjpass") is not None:
        match = lexicon().verb(sentence, predicate, "subject")
        return match if match is not None and not match.entry.raising else None
    return None


def _thought_so(sentence: Sentence, predicate: Token) -> Match | None:
    """ "I don't think so": "so" is what was asked."""
    subject = sentence.child(predicate, "nsubj")
    match = lexicon().verb(sentence, predicate, "clause")
    return match if subject is not None and subject.lower in {"i", "we"} else None


def _had(sentence: Sentence, predicate: Token) -> Match | None:
    """ "the truce has little chance", "has no more than an even chance"."""
    noun = sentence.child(predicate, "dobj")
    than = sentence.child(noun, "prep") if noun is not None and noun.lower in {"more", "better", "less"} else None
    noun = sentence.child(than, "pobj") if than is not None else noun
    match = of_noun(sentence, noun) if noun is not None else None
    return match if match is not None and match.entry.existing and match.entry.id != "no-sign" else None


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
    if match is not None and not _used(found, match):
        return _governed(sentence, above, match, found)
    return _plain(sentence, child, above, found) if match is None else _marked(sentence, above, found)


def _joined(sentence: Sentence, child: Token, above: Token, found: Belief) -> Belief:
    """What is beside its head takes the conditions its head stands under, and of nouns also the clause's own words."""
    if child.dep == "prep" and above.pos == "NOUN" and child.lower in CARRYING:
        match = of_noun(sentence, above)
        if match is not None and not _used(found, match):
            return _governed(sentence, above, match, found)
    if child.dep in {"prep", "conj"} and child.pos not in VERBAL and above.pos in VERBAL:
        return _clause(sentence, above, found)
    if child.dep != "advcl":
        return _marked(sentence, above, found)
    match = operator(sentence, above, child)
    return found if match is None else _governed(sentence, above, match, found)


def _governed(sentence: Sentence, above: Token, match: Match, found: Belief) -> Belief:
    """Under a word of certainty, with what denies it and, where it is the speaker's own hedge, what hedges it."""
    carrier = match.tokens[0] if above.pos in VERBAL and match.tokens[0].index == above.index else match.tokens[-1]
    clause = above if above.pos in VERBAL else sentence.head(above)
    denying = [*denials(sentence, carrier), *(denials(sentence, clause) if clause.pos in VERBAL else ())]
    denying += _denied_before(sentence, match)
    unique = {m.tokens[-1].index: m for m in denying if not _used(found, m) and not set(m.tokens) & set(match.tokens)}
    found = found.under(match, tuple(unique.values()))
    own_hedge = match.entry.raising or carrier.pos != "VERB"
    return _hedged(sentence, clause, found) if own_hedge and clause.pos in VERBAL else found


def _denied_before(sentence: Sentence, match: Match) -> list[Match]:
    """ "anything but certain": the words that deny stand right before, wherever the parser put them."""
    first = match.tokens[0].index
    denial = lexicon().negation(sentence, sentence.tokens[first - 1]) if first else None
    return [denial] if denial is not None else []


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


def _presupposed(sentence: Sentence, token: Token, above: Token) -> bool:
    """Taken for granted whatever is said around it: a relative or temporal clause, a participle, a definite noun."""
    if token.dep == "advcl":
        hedged = is_infinitive(sentence, token) or operator(sentence, above, token) is not None
        return conditional_mark(sentence, token) is None and not hedged
    given = token.dep == "acl" and sentence.child(token, *SUBJECTS) is None and _known(sentence, token)
    if token.dep == "relcl":
        return not completes(sentence, token)
    if given or token.lower in GIVEN:
        return True
    return _definite(sentence, token) and not _undone(sentence, token, above)


def _known(sentence: Sentence, participle: Token) -> bool:
    """ "a town taken in May", "the men fighting in the north"; not "a war involving the north"."""
    noun = sentence.head(participle)
    known = any(kid.lower in DEFINITE for kid in sentence.children(noun))
    return participle.tag == "VBN" or (participle.tag == "VBG" and known)


def _undone(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """ "denied the attack", "expects the recapture", "prevented the raid": the verb takes back what "the" grants."""
    match = operator(sentence, verb, noun) if verb.pos == "VERB" else None
    if match is None or verb.lemma in TURNING_DOWN:
        return False
    return match.entry.effect.polarity != "positive" or match.entry.id in AWAITING


def _definite(sentence: Sentence, noun: Token) -> bool:
    if noun.pos not in NOUNS or noun.dep not in NOMINAL:
        return False
    return any(kid.lower in DEFINITE or kid.dep == "poss" for kid in sentence.children(noun))


def _used(found: Belief, match: Match) -> bool:
    return any(token in found.basis or token.index in found.barred for token in match.tokens)
