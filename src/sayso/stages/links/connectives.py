"""Links by words that point back: "A. Therefore B", "A, and as a result B"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.document.syntax import AUXILIARIES, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.ends import End, Found, clause, end, subtree, verb_above
from sayso.stages.links.lexicon import Entry

EARLY = 4
"""Words that may stand before a connective that points to the sentence before."""
TALKING = frozenset({"i", "you", "we", "it", "that", "this", "there", "what", "who", "these", "those"})
LATE = 2
"""Tokens, with the full stop, that may be left from its last word on where it closes the sentence."""


def by_connective(sentence: Sentence, before: Sentence | None, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """The link to the clause before in this sentence, or to the sentence before (None where there is none)."""
    verb = _stated(sentence, signal)
    if verb is None or not TESTS[entry.test](sentence, signal, verb):
        return None
    if verb.tag == "VBG" and verb.dep == "advcl" and sentence.head(verb).index < signal[0].index:
        return _added(sentence, entry, signal, verb)
    inside = _inside(sentence, verb, signal)
    if inside is not None:
        far = end(inside, (t for t in subtree(sentence, inside, [verb]) if t.index < signal[0].index))
        start = signal[0].index if verb.dep == "conj" else inside.index
        near = end(verb, (t for t in sentence.subtree(verb) if t.index >= start and t not in signal))
        return Found(entry, signal, near, far) if far and near else None
    late = len(sentence.tokens) - signal[-1].index > LATE
    if before is None or (signal[0].index > EARLY and late) or before.tokens[-1].text == "?":
        return None
    near = end(verb, (t for t in sentence.tokens if t not in signal))
    far = whole(before)
    return Found(entry, signal, near, far) if near and far else None


def _added(sentence: Sentence, entry: Entry, signal: tuple[Token, ...], verb: Token) -> Found | None:
    """ "A, thereby doing B"."""
    near = end(verb, (t for t in sentence.subtree(verb) if t not in signal))
    far = clause(sentence, verb_above(sentence, sentence.head(verb)), signal, sentence.subtree(verb))
    return Found(entry, signal, near, far) if near and far else None


def _any(sentence: Sentence, signal: tuple[Token, ...], verb: Token) -> bool:
    return True


def _opening(sentence: Sentence, signal: tuple[Token, ...], verb: Token) -> bool:
    """At the beginning or after "and"; "so" only before a subject that is no speaker, who may just go on talking."""
    at, after = signal[0].index, signal[-1].index + 1
    subject = sentence.child(verb, *SUBJECTS)
    if subject is None or after >= len(sentence.tokens) or sentence.tokens[-1].text == "?":
        return False
    if signal[0].lower != "so":
        return at == 0 or sentence.tokens[at - 1].lower in {"and", "but", ";"}
    begins = sentence.subtree(subject)[0].index == after
    finite = next((k for k in sentence.children(verb) if k.dep in AUXILIARIES), verb)
    told = finite.tag in {"VBD", "MD"} and verb.lemma != "be"
    return at == 0 and begins and told and subject.lower not in TALKING and subject.dep != "expl"


def _alone(sentence: Sentence, signal: tuple[Token, ...], verb: Token) -> bool:
    """At the beginning or after "and", and before no preposition: "in response, B", not "in response to A"."""
    at, after = signal[0].index, signal[-1].index + 1
    opens = at == 0 or sentence.tokens[at - 1].lower in {"and", ","}
    return opens and after < len(sentence.tokens) and sentence.tokens[after].pos != "ADP"


TESTS: Mapping[str | None, Callable[[Sentence, tuple[Token, ...], Token], bool]] = {
    None: _any,
    "bare": _alone,
    "opening": _opening,
}


def whole(sentence: Sentence) -> End | None:
    """A sentence as an end."""
    return end(sentence.root, sentence.tokens)


def _stated(sentence: Sentence, signal: tuple[Token, ...]) -> Token | None:
    """The verb of what follows from what was said before."""
    if signal[-1].lower == "why":
        return sentence.head(signal[-1]) if sentence.head(signal[-1]).pos in VERBAL else None
    verb = sentence.clause_head(signal[0])
    while verb.index in {t.index for t in signal} and verb.dep != "ROOT":
        verb = sentence.clause_head(sentence.head(verb))
    return verb if verb.pos in VERBAL else None


def _inside(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> Token | None:
    """The clause before in the same sentence that this one is joined to."""
    head = sentence.head(verb)
    if verb.dep == "conj" and head.pos in VERBAL and head.index < signal[0].index < verb.index + EARLY:
        return head
    if signal[0].lower == "which" and sentence.head(verb).dep != "ROOT":
        above = sentence.head(sentence.clause_head(sentence.head(signal[0])))
        stated = verb_above(sentence, above)
        return stated if stated.index < signal[0].index and stated.pos in VERBAL else above
    left = [k for k in sentence.children(verb) if k.dep == "ccomp" and k.index < signal[0].index]
    return left[0] if left and sentence.child(left[0], *SUBJECTS) is not None else None
