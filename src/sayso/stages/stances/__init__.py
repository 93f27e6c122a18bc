"""Stances: who approves, opposes, blames, praises or sides with whom or what, by which words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.layer import CLAIMS, ENTITIES, EVENTS, LINKS, MENTIONS, SENTENCES, STANCES
from sayso.document.records import Claim, Stance, Why
from sayso.document.syntax import VERBAL, Sentence, Token
from sayso.stages.stage import Inputs, Stage
from sayso.stages.stances import held
from sayso.stages.stances.ends import Target, runs, targets
from sayso.stages.stances.found import Found
from sayso.stages.stances.ground import Ground, source
from sayso.stages.stances.holders import Holder, holders
from sayso.stages.stances.judgements import by_fault, by_judgement
from sayso.stages.stances.lexicon import lexicon
from sayso.stages.stances.nouns import by_noun, by_side
from sayso.stages.stances.states import by_prefix, by_state, by_suffix
from sayso.stages.stances.verbs import by_verb


def find(inputs: Inputs) -> Iterator[Stance]:
    """The stances of the text in the order of its sentences; the same stance is told once a sentence."""
    ground = Ground(inputs)
    for sentence in inputs[SENTENCES]:
        yield from _in(inputs, ground, sentence)


def _in(inputs: Inputs, ground: Ground, sentence: Sentence) -> Iterator[Stance]:
    """The stances of a sentence. `before` is the last thing that one of them is toward: what "it" means there."""
    seen: set[tuple[object, ...]] = set()
    before: Target | None = None
    for token in sentence.tokens:
        for found in _shown(sentence, token, ground):
            aims = list(targets(sentence, found, ground, before))
            for holder in holders(sentence, found, ground):
                for aim in aims:
                    stance = _stance(inputs, ground, sentence, found, holder, aim)
                    key = (holder.entity or holder.anchor, aim.to or aim.toward, stance.value) if stance else ()
                    if stance is not None and key not in seen:
                        seen.add(key)
                        before = aim
                        yield stance


def _shown(sentence: Sentence, token: Token, ground: Ground) -> Iterator[Found]:
    """What the words that this one carries show."""
    if token.pos in VERBAL:
        yield from (f for f in by_verb(sentence, token) if not f.entry.said or _is_saying(sentence, token, ground))
    elif token.pos in {"NOUN", "PROPN"}:
        yield from by_noun(sentence, token)
        yield from by_side(sentence, token)
        yield from (f for f in by_fault(sentence, token) if ground.is_cause(token) or _is_said(sentence, token))
    known, word = lexicon(), token.lower
    if word in known.states:
        yield from by_state(sentence, token)
    if word in known.prefixes:
        yield from by_prefix(sentence, token)
    if word in known.suffixes:
        yield from by_suffix(sentence, token)
    if word in known.judgements or token.lemma.lower() in known.judgements:
        yield from by_judgement(sentence, token)


def _is_saying(sentence: Sentence, verb: Token, ground: Ground) -> bool:
    """The verb is the cue of a claim, or goes on from one: "praised the soldiers and attacked the board"."""
    joined = verb.dep == "conj" and sentence.head(verb).lemma.lower() in lexicon().verbs
    return joined or ground.own_claim(verb) is not None


def _is_said(sentence: Sentence, noun: Token) -> bool:
    """ "It was Y's mistake"."""
    return noun.dep == "attr" and sentence.head(noun).lemma == "be"


def _stance(
    inputs: Inputs, ground: Ground, sentence: Sentence, found: Found, holder: Holder, aim: Target
) -> Stance | None:
    """The record; None where the stance is not held, or is toward whoever holds it."""
    claim = _claim(found, holder, ground)
    own = holder.speaks or claim is None or source(claim) in {None, holder.entity}
    value = held.value(sentence, found, own)
    if value is not None and _neither(sentence, found.toward):
        value = "neutral"
    itself = aim.to is not None and aim.to == holder.entity
    if value is None or (itself and aim.named):
        return None
    basis = runs(sentence, found.basis)
    return Stance(
        id=inputs.id("s", holder.entity or holder.anchor, value, aim.toward, basis),
        from_=holder.entity,
        holder=holder.anchor,
        to=None if itself else aim.to,
        toward=aim.toward,
        act=aim.act,
        value=value,
        claim=claim.id if claim else None,
        basis=basis,
        why=Why(f"lexicon:stances.{found.entry.id}"),
    )


def _neither(sentence: Sentence, toward: Token) -> bool:
    """ "Favours neither side"."""
    return toward.lemma == "side" and any(kid.lower == "neither" for kid in sentence.children(toward))


def _claim(found: Found, holder: Holder, ground: Ground) -> Claim | None:
    """The holder's own claim where the words are its cue; else the innermost claim that tells it."""
    own = ground.own_claim(found.basis[0])
    if own is not None and (source(own) == holder.entity if holder.entity else own.source.span == holder.anchor):
        return own
    return next(iter(ground.telling(found.basis[0].anchor)), None)


STAGE = Stage(
    writes=STANCES,
    reads=(SENTENCES, MENTIONS, ENTITIES, CLAIMS, EVENTS, LINKS),
    version=2,
    make=find,
)
