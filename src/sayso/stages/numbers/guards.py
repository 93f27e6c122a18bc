"""Guards: figures that are no amounts - dates, years, clock times, ages, names, references, coordinates, scores."""

from __future__ import annotations

from collections.abc import Callable

from sayso.stages.numbers.amounts import Amount
from sayso.stages.numbers.counted import Counted
from sayso.stages.numbers.lexicon import lexicon
from sayso.stages.numbers.numerals import numeral
from sayso.stages.numbers.pieces import HYPHENS, Line

YEARS = (1500, 2100)
OLDEST = 120
CLUBS = frozenset({"Group", "Gang", "Committee", "Council"})
"""Before "of" and a number they make a name."""
LONGEST = 10
"""Digits in a row, at most; longer ones are identifiers."""
NAMED = frozenset({"ORG", "PRODUCT", "LAW", "EVENT", "FAC", "WORK_OF_ART", "GPE", "LOC", "PERSON"})
BEFORE_YEAR = frozenset(
    {
        "in",
        "since",
        "by",
        "until",
        "till",
        "the",
        "from",
        "during",
        "late",
        "early",
        "mid",
        "before",
        "after",
        "of",
        "'s",
        "s",
    }
)
BEFORE_DURATION = frozenset(
    {"more", "long", "full", "whole", "consecutive", "straight", "further", "additional", "working", "other", "of"}
)
Guard = Callable[[Line, Amount, Counted | None], bool]


def barred(line: Line, amount: Amount, what: Counted | None) -> bool:
    """The figure is no amount."""
    return any(guard(line, amount, what) for guard in GUARDS)


def _inside_a_word(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "F-16", "G7", "1990s", "34th", "12/03", "14:58", "3-0-1", "info@…2"."""
    first, last = line.pieces[amount.core], line.at(amount.end)
    before = line.at(amount.core - 1)
    if before is not None and first.glued and (before.text[-1].isalnum() or before.text in "-–.,:/@#_°'’\\&=+"):
        return not (before.text == "," and not line.glued(amount.core - 1))
    if last is None or not last.glued:
        return False
    beyond = line.at(amount.end + 1)
    if last.text[0].isalnum():
        return True
    if last.text == "°":
        return True
    if last.text in "/:@_\\=" or last.text in {"'", "’"}:
        return beyond is not None and beyond.glued and beyond.text[0].isalnum()
    return last.text in ".," and beyond is not None and beyond.glued and beyond.digits


def _hyphened(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "34-year-old", "two-way", "9-11", but not "15-member" and units."""
    joined = line.lower(amount.end) in HYPHENS and line.glued(amount.end) and line.glued(amount.end + 1)
    return joined and what is None


def _bare_span(line: Line, amount: Amount, what: Counted | None) -> bool:
    """A score, a vote or a span of years: "3-1", "1990-95", "2-3" without anything counted."""
    words = [line.lower(n) for n in range(amount.core, amount.end)]
    hyphened = amount.ranged and any(word in HYPHENS for word in words)
    if not hyphened:
        return False
    if (
        YEARS[0] <= (amount.numeral.low or 0) <= YEARS[1]
        and "," not in line.pieces[amount.core].text
        and not amount.unit
    ):
        return True
    return what is None and amount.unit is None and amount.numeral.scale == 1 and not amount.hedges


def _duration(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "31 years", "three more days", "20 and 50 years ago": the layer of times keeps them."""
    if what is not None and _is_duration(what.head.lower):
        return True
    at = amount.end
    if line.lower(at) in {"and", "or", "to"} and (joined := numeral(line, at + 1)) is not None:
        at = joined.end
    if line.lower(at) in HYPHENS or line.lower(at) in BEFORE_DURATION or line.lower(at) == "]":
        at += 1
    return amount.unit is None and _is_duration(line.lower(at))


def _is_duration(word: str) -> bool:
    known = lexicon()["durations"]
    return word in known or word.removesuffix("s") in known or word in {"centuries", "millennia"}


def _date_or_clock(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "12 December", "Dec. 12", "16 and 17 October", "8 p.m.", "0800 GMT", "nine o'clock"."""
    if amount.unit is not None:
        return False
    after = line.lower(amount.end)
    clock = after in {"a", "p"} and [line.lower(amount.end + n) for n in (1, 2)] == [".", "m"]
    timed = clock or after in lexicon()["after_clock"] or (after == "o" and line.lower(amount.end + 2) == "clock")
    return timed or _before_month(line, amount.end) or _after_month(line, amount, what)


def _before_month(line: Line, end: int) -> bool:
    """A month follows, perhaps after "of" or after one more day."""
    at = end + 1 if line.lower(end) == "of" else end
    joined = line.at(at + 1)
    if line.lower(at) in {"and", "or", "to", *HYPHENS} and joined is not None and joined.digits:
        at += 2
    month = line.at(at)
    if month is None or month.lower not in lexicon()["months"]:
        return False
    year = line.at(at + 1)
    plain = month.text[0].isupper() or month.lower not in {"may", "march", "mar", "sun"}
    return plain or (year is not None and year.digits)


def _after_month(line: Line, amount: Amount, what: Counted | None) -> bool:
    """A month stands before, and nothing counted after; or a day and a month stand before."""
    at = amount.core - 2 if line.lower(amount.core - 1) == "." else amount.core - 1
    if line.lower(at) not in lexicon()["months"] or not line.pieces[amount.core].digits or amount.open:
        return False
    day = line.at(at - 1)
    return what is None or (day is not None and day.digits)


def _year(line: Line, amount: Amount, what: Counted | None) -> bool:
    """Four figures that read as a year, unless people or plural things are plainly counted."""
    piece, numeral = amount.figure(line), amount.numeral
    plain = piece.digits and len(piece.text) == 4 and numeral.scale == 1 and amount.unit is None
    if not plain or not YEARS[0] <= numeral.low <= YEARS[1] or amount.open:
        return False
    if what is None or not what.direct:
        return True
    if what.head.lemma.lower() in lexicon()["people"]:
        return line.lower(amount.core - 1) == "the"
    round_ = numeral.low % 100 == 0 and what.head.tag in {"NNS", "NNPS"}
    return not round_ or line.lower(amount.core - 1) in BEFORE_YEAR


def _label(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "Article 5", "No. 12", "Resolution 2254": the figure belongs to a name or is a place in an order."""
    at = amount.core - 1
    if line.lower(at) == "." and line.glued(at) and line.lower(at - 1) in lexicon()["labels"]:
        at -= 1
    piece = line.at(at)
    if piece is None or amount.first != amount.core or amount.unit is not None:
        return False
    counts = what is not None and what.direct
    if piece.lower in lexicon()["labels"] and line.token(piece).pos != "VERB":
        return not counts or (piece.text[0].isupper() and at > 0)
    return line.pieces[amount.core].digits and not amount.ranged and _model(line, amount, what)


def _model(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "Boeing 747", "Boeing's 747", "iPhone 4 owners", "their new 787 Dreamliner"."""
    figure, counts = line.token(line.pieces[amount.core]), what is not None and what.direct
    if figure.index == 0:
        return False
    before = line.sentence.tokens[figure.index - 1]
    if before.tag == "POS" and line.sentence.tokens[figure.index - 2].pos == "PROPN":
        return not counts
    if before.pos == "PROPN" and before.text[0].isalpha():
        joined = before.dep in {"compound", "nmod"} and before.head in {figure.index, figure.head}
        return (joined or figure.head == before.index) if counts else not line.headline
    if what is None or not what.direct or what.head.index != figure.index + 1:
        return False
    return what.head.tag == "NNP" and not what.head.text.isupper()


def _named(line: Line, amount: Amount, what: Counted | None) -> bool:
    """A number word with a capital inside a sentence ("the Big Three"), or a figure inside a longer name."""
    piece = line.pieces[amount.core]
    capital = amount.numeral.style != "digits" and piece.text[0].isupper() and not line.headline
    if capital and amount.core > 0 and line.pieces[amount.core - 1].text.isalnum():
        return amount.first == amount.core
    if line.lower(amount.core - 1) == "of" and amount.core > 1 and line.pieces[amount.core - 2].text in CLUBS:
        return True
    token = line.token(piece)
    if amount.unit is not None or amount.hedges or token.entity not in NAMED or (what is not None and what.direct):
        return False
    neighbours = line.sentence.tokens[max(0, token.index - 1) : token.index + 2]
    return any(t.entity == token.entity and t.pos == "PROPN" and t is not token for t in neighbours)


def _age(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "the envoy, 49, said"; "Ali Karim (34)"; "she was 44"."""
    value = amount.numeral.low
    whole = amount.numeral.scale == 1 and value == int(value) and value <= OLDEST and amount.unit is None
    if not whole or amount.ranged or amount.first != amount.core or (what is not None and what.direct):
        return False
    if line.lower(amount.core - 1) == "of" and line.lower(amount.core - 2) in {"age", "ages"}:
        return True
    digits = line.pieces[amount.core].digits
    if digits and line.lower(amount.core - 1) in {",", "("} and line.lower(amount.end) in {",", ")", ";", "."}:
        name = line.at(amount.core - 3 if line.lower(amount.core - 2) == "." else amount.core - 2)
        return name is not None and name.text[0].isalpha() and line.token(name).pos in {"PROPN", "NOUN"}
    return _is_so_old(line, amount)


def _is_so_old(line: Line, amount: Amount) -> bool:
    token = line.token(line.pieces[amount.core])
    verb = line.sentence.head(token)
    subject = line.sentence.child(verb, "nsubj")
    being = token.dep in {"attr", "acomp"} and verb.lemma.lower() in {"be", "turn"} and subject is not None
    return being and subject is not None and (subject.lower in {"he", "she", "i", "who"} or subject.entity == "PERSON")


def _mark(line: Line, amount: Amount, what: Counted | None) -> bool:
    """A list's number ("1. Introduction", "2) …"), a footnote ("[12]"), "#5", a line that is nothing but a figure."""
    before, after = line.lower(amount.core - 1), line.lower(amount.end)
    if not line.pieces[amount.core].digits or amount.unit is not None:
        return False
    if amount.core == 0:
        alone = amount.end == len(line.pieces) or after in {".", ")", ":"}
        return alone or (amount.end == 1 and _ranks(line, what))
    if what is not None:
        return False
    opened = any(piece.text == "(" for piece in line.pieces[: amount.core])
    listed = after == ")" and line.glued(amount.end) and not opened
    bracketed = before == "(" and after == ")" and len(line.pieces[amount.core].text) == 1
    return listed or bracketed or before in {"[", "#"}


def _ranks(line: Line, what: Counted | None) -> bool:
    """ "3 Ted Hansen" opens a line of a ranking."""
    after = line.at(1)
    named = after is not None and len(line.pieces[0].text) <= 2 and line.token(after).tag in {"NNP", "NNPS"}
    counts = what is not None and (what.head.tag != "NNP" or what.head.text.isupper())
    return named and not counts


def _telephone(line: Line, amount: Amount, what: Counted | None) -> bool:
    """Several bare figures in a row ("+44 20 7946 0958"), one that is too long, or with a nought before it ("0615")."""
    if not line.pieces[amount.core].digits or amount.unit is not None:
        return False
    beyond, before = line.at(amount.end), line.at(amount.core - 1)
    figure = line.pieces[amount.core].text
    if line.lower(amount.core - 1) == "+" or (figure.isdigit() and len(figure) > LONGEST):
        return True
    if figure[0] == "0" and figure.isdigit() and len(figure) > 1:
        return True
    return (beyond is not None and beyond.digits) or (before is not None and before.digits)


def _idle_one(line: Line, amount: Amount, what: Counted | None) -> bool:
    """ "no one", "one of them", "one another", "on the one hand"; and "zero tolerance"."""
    numeral = amount.numeral
    if numeral.style != "words" or amount.end - amount.core != 1 or amount.hedges or numeral.low > 1:
        return False
    if what is None or not what.direct or line.lower(amount.core - 1) in {"not", "any"}:
        return True
    return what.head.lemma.lower() in lexicon()["idle_one"] or line.lower(amount.end) in lexicon()["idle_one"]


GUARDS: tuple[Guard, ...] = (
    _inside_a_word,
    _hyphened,
    _bare_span,
    _duration,
    _date_or_clock,
    _year,
    _label,
    _named,
    _age,
    _mark,
    _telephone,
    _idle_one,
)
