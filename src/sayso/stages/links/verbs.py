"""Links by a verb of cause: "A led to B", "A, forcing B to flee", "B was triggered by A"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.document import grammar
from sayso.document.predicates import auxiliaries, is_perfect
from sayso.document.syntax import RELATIVE_PRONOUNS, VERBAL, Sentence, Token
from sayso.stages.links.complements import complement
from sayso.stages.links.ends import (
    ASKING,
    End,
    Found,
    Party,
    clause,
    end,
    own_clause,
    phrase,
    subtree,
    verb_above,
)
from sayso.stages.links.lexicon import Entry, Pattern, lexicon
from sayso.stages.links.subjects import far_end, nobody

SAYING = frozenset(
    {"say", "tell", "deny", "claim", "write", "add", "refer", "ask", "speak", "insist", "lodge", "submit", "report"}
)
"""What is alleged together with saying something is said too, and no ground of it."""
SELVES = ({"i", "me", "myself"}, {"we", "us", "ourselves"}, {"he", "him", "himself"}, {"she", "her", "herself"})


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
    if entry.complement == "charged":
        return _charged(sentence, verb, entry, pattern.words[1])
    signal = _matched(sentence, verb, pattern.words[1:])
    particle = sentence.child(verb, "prt")
    if signal is not None and particle is not None and particle not in signal and entry.complement != "into":
        return None  # "ends up in" is not "ends in"
    if signal is None or _denied(sentence, verb):
        return None
    if _passive(sentence, verb):
        return _suffered(sentence, verb, entry, signal, party)
    near, signal = complement(sentence, verb, entry, signal)
    if near is None or entry.passive or not _stated(sentence, verb, entry, party):
        return None
    if entry.kind == "response" and near.head.lemma in lexicon().utterances:
        return None
    far = far_end(sentence, verb, entry, (*signal, *near.tokens), party)
    if far is None or _asks(far) or _asks(near) or nobody(sentence, near.head) or _to_oneself(far, near):
        return None
    return Found(entry, _closed(sentence, signal), near, far)


def _denied(sentence: Sentence, verb: Token) -> bool:
    """ "Does not cause B", "were not going to let B happen"."""
    top = verb
    while top.dep == "xcomp" and sentence.child(top, "neg") is None and sentence.head(top).pos in VERBAL:
        top = sentence.head(top)
    away = any(k.lower in {"away", "off", "back"} and k.index == verb.index + 1 for k in sentence.children(verb))
    return sentence.child(top, "neg") is not None or (away and verb.lemma == "drive")


def _stated(sentence: Sentence, verb: Token, entry: Entry, party: Party) -> bool:
    """No order ("let them decide"), no somebody at the head of troops ("he led them to the fort"), no idle deed."""
    if verb.lemma in {"let", "lead"}:
        subject = grammar.subject(sentence, verb)
        if verb.lemma == "let" and verb.tag == "VB" and sentence.child(verb, "nsubj", "aux") is None:
            return False
        if verb.lemma == "let" and any(k.lower in {"must", "should"} for k in auxiliaries(sentence, verb)):
            return False
        if subject is None or (verb.lemma == "lead" and entry.complement == "infinitive" and party(subject)):
            return False
    if entry.test == "deed":
        doer = grammar.subject(sentence, verb)
        return doer is not None and doer.lemma.lower() in lexicon().deeds
    if entry.test == "change":
        fallen = grammar.subject(sentence, verb)
        return fallen is not None and fallen.lemma.lower() in lexicon().changes
    if entry.test == "deed-done":
        return verb_above(sentence, sentence.head(verb)).lemma not in SAYING
    return entry.test != "pointing" or _points(sentence, verb)


def _points(sentence: Sentence, verb: Token) -> bool:
    """ "This means", "which means": the subject stands for what was just said, or is an event."""
    subject = sentence.child(verb, "nsubj")
    return subject is not None and (subject.lower in {"this", "that", "which"} or subject.lemma in lexicon().deeds)


def _charged(sentence: Sentence, verb: Token, entry: Entry, word: str) -> Found | None:
    """ "(They) blame A for B", "A is blamed for B", "B is blamed on A": the ends are A and B."""
    passive = sentence.child(verb, "nsubjpass", "auxpass") is not None or verb.dep == "acl"
    held = _passive_subject(sentence, verb) if passive and verb.tag == "VBN" else sentence.child(verb, "dobj")
    if (
        held is None
        or held.lower in ASKING
        or held.lemma in lexicon().utterances
        or sentence.child(verb, "neg") is not None
    ):
        return None
    kids = (*sentence.children(verb), *sentence.children(held))
    preposition = next((k for k in kids if k.lower == word and k.dep == "prep" and k.index > verb.index), None)
    object_ = sentence.child(preposition, "pobj", "pcomp") if preposition is not None else None
    if preposition is None or object_ is None:
        return None
    above = [verb] if held.index < verb.index and verb.dep in {"acl", "relcl"} else []
    near, far = phrase(sentence, object_), end(held, subtree(sentence, held, [preposition, *above]))
    return Found(entry, (verb, preposition), near, far) if near and far else None


def _suffered(sentence: Sentence, verb: Token, entry: Entry, signal: tuple[Token, ...], party: Party) -> Found | None:
    """A passive: "B was caused by A"; "A was met with B"."""
    if entry.passive and len(signal) == 2 and signal[1].dep == "prep":
        sufferer, object_ = _passive_subject(sentence, verb), sentence.child(signal[1], "pobj")
        if sufferer is None or object_ is None or party(sufferer) or party(object_):
            return None
        near, far = phrase(sentence, object_), phrase(sentence, sufferer, own_clause(sentence, sufferer, verb))
        return Found(entry, signal, near, far) if near and far else None
    if entry.implicit or (len(signal) > 1 and signal[-1].dep != "prt"):
        return None
    return _by_agent(sentence, verb, entry, signal, party)


def _closed(sentence: Sentence, signal: tuple[Token, ...]) -> tuple[Token, ...]:
    """The signal with articles between its words ("paved the way")."""
    found = [signal[0]]
    for left, right in pairwise(signal):
        between = sentence.tokens[left.index + 1 : right.index]
        found += [*(between if all(t.dep == "det" for t in between) else ()), right]
    return tuple(found)


def _to_oneself(far: End, near: End) -> bool:
    """ "I … helped me": a parser's mistake about the subject."""
    return any(far.tokens[-1].lower in self_ and near.tokens[0].lower in self_ for self_ in SELVES)


def _asks(one: End) -> bool:
    return one.head.lower in ASKING or one.tokens[0].lower in ASKING


def _matched(sentence: Sentence, verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The verb with its particle, fixed object and preposition; None where one is missing."""
    found = [verb]
    for word in rest:
        kids = [k for at in found for k in sentence.children(at) if k.index > verb.index]
        if word.startswith("<"):
            kid = next((k for k in kids if _complements(k) and word.strip("<>") in {k.lemma, k.lower}), None)
        else:
            kid = next(
                (k for k in kids if k.lower == word and k.dep in {"prep", "prt", "dative", "aux", "advmod"}), None
            )
        if kid is None:
            return None
        found.append(kid)
    return tuple(sorted(found, key=lambda t: t.index))


def _complements(token: Token) -> bool:
    return token.dep == "dobj" or (token.pos == "ADJ" and token.dep in {"ccomp", "acomp", "oprd", "xcomp"})


def _passive(sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VBN" and (
        sentence.child(verb, "nsubjpass", "auxpass") is not None
        or (verb.dep in {"acl", "relcl", "advcl"} and not is_perfect(sentence, verb))
    )


def _by_agent(sentence: Sentence, verb: Token, entry: Entry, signal: tuple[Token, ...], party: Party) -> Found | None:
    """ "B was caused by A"."""
    agent = next((k for k in sentence.children(verb) if k.lower == "by" and k.dep in {"agent", "prep"}), None)
    doer = sentence.child(agent, "pobj", "pcomp") if agent is not None else None
    if agent is None or doer is None or entry.participle or entry.complement not in {None, "infinitive", "plain"}:
        return None
    if nobody(sentence, doer):
        return None
    if entry.test == "deed" and doer.lemma.lower() not in lexicon().deeds:
        return None
    if entry.result:
        return _state_by(sentence, verb, entry, agent, doer, party)
    if entry.passive and (party(doer) or doer.pos == "PROPN"):
        return None
    sufferer = _passive_subject(sentence, verb)
    if sufferer is None and entry.passive and verb.dep == "advcl":
        return _moved(sentence, verb, entry, (*signal, agent), doer)
    if sufferer is None or sufferer.lower in ASKING:
        return None
    extra = sentence.child(verb, "xcomp") if entry.complement == "infinitive" else None
    if (entry.complement == "infinitive") != (extra is not None):
        return None
    far = phrase(sentence, doer)
    below = sentence.subtree(verb) if sufferer.index < verb.index and verb.dep in {"acl", "relcl"} else ()
    near = end(sufferer, (*subtree(sentence, sufferer, below), *(sentence.subtree(extra) if extra else ())))
    return Found(entry, (*signal, agent), near, far) if near and far else None


def _moved(sentence: Sentence, verb: Token, entry: Entry, signal: tuple[Token, ...], doer: Token) -> Found | None:
    """ "Angered by A, they did B"."""
    far = phrase(sentence, doer)
    near = clause(sentence, verb_above(sentence, sentence.head(verb)), signal, sentence.subtree(verb))
    return Found(entry, signal, near, far) if near and far else None


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
