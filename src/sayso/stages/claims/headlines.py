"""Headlines that attribute with a colon: "Kremlin: US to blame", "Rebels take port: monitor"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.records import Entity, Section

BEFORE = re.compile(r"(?P<who>[A-Z][^:“\"]{1,60}?)(?P<cue>:)\s+(?P<what>\S.{5,})", re.DOTALL)
AFTER = re.compile(r"(?P<what>.{12,}?)(?P<cue>:|\s[-–—])\s+(?P<who>[^:“\"]{3,40})$", re.DOTALL)
SPEAKING = frozenset({"person", "organisation", "armed-group", "government", "people"})
UNNAMED = re.compile(
    r"(?:activists?|officials?|sources?|reports?|monitors?|witnesses|residents|police|army|ministry|minister|media|UN)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadlineClaim:
    """Where the source, the colon and the content of a headline stand."""

    source: Anchor
    cue: Anchor
    content: Anchor


def headline_claim(
    characters: str, section: Section, entity: Callable[[Anchor], Entity | None], acts: Callable[[Anchor], bool]
) -> HeadlineClaim | None:
    """The claim a headline makes with a colon; None where the words beside it name nobody who can speak.

    `entity` finds the entity of some words, `acts` tells a place that stands for its government.
    """
    words = section.anchor.words(characters)
    for form in (BEFORE, AFTER):
        match = form.fullmatch(words)
        if match is None:
            continue
        at = section.anchor.start
        source = Anchor(at + match.start("who"), at + match.end("who"))
        if _speaks(characters, source, entity, acts):
            cue = Anchor(at + match.start("cue"), at + match.end("cue")).trimmed(characters)
            content = Anchor(at + match.start("what"), at + match.end("what"))
            return HeadlineClaim(source, cue, content) if cue is not None else None
    return None


def _speaks(
    characters: str, source: Anchor, entity: Callable[[Anchor], Entity | None], acts: Callable[[Anchor], bool]
) -> bool:
    last = source.words(characters).split()[-1]
    found = entity(Anchor(source.end - len(last), source.end))
    if found is not None and (found.kind in SPEAKING or acts(source)):
        return True
    return UNNAMED.search(source.words(characters)) is not None
