"""The certainty of a whole claim: its statements one by one, the cue over them, and hedges of parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.document.anchor import Anchor
from sayso.document.predicates import Parts, conditional_mark, coordinated, main_predicate, question_mark
from sayso.document.records import Certainty, Claim, Polarity, Why
from sayso.document.syntax import SUBJECTS, Sentence, Token
from sayso.factuality.belief import ORDER, Belief, weaker
from sayso.factuality.lexicon import Match, lexicon
from sayso.factuality.scope import belief
from sayso.stages.certainties.cues import under_cue
from sayso.stages.certainties.focus import focus


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
    found = under_cue(claim, parts, found)
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
