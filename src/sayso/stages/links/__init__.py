"""Links: what is said to cause, answer, enable, prevent, serve or condition what, by words that signal and a model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, ENTITIES, EVENTS, LINKS, MENTIONS, SECTIONS, SENTENCES
from sayso.document.records import Claim, Link, Why
from sayso.models import attribution as model
from sayso.models import catalogue
from sayso.models.catalogue import Profile
from sayso.stages.links.answers import answered
from sayso.stages.links.ends import End, Found, anchors
from sayso.stages.links.ground import Ground
from sayso.stages.links.learned import asked, learned
from sayso.stages.links.reference import Reference
from sayso.stages.links.signals import links_in
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs, profile: Profile) -> Iterator[Link]:
    """The links of the text in the order of their words."""
    ground = Ground(inputs)
    ruled = list(_ruled(inputs, ground))
    told = model.engine(profile).causes(inputs.document.characters, asked(inputs, ground))
    more = learned(inputs, ground, told, ruled, f"model:{catalogue.model('attribution', profile).name}")
    yield from sorted([*ruled, *more], key=lambda link: min((*link.signal, *link.from_, *link.to)))


def _ruled(inputs: Inputs, ground: Ground) -> Iterator[Link]:
    """The links that signal words show."""
    reference = Reference(ground, inputs[SENTENCES])
    for number, sentence in enumerate(inputs[SENTENCES]):
        before = reference.before(number)
        answer = answered(inputs[SENTENCES], number, reference.answers)
        link = _link(inputs, ground, reference, number, answer) if answer is not None else None
        if link is not None:
            yield link
        seen: set[tuple[object, ...]] = set()
        for found in links_in(sentence, before, ground.party):
            link = _link(inputs, ground, reference, number, reference.resolved(found, sentence, before))
            key = (link.kind, link.from_, link.to) if link else ()
            if link is not None and key not in seen:
                seen.add(key)
                yield link


def _link(inputs: Inputs, ground: Ground, reference: Reference, number: int, found: Found) -> Link | None:
    """The record; None where an end has no words of its own."""
    signal = _signal(found)
    claim = ground.claim(anchors(found.near.tokens) if found.entry.frame == "answer" else signal)
    around = ground.claim([*signal, found.to.head.anchor]) if found.entry.kind == "response" else claim
    from_, to = _within(found.from_, around), _within(found.to, around)
    if found.entry.frame != "answer":
        from_ = _before(inputs, ground, from_, signal)
    if not from_ or not to or from_ == to:
        return None
    return Link(
        id=inputs.id("l", found.entry.kind, signal, from_, to),
        kind=found.entry.kind,
        from_=from_,
        to=to,
        signal=signal,
        claim=claim.id if claim else None,
        why=Why(f"lexicon:links.{found.entry.id}"),
        from_ref=reference.ref(number, found.from_, from_),
        to_ref=reference.ref(number, found.to, to),
        implicit=found.entry.implicit,
    )


def _signal(found: Found) -> tuple[Anchor, ...]:
    return anchors(sorted(found.signal, key=lambda t: t.start))


def _before(inputs: Inputs, ground: Ground, one: tuple[Anchor, ...], signal: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """Of a whole sentence before the signal's, what is said in it, without who says it; other ends as they are."""
    whole = len(one) == 1 and one[0].end < signal[0].start
    closed = whole and inputs.document.characters[one[0].end] in '.!"”'
    return (ground.told(one[0]) if closed else ()) or one


def _within(one: End, claim: Claim | None) -> tuple[Anchor, ...]:
    """The end's words; those of the claim only, where it holds some of them: who says it is no part of what is said."""
    own = anchors(one.tokens)
    if claim is None:
        return own
    kept = [anchor for part in claim.content for anchor in anchors(t for t in one.tokens if part.covers(t.anchor))]
    return tuple(sorted(set(kept))) or own


def stage(profile: Profile) -> Stage[Link]:
    """The stage with the model of this profile."""
    reads = (SECTIONS, SENTENCES, MENTIONS, ENTITIES, CLAIMS, EVENTS)
    name = catalogue.model("attribution", profile).name
    return Stage(writes=LINKS, reads=reads, version=5, make=partial(find, profile=profile), model=name)
