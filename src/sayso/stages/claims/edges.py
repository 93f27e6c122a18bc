"""Edges: where cue, source and content part from each other, against a model that cuts between two words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, Sentence, Token
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.spans import LOOSE

JOINTS = frozenset({"and", "or", "but", "nor", "as", "while", "because", "although"})
NEAR = 3
"""Characters between two pieces of a content that go on from each other."""
TIMES = frozenset({"DATE", "TIME"})
OCCASIONS = frozenset({"after", "before", "during", "following", "on", "in", "at", "since"})
"""Prepositions that tell on what occasion something was said."""
ABOUT = frozenset({"who", "whom", "whose", "which"})
CALLING = frozenset({"call", "label", "brand", "dub", "term", "deem", "describe", "dismiss", "denounce", "reject"})
"""Verbs that give a word to what somebody else said."""


def edged(one: Attribution) -> Attribution:
    """The attribution with its cue, source and contents cut where grammar cuts them."""
    one = _without_relative(_without_possessive(_without_occasion(one)))
    content = tuple(kept for piece in one.content if (kept := _cut(one, _to_verb(one, piece))) is not None)
    return replace(one, content=content or one.content)


def _without_occasion(one: Attribution) -> Attribution:
    """From "said after | the ruling … that the port is lost" to "said | that the port is lost"."""
    cue = one.cue[-1]
    tokens = one.sentence.tokens_in(cue)
    if len(tokens) < 2 or tokens[-1].dep != "prep" or tokens[-1].lower not in OCCASIONS:
        return one
    occasion = one.sentence.child(tokens[-1], "pobj")
    first = one.content[0] if one.content else None
    if occasion is None or first is None or cue.covers(occasion.anchor):
        return one
    if occasion.entity in TIMES and not first.covers(occasion.anchor):
        return replace(one, cue=(*one.cue[:-1], Anchor(cue.start, tokens[-2].end)))
    if first.covers(occasion.anchor) and len(one.content) > 1 and _governs_clause(one):
        return replace(one, cue=(*one.cue[:-1], Anchor(cue.start, tokens[-2].end)), content=one.content[1:])
    return one


def _governs_clause(one: Attribution) -> bool:
    """A later piece of the content is a clause that the cue's verb governs."""
    tokens = [t for piece in one.content[1:] for t in one.sentence.tokens_in(piece)]
    return any(t.dep == "ccomp" and t.head == one.head.index for t in tokens)


def _without_possessive(one: Attribution) -> Attribution:
    """The "'s" of "Berg's claim" is the source's, not the cue's."""
    tokens = one.sentence.tokens_in(one.cue[0])
    if len(tokens) < 2 or tokens[0].tag != "POS":
        return one
    source = one.source
    if source is not None and source.end == tokens[0].start:
        source = Anchor(source.start, tokens[0].end)
    return replace(one, cue=(Anchor(tokens[1].start, one.cue[0].end), *one.cue[1:]), source=source)


def _without_relative(one: Attribution) -> Attribution:
    """From "the official, who was" to "the official", where the source stops within what is told of it."""
    source = one.source
    tokens = one.around.tokens_in(source) if source is not None else ()
    for comma, relative in itertools.pairwise(tokens):
        if (
            comma.text == ","
            and relative.lower in ABOUT
            and source is not None
            and _goes_on(one.around, relative, tokens)
        ):
            end = one.around.tokens[comma.index - 1].end
            named = one.speaker is not None and one.speaker.end <= end and end > source.start
            return replace(one, source=Anchor(source.start, end)) if named else one
    return one


def _to_verb(one: Attribution, piece: Anchor) -> Anchor:
    """The piece to the end of its clause, where it stops after its subject: "that the talks | should go on"."""
    tokens = one.sentence.tokens_in(piece)
    verb = _verb_to_come(one.sentence, tokens) if tokens and tokens[-1].end == piece.end else None
    if verb is None:
        return piece
    end = next(t.end for t in reversed(one.sentence.subtree(verb)) if t.pos != "PUNCT")
    rest = Anchor(piece.end, max(end, piece.end + 1))
    taken = (*one.cue, *((one.source,) if one.source else ()), *(other for other in one.content if other is not piece))
    return piece if end <= piece.end or any(rest.overlaps(other) for other in taken) else Anchor(piece.start, end)


def _verb_to_come(sentence: Sentence, tokens: tuple[Token, ...]) -> Token | None:
    """The verb after these words of a clause that "that" or "if" opens in them and whose subject they hold."""
    last = tokens[-1]
    for mark in tokens:
        verb = sentence.head(mark)
        if mark.dep == "mark" and verb.index > last.index:
            subject = sentence.child(verb, *NOUN_SUBJECTS)
            return verb if subject is not None and mark.index < subject.index <= last.index else None
    return None


def _cut(one: Attribution, piece: Anchor) -> Anchor | None:
    """The piece without what hangs loose at its ends; None where nothing is left."""
    tokens = list(one.sentence.tokens_in(piece))
    if not tokens:
        return piece
    start, end = piece.start, piece.end
    cue = {t.index for mark in one.cue for t in one.sentence.tokens_in(mark)}
    if tokens[0].start == start and tokens[0].dep == "mark" and tokens[0].head in cue and len(tokens) > 1:
        tokens.pop(0)
        start = tokens[0].start
    if tokens[-1].end == end:
        kept = _before_verdict(one, _before_relative(one.sentence, tokens))
        kept = _before_bracket(kept)
        kept = kept if any(0 < other.start - end < NEAR for other in one.content) else _without_joint(kept)
        end = kept[-1].end if kept else start
    return Anchor(start, end) if start < end else None


def _without_joint(tokens: list[Token]) -> list[Token]:
    """Without a last "and", or the "as" of a clause that is left out, and the comma before it."""
    if not tokens:
        return tokens
    kept = tokens[:-1] if tokens[-1].lower in JOINTS or tokens[-1].dep == "mark" else list(tokens)
    while kept and kept[-1].text in LOOSE:
        kept.pop()
    return kept


def _before_relative(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """Up to the comma of ", which led", where the clause goes on beyond these words."""
    for at, (comma, relative) in enumerate(itertools.pairwise(tokens)):
        if comma.text == "," and relative.lower in ABOUT and at > 0 and _goes_on(sentence, relative, tokens):
            return tokens[:at]
    return tokens


def _before_bracket(tokens: list[Token]) -> list[Token]:
    """Up to a bracket that opens and does not close in these words."""
    opened = next((at for at, t in enumerate(tokens) if t.text == "("), None)
    return tokens if not opened or any(t.text == ")" for t in tokens[opened:]) else tokens[:opened]


def _goes_on(sentence: Sentence, relative: Token, tokens: Sequence[Token]) -> bool:
    """The clause that the relative pronoun opens ends beyond these words."""
    verb = next((t for t in sentence.ancestors(relative) if t.dep == "relcl"), None)
    return verb is not None and sentence.subtree(verb)[-1].index > tokens[-1].index + 1


def _before_verdict(one: Attribution, tokens: list[Token]) -> list[Token]:
    """Up to "as" in "dismissed Berg's claims of theft as lies", where "as lies" is the word of who dismisses them."""
    above = one.sentence.head(one.head)
    if one.head.pos not in NOUNS or one.head.dep != "dobj" or above.lemma not in CALLING:
        return tokens
    verdict = next((t.index for t in tokens if t.lower == "as"), None)
    return tokens if verdict is None else [t for t in tokens if t.index < verdict] or tokens
