"""Links by a subordinate clause: "because A, B", "B if A", "A, so that B"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.document.predicates import auxiliaries, is_perfect
from sayso.document.syntax import AUXILIARIES, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.ends import FOCUS, PARTING, End, Found, clause, end, nearest, subtree, verb_above
from sayso.stages.links.lexicon import Entry, lexicon

PRESENT = frozenset({"VBZ", "VBP"})
ABILITY = frozenset({"can", "could", "may", "might"})
SAYING = frozenset(
    {"say", "note", "see", "expect", "report", "show", "know", "mention", "put", "describe", "argue", "claim"}
)
TELLING = SAYING | {"tell", "add", "warn", "announce", "state", "speak", "comment", "come"}
"""What is said or comes "as" something else goes on has that for its time, not for its cause."""
NOT_BEFORE_AS = frozenset(
    {"even", "just", "same", "such", "as", "so", "much", "exactly", "soon", "long", "far", "well"}
)
GOING_ON = frozenset({"underway", "ongoing", "present", "asleep", "away", "under", "about"})
WONDERING = frozenset(
    {"ask", "wonder", "see", "know", "determine", "decide", "doubt", "check", "question", "find", "tell"}
)
"""Verbs after which "if" opens a question."""


def by_clause(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """The link whose signal opens a clause; None where no clause follows or the words mean something else."""
    verb = subordinate(sentence, signal)
    if verb is None:
        return None
    main = _main(sentence, verb, signal)
    if main is None or not TESTS[entry.test](sentence, signal, verb, main):
        return None
    cleft = _cleft(sentence, entry, verb, signal, main)
    if cleft is not None:
        return cleft
    near = _near(sentence, verb, signal, main)
    if near is None:
        return None
    widened = _with_focus(sentence, signal)
    far = clause(sentence, main, widened, _all(sentence, verb, signal, main))
    then = _then(sentence, verb)
    if far is not None and then is not None and main.index > then.index:
        far = end(main, (t for t in far.tokens if t.index > then.index))
    return Found(entry, widened, near, far) if far is not None and _whole(near, far) else None


def _cleft(sentence: Sentence, entry: Entry, verb: Token, signal: tuple[Token, ...], main: Token) -> Found | None:
    """ "It was because A that B"."""
    subject = sentence.child(main, "nsubj", "expl")
    if main.lemma != "be" or subject is None or subject.lower != "it" or main.index != signal[0].index - 1:
        return None
    that = next((t for t in sentence.tokens[verb.index :] if t.lower == "that" and t.dep == "mark"), None)
    if that is None or sentence.head(that).index < that.index:
        return None
    below = subtree(sentence, sentence.head(that))
    near = end(verb, (t for t in subtree(sentence, verb) if signal[-1].index < t.index < that.index))
    far = end(sentence.head(that), (t for t in below if t.index > that.index))
    return Found(entry, signal, near, far) if near and far else None


def _whole(near: End, far: End) -> bool:
    """Either end has the verb that carries it, and more than "yes" or "no"."""
    told = any(t.pos not in {"INTJ", "PUNCT"} for t in far.tokens)
    told = told and near.head.tag != "MD"
    return told and all(any(t.index == one.head.index for t in one.tokens) for one in (near, far))


def by_degree(sentence: Sentence, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    """ "So high that B", "such a panic that B"; None where the degree has no result."""
    word = signal[0]
    for that in sentence.tokens[word.index + 2 :]:
        if that.lower == "that" and that.dep == "mark":
            break
    else:
        return None
    result, main = sentence.head(that), sentence.clause_head(word)
    above = {t.index for t in (sentence.head(word), *sentence.ancestors(word))}
    governed = result.dep in {"ccomp", "advcl", "acl", "relcl"} and sentence.head(result).index in above
    if not governed or sentence.head(word).index >= that.index or main.pos not in VERBAL or main.index == result.index:
        return None
    if word.lower == "so" and (sentence.head(word).pos not in {"ADJ", "ADV"} or sentence.head(word).index < word.index):
        return None
    near = end(result, (t for t in subtree(sentence, result) if t.index > that.index))
    far = clause(sentence, main, (that,), sentence.subtree(result))
    return Found(entry, (word, that), near, far) if near and far else None


def subordinate(sentence: Sentence, signal: tuple[Token, ...]) -> Token | None:
    """The verb of the clause that the signal opens."""
    first = signal[-1].index + 1
    if first >= len(sentence.tokens):
        return None
    inside = {t.index for t in signal}
    for token in (sentence.tokens[first], *sentence.ancestors(sentence.tokens[first])):
        if token.index in inside:
            continue
        marked = token.dep == "advcl" and any(k.index in inside for k in sentence.children(token))
        if token.index > signal[-1].index and (marked or (token.pos in VERBAL and _opened(sentence, token, signal))):
            return _governing(sentence, token, first) if token.dep == "advcl" else token
        if token.index < signal[0].index:
            return None
    return None


def _governing(sentence: Sentence, verb: Token, first: int) -> Token | None:
    """ "Because when A, B" gives B for the reason: the verb over the clause that "when" opens right behind."""
    begins = sentence.tokens[first]
    if begins.lower not in {"when", "if", "although", "while", "once"} or begins.head != verb.index:
        return verb
    above = sentence.head(verb)
    return above if above.pos in VERBAL and above.index > verb.index else None


def _opened(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> bool:
    """The verb has the mark in the signal, or its subject right behind it."""
    own = sentence.child(verb, *SUBJECTS)
    inside = {t.index for t in signal}
    if any(kid.index in inside for kid in sentence.children(verb)):
        return own is None or own.index > signal[0].index or verb.dep == "advcl"
    return own is not None and own.index > signal[-1].index


def _main(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> Token | None:
    """The verb of the clause that the other end is."""
    beside = _after_then(sentence, verb) or _left_of_focus(sentence, verb, signal) or _run_on(sentence, verb, signal)
    if beside is not None:
        return beside
    inside = {t.index for t in signal}
    head = sentence.head(verb)
    while head.index in inside and head.dep != "ROOT":
        head = sentence.head(head)
    if verb.dep == "conj" and head.index < signal[0].index:
        return head
    if verb.dep in {"ROOT", "conj"} or head.index in inside:
        return next((k for k in sentence.children(verb) if k.dep in {"conj", "ccomp"} and k.pos in VERBAL), None)
    if head.pos not in VERBAL and head.dep not in {"pcomp", "ccomp"}:
        head = sentence.clause_head(head)
    if head.index == verb.index:
        return None
    above = nearest(sentence, _finite_above(sentence, verb_above(sentence, head)), signal)
    above = _behind_mark(sentence, above, signal)
    return None if _parted(sentence, above, signal) else above


def _finite_above(sentence: Sentence, verb: Token) -> Token:
    """From an infinitive that only belongs to a noun or serves an aim up to the statement."""
    while verb.dep in {"acl", "advcl"} and verb.tag == "VB" and sentence.child(verb, "aux", *SUBJECTS) is not None:
        if sentence.child(verb, "mark", *SUBJECTS) is not None or all(
            k.lower != "to" for k in sentence.children(verb) if k.dep == "aux"
        ):
            return verb
        verb = verb_above(sentence, sentence.head(verb))
    return verb


def _behind_mark(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> Token:
    """ "A: B because C" speaks of B."""
    marks = [t.index for t in sentence.tokens[verb.index + 1 : max(signal[0].index - 1, 0)] if t.text in PARTING]
    if not marks:
        return verb
    told = (k for k in sentence.children(verb) if marks[-1] < k.index < signal[0].index and k.pos in VERBAL)
    return next((k for k in told if sentence.child(k, *SUBJECTS) is not None), verb)


def _parted(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> bool:
    """ "A - if B, C": the signal opens a statement of its own, to which what stands before does not belong."""
    before = sentence.tokens[signal[0].index - 1] if signal[0].index else None
    return before is not None and before.text in PARTING and verb.index < before.index


def _after_then(sentence: Sentence, verb: Token) -> Token | None:
    """ "If A, then B" speaks of B, whatever else a parser joins to A."""
    then = _then(sentence, verb)
    head = sentence.head(then) if then is not None else verb
    return head if then is not None and head.pos in VERBAL and head.index > then.index else None


def _then(sentence: Sentence, verb: Token) -> Token | None:
    """The ", then" behind the verb of the condition."""
    after = sentence.tokens[verb.index + 1 :]
    return next((t for t in after if t.lower == "then" and sentence.tokens[t.index - 1].text == ","), None)


def _left_of_focus(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> Token | None:
    """ "B, especially if A: …" speaks of B, whatever the parser makes of the rest."""
    at = signal[0].index
    if at < 2 or sentence.tokens[at - 1].lower not in FOCUS or sentence.tokens[at - 2].text != ",":
        return None
    left = verb_above(sentence, sentence.tokens[at - 3]) if at > 2 else None
    return left if left is not None and left.index < at and left.pos in VERBAL else None


def _run_on(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> Token | None:
    """ "B, since A, C": of two statements that only a comma joins, the signal goes with the one before it."""
    head = sentence.head(verb)
    if head.index < verb.index:
        return None
    left = next((k for k in sentence.children(head) if k.dep == "ccomp" and k.index < signal[0].index), None)
    own = sentence.child(head, *SUBJECTS)
    if left is None or own is None or own.index < verb.index or sentence.child(left, *SUBJECTS) is None:
        return None
    return left if sentence.subtree(left)[-1].index < signal[0].index else None


def _all(sentence: Sentence, verb: Token, signal: tuple[Token, ...], main: Token) -> tuple[Token, ...]:
    """All words of the subordinate clause and its focus words; none of the main clause's."""
    inside = {t.index for t in signal}
    below = subtree(sentence, verb)
    if main.index not in {t.index for t in below}:
        return tuple(t for t in below if t.index not in inside)
    own = subtree(sentence, main)
    bounds = (own[-1].index, len(sentence.tokens)) if main.index < verb.index else (-1, own[0].index)
    return tuple(t for t in below if t.index not in inside and bounds[0] < t.index < bounds[1])


def _near(sentence: Sentence, verb: Token, signal: tuple[Token, ...], main: Token) -> End | None:
    return end(verb, (t for t in _all(sentence, verb, signal, main) if t.index > signal[-1].index))


def _with_focus(sentence: Sentence, signal: tuple[Token, ...]) -> tuple[Token, ...]:
    """The signal with "only", "especially", "even" before it."""
    before = sentence.tokens[signal[0].index - 1] if signal[0].index else None
    if before is not None and before.lower in FOCUS - {"not"}:
        return (before, *signal)
    return signal


# ---- words that mean other things too


def _is_clause(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """ "If" opens no question that somebody asks; "provided" is no verb."""
    if signal[0].lower in {"provided", "assuming"} and len(signal) == 1 and signal[0].dep in {"ROOT", "conj", "relcl"}:
        return False
    top = sentence.head(verb) if verb.dep == "conj" else verb
    after = signal[-1].index + 1
    if signal[-1].lower == "though" and after < len(sentence.tokens) and sentence.tokens[after].text == ",":
        return False
    if [t.lower for t in signal] == ["so", "that"] and (signal[0].index == 0 or signal[-1].dep in SUBJECTS):
        return False
    if signal[-1].lower == "that" and top.dep in {"ccomp", "acl"}:
        return False
    above = sentence.head(top)
    asked = top.dep == "ccomp" or (above.lemma in WONDERING and above.index == signal[0].index - 1)
    return not (asked and signal[-1].lower == "if" and signal[0].index > above.index)


def _no_content(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """ "Signaling for some time now that they are ready": the clause is what is signalled; "the reason is because"."""
    subject = sentence.child(main, *SUBJECTS)
    if main.lemma == "be" and subject is not None and any(t.lemma == "reason" for t in sentence.subtree(subject)):
        return False
    return signal[-1].lower != "that" or verb.dep not in {"ccomp", "acl", "relcl"}


def _reason_since(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """A reason where its clause is in the present; in the past only under a main clause in the simple past."""
    if not _at_once(sentence, signal, verb) or (_has_been(sentence, main) and _finite(sentence, verb).tag != "MD"):
        return False
    if _finite(sentence, verb).tag in PRESENT | {"MD"} or _finite(sentence, main).tag in PRESENT | {"MD"}:
        return True
    return _finite(sentence, main).tag == "VBD" and not is_perfect(sentence, main) and _comma(sentence, signal)


def _at_once(sentence: Sentence, signal: tuple[Token, ...], verb: Token) -> bool:
    """The clause begins with its subject: "since 5 May, prices have doubled" names a day."""
    own = sentence.child(verb, *SUBJECTS)
    object_ = sentence.child(signal[-1], "pobj")
    if object_ is not None:  # a parser took the subject for the object of "since"
        return own is None and sentence.subtree(object_)[-1].index == verb.index - 1
    return own is not None and sentence.subtree(own)[0].index - signal[-1].index <= 2


def _has_been(sentence: Sentence, main: Token) -> bool:
    """The main clause lasts up to now, or did up to then."""
    return any(kid.lemma == "have" for kid in auxiliaries(sentence, main))


def _finite(sentence: Sentence, verb: Token) -> Token:
    """The word that carries the tense."""
    carriers = [k for k in sentence.children(verb) if k.dep in AUXILIARIES and k.index < verb.index]
    return carriers[0] if carriers else verb


def _comma(sentence: Sentence, signal: tuple[Token, ...]) -> bool:
    return signal[0].index == 0 or sentence.tokens[signal[0].index - 1].text in {",", "-", "–", "—", ";"}


def _reason_as(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """A reason where a state or what is done to somebody is added, with a subject of its own, and nothing is quoted."""
    own = sentence.child(verb, "nsubj", "nsubjpass", "expl")
    if own is None or verb.dep != "advcl" or verb.lemma in SAYING or main.lemma in TELLING:
        return False
    if sentence.tokens[signal[0].index - 1].lower in NOT_BEFORE_AS or own.index < signal[-1].index:
        return False
    said = sentence.child(verb, "attr", "acomp", "dobj", "prep", "ccomp", "xcomp")
    bare = lexicon().states | {"do", "demand", "expect", "wish"}
    complete = (verb.lemma not in bare and verb.tag != "MD") or (said is not None and said.lower not in GOING_ON)
    negated = sentence.child(verb, "neg") is not None
    if _comma(sentence, signal):
        past = _finite(sentence, verb).tag == "VBD" and _finite(sentence, main).tag in PRESENT
        return complete and (negated or past or (verb.lemma in lexicon().states and verb.tag != "VBG"))
    return complete and (negated or _no_moment(sentence, verb))


def _no_moment(sentence: Sentence, verb: Token) -> bool:
    """No deed at one moment: a state, a passive, a modal; a deed only where it is a ground by its nature."""
    carrier = _finite(sentence, verb)
    if carrier is verb and verb.tag == "VBD":
        return verb.lemma in lexicon().states | lexicon().grounds
    own = sentence.child(verb, *SUBJECTS)
    if verb.tag == "VBN" and carrier.tag in PRESENT and carrier.lemma == "be" and own is not None and own.tag == "PRP":
        return False  # "they will be named as they are found"
    return verb.tag != "VBG" and (carrier.tag == "MD" or verb.tag == "VBN" or verb.lemma in lexicon().states)


def _result_so(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """ ", so" and a subject right after it."""
    own = sentence.child(verb, *SUBJECTS)
    at = signal[0].index
    if own is None or at == 0 or sentence.tokens[at - 1].lower not in {",", "and"} or main.index > at:
        return False
    return sentence.subtree(own)[0].index == at + 1 and sentence.tokens[at + 1].lower != "that"


def _generic(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """What can happen whenever something else does, or does happen in general."""
    able = any(k.lower in ABILITY for k in sentence.children(main) if k.dep == "aux")
    general = signal[0].index == 0 and main.tag in PRESENT and verb.tag in PRESENT
    return (able or general) and _finite(sentence, verb).tag in PRESENT and verb.dep == "advcl"


def _inverted(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """ "Had A, B would": the auxiliary opens the sentence, and what depends on it has a modal."""
    opens = signal[0].index == 0 and sentence.head(signal[0]).index == verb.index and verb.dep in {"advcl", "ccomp"}
    return opens and any(k.tag == "MD" for k in sentence.children(main) if k.dep == "aux")


def _reason_for(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """ ", for" before a subject and its finite verb: no infinitive with "for" and no prepositional phrase."""
    own = sentence.child(verb, *SUBJECTS)
    if own is None or not _comma(sentence, signal) or main.index > signal[0].index:
        return False
    begins = sentence.subtree(own)[0].index == signal[-1].index + 1
    return begins and _finite(sentence, verb).tag in PRESENT | {"VBD", "MD"}


def _once(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    """What is not yet: the clause in the present, what depends on it under a modal."""
    coming = _finite(sentence, main).tag == "MD"
    return coming and _finite(sentence, verb).tag in PRESENT and verb.dep == "advcl"


def _always(sentence: Sentence, signal: tuple[Token, ...], verb: Token, main: Token) -> bool:
    return True


TESTS: Mapping[str | None, Callable[[Sentence, tuple[Token, ...], Token, Token], bool]] = {
    None: _always,
    "reason": _no_content,
    "clause": _is_clause,
    "since": _reason_since,
    "as": _reason_as,
    "so": _result_so,
    "generic": _generic,
    "inverted": _inverted,
    "for": _reason_for,
    "once": _once,
}
