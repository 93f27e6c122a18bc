"""Grammar: who does what to whom in a parsed sentence. Pure functions over the dependency tree."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.syntax import NOUNS, NOUNS_AND_PRONOUNS, RELATIVE_PRONOUNS, VERBAL, Sentence, Token

NAMED = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", "PERSON"})


def patient(sentence: Sentence, verb: Token) -> Token | None:
    """The grammatical object: direct object, passive subject, or what a participle modifies ("the town taken by…")."""
    direct = sentence.child(verb, "dobj", "nsubjpass", "dative", "attr", "oprd")
    if direct is not None:
        return direct
    named = sentence.child(verb, "npadvmod")
    if named is not None and named.pos == "PROPN" and named.index == verb.index + 1 and named.entity in NAMED:
        return named  # the parser takes a bare name after the verb for an adverb
    if verb.dep == "acl" and verb.tag == "VBN":
        return sentence.head(verb)
    if verb.dep == "relcl" and sentence.child(verb, "nsubj") is not None and not sentence.child(verb, "prep", "dobj"):
        return sentence.head(verb)
    return stray_object(sentence, verb)


def stray_object(sentence: Sentence, verb: Token) -> Token | None:
    """The object that the parser gave to a later verb as its subject: "killing nine men, the ministry said"."""
    if verb.tag != "VBG" or sentence.child(verb, "dobj", "prep", "prt") is not None:
        return None
    after = sentence.tokens[verb.index + 1 :]
    comma = next((t for t in after if t.text == ","), None)
    last = sentence.tokens[comma.index - 1] if comma is not None and comma.index > verb.index + 1 else None
    if comma is None or last is None or last.dep not in {"nsubj", "nsubjpass"} or last.head < comma.index:
        return None
    begins = sentence.subtree(last)[0].index == verb.index + 1
    return last if begins and last.pos in NOUNS else None


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it in the passive: "taken by X"."""
    by = sentence.child(verb, "agent")
    return sentence.child(by, "pobj") if by is not None else None


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it: its own subject, that of the verb it is joined to, or the controller of a bare clause."""
    own = sentence.child(verb, "nsubj", "csubj")
    if own is not None:
        return _antecedent(sentence, verb, own)
    if sentence.child(verb, "nsubjpass") is not None:
        return None
    head = sentence.head(verb)
    if verb.dep == "acl":
        return head if verb.tag == "VBG" else None
    if verb.dep == "relcl" or verb.dep == "ROOT":
        return None
    if verb.dep in {"conj", "xcomp", "advcl", "pcomp", "ccomp"}:
        return _controller(sentence, verb, head)
    return None


def _controller(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """The subject a clause without one of its own shares. A "to" clause after an object is the object's to do."""
    while head.pos in {"ADP", "SCONJ", "PART"} and head.dep != "ROOT":
        head = sentence.head(head)
    if head.pos not in VERBAL:
        return None
    if verb.dep == "xcomp" and verb.tag == "VB":
        object_ = sentence.child(head, "dobj")
        if object_ is not None:
            return object_
    if sentence.child(head, "nsubjpass") is not None:
        return sentence.child(head, "nsubjpass") if verb.dep in {"xcomp", "advcl"} and verb.tag != "VBN" else None
    return subject(sentence, head)


def _antecedent(sentence: Sentence, verb: Token, own: Token) -> Token:
    """The noun a relative pronoun stands for; the subject itself otherwise."""
    if own.lower in RELATIVE_PRONOUNS and verb.dep == "relcl":
        return sentence.head(verb)
    return own


def identified(sentence: Sentence, word: Token) -> Token:
    """What a relative pronoun or a predicate noun stands for: "X" for "that" in "X is the town that was taken"."""
    if word.lower in RELATIVE_PRONOUNS and word.dep in {"nsubj", "nsubjpass", "dobj"}:
        verb = sentence.head(word)
        word = sentence.head(verb) if verb.dep == "relcl" else word
    if word.dep == "attr" and sentence.head(word).lemma == "be":
        return sentence.child(sentence.head(word), "nsubj") or word
    return word


def conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The nouns joined to this one ("A, B and C")."""
    for kid in sentence.children(token):
        if kid.dep in {"conj", "appos"} and kid.pos in NOUNS_AND_PRONOUNS:
            if kid.dep == "conj":
                yield kid
            yield from conjuncts(sentence, kid)
