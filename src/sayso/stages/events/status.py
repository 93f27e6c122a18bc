"""Status: whether an event happened, is under way, planned, expected, hypothetical or denied."""

from __future__ import annotations

from sayso.document.records import Certainty, Status
from sayso.document.syntax import Sentence, Token
from sayso.factuality.belief import Belief
from sayso.factuality.scope import belief
from sayso.stages.events.lexicon import lexicon
from sayso.stages.events.triggers import Trigger

PLANNING = frozenset(
    {"plan", "intend", "prepare", "want", "seek", "aim", "hope", "vow", "pledge", "promise", "try", "order"}
)
AVERTED = frozenset(
    {"prevent", "avoid", "avert", "threaten", "fear", "warn", "urge", "demand", "call", "consider", "discuss"}
)
DENYING = frozenset({"deny", "refute"})
SURE = frozenset({"certain", "probable"})
FUTURE = frozenset({"will", "shall", "'ll", "wo"})
POSSIBLE = frozenset({"would", "could", "may", "might", "can", "should", "must", "ought", "ca"})
CONDITION = frozenset({"if", "unless", "whether", "lest"})
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
    auxiliaries = _auxiliaries(sentence, verb)
    if auxiliaries & (FUTURE | POSSIBLE) and any(kid.dep == "neg" for kid in sentence.children(verb)):
        return "hypothetical"
    above = _governor(sentence, verb)
    if above is not None:
        return above
    if _conditional(sentence, verb):
        return "hypothetical"
    if auxiliaries & FUTURE:
        return "expected"
    if auxiliaries & POSSIBLE:
        return "hypothetical"
    return _of_form(sentence, verb, auxiliaries)


def _of_form(sentence: Sentence, verb: Token, auxiliaries: frozenset[str]) -> Status:
    """Tense and aspect alone."""
    if sentence.tokens[-1].text == ASKING and verb.index == sentence.root.index:
        return "unknown"
    if verb.tag == "VBG" and auxiliaries & {"is", "are", "'s", "'re", "am"}:
        return "ongoing"
    if verb.tag == "VB" and not auxiliaries & {"did", "does", "do"}:
        return "unknown"
    return "happened"


def _auxiliaries(sentence: Sentence, verb: Token) -> frozenset[str]:
    own = {kid.lower for kid in sentence.children(verb) if kid.dep in {"aux", "auxpass"}}
    if not own and verb.dep == "conj":
        return _auxiliaries(sentence, sentence.head(verb))
    return frozenset(own)


def _governor(sentence: Sentence, verb: Token) -> Status | None:
    """What the verb above makes of a bare "to" or "-ing" clause; None where there is none or it adds nothing."""
    if verb.dep not in {"xcomp", "advcl", "ccomp", "pcomp", "acl", "conj"} or verb.tag not in {"VB", "VBG"}:
        return None
    head = sentence.head(verb)
    if verb.dep == "conj":
        return _governor(sentence, head)
    if head.pos == "ADP":
        head = sentence.head(head)
    infinitive = any(kid.lower == "to" and kid.dep == "aux" for kid in sentence.children(verb))
    if head.lemma in PLANNING or (infinitive and verb.dep == "advcl"):
        return "planned"
    if head.lemma == "expect":
        return "expected"
    if head.lemma in AVERTED:
        return "hypothetical"
    return None


def _conditional(sentence: Sentence, verb: Token) -> bool:
    marks = (kid for kid in sentence.children(verb) if kid.dep in {"mark", "advmod"})
    return any(mark.lower in CONDITION for mark in marks)


def _of_noun(sentence: Sentence, noun: Token) -> Status:
    """A noun names a happening; the verb above may take that back ("to prevent an attack")."""
    for above in sentence.ancestors(noun):
        if above.pos in {"VERB", "AUX"}:
            return _under(sentence, noun, above)
        if above.lemma in lexicon().aims:
            return "hypothetical"
    return "unknown"


def _under(sentence: Sentence, noun: Token, verb: Token) -> Status:
    if verb.lemma in DENYING and noun.dep == "dobj":
        return "denied"
    if verb.lemma in PLANNING:
        return "planned"
    if verb.lemma in AVERTED:
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
