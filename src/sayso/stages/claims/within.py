"""Within: which voices count inside what another voice says, of which the model's corpus marks nothing."""

from __future__ import annotations

from sayso.document.predicates import auxiliaries
from sayso.document.syntax import FINITE
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.lexicon import is_listed, speaks, thinks
from sayso.stages.claims.speakers import is_somebody
from sayso.stages.claims.support import is_supported

FUTURE = frozenset({"will", "would"})
SURE = 0.8
"""Score below which grammar must see a claim as well within contents, of which the model was taught nothing."""
LIKELY = 0.55
"""Score from which a verb that the lexicon does not know is a cue outside of contents."""
VERY_SURE = 0.95
"""Score from which it is although it is only possible: "could only confirm that …"."""
STANDS = frozenset(
    {"deny", "dispute", "reject", "confirm", "dismiss", "accept", "agree", "prefer", "welcome", "oppose"}
)
"""Verbs by which somebody takes a stand also where they come with "would"."""
SHOWING = frozenset({"show", "prove", "demonstrate"})
"""Verbs that are a saying where a document does it, and an act where somebody does."""


def is_voice(one: Attribution) -> bool:
    """The verb is one that attributes, or the model is not too unsure of it: "keeps watching", "forced"."""
    score = one.why.score
    sure = score is None or score >= LIKELY or one.speaker is None or one.head.pos != "VERB" or is_listed(one.head)
    return sure or any(t.lower == "that" for piece in one.content for t in one.sentence.tokens_in(piece)[:1])


def is_voice_within(one: Attribution) -> bool:
    """Somebody is said to have said it: it is neither only possible, nor to come, nor an act."""
    score = one.why.score
    if score is not None and score < SURE and not is_supported(one):
        return False
    if score is None and _is_aside(one):
        return False
    if _is_announced(one):
        return False
    if one.head.pos != "VERB":
        return True
    if one.head.lemma in SHOWING and one.speaker is not None and is_somebody(one.speaker):
        return False
    return not _is_to_come(one) and (not _is_possible(one) or (score or 0.0) >= VERY_SURE)


def _is_aside(one: Attribution) -> bool:
    """Found by a rule alone, in "to seek an end" or "refugees seeking shelter": an act rather than a claim."""
    head = one.head
    finite = head.tag in FINITE or any(kid.tag in {*FINITE, "MD"} for kid in auxiliaries(one.sentence, head))
    clause = any(
        t.dep == "ccomp" and t.head == head.index for piece in one.content for t in one.sentence.tokens_in(piece)
    )
    return head.pos == "VERB" and not finite and (head.tag == "VB" or (not clause and thinks(head)))


def _is_possible(one: Attribution) -> bool:
    """ "must explain", "could say"."""
    return any(kid.tag == "MD" and kid.lemma not in FUTURE for kid in auxiliaries(one.sentence, one.head))


def _is_announced(one: Attribution) -> bool:
    """ "will make an announcement on": the verb before the noun that carries the cue is yet to come."""
    tokens = [t for mark in one.cue for t in one.sentence.tokens_in(mark)]
    verb = next((t for t in tokens if t.pos == "VERB"), None) if any(t.pos == "NOUN" for t in tokens) else None
    return verb is not None and any(kid.tag == "MD" for kid in auxiliaries(one.sentence, verb))


def _is_to_come(one: Attribution) -> bool:
    """ "would answer": nothing is said yet, nor a stand taken."""
    later = any(kid.tag == "MD" and kid.lemma in FUTURE for kid in auxiliaries(one.sentence, one.head))
    return later and speaks(one.head) and not thinks(one.head) and one.head.lemma not in STANDS
