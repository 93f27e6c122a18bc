"""Context: what was said before a mention, and whom its place in the sentence rules out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.references.agreement import REFLEXIVE, genders
from sayso.stages.entities.references.sources import verb
from sayso.stages.entities.seen import Seen

Fits = Callable[[Seen], bool]
WINDOW = 120
"""How many mentions away a pronoun may look at most. Any four sentences of 120 news articles held 42 at most."""


class Context:
    """The mentions of a text, those merged so far, and the candidates of one mention after another, in their order."""

    def __init__(
        self, seen: Sequence[Seen], clusters: Clusters, inside: Sequence[bool], turns: Mapping[str, int]
    ) -> None:
        self._turns = turns
        self.seen = seen
        self.clusters = clusters
        self.inside = inside
        self.genders = genders(seen, clusters)
        self._steps = _steps(seen, inside)
        self._speakers = {turns.get(s.sentence.section): s.order for s in reversed(seen) if s.label}
        self._barred: tuple[int, frozenset[int]] = (-1, frozenset())

    def merge(self, one: Seen, other: Seen, rule: str) -> None:
        """Make both mentions one."""
        self.clusters.merge(one.order, other.order, rule)

    def agrees(self, s: Seen, gender: str) -> bool:
        """Nothing told of the mention's set contradicts the gender."""
        return self.genders.get(self.clusters.of(s.order)) in (None, gender)

    def tell(self, s: Seen, gender: str) -> None:
        """A pronoun told the gender of the set."""
        self.genders[self.clusters.of(s.order)] = gender

    def candidates(self, s: Seen, fits: Fits, reach: int) -> list[Seen]:
        """Mentions before this one, the nearest first, on the same side of the quotation marks."""
        found = []
        barred = self._ruled_out(s)
        for other in self.before(s, reach):
            own = self.clusters.of(other.order)
            near = self.inside[other.order] == self.inside[s.order] and self._in_talk(s, other) and not other.label
            if near and self._is_known(s, other) and own not in barred and fits(self.full(other)):
                found.append(other)
        return found

    def _in_talk(self, s: Seen, other: Seen) -> bool:
        """In an interview "he" is somebody of this turn or of the one before, and neither of those who talk."""
        own = self._turns.get(s.sentence.section)
        return own is None or self._turns.get(other.sentence.section) in (own, own - 1)

    def _is_known(self, s: Seen, other: Seen) -> bool:
        """No pronoun, or one that is resolved and stands near, or further back where both are a source."""
        if other.mention.form != "pronoun":
            return True
        return self.clusters.of(other.order) != other.order and (self.apart(s, other) <= 1 or _both_speak(s, other))

    def apart(self, s: Seen, other: Seen) -> int:
        """How many sentences lie between; outside quotations those that are nothing but quoted do not count."""
        if self.inside[s.order]:
            return s.at - other.at
        return self._steps[s.at] - self._steps[other.at]

    def before(self, s: Seen, reach: int) -> Iterator[Seen]:
        """The mentions before this one, the nearest first, `reach` sentences back at most."""
        for order in range(s.order - 1, max(-1, s.order - 1 - WINDOW), -1):
            if self.apart(s, self.seen[order]) > reach:
                return
            yield self.seen[order]

    def full(self, other: Seen) -> Seen:
        """A resolved pronoun stands for its set's first mention."""
        return self.seen[self.clusters.of(other.order)] if other.mention.form == "pronoun" else other

    def same(self, found: Sequence[Seen]) -> bool:
        """They are some, and all one."""
        return len({self.clusters.of(f.order) for f in found}) == 1

    def _ruled_out(self, s: Seen) -> frozenset[int]:
        """Whom a pronoun cannot mean: whoever it helps to describe, and its own clause's other parties.

        Found once a mention: nothing is merged while it is being resolved.
        """
        if self._barred[0] != s.order:
            around = (o for o in self._beside(s) if covers(o, s) or _bound_apart(s, o))
            self._barred = s.order, frozenset((*(self.clusters.of(o.order) for o in around), *self._says_i(s)))
        return self._barred[1]

    def _says_i(self, s: Seen) -> Iterator[int]:
        """Whoever speaks the turn: outside quotations that is "I", not "she"."""
        turn = self._turns.get(s.sentence.section)
        if turn is not None and turn in self._speakers and not self.inside[s.order]:
            yield self.clusters.of(self._speakers[turn])

    def _beside(self, s: Seen) -> Iterator[Seen]:
        """The other mentions of the sentence, the nearest on either side."""
        for step in (-1, 1):
            order = s.order + step
            while 0 <= order < len(self.seen) and self.seen[order].at == s.at and abs(order - s.order) <= WINDOW:
                yield self.seen[order]
                order += step


def _both_speak(s: Seen, other: Seen) -> bool:
    return verb(s) is not None and verb(other) is not None


def _steps(seen: Sequence[Seen], inside: Sequence[bool]) -> dict[int, int]:
    """The sentences numbered; labels and those whose mentions are all quoted have the number of the one before."""
    told = {s.at for s in seen if not inside[s.order] and not s.label}
    found: dict[int, int] = {}
    skipped = 0
    for at in dict.fromkeys(s.at for s in seen):
        skipped += at not in told
        found[at] = at - skipped
    return found


def lately(held: Sequence[Seen], s: Seen, reach: int) -> list[Seen]:
    """Of some mentions in the order of the text those before this one, `reach` sentences back at most."""
    end = first = bisect_left(held, s.order, key=by_order)
    while first > 0 and s.at - held[first - 1].at <= reach:
        first -= 1
    return list(held[first:end])


def by_order(s: Seen) -> int:
    """The key to sort by place in the text."""
    return s.order


def covers(other: Seen, s: Seen) -> bool:
    """A mention is no antecedent of a pronoun inside it: "[her] party" in "[a member of her party]"."""
    return other.mention.anchor.covers(s.mention.anchor)


def _bound_apart(s: Seen, other: Seen) -> bool:
    """An object pronoun is never its own clause's subject: "Roe met her"; it may be whose the subject is."""
    if s.at != other.at or "poss" in (s.head.dep, other.head.dep) or s.head.lower in REFLEXIVE:
        return False
    return s.sentence.clause_head(s.head).index == s.sentence.clause_head(other.head).index
