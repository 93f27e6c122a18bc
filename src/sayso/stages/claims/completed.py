"""Completed: sources and contents that end within a phrase, where grammar knows how the phrase goes on.

A model that labels one word after the other may stop after "President Anna" or after "a reaction to the".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUNS, NOUNS_AND_PRONOUNS, Sentence, Token
from sayso.stages.claims.attribution import Attribution, made
from sayso.stages.claims.spans import LOOSE
from sayso.stages.claims.speakers import speakers, speakers_of

OPEN = frozenset({"det", "amod", "compound", "poss", "nummod", "aux", "auxpass", "mark", "neg"})
"""What a word is to a head that must follow it."""
BEFORE = frozenset({"compound", "det", "amod", "nummod"})
"""What a word is to the noun that names the source."""
SPEAKING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
PERSONS = frozenset({"i", "he", "she", "we", "they"})
NAME = 5
"""Words by which a name may go on."""
PHRASE = 6
"""Words by which a phrase may go on; where it would be more, the parser is trusted no more than the model."""


def completed(one: Attribution) -> Attribution:
    """The attribution with its source up to the end of the name, its contents up to the end of the phrase."""
    if one.speaker is None:
        one = _with_owner(_with_own_subject(one))
    if one.source is not None and one.speaker is not None:
        one = _with_subject(one, one.source)
    if one.source is not None and one.speaker is not None:
        one = _with_title(_whole_source(_trimmed_source(one, one.source), one.speaker))
    return replace(one, content=tuple(_whole_piece(one, piece) for piece in one.content))


def _with_own_subject(one: Attribution) -> Attribution:
    """ "Sweden in turn has plans to …": a person, a body or a country that is the subject of the cue itself."""
    subject = one.sentence.child(one.head, "nsubj") if one.head.pos == "VERB" else None
    if subject is None or not (subject.entity in SPEAKING or subject.lower in PERSONS):
        return one
    return _named(one, subject)


def _with_owner(one: Attribution) -> Attribution:
    """ "the police's claim that …": whose claim it is, where the model names nobody."""
    owner = one.sentence.child(one.head, "poss") if one.head.pos == "NOUN" and one.speaker is None else None
    if owner is None or not (
        owner.entity in SPEAKING or owner.tag == "PRP$" or owner.lemma.lower() in speakers().nouns
    ):
        return one
    return _named(one, owner)


def _with_subject(one: Attribution, source: Anchor) -> Attribution:
    """ "A judge in office during Berg's reign": what says something is the subject, not the phrase of time."""
    tokens = one.around.tokens_in(source)
    if not tokens or tokens[0].dep != "prep" or one.around is not one.sentence or one.head.pos != "VERB":
        return one
    subject = next(speakers_of(one.sentence, one.head, one.speech), None)
    return one if subject is None or source.covers(subject.anchor) else _named(one, subject)


def _named(one: Attribution, subject: Token) -> Attribution:
    """The attribution with this subject, where it is no part of the cue or of what is said."""
    cue = [t for mark in one.cue for t in one.sentence.tokens_in(mark)]
    named = made(one.sentence, one.head, cue, (), subject, "subject").source
    if named is None or any(named.overlaps(part) for part in (*one.cue, *one.content)):
        return one
    return replace(one, source=named, speaker=subject, around=one.sentence)


def _trimmed_source(one: Attribution, source: Anchor) -> Attribution:
    """Without the comma, the "on", the "just" or the "who" after the name."""
    tokens = one.around.tokens_in(source)
    kept = next((t for t in reversed(tokens) if not _hangs_loose(t, tokens)), None)
    if kept is None or tokens[-1].end != source.end:
        return one
    return replace(one, source=Anchor(source.start, kept.end))


def _hangs_loose(token: Token, tokens: Sequence[Token]) -> bool:
    """It belongs to what follows, or to nothing."""
    if len(tokens) > 1 and (
        token.tag == "WP" or (token.dep == "advmod" and not tokens[0].index <= token.head <= tokens[-1].index)
    ):
        return token is not tokens[0]
    return token.text in LOOSE or token.pos == "ADP" or token.tag == "WDT"


def _whole_source(one: Attribution, speaker: Token) -> Attribution:
    """ "President Anna" in "President Anna Berg said": the name's last word heads the source."""
    source = one.source
    tokens = one.around.tokens_in(source) if source is not None else ()
    if source is None or not tokens or tokens[-1].end != source.end:
        return one
    head = _name_end(one.around, tokens[-1])
    if tokens[-1].dep != "compound" and any(t.pos in NOUNS_AND_PRONOUNS for t in tokens):
        return one
    if head is tokens[-1] or any(Anchor(source.end, head.end).overlaps(taken) for taken in (*one.cue, *one.content)):
        return one
    named = head if one.around.head(speaker) == head else speaker
    return replace(one, source=Anchor(source.start, head.end), speaker=named)


def _with_title(one: Attribution) -> Attribution:
    """ "President and commander Anna Berg" is one person, whom the name heads."""
    title = one.speaker
    if title is None or one.source is None or title.tag != "NN" or title.entity:
        return one
    if one.around.child(title, "det") is not None:
        return one
    named = one.around.child(title, "conj")
    if named is None or named.entity != "PERSON" or not one.source.covers(named.anchor):
        return one
    return replace(one, speaker=named)


def _name_end(sentence: Sentence, last: Token) -> Token:
    """The noun that the last word and all words up to it belong to; the word itself where there is none."""
    head = sentence.head(last)
    between = sentence.tokens[last.index : head.index]
    if last.dep not in BEFORE or head.pos not in NOUNS or not 0 < len(between) <= NAME:
        return last
    return head if all(t.dep in BEFORE and t.head <= head.index for t in between) else last


def _whole_piece(one: Attribution, piece: Anchor) -> Anchor:
    """The piece up to the end of the phrase that its last word opens, where no other part begins before that."""
    tokens = one.sentence.tokens_in(piece)
    last = _phrase_end(one.sentence, tokens[-1]) if tokens and tokens[-1].end == piece.end else None
    if last is None or last.end <= piece.end:
        return piece
    rest = Anchor(piece.end, last.end)
    sources = (one.source,) if one.source is not None else ()
    others = (other for other in one.content if other is not piece)
    return (
        piece if any(rest.overlaps(part) for part in (*one.cue, *sources, *others)) else Anchor(piece.start, last.end)
    )


def _phrase_end(sentence: Sentence, last: Token) -> Token | None:
    """The last word of "the upheaval in the north" for its "the", of "to the north" for its "to"."""
    head = sentence.head(last)
    if last.tag == "POS":  # "the Serbs'", of what?
        head = sentence.head(head)
    if (last.dep in OPEN or last.tag == "POS") and head.index > last.index:
        below = sentence.subtree(head)
    elif last.dep == "prep":
        below = sentence.subtree(last)
    else:
        return None
    end = next((t for t in reversed(below) if t.pos != "PUNCT"), last)
    return end if end.index - last.index <= PHRASE else None
