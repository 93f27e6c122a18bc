"""What a stance is toward: the words for it, who is meant, and the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sayso.document.anchor import Anchor
from sayso.document.grammar import conjuncts
from sayso.document.records import Event
from sayso.document.syntax import Sentence, Token
from sayso.stages.stances.found import Found, behind
from sayso.stages.stances.ground import Ground
from sayso.stages.stances.lexicon import lexicon

BESIDE = frozenset({"relcl", "advcl", "appos", "parataxis", "cc", "conj", "punct", "mark", "case"})
"""Labels of what hangs on a noun and is not part of the words for it."""
BODIES = frozenset({"organisation", "armed-group", "government", "country"})
"""Kinds of entities that a noun before a deed names as its doer; a place or a person there is rather hit by it."""
OPEN = frozenset({"who", "what", "whom", "which", "that", "there", "it", "this", "these", "those", "one", "anything", "something",
                  "nothing", "everything", "whatever", "whoever", "each", "other", "others", "anyone", "everyone", "someone"})
"""Words that stand for nobody and nothing by themselves."""


def targets(sentence: Sentence, found: Found) -> Iterator[Token]:
    """What it is toward, and what is joined to that; nothing that is private or says nothing."""
    for token in (found.toward, *conjuncts(sentence, found.toward)):
        if token.lower not in OPEN and token.lemma.lower() not in lexicon().private and token.entity not in {"DATE", "TIME"}:
            yield token


def words(sentence: Sentence, head: Token, found: Found) -> tuple[Anchor, ...]:
    """The words for what it is toward, and for the act that goes with it."""
    tokens = list(found.clause or _phrase(sentence, head, found))
    if found.act is not None and head is found.toward:
        preposition = sentence.head(found.act)
        between = [preposition] if preposition.dep == "prep" and preposition not in found.basis else []
        tokens += [*between, *_phrase(sentence, found.act, found)]
    return runs(sentence, tokens)


def _phrase(sentence: Sentence, head: Token, found: Found) -> Iterator[Token]:
    """The head with what belongs to it, without the words of the stance and what stands before those."""
    barred = {t.index for t in found.basis}
    yield head
    for kid in sentence.children(head):
        if kid.index in barred or kid.dep in BESIDE and not _possessive(kid) or (kid.dep == "acl" and _parted(sentence, head, kid)):
            continue
        if found.entry.frame in {"prefix", "suffix"} and kid.index < head.index:
            continue
        if found.act is not None and (kid == sentence.head(found.act) or kid == found.act):
            continue
        if kid.dep == "prep" and kid.lower in {"as", "since", "amid", "during"}:
            continue
        yield from _inside(sentence, kid, barred)


def _inside(sentence: Sentence, kid: Token, barred: set[int]) -> Iterator[Token]:
    return (t for t in sentence.subtree(kid) if t.index not in barred)


def _possessive(token: Token) -> bool:
    return token.dep == "punct" and token.text in {"-", "‑"}


def _parted(sentence: Sentence, head: Token, kid: Token) -> bool:
    return any(t.text == "," for t in sentence.tokens[head.index : kid.index])


def runs(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Anchor, ...]:
    """Anchors over tokens that stand side by side."""
    ordered = sorted(set(tokens), key=lambda t: t.index)
    while ordered and ordered[-1].pos == "PUNCT":
        ordered.pop()
    if not ordered:
        return ()
    gaps = (i + 1 for i, (a, b) in enumerate(pairwise(ordered)) if not _side_by_side(sentence, a, b))
    cuts = [0, *gaps, len(ordered)]
    return tuple(Anchor(ordered[a].start, ordered[b - 1].end) for a, b in pairwise(cuts))


def _side_by_side(sentence: Sentence, one: Token, other: Token) -> bool:
    """Nothing but a mark of quotation or a hyphen stands between them."""
    return all(t.pos == "PUNCT" and t.text not in {",", ";", ":"} for t in sentence.tokens[one.index + 1 : other.index])


def act(found: Found, head: Token, ground: Ground) -> Event | None:
    """The event that it is toward: the act that goes with an actor, else what the words themselves tell."""
    return ground.event(found.act) if found.act is not None else ground.event(head)


def whom(sentence: Sentence, found: Found, head: Token, event: Event | None, ground: Ground) -> str | None:
    """The actor it is toward: who is named, else who does the act, else whose it is."""
    named = ground.entity(head) if not found.clause else None
    if named is not None:
        return named
    if found.entry.frame == "prefix":
        return ground.named(head)
    if found.doer is not None and ground.entity(found.doer) is not None:
        return ground.entity(found.doer)
    if event is not None and event.actors:
        return event.actors[0]
    return _owner(sentence, head, event, ground)


def _owner(sentence: Sentence, head: Token, event: Event | None, ground: Ground) -> str | None:
    """Whose act, plan or quality it is."""
    lemma = head.lemma.lower()
    if lemma in lexicon().suffered:
        return None
    before = [k for k in sentence.children(head) if k.dep in {"poss", "amod", "compound", "nmod"} and k.index < head.index]
    known = lemma in lexicon().conduct
    adjacent = (k for k in before if known and k.index == head.index - 1 and ground.kind(k) in BODIES)
    places = [*(k for k in before if k.dep == "poss"), *adjacent]
    after = behind(sentence, head, "by") or (behind(sentence, head, "of") if known and event is None else None)
    for token in (*places, *([after] if after is not None else ())):
        entity = ground.entity(token)
        if entity is not None and (event is None or entity not in event.targets):
            return entity
    return None
