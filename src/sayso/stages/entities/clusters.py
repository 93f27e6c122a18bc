"""Clusters of mentions that grow by merging (union-find), each merge with the rule that made it."""

from __future__ import annotations

from collections.abc import Iterator


class Clusters:
    """Disjoint sets over the mentions `0 .. size-1`. The smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._rules: list[list[str]] = [[] for _ in range(size)]

    def of(self, member: int) -> int:
        """The mention that stands for the member's set."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def merge(self, one: int, other: int, rule: str) -> None:
        """Make one set of two; keeps the rule where they were two."""
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            self._parent[second] = first
            self._rules[first] += [rule, *self._rules[second]]

    def together(self, one: int, other: int) -> bool:
        return self.of(one) == self.of(other)

    def rule(self, member: int) -> str | None:
        """The first rule that merged the member's set; None for a set of one."""
        rules = self._rules[self.of(member)]
        return rules[0] if rules else None

    def sets(self) -> Iterator[tuple[int, ...]]:
        """All sets in the order of their first members."""
        found: dict[int, list[int]] = {}
        for member in range(len(self._parent)):
            found.setdefault(self.of(member), []).append(member)
        for members in found.values():
            yield tuple(members)
