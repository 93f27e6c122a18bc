"""Pronouns that are a source: "she said", "they believe", "it added", the "I" of an interview. Who are they taken for?

`python -m benchmarks.source_pronouns [CORPUS …] [--show] [--labels]` prints the counts by corpus and pronoun; with
`--show` every item too, with the words around it and what we took it for. CORPUS is a file such as gum/train.jsonl.

Right is a pronoun whose entity leads to its gold chain, by the nearest other mention of ours of that entity (before the
pronoun, else after it) that is no pronoun and stands for a gold mention. Unresolved counts as wrong in `right` and is
left out of `precision`. The "I" of an interview is right where whoever speaks its turn is of its chain, by the words
that name the turn's speaker or by a mention; "we" is left out, since GUM gives it a chain of its own. See
benchmarks/coreference.py for what is a source.

GUM keeps the names that an interview's page prints before each turn apart from its text. `source_pronouns` takes the
text as the corpus gives it, without them; `source_pronouns_labelled` (with `--labels`) takes the same texts with these
names put back as "Name: …" (see benchmarks/speakers.py). Its items are those of `source_pronouns`, scored alone as
`right_same`, and every "I" that a label names.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.coreference import PRONOUN, Chained, Read, read
from benchmarks.measure import SHARED, Measure, Scores, lines
from benchmarks.speakers import labelled
from sayso.document.anchor import Anchor
from sayso.document.layer import ENTITIES, MENTIONS, SECTIONS, TURNS, Analysis
from sayso.document.records import Entity, Mention, Turn
from sayso.document.text import Document, Text
from sayso.pipeline import STAGES, analyse

LAST = next(i for i, stage in enumerate(STAGES) if stage.writes is TURNS) + 1
DATA = SHARED / "data"
FILES = ("gum/dev.jsonl", "gum/train.jsonl", "meantime/dev.jsonl", "wikievents/dev.jsonl", "ecbplus/dev.jsonl")


@dataclass(frozen=True, slots=True)
class Answer:
    """What we made of one pronoun: the words that name it, None where we left it open; `chain` is where it leads."""

    text: Read
    source: Chained
    taken: Anchor | None
    chain: str | None
    first_person: bool

    @property
    def right(self) -> bool:
        return self.chain == self.source.chain

    @property
    def named(self) -> bool:
        """The text itself names the chain, not only a label that was put back."""
        own = (m for m in self.text.mentions if m.chain == self.source.chain and not m.label)
        return any(not PRONOUN.fullmatch(self.text.words(m)) for m in own)


def answers(corpus: Path, reading: Callable[[Mapping[str, Any]], Read] | None = None) -> Iterator[Answer]:
    """Analyse each text that has such a pronoun up to its turns. `reading` reads a line, else its folder tells how."""
    for line in lines(corpus):
        text = reading(line) if reading is not None else read(corpus.parent.name, line)
        if text.sources:
            analysis = analyse(Document(Text(text.characters), key=text.key, language="en"), STAGES[:LAST])
            yield from held(text, analysis)


def held(text: Read, analysis: Analysis) -> Iterator[Answer]:
    """One answer a pronoun; none for the "I" of a text that is no interview."""
    owner = {mention: entity for entity in analysis[ENTITIES] for mention in entity.mentions}
    listed = analysis[MENTIONS]
    at = {m.anchor.start: number for number, m in enumerate(listed) if m.form == "pronoun"}
    for source in text.sources:
        first = text.words(source) == "i"
        if not first:
            mine = at.get(source.span.start)
            entity = owner.get(listed[mine].id) if mine is not None else None
            chain = _chain(text, _nearest(listed, mine or 0, entity, owner))
            yield Answer(text, source, entity.name if entity is not None else None, chain, False)
        elif text.interview:
            turn = _turn(analysis, source)
            entity = next((e for e in analysis[ENTITIES] if turn is not None and e.id == turn.speaker), None)
            named = turn.named if turn is not None else None
            chain = (text.chain(named) if named else None) or _chain(text, _nearest(listed, 0, entity, owner))
            yield Answer(text, source, entity.name if entity is not None else named, chain, True)


def _nearest(
    listed: Sequence[Mention], at: int, entity: Entity | None, owner: Mapping[str, Entity]
) -> Iterator[Mention]:
    """The entity's mentions that are no pronouns: those before a mention, the nearest first, then those after it."""
    if entity is not None:
        around = (*reversed(listed[:at]), *listed[at:])
        yield from (m for m in around if m.form != "pronoun" and owner.get(m.id) is entity)


def _chain(text: Read, mentions: Iterator[Mention]) -> str | None:
    """The chain of the first of them that stands for a gold mention."""
    return next((chain for m in mentions if (chain := text.chain(m.head)) is not None), None)


def _turn(analysis: Analysis, source: Chained) -> Turn | None:
    """The turn that an "I" stands in."""
    turn = next((s.turn for s in analysis[SECTIONS] if s.anchor.covers(source.span) and s.turn is not None), None)
    return next((t for t in analysis[TURNS] if t.turn == turn), None)


def scores(found: Sequence[Answer]) -> Scores:
    """Shares of all, of those we resolved, and of the third and first persons alone."""
    values = {"right": _share(found), "precision": _share([a for a in found if a.taken is not None])}
    values["right_third"] = _share([a for a in found if not a.first_person])
    if any(a.first_person for a in found):
        values["right_first"] = _share([a for a in found if a.first_person])
    return Scores(len(found), values)


def _share(found: Sequence[Answer]) -> float:
    return sum(a.right for a in found) / len(found) if found else 1.0


def score(corpus: Path) -> Scores:
    """The scores on one corpus."""
    return scores(list(answers(corpus)))


def score_labelled(corpus: Path) -> Scores:
    """The scores on a file of GUM with the speakers' labels put back; `right_same` on the items without labels."""
    found = list(answers(corpus, labelled))
    same = [a for a in found if a.named]
    return Scores(len(found), {**scores(found).values, "right_same": _share(same)})


def report(name: str, found: Sequence[Answer], show: bool) -> Iterator[str]:
    """Lines for people: the scores, the counts by pronoun, and the items themselves where asked for."""
    taken = scores(found)
    yield f"{name}: {taken.items} sources; " + ", ".join(f"{key} {value:.3f}" for key, value in taken.values.items())
    words = Counter((a.text.words(a.source), a.right, a.taken is not None) for a in found)
    for word in sorted({key[0] for key in words}):
        right = words[word, True, True]
        wrong, open_ = words[word, False, True], words[word, False, False]
        yield f"  {word}: {right} right, {wrong} wrong, {open_} open"
    for a in found if show else ():
        span, text = a.source.span, a.text.characters
        taken_for = a.taken.words(text) if a.taken is not None else None
        around = f"{text[max(0, span.start - 200) : span.start]}[[{span.words(text)}]]{text[span.end : span.end + 60]}"
        yield f"  {'right' if a.right else 'WRONG'} {taken_for!r} {a.text.key}: {' '.join(around.split())}"


def main(arguments: Sequence[str]) -> None:
    """Print the report of the corpora named, of all where none is."""
    show = "--show" in arguments
    labels = "--labels" in arguments
    named = [argument for argument in arguments if not argument.startswith("--")]
    for name in named or (FILES[:2] if labels else FILES):
        for line in report(name, list(answers(DATA / name, labelled if labels else None)), show):
            print(line)


MEASURE = Measure(
    "source_pronouns",
    DATA / "gum" / "dev.jsonl",
    score,
    "pronouns that are a source, in GUM's news and interviews: whom they stand for",
)
LABELLED = Measure(
    "source_pronouns_labelled",
    DATA / "gum" / "dev.jsonl",
    score_labelled,
    "the same texts with the names that the printed page shows before each turn, which the corpus keeps apart, put back"
    " as 'Name: …'; every 'I' that such a name stands before is an item too",
)
UNSEEN = Measure(
    "source_pronouns_wikievents",
    DATA / "wikievents" / "dev.jsonl",
    score,
    "pronouns that are a source, in WikiEvents' news: whom they stand for; nothing was tuned on these texts",
)


if __name__ == "__main__":
    main(sys.argv[1:])
