"""Numerals: figures, spelled-out numbers and vague number words, with their values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sayso.stages.numbers.lexicon import lexicon
from sayso.stages.numbers.pieces import HYPHENS, Line

DOZEN = 12
LARGEST = 1e18
"""What anybody counts, at most: longer figures are keys and noise, and a float of 400 digits is infinite."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """`end` is the index after its last piece; `scale` the factor of its scale words, 1 where it has none.

    `by` is the id of the vague word, None for exact words and figures.
    """

    end: int
    low: float
    high: float | None
    style: Literal["digits", "words", "vague"]
    exact: bool = True
    scale: float = 1
    by: str | None = None


def numeral(line: Line, index: int) -> Numeral | None:
    """The numeral that begins at this piece; None as well where it is beyond any count."""
    found = _read(line, index)
    return found if found is not None and max(found.low, found.high or 0) <= LARGEST else None


def _read(line: Line, index: int) -> Numeral | None:
    piece = line.at(index)
    if piece is None:
        return None
    if piece.digits:
        return _scaled(line, Numeral(index + 1, piece.value, piece.value, "digits"))
    return _vague(line, index) or _halved(line, index) or _spelled(line, index)


def _vague(line: Line, index: int) -> Numeral | None:
    """ "several", "dozens", "a few hundred": a scale closes the open side below the next scale."""
    found = line.matched(index, lexicon().vague)
    if found is None:
        return None
    end, word = found
    plain = Numeral(end, word.low, word.high, "vague", exact=False, by=word.id)
    if word.scaled:
        after = end + 1 if line.lower(end) == "of" else end
        factor, after = _scale(line, after)
        if factor > 1:
            high = factor * 10 - 1 if factor != DOZEN else 99
            return replace(plain, end=after, low=word.low * factor, high=high, scale=factor)
    return plain if word.needs in (None, line.lower(end)) else None


def _halved(line: Line, index: int) -> Numeral | None:
    """ "half a million"."""
    if line.lower(index) != "half" or line.lower(index + 1) not in {"a", "an"}:
        return None
    factor, end = _scale(line, index + 2)
    return Numeral(end, factor / 2, factor / 2, "words", exact=False, scale=factor) if factor > 1 else None


def _scaled(line: Line, plain: Numeral) -> Numeral:
    """The numeral times the scale words after it ("4 thousand", "2.5bn", "two dozen", "two and a half million")."""
    low, end, exact = plain.low, plain.end, plain.exact
    if [line.lower(end + n) for n in range(3)] == ["and", "a", "half"]:
        low, end = low + 0.5, end + 3
    factor, end = _scale(line, end)
    low = round(low * factor, 6)
    return replace(plain, end=end, low=low, high=low, scale=plain.scale * factor, exact=exact and factor != DOZEN)


def _scale(line: Line, index: int) -> tuple[float, int]:
    """The product of the scale words from here on, and the index after them. A hyphen may join the first."""
    words, factor = lexicon(), 1.0
    while True:
        joined = line.lower(index) in HYPHENS and line.glued(index) and line.glued(index + 1)
        at = index + 1 if joined else index
        word = line.lower(at)
        if word in words.scales:
            factor *= words.scales[word]
        elif word == "dozen":
            factor *= DOZEN
        elif word in words.short_scales and not joined and (line.glued(at) or len(word) > 1):
            factor *= words.short_scales[word]
        else:
            return factor, index
        index = at + 1


def _spelled(line: Line, index: int) -> Numeral | None:
    """ "two hundred and sixty-six", "a thousand". A lone "a hundred" is rounded by its words."""
    words = lexicon()
    if line.lower(index) in {"a", "an"}:
        factor, end = _scale(line, index + 1)
        if factor == 1 or line.lower(index + 1) not in words.scales:
            return None
        rest = _sum(line, end + 1, below=factor) if line.lower(end) == "and" else None
        low = factor + rest[0] if rest else factor
        return Numeral(rest[1] if rest else end, low, low, "words", exact=rest is not None, scale=factor)
    found = _sum(line, index, below=float("inf"))
    if found is None:
        return None
    value, end, scale = found
    return _scaled(line, Numeral(end, value, value, "words", scale=scale))


def _sum(line: Line, index: int, below: float) -> tuple[float, int, float] | None:
    """Number words joined as English joins them: value, index after them and greatest scale."""
    total, largest, end = 0.0, 1.0, index
    while True:
        hundreds = _below_thousand(line, end)
        if hundreds is None:
            break
        value, after = hundreds
        factor, scaled_end = _thousands(line, after)
        if total and (factor >= below or value * factor >= below):
            break
        total, end, below = total + value * factor, scaled_end, factor
        largest = max(largest, factor)
        if factor == 1:
            break
        if line.lower(end) == "and" and line.lower(end + 1) in lexicon().words:
            end += 1
    if end > index and line.lower(end - 1) == "and":
        end -= 1
    return (total, end, largest) if end > index else None


def _thousands(line: Line, index: int) -> tuple[float, int]:
    factor = lexicon().scales.get(line.lower(index), 1)
    return (factor, index + 1) if factor > 100 else (1, index)


def _below_thousand(line: Line, index: int) -> tuple[float, int] | None:
    """ "two hundred and sixty-six", "sixty-six", "twelve hundred"."""
    tens = _below_hundred(line, index)
    if tens is None:
        return None
    value, end = tens
    if line.lower(end) != "hundred":
        return value, end
    value, end = value * 100, end + 1
    skip = 1 if line.lower(end) == "and" else 0
    rest = _below_hundred(line, end + skip)
    return (value + rest[0], rest[1]) if rest else (value, end)


def _below_hundred(line: Line, index: int) -> tuple[float, int] | None:
    words = lexicon().words
    value = words.get(line.lower(index))
    if value is None:
        return None
    hyphen = line.lower(index + 1) in HYPHENS and line.glued(index + 1) and line.glued(index + 2)
    unit = words.get(line.lower(index + 2 if hyphen else index + 1), 0)
    if value >= 20 and 1 <= unit <= 9:
        return value + unit, index + (3 if hyphen else 2)
    return value, index + 1
