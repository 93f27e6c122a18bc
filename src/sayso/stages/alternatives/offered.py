"""What one sentence, or a run of sentences, offers."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.syntax import Token

POSSIBLE = frozenset({"may", "might", "could", "perhaps", "maybe", "possibly"})


@dataclass(frozen=True, slots=True)
class Offer:
    """What one sentence, or a run of sentences, offers. `rest` is where what it is about may be named."""

    entry: str
    options: tuple[Anchor, ...]
    signal: tuple[Anchor, ...]
    exclusive: bool
    rest: tuple[Token, ...] = ()
