"""The certainty of a whole claim: its statements one by one, the cue over them, and hedges of parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.document.anchor import Anchor
from sayso.document.predicates import Parts, conditional_mark, coordinated, main_predicate, question_mark
from sayso.document.records import Certainty, Claim, Polarity, Tense, Why
from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.factuality.belief import ORDER, Belief, weaker
from sayso.factuality.lexicon import Match, lexicon
from sayso.factuality.scope import belief, hedging_predicate
from sayso.factuality.tense import looks_ahead, tense
from sayso.stages.certainties.confidence import Trust, confidence
from sayso.stages.certainties.cues import under_cue
from sayso.stages.certainties.distance import Away, cued, inside
from sayso.stages.certainties.focus import focus

SEEMING = frozenset({"seem"})
"""Entries of hedges that say when: "it seems realistic" is so now."""
Place = tuple[Sentence, tuple[Token, ...]]
"""A sentence and those of its tokens that an anchor covers."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands inside a claim and is not its source's own: the words of other voices, and those that tell them."""

    foreign: tuple[Anchor, ...]
    telling: tuple[Anchor, ...] = ()

    def holds(self, token: Token) -> bool:
        """The token stands in another voice's words."""
        return any(anchor.covers(token.anchor) for anchor in self.foreign)

    def tells(self, token: Token) -> bool:
        """The token stands in the words of another voice, or in those that attribute them to it."""
        return self.holds(token) or any(anchor.covers(token.anchor) for anchor in self.telling)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim's words in one sentence say: how sure, and when."""

    belief: Belief
    tenses: tuple[Tense | None, ...]


def certainty(claim: Claim, parts: Parts, around: Around) -> Certainty | None:
    """How sure the source of a claim is; None where the claim stands in no sentence that was parsed."""
    cue, content = parts.of(claim.cue), parts.of(claim.content)
    statements = [
        _statement(sentence, tokens, around, _not_the_source(claim, cue, sentence)) for sentence, tokens in content
    ]
    made = [found for found in statements if found is not None]
    if not made:
        return None
    found = under_cue(claim, parts, _together([statement.belief for statement in made], disagreeing="unknown"))
    trust = _trust((*cue, *content), around)
    away = tuple(_away(claim, cue, content, around))
    reasons = (*found.why, *((trust.why,) if trust is not None else ()), *(words.why for words in away))
    tenses = {tense for statement in made for tense in statement.tenses}
    return Certainty(
        claim.id,
        found.polarity,
        found.level,
        found.likelihood,
        _anchors(found.basis),
        tuple(Why(by) for by in dict.fromkeys(reasons)) or (Why("rule:certainties.plain"),),
        tense=tenses.pop() if len(tenses) == 1 else None,
        confidence=trust.level if trust is not None else None,
        confidence_basis=_stretch(trust.tokens) if trust is not None else (),
        distance=tuple(anchor for words in away for anchor in _stretch(words.tokens)),
    )


def _anchors(tokens: Sequence[Token]) -> tuple[Anchor, ...]:
    """Where some tokens stand, each once, in the order of the text."""
    return tuple(dict.fromkeys(token.anchor for token in sorted(tokens, key=lambda t: t.start)))


def _stretch(tokens: Sequence[Token]) -> tuple[Anchor, ...]:
    """The same, neighbours joined: "so-called" is one stretch."""
    joined: list[Anchor] = []
    last: Token | None = None
    for token in sorted(tokens, key=lambda t: t.start):
        if last is not None and token.index == last.index + 1:
            joined[-1] = Anchor(joined[-1].start, token.end)
        else:
            joined.append(token.anchor)
        last = token
    return tuple(joined)


def _trust(places: Sequence[Place], around: Around) -> Trust | None:
    """The confidence that the source itself states, in its words or in those that attribute them."""
    for sentence, tokens in places:
        found = confidence(sentence, [token for token in tokens if not around.tells(token)])
        if found is not None:
            return found
    return None


def _away(claim: Claim, cue: Sequence[Place], content: Sequence[Place], around: Around) -> Iterator[Away]:
    """Each word of distance once, those of the cue first; not those that keep away from an inner claim."""
    for sentence, tokens in cue:
        yield from cued(claim, sentence, tokens)
    for sentence, tokens in content:
        yield from inside(claim, sentence, [token for token in tokens if not around.holds(token)])


def _not_the_source(claim: Claim, cue: Sequence[Place], sentence: Sentence) -> frozenset[int]:
    """The tokens of a sentence by which the outlet keeps its distance: the cue, and "allegedly" in what it retells."""
    own = [t.index for other, tokens in cue if other.anchor == sentence.anchor for t in tokens]
    if claim.form in {"indirect", "thought"}:
        found = (lexicon().adverb(sentence, token) for token in sentence.tokens)
        own += [t.index for m in found if m is not None and m.entry.id == "hearsay" for t in m.tokens]
    return frozenset(own)


def _statement(sentence: Sentence, tokens: Sequence[Token], around: Around, barred: frozenset[int]) -> Statement | None:
    """What the claim's words in one sentence say: their main predicates, and hedges that touch a part only."""
    head = main_predicate(sentence, tokens)
    if head is None:
        return None
    own = {token.index for token in tokens}
    heads = [head, *(t for t in coordinated(sentence, head) if t.index in own)]
    said = [focus(sentence, h) for h in heads]
    beliefs = [belief(sentence, word, lambda t: t.index in own, barred) for word in said]
    found = _together(beliefs, disagreeing=beliefs[0].polarity)
    found = _asked(sentence, tokens, _optional(sentence, head, own, found))
    for match in _in_parts(sentence, [t for t in tokens if t.index not in barred], around, found):
        level = weaker(found.level, match.entry.effect.level)
        basis, why = (*found.basis, *match.tokens), (*found.why, f"lexicon:certainty.{match.entry.id}")
        found = replace(found, level=level, basis=basis, why=why)
    return Statement(found, tuple(_tense(sentence, word, own) for word in said))


def _tense(sentence: Sentence, word: Token, own: set[int]) -> Tense | None:
    """The tense of a predicate; "a truce is likely" does not say when, nor does a thing by itself."""
    hedge = hedging_predicate(sentence, word) if word.pos in VERBAL else None
    if hedge is not None and hedge.entry.id not in SEEMING and hedge.tokens[-1].index >= word.index:
        return None
    if word.pos in NOUNS and word.head not in own and not looks_ahead(sentence.head(word)):
        return None
    return tense(sentence, word)


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


def _asked(sentence: Sentence, tokens: Sequence[Token], found: Belief) -> Belief:
    """Open where the words are a question, or begin like one in a sentence that is one."""
    begins = tokens[0].pos == "AUX" and any(t.dep in SUBJECTS for t in tokens[1:4])
    mark = question_mark(tokens) or (question_mark(sentence.tokens) if begins else None)
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
