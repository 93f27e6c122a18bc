"""Stances of whoever speaks: "Y was disgraceful", "this cowardly act", "called Y a crime", "because of Y's mistake"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.grammar import identified, subject
from sayso.document.predicates import LINKING, PREDICATIVE
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, Sentence, Token
from sayso.stages.stances.found import Found, behind
from sayso.stages.stances.lexicon import Entry, Pattern, lexicon
from sayso.stages.stances.verbs import holder


def by_judgement(sentence: Sentence, word: Token) -> Iterator[Found]:
    """The judgements that end in this word, by the longest words that fit."""
    for key in dict.fromkeys((word.lower, word.lemma.lower())):
        for pattern in lexicon().judgements.get(key, ()):
            before = sentence.tokens[max(0, word.index - len(pattern.rest)) : word.index]
            if tuple(t.lower for t in before) == pattern.rest:
                yield from _judged(sentence, word, pattern, tuple(before))
                return


def _judged(sentence: Sentence, word: Token, pattern: Pattern, before: tuple[Token, ...]) -> Iterator[Found]:
    entry, basis = pattern.entry, (*before, word)
    first = min(basis, key=lambda t: (t.head in {b.index for b in basis}, t.index))
    verb = _above(sentence, first)
    act = behind(sentence, word, *entry.act) if entry.act else None
    if entry.act and (act is None or act.lemma.lower() not in lexicon().harms):
        return
    if verb is not None and (first.dep not in {"amod", "compound"} or sentence.head(first).lower == "as"):
        if verb.lemma.lower() in lexicon().calling and entry.value != "blames":
            toward = _called(sentence, verb, first)
            who = holder(sentence, verb)
            if toward is not None and toward not in basis and who is not None:
                yield Found(entry, (verb, *basis), who, toward, verb)
        elif verb.lemma in LINKING and not _owned(sentence, word):
            said = subject(sentence, verb)
            if said is not None:
                yield _of_clause(sentence, verb, entry, basis) or Found(
                    entry, basis, None, identified(sentence, said), verb, act
                )
    elif word.dep == "amod" and not entry.predicate and sentence.head(word).pos in NOUNS:
        yield Found(entry, basis, None, sentence.head(word), None)


def _of_clause(sentence: Sentence, verb: Token, entry: Entry, basis: tuple[Token, ...]) -> Found | None:
    """ "X has decided to resist the pressure, which is fair": the whole clause is judged, and X for it."""
    which = sentence.child(verb, "nsubj")
    named = sentence.head(verb)
    if which is None or which.lower != "which" or verb.dep != "relcl" or named.dep != "dobj":
        return None
    told = sentence.head(named)
    while told.dep in {"xcomp", "conj"} and sentence.child(told, *NOUN_SUBJECTS) is None:
        told = sentence.head(told)
    doer = sentence.child(told, "nsubj")
    if doer is None or sentence.tokens[which.index - 1].text != ",":
        return None
    clause = sentence.tokens[sentence.subtree(doer)[0].index : which.index - 1]
    return Found(entry, basis, None, named, verb, doer=doer, clause=clause)


def _owned(sentence: Sentence, word: Token) -> bool:
    """ "an error of the divers": the word names a wrong of somebody else's and judges its subject in no way."""
    return (word.pos in NOUNS and sentence.child(word, "poss") is not None) or behind(sentence, word, "of") is not None


def _above(sentence: Sentence, word: Token) -> Token | None:
    """The verb that says it of something: a copula, or one of calling, with "as" or without."""
    above = sentence.head(word)
    while word.dep == "conj" and above.pos in {"ADJ", "NOUN"}:
        word, above = above, sentence.head(above)
    if word.dep in {"pobj", "amod"} and above.lower == "as":
        return sentence.head(above)
    if word.dep == "xcomp" and above.lemma == "be":
        return above
    if word.dep in {"ccomp", "dobj", "attr", "advcl"} and above.lemma.lower() in lexicon().calling:
        return above
    if word.dep == "prep" and above.lemma == "be":
        return above
    return above if word.dep in PREDICATIVE else None


def _called(sentence: Sentence, verb: Token, word: Token) -> Token | None:
    """Who or what is called so, also where the parser makes a clause or one noun of the two ("the dockers heroes")."""
    if word.dep == "dobj":
        return next((kid for kid in sentence.children(word) if kid.dep == "compound" and kid.tag == "NNS"), None)
    return sentence.child(verb, "dobj", "nsubjpass") or sentence.child(word, "nsubj")


def by_fault(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """ "Y's mistake", "the incompetence of Y"; whether it is told as a cause is asked of the links."""
    patterns = lexicon().faults.get(noun.lemma.lower(), ())
    if not patterns or noun.pos not in NOUNS:
        return
    owner = next(
        (k for k in sentence.children(noun) if k.dep in {"poss", "amod", "compound"} and (k.dep == "poss" or k.entity)),
        None,
    )
    if owner is None and noun.lemma.lower() not in lexicon().patients:
        owner = behind(sentence, noun, "of", "by")
    if owner is not None:
        yield Found(patterns[0].entry, (noun,), None, owner, noun)
