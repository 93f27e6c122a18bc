"""Ends: where the words of a source stop, against a model that stops within a clause or runs on into the next."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUN_SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.lexicon import introduces
from sayso.stages.claims.spans import LOOSE, QUOTES

CONTINUING = frozenset({"add", "continue", "conclude"})
"""Verbs whose participle goes on with what the same voice says: "said it was lost, adding that …"."""
AWAITING = frozenset({*NOUN_SUBJECTS, "npadvmod"})
"""What a word is to a verb or an adjective that stands behind it, or what it opens."""
GAP = 6
"""Words between two pieces of a content that belong to both."""
MARKS = frozenset({"PUNCT", "SPACE"})


def ended(one: Attribution) -> Attribution:
    """The attribution with contents that end where a clause ends, without what another voice goes on to say."""
    pieces = [kept for piece in one.content if (kept := _before_next_voice(one, piece)) is not None]
    pieces = [_after_cleft(one, _whole(one, piece)) for piece in _joined(one, pieces)]
    return replace(one, content=tuple(pieces) or one.content)


def _joined(one: Attribution, pieces: list[Anchor]) -> list[Anchor]:
    """Pieces with nothing but a few words of the same clause between them as one."""
    joined: list[Anchor] = []
    for piece in pieces:
        if joined and _is_gap(one, Anchor(joined[-1].end, max(piece.start, joined[-1].end + 1))):
            joined[-1] = Anchor(joined[-1].start, max(piece.end, joined[-1].end))
        else:
            joined.append(piece)
    return joined


def _is_gap(one: Attribution, between: Anchor) -> bool:
    """Words of what is said that the model left out: no part of cue or source, no voice, no other sentence."""
    if not one.sentence.anchor.covers(between) or any(between.overlaps(mark) for mark in _own(one)):
        return False
    words = [t for t in one.sentence.tokens_in(between) if t.pos not in MARKS]
    return 0 < len(words) <= GAP and not any(t.pos in VERBAL or t.lower == "according" for t in words)


def _after_cleft(one: Attribution, piece: Anchor) -> Anchor:
    """From "is that all were lost" to "that all were lost" in "What I said is that all were lost"."""
    tokens = one.sentence.tokens_in(piece)
    what = any(t.lower == "what" for t in one.sentence.tokens[: one.head.index])
    cleft = (
        what
        and len(tokens) > 2
        and tokens[0].lemma == "be"
        and tokens[1].lower == "that"
        and tokens[0].start == piece.start
    )
    return Anchor(tokens[1].start, piece.end) if cleft else piece


def _own(one: Attribution) -> tuple[Anchor, ...]:
    return (*one.cue, *((one.source,) if one.source is not None else ()))


def _before_next_voice(one: Attribution, piece: Anchor) -> Anchor | None:
    """Up to ", adding that …", ", with Y reporting …", or ", but …" after a quotation: None where nothing is left."""
    sentence = one.sentence
    tokens = sentence.tokens_in(piece)
    for before, after in pairwise(tokens):
        if before.text not in {",", "”", '"'} or after.start < one.cue[-1].end:
            continue
        if _goes_on(one, after) or _rides_along(sentence, after) or _turns(one, before, after):
            kept = _trimmed([t for t in tokens if t.index <= before.index])
            return Anchor(piece.start, kept[-1].end) if kept else None
    return piece


def _goes_on(one: Attribution, verb: Token) -> bool:
    """ ", adding that …": the voice itself goes on, with a cue of its own."""
    if verb.tag != "VBG" or verb.dep not in {"advcl", "conj"} or not introduces(verb):
        return False
    return (verb.lemma in CONTINUING or verb.head == one.head.index) and one.sentence.child(verb, "ccomp") is not None


def _rides_along(sentence: Sentence, word: Token) -> bool:
    """ ", with the radio reporting that …": another voice, of which the outlet tells."""
    if word.lower != "with" or word.dep != "prep":
        return False
    said = sentence.child(word, "pcomp", "pobj")
    verb = said if said is None or said.pos == "VERB" else sentence.child(said, "acl")
    return verb is not None and verb.tag == "VBG" and introduces(verb)


def _turns(one: Attribution, before: Token, joint: Token) -> bool:
    """ "…", but …" after a quotation, and no other words are quoted: the outlet turns to something else."""
    if joint.lower != "but" or joint.dep != "cc" or joint.head != one.head.index:
        return False
    quoted = one.sentence.tokens[max(0, before.index - 1) : before.index + 1]
    rest = one.sentence.tokens[joint.index :]
    return any(t.text in QUOTES for t in quoted) and not any(t.text in QUOTES for t in rest)


def _whole(one: Attribution, piece: Anchor) -> Anchor:
    """The piece to the end of the clause that its last words open; without them where that clause is no part of it.

    "…, how come Khan | won the vote" goes on; "that it was near the end, no breakthrough | has come" ends before.
    """
    tokens = one.sentence.tokens_in(piece)
    if len(tokens) < 2 or tokens[-1].end != piece.end:
        return piece
    opening = _opening(one.sentence, tokens)
    if opening is None:
        return piece
    last, end = opening
    if _belongs(one, last, tokens):
        return _reaching(one, piece, end)
    kept = _trimmed([t for t in tokens if t.index < one.sentence.subtree(last)[0].index])
    return Anchor(piece.start, kept[-1].end) if kept else piece


def _opening(sentence: Sentence, tokens: tuple[Token, ...]) -> tuple[Token, Token] | None:
    """The word at the end of these that waits for a verb or a phrase behind them, and the last word of that."""
    last = tokens[-1]
    below = sentence.subtree(last)
    if last.dep == "prep" and below[-1].index > last.index:
        return last, below[-1]
    word = last
    while tokens[0].index < word.head < last.index and word.head != word.index:
        word = sentence.head(word)
    head = sentence.head(word)
    waits = word.dep in AWAITING and word.index > tokens[0].index and head.index > last.index
    return (word, sentence.subtree(head)[-1]) if waits else None


def _belongs(one: Attribution, word: Token, tokens: tuple[Token, ...]) -> bool:
    """What the word waits for hangs on an earlier word of what is said, or on the cue."""
    above = {t.index for t in one.sentence.ancestors(word)}
    cue = {t.index for mark in one.cue for t in one.sentence.tokens_in(mark)}
    return any(t.index in above for t in tokens if t.index < word.index) or bool(cue & above)


def _reaching(one: Attribution, piece: Anchor, last: Token) -> Anchor:
    """The piece up to this word, where neither cue, source nor another piece begins before that."""
    end = next((t.end for t in reversed(one.sentence.tokens[: last.index + 1]) if t.pos not in MARKS), piece.end)
    rest = Anchor(piece.end, max(end, piece.end + 1))
    others = (other for other in one.content if other.start > piece.start)
    return (
        piece
        if end <= piece.end or any(rest.overlaps(mark) for mark in (*_own(one), *others))
        else Anchor(piece.start, end)
    )


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without commas and joints at the end."""
    while tokens and (tokens[-1].text in LOOSE or tokens[-1].dep == "cc" or tokens[-1].pos == "SPACE"):
        tokens = tokens[:-1]
    return tokens
