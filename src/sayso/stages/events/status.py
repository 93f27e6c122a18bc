"""Status: whether an event happened, is under way, planned, expected, hypothetical or denied."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries, conditional_mark, is_infinitive, whether_mark
from sayso.document.records import Certainty, Status
from sayso.document.syntax import Sentence, Token
from sayso.factuality.belief import Belief
from sayso.factuality.scope import belief
from sayso.stages.events.lexicon import lexicon
from sayso.stages.events.triggers import Trigger

SURE = frozenset({"certain", "probable"})
FUTURE = frozenset({"will", "shall", "'ll", "wo"})
POSSIBLE = frozenset({"would", "could", "may", "might", "can", "should", "must", "ought", "ca"})
ASKING = "?"


def status(sentence: Sentence, trigger: Trigger, certainty: Certainty | None) -> Status:
    """The status by tense, modals and the verb above, as far as the voice is sure of it at all."""
    if trigger.nominal and trigger.light is None:
        found = _of_noun(sentence, trigger.head)
    else:
        found = _of_verb(sentence, trigger.light or trigger.head)
    return _believed(found, belief(sentence, trigger.light or trigger.head), certainty)


def _believed(found: Status, held: Belief, certainty: Certainty | None) -> Status:
    """What is denied did not happen; what nobody commits to is not known to have happened."""
    if held.polarity == "negative" and found in {"happened", "ongoing", "planned", "unknown"}:
        return "denied" if held.level in SURE else "unknown"
    if found != "happened":
        return found
    unsure = held.level not in SURE or held.polarity == "unknown"
    return "unknown" if unsure or (certainty is not None and certainty.level not in SURE) else found


def _of_verb(sentence: Sentence, verb: Token) -> Status:
    helping = frozenset(t.lower for t in auxiliaries(sentence, verb))
    if helping & (FUTURE | POSSIBLE) and any(kid.dep == "neg" for kid in sentence.children(verb)):
        return "hypothetical"
    above = _governor(sentence, verb)
    if above is not None:
        return above
    if conditional_mark(sentence, verb) is not None or whether_mark(sentence, verb) is not None:
        return "hypothetical"
    if helping & FUTURE:
        return "expected"
    if helping & POSSIBLE:
        return "hypothetical"
    return _of_form(sentence, verb, helping)


def _of_form(sentence: Sentence, verb: Token, helping: frozenset[str]) -> Status:
    """Tense and aspect alone."""
    if sentence.tokens[-1].text == ASKING and verb.index == sentence.root.index:
        return "unknown"
    if verb.tag == "VBG" and helping & {"is", "are", "'s", "'re", "am"}:
        return "ongoing"
    if verb.tag == "VB" and not helping & {"did", "does", "do"}:
        return "unknown"
    return "happened"


def _governor(sentence: Sentence, verb: Token) -> Status | None:
    """What the verb above makes of a bare "to" or "-ing" clause; None where there is none or it adds nothing."""
    if verb.dep not in {"xcomp", "advcl", "ccomp", "pcomp", "acl", "conj"} or verb.tag not in {"VB", "VBG"}:
        return None
    head = sentence.head(verb)
    if verb.dep == "conj":
        return _governor(sentence, head)
    if head.pos == "ADP":
        head = sentence.head(head)
    if head.lemma in lexicon().planning or (is_infinitive(sentence, verb) and verb.dep == "advcl"):
        return "planned"
    if head.lemma == "expect":
        return "expected"
    if head.lemma in lexicon().averting:
        return "hypothetical"
    return None


def _of_noun(sentence: Sentence, noun: Token) -> Status:
    """A noun names a happening; the verb above may take that back ("to prevent an attack")."""
    for above in sentence.ancestors(noun):
        if above.pos in {"VERB", "AUX"}:
            return _under(sentence, noun, above)
        if above.lemma in lexicon().aims:
            return "hypothetical"
    return "unknown"


def _under(sentence: Sentence, noun: Token, verb: Token) -> Status:
    if verb.lemma in lexicon().denying and noun.dep == "dobj":
        return "denied"
    if verb.lemma in lexicon().planning:
        return "planned"
    if verb.lemma in lexicon().averting:
        return "hypothetical"
    if verb.lemma == "expect":
        return "expected"
    predicate = sentence.child(verb, "attr", "nsubjpass")
    if predicate is not None and predicate != noun and predicate.lemma in lexicon().aims:
        return "hypothetical"  # "the defeat of X is the goal", "priority is given to the defeat of X"
    definite = any(
        kid.lower in {"the", "this", "that", "these", "those"} or kid.dep == "poss" for kid in sentence.children(noun)
    )
    if definite and sentence.tokens[-1].text != ASKING:
        return "happened"
    return _of_verb(sentence, verb)
