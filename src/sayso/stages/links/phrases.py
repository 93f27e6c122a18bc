"""Links by a phrase or an infinitive: "because of A, B", "B in response to A", "A in order to do B"."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.ends import End, Found, clause, end, phrase, phrase_tokens, verb_above
from sayso.stages.links.lexicon import Entry, lexicon
from sayso.stages.links.meanings import TESTS

CLAUSAL = frozenset(
    {
        "because",
        "despite",
        "in",
        "with",
        "thanks",
        "notwithstanding",
        "but",
        "without",
        "only",
        "by",
        "following",
        "given",
        "as",
    }
)


def by_phrase(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """The link whose signal governs a noun phrase or a gerund."""
    object_ = _object(sentence, signal)
    if object_ is None or object_.pos in {"DET"} or not TESTS[entry.test](sentence, entry, signal, object_):
        return None
    near = end(object_, (t for t in phrase_tokens(sentence, object_) if t not in signal))
    if near is None or not _worded(near):
        return None
    swallowed = _swallowed(sentence, signal, near)
    if swallowed is not None:
        near, far = swallowed
        return Found(entry, signal, near, far)
    return _found(sentence, entry, signal, near)


def _swallowed(sentence: Sentence, signal: tuple[Token, ...], near: End) -> tuple[End, End] | None:
    """ "Despite A, B and C still D": a parser took the subject of the clause for one more thing behind the signal."""
    governor = _governor(sentence, signal, near)
    comma = next((t for t in near.tokens if t.text == ","), None)
    if signal[0].index or governor is None or comma is None or near.tokens[-1].index + 1 > governor.index:
        return None
    verb = verb_above(sentence, governor)
    if verb.pos not in VERBAL or sentence.child(verb, *SUBJECTS) is not None or verb.index < comma.index:
        return None
    between = sentence.tokens[near.tokens[-1].index + 1 : verb.index]
    if any(t.pos == "PUNCT" for t in between):
        return None
    left = end(near.head, (t for t in near.tokens if t.index < comma.index))
    taken = {t.index for t in (*signal, *(left.tokens if left else ()))}
    right = end(verb, (t for t in sentence.subtree(verb) if t.index > comma.index and t.index not in taken))
    return (left, right) if left and right else None


def by_infinitive(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """The link whose signal ends in "to" before a verb."""
    verb = sentence.head(signal[-1])
    if signal[-1].dep != "aux" or verb.index < signal[-1].index:
        return None
    start = signal[-1].index
    near = End(verb, _unmarked(tuple(t for t in sentence.subtree(verb) if t.index > start)))
    beside = _undertaking(sentence, signal, verb)
    if beside is None and not TESTS[entry.test](sentence, entry, signal, verb):
        return None
    if beside is not None:
        far = _noun(sentence, beside, [*signal, *near.tokens])
        return Found(entry, signal, near, far) if far else None
    meant = sentence.child(signal[0], "nsubjpass")
    if meant is not None and (far := phrase(sentence, meant)) is not None:
        return Found(entry, signal, near, far)
    return _found(sentence, entry, signal, near)


def _undertaking(sentence: Sentence, signal: tuple[Token, ...], verb: Token) -> Token | None:
    """The "offensive" right before the signal, in a phrase that only dates or places another deed: it has the aim."""
    if verb.dep != "advcl" or not signal[0].index or sentence.child(verb, "mark", *SUBJECTS) is not None:
        return None
    before = sentence.tokens[signal[0].index - 1]
    while before.dep in {"pobj", "prep", "compound"} and before.index > sentence.head(verb).index:
        if before.dep == "pobj" and before.lemma.lower() in lexicon().undertakings:
            return before
        before = sentence.head(before)
    return None


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
    if governor.dep == "pobj" and governor.pos in NOUNS and signal[0].lower not in CLAUSAL:
        return _noun(sentence, governor, taken)
    if (
        len(signal) == 1
        and signal[-1].dep == "aux"
        and governor.pos in NOUNS
        and sentence.head(signal[-1]).dep == "acl"
    ):
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
    if verb.lemma in {"seem", "appear"} and signal[0].index - verb.index <= 4:
        return all(
            k.tag in {"VB", "TO"} or k.dep in SUBJECTS or k.index < verb.index for k in sentence.children(verb)[:2]
        )
    if verb.lemma != "be" or signal[0].index < verb.index or signal[0].lower in {"without", "despite"}:
        return False
    said = [k for k in sentence.children(verb) if k.dep in {"attr", "acomp", "ccomp", "oprd"}]
    said += [k for k in sentence.children(verb) if k.dep == "prep" and verb.index < k.index < signal[0].index]
    return all(k.index in {t.index for t in signal} for k in said) and signal[0].index - verb.index <= 3
