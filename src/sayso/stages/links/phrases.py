"""Links by a phrase or an infinitive: "because of A, B", "B in response to A", "A in order to do B"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.ends import (
    SUPPOSING,
    End,
    Found,
    clause,
    end,
    phrase,
    phrase_tokens,
    verb_above,
)
from sayso.stages.links.lexicon import Entry, lexicon

CLAUSAL = frozenset({"because", "despite", "in", "with", "thanks", "notwithstanding", "but", "without", "only"})
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

Test = Callable[[Sentence, Entry, tuple[Token, ...], Token], bool]


def by_phrase(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """The link whose signal governs a noun phrase or a gerund."""
    object_ = _object(sentence, signal)
    if object_ is None or object_.pos in {"DET"} or not TESTS[entry.test](sentence, entry, signal, object_):
        return None
    near = phrase(sentence, object_)
    return _found(sentence, entry, signal, near) if near and _worded(near) else None


def by_infinitive(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """The link whose signal ends in "to" before a verb."""
    verb = sentence.head(signal[-1])
    if signal[-1].dep != "aux" or verb.index < signal[-1].index or not TESTS[entry.test](sentence, entry, signal, verb):
        return None
    start = signal[-1].index
    tokens = tuple(t for t in sentence.subtree(verb) if t.index > start)
    return _found(sentence, entry, signal, End(verb, _unmarked(tokens)))


def _unmarked(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    while tokens and tokens[-1].pos == "PUNCT":
        tokens = tokens[:-1]
    return tokens


def _worded(near: End) -> bool:
    return any(t.pos not in {"PUNCT", "PRON", "DET"} or t.tag == "PRP" for t in near.tokens)


def _object(sentence: Sentence, signal: tuple[Token, ...]) -> Token | None:
    """The noun or gerund after the signal."""
    inside = {t.index for t in signal}
    for token in reversed(signal):
        found = next(
            (k for k in sentence.children(token) if k.dep in {"pobj", "pcomp"} and k.index not in inside), None
        )
        if found is not None and found.index > signal[-1].index:
            return found
    return None


def _found(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], near: End | None) -> Found | None:
    if near is None:
        return None
    far = _far(sentence, signal, near)
    return Found(entry, signal, near, far) if far else None


def _far(sentence: Sentence, signal: tuple[Token, ...], near: End) -> End | None:
    """What the phrase is about: the noun it modifies in a subject, the subject of "is due to", else its clause."""
    governor = _governor(sentence, signal, near)
    if governor is None:
        return None
    taken = [*signal, *near.tokens]
    if governor.pos in NOUNS and signal[0].lower not in CLAUSAL and _modified(sentence, governor, signal):
        return _noun(sentence, governor, taken)
    verb = verb_above(sentence, governor)
    subject = sentence.child(verb, *SUBJECTS)
    if _predicate(sentence, verb, signal, near) and subject is not None:
        return phrase(sentence, subject)
    if verb.pos not in VERBAL and governor.pos in NOUNS:
        return _noun(sentence, governor, taken)
    after = _afterthought(sentence, near) if verb.index < signal[0].index else ()
    return clause(sentence, verb, signal, [*taken, *after])


def _noun(sentence: Sentence, noun: Token, taken: Iterable[Token]) -> End | None:
    used = {t.index for t in taken}
    return end(noun, (t for t in phrase_tokens(sentence, noun) if t.index not in used))


def _afterthought(sentence: Sentence, near: End) -> tuple[Token, ...]:
    """What stands behind the near end and a comma: it goes on about the near end, not about the clause."""
    after = near.tokens[-1].index + 1
    if after >= len(sentence.tokens) or sentence.tokens[after].text != ",":
        return ()
    return sentence.tokens[after:]


def _governor(sentence: Sentence, signal: tuple[Token, ...], near: End) -> Token | None:
    """The nearest word above the signal that is neither in it nor in the near end."""
    inside = {t.index for t in (*signal, *near.tokens)}
    if sentence.root.index in {t.index for t in signal}:
        return sentence.root
    return next((t for t in sentence.ancestors(signal[0]) if t.index not in inside), None)


def _modified(sentence: Sentence, noun: Token, signal: tuple[Token, ...]) -> bool:
    """The phrase stands right behind a noun that comes before its verb, so that it can only belong to the noun."""
    verb = sentence.clause_head(noun)
    return noun.index < signal[0].index and (signal[0].index < verb.index or signal[0].dep == "acl")


def _predicate(sentence: Sentence, verb: Token, signal: tuple[Token, ...], near: End) -> bool:
    """ "X is due to Y": nothing but the phrase is said of X."""
    if verb.lemma != "be" or signal[0].index < verb.index or signal[0].lower in {"without", "despite"}:
        return False
    said = [k for k in sentence.children(verb) if k.dep in {"attr", "acomp", "ccomp", "oprd"}]
    return all(k.index in {t.index for t in signal} for k in said) and signal[0].index - verb.index <= 3


# ---- words that mean other things too


def _governs(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> bool:
    """One of the entry's heads governs the phrase, directly or through its object."""
    governor = sentence.head(signal[0])
    clause_verb = sentence.clause_head(governor)
    return governor.lemma.lower() in entry.heads or (
        clause_verb.lemma.lower() in entry.heads and governor.dep in {"dobj", "nsubjpass", "xcomp"}
    )


def _matter(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """What a quarrel is about: no period, no place and no number."""
    period = object_.lemma in PERIODS or object_.pos == "NUM"
    return not period and _governs(sentence, entry, signal)


def _deed(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """A deed that is punished: a gerund, or what is no period and no sum."""
    if object_.lemma in lexicon().agents:
        return False
    return (object_.tag == "VBG" or object_.pos == "NOUN") and _matter(sentence, entry, signal, object_)


def _out_of(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """ "Out of" is a reason only before a feeling."""
    return [t.lower for t in signal] != ["out", "of"] or object_.lemma in FEELINGS


def _no_answer(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """What is only said in response is an answer, no deed; what is seen as a response is left to the noun."""
    verb = verb_above(sentence, sentence.head(signal[0])).lemma
    if object_.lemma in lexicon().utterances:
        return False
    return verb not in SPEAKING and not (signal[0].lower == "as" and verb in SUPPOSING)


def _modal(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    verb = verb_above(sentence, sentence.head(signal[0]))
    return any(k.lower in MODALS for k in sentence.children(verb))


def _necessary(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], object_: Token) -> bool:
    """ "Could hardly be possible without": a modal and a denial, or a denial of what happens at all."""
    verb = verb_above(sentence, sentence.head(signal[0]))
    around = [t.lower for t in sentence.clause(verb) if t.index < signal[0].index or verb.index > signal[0].index]
    return _modal(sentence, entry, signal, object_) and any(word in DOUBTFUL for word in around)


def _purposeful(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], verb: Token) -> bool:
    """An infinitive that follows a deed, or opens the sentence before one, and is no complement and no comment."""
    words = lexicon()
    if verb.lemma in words.commenting or sentence.child(verb, "mark", "auxpass", *SUBJECTS) is not None:
        return False
    before = sentence.tokens[signal[0].index - 1].lower if signal[0].index else ""
    if before in NO_PURPOSE:
        return False
    deed = sentence.head(verb)
    if verb.dep == "acl":
        return deed.lemma.lower() in words.undertakings
    if verb.dep != "advcl" or deed.pos != "VERB" or deed.lemma in words.catenatives:
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
}
