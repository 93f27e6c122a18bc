"""Bounds: where the words that somebody said begin and end, against what a parser makes of their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.document.syntax import FINITE, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.claims.spans import QUOTES
from sayso.stages.claims.speakers import main_verb

ENDING = 12
"""Words after a verb of saying that still leave it at the end of its sentence: addressee, place, day."""
SHORT = 3
"""Words up to which an object only names a thing: "the fire", "three craters"."""
NAMING = frozenset(
    {"describe", "mention", "discuss", "show", "see", "find", "list", "report", "post", "publish", "note", "offer"}
    | {"seek", "want", "present", "record", "reveal", "repeat", "issue", "broadcast", "provide"}
    | {"know", "believe", "assume", "suppose"}
)
"""Verbs whose bare object is what is spoken of, wanted or shown, and states nothing."""


def closed(sentence: Sentence, speaker: Token, verb: Token) -> bool:
    """A comma follows ", X said" or ", X told Y on Monday"."""
    last = max(verb.index, speaker.index)
    comma = next((t.index for t in sentence.tokens[last + 1 : last + ENDING] if t.text == ","), None)
    return comma is not None and not any(t.pos in VERBAL for t in sentence.tokens[last + 1 : comma])


def condition_before(sentence: Sentence, speaker: Token, verb: Token) -> tuple[Token, ...]:
    """ "If the rain stops, X said, …": the condition of what was said, parted from it by ", X said,"."""
    if not closed(sentence, speaker, verb):
        return ()
    heads = (verb, sentence.head(verb)) if verb.dep in {"parataxis", "ccomp"} else (verb,)
    for kid in (kid for head in heads for kid in sentence.children(head)):
        below = sentence.subtree(kid)
        before = below[-1].index < min(speaker.index, verb.index)
        if kid.dep == "advcl" and before and below[0].lower in {"if", "unless"}:
            return below
    return ()


def with_subject(sentence: Sentence, verb: Token, clauses: Sequence[Token]) -> list[Token]:
    """The clauses, and the noun that the parser took for the verb's object: "denied | charges of fraud | are true".

    So it does with "what" in "what they said was a fraud".
    """
    object_ = sentence.child(verb, "dobj")
    if object_ is None or not clauses:
        return list(clauses)
    first = min(clauses, key=lambda t: t.index)
    bare = first.tag in FINITE and not any(kid.dep in SUBJECTS for kid in sentence.children(first))
    if object_.pos == "PRON":
        return [object_, *clauses] if bare and object_.lower == "what" else list(clauses)
    follows = verb.index < object_.index and sentence.subtree(object_)[-1].index == sentence.subtree(first)[0].index - 1
    return [object_, *clauses] if bare and follows else list(clauses)


def without_label(sentence: Sentence, verb: Token, content: list[Token]) -> list[Token]:
    """Without what stands before the colon in 'Madrid: "It is lost," X said': the quotation has its own cue."""
    for left, right in pairwise(content):
        if left.text == ":" and right.text in QUOTES and left.index < right.index < verb.index:
            return [t for t in content if t.index > left.index]
    return content


def before_next_saying(sentence: Sentence, verb: Token, content: list[Token]) -> list[Token]:
    """Up to "and warned …", with which the same speaker goes on."""
    for other in content:
        if main_verb(sentence, other) == verb:
            joint = [kid.index for kid in sentence.children(sentence.head(other)) if kid.dep == "cc"]
            first = min([sentence.subtree(other)[0].index, *(j for j in joint if verb.index < j < other.index)])
            return [t for t in content if t.index < first]
    return content


def only_names(verb: Token, content: Sequence[Token]) -> bool:
    """ "described the fire", "found three craters", "believes his wife": a thing is named, nothing is stated of it."""
    words = [t for t in content if t.pos not in {"PUNCT", "SPACE"}]
    plain = all(t.pos in {"NOUN", "PROPN", "DET", "NUM", "PRON", "ADP", "CCONJ"} for t in words)
    return len(words) <= SHORT and plain and verb.lemma in NAMING
