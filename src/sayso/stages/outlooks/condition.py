"""A condition: what has to hold for the rest to come about."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.document.anchor import Anchor

CLOSING = frozenset(",;:—–-.") | {"--"}
"""Marks that end a condition."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`words` of the condition, the `signal` that makes it one, and what found it.

    `inside` are the indices of tokens of the statement's sentence that belong to the condition, not to what comes.
    """

    words: tuple[Anchor, ...]
    signal: tuple[Anchor, ...]
    why: str
    inside: frozenset[int] = frozenset()
