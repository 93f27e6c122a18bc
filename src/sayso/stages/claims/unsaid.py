"""Unsaid: where a model sees a saying, though nobody says, or has said, anything. Words in vocabulary/unsaid.yaml."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from sayso.document.anchor import Anchor
from sayso.document.predicates import auxiliaries, conditional_mark, is_infinitive, whether_mark
from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.frames import frames
from sayso.stages.claims.lexicon import introduces, lexicon, speaks
from sayso.stages.claims.spans import QUOTES
from sayso.vocabulary.load import vocabulary

POSSIBLE = frozenset({"could", "can", "may", "might", "should", "must"})
"""Modals of a saying that need not take place."""
CALLED = frozenset({"dobj", "nsubjpass"})
SEEMING = frozenset({"seem", "look", "appear", "sound"})
OBLIGING = frozenset({"have", "need"})
"""Verbs whose infinitive is due: "had to endorse"."""
PACTS = frozenset({"strike", "reach", "sign", "seal", "broker"})
"""Verbs that bring a deal about."""
CONDEMNING = 0.45
"""Share from which a verb speaks although it is only a purpose."""
ASKING = frozenset({"whether", "why", "how", "what", "who", "if"})
"""Words that open what is asked, which is a claim of its own kind."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """The vocabulary, for look-up by lemma."""

    due: frozenset[str]
    silences: frozenset[str]
    acts: frozenset[str]
    gatherings: frozenset[str]
    addressed: frozenset[str]
    reported: frozenset[str]
    topics: frozenset[str]
    mute: frozenset[str]


@cache
def unsaid() -> Unsaid:
    """The vocabulary, once per process."""
    data = vocabulary("unsaid")
    parts = ("due", "silences", "acts", "gatherings", "addressed", "reported", "topics", "mute")
    return Unsaid(*(frozenset(entry["id"] for entry in data[part]) for part in parts))


def is_unsaid(one: Attribution) -> bool:
    """Nobody says it: it is a condition, still due, only possible, an act, a silence or a name."""
    if one.head.pos == "VERB":
        return any(test(one) for test in OF_VERBS)
    return _is_mute(one) or _is_topic(one)


def as_wish(one: Attribution) -> Attribution:
    """From "plans to announce | that …" to "plans | to announce that …": what is wanted is to say it."""
    sentence, head = one.sentence, one.head
    if head.pos != "VERB" or not is_infinitive(sentence, head) or len(one.cue) > 1 or len(one.content) != 1:
        return one
    above = sentence.head(head)
    to = next(kid for kid in sentence.children(head) if kid.lower == "to")
    wishes = head.dep == "xcomp" and above.tag != "VBN" and "infinitive" in lexicon().thoughts.get(above.lemma, ())
    before = one.cue[0].start <= above.start and above.index < to.index and one.cue[0].end <= one.content[0].start
    if not (wishes and before):
        return one
    cue = Anchor(one.cue[0].start, sentence.tokens[to.index - 1].end)
    content = Anchor(to.start, one.content[0].end)
    return replace(one, cue=(cue,), content=(content,), reach=cue, head=above, speech=False)


def _is_condition(one: Attribution) -> bool:
    """ "if he suggests that …", "whether he believes that …"."""
    sentence, head = one.sentence, one.head
    return conditional_mark(sentence, head) is not None or whether_mark(sentence, head) is not None


def _is_due(one: Attribution) -> bool:
    """ "plans to announce", "is expected to rule", "failed to prove"."""
    if not is_infinitive(one.sentence, one.head):
        return False
    first = _first_joined(one.sentence, one.head)
    above = one.sentence.head(first)
    if first.dep == "acl" and above.pos in NOUNS:  # "the right to say"
        return speaks(one.head)
    return above.lemma in unsaid().due or above == one.speaker  # of a headline: "court to rule"


def _is_purpose(one: Attribution) -> bool:
    """ "came to support", "a chance to identify", "had to endorse": what is done, or due, and told in no clause."""
    sentence, head = one.sentence, one.head
    if not is_infinitive(sentence, head) or _tells(one) or _is_backed(one):
        return False
    return head.dep in {"advcl", "acl", "relcl"} or sentence.head(head).lemma in OBLIGING


def _is_backed(one: Attribution) -> bool:
    """The verb attributes in the frame it stands in: "called the press to condemn the raid"."""
    sentence, head = one.sentence, one.head
    if sentence.head(head).lemma in OBLIGING:
        return False
    return introduces(head) or any(lexicon().share(head.lemma, frame) >= CONDEMNING for frame in frames(sentence, head))


def _first_joined(sentence: Sentence, verb: Token) -> Token:
    """The first of the verbs that "and" joins to this one, where they share a subject."""
    while verb.dep == "conj" and sentence.head(verb).pos in VERBAL and sentence.child(verb, *SUBJECTS) is None:
        verb = sentence.head(verb)
    return verb


def _is_only_possible(one: Attribution) -> bool:
    """Nobody is named, and it need not be said: "could be seen as", "it should be noted that"."""
    modal = any(kid.tag == "MD" and kid.lower in POSSIBLE for kid in one.sentence.children(one.head))
    return modal and one.speaker is None


def _is_anybodys(one: Attribution) -> bool:
    """ "you can ask about", "one might say": anybody could."""
    anybody = one.speaker is not None and one.speaker.lower in {"you", "one", "anyone", "anybody"}
    return anybody and any(kid.tag == "MD" and kid.lower in POSSIBLE for kid in auxiliaries(one.sentence, one.head))


def _is_of_source(one: Attribution) -> bool:
    """ "laws that keep migrants from claiming asylum": the words of the source govern the cue."""
    if one.speaker is None or one.around is not one.sentence or one.head.dep != "pcomp":
        return False
    return one.speaker in one.sentence.ancestors(one.head)


def _is_topic(one: Attribution) -> bool:
    """ "raises questions about the treaty": what is spoken of, not what is said of it."""
    tokens = [t for mark in one.cue for t in one.sentence.tokens_in(mark)]
    if not any(t.lemma.lower() in unsaid().topics and t.pos in {"NOUN", "VERB"} for t in tokens):
        return False
    if tokens[-1].pos not in {"ADP", "SCONJ", "PART"} or _tells(one):
        return False
    words = [t for piece in one.content for t in one.sentence.tokens_in(piece)]
    return bool(words) and words[0].lower not in ASKING


def _is_silence(one: Attribution) -> bool:
    """ "did not answer a request"."""
    return one.head.lemma in unsaid().silences and one.sentence.child(one.head, "neg") is not None


def _is_act(one: Attribution) -> bool:
    """ "has imposed sanctions", "called a protest": it is done, not said."""
    sentence, head = one.sentence, one.head
    if head.lemma in PACTS and any(t.lemma in {"deal", "agreement", "truce", "pact"} for t in sentence.children(head)):
        return not _tells(one)
    if head.lemma == "call":
        called = {t for kid in sentence.children(head) if kid.dep in CALLED for t in (kid, *sentence.children(kid))}
        named = sentence.child(head, "oprd", "ccomp", "xcomp")
        return named is None and any(t.lemma in unsaid().gatherings for t in called)
    if head.lemma == "consider" and head.tag != "VBG":  # "is considered a threat"
        return False
    return head.lemma in unsaid().acts and not _joined(one) and not _tells(one)


def _joined(one: Attribution) -> bool:
    """The cue has a noun or another verb besides, which may tell that it is said: "unveiled a proposal for"."""
    tokens = (t for mark in one.cue for t in one.sentence.tokens_in(mark))
    return any(t.pos in {"NOUN", "VERB"} and t != one.head for t in tokens)


def _tells(one: Attribution) -> bool:
    """Its content has a clause that the verb governs, a quotation, or "an interview in which …"."""
    sentence = one.sentence
    tokens = [t for piece in one.content for t in sentence.tokens_in(piece)]
    if any(t.text in QUOTES for t in tokens):
        return True
    within = any(t.lower == "which" and sentence.head(t).lower == "in" for t in tokens)
    return within or any(t.dep == "ccomp" and t.head == one.head.index for t in tokens)


def _is_mute(one: Attribution) -> bool:
    """ "the attack showed", "on Monday said": what happens, or when, says nothing."""
    word = one.speaker
    if word is None or word.pos == "PRON" or word.entity in {"PERSON", "ORG", "NORP", "GPE"}:
        return False
    return word.entity == "EVENT" or (word.pos == "NOUN" and word.lemma.lower() in unsaid().mute)


def _is_name(one: Attribution) -> bool:
    """ "also known as"."""
    after = one.sentence.tokens[one.head.index + 1 : one.head.index + 2]
    return one.head.lemma == "know" and one.head.tag == "VBN" and any(t.lower == "as" for t in after)


def _only_seems(one: Attribution) -> bool:
    """ "it looks as if", "the port seems lost": so it is to the outlet itself, how sure it is another layer tells."""
    return one.head.lemma in SEEMING and (one.speaker is None or one.speaker.lower in {"it", "there"})


OF_VERBS = (
    _is_condition,
    _is_due,
    _is_purpose,
    _is_only_possible,
    _is_anybodys,
    _is_of_source,
    _is_topic,
    _is_silence,
    _is_act,
    _is_mute,
    _is_name,
    _only_seems,
)
