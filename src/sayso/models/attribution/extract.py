"""An extract: some stretches of a text read as a text of their own, and the way back to where the words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.models.attribution.labels import Attribution, Span

STOPS = (".", "!", "?", "…", "”", '"')


@dataclass(frozen=True)
class Extract:
    """`characters` are the stretches with a space between and a stop at the end; `starts` is where each begins in them.

    The stop is there because every text that the model learned from ends with one.
    """

    characters: str
    stretches: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, characters: str, stretches: Sequence[Span]) -> Extract:
        """The extract of these stretches of a text."""
        starts, at = [], 0
        for start, end in stretches:
            starts.append(at)
            at += end - start + 1
        words = " ".join(characters[s:e] for s, e in stretches)
        return cls(words if words.endswith(STOPS) else f"{words}.", tuple(stretches), tuple(starts))

    def whole(self, one: Attribution) -> Attribution | None:
        """The same attribution in the text; None where its cue is torn apart."""
        cue, source, content = self._home([one.cue]), self._home(one.source), self._home(one.content)
        return None if len(cue) != 1 else replace(one, cue=cue[0], source=source[:1], content=content)

    def _home(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Spans of the extract in the text; one that runs over several stretches is several."""
        found = []
        for start, end in spans:
            for number in range(bisect_right(self.starts, start) - 1, len(self.starts)):
                offset = self.stretches[number][0] - self.starts[number]
                low = max(start + offset, self.stretches[number][0])
                high = min(end + offset, self.stretches[number][1])
                if self.starts[number] >= end:
                    break
                if low < high:
                    found.append((low, high))
        return tuple(found)
