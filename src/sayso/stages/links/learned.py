"""Links that the trained model tells and no rule found: suggestions (`implicit`) of causes that no word of ours shows.

The corpus it learned from (Causal News Corpus: reports of protests) knows causes only, counts the aim of a deed as its
cause, and marks a third of its relations without any signal. Where people read what the model suggests in interviews,
one in thirteen held: so it is not heard in what is said word for word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import SENTENCES
from sayso.document.records import Link, LinkKind, Why
from sayso.document.spans import Spans
from sayso.document.syntax import Sentence
from sayso.models.attribution import Relation
from sayso.stages.links.ground import Ground
from sayso.stages.stage import Inputs

AIMING = frozenset({"to", "in order to", "so as to", "so that", "aimed at", "aiming to"})
FAINT = 0.6
"""Below this chance nothing is suggested."""
SPOKEN = frozenset({"direct", "mixed", "answer"})


def learned(
    inputs: Inputs, ground: Ground, told: Iterable[Relation], ruled: Sequence[Link], made_by: str
) -> Iterator[Link]:
    """The relations whose ends no link of the rules joins already, as links."""
    characters = inputs.document.characters
    sentences = Spans((sentence.anchor, sentence) for sentence in inputs[SENTENCES])
    for one in told:
        cause, effect, signal = (_words(spans, characters) for spans in ([one.cause], one.effect, one.signal))
        if one.score < FAINT or not cause or not effect or any(_same(link, cause, effect) for link in ruled):
            continue
        around = next(iter(sentences.covering(cause[0])), None)
        if around is not None and _is_told(around, ground, cause) and _of_one_voice(ground, cause, effect):
            link = _link(inputs, ground, one, (cause, effect, signal), made_by)
            if signal or link.kind != "purpose":
                yield link


def asked(inputs: Inputs, ground: Ground) -> Callable[[tuple[int, int]], bool]:
    """Which sentences the model is asked about: what is not heard in the end need not be told."""
    sentences = Spans((sentence.anchor, sentence) for sentence in inputs[SENTENCES])

    def ours(span: tuple[int, int]) -> bool:
        start, end = span
        around = next(iter(sentences.covering(Anchor(start, start + 1))), None)
        return around is not None and _is_told(around, ground, [Anchor(start, end)])

    return ours


def _is_told(sentence: Sentence, ground: Ground, cause: Sequence[Anchor]) -> bool:
    """Nobody asks it, and it is not a speaker's own words."""
    claim = ground.claim(cause)
    turn = ground.section(sentence.section).turn is not None
    return not turn and sentence.tokens[-1].text != "?" and (claim is None or claim.form not in SPOKEN)


def _of_one_voice(ground: Ground, cause: Sequence[Anchor], effect: Sequence[Anchor]) -> bool:
    """Whoever says the one says the other: what is said is no effect of its being said."""
    return ground.claim(cause) is ground.claim(effect) or ground.claim([*cause, *effect]) is not None


def _link(
    inputs: Inputs,
    ground: Ground,
    one: Relation,
    words: tuple[tuple[Anchor, ...], tuple[Anchor, ...], tuple[Anchor, ...]],
    made_by: str,
) -> Link:
    cause, effect, signal = words
    kind, from_, to = _kind(inputs.document.characters, cause, effect, signal)
    claim = ground.claim([*from_, *to])
    return Link(
        id=inputs.id("l", kind, signal, from_, to),
        kind=kind,
        from_=from_,
        to=to,
        signal=signal,
        claim=claim.id if claim else None,
        why=Why(made_by, round(one.score, 4)),
        from_ref=ground.ref(from_),
        to_ref=ground.ref(to),
        implicit=True,
    )


def _kind(
    characters: str, cause: tuple[Anchor, ...], effect: tuple[Anchor, ...], signal: tuple[Anchor, ...]
) -> tuple[LinkKind, tuple[Anchor, ...], tuple[Anchor, ...]]:
    """An aim is what a deed leads to, and not where it comes from."""
    shown = " ".join(anchor.words(characters).lower() for anchor in signal)
    if shown in AIMING or cause[0].words(characters).lower().startswith(("to ", "in order to ")):
        return "purpose", effect, cause
    return "cause", cause, effect


def _words(spans: Iterable[tuple[int, int]], characters: str) -> tuple[Anchor, ...]:
    """The spans with words in them, without marks around."""
    found = []
    for start, end in spans:
        while start < end and not characters[start].isalnum():
            start += 1
        while start < end and not characters[end - 1].isalnum():
            end -= 1
        if start < end:
            found.append(Anchor(start, end))
    return tuple(found)


def _same(link: Link, cause: Sequence[Anchor], effect: Sequence[Anchor]) -> bool:
    """A link joins what this relation joins, whichever way."""

    def touch(ours: Sequence[Anchor], theirs: Sequence[Anchor]) -> bool:
        return any(one.overlaps(other) for one in ours for other in theirs)

    straight = touch(link.from_, cause) and touch(link.to, effect)
    return straight or (touch(link.from_, effect) and touch(link.to, cause))
