"""The certainty of a whole claim: its statements one by one, the cue over them, and hedges of parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.document.anchor import Anchor
from sayso.document.predicates import (
    LINKING,
    PREDICATIVE,
    Parts,
    conditional_mark,
    coordinated,
    is_infinitive,
    main_predicate,
    question_mark,
)
from sayso.document.records import Certainty, Claim, Polarity, Why
from sayso.document.syntax import AUXILIARIES, NOUN_SUBJECTS, SUBJECTS, VERBAL, Sentence, Token
from sayso.factuality.belief import ORDER, Belief, weaker
from sayso.factuality.clauses import denials, predicative
from sayso.factuality.lexicon import Match, lexicon
from sayso.factuality.scope import belief, operator

COMPLEMENTS = ("ccomp", "xcomp", "csubj", "csubjpass", "acl")
FIRST_PERSON = frozenset({"i", "we"})
HELPING = AUXILIARIES | {"neg"}
OPEN_WORDS = ("VERB", "NOUN", "ADJ", "AUX")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands inside a claim without being its source's own: the words of other voices."""

    foreign: tuple[Anchor, ...]

    def holds(self, token: Token) -> bool:
        """The token stands in another voice's words."""
        return any(anchor.covers(token.anchor) for anchor in self.foreign)


def certainty(claim: Claim, parts: Parts, around: Around) -> Certainty | None:
    """How sure the source of a claim is; None where the claim stands in no sentence that was parsed."""
    cue = parts.of(claim.cue)
    statements = [
        _statement(sentence, tokens, around, _not_the_source(claim, cue, sentence))
        for sentence, tokens in parts.of(claim.content)
    ]
    beliefs = [found for found in statements if found is not None]
    if not beliefs:
        return None
    found = _together(beliefs, disagreeing="unknown")
    found = _under_cue(claim, parts, found)
    tokens = sorted(found.basis, key=lambda t: t.start)
    anchors = tuple(dict.fromkeys(token.anchor for token in tokens))
    why = tuple(Why(by) for by in dict.fromkeys(found.why)) or (Why("rule:certainties.plain"),)
    return Certainty(claim.id, found.polarity, found.level, found.likelihood, anchors, why)


def _not_the_source(
    claim: Claim, cue: Sequence[tuple[Sentence, tuple[Token, ...]]], sentence: Sentence
) -> frozenset[int]:
    """The tokens of a sentence by which the outlet keeps its distance: the cue, and "allegedly" in what it retells."""
    own = [t.index for other, tokens in cue if other.anchor == sentence.anchor for t in tokens]
    if claim.form in {"indirect", "thought"}:
        found = (lexicon().adverb(sentence, token) for token in sentence.tokens)
        own += [t.index for m in found if m is not None and m.entry.id == "hearsay" for t in m.tokens]
    return frozenset(own)


def _statement(sentence: Sentence, tokens: Sequence[Token], around: Around, barred: frozenset[int]) -> Belief | None:
    """What the claim's words in one sentence say: their main predicates, and hedges that touch a part only."""
    head = main_predicate(sentence, tokens)
    if head is None:
        return None
    own = {token.index for token in tokens}
    heads = [head, *(t for t in coordinated(sentence, head) if t.index in own)]
    beliefs = [belief(sentence, focus(sentence, h), lambda t: t.index in own, barred) for h in heads]
    found = _together(beliefs, disagreeing=beliefs[0].polarity)
    found = _asked(tokens, _optional(sentence, head, own, found))
    for match in _in_parts(sentence, [t for t in tokens if t.index not in barred], around, found):
        level = weaker(found.level, match.entry.effect.level)
        basis, why = (*found.basis, *match.tokens), (*found.why, f"lexicon:certainty.{match.entry.id}")
        found = replace(found, level=level, basis=basis, why=why)
    return found


def _optional(sentence: Sentence, head: Token, own: set[int], found: Belief) -> Belief:
    """One option of several ("either A, or B") is possible, no more; both together are what is said."""
    joined = [sentence.head(head)] if head.dep == "conj" else list(coordinated(sentence, head))
    for other in joined:
        first = min(head, other, key=lambda t: t.index)
        joint = [kid for kid in sentence.children(first) if kid.dep == "cc" and kid.lower == "or"]
        own_subjects = all(sentence.child(t, *SUBJECTS) is not None for t in (head, other))
        if other.index not in own and own_subjects and joint:
            mark = next((t for t in sentence.tokens if t.lower == "either" and t.index in own), joint[-1])
            return replace(
                found,
                level=weaker(found.level, "possible"),
                basis=(*found.basis, mark),
                why=(*found.why, "rule:certainties.option"),
            )
    return found


def _asked(tokens: Sequence[Token], found: Belief) -> Belief:
    mark = question_mark(tokens)
    if mark is None or mark in found.basis:
        return found
    return found.opened(mark, "rule:certainties.question")


def focus(sentence: Sentence, head: Token) -> Token:
    """From "it is likely that he left" to "left": past every hedge of the one who speaks."""
    for _ in range(len(sentence.tokens)):
        inner = _hedged_clause(sentence, head)
        if inner is None:
            return head
        head = inner
    return head


def _hedged_clause(sentence: Sentence, head: Token) -> Token | None:
    """The clause that a hedge of the speaker governs; None where this predicate is none."""
    carriers = [head, *(kid for kid in sentence.children(head) if kid.dep in PREDICATIVE)]
    for carrier in carriers:
        for kid in sentence.children(carrier):
            if kid.dep in COMPLEMENTS and kid.index > head.index and _speaks_for_itself(sentence, head, carrier, kid):
                return kid
    return _reported_false(sentence, head) or _denied_thing(sentence, head)


def _denied_thing(sentence: Sentence, head: Token) -> Token | None:
    """ "I doubt it", "we deny that", "we cannot rule out a raid"."""
    object_ = sentence.child(head, "dobj")
    match = operator(sentence, head, object_) if object_ is not None else None
    if object_ is None or match is None:
        return None
    said = match.entry.id in {"doubt", "deny"} and object_.lower in {"it", "that", "this", "so"}
    taken = said or match.entry.id == "exclude"
    return object_ if taken and _speaks_for_itself(sentence, head, head, object_) else None


def _speaks_for_itself(sentence: Sentence, head: Token, carrier: Token, clause: Token) -> bool:
    """The hedge over the clause is that of the one who speaks, not of somebody spoken of."""
    match = operator(sentence, carrier, clause) or operator(sentence, head, clause)
    if match is None:
        return False
    if match.entry.raising and "subject" not in match.entry.takes:
        return True
    subject = sentence.child(head, *NOUN_SUBJECTS)
    if head.lemma in LINKING:
        personal = subject is not None and subject.lower in {"he", "she", "they"}
        return not personal or match.tokens[-1].lower in {"likely", "unlikely", "able", "unable", "certain", "sure"}
    passive = sentence.child(head, "auxpass") is not None
    return passive or (subject is not None and subject.lower in FIRST_PERSON)


def _reported_false(sentence: Sentence, head: Token) -> Token | None:
    """The content of "reports that … are false"."""
    subject = sentence.child(head, "nsubj")
    if head.lemma not in LINKING or subject is None:
        return None
    match = predicative(sentence, head)
    clause = sentence.child(subject, "acl", "ccomp", "relcl")
    if match is None or match.entry.id not in {"true", "false"} or clause is None:
        return None
    return clause if sentence.subtree(clause)[0].lower == "that" else None


def _together(beliefs: Sequence[Belief], disagreeing: Polarity) -> Belief:
    """Several statements as one: as sure as the least sure; `disagreeing` where not all have one polarity."""
    first, *others = beliefs
    if not others:
        return first
    same = all(other.polarity == first.polarity for other in others)
    polarity = first.polarity if same else disagreeing
    shown = [b for b in beliefs if polarity == "unknown" or b.polarity == polarity or b.level != "certain"]
    ranges = {b.likelihood for b in beliefs if b.likelihood is not None}
    return Belief(
        polarity=polarity,
        level=max((b.level for b in beliefs), key=ORDER.index),
        likelihood=ranges.pop() if len(ranges) == 1 else None,
        basis=tuple(token for b in shown for token in b.basis),
        why=tuple(reason for b in shown for reason in b.why),
    )


def _in_parts(sentence: Sentence, tokens: Sequence[Token], around: Around, found: Belief) -> Iterator[Match]:
    """Adverbs of certainty over a part of the statement ("and possibly from Mosul"), not in a condition."""
    for token in tokens:
        match = lexicon().adverb(sentence, token)
        if match is None or any(t in found.basis for t in match.tokens) or around.holds(token):
            continue
        above = (token, *sentence.ancestors(token))
        if not any(conditional_mark(sentence, t) is not None for t in above):
            yield match


def _under_cue(claim: Claim, parts: Parts, found: Belief) -> Belief:
    """The cue itself may hedge or deny: "believes", "denied", "is not sure"."""
    for sentence, tokens in parts.of(claim.cue):
        for token in tokens:
            if token.pos in OPEN_WORDS and token.dep not in HELPING:
                return _cued(claim, sentence, token, _frame(claim, parts), found)
    return found


def _frame(claim: Claim, parts: Parts) -> str:
    """Whether the content is a clause of its own, a "to" clause or a thing."""
    for sentence, tokens in parts.of(claim.content):
        head = main_predicate(sentence, tokens)
        if head is not None:
            if head.pos not in VERBAL:
                return "object"
            bare = is_infinitive(sentence, head) or (head.tag == "VBG" and head.dep in {"pcomp", "xcomp"})
            return "infinitive" if bare else "clause"
    return "object"


def _cued(claim: Claim, sentence: Sentence, cue: Token, frame: str, found: Belief) -> Belief:
    match = _entry(sentence, cue, frame) or _verdict(sentence, cue)
    apart = claim.form == "direct" and frame == "clause"  # "We did nothing," he denied
    denying = () if apart else _denying(sentence, cue, match)
    if match is not None:
        return found if apart and match.entry.effect.polarity != "positive" else found.under(match, denying)
    if denying:
        return _not_said(denying, frame, found)
    passive = sentence.child(cue, "auxpass") is not None
    known = lexicon().asserting | lexicon().committing
    if frame == "infinitive" and not passive and cue.lemma not in known and found.level != "uncommitted":
        return found.opened(cue, "rule:certainties.infinitive", "positive")
    return found


def _denying(sentence: Sentence, cue: Token, match: Match | None) -> tuple[Match, ...]:
    """What denies the cue or the word of certainty in it: "there is no doubt"."""
    noun = match.tokens[-1] if match is not None else cue
    found = (*denials(sentence, cue), *(denials(sentence, noun) if noun is not cue and noun.pos == "NOUN" else ()))
    taken = match.tokens if match is not None else ()
    return tuple({m.tokens[-1].index: m for m in found if not set(m.tokens) & set(taken)}.values())


def _verdict(sentence: Sentence, cue: Token) -> Match | None:
    """ "reports that … are false": the verdict stands beside the content."""
    if cue.pos != "NOUN" or cue.dep != "nsubj":
        return None
    match = predicative(sentence, sentence.head(cue))
    return match if match is not None and match.entry.id in {"true", "false"} else None


def _not_said(denying: Sequence[Match], frame: str, found: Belief) -> Belief:
    """ "did not say that …" leaves it open; "does not promise to …" denies it."""
    if frame != "infinitive":
        return found.opened(denying[0].tokens[-1], "rule:certainties.not-said")
    for denial in denying:
        found = found.denied(denial)
    return found


def _entry(sentence: Sentence, cue: Token, frame: str) -> Match | None:
    words = lexicon()
    if cue.pos == "NOUN":
        return words.noun(sentence, cue)
    if cue.pos == "ADJ":
        return words.adjective(sentence, cue)
    found = predicative(sentence, cue) if cue.lemma in LINKING else None
    return found or words.verb(sentence, cue, frame, "subject")
