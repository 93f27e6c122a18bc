"""Stances: who approves, opposes, blames, praises or sides with whom or what, by which words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.grammar import conjuncts
from sayso.document.layer import CLAIMS, ENTITIES, EVENTS, LINKS, MENTIONS, SECTIONS, SENTENCES, STANCES
from sayso.document.records import Claim, Stance, Why
from sayso.document.syntax import VERBAL, Sentence, Token
from sayso.stages.stage import Inputs, Stage
from sayso.stages.stances import ends, held
from sayso.stages.stances.found import Found
from sayso.stages.stances.ground import FIRST_PERSONS, Ground, source
from sayso.stages.stances.judgements import by_demand, by_fault, by_judgement
from sayso.stages.stances.lexicon import lexicon
from sayso.stages.stances.nouns import by_noun, by_side
from sayso.stages.stances.states import by_prefix, by_state, by_suffix
from sayso.stages.stances.verbs import by_verb


def find(inputs: Inputs) -> Iterator[Stance]:
    """The stances of the text in the order of its sentences; the same stance is told once a sentence."""
    ground = Ground(inputs)
    asked = {section.id for section in inputs[SECTIONS] if section.kind == "question"}
    for sentence in inputs[SENTENCES]:
        if sentence.section in asked:
            continue
        seen: set[tuple[object, ...]] = set()
        for token in sentence.tokens:
            for found in _shown(sentence, token, ground):
                for stance in _stances(inputs, ground, sentence, found):
                    key = (stance.from_, stance.to or stance.toward, stance.value)
                    if key not in seen:
                        seen.add(key)
                        yield stance


def _shown(sentence: Sentence, token: Token, ground: Ground) -> Iterator[Found]:
    """What the words that this one carries show."""
    if token.pos in VERBAL:
        yield from by_verb(sentence, token)
        yield from by_demand(sentence, token)
    elif token.pos in {"NOUN", "PROPN"}:
        yield from by_noun(sentence, token)
        yield from by_side(sentence, token)
        yield from (f for f in by_fault(sentence, token) if ground.is_cause(token) or _is_said(sentence, token))
    yield from by_state(sentence, token)
    yield from by_prefix(sentence, token)
    yield from by_suffix(sentence, token)
    yield from by_judgement(sentence, token)


def _is_said(sentence: Sentence, noun: Token) -> bool:
    """ "It was Y's mistake"."""
    return noun.dep == "attr" and sentence.head(noun).lemma == "be"


def _stances(inputs: Inputs, ground: Ground, sentence: Sentence, found: Found) -> Iterator[Stance]:
    for token, from_ in _holders(sentence, found, ground):
        claim = _claim(found, from_, ground)
        own = token is None or claim is None or source(claim) in {None, from_}
        value = held.value(sentence, found, own)
        if value is None:
            continue
        for head in ends.targets(sentence, found):
            if not _fits(sentence, found, head, ground):
                continue
            event = ends.act(found, head, ground)
            to = ends.whom(sentence, found, head, event, ground)
            toward = ends.words(sentence, head, found)
            if to == from_ or not toward or not _says(found, head, to, event is not None, ground):
                continue
            basis = ends.runs(sentence, found.basis)
            yield Stance(
                id=inputs.id("s", from_, value, toward, basis),
                from_=from_,
                to=to,
                toward=toward,
                act=event.id if event else None,
                value=value,
                claim=claim.id if claim else None,
                basis=basis,
                why=Why(f"lexicon:stances.{found.entry.id}"),
            )


def _holders(sentence: Sentence, found: Found, ground: Ground) -> Iterator[tuple[Token | None, str]]:
    """Who holds it, and who joins in; the voice where nobody else is named."""
    if found.holder is None:
        voice = ground.voice(found.basis[-1].anchor)
        if voice is not None:
            yield None, voice
        return
    for token in (found.holder, *conjuncts(sentence, found.holder)):
        if token.pos == "PRON" and token.lower in FIRST_PERSONS:
            entity = ground.voice(token.anchor)
        elif found.entry.frame == "suffix":
            entity = ground.named(token)
        else:
            entity = ground.entity(token) or _source_there(found, token, ground)
        if entity is not None and token.lemma.lower() not in lexicon().private:
            yield token, entity


def _source_there(found: Found, token: Token, ground: Ground) -> str | None:
    """The source of the claim that the words of the stance attribute, where its words are these."""
    claim = ground.own_claim(found.basis[0])
    span = claim.source.span if claim else None
    return source(claim) if claim and span is not None and span.covers(token.anchor) else None


def _claim(found: Found, from_: str, ground: Ground) -> Claim | None:
    """The holder's own claim where the words are its cue; else the innermost claim that tells it."""
    own = ground.own_claim(found.basis[0])
    if own is not None and source(own) == from_:
        return own
    return next(iter(ground.telling(found.basis[0].anchor)), None)


def _fits(sentence: Sentence, found: Found, head: Token, ground: Ground) -> bool:
    """What it is toward is of a kind that the entry allows."""
    entry, lemma = found.entry, head.lemma.lower()
    if lemma in entry.not_objects or (entry.objects and lemma not in entry.objects and ground.event(head) is None):
        return False
    return ground.kind(head) not in entry.not_kinds


def _says(found: Found, head: Token, to: str | None, told: bool, ground: Ground) -> bool:
    """The words say enough of what it is toward: a pronoun or a name must stand for somebody known."""
    entry = found.entry
    if entry.actor or entry.frame in {"side", "fault"}:
        return ground.entity(head) is not None
    if entry.frame == "prefix":
        return to is not None or head.lower in lexicon().causes
    if entry.frame == "judgement" and not entry.predicate and found.head is None:
        return to is not None or told
    return to is not None or (head.pos != "PRON" and ground.kind(head) != "facility")


STAGE = Stage(
    writes=STANCES,
    reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES, CLAIMS, EVENTS, LINKS),
    version=1,
    make=find,
)
