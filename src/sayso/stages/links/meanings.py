"""What the words before a phrase or an infinitive must mean: "for", "over", "by", "to" mark more than a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.document.predicates import is_perfect
from sayso.document.syntax import NOUNS_AND_PRONOUNS, SUBJECTS, Sentence, Token
from sayso.stages.links.ends import SUPPOSING, verb_above
from sayso.stages.links.lexicon import Entry, lexicon

MODALS = frozenset({"would", "could", "can", "might", "may", "will", "wo", "ca", "should", "must"})
DOUBTFUL = frozenset(
    {"not", "n't", "hardly", "never", "scarcely", "no", "nothing", "nobody", "none", "impossible", "barely"}
)
PERIODS = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "weekend",
        "night",
        "period",
        "time",
        "century",
    }
)
FEELINGS = frozenset(
    {"fear", "concern", "anger", "desperation", "necessity", "revenge", "respect", "solidarity", "spite"}
)

NO_PURPOSE = frozenset({"only", "enough", "as", "how", "whether", "what", "likely", "not", "never", "where", "when"})

SPEAKING = frozenset({"say", "tell", "ask", "speak", "write", "reply", "comment"})
STATES = frozenset({"be", "have", "say", "tell", "speak", "come", "remain", "continue", "expect", "add", "hold"})
"""Verbs that what went before does not bring about."""
MOVING = frozenset(
    {"flee", "march", "gather", "fly", "travel", "return", "rally", "assemble", "rush", "sail", "withdraw"}
)
"""Verbs of going somewhere, whose infinitive is an aim whatever a parser says."""
TOWARDS = frozenset({"against", "at", "on", "into", "under"})

PERSONAL = ("er", "or", "ist", "man", "woman", "ant", "ian")
"""Ends of most words for people."""
PROMISES = frozenset(
    {
        "obligation",
        "duty",
        "need",
        "ability",
        "commitment",
        "chance",
        "right",
        "decision",
        "plan",
        "promise",
        "agreement",
        "threat",
        "offer",
        "permission",
        "order",
        "refusal",
        "deal",
    }
)
"""Nouns whose infinitive says what they are about, also across a verb ("a decision was taken to leave")."""

Test = Callable[[Sentence, Entry, tuple[Token, ...], Token], bool]


def _governs(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> bool:
    """One of the entry's heads governs the phrase, directly or through its object."""
    governor = sentence.head(signal[0])
    clause_verb = sentence.clause_head(governor)
    return governor.lemma.lower() in entry.heads or (
        clause_verb.lemma.lower() in entry.heads and governor.dep in {"dobj", "nsubjpass", "xcomp"}
    )


def _matter(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """What a quarrel is about: no period, no place and no number."""
    if "die" in entry.heads and sentence.head(signal[0]).pos != "VERB":
        return False
    period = object_.lemma in PERIODS or object_.pos == "NUM" or object_.entity in {"GPE", "LOC", "FAC"}
    return not period and _governs(sentence, entry, signal)


def _deed(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """A deed that is punished: a gerund, or what is no period and no sum."""
    if object_.lemma in lexicon().agents or _no_deed(sentence, sentence.head(signal[0])):
        return False
    return (object_.tag == "VBG" or object_.pos == "NOUN") and _matter(sentence, entry, signal, object_)


def _no_deed(sentence: Sentence, deed: Token) -> bool:
    """ "Thank you for having me"; or what is not done at all."""
    return sentence.child(deed, "neg") is not None or (
        deed.lemma.lower() == "thank" and sentence.child(deed, "nsubj") is None
    )


def _doing(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """Something done to somebody for what they did: a passive, an object, or words such as "against them"."""
    if object_.tag != "VBG" or object_.dep != "pcomp":
        return False
    deed = sentence.head(signal[0])
    if _no_deed(sentence, deed):
        return False
    if deed.dep in {"dobj", "nsubjpass", "pobj"}:
        if not _somebody(deed):
            return False
        deed = sentence.clause_head(deed)
    if deed.pos != "VERB" or deed.lemma in lexicon().uses or deed.index > signal[0].index:
        return False
    if deed.tag == "VBN" and not is_perfect(sentence, deed):
        return True
    return any(k.dep == "dobj" or k.lower in TOWARDS for k in sentence.children(deed) if k.index < signal[0].index)


def _somebody(noun: Token) -> bool:
    """A name, a pronoun or a word for people, whom something is done to; not "the responsibility for doing"."""
    word = noun.lemma.lower()
    return noun.pos in {"PROPN", "PRON"} or word in lexicon().agents or word.endswith(PERSONAL)


def _means(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """The deed by which another is done; a beginning, an end or an answer is that deed itself."""
    deed = sentence.head(signal[0])
    if object_.tag != "VBG" or object_.dep != "pcomp" or deed.pos != "VERB":
        return False
    return deed.lemma not in lexicon().openings and deed.index != object_.index


def _earlier(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """What came before a deed and may have brought it about: an event, no day and nobody."""
    if object_.pos != "NOUN" or object_.lemma in PERIODS | lexicon().agents or signal[0].dep in {"amod", "acl"}:
        return False
    deed = sentence.head(signal[0])
    reacted = deed.pos == "VERB" and deed.lemma not in STATES
    return reacted and (not entry.heads or deed.lemma in entry.heads)


def _out_of(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """ "Out of" is a reason only before a feeling, and none where it is denied."""
    if [t.lower for t in signal] != ["out", "of"]:
        return True
    return object_.lemma in FEELINGS and sentence.child(sentence.clause_head(signal[0]), "neg") is None


def _no_answer(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """What is only said in response is an answer, no deed; what is seen as a response is left to the noun."""
    verb = verb_above(sentence, sentence.head(signal[0])).lemma
    if object_.lemma in lexicon().utterances:
        return False
    return verb not in SPEAKING and not (signal[0].lower == "as" and verb in SUPPOSING)


def _modal(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    verb = verb_above(sentence, sentence.head(signal[0]))
    if signal[0].lower == "but" and signal[0].index and sentence.tokens[signal[0].index - 1].text == ",":
        return False  # "not for A, but for B"
    return any(k.lower in MODALS for k in sentence.children(verb))


def _necessary(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """ "Could hardly be possible without": a modal and a denial, or a denial of what happens at all."""
    verb = verb_above(sentence, sentence.head(signal[0]))
    around = [t.lower for t in sentence.clause(verb) if t.index < signal[0].index or verb.index > signal[0].index]
    return _modal(sentence, entry, signal, object_) and any(word in DOUBTFUL for word in around)


def _participle(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], verb: Token) -> bool:
    """ "Trying to do B" added to a clause, not said of somebody who is trying."""
    word = signal[0]
    before = sentence.tokens[word.index - 1].lower if word.index else ""
    added = word.dep == "advcl" or (word.dep == "acl" and before == ",")
    if before in {"when", "while", "before", "after"} or sentence.child(word, "aux", "nsubj", "mark") is not None:
        return False
    return added and sentence.head(word).index != word.index


def _meant(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], verb: Token) -> bool:
    """ "Intended to" said of a deed; somebody who intended to do it has it for a plan."""
    word = signal[0]
    active = word.pos == "VERB" and sentence.child(word, "nsubj") is not None
    return not active and sentence.tokens[word.index - 1].lower not in {"not", "n't"}


def _purposeful(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], verb: Token) -> bool:
    """An infinitive that follows a deed, or opens the sentence before one, and is no complement and no comment."""
    words = lexicon()
    if verb.lemma in words.commenting or sentence.child(verb, "mark", "auxpass", *SUBJECTS) is not None:
        return False
    before = sentence.tokens[signal[0].index - 1].lower if signal[0].index else ""
    noun = sentence.tokens[signal[0].index - 1].lemma.lower() if signal[0].index else ""
    if before in NO_PURPOSE or noun in PROMISES | {"time"}:
        return False
    deed = sentence.head(verb)
    if verb.dep == "acl":
        return deed.lemma.lower() in words.undertakings
    moved = verb.dep == "xcomp" and deed.lemma in MOVING
    if not (verb.dep == "advcl" or moved) or deed.pos != "VERB" or deed.lemma in words.catenatives:
        return False
    done = sentence.child(deed, "nsubjpass")
    if done is not None and (deed.lemma in words.harms or done.lemma.lower() in PROMISES):
        return False
    if deed.lemma == "work" and deed.index == signal[0].index - 1:
        return False
    placed = verb.index > deed.index or signal[0].index == 0
    placed = placed and sentence.child(deed, "expl") is None
    return placed and not _degree(sentence, deed) and _agent(sentence, deed)


def _degree(sentence: Sentence, deed: Token) -> bool:
    """ "Too … to", "enough to" state a degree."""
    return any(t.lower in {"too", "enough", "sufficient", "so"} for t in sentence.clause(deed))


def _agent(sentence: Sentence, deed: Token) -> bool:
    """Somebody does it: a passive, or a subject that can mean to; what only rises or falls has no aim."""
    subject = sentence.child(deed, "nsubj")
    if subject is None:
        return True
    words = lexicon()
    if subject.lemma.lower() in words.agents or subject.lower in words.agents:
        return True
    return subject.tag not in {"PRP", "DT", "WDT", "WP", "EX"} and deed.lemma not in words.changes


def _lacking(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """ "Without A, B would": it opens its sentence or clause, before a modal."""
    verb = verb_above(sentence, sentence.head(signal[0]))
    opens = signal[0].index == 0 or sentence.tokens[signal[0].index - 1].lower in {",", "that", "but", "and"}
    would = any(k.tag == "MD" for k in sentence.children(verb) if k.dep == "aux")
    subject = sentence.child(verb, *SUBJECTS)
    nobody = subject is not None and any(k.lower in DOUBTFUL for k in (subject, *sentence.children(subject)))
    return opens and (would or nobody) and object_.index < verb.index and object_.pos in NOUNS_AND_PRONOUNS


def _own(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """ "For all its talk": what somebody has, named at the beginning."""
    opens = signal[0].index == 0 or sentence.tokens[signal[0].index - 1].lower in {",", "that", "but", "and"}
    return opens and sentence.child(object_, "poss") is not None


def _no_party(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """Support for somebody is a stand, no aim of the deed."""
    return "support" not in {t.lower for t in signal} or object_.pos != "PROPN"


def _always(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    return True


TESTS: Mapping[str | None, Test] = {
    None: _always,
    "matter": _matter,
    "out": _out_of,
    "modal": _modal,
    "without": _necessary,
    "sentence": _deed,
    "answer": _no_answer,
    "purpose": _purposeful,
    "no-party": _no_party,
    "lacking": _lacking,
    "own": _own,
    "doing": _doing,
    "means": _means,
    "earlier": _earlier,
    "participle": _participle,
    "meant": _meant,
}
