"""What a verb of cause says of its object: "X from doing", "X to do", "X into crisis", "the way for X to do"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.document.syntax import NOUN_SUBJECTS, Sentence, Token
from sayso.stages.links.ends import End, end, phrase, phrase_tokens, subtree
from sayso.stages.links.lexicon import Entry

LEVELS = frozenset({"up", "down", "out", "above", "below", "higher", "lower", "apart", "together"})
"""Where something is pushed, driven or brought to."""
DANGERS = frozenset({"risk", "danger", "jeopardy", "doubt", "peril"})
BARE = frozenset({"let", "help", "make"})
NO_OBJECTS = frozenset({"eye", "time", "way"})
BEHIND = frozenset({"in", "at", "among", "between", "of", "for", "to", "on", "against", "with"})
"""Prepositions that go on about the object before them ("harm to property")."""
STATED = ("oprd", "acomp", "ccomp", "xcomp", "prep", "advcl")
"""Labels of what somebody is left, found under "leave"."""

Signal = tuple[Token, ...]
Near = tuple[End | None, Signal]


def complement(sentence: Sentence, verb: Token, entry: Entry, signal: Signal) -> Near:
    """The near end and the signal, which a preposition may have joined; no end where the verb means something else."""
    special = SPECIAL.get(entry.complement or "")
    if special is not None:
        return special(sentence, verb, signal)
    last = signal[-1]
    if len(signal) > 1 and last.dep in {"prep", "dative"}:
        return _governed(sentence, verb, signal), signal
    if len(signal) > 1 and last.dep == "dobj":
        words = (*phrase_tokens(sentence, last), *_behind(sentence, verb, last))
        return end(last, words), tuple(t for t in signal if t is not last)
    return _direct(sentence, verb, entry), signal


def _governed(sentence: Sentence, verb: Token, signal: Signal) -> End | None:
    """The object of the preposition that the signal ends in."""
    if sentence.child(verb, "dobj") not in (None, *signal):
        return None
    object_ = sentence.child(signal[-1], "pobj", "pcomp")
    return phrase(sentence, object_) if object_ is not None else None


def _direct(sentence: Sentence, verb: Token, entry: Entry) -> End | None:
    """The verb's own object; with the verb where that names the effect."""
    object_ = _object(sentence, verb)
    if object_ is None and entry.participle:
        return _clause(sentence, verb, ())[0]
    if object_ is None or object_.lemma in NO_OBJECTS:
        return None
    if infinitive(sentence, verb) is not None or _barred(sentence, verb, object_) is not None:
        return None
    if entry.result and verb.lemma == "leave":
        return _left(sentence, verb, ())[0] or end(verb, [verb, *phrase_tokens(sentence, object_)])
    if entry.result:
        return end(verb, [verb, *_kept_with(sentence, verb, {"dobj", "prep", "prt"})])
    return end(object_, (*phrase_tokens(sentence, object_), *_behind(sentence, verb, object_)))


def _object(sentence: Sentence, verb: Token) -> Token | None:
    """The direct object behind the verb; a relative pronoun before it stands for a noun that is no effect."""
    return next((k for k in sentence.children(verb) if k.dep == "dobj" and k.index > verb.index), None)


def _kept_with(sentence: Sentence, verb: Token, deps: set[str]) -> list[Token]:
    """The words behind the verb with these labels, without clauses that a comma adds to a noun."""
    kept = [k for k in sentence.children(verb) if k.dep in deps and k.index > verb.index]
    return [t for k in kept for t in (phrase_tokens(sentence, k) if k.dep == "dobj" else sentence.subtree(k))]


def _clause(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "That B" behind the verb."""
    kids = [k for k in sentence.children(verb) if k.index > verb.index]
    said = next((k for k in kids if k.dep == "ccomp" or (k.dep == "xcomp" and k.tag == "VBG")), None)
    return (end(said, sentence.subtree(said)) if said is not None else None), signal


def _doing(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "X to do"."""
    object_, inner = sentence.child(verb, "dobj"), infinitive(sentence, verb)
    done = object_ or (sentence.child(inner, "nsubj") if inner is not None else None)
    if done is not None and done.lower in {"me", "us", "'s", "’s"} and verb.lemma == "let":
        return None, signal
    if inner is None or (object_ is None and sentence.child(inner, *NOUN_SUBJECTS, "aux") is None):
        return None, signal
    last = sentence.subtree(inner)[-1].index
    return end(inner, sentence.tokens[signal[-1].index + 1 : last + 1]), signal


def _kept(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "X from doing"."""
    object_ = sentence.child(verb, "dobj")
    barred = _barred(sentence, verb, object_)
    gerund = sentence.child(barred, "pcomp") if barred is not None else None
    if object_ is None or barred is None or gerund is None:
        return None, signal
    near = end(gerund, (*subtree(sentence, object_, [barred]), *sentence.subtree(gerund)))
    return near, (*signal, barred)


def _into(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "X (deeper) into crisis", with the verb."""
    object_ = sentence.child(verb, "dobj")
    into = next((k for k in sentence.children(verb) if k.index > verb.index and _whither(sentence, verb, k)), None)
    if object_ is None or into is None or into.index < object_.index:
        return None, signal
    own = [k for k in sentence.children(verb) if object_.index <= k.index <= into.index]
    return end(verb, [verb, *(t for k in own for t in sentence.subtree(k))]), signal


def _whither(sentence: Sentence, verb: Token, kid: Token) -> bool:
    """ "Into crisis", "up", "out of the council", "at risk"."""
    goal = sentence.child(kid, "pobj", "prep")
    if kid.lower in LEVELS and verb.lemma != "put":
        return kid.dep in {"prt", "advmod", "prep"}
    return goal is not None and (kid.lower in {"into", "towards", "toward"} or goal.lemma in DANGERS)


def _made(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "(Makes) X a Y", "X fall", "X impossible"; not "clear" or "sure" what follows."""
    object_ = sentence.child(verb, "dobj")
    if object_ is not None and sentence.child(object_, "nsubj") is not None:
        return end(object_, sentence.subtree(object_)), signal  # "every smuggler a patriot", headed by the latter
    for kid in sentence.children(verb):
        if kid.index < verb.index or kid.dep not in {"ccomp", "xcomp", "oprd", "acomp"}:
            continue
        inner = sentence.child(kid, *NOUN_SUBJECTS)
        held = inner if inner is not None else object_
        if held is None or held.lower == "it" or kid.lemma in {"clear", "sure", "certain", "public", "known"}:
            return None, signal
        below = [*phrase_tokens(sentence, held), *sentence.subtree(kid)]
        return end(kid, {t.index: t for t in below}.values()), signal
    return None, signal


def _left(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "(Leaves) X dead, without Y, to do", with the verb."""
    object_ = sentence.child(verb, "dobj")
    said = [k for k in sentence.children(verb) if k.dep in STATED and k.index > verb.index]
    if object_ is None:
        return (
            end(verb, [verb, *(t for k in said for t in sentence.subtree(k))]) if _inner(sentence, said) else None
        ), signal
    fits = [
        k
        for k in said
        if k.dep != "prep" or k.lower in {"without", "with", "in", "out", "at", "outside", "under", "as"}
    ]
    if not fits and not any(k.dep == "acl" or k.pos == "ADJ" for k in sentence.children(object_)):
        return None, signal
    return end(verb, [verb, *(t for k in (object_, *fits) for t in sentence.subtree(k))]), signal


def _inner(sentence: Sentence, said: list[Token]) -> bool:
    """ "Left four people dead" as a small clause with a subject."""
    return any(k.dep in {"ccomp", "xcomp"} and sentence.child(k, *NOUN_SUBJECTS) is not None for k in said)


def _way(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "(Paves the way) for X to do", "(gives X a chance) to do"."""
    governors = (*signal, *(k for at in signal for k in sentence.children(at) if k.lower == "open"))
    for governor in governors:
        for kid in sentence.children(governor):
            if kid.tag == "VB" and kid.index > signal[-1].index and _is_to(sentence, kid):
                given = {k.index: k for at in governors for k in sentence.children(at) if _given(k, kid)}.values()
                below = [
                    t
                    for t in sentence.subtree(kid)
                    if not (t.lower == "for" and t.dep in {"mark", "prep"} and t.head == kid.index)
                ]
                return end(
                    kid, [*(t for k in given for t in sentence.subtree(k) if t.dep != "prep" or t not in given), *below]
                ), signal
    return None, signal


def _given(token: Token, verb: Token) -> bool:
    """To whom, or for whom, the way is opened; "for" itself is trimmed off."""
    return token.index < verb.index and (token.dep == "dative" or (token.lower == "for" and token.dep == "prep"))


def _is_to(sentence: Sentence, verb: Token) -> bool:
    return any(k.lower == "to" and k.dep == "aux" for k in sentence.children(verb))


def _hard(sentence: Sentence, verb: Token, signal: Signal) -> Near:
    """ "(Makes it impossible) for X to do"."""
    for adjective in signal[1:]:
        for kid in (*sentence.children(adjective), *sentence.children(verb)):
            if kid.tag == "VB" and kid.index > adjective.index and _is_to(sentence, kid):
                return end(kid, (t for t in sentence.subtree(kid) if t.lower != "for" or t.dep != "mark")), signal
    return None, signal


def _behind(sentence: Sentence, verb: Token, object_: Token) -> list[Token]:
    """Phrases right behind the object, which a parser hangs on the verb ("panic in the port")."""
    found: list[Token] = []
    next_ = sentence.subtree(object_)[-1].index + 1
    for kid in sentence.children(verb):
        below = sentence.subtree(kid)
        if kid.dep == "prep" and below[0].index == next_ and kid.lower in BEHIND:
            found += below
            next_ = below[-1].index + 1
    return found


def infinitive(sentence: Sentence, verb: Token) -> Token | None:
    """The verb that says what somebody is made, let or helped to do."""
    for kid in sentence.children(verb):
        if kid.dep not in {"xcomp", "ccomp", "advcl"} or kid.tag != "VB" or kid.index < verb.index:
            continue
        if verb.lemma in BARE or _is_to(sentence, kid):
            return kid
    return None


def _barred(sentence: Sentence, verb: Token, object_: Token | None) -> Token | None:
    """ "From" with a gerund."""
    for governor in (verb, object_):
        for kid in sentence.children(governor) if governor is not None else ():
            if kid.lower == "from" and sentence.child(kid, "pcomp") is not None:
                return kid
    return None


SPECIAL: Mapping[str, Callable[[Sentence, Token, Signal], Near]] = {
    "infinitive": _doing,
    "from": _kept,
    "into": _into,
    "left": _left,
    "made": _made,
    "way": _way,
    "hard": _hard,
    "clause": _clause,
}
