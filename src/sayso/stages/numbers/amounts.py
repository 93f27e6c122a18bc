"""Amounts: a numeral or a range of two, with the words that open or loosen it and its unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.document.anchor import Anchor
from sayso.stages.numbers.lexicon import Hedge, Unit, lexicon
from sayso.stages.numbers.numerals import Numeral, numeral
from sayso.stages.numbers.pieces import HYPHENS, Line, Piece

THOUSAND = 1_000
MILLION = 1_000_000
LOOSENING = frozenset({"quantmod", "advmod", "amod", "nmod"})
"""Labels that "over", "about" … carry where they belong to the number and are no preposition."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Indices of pieces: `first` (with hedges), `core` (the numeral, with its sign), `end` (after unit and all)."""

    first: int
    core: int
    end: int
    numeral: Numeral
    low: float | None
    high: float | None
    exact: bool
    unit: Unit | None
    hedges: tuple[Hedge, ...]
    ranged: bool

    @property
    def open(self) -> bool:
        """A hedge that only numbers take opens one side ("at least")."""
        return any(not hedge.either and hedge.effect != "near" for hedge in self.hedges)

    def figure(self, line: Line) -> Piece:
        """The first digits of it, or its first word where it is spelled out."""
        own = line.pieces[self.core : self.end]
        return next((piece for piece in own if piece.digits), own[0])

    def anchor(self, line: Line) -> Anchor:
        """All its words."""
        return Anchor(line.pieces[self.first].start, line.pieces[self.end - 1].end)


@dataclass(frozen=True, slots=True)
class _Valued:
    """A numeral with its unit, or two as a range."""

    end: int
    numeral: Numeral
    low: float
    high: float | None
    unit: Unit | None
    signed: bool = False
    """The unit is a sign before the numeral."""
    ranged: bool = False


def amounts(line: Line) -> Iterator[Amount]:
    """All amounts of a line, from left to right; they do not overlap."""
    index = 0
    while index < len(line.pieces):
        found = amount(line, index)
        if found is None:
            index += 1
        else:
            yield found
            index = found.end


def amount(line: Line, index: int) -> Amount | None:
    """The amount that begins at this piece, its hedges included."""
    opening, core = _before(line, index)
    found = _range(line, core)
    if found is None:
        return None
    closing, end = _after(line, found.end)
    hedges = (*opening, *closing)
    low, high = _opened(found.low, found.high, hedges)
    exact = found.numeral.exact and not hedges and low == high
    return Amount(index, core, end, found.numeral, low, high, exact, found.unit, hedges, found.ranged)


def _before(line: Line, index: int) -> tuple[tuple[Hedge, ...], int]:
    found: list[Hedge] = []
    while (match := line.matched(index, lexicon().before)) is not None:
        particle = line.lower(index) == "up" and line.token(line.pieces[index]).dep == "prt"  # "adds up to"
        if particle or (match[1].either and not _loosens(line, index)):
            break
        index = match[0]
        found.append(match[1])
    return tuple(found), index


def _loosens(line: Line, index: int) -> bool:
    """The grammar ties this "over", "about" … to the number."""
    token = line.token(line.pieces[index])
    before = line.sentence.tokens[token.index - 1].pos if token.index else "SCONJ"
    return token.dep in LOOSENING or token.pos == "ADV" or before in {"SCONJ", "ADP"}


def _after(line: Line, index: int) -> tuple[tuple[Hedge, ...], int]:
    skip = 1 if line.lower(index) in HYPHENS and line.lower(index + 1) in {"odd", "plus"} else 0
    match = line.matched(index + skip, lexicon().after)
    return ((match[1],), match[0]) if match else ((), index)


def _opened(low: float, high: float | None, hedges: Iterable[Hedge]) -> tuple[float | None, float | None]:
    """A floor opens the upper side, a ceiling the lower; of several the first decides."""
    effect = next((hedge.effect for hedge in hedges if hedge.effect != "near"), "near")
    if effect == "floor":
        return low, None
    if effect == "ceiling":
        return None, high
    return low, high


def _range(line: Line, index: int) -> _Valued | None:
    """ "between 200 and 300", "from 40 to 60", "4-5 thousand", "49 or 50", or one numeral."""
    word = line.lower(index)
    if word == "between":
        return _joined(line, index + 1, {"and"})
    if word == "from":
        return None if _changes(line, index) else _joined(line, index + 1, {"to"})
    start = _valued(line, index)
    if start is None:
        return None
    separators = {"or", *HYPHENS} if line.lower(index - 1) == "from" else {"to", "or", *HYPHENS}
    return _joined(line, index, separators) or _changed(line, index, start)


def _changed(line: Line, index: int, start: _Valued) -> _Valued:
    """In "rose from $85 to $90 million" the first amount is in millions too."""
    if line.lower(index - 1) != "from" or line.lower(start.end) != "to":
        return start
    second = _valued(line, _past_hedges(line, start.end + 1))
    if second is None or start.numeral.style != "digits" or second.numeral.style != "digits":
        return start
    factor = second.numeral.scale if start.numeral.scale == 1 and second.low != 0 else 1
    if factor == 1 or start.low > 3 * second.low / factor:
        return replace(start, unit=start.unit or second.unit)
    low = start.low * factor
    return replace(start, low=low, high=low, unit=start.unit or second.unit)


def _changes(line: Line, index: int) -> bool:
    """ "rose from 40 to 60" tells two numbers."""
    token = line.token(line.pieces[index])
    above = [t.lemma.lower() for t in (line.sentence.head(token), line.sentence.head(line.sentence.head(token)))]
    return any(lemma in lexicon()["changes"] for lemma in above)


def _joined(line: Line, index: int, separators: Iterable[str]) -> _Valued | None:
    first = _valued(line, index)
    if first is None or line.lower(first.end) not in separators:
        return None
    second = _valued(line, _past_hedges(line, first.end + 1))
    styles = {first.numeral.style, second.numeral.style} if second is not None else {"vague"}
    if second is None or "vague" in styles or (line.lower(first.end) in HYPHENS and "words" in styles):
        return None
    if not _one_unit(first, second) or (line.lower(first.end) == "to" and _changes(line, first.end)):
        return None
    low, high = _shared_scale(first.numeral, second.numeral, line.lower(first.end) in HYPHENS), second.low
    near = line.lower(first.end) != "or" or high <= 10 * low
    joined = replace(second.numeral, exact=False, scale=max(first.numeral.scale, second.numeral.scale))
    return (
        _Valued(second.end, joined, low, high, second.unit or first.unit, ranged=True) if low < high and near else None
    )


def _one_unit(first: _Valued, second: _Valued) -> bool:
    """Both ends measure alike: "20 to 25 percent", "$2 to 3 billion"; not "fell 30 points to 6,000"."""
    if first.unit is None:
        return True
    return first.unit.unit == second.unit.unit if second.unit is not None else first.signed


def _past_hedges(line: Line, index: int) -> int:
    """Past "about", "even", "perhaps" before the upper end."""
    while line.lower(index) in {"about", "even", "perhaps", "around", "roughly", "possibly"}:
        index += 1
    return index


def _shared_scale(first: Numeral, second: Numeral, hyphened: bool) -> float:
    """ "4-5 thousand" is 4,000 to 5,000, and so is "4-5,000"; "500 to 2 thousand" is not 500,000."""
    thousands = hyphened and second.scale == 1 and second.low % THOUSAND == 0
    scale = THOUSAND if thousands else second.scale
    shares = first.scale == 1 and scale > 1 and first.low < second.low / scale
    return first.low * scale if shares else first.low


def _valued(line: Line, index: int) -> _Valued | None:
    """[sign] numeral [unit]: "$2.5bn", "50 million dollars", "20 %", "500-pound"."""
    sign = _sign(line, index)
    found = numeral(line, sign[0] if sign else _past_minus(line, index))
    if found is None:
        return None
    found = _millions(line, found, money=sign is not None)
    end, unit = _unit(line, found.end)
    if found.style == "vague" and unit is None and line.lower(found.end) == "of":
        end, unit = _unit(line, found.end + 1)
        end = end if unit is not None else found.end
    if sign is not None and unit is not None and unit.unit != sign[1].unit:
        end, unit = found.end, None
    negative = sign is None and index != _past_minus(line, index)
    if negative:
        found = replace(found, low=-found.low, high=-found.low)
    return _Valued(end, found, found.low, found.high, sign[1] if sign else unit, signed=sign is not None)


def _sign(line: Line, index: int) -> tuple[int, Unit] | None:
    """The currency before a numeral: "US$", "$", "EUR"; "a $5 million loan" is not in A$."""
    match = line.matched(index, lexicon().signs)
    if match is None:
        return None
    pieces = line.pieces[index : match[0]]
    lone = len(pieces[0].text) == 1 and pieces[0].text.isalpha() and not line.glued(index + 1)
    if lone or any(piece.text[0].islower() for piece in pieces):
        return None
    return match


def _past_minus(line: Line, index: int) -> int:
    """Past the sign of a negative figure: after white space, glued to digits."""
    following = line.at(index + 1)
    signed = line.lower(index) in {"-", "−"} and not line.glued(index) and index > 0
    return index + 1 if signed and following is not None and following.glued and following.digits else index


def _millions(line: Line, found: Numeral, money: bool) -> Numeral:
    """ "$5m" and "5m people" are millions, "5m" alone is metres."""
    piece = line.at(found.end)
    if found.style != "digits" or piece is None or piece.lower != "m" or found.scale != 1:
        return found
    after = line.sentence.tokens[line.following(piece.end) :][:1]
    people = bool(after) and after[0].tag == "NNS" and piece.glued
    if not money and not people:
        return found
    value = found.low * MILLION
    return replace(found, end=found.end + 1, low=value, high=value, scale=MILLION)


def _unit(line: Line, index: int) -> tuple[int, Unit | None]:
    """The unit after a numeral, with the hyphen before it, and the index after both."""
    joined = line.lower(index) in HYPHENS and line.glued(index) and line.glued(index + 1)
    more = line.lower(index) in {"additional", "extra", "more", "further"}
    match = line.matched(index + 1 if joined or more else index, lexicon().units)
    if match is None:
        return index, None
    end, unit = match
    measured = not unit.of or line.lower(end) == "of"
    word = line.at(end)
    whole = word is None or not word.glued or not word.text.isalnum()
    return (end, unit) if measured and whole else (index, None)
