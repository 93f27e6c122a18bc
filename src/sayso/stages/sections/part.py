"""Parts: how each block stands in an interview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.stages.sections import marks
from sayso.stages.sections.blocks import Block

Role = Literal["question", "answer"]


@dataclass(frozen=True, slots=True)
class Part:
    """How one block stands in the interview. `label` is the length of the mark before its words."""

    turn: int
    role: Role
    label: int
    rule: str


def run(blocks: Sequence[Block], roles: Mapping[int, Role], rule: str) -> dict[int, Part]:
    """Neighbours of one role are one turn; where a block begins with a name, that is its label."""
    found: dict[int, Part] = {}
    turn, before = -1, None
    for i in sorted(roles):
        label = marks.of(blocks[i].words)
        named = label is not None and label.style == "name"
        turn, before = turn + (roles[i] != before or named), roles[i]
        length = label.length if label is not None and label.length < len(blocks[i].words) else 0
        found[i] = Part(turn, roles[i], length, "name" if named and length else rule)
    return found
