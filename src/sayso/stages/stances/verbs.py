"""Stances that a verb tells: "X condemned Y", "Y, backed by X", "X blamed Y on Z"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.grammar import agent, identified, patient, subject
from sayso.document.predicates import is_perfect
from sayso.document.syntax import FINITE, NOUN_SUBJECTS, NOUNS, RELATIVE_PRONOUNS, Sentence, Token
from sayso.stages.stances.found import Found, behind, governed
from sayso.stages.stances.lexicon import Pattern, lexicon

ANSWERABLE = frozenset({"responsible", "accountable", "answerable", "liable"})
PREPOSITIONAL = frozenset({"prep", "prt", "dative", "advmod"})


def by_verb(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """The stance of this verb, by the longest words that fit."""
    for pattern in lexicon().verbs.get(verb.lemma.lower(), ()):
        found = _verbal(sentence, verb, pattern)
        if found is not None:
            yield found
            return


def _verbal(sentence: Sentence, verb: Token, pattern: Pattern) -> Found | None:
    basis = _matched(sentence, verb, pattern.rest)
    if basis is None or (not pattern.rest and sentence.child(verb, "prt") is not None):
        return None
    who = holder(sentence, verb) or (None if passive(sentence, verb) or verb.dep in {"acl", "relcl"} else verb)
    if who is None:
        return None
    if pattern.entry.clause:
        return _of_clause(sentence, verb, pattern, who)
    toward = _toward(sentence, verb, basis)
    if toward is None or toward in basis:
        return None
    act = behind(sentence, verb, *pattern.entry.act) or behind(sentence, toward, *pattern.entry.act)
    if basis[-1].dep in PREPOSITIONAL and len(basis) == 2:
        act = act or sentence.child(verb, "dobj")  # "blamed the fire on the rebels"
    return Found(pattern.entry, basis, who, identified(sentence, toward), verb, act)


def _of_clause(sentence: Sentence, verb: Token, pattern: Pattern, who: Token) -> Found | None:
    """ "regrets that X has chosen silence"."""
    told = sentence.child(verb, "ccomp")
    doer = sentence.child(told, *NOUN_SUBJECTS) if told is not None else None
    if told is None or doer is None or told.index < verb.index:
        return None
    joined = {t for kid in sentence.children(told) if kid.dep in {"conj", "cc"} for t in sentence.subtree(kid)}
    clause = tuple(t for t in sentence.subtree(told) if t not in joined and (t.dep != "mark" or t.index > doer.index))
    return Found(pattern.entry, (verb,), who, told, verb, doer=doer, clause=clause)


def holder(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it: the subject, and in the passive whoever follows "by"."""
    if passive(sentence, verb):
        found = agent(sentence, verb)
    elif verb.dep == "pcomp":
        found = _accused(sentence, verb)
    else:
        found = _before(sentence, verb) or _issuing(sentence, verb) or subject(sentence, verb)
    return identified(sentence, found) if found is not None else None


def _before(sentence: Sentence, verb: Token) -> Token | None:
    """The noun right before a verb that the parser joins to an earlier one: "A voiced support as B and C backed Y"."""
    if verb.dep != "conj" or verb.index == 0 or sentence.child(verb, *NOUN_SUBJECTS) is not None:
        return None
    noun = sentence.tokens[verb.index - 1]
    if noun.pos not in NOUNS or verb.tag not in FINITE:
        return None
    while noun.dep == "conj" and sentence.head(noun).pos in NOUNS:
        noun = sentence.head(noun)
    return noun


def _issuing(sentence: Sentence, verb: Token) -> Token | None:
    """Whose paper it is: "issued a statement condemning Y"."""
    paper = sentence.head(verb)
    if verb.dep != "acl" or verb.tag != "VBG" or paper.lemma.lower() not in lexicon().papers:
        return None
    owner = sentence.child(paper, "poss")
    issuing = next((t for t in sentence.ancestors(paper) if t.pos == "VERB"), None)
    if owner is None and issuing is not None and issuing.lemma.lower() in lexicon().issuing:
        return subject(sentence, issuing)
    return owner


def _accused(sentence: Sentence, verb: Token) -> Token | None:
    """Who is said to do it in "condemned X for backing Y"; else whoever the clause around is about."""
    preposition = sentence.head(verb)
    above = sentence.head(preposition)
    if preposition.lower in {"of", "for", "over"} and above.lemma.lower() in lexicon().verbs:
        return sentence.child(above, "dobj", "nsubjpass")
    return subject(sentence, verb)


def passive(sentence: Sentence, verb: Token) -> bool:
    """ "was condemned", "a strike condemned by X"."""
    if sentence.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    reduced = verb.tag == "VBN" and verb.dep in {"acl", "advcl", "conj"}
    return reduced and not is_perfect(sentence, verb) and sentence.child(verb, "nsubj", "dobj") is None


def _matched(sentence: Sentence, verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The verb with the words that the pattern asks for; None where one is missing."""
    found = [verb]
    for word in rest:
        kid = _object(sentence, verb, word.strip("<>")) if word.startswith("<") else _particle(sentence, found, word)
        if kid is None:
            return None
        found.append(kid)
    return tuple(sorted(found, key=lambda t: t.index))


def _object(sentence: Sentence, verb: Token, lemma: str) -> Token | None:
    deps = {"dobj", "acomp", "oprd", "ccomp", "xcomp", "nsubjpass"}
    return next((k for k in sentence.children(verb) if k.dep in deps and lemma in {k.lemma.lower(), k.lower}), None)


def _particle(sentence: Sentence, found: list[Token], word: str) -> Token | None:
    """A particle or preposition of the verb, of the words matched so far, or of the verb's object ("blame X on Y")."""
    verb = found[0]
    places = [*found]
    object_ = sentence.child(verb, "dobj")
    if object_ is not None and word == "on":
        places.append(object_)
    return next(
        (
            kid
            for place in places
            for kid in sentence.children(place)
            if kid.lower == word and kid.dep in PREPOSITIONAL and kid.index > verb.index
        ),
        None,
    )


def _toward(sentence: Sentence, verb: Token, basis: tuple[Token, ...]) -> Token | None:
    """What the last preposition governs, else the object, the passive's subject or what the participle is said of."""
    last = max(basis, key=lambda t: t.index)
    if last is not verb and last.dep in PREPOSITIONAL - {"prt"}:
        found = governed(sentence, last)
        if found is not None and found.lemma in {"door", "foot", "feet"}:
            found = behind(sentence, found, "of")  # "laid the blame at the door of Y"
        return found if found is not None and found.entity not in {"DATE", "TIME"} else None
    attribute = next((t for t in basis if t is not verb and (t.lower in ANSWERABLE or t.dep == "ccomp")), None)
    if attribute is not None:
        return sentence.child(attribute, "nsubj") or sentence.child(verb, "dobj", "nsubjpass")
    if passive(sentence, verb) and verb.dep == "conj" and sentence.child(verb, "nsubjpass") is None:
        return patient(sentence, sentence.head(verb))
    objects = [kid for kid in sentence.children(verb) if kid.dep == "dobj"]
    if len(objects) > 1 and objects[0].lower in RELATIVE_PRONOUNS:
        return objects[1]  # "the raid, which X blames Y for"
    found = patient(sentence, verb) or _shared(sentence, verb)
    return found if found is None or found.dep not in {"attr", "oprd"} else None


def _shared(sentence: Sentence, verb: Token) -> Token | None:
    """The object of the verb that it is joined to right away: "condemned and rejected the plan"."""
    joined = sentence.child(verb, "conj")
    if (
        joined is None
        or joined.tag != verb.tag
        or any(t.text == "," for t in sentence.tokens[verb.index : joined.index])
    ):
        return None
    bare = (
        sentence.child(joined, "nsubj", "nsubjpass") is None and sentence.child(verb, "prep", "ccomp", "xcomp") is None
    )
    return sentence.child(joined, "dobj") if bare else None
