"""Attributions that the trained model finds, joined with the grammar of the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.records import Why
from sayso.document.spans import Spans
from sayso.document.syntax import NOUNS_AND_PRONOUNS, Sentence, Token
from sayso.models import attribution as model
from sayso.stages.claims.attribution import Attribution, is_speech

SPEECH_PHRASES = frozenset({"according", "per", ":"})
"""First words of cues that hand on speech and are no verbs."""


def modelled(
    found: Sequence[model.Attribution], sentences: Sequence[Sentence], characters: str, made_by: str
) -> Iterator[Attribution]:
    """The model's attributions whose cue stands in one of these sentences, in the order of their cues."""
    at = _finder(sentences)
    for one in sorted(found, key=lambda a: a.cue):
        cue = Anchor(*one.cue).trimmed(characters)
        sentence = at(one.cue[0])
        content = tuple(Anchor(*piece) for piece in one.content if any(map(str.isalnum, characters[slice(*piece)])))
        if cue is None or sentence is None or not content:
            continue
        tokens = sentence.tokens_in(cue)
        if not tokens:
            continue
        head = _head(tokens)
        source = Anchor(*one.source[0]) if one.source else None
        around = at(source.start) if source is not None else None
        speaker = _speaker(around, source) if around is not None and source is not None else None
        yield Attribution(
            sentence,
            cue=(cue,),
            content=content,
            source=source if speaker is not None else None,
            speaker=speaker,
            around=around or sentence,
            why=Why(made_by, round(one.score, 4)),
            speech=is_speech(head) or head.lower in SPEECH_PHRASES,
            head=head,
            reach=cue,
        )


def _finder(sentences: Sequence[Sentence]) -> Callable[[int], Sentence | None]:
    """Looks up the sentence that holds a character."""
    starts = [sentence.anchor.start for sentence in sentences]

    def at(start: int) -> Sentence | None:
        number = bisect_right(starts, start) - 1
        return sentences[number] if number >= 0 and start < sentences[number].anchor.end else None

    return at


def _head(cue: Sequence[Token]) -> Token:
    """The word that carries the cue: its last verb, else its last noun, else its first word."""
    for kind in ("VERB", "NOUN"):
        last = next((t for t in reversed(cue) if t.pos == kind), None)
        if last is not None:
            return last
    return cue[0]


def _speaker(sentence: Sentence, source: Anchor) -> Token | None:
    """The noun or pronoun of a source that nothing in it governs; the first of several."""
    own = sentence.tokens_in(source)
    within = {t.index for t in own}
    tops = [t for t in own if t.pos != "PUNCT" and (t.head not in within or t.head == t.index)]
    return next((t for t in tops if t.pos in NOUNS_AND_PRONOUNS), next(iter(tops), None))


def joined(found: Sequence[Attribution], ruled: Iterable[Attribution]) -> list[Attribution]:
    """The model's attributions and those of rules whose cue none of them touches, in the order of their cues."""
    taken = Spans((cue, one) for one in found for cue in one.cue)
    own = [one for one in ruled if not any(any(taken.overlapping(cue)) for cue in one.cue)]
    return sorted([*found, *own], key=lambda one: one.cue)
