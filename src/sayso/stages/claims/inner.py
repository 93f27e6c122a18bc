"""Attributions within what is attributed: contents read as texts of their own, where a word in them may attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.lexicon import may_attribute

SHORT = 25
"""Characters of a content that has no room for a voice, a verb and what is said."""
CARRIERS = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
Reader = Callable[[Sequence[Anchor]], Iterable[Attribution]]
"""What the model finds in a content that it sees alone."""


def inner(outer: Sequence[Attribution], read: Reader) -> Iterator[Attribution]:
    """Attributions within the contents of others, however deep.

    A content is read again only where it may hold one, for each reading costs as much as the content is long.
    """
    waiting = list(outer)
    taken = {place for one in outer for cue in one.cue for place in range(cue.start, cue.end)}
    while waiting:
        one = waiting.pop()
        if _may_hold_more(one):
            found = [new for new in read(one.content) if _smaller(new, one) and new.cue[0].start not in taken]
            taken |= {place for new in found for cue in new.cue for place in range(cue.start, cue.end)}
            yield from found
            waiting += found


def _may_hold_more(one: Attribution) -> bool:
    """A word of the content may attribute; of sentences other than the cue's, nothing is known here."""
    if sum(map(len, one.content)) < SHORT:
        return False
    words = (t for piece in one.content for t in one.sentence.tokens_in(piece) if t.pos in CARRIERS)
    return any(not piece.overlaps(one.sentence.anchor) for piece in one.content) or any(map(may_attribute, words))


def _smaller(new: Attribution, around: Attribution) -> bool:
    """It says less than what it stands in, so that reading on comes to an end."""
    return sum(map(len, new.content)) + sum(map(len, new.cue)) <= sum(map(len, around.content))
