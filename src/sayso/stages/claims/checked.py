"""Checks on what the model finds: where grammar, quote marks and paragraphs know better.

The model was taught to find a source wherever a text speaks of what is said or thought; a person who reads claims wants
those that somebody makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.records import Section
from sayso.document.spans import Spans
from sayso.document.syntax import VERBAL
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.bounds import SHORT, only_names
from sayso.stages.claims.completed import completed
from sayso.stages.claims.edges import CALLING, edged
from sayso.stages.claims.ends import ended
from sayso.stages.claims.headlines import RUBRIC
from sayso.stages.claims.speakers import is_nobody, is_somebody, speakers
from sayso.stages.claims.speech import Quotes
from sayso.stages.claims.subjects import with_subject
from sayso.stages.claims.unsaid import as_wish, is_unsaid

TURNS = frozenset({"question", "answer"})
TELLING = 4
"""Words of the outlet's own from which they may bring in another voice."""
WORD = re.compile(r"\S")
LABEL = re.compile(r"[A-Z][^:\n“”\"]{1,40}:\s+(?=[“\"«„])")
STOPPED = re.compile(r"[.!?…]\W$")
OWING = frozenset({"should", "must", "ought"})
CITED = frozenset({"cite", "quote"})
OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
TOLD = frozenset({"acl", "relcl", "ccomp", "prep"})
"""What hangs on "claim" or "fears" and tells them."""
MEASURES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "ORDINAL"})
"""Types of names that nobody has."""


def checked(
    found: Iterable[Attribution], sections: Sequence[Section], quotes: Quotes, characters: str
) -> list[Attribution]:
    """The attributions that somebody makes, their contents within their paragraph or the quotations that go on."""
    paragraphs = Spans((section.anchor, section) for section in sections)
    kept = []
    for one in _said(found):
        content = tuple(_parts(one, paragraphs, quotes, characters))
        one = replace(one, content=content)
        turn = any(section.kind in TURNS for section in paragraphs.overlapping(one.cue[0]))
        if (
            content
            and not _is_nobodys(one)
            and not _is_column(one, characters)
            and not _only_points(one, quotes)
            and not (one.speaker is None and _says_nothing(one, turn, quotes))
        ):
            kept.append(one)
    return _parted(kept)


def _said(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Those that somebody says, each with whole phrases and with the subject that its verb has."""
    for one in found:
        named = with_subject(ended(edged(completed(as_wish(one)))))
        if named is not None and not is_unsaid(named):
            yield named


def _is_nobodys(one: Attribution) -> bool:
    """ "Nobody said", "will they say?", "according to plan", "described the fire"."""
    words = [t for piece in one.content for t in one.sentence.tokens_in(piece)]
    plain = [t for t in words if t.pos != "PUNCT"]
    tokens = [t for cue in one.cue for t in one.sentence.tokens_in(cue)]
    speaker = one.speaker
    return (
        (speaker is not None and (is_nobody(one.around, speaker) or speaker.entity in MEASURES))
        or (speaker is not None and tokens[0].lower == "according" and speaker.lemma in speakers().manners)
        or (bool(words) and only_names(one.head, words))
        or _is_asked(one)
        or _is_owed(one)
        or (len(plain) == 1 and plain[0].lower == "which")
    )


def _is_column(one: Attribution, characters: str) -> bool:
    """ "Explainer: three ways to lose a bridge"."""
    colon = one.cue[0].words(characters) == ":"
    return colon and one.source is not None and RUBRIC.fullmatch(one.source.words(characters).strip()) is not None


def _says_nothing(one: Attribution, turn: bool, quotes: Quotes) -> bool:
    """Without a source: a thought in an interview is its speaker's, two or three words without a verb are no news."""
    if turn and not one.speech:
        return True
    words = [t for piece in one.content for t in one.sentence.tokens_in(piece)]
    return len(words) <= SHORT and not any(t.pos in VERBAL for t in words) and not _quoted(one, quotes)


def _only_points(one: Attribution, quotes: Quotes) -> bool:
    """ "referring to the mayor"; "Y's claims" in "X called Y's claims a mirage", where "a mirage" is X's word."""
    head, sentence = one.head, one.sentence
    if head.lemma == "refer" and head.tag == "VBG":
        return not any(True for piece in one.content for _ in quotes.over(piece))
    if head.lemma in CITED and head.tag == "VBG" and (cited := sentence.child(head, "dobj")) is not None:
        return cited != one.speaker and is_somebody(cited)  # "citing two officials": what they say is told elsewhere
    verb = next((t for t in sentence.ancestors(head) if t.pos == "VERB"), None)
    if head.pos != "NOUN" or head.dep not in OBJECTS or verb is None or verb.lemma not in CALLING:
        return False
    told = (t for kid in sentence.children(head) if kid.dep in TOLD for t in sentence.subtree(kid))
    return not any(piece.overlaps(t.anchor) for t in told for piece in one.content)


def _quoted(one: Attribution, quotes: Quotes) -> bool:
    return any(quotes.holds(piece) for piece in one.content)


def _is_owed(one: Attribution) -> bool:
    """What somebody else ought to say or think: "the mayor must admit that …", not "I must admit that …"."""
    owed = any(kid.lower in OWING and kid.tag == "MD" for kid in one.sentence.children(one.head))
    return owed and one.speaker is not None and one.speaker.lower not in {"i", "we"}


def _is_asked(one: Attribution) -> bool:
    """The saying itself is in question: "Will the ministry say that …?"."""
    sentence = one.sentence
    last = next((t.text for t in reversed(sentence.tokens) if t.pos != "PUNCT" or t.text == "?"), "")
    if last != "?" or one.speaker is None or one.head is not sentence.root:
        return False
    return any(kid.dep == "aux" and kid.index < one.speaker.index for kid in sentence.children(one.head))


def _parts(one: Attribution, paragraphs: Spans[Section], quotes: Quotes, characters: str) -> Iterator[Anchor]:
    """The content by paragraph; in another than the cue's only what is quoted goes on, or what its colon introduces."""
    own = {section.id for section in paragraphs.overlapping(one.cue[0])}
    introduced = _after_colon(one, paragraphs, characters)
    for piece in one.content:
        for section in paragraphs.overlapping(piece):
            part = Anchor(max(piece.start, section.anchor.start), min(piece.end, section.anchor.end))
            kept = part.trimmed(characters)
            if kept is None or not any(map(str.isalnum, kept.words(characters))):
                continue
            if section.id in own:
                yield _one_voice(one, _without_label(kept, quotes, characters), quotes, characters)
            elif section.anchor.start == introduced or (
                section.kind != "headline"
                and _mostly_quoted(kept, quotes)
                and not _told_before(kept, section, quotes, characters)
            ):
                yield kept


def _after_colon(one: Attribution, paragraphs: Spans[Section], characters: str) -> int | None:
    """Where the paragraph begins that "X added:", alone in its own, introduces."""
    own = next(iter(paragraphs.overlapping(one.cue[0])), None)
    if own is None or not own.anchor.words(characters).rstrip().endswith(":"):
        return None
    after = WORD.search(characters, own.anchor.end)
    return after.start() if after is not None else None


def _mostly_quoted(part: Anchor, quotes: Quotes) -> bool:
    inside = sum(min(q.anchor.end, part.end) - max(q.anchor.start, part.start) for q in quotes.over(part))
    return 2 * inside >= len(part)


def _without_label(piece: Anchor, quotes: Quotes, characters: str) -> Anchor:
    """Without what stands before the colon in 'Moscow: "It is lost," X said'."""
    label = LABEL.match(piece.words(characters))
    quote = Anchor(piece.start + label.end(), piece.end) if label is not None else piece
    return quote if any(q.anchor.start == quote.start for q in quotes.over(quote)) else piece


def _one_voice(one: Attribution, piece: Anchor, quotes: Quotes, characters: str) -> Anchor:
    """One of a quotation that ends with a stop of its own and the words after it: the one in the cue's sentence.

    In '"They are here!" The crowd fled, Berg said' Berg says that the crowd fled.
    """
    quote = next((q for q in quotes.over(piece) if q.closed and q.anchor.start <= piece.start), None)
    rest = Anchor(quote.anchor.end, piece.end).trimmed(characters) if quote and quote.anchor.end < piece.end else None
    if quote is None or rest is None or STOPPED.search(quote.anchor.words(characters)) is None:
        return piece
    here = one.sentence.anchor
    if any(True for _ in quotes.over(rest)) or quote.anchor.overlaps(here) == rest.overlaps(here):
        return piece
    return rest if rest.overlaps(here) else quote.anchor


def _told_before(part: Anchor, section: Section, quotes: Quotes, characters: str) -> bool:
    """The outlet tells something of its own in the paragraph before it quotes: somebody else may speak."""
    told = list(characters[section.anchor.start : part.start])
    for quote in quotes.over(Anchor(section.anchor.start, max(part.start, section.anchor.start + 1))):
        start, end = (max(0, at - section.anchor.start) for at in (quote.anchor.start, quote.anchor.end))
        told[start:end] = " " * (min(end, len(told)) - min(start, len(told)))
    return len("".join(told).split()) >= TELLING


def _parted(found: list[Attribution]) -> list[Attribution]:
    """Each quotation with the nearer of two cues that both have it, where neither stands in the other's content."""
    holders: dict[Anchor, list[Attribution]] = {}
    for one in found:
        for piece in one.content:
            holders.setdefault(piece, []).append(one)
    parted = []
    for one in found:
        own = tuple(piece for piece in one.content if not any(_nearer(other, one, piece) for other in holders[piece]))
        parted.append(replace(one, content=own or one.content))
    return parted


def _nearer(other: Attribution, one: Attribution, piece: Anchor) -> bool:
    """The other's cue stands nearer to the piece, and beside what this one says, not within it."""
    within = any(content.covers(other.cue[0]) for content in one.content)
    return not within and _distance(other.cue[0], piece) < _distance(one.cue[0], piece)


def _distance(cue: Anchor, piece: Anchor) -> int:
    return max(piece.start - cue.end, cue.start - piece.end, 0)
