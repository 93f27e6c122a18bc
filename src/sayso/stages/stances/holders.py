"""Who holds a stance: who is named in the sentence, or whoever speaks there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.grammar import conjuncts
from sayso.document.records import Claim
from sayso.document.syntax import VERBAL, Sentence, Token
from sayso.stages.stances.found import Found
from sayso.stages.stances.ground import FIRST_PERSONS, Ground, source
from sayso.stages.stances.lexicon import lexicon

VOICES = frozenset({"named", "unnamed", "collective"})
NOBODY = frozenset({"no", "not", "none", "nobody", "neither", "few", "hardly"})
"""First words of a subject that says who does not: "not one member"."""
SHARES = frozenset({"some", "most", "many", "all", "half", "several", "few", "one"})
PAPERS = frozenset({"document", "media"})
"""Types of sources that pass on what others hold."""


@dataclass(frozen=True, slots=True)
class Holder:
    """`entity` is None where the words in `anchor` stand for nobody known. `speaks`: the voice itself tells it."""

    entity: str | None
    anchor: Anchor
    speaks: bool


def holders(sentence: Sentence, found: Found, ground: Ground) -> Iterator[Holder]:
    """Who holds it, and who joins in."""
    if found.holder is None:
        said = (*found.clause[:1], found.basis[-1])
        yield from _voice(Anchor(said[0].start, said[-1].end), ground)
    elif found.holder.pos in VERBAL:
        claim = ground.own_claim(found.basis[0])
        yield from _behind(claim, ground) if claim is not None else ()
    elif sentence.subtree(found.holder)[0].lower not in NOBODY:
        for token in (found.holder, *conjuncts(sentence, found.holder)):
            if token.lemma.lower() not in lexicon().private:
                yield from _named(sentence, found, token, ground)


def _named(sentence: Sentence, found: Found, token: Token, ground: Ground) -> Iterator[Holder]:
    if token.pos == "PRON" and token.lower in FIRST_PERSONS:
        yield from _first_person(sentence, token, ground)
        return
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if (
        after
        and (found.head is not None or found.entry.frame == "side")
        and ground.is_name(after[0])
        and not ground.is_name(token)
    ):
        token = after[0]  # "Y's ally Turkey blamed …", of which the parser makes two subjects
    entity = ground.named(token) if found.entry.frame == "suffix" else ground.entity(token)
    if entity is not None:
        yield Holder(entity, ground.words(token), False)
        return
    share = sentence.child(token, "prep") if token.pos in {"NUM", "DET", "PRON"} or token.lower in SHARES else None
    of = sentence.child(share, "pobj") if share is not None and share.lower == "of" else None
    if of is not None and of.tag == "NNS":
        yield Holder(None, Anchor(token.start, of.end), False)  # "two of the chiefs"
        return
    if token.pos == "PRON" and token.lower in {"he", "she", "they"}:
        yield Holder(None, token.anchor, False)
        return
    claim = ground.own_claim(found.basis[0])
    span = claim.source.span if claim else None
    if claim is not None and span is not None and span.covers(token.anchor) and found.entry.frame != "side":
        yield from _behind(claim, ground)


def _first_person(sentence: Sentence, token: Token, ground: Ground) -> Iterator[Holder]:
    """ "I" is whoever speaks; "We, the writers" names them; where an author speaks, the word itself is all there is."""
    beside = sentence.child(token, "appos")
    entity = ground.entity(beside) if beside is not None else None
    if entity is not None:
        yield Holder(entity, token.anchor, True)
        return
    voices = list(_voice(token.anchor, ground))
    yield from (Holder(v.entity, token.anchor if v.entity is not None else v.anchor, True) for v in voices)
    if not voices:
        yield Holder(None, token.anchor, True)


def _voice(anchor: Anchor, ground: Ground) -> Iterator[Holder]:
    """Whoever speaks there; nobody where that is the outlet, or nobody whom the text has words for."""
    for claim in ground.telling(anchor):
        if claim.source.kind not in VOICES:
            return
        if source(claim) is not None or not ground.is_first_person(claim):
            yield from _behind(claim, ground)
            return


def _behind(claim: Claim, ground: Ground) -> Iterator[Holder]:
    """The voice behind a claim: somebody, or a body, not a paper."""
    entity, span = source(claim), claim.source.span
    if claim.source.kind not in VOICES or (entity is not None and not ground.can_stand(entity)):
        return
    if span is None:
        span = ground.name(entity) if entity is not None else None
    if span is not None and (entity is not None or claim.source.type not in PAPERS):
        yield Holder(entity, span, True)
