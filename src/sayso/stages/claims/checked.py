"""Checks on what the model finds: where grammar, quote marks and paragraphs know better.

The model was taught to find a source wherever a text speaks of what is said or thought; a person who reads claims wants
those that somebody makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.records import Section
from sayso.document.spans import Spans
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.bounds import only_names
from sayso.stages.claims.speakers import is_nobody, speakers
from sayso.stages.claims.speech import Quotes

MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
"""Types of names that nobody has."""


def checked(
    found: Iterable[Attribution], sections: Sequence[Section], quotes: Quotes, characters: str
) -> list[Attribution]:
    """The attributions that somebody makes, their contents within their paragraph or the quotations that go on."""
    paragraphs = Spans((section.anchor, section) for section in sections)
    kept = []
    for one in found:
        content = tuple(_parts(one, paragraphs, quotes, characters))
        if content and not _is_nobodys(one):
            kept.append(replace(one, content=content))
    return _parted(kept)


def _is_nobodys(one: Attribution) -> bool:
    """ "Nobody said", "will they say?", "according to plan", "described the fire"."""
    words = [t for piece in one.content for t in one.sentence.tokens_in(piece)]
    tokens = [t for cue in one.cue for t in one.sentence.tokens_in(cue)]
    speaker = one.speaker
    return (
        (speaker is not None and (is_nobody(one.around, speaker) or speaker.entity in MEASURES))
        or (speaker is not None and tokens[0].lower == "according" and speaker.lemma in speakers().manners)
        or (bool(words) and only_names(one.head, words))
        or _is_asked(one)
    )


def _is_asked(one: Attribution) -> bool:
    """The saying itself is in question: "Will the ministry say that …?"."""
    sentence = one.sentence
    last = next((t.text for t in reversed(sentence.tokens) if t.pos != "PUNCT" or t.text == "?"), "")
    if last != "?" or one.speaker is None or one.head is not sentence.root:
        return False
    return any(kid.dep == "aux" and kid.index < one.speaker.index for kid in sentence.children(one.head))


def _parts(one: Attribution, paragraphs: Spans[Section], quotes: Quotes, characters: str) -> Iterator[Anchor]:
    """The content by paragraph; in another than the cue's only what is quoted goes on, and nothing in a headline."""
    own = {section.id for section in paragraphs.overlapping(one.cue[0])}
    for piece in one.content:
        for section in paragraphs.overlapping(piece):
            part = Anchor(max(piece.start, section.anchor.start), min(piece.end, section.anchor.end))
            kept = part.trimmed(characters)
            if kept is None or not any(map(str.isalnum, kept.words(characters))):
                continue
            if section.id in own or (section.kind != "headline" and quotes.holds(kept)):
                yield kept


def _parted(found: list[Attribution]) -> list[Attribution]:
    """Each quotation with the nearer of two cues that both have it, where neither stands in the other's content."""
    holders: dict[Anchor, list[Attribution]] = {}
    for one in found:
        for piece in one.content:
            holders.setdefault(piece, []).append(one)
    nearest = {piece: min(having, key=lambda a: _distance(a.cue[0], piece)) for piece, having in holders.items()}
    parted = []
    for one in found:
        own = tuple(piece for piece in one.content if nearest[piece] is one)
        parted.append(replace(one, content=own or one.content))
    return parted


def _distance(cue: Anchor, piece: Anchor) -> int:
    return max(piece.start - cue.end, cue.start - piece.end, 0)
