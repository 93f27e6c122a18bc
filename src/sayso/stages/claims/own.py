"""Claims without an attribution: interview answers and questions, and what the outlet says in its own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.records import WITHOUT_SENTENCES, Claim, Section, Source, Why
from sayso.document.syntax import VERBAL, Sentence
from sayso.stages.claims.speech import Spoken
from sayso.stages.claims.units import units
from sayso.stages.claims.voices import Voices
from sayso.stages.stage import Inputs

MOSTLY = 0.6
"""Share of a unit's characters from which an attribution is taken to be all that it states."""
SILENT = WITHOUT_SENTENCES | {"caption"}


def own_claims(
    inputs: Inputs, voices: Voices, sentences: Sequence[Sentence], said: Sequence[Spoken], quoted: Sequence[Anchor]
) -> Iterator[Claim]:
    """A claim for each unit of each sentence that nothing else covers, and for each unit of an interview turn."""
    covered = _by_sentence(sentences, sorted([*quoted, *_covered(said)]))
    saying: dict[Anchor, list[Spoken]] = {}
    for one in said:
        saying.setdefault(one.attribution.sentence.anchor, []).append(one)
    for sentence, anchors in zip(sentences, covered, strict=True):
        section = voices.section(sentence.section)
        if section.kind in {"question", "answer"}:
            yield from _of_turn(inputs, voices, section, sentence)
        elif section.kind not in SILENT:
            yield from _narrated(inputs, sentence, anchors, saying.get(sentence.anchor, ()))


def _by_sentence(sentences: Sequence[Sentence], anchors: Sequence[Anchor]) -> Iterator[list[Anchor]]:
    """The anchors that overlap each sentence; both come in order."""
    waiting: list[Anchor] = []
    rest = iter(anchors)
    coming = next(rest, None)
    for sentence in sentences:
        waiting = [a for a in waiting if a.end > sentence.anchor.start]
        while coming is not None and coming.start < sentence.anchor.end:
            waiting.append(coming)
            coming = next(rest, None)
        yield [a for a in waiting if a.overlaps(sentence.anchor)]


def _covered(said: Sequence[Spoken]) -> Iterator[Anchor]:
    """What attributions take up: their cues, sources and contents."""
    for one in said:
        yield from one.content
        yield from one.attribution.cue
        if one.attribution.source is not None:
            yield one.attribution.source


def _of_turn(inputs: Inputs, voices: Voices, section: Section, sentence: Sentence) -> Iterator[Claim]:
    turn = voices.turn(section.id)
    speaker = turn.speaker if turn is not None else None
    named = turn.named if turn is not None else None
    answer = section.kind == "answer"
    if speaker is not None or named is not None:
        source = voices.speaker(named, speaker)
    else:
        source = Source("unnamed") if answer else Source("author")
    for unit in _stating(sentence):
        why = Why("rule:claims.answer" if answer else "rule:claims.question")
        yield Claim(inputs.id("c", section.kind, unit), source, (), (unit,), "answer" if answer else "narration", why)


def _stating(sentence: Sentence) -> Iterator[Anchor]:
    """The units that have words in them."""
    for unit in units(sentence):
        if any(t.pos not in {"PUNCT", "SPACE", "SYM"} for t in sentence.tokens_in(unit)):
            yield unit


def _only_says(unit: Anchor, saying: Sequence[Spoken]) -> bool:
    """The unit is a "two sources told the paper on Saturday" whose content stands elsewhere."""
    return any(
        all(unit.covers(mark) for mark in one.attribution.cue)
        and one.attribution.source is not None
        and unit.covers(one.attribution.source)
        and not any(piece.overlaps(unit) for piece in one.content)
        for one in saying
    )


def _narrated(
    inputs: Inputs, sentence: Sentence, covered: Sequence[Anchor], saying: Sequence[Spoken]
) -> Iterator[Claim]:
    """The units of a sentence that no attribution makes up and that state something."""
    for unit in units(sentence):
        if _share(unit, covered) >= MOSTLY or _only_says(unit, saying):
            continue
        if any(t.pos in VERBAL for t in sentence.tokens_in(unit)):
            why = Why("rule:claims.narration")
            yield Claim(inputs.id("c", "narration", unit), Source("author"), (), (unit,), "narration", why)


def _share(unit: Anchor, covered: Sequence[Anchor]) -> float:
    """The share of the unit's characters that the anchors, given in order, cover together."""
    total, at = 0, unit.start
    for anchor in covered:
        start, end = max(anchor.start, at), min(anchor.end, unit.end)
        if end > start:
            total += end - start
            at = end
    return total / len(unit)
