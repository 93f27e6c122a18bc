"""Attributions within what is attributed: contents read as texts of their own, where the model sees a voice in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.stages.claims.attribution import Attribution

SHORT = 25
"""Characters of a content that has no room for a voice, a verb and what is said."""
Reader = Callable[[Sequence[Anchor]], Iterable[Attribution]]
"""What the model finds in a content that it sees alone."""


def inner(outer: Sequence[Attribution], within: Sequence[int], read: Reader) -> Iterator[Attribution]:
    """Attributions within the contents of others, however deep.

    A content is read again only where one of the places `within`, in order, lies in it: words that are likely to be
    cues there. Each reading costs as much as the content is long. Of what is deeper nothing is known, and it is short.
    """
    waiting = [one for one in outer if any(_holds(piece, within) for piece in one.content)]
    taken = {place for one in outer for cue in one.cue for place in range(cue.start, cue.end)}
    while waiting:
        one = waiting.pop()
        if sum(map(len, one.content)) >= SHORT:
            found = [new for new in read(one.content) if _smaller(new, one) and new.cue[0].start not in taken]
            taken |= {place for new in found for cue in new.cue for place in range(cue.start, cue.end)}
            yield from found
            waiting += found


def _holds(piece: Anchor, places: Sequence[int]) -> bool:
    at = bisect_left(places, piece.start)
    return at < len(places) and places[at] < piece.end


def _smaller(new: Attribution, around: Attribution) -> bool:
    """It says less than what it stands in, so that reading on comes to an end."""
    return sum(map(len, new.content)) + sum(map(len, new.cue)) <= sum(map(len, around.content))
