"""Voices that a cue joins: "reports, citing a doctor, that …", "reportedly wants": two attributions, not one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.relays import HEARSAY

PHRASE_ENDS = frozenset({",", ":", ";", "that", "."})
CITING = frozenset({"citing", "quoting"})


def untangled(one: Attribution) -> Iterator[Attribution]:
    """The attribution, or the two that its cue or its sentence joins: the outer one first."""
    one = _without_hearsay(one)
    citing = next((t for t in one.sentence.tokens if t.lower in CITING), None)
    cited = _cited(one.sentence, citing) if citing is not None and one.speaker is not None else None
    if citing is None or cited is None or not _joins(one, citing):
        yield one
        return
    phrase = Anchor(citing.start, cited[0].end)
    said = tuple(_behind(one.sentence, piece, phrase) for piece in one.content if not phrase.covers(piece))
    if not said:
        yield one
        return
    head, cue = _saying(one, citing)
    yield replace(one, cue=(cue,), content=tuple(sorted((phrase, *said))), reach=cue, head=head)
    yield replace(
        one,
        cue=(citing.anchor,),
        content=said,
        source=cited[0],
        speaker=cited[1],
        around=one.sentence,
        head=citing,
        reach=citing.anchor,
        speech=True,
    )


def _without_hearsay(one: Attribution) -> Attribution:
    """ "reportedly wants": the adverb hands on that somebody wants; a rule makes that claim of its own."""
    tokens = one.sentence.tokens_in(one.cue[0])
    if len(tokens) < 2 or tokens[0].lower not in HEARSAY:
        return one
    cue = Anchor(tokens[1].start, one.cue[0].end)
    return replace(one, cue=(cue,), reach=cue)


def _cited(sentence: Sentence, citing: Token) -> tuple[Anchor, Token] | None:
    """The noun phrase after "citing", up to the comma or clause that follows it, and the noun that heads it."""
    noun = sentence.child(citing, "dobj", "pobj")
    if noun is None or noun.index < citing.index:
        return None
    after = sentence.tokens[citing.index + 1 :]
    end = next((t.index for t in after if t.index > noun.index and t.lower in PHRASE_ENDS), None)
    kept = [t for t in after if end is not None and t.index < end]
    return (Anchor(kept[0].start, kept[-1].end), noun) if kept else None


def _joins(one: Attribution, citing: Token) -> bool:
    """The citing belongs to this cue: it stands in it or right after it, with no more than a comma between."""
    cue = one.cue[0]
    between = [t for t in one.sentence.tokens if cue.end <= t.start < citing.start]
    return citing.start > cue.start and all(t.text == "," for t in between)


def _saying(one: Attribution, citing: Token) -> tuple[Token, Anchor]:
    """The verb of the cue that stands before "citing", and the cue up to it; the cue as it is where none does."""
    kept = [t for t in one.sentence.tokens_in(one.cue[0]) if t.index < citing.index and t.text != ","]
    return (kept[-1], Anchor(kept[0].start, kept[-1].end)) if kept else (one.head, one.cue[0])


def _behind(sentence: Sentence, piece: Anchor, phrase: Anchor) -> Anchor:
    """The piece without the phrase that it begins with, and without the comma after that."""
    if not phrase.start <= piece.start < phrase.end < piece.end:
        return piece
    after = (t.start for t in sentence.tokens_in(Anchor(phrase.end, piece.end)) if t.pos != "PUNCT")
    return Anchor(next(after, phrase.end), piece.end)
