"""Offices: whose role a description names: "the minister", "the defence minister", "the group's leader"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.stages.entities.references.context import Context, by_order, covers, lately
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

    def holder(self, s: Seen) -> Seen | None:
        """The only person of the text whose role the description names; of several, the only one named just before."""
        if s.mention.kind != "person" or s.number == "plural":
            return None
        holders = self._holders(s)
        near = lately(holders, s, _REACH if self._context.same(holders) else _NEAR)
        return near[-1] if self._context.same(near) else None

    def contested(self, s: Seen) -> bool:
        """Several people of the text have the role."""
        return len({self._context.clusters.of(o.order) for o in self._holders(s)}) > 1

    def _holders(self, s: Seen) -> list[Seen]:
        found = [held.holder for held in self._held.get(s.head.lower, ()) if self._fits(s, held)]
        return sorted(found, key=by_order)

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
