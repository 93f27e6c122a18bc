"""What a stance is toward: the words for it, who is meant, and the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
AROUND = frozenset({"as", "since", "amid", "during"})
"""Prepositions of what is called to mind beside it: "condemned the rite as cruel"."""
HYPHENS = frozenset({"-", "‑"})
OPEN = frozenset(
    {
        "who",
        "what",
        "whom",
        "which",
        "that",
        "there",
        "it",
        "this",
        "these",
        "those",
        "one",
        "anything",
        "something",
        "nothing",
        "everything",
        "whatever",
        "whoever",
        "each",
        "other",
        "others",
        "anyone",
        "everyone",
        "someone",
    }
)
"""Words that stand for nobody and nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Target:
    """The words for it, who is meant, and the event; None where nobody or nothing known is."""

    toward: tuple[Anchor, ...]
    to: str | None
    act: str | None
    named: bool
    """The words themselves stand for who is meant, who is not only behind the act."""


def targets(sentence: Sentence, found: Found, ground: Ground, before: Target | None) -> Iterator[Target]:
    """What it is toward, and what is joined to that; nothing that is private or says nothing."""
    if found.toward.lower in {"it", "them", "one"} and ground.entity(found.toward) is None:
        if before is not None and not found.entry.actor:
            yield from _pointed_at(sentence, found, ground, before)
        return
    for head in (found.toward, *conjuncts(sentence, found.toward)):
        if not _fits(found, head, ground):
            continue
        event = _act(found, head, ground)
        to = _whom(sentence, found, head, event, ground)
        toward = words(sentence, head, found)
        if toward and _says(found, head, to, event is not None, ground):
            yield Target(toward, to, event.id if event else None, ground.entity(head) is not None)


def _pointed_at(sentence: Sentence, found: Found, ground: Ground, before: Target) -> Iterator[Target]:
    """What "it" and "them" stand for: the thing, and whoever, that the stance before is toward."""
    if found.toward.lower == "them":
        event = _act(found, found.toward, ground)
        yield Target(words(sentence, found.toward, found), before.to, event.id if event else None, before.named)
    elif before.to is None:
        yield before


def _fits(found: Found, head: Token, ground: Ground) -> bool:
    """What it is toward is of a kind that the entry allows."""
    entry, lemma = found.entry, head.lemma.lower()
    if head.lower in OPEN or lemma in lexicon().private or head.entity in {"DATE", "TIME"}:
        return False
    if lemma in entry.not_objects or (entry.objects and lemma not in entry.objects and ground.event(head) is None):
        return False
    return ground.kind(head) not in entry.not_kinds


def _says(found: Found, head: Token, to: str | None, told: bool, ground: Ground) -> bool:
    """The words say enough of what it is toward: a pronoun or a name must stand for somebody known."""
    entry = found.entry
    if entry.frame == "side" and not entry.denied and found.definite:
        return True
    if entry.actor or entry.speaker or entry.frame in {"side", "fault"}:
        return ground.entity(head) is not None
    if entry.frame == "prefix":
        return to is not None or head.lower in lexicon().causes
    if entry.frame == "judgement" and not entry.predicate and found.head is None:
        return to is not None or told
    return to is not None or (head.pos != "PRON" and ground.kind(head) != "facility")


def words(sentence: Sentence, head: Token, found: Found) -> tuple[Anchor, ...]:
    """The words for what it is toward, and for the act that goes with it."""
    tokens = list(found.clause or _phrase(sentence, head, found))
    if found.act is not None and head is found.toward:
        preposition = sentence.head(found.act)
        between = [preposition] if preposition.dep == "prep" and preposition not in found.basis else []
        tokens += [*between, *_phrase(sentence, found.act, found)]
    return runs(sentence, tokens)


def _phrase(sentence: Sentence, head: Token, found: Found) -> Iterator[Token]:
    """The head with what belongs to it, without the words of the stance and what only stands beside it."""
    barred = {t.index for t in found.basis}
    yield head
    for kid in sentence.children(head):
        if kid.index not in barred and _belongs(sentence, head, kid, found):
            yield from (t for t in sentence.subtree(kid) if t.index not in barred)


def _belongs(sentence: Sentence, head: Token, kid: Token, found: Found) -> bool:
    if kid.dep in BESIDE and not (kid.dep == "punct" and kid.text in HYPHENS):
        return False
    if kid.dep == "acl" and _parted(sentence, head, kid):
        return False
    if kid.dep == "prep" and kid.lower in AROUND:
        return False
    if found.entry.frame in {"prefix", "suffix"} and kid.index < head.index:
        return False
    return found.act is None or kid not in {found.act, sentence.head(found.act)}


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


def _act(found: Found, head: Token, ground: Ground) -> Event | None:
    """The event that it is toward: the act that goes with an actor, else what the words themselves tell."""
    return ground.event(found.act) if found.act is not None else ground.event(head)


def _whom(sentence: Sentence, found: Found, head: Token, event: Event | None, ground: Ground) -> str | None:
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
    before = [
        k for k in sentence.children(head) if k.dep in {"poss", "amod", "compound", "nmod"} and k.index < head.index
    ]
    known = lemma in lexicon().conduct
    adjacent = (k for k in before if known and k.index == head.index - 1 and ground.kind(k) in BODIES)
    places = [*(k for k in before if k.dep == "poss"), *adjacent]
    after = behind(sentence, head, "by") or (behind(sentence, head, "of") if known and event is None else None)
    for token in (*places, *([after] if after is not None else ())):
        entity = ground.entity(token)
        if entity is not None and (event is None or entity not in event.targets):
            return entity
    return None
