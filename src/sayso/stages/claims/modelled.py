"""Attributions that the trained model finds, joined with the grammar of the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.records import Why
from sayso.document.spans import Spans
from sayso.document.syntax import NOUNS_AND_PRONOUNS, Sentence, Token
from sayso.models import attribution as model
from sayso.stages.claims.attribution import Attribution, is_speech
from sayso.stages.claims.citing import untangled

SPEECH_PHRASES = frozenset({"according", "per", ":"})
"""First words of cues that hand on speech and are no verbs."""
SURE = frozenset({"rule:claims.quoted", "rule:claims.quoting"})
"""Rules that are surer than the model."""
TRUSTED = SURE | {
    f"rule:claims.{rule}" for rule in ("clause", "noun-clause", "adjective-clause", "hearsay", "opinion", "rumour")
}
"""Rules that spoil nothing where the model is silent: tried on PolNeAR dev one at a time."""


class Grammar:
    """The sentences of a text, to look up the words of what the model found."""

    def __init__(self, sentences: Sequence[Sentence], made_by: str) -> None:
        self._sentences = sentences
        self._starts = [sentence.anchor.start for sentence in sentences]
        self._made_by = made_by

    def joined(self, found: Iterable[model.Attribution], characters: str) -> Iterator[Attribution]:
        """The attributions whose cue stands in one of the sentences and whose content has words."""
        for one in found:
            sentence = self._at(one.cue[0])
            content = tuple(Anchor(*span) for span in one.content if any(map(str.isalnum, characters[slice(*span)])))
            tokens = sentence.tokens_in(Anchor(*one.cue)) if sentence is not None else ()
            if sentence is not None and tokens and content:
                yield from untangled(self._attribution(one, sentence, tokens, content))

    def _at(self, place: int) -> Sentence | None:
        """The sentence that holds a character."""
        number = bisect_right(self._starts, place) - 1
        return self._sentences[number] if number >= 0 and place < self._sentences[number].anchor.end else None

    def _attribution(
        self, one: model.Attribution, sentence: Sentence, tokens: Sequence[Token], content: tuple[Anchor, ...]
    ) -> Attribution:
        head = _head(tokens)
        source = Anchor(*one.source[0]) if one.source else None
        around = self._at(source.start) if source is not None else None
        speaker = _speaker(around, source) if around is not None and source is not None else None
        return Attribution(
            sentence,
            cue=(Anchor(*one.cue),),
            content=content,
            source=source if speaker is not None else None,
            speaker=speaker,
            around=around or sentence,
            why=Why(self._made_by, round(one.score, 4)),
            speech=is_speech(head) or tokens[0].lower in SPEECH_PHRASES,
            head=head,
            reach=Anchor(*one.cue),
        )


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


def with_rules(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """The model's attributions and what rules add, in the order of their cues.

    A rule that names a source wins over the model that finds none for the same cue.

    Where somebody is quoted by somebody ("the agency quoted X as saying"), grammar tells the two apart: it comes first.
    Elsewhere a rule is heard where the model is silent: any rule within what is attributed, of which the model's corpus
    marks nothing, and outside only those that are right more often than not there (`python -m benchmarks.gate`).
    """
    sure = Spans((one.reach, one) for one in ruled if one.why.by in SURE)
    named = Spans((cue, one) for one in ruled if one.speaker is not None for cue in one.cue)
    kept = [
        one
        for one in found
        if not any(
            any(sure.overlapping(cue)) or (one.speaker is None and any(named.overlapping(cue))) for cue in one.cue
        )
    ]
    cues = Spans((cue, one) for one in kept for cue in one.cue)
    contents = Spans((piece, one) for one in kept for piece in one.content)
    silent = (one for one in ruled if not any(any(cues.overlapping(cue)) for cue in one.cue))
    own = [one for one in silent if one.why.by in TRUSTED or any(contents.covering(one.reach))]
    return sorted([*kept, *own], key=lambda one: one.cue)
