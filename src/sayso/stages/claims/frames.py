"""Frames: the grammatical company in which a word can attribute something to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.syntax import Sentence, Token

PREPOSITIONS = frozenset({"for", "on", "about", "of", "to", "with", "against", "in", "at", "as", "over"})
CLAUSES = ("ccomp", "parataxis")
WHEN_AND_WHERE = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
BESIDE = frozenset(
    {"internet", "web", "facebook", "twitter", "website", "media", "television", "tv", "radio", "page", "site"}
    | {"connection", "response", "addition", "fact", "person", "court", "part", "condition", "behalf", "time"}
)
"""Objects of a preposition that tell where or how something was said, not what."""
COPULAS = frozenset({"be"})


def frames(sentence: Sentence, token: Token) -> Iterator[str]:
    """The frames a word stands in, the most telling first.

    clause: "denied that …", "said …"; infinitive: "wants to …"; passive-infinitive: "is expected to …";
    object: "praised the plan"; prep-for: "called for …"; noun-clause: "his belief that …";
    noun-infinitive: "a plan to …"; adjective-clause: "is sure that …"; adjective-infinitive: "is ready to …";
    bare: none of these.
    """
    if token.pos == "VERB":
        yield from _of_verb(sentence, token)
    elif token.pos == "NOUN":
        yield from _of_noun(sentence, token)
    elif token.pos == "ADJ" and sentence.head(token).lemma in COPULAS:
        yield from _of_adjective(sentence, token)


def _of_verb(sentence: Sentence, verb: Token) -> Iterator[str]:
    kids = sentence.children(verb)
    deps = {kid.dep for kid in kids}
    found = False
    if any(kid.dep in CLAUSES for kid in kids):
        found = True
        yield "clause"
    if "xcomp" in deps:
        found = True
        yield "passive-infinitive" if "auxpass" in deps else "infinitive"
    if "dobj" in deps:
        found = True
        yield "object"
    for kid in kids:
        if kid.dep == "prep" and kid.lower in PREPOSITIONS and kid.index > verb.index and about(sentence, kid):
            found = True
            yield f"prep-{kid.lower}"
    if not found:
        yield "bare"


def about(sentence: Sentence, preposition: Token) -> bool:
    """The phrase may tell what is said: it is not one of time or place."""
    object_ = sentence.child(preposition, "pobj")
    return object_ is None or (object_.entity not in WHEN_AND_WHERE and object_.lower not in BESIDE)


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[str]:
    for kid in sentence.children(noun):
        if kid.dep in {"acl", "ccomp", "relcl"} and kid.index > noun.index:
            first = sentence.subtree(kid)[0].lower
            if first == "that" and kid.dep in {"acl", "ccomp"}:
                yield "noun-clause"
            elif kid.dep == "acl" and first == "to":
                yield "noun-infinitive"


def _of_adjective(sentence: Sentence, adjective: Token) -> Iterator[str]:
    for kid in sentence.children(adjective):
        if kid.dep == "ccomp":
            yield "adjective-clause"
        elif kid.dep == "xcomp":
            yield "adjective-infinitive"
