"""Stances of whoever speaks: "Y was disgraceful", "this cowardly act", "called Y a crime", "because of Y's mistake"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.grammar import identified, subject
from sayso.document.predicates import LINKING, PREDICATIVE
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, Sentence, Token
from sayso.stages.stances.found import Found, behind, governed
from sayso.stages.stances.lexicon import Entry, Pattern, lexicon
from sayso.stages.stances.verbs import holder, passive


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
    if verb is not None and (first.dep not in {"amod", "compound"} or sentence.head(first).lower == "as"):
        if verb.lemma.lower() in lexicon().calling and entry.value != "blames":
            toward = sentence.child(verb, "dobj", "nsubjpass") or _small_clause(sentence, first)
            who = holder(sentence, verb)
            if toward is not None and who is not None:
                yield Found(entry, (verb, *basis), who, toward, verb)
        elif verb.lemma in LINKING and not _owned(sentence, word):
            said = subject(sentence, verb)
            if said is not None:
                yield _of_clause(sentence, verb, entry, basis) or Found(
                    entry, basis, None, identified(sentence, said), verb
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
    return word.pos in NOUNS and sentence.child(word, "poss") is not None or behind(sentence, word, "of") is not None


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


def _small_clause(sentence: Sentence, word: Token) -> Token | None:
    """ "called the raid absurd", where the parser makes the raid a subject."""
    return sentence.child(word, "nsubj")


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


def by_demand(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """ "demanded an end to Y", "called on X to stop Y", "called for the resignation of Y"."""
    if verb.lemma.lower() in lexicon().ending:
        yield from _must_end(sentence, verb)
    who = subject(sentence, verb)
    if who is None or verb.lemma.lower() not in lexicon().demanding or passive(sentence, verb):
        return
    asked = sentence.child(verb, "dobj") or behind(sentence, verb, "for")
    if asked is not None:
        yield from _asked(sentence, verb, asked, who)
    for clause in sentence.children(verb):
        if clause.dep in {"xcomp", "ccomp"} and clause.index > verb.index:
            yield from _to_end(sentence, verb, clause, who)


def _asked(sentence: Sentence, verb: Token, noun: Token, who: Token) -> Iterator[Found]:
    entry = lexicon().demand
    if noun.lemma.lower() in lexicon().ends:
        toward = behind(sentence, noun, "to", "of", "in") or behind(sentence, verb, "to")
        if toward is not None:
            yield Found(entry, (verb, noun), who, toward, verb)
    elif noun.lemma.lower() in lexicon().leaving:
        toward = behind(sentence, noun, "of") or sentence.child(noun, "poss")
        if toward is not None:
            yield Found(entry, (verb, noun), who, toward, verb)


def _to_end(sentence: Sentence, verb: Token, clause: Token, who: Token) -> Iterator[Found]:
    """ "urged X to stop shelling", "demanded that X end the siege", "told X to resign"."""
    doer = sentence.child(clause, "nsubj") or sentence.child(verb, "dobj") or behind(sentence, verb, "on", "to")
    lemma = clause.lemma.lower()
    if lemma in lexicon().resigning and doer is not None and sentence.child(clause, "dobj") is None:
        if lemma != "step" or any(kid.lower in {"down", "aside"} for kid in sentence.children(clause)):
            yield Found(lexicon().demand, (verb, clause), who, doer, verb)
    elif lemma in lexicon().ending:
        toward = sentence.child(clause, "dobj", "xcomp")
        if toward is not None and doer is not None:
            yield Found(lexicon().demand, (verb, clause), who, toward, verb, doer=doer)


def _must_end(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """ "X must stop Y", in the words of whoever speaks."""
    must = next((kid for kid in sentence.children(verb) if kid.dep == "aux" and kid.lower == "must"), None)
    doer, toward = sentence.child(verb, "nsubj"), sentence.child(verb, "dobj", "xcomp")
    if must is not None and doer is not None and toward is not None and sentence.child(verb, "neg") is None:
        yield Found(lexicon().demand, (must, verb), None, toward, None, doer=doer)
