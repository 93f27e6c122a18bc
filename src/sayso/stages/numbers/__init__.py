"""Numbers: amounts as ranges, with what they count. Durations, dates and ages are not among them.

Each line is cut into pieces and read from left to right: hedges, a numeral or a range, a unit. A guard then tells
names, dates, years, references and the like from amounts; the grammar tells what is counted.

`exact` follows the words, not the figures: "253" and "1.5 million" are exact, "about 253", "a dozen", "dozens" and
every range are not. "Nearly" and "just over" keep the figure on both sides, since they say that it is close.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor, hull
from sayso.document.layer import NUMBERS, SECTIONS, SENTENCES, TIMES
from sayso.document.records import Quantity, Why
from sayso.stages.numbers.amounts import Amount, amounts
from sayso.stages.numbers.counted import counted
from sayso.stages.numbers.guards import barred
from sayso.stages.numbers.lexicon import lexicon
from sayso.stages.numbers.others import Other, others
from sayso.stages.numbers.pieces import Line
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Quantity]:
    """All quantities in the order of the text, none of them inside a time expression."""
    taken = Taken([time.anchor for time in inputs[TIMES]])
    headlines = {section.id for section in inputs[SECTIONS] if section.kind == "headline"}
    for sentence in inputs[SENTENCES]:
        words = sentence.anchor.words(inputs.document.characters)
        if lexicon().hint.search(words) is not None:
            line = Line(sentence, words, sentence.section in headlines)
            yield from _of_line(inputs, line, taken)


def _of_line(inputs: Inputs, line: Line, taken: Taken) -> Iterator[Quantity]:
    special = [other for other in others(line) if not taken.overlaps(other.anchor)]
    own = Taken([other.anchor for other in special])
    found = [_other(inputs, other) for other in special]
    for amount in amounts(line):
        core = Anchor(line.pieces[amount.core].start, line.pieces[amount.end - 1].end)
        if not taken.overlaps(core) and not own.overlaps(core):
            quantity = _quantity(inputs, line, amount)
            if quantity is not None:
                found.append(quantity)
    yield from sorted(found, key=lambda quantity: quantity.anchor)


class Taken:
    """Parts of the text that are spoken for."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._parts: list[Anchor] = []
        for anchor in sorted(anchors):
            if self._parts and anchor.overlaps(self._parts[-1]):
                anchor = hull((self._parts.pop(), anchor))
            self._parts.append(anchor)
        self._ends = [part.end for part in self._parts]

    def overlaps(self, anchor: Anchor) -> bool:
        """One of them shares a character with the anchor."""
        at = bisect_right(self._ends, anchor.start)
        return any(part.overlaps(anchor) for part in self._parts[at : at + 1])


def _quantity(inputs: Inputs, line: Line, amount: Amount) -> Quantity | None:
    what = counted(line, amount)
    if barred(line, amount, what):
        return None
    anchor = amount.anchor(line)
    counts = what.anchor if what is not None and not what.anchor.overlaps(anchor) else None
    return Quantity(
        inputs.id("n", anchor),
        anchor,
        _whole(amount.low),
        _whole(amount.high),
        counts,
        amount.exact,
        Why(_rule(amount)),
        amount.unit.unit if amount.unit is not None else None,
    )


def _rule(amount: Amount) -> str:
    """The word that shaped the range: a vague one, a hedge, else how it is written."""
    if amount.numeral.by is not None:
        return f"lexicon:numbers.{amount.numeral.by}"
    if amount.hedges:
        return f"lexicon:numbers.{amount.hedges[0].id}"
    if amount.unit is not None:
        return f"lexicon:numbers.{amount.unit.id}"
    return "rule:numbers.range" if amount.ranged else f"rule:numbers.{amount.numeral.style}"


def _other(inputs: Inputs, other: Other) -> Quantity:
    effect = next((hedge.effect for hedge in other.hedges), None)
    low = None if effect == "ceiling" else _whole(other.value)
    high = None if effect == "floor" else _whole(other.value)
    why = Why(f"lexicon:numbers.{other.rule}")
    exact = other.exact and not other.hedges
    return Quantity(inputs.id("n", other.anchor), other.anchor, low, high, other.counts, exact, why, other.unit)


def _whole(value: float | None) -> float | None:
    """Whole values as integers, so that they are written as such."""
    return int(value) if value is not None and value == int(value) else value


STAGE = Stage(writes=NUMBERS, reads=(SECTIONS, SENTENCES, TIMES), version=2, make=find)
