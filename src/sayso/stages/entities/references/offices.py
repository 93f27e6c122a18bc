"""Offices: whose role a description names: "the minister", "the defence minister", "the group's leader"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.stages.entities.references.context import Context, covers
from sayso.stages.entities.seen import Seen

_REACH = 12
"""How many sentences back the holder of an office may have been named."""
_NEAR = 2
"""How many where the text names several holders."""
_OF = re.compile(r" (?:of|for|to) ")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Held:
    """A mention of somebody, and the words of one of their roles, in lower case too."""

    holder: Seen
    role: Anchor
    words: frozenset[str]


class Offices:
    """The roles of a text by their noun: "president" of "president of the club" and of "Ruritanian President"."""

    def __init__(self, context: Context, roles: Mapping[int, Sequence[Anchor]], characters: str) -> None:
        self._context = context
        self._held: dict[str, list[_Held]] = {}
        for order, own in sorted(roles.items()):
            for role in own:
                words = role.words(characters).lower()
                held = _Held(context.seen[order], role, frozenset(_WORD.findall(words)))
                self._held.setdefault(_OF.split(words)[0].split()[-1], []).append(held)
        self._orders = {noun: [h.holder.order for h in held] for noun, held in self._held.items()}

    def holder(self, s: Seen) -> Seen | None:
        """The only one whose role the description names; of several, the only one named just before."""
        if s.mention.kind != "person" or s.number == "plural":
            return None
        near = self._named_before(s, _NEAR if self.contested(s) else _REACH)
        return near[0] if self._context.same(near) else None

    def contested(self, s: Seen) -> bool:
        """Several people have the role: of the text, where the description is a bare noun, else of the passage."""
        orders = self._orders.get(s.head.lower, [])
        if len(s.tokens) <= 2:
            return bool(orders) and not self._context.clusters.one(orders)
        return len({self._context.clusters.of(o.order) for o in self._named_before(s, _REACH)}) > 1

    def _named_before(self, s: Seen, reach: int) -> list[Seen]:
        """Those named at most so many sentences back whose role the description names, the nearest first."""
        held = self._held.get(s.head.lower, [])
        found: list[Seen] = []
        for at in range(bisect_left(held, s.order, key=_order) - 1, -1, -1):
            if s.at - held[at].holder.at > reach:
                break
            if self._fits(s, held[at]):
                found.append(held[at].holder)
        return found

    def _fits(self, s: Seen, held: _Held) -> bool:
        """The description adds nothing to the role; whose it is, the role names too."""
        own = self._possessor(s)
        if own is not None:
            return any(self._context.clusters.together(o.order, own.order) for o in self._named_in(held))
        added = " ".join(t.lower for t in s.tokens[1:] if t.index != s.head.index)
        return held.words.issuperset(_WORD.findall(added))

    def _possessor(self, s: Seen) -> Seen | None:
        """Whose it is: "the group" in "the group's leader"."""
        inner = (o for o in self._context.seen[max(0, s.order - 1) : s.order + 3] if o is not s and covers(s, o))
        return next((o for o in inner if o.head.dep == "poss" and o.head.head == s.head.index), None)

    def _named_in(self, held: _Held) -> Iterator[Seen]:
        """Whoever is named in the words of a role."""
        around = self._context.seen[max(0, held.holder.order - 4) : held.holder.order + 5]
        return (o for o in around if o is not held.holder and held.role.covers(o.mention.anchor))


def _order(held: _Held) -> int:
    return held.holder.order
