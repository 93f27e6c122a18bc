"""Stances that a noun tells: "X's support for Y", "Y drew criticism from X", "supporters of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.document.grammar import subject
from sayso.document.syntax import DEFINITE, NOUNS, Sentence, Token
from sayso.stages.stances.found import Found, behind, governed
from sayso.stages.stances.lexicon import Entry, Pattern, lexicon
from sayso.stages.stances.verbs import holder

BEFORE = frozenset({"compound", "amod", "nmod", "poss"})


def by_noun(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """The stances of this noun."""
    for pattern in lexicon().nouns.get(noun.lemma.lower(), ()):
        found = _drawn(sentence, noun, pattern.entry) if pattern.entry.drawn else _governing(sentence, noun, pattern)
        if found is not None:
            yield found
            return


def _governing(sentence: Sentence, noun: Token, pattern: Pattern) -> Found | None:
    """ "X's support for Y", "X voiced support for Y", "X gave its backing to Y"."""
    if noun.dep in {"compound", "amod", "nmod"}:
        return None
    verb = _carrier(sentence, noun, lexicon().giving)
    preposition = _preposition(sentence, noun, verb, pattern.rest[0])
    toward = governed(sentence, preposition)
    if toward is None and pattern.rest == ("to",) and verb is not None:
        toward = sentence.child(verb, "dative")  # "promised Y its support"
    if toward is None or toward.pos == "ADP":
        return None
    entry = pattern.entry
    back = _taken_back(sentence, noun)
    if back is not None or any(kid.lower in {"no", "little", "scant"} for kid in sentence.children(noun)):
        if entry.negated is None:
            return None
        entry, verb = replace(entry, value=entry.negated), back or verb
    who, head = _whose(sentence, noun), noun
    if verb is not None and noun.dep in {"dobj", "pobj"}:
        own = who is None or who.pos == "PRON" or who.dep != "poss"
        who, head = (holder(sentence, verb) or who) if own else who, verb
    if who is None:
        return None
    basis = (noun, *([preposition] if preposition else ()))
    return Found(
        entry,
        (back, *basis) if back is not None else basis,
        who,
        toward,
        None if entry.value != pattern.entry.value and back is None else head,
    )


def _taken_back(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that says that it is no more: "withdrew its backing for", "lost faith in"."""
    verb = sentence.head(noun)
    return verb if noun.dep == "dobj" and verb.lemma in lexicon().withdrawing else None


def _preposition(sentence: Sentence, noun: Token, verb: Token | None, word: str) -> Token | None:
    for place in (noun, verb):
        for kid in sentence.children(place) if place is not None else ():
            if kid.dep in {"prep", "dative"} and kid.lower == word and kid.index > noun.index:
                return kid
    return None


def _carrier(sentence: Sentence, noun: Token, verbs: frozenset[str]) -> Token | None:
    """The verb of these that the noun is the object of."""
    verb = sentence.head(noun)
    if noun.dep == "conj" and verb.pos in NOUNS:
        return _carrier(sentence, verb, verbs)
    if noun.dep == "pobj" and verb.lower == "of" and sentence.head(verb).lemma in {"motion", "vote"}:
        return _carrier(sentence, sentence.head(verb), verbs)  # "tabled a motion of no confidence in Y"
    if noun.dep == "pobj" and sentence.head(verb).lemma in {"come", "meet", "greet"}:
        return sentence.head(verb) if verb.lower in {"under", "in", "with"} else None
    return verb if noun.dep in {"dobj", "nsubjpass"} and verb.lemma.lower() in verbs else None


def _whose(sentence: Sentence, noun: Token) -> Token | None:
    """Its possessor, or whom it comes "from" or is voiced "by"."""
    before = (
        kid for kid in sentence.children(noun) if kid.dep in BEFORE and kid.pos in {"PROPN", "PRON", "NOUN", "ADJ"}
    )
    owner = next((kid for kid in before if kid.dep == "poss" or kid.entity is not None), None)
    return owner or behind(sentence, noun, "from", "by")


def _drawn(sentence: Sentence, noun: Token, entry: Entry) -> Found | None:
    """ "Y drew criticism from X", "Y came under fire from X", "Y won the backing of X"."""
    verb = _carrier(sentence, noun, lexicon().getting) or _along(sentence, noun, entry)
    if verb is None or noun.dep == "nsubjpass":
        return None
    toward = subject(sentence, verb) or sentence.child(verb, "nsubjpass")
    who = behind(sentence, noun, "from", "by") or behind(sentence, verb, "from")
    if who is None and entry.value in {"supports", "praises"}:
        who = behind(sentence, noun, "of")
    if toward is None or who is None:
        return None
    return Found(entry, (noun,), who, toward, verb, behind(sentence, verb, "for", "over"))


def _along(sentence: Sentence, noun: Token, entry: Entry) -> Token | None:
    """The verb of what is done "with the support of X"."""
    preposition = sentence.head(noun)
    given = entry.value == "supports" and noun.dep == "pobj" and preposition.lower == "with"
    return sentence.head(preposition) if given and sentence.head(preposition).pos == "VERB" else None


def by_side(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """ "supporters of Y", "Y's ally", "Turkey, an ally of Y", "Turkey is an ally of Y"."""
    denied = any(kid.dep == "det" and kid.lower == "no" for kid in sentence.children(noun))
    patterns = tuple(p for p in lexicon().sides.get(noun.lemma.lower(), ()) if p.entry.denied == denied)
    if not patterns or any(kid.lower in lexicon().former for kid in sentence.children(noun)):
        return
    toward = behind(sentence, noun, "of", "to") or next(
        (kid for kid in sentence.children(noun) if kid.dep in {"poss", "compound"} and kid.index < noun.index), None
    )
    if toward is not None and toward.dep == "compound" and noun.lemma == "ally" and toward.entity == "ORG":
        return  # "NATO allies" are in it, each other's
    if toward is None or toward.pos == "PRON":
        return
    who, head = _called(sentence, noun)
    pointed = toward.pos == "NOUN" and sentence.head(toward).lower == "of"
    definite = pointed and any(k.lower in DEFINITE for k in sentence.children(toward))
    yield Found(patterns[0].entry, (noun,), who, toward, None if denied else head, definite=definite)


def _called(sentence: Sentence, noun: Token) -> tuple[Token, Token | None]:
    """Who is called so, and the verb that says it, if one does."""
    above = sentence.head(noun)
    if noun.dep == "appos":
        return above, None
    if noun.dep == "attr" and above.lemma in {"be", "become", "remain"}:
        found = subject(sentence, above)
        return (found, above) if found is not None else (noun, None)
    name = sentence.child(noun, "appos")
    return (name or noun), None
