"""What the words beside a name say of where it lies: "Paris, Texas", "Syria's Palmyra", "the Peruvian town of X"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.vocabulary import nations

_REACH = 60
_AFTER = re.compile(
    r"(?:,? \(|, (?:in |a \w+ (?:in|of) )?|,? in |,? of )"
    r"(?:the )?(?:(?:(?:north|south)?-?(?:north|south|east|west)(?:ern)?|central) )?(?:(?:state|province|region) of )?"
)
_BEFORE = re.compile(
    r"(?:'s|’s)? (?:(?:[a-z-]+ ){0,3}(?:city|town|village|port|province|region|capital|district|suburb)(?: of)? )?\Z"
)
_WORD = re.compile(r"([A-Z][\w.]*)\Z")


@dataclass(frozen=True, slots=True)
class Beside:
    """`container` is the start of the name it is said to lie in; `country` a code that stands right before it."""

    container: int | None
    country: str | None


def beside(anchor: Anchor, starts: Mapping[int, Anchor], ends: Mapping[int, Anchor], characters: str) -> Beside:
    """`starts` and `ends` are the borders of all names of places in the text."""
    after = _AFTER.match(characters, anchor.end)
    container = after.end() if after is not None and after.end() in starts else None
    before = _BEFORE.search(characters, max(0, anchor.start - _REACH), anchor.start)
    if before is None:
        return Beside(container, None)
    owner = ends.get(before.start())
    if owner is not None and before[0].startswith(("'s", "’s")):
        return Beside(owner.start if container is None else container, None)
    word = _WORD.search(characters, max(0, before.start() - 20), before.start())
    return Beside(
        container, nations.nationality(word[1]) if word is not None and before[0] != " " else _adjective(word)
    )


def _adjective(word: re.Match[str] | None) -> str | None:
    """A nationality with nothing between it and the name ("Syrian Palmyra")."""
    return nations.nationality(word[1]) if word is not None and word[1][-1] != "." else None
