"""Links by a verb or a noun of cause: "A led to B", "A, forcing B to flee", "A is a response to B"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from sayso.document import grammar
from sayso.document.predicates import is_perfect
from sayso.document.syntax import NOUN_SUBJECTS, RELATIVE_PRONOUNS, VERBAL, Sentence, Token
from sayso.stages.links.ends import (
    SUPPOSING,
    End,
    Found,
    clause,
    end,
    phrase,
    phrase_tokens,
    subtree,
    verb_above,
)
from sayso.stages.links.lexicon import Entry, Pattern, lexicon

Party = Callable[[Token], bool]
BARE = frozenset({"let", "help", "make"})
DENYING = frozenset({"no", "nobody", "none", "nothing", "neither"})
ASKING = frozenset({"what", "who", "how", "why", "whom", "whose", "where"})


def by_verb(sentence: Sentence, verb: Token, party: Party) -> Iterator[Found]:
    """The links that this verb states. `party` tells words for a person or body, who do deeds."""
    for pattern in lexicon().verbs.get(verb.lemma.lower(), ()):
        found = _verbal(sentence, verb, pattern, party)
        if found is not None:
            yield found
            return


def _verbal(sentence: Sentence, verb: Token, pattern: Pattern, party: Party) -> Found | None:
    entry = pattern.entry
    assert entry is not None
    signal = _matched(sentence, verb, pattern.words[1:])
    if signal is None or sentence.child(verb, "neg") is not None:
        return None
    if _passive(sentence, verb):
        return _by_agent(sentence, verb, entry, signal, party) if len(signal) == 1 or signal[-1].dep == "prt" else None
    near, signal = _complement(sentence, verb, entry, signal)
    if near is None:
        return None
    if entry.kind == "response" and near.head.lemma in lexicon().utterances:
        return None
    far = _far(sentence, verb, entry, (*signal, *near.tokens), party)
    if far is None or _asks(far) or _asks(near):
        return None
    return Found(entry, _closed(sentence, signal), near, far)


def _closed(sentence: Sentence, signal: tuple[Token, ...]) -> tuple[Token, ...]:
    """The signal with articles between its words ("paved the way")."""
    found = [signal[0]]
    for left, right in pairwise(signal):
        between = sentence.tokens[left.index + 1 : right.index]
        found += [*(between if all(t.dep == "det" for t in between) else ()), right]
    return tuple(found)


def _asks(one: End) -> bool:
    return one.head.lower in ASKING or one.tokens[0].lower in ASKING


def _matched(sentence: Sentence, verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The verb with its particle, fixed object and preposition; None where one is missing."""
    found = [verb]
    for word in rest:
        kids = [k for at in found for k in sentence.children(at) if k.index > verb.index]
        if word.startswith("<"):
            kid = next((k for k in kids if k.dep == "dobj" and k.lemma == word.strip("<>")), None)
        else:
            kid = next(
                (k for k in kids if k.lower == word and k.dep in {"prep", "prt", "dative", "aux", "advmod"}), None
            )
        if kid is None:
            return None
        found.append(kid)
    return tuple(sorted(found, key=lambda t: t.index))


def _passive(sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VBN" and (
        sentence.child(verb, "nsubjpass", "auxpass") is not None
        or (verb.dep in {"acl", "relcl"} and not is_perfect(sentence, verb))
    )


def _by_agent(sentence: Sentence, verb: Token, entry: Entry, signal: tuple[Token, ...], party: Party) -> Found | None:
    """ "B was caused by A"."""
    agent = next((k for k in sentence.children(verb) if k.lower == "by" and k.dep in {"agent", "prep"}), None)
    doer = sentence.child(agent, "pobj", "pcomp") if agent is not None else None
    if agent is None or doer is None or entry.participle:
        return None
    if entry.result:
        return _state_by(sentence, verb, entry, agent, doer, party)
    sufferer = _passive_subject(sentence, verb)
    if sufferer is None or sufferer.lower in ASKING:
        return None
    extra = sentence.child(verb, "xcomp") if entry.complement == "infinitive" else None
    if (entry.complement == "infinitive") != (extra is not None) or entry.complement == "from":
        return None
    far = phrase(sentence, doer)
    below = sentence.subtree(verb) if sufferer.index < verb.index and verb.dep in {"acl", "relcl"} else ()
    near = end(sufferer, (*subtree(sentence, sufferer, below), *(sentence.subtree(extra) if extra else ())))
    return Found(entry, (*signal, agent), near, far) if near and far else None


def _state_by(sentence: Sentence, verb: Token, entry: Entry, agent: Token, doer: Token, party: Party) -> Found | None:
    """ "B was weakened by A": the state is what is said of B."""
    far = phrase(sentence, doer)
    near = clause(sentence, verb, (verb,), sentence.subtree(agent))
    if far is None or near is None or party(doer) or doer.pos == "PROPN":
        return None
    kept = end(verb, (*near.tokens, verb))
    return Found(entry, (verb, agent), kept, far) if kept else None


def _passive_subject(sentence: Sentence, verb: Token) -> Token | None:
    own = sentence.child(verb, "nsubjpass")
    if own is not None and own.lower in RELATIVE_PRONOUNS and verb.dep == "relcl":
        return sentence.head(verb)
    if own is None and verb.dep in {"acl", "relcl"}:
        return sentence.head(verb)
    if own is None and verb.dep == "conj":
        return sentence.child(sentence.head(verb), "nsubjpass")
    return own


def _complement(
    sentence: Sentence, verb: Token, entry: Entry, signal: tuple[Token, ...]
) -> tuple[End | None, tuple[Token, ...]]:
    """The near end and the signal, which "from" may have joined."""
    last = signal[-1]
    if len(signal) > 1 and last.dep in {"prep", "dative"}:
        if sentence.child(verb, "dobj") not in (None, *signal):
            return None, signal
        object_ = sentence.child(last, "pobj", "pcomp")
        return (phrase(sentence, object_) if object_ is not None else None), signal
    if len(signal) > 1 and last.dep == "dobj":
        return phrase(sentence, last), tuple(t for t in signal if t is not last)
    object_ = sentence.child(verb, "dobj")
    inner = _infinitive(sentence, verb)
    if entry.complement == "infinitive":
        return _doing(sentence, object_, inner), signal
    barred = _barred(sentence, verb, object_)
    if entry.complement == "from":
        return _kept(sentence, object_, barred, signal)
    if object_ is None or inner is not None or barred is not None or object_.lemma in {"eye", "time", "way"}:
        return None, signal
    if entry.result:
        kept = [k for k in sentence.children(verb) if k.dep in {"dobj", "prep"} and k.index > verb.index]
        return end(verb, [verb, *(t for k in kept for t in sentence.subtree(k))]), signal
    return end(object_, (*phrase_tokens(sentence, object_), *_behind(sentence, verb, object_))), signal


def _behind(sentence: Sentence, verb: Token, object_: Token) -> list[Token]:
    """Phrases right behind the object, which a parser hangs on the verb ("panic in the port")."""
    found: list[Token] = []
    next_ = sentence.subtree(object_)[-1].index + 1
    for kid in sentence.children(verb):
        below = sentence.subtree(kid)
        if kid.dep == "prep" and below[0].index == next_ and kid.lower in {"in", "at", "among", "between", "of", "for"}:
            found += below
            next_ = below[-1].index + 1
    return found


def _infinitive(sentence: Sentence, verb: Token) -> Token | None:
    """The verb that says what somebody is made, let or helped to do."""
    for kid in sentence.children(verb):
        if kid.dep not in {"xcomp", "ccomp", "advcl"} or kid.tag != "VB" or kid.index < verb.index:
            continue
        if verb.lemma in BARE or any(k.lower == "to" for k in sentence.children(kid) if k.dep == "aux"):
            return kid
    return None


def _doing(sentence: Sentence, object_: Token | None, inner: Token | None) -> End | None:
    done = object_ or (sentence.child(inner, "nsubj") if inner is not None else None)
    if done is not None and done.lower in {"me", "us", "'s", "’s"}:
        return None
    if inner is None or (object_ is None and sentence.child(inner, *NOUN_SUBJECTS, "aux") is None):
        return None
    below = [*(sentence.subtree(object_) if object_ else ()), *sentence.subtree(inner)]
    return end(inner, {t.index: t for t in below}.values())


def _barred(sentence: Sentence, verb: Token, object_: Token | None) -> Token | None:
    """ "From" with a gerund."""
    for governor in (verb, object_):
        for kid in sentence.children(governor) if governor is not None else ():
            if kid.lower == "from" and sentence.child(kid, "pcomp") is not None:
                return kid
    return None


def _kept(
    sentence: Sentence, object_: Token | None, barred: Token | None, signal: tuple[Token, ...]
) -> tuple[End | None, tuple[Token, ...]]:
    if object_ is None or barred is None:
        return None, signal
    gerund = sentence.child(barred, "pcomp")
    assert gerund is not None
    near = end(gerund, (*subtree(sentence, object_, [barred]), *sentence.subtree(gerund)))
    return near, (*signal, barred)


def _far(sentence: Sentence, verb: Token, entry: Entry, taken: tuple[Token, ...], party: Party) -> End | None:
    """The subject; for ", doing X" the clause before it."""
    if _added(sentence, verb) or (entry.participle and _hung(sentence, verb, party)):
        main = verb_above(sentence, sentence.head(verb))
        first = sentence.subtree(verb)[0]
        return clause(sentence, main, (first,), sentence.subtree(verb)) if main.pos in VERBAL else None
    if entry.participle or (entry.result and verb.tag == "VBG" and verb.dep == "xcomp"):
        return None
    subject = grammar.subject(sentence, verb)
    if subject is None or (entry.result and party(subject)) or _nobody(sentence, subject):
        return None
    if entry.kind == "response" and party(subject):
        return clause(sentence, verb, (verb,), [t for t in taken if t is not verb])
    used = {t.index for t in taken}
    words = subtree(sentence, subject, _own_clause(sentence, subject, verb))
    return end(subject, (t for t in words if t.index not in used))


def _nobody(sentence: Sentence, subject: Token) -> bool:
    """ "No storm", "nobody", "nothing": the link is denied."""
    return subject.lower in DENYING or any(k.lower in DENYING for k in sentence.children(subject) if k.dep == "det")


def _added(sentence: Sentence, verb: Token) -> bool:
    """A participle after a comma, or one that a parser hung on the last noun before the comma."""
    if verb.tag != "VBG" or verb.dep not in {"advcl", "acl", "conj"} or sentence.child(verb, "aux", "nsubj", "mark"):
        return False
    first = sentence.subtree(verb)[0]
    lead = first.index > 0 and sentence.tokens[first.index - 1].text == ","
    return sentence.head(verb).index < verb.index and (lead or verb.dep == "advcl")


def _hung(sentence: Sentence, verb: Token, party: Party) -> bool:
    """A participle without a comma that a parser hung on a noun; where that is somebody, it is theirs alone."""
    noun = sentence.head(verb)
    if verb.tag != "VBG" or noun.index > verb.index:
        return verb.tag == "VBG" and verb.dep == "advcl" and sentence.subtree(verb)[0].index == 0
    main = sentence.clause_head(noun)
    return verb.dep == "acl" and noun.pos == "NOUN" and not party(noun) and main.index < verb.index


def _own_clause(sentence: Sentence, subject: Token, verb: Token) -> tuple[Token, ...]:
    """The clause of the verb, where it hangs on its own subject ("the fire that caused the loss")."""
    for kid in sentence.children(subject):
        if kid.dep in {"relcl", "acl"} and verb.index in {t.index for t in sentence.subtree(kid)}:
            return (kid,)
    return ()


def by_noun(sentence: Sentence, noun: Token, party: Party) -> Iterator[Found]:
    """The link that this noun states of what is said to be it."""
    for pattern in lexicon().nouns.get(noun.lemma.lower(), ()):
        found = _nominal(sentence, noun, pattern, party)
        if found is not None:
            yield found
            return


def _nominal(sentence: Sentence, noun: Token, pattern: Pattern, party: Party) -> Found | None:
    entry = pattern.entry
    assert entry is not None
    bearer = _bearer(sentence, noun)
    if entry.result and noun.dep == "nsubj":
        return None
    if bearer is None or bearer.lower in {"there", *ASKING} or (entry.result and party(bearer)):
        return None
    added = [noun] if sentence.head(noun) == bearer else _own_clause(sentence, bearer, noun)
    far = end(bearer, subtree(sentence, bearer, added))
    if len(pattern.words) == 1:
        near = _alone(sentence, noun) if entry.result else _named_before(sentence, noun)
        fits = noun.dep == ("attr" if entry.result else "nsubj")
        return Found(entry, (noun,), near, far) if near and far and fits else None
    preposition = next((k for k in sentence.children(noun) if k.dep == "prep" and k.lower == pattern.words[1]), None)
    object_ = sentence.child(preposition, "pobj", "pcomp") if preposition is not None else None
    if preposition is None or object_ is None:
        return None
    near = _alone(sentence, noun) if entry.result else _named(sentence, noun, object_)
    return Found(entry, (noun, preposition), near, far) if near and far else None


def _alone(sentence: Sentence, noun: Token) -> End | None:
    """The noun phrase without nouns joined to it, which have a link of their own or none."""
    return phrase(sentence, noun, [k for k in sentence.children(noun) if k.dep in {"conj", "cc"}])


def _named_before(sentence: Sentence, noun: Token) -> End | None:
    """ "Not the cause of the war; the cause is …": what the noun was said to be of before."""
    for token in reversed(sentence.tokens[: noun.index]):
        of = sentence.child(token, "prep") if token.lemma == noun.lemma else None
        object_ = sentence.child(of, "pobj") if of is not None else None
        if object_ is not None:
            return phrase(sentence, object_)
    return None


def _named(sentence: Sentence, noun: Token, object_: Token) -> End | None:
    """The preposition's object, with a reason added by "for" ("a response to the marshal for the raid")."""
    added = [k for k in sentence.children(noun) if k.dep == "prep" and k.lower == "for" and k.index > object_.index]
    return end(object_, (*phrase_tokens(sentence, object_), *(t for k in added for t in sentence.subtree(k))))


def _bearer(sentence: Sentence, noun: Token) -> Token | None:
    """What is said to be the noun: the subject of "is" or of "is seen as", or the predicate of the noun."""
    first = noun
    while first.dep == "conj" and sentence.head(first).pos == "NOUN":
        first = sentence.head(first)
    noun, verb = first, sentence.head(first)
    if noun.dep == "attr" and verb.lemma in {"be", "become", "remain"}:
        return None if sentence.child(verb, "neg") else grammar.subject(sentence, verb)
    if noun.dep == "nsubj" and verb.lemma == "be" and not sentence.child(verb, "neg"):
        said = sentence.child(verb, "attr")
        return said if said is not None and said.lemma not in lexicon().riddles else None
    if noun.dep == "pobj" and verb.lower == "as":
        supposing = sentence.head(verb)
        if supposing.lemma in SUPPOSING and not sentence.child(supposing, "neg"):
            return sentence.child(supposing, "nsubjpass", "dobj", "nsubj")
    return sentence.head(noun) if noun.dep == "appos" else None
