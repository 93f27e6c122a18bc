"""Clusters of mentions that grow by merging (union-find), each set with the rule that first merged it."""

from __future__ import annotations

from collections.abc import Iterator


class Clusters:
    """Disjoint sets over the mentions `0 .. size-1`. The smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._rules: list[str | None] = [None] * size

    def of(self, member: int) -> int:
        """The mention that stands for the member's set."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def merge(self, one: int, other: int, rule: str) -> None:
        """Make one set of two; the rule is kept where it is the first to join anything to the smallest member."""
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            self._parent[second] = first
            self._rules[first] = self._rules[first] or rule

    def together(self, one: int, other: int) -> bool:
        return self.of(one) == self.of(other)

    def alone(self, member: int) -> bool:
        """Nothing was merged with the member yet."""
        return self.rule(member) is None

    def rule(self, member: int) -> str | None:
        """The first rule that merged the member's set; None for a set of one."""
        return self._rules[self.of(member)]

    def some(self, members: list[int], most: int) -> list[int]:
        """Up to `most` different sets of these members.

        Takes members of a set that another of them is in from the list: sets never part again, so that asking often
        about a long list costs no more than walking it once.
        """
        found: list[int] = []
        while members and len(found) < most:
            own = self.of(members.pop())
            if own not in found:
                found.append(own)
        members.extend(reversed(found))
        return found

    def one(self, members: list[int]) -> bool:
        """The members are all in one set. Shortens the list as `some` does."""
        return len(self.some(members, 2)) == 1

    def sets(self) -> Iterator[tuple[int, ...]]:
        """All sets in the order of their first members."""
        found: dict[int, list[int]] = {}
        for member in range(len(self._parent)):
            found.setdefault(self.of(member), []).append(member)
        for members in found.values():
            yield tuple(members)
