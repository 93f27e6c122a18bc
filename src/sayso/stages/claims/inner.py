"""Attributions within what is attributed: contents read as texts of their own, where grammar sees a cue in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.spans import Spans
from sayso.stages.claims.attribution import Attribution

Reader = Callable[[Sequence[Anchor]], Iterable[Attribution]]
"""What the model finds in a content that it sees alone."""


def inner(outer: Sequence[Attribution], hints: Sequence[Attribution], read: Reader) -> Iterator[Attribution]:
    """Attributions within the contents of others, however deep; `hints` are those that grammar sees anywhere.

    A content without a hint is not read again, for each reading costs as much as the content is long.
    """
    cues = Spans((cue, one) for one in hints for cue in one.cue)
    waiting = list(outer)
    while waiting:
        one = waiting.pop()
        if any(any(cues.within(piece)) for piece in one.content):
            found = [new for new in read(one.content) if _smaller(new, one)]
            yield from found
            waiting += found


def _smaller(new: Attribution, around: Attribution) -> bool:
    """It says less than what it stands in, so that reading on comes to an end."""
    return sum(map(len, new.content)) + sum(map(len, new.cue)) <= sum(map(len, around.content))
