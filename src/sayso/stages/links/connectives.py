"""Links by words that point back: "A. Therefore B", "A, and as a result B"."""

from __future__ import annotations

from sayso.document.syntax import SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.ends import End, Found, end, subtree
from sayso.stages.links.lexicon import Entry

EARLY = 4
"""Words that may stand before a connective that points to the sentence before."""
LATE = 2
"""Tokens, with the full stop, that may be left from its last word on where it closes the sentence."""


def by_connective(sentence: Sentence, before: Sentence | None, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """The link to the clause before in this sentence, or to the sentence before (None where there is none)."""
    verb = _stated(sentence, signal)
    if verb is None or (entry.test == "bare" and not _alone(sentence, signal)):
        return None
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


def _alone(sentence: Sentence, signal: tuple[Token, ...]) -> bool:
    """At the beginning or after "and", and before no preposition: "in response, B", not "in response to A"."""
    at, after = signal[0].index, signal[-1].index + 1
    opens = at == 0 or sentence.tokens[at - 1].lower in {"and", ","}
    return opens and after < len(sentence.tokens) and sentence.tokens[after].pos != "ADP"


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
        return sentence.head(sentence.clause_head(sentence.head(signal[0])))
    left = [k for k in sentence.children(verb) if k.dep == "ccomp" and k.index < signal[0].index]
    return left[0] if left and sentence.child(left[0], *SUBJECTS) is not None else None
