"""One attribution: the anchors of its cue, source and content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.document.anchor import Anchor, hull
from sayso.document.records import Why
from sayso.document.syntax import Sentence, Token
from sayso.stages.claims.lexicon import speaks, thinks
from sayso.stages.claims.spans import pieces, run, trimmed

ASIDES = frozenset({"acl", "prep", "advmod", "advcl"})
DASHES = frozenset({"-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Anchors of one attribution. `sentence` holds the cue and its `head`.

    `speaker` is the word that heads the source, for finding its entity; it stands in the sentence `around`. `reach`
    spans the words that a construction of its own takes up, so that no other rule reads them again.
    """

    sentence: Sentence = field(repr=False)
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    source: Anchor | None
    speaker: Token | None
    around: Sentence = field(repr=False)
    why: Why
    speech: bool
    head: Token
    reach: Anchor


def made(
    sentence: Sentence,
    head: Token,
    cue: Sequence[Token],
    content: Sequence[Token],
    speaker: Token | None,
    rule: str,
    speech: bool | None = None,
) -> Attribution:
    """The attribution of these words. `speech` is read off the head where it is not given."""
    own = sorted(set(cue), key=lambda t: t.index)
    source = None if speaker is None else _source(sentence, speaker, head, set(own))
    return Attribution(
        sentence,
        cue=tuple(pieces(own, sentence)),
        content=tuple(pieces([t for t in content if t not in own], sentence)),
        source=source,
        speaker=speaker,
        around=sentence,
        why=Why(f"rule:claims.{rule}"),
        speech=is_speech(head) if speech is None else speech,
        head=head,
        reach=head.anchor,
    )


def is_speech(head: Token) -> bool:
    """The cue is a verb of saying, not of thinking or wanting."""
    return head.pos == "VERB" and speaks(head) and not thinks(head)


def _source(sentence: Sentence, speaker: Token, head: Token, cue: set[Token]) -> Anchor:
    """The words that name the source: the speaker with what belongs to it, on its own side of the cue."""
    below = sentence.subtree(speaker)
    if head in below:
        below = tuple(t for t in below if t.index < head.index) if speaker.index < head.index else (speaker,)
    aside = cue | _asides(sentence, speaker)
    named = run(trimmed([t for t in below if t not in aside]), speaker)
    kept = _after_bracket(_after_dateline(named, speaker), speaker) if named else []
    return hull(t.anchor for t in kept or [speaker])


def _asides(sentence: Sentence, speaker: Token) -> set[Token]:
    """What a comma parts from the name and says no more who it is: ", who had arrived,", ", speaking in Havana,"."""
    aside: set[Token] = set()
    for kid in sentence.children(speaker):
        below = sentence.subtree(kid)
        comma = below[0].index > 0 and sentence.tokens[below[0].index - 1].text == ","
        if comma and kid.index > speaker.index and kid.dep in ASIDES:
            aside.update(below)
        elif kid.dep == "appos":
            aside |= _asides(sentence, kid)
    return aside


def _after_bracket(tokens: list[Token], speaker: Token) -> list[Token]:
    """Without "(Wire)" before it, whose opening bracket lies outside."""
    if any(t.text == "(" for t in tokens):
        return tokens
    close = max((i for i, t in enumerate(tokens) if t.text == ")" and t.index < speaker.index), default=-1)
    return tokens[close + 1 :]


def _after_dateline(tokens: list[Token], speaker: Token) -> list[Token]:
    """Without "HAVANA, Feb. 16 -" before it, which a parser takes for a part of the first name."""
    dash = max((i for i, t in enumerate(tokens) if t.text in DASHES and t.index < speaker.index), default=None)
    if dash is None or tokens[dash].start == tokens[dash - 1].end or tokens[dash].end == tokens[dash + 1].start:
        return tokens
    return tokens[dash + 1 :]
