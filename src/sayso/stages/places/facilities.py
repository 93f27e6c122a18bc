"""Fixed works lie where their name or the words after it put them: "Havana harbor", "the prison in Raqqa"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.document.anchor import Anchor
from sayso.models import gazetteer
from sayso.stages.places.toponyms import Toponym, toponym
from sayso.vocabulary.load import vocabulary

WITHIN_KM = 10.0
"""What the place's own radius is widened by: works lie in it or beside it."""

_NOUNS = frozenset(next(group["nouns"] for group in vocabulary("places") if group["id"] == "installations"))
_WORD = re.compile(r"[\w’'-]+")
_IN = re.compile(r",? (?:in|at|outside|near) (?:the (?:city|town|village|port) of )?")
_STANDS_ALONE = frozenset({"island", "sea", "strait", "region", "river", "mountain"})


def located_in(
    key: str, uses: Sequence[Anchor], described: Sequence[str], places: Mapping[int, Anchor], characters: str
) -> Toponym | None:
    """The name of the place that a facility is said to lie in.

    `described` are descriptions of it ("the prison"), `places` the uses of places' names by their start. None where
    it is no fixed work (a ship) or nothing tells its place.
    """
    mapped = on_the_map(key, uses, characters)
    if mapped is not None:
        return mapped
    if not any(_is_fixed(words) for words in (*(a.words(characters) for a in uses), *described)):
        return None
    found = next(_names(uses, places, characters), None)
    return toponym(key, (found,), characters) if found is not None else None


def on_the_map(key: str, uses: Sequence[Anchor], characters: str) -> Toponym | None:
    """Islands, waters, regions that were taken for something else; a single word is a ship's name as often."""
    for anchor in uses:
        words = anchor.words(characters)
        if " " in words and any(p.code is not None and p.kind in _STANDS_ALONE for p in gazetteer.lookup(words)[:3]):
            return toponym(key, (anchor,), characters)
    return None


def _is_fixed(words: str) -> bool:
    return any(word.lower() in _NOUNS for word in _WORD.findall(words))


def _names(uses: Sequence[Anchor], places: Mapping[int, Anchor], characters: str) -> Iterator[Anchor]:
    """Names of places after a use, then at the head of the name itself."""
    for anchor in uses:
        after = _IN.match(characters, anchor.end)
        if after is not None and after.end() in places:
            yield places[after.end()]
    for anchor in uses:
        head = _head(anchor, characters)
        if head is not None:
            yield head


def _head(anchor: Anchor, characters: str) -> Anchor | None:
    """ "Deir ez-Zor" of "Deir ez-Zor air base": the longest beginning that is a place of some size."""
    words = list(_WORD.finditer(characters, anchor.start, anchor.end))
    for last in reversed(words[:-1]):
        part = Anchor(words[0].start(), last.end())
        if any(place.rank < 2 and place.population >= 1000 for place in gazetteer.lookup(part.words(characters))[:1]):
            return part
    return None
