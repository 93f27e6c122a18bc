"""Odds: a likelihood that a voice puts in a number itself ("a 60 percent chance", "a one in ten chance")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.document.records import Level, Polarity
from sayso.document.syntax import Sentence, Token
from sayso.factuality.lexicon import Effect, Entry, Match, Range, lexicon

WIDEST = 8
"""Tokens that a number may take before its noun, or after the verb of its noun."""
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTS = {word: number for number, word in enumerate(UNITS, start=1)}
NUMBER = r"\d{1,3}(?:\.\d+)?"
PERCENT = re.compile(
    rf"(?P<low>{NUMBER})(?: ?(?:-|–|to|%? to|or) ?(?P<high>{NUMBER}))? ?-? ?(?:%|percent|per cent|per-cent)(?: ?-)?$"
)
ONE_IN = re.compile(rf"(?P<of>{'|'.join(COUNTS)}|\d+) ?-? ?in ?-? ?(?:a )?(?P<all>{'|'.join(COUNTS)}|\d+)$")
TENS = dict(
    zip(
        ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        range(10, 100, 10),
        strict=True,
    )
)
RATIO = re.compile(rf"(?P<of>{'|'.join(TENS)}|\d{{1,2}}) ?(?::|/|-|–|to) ?(?P<against>{'|'.join(TENS)}|\d{{1,2}})$")
LOW, EVEN, HIGH = 0.2, 0.45, 0.55
"""Below the first it is rather not so, above the last rather so; between them it may be."""


def stated(sentence: Sentence, noun: Token) -> Match | None:
    """The number before a noun of likelihood, or the one that its clause puts it at."""
    entry = lexicon().numbered.get(noun.lemma.lower())
    if entry is None:
        return None
    return _before(sentence, noun, entry) or _after(sentence, noun, entry)


def _before(sentence: Sentence, noun: Token, entry: Entry) -> Match | None:
    return _read(sentence.tokens[max(0, noun.index - WIDEST) : noun.index], (noun,), entry)


def _after(sentence: Sentence, noun: Token, entry: Entry) -> Match | None:
    """ "is put at 70 to 80 percent", "stands at 60 percent", "is 10 percent"."""
    verb = sentence.head(noun)
    if noun.dep not in {"nsubj", "nsubjpass"} or verb.index < noun.index:
        return None
    after = sentence.tokens[verb.index + 1 : verb.index + WIDEST]
    unit = next((i for i, t in enumerate(after) if t.lower in {"%", "percent", "cent"}), None)
    return _read(after[: unit + 1], (noun,), entry) if unit is not None else None


def _read(tokens: tuple[Token, ...], noun: tuple[Token, ...], entry: Entry) -> Match | None:
    words = " ".join(token.lower for token in tokens)
    found = PERCENT.search(words) or ONE_IN.search(words)
    share = _share(found) if found is not None else None
    if found is None or share is None:
        return None
    skipped = words[: found.start()].count(" ") if found.start() else 0
    taken = (*tokens[skipped:], *noun)
    return Match(_of_share(entry, share), tuple(sorted(taken, key=lambda t: t.index)))


def _share(found: re.Match[str]) -> Range | None:
    """The number as a share of 1; None for one that is no probability."""
    given = found.groupdict()
    if "against" in given:
        of, against = (float(TENS.get(given[name], 0) or given[name]) for name in ("of", "against"))
        low = high = of / 100 if of + against == 100 else 2.0
    elif "all" in given:
        of, all_ = (float(COUNTS.get(given[name], 0) or given[name]) for name in ("of", "all"))
        low = high = of / all_ if all_ else 2.0
    else:
        low = float(given["low"]) / 100
        high = float(given["high"] or given["low"]) / 100
    return (round(low, 3), round(high, 3)) if 0 <= low <= high <= 1 else None


def level_of(share: Range) -> tuple[Level, Polarity]:
    """The level and polarity that a number stands for."""
    middle = sum(share) / 2
    if middle < LOW:
        return "probable", "negative"
    return ("probable" if middle > HIGH else "possible"), "positive"


def _of_share(entry: Entry, share: Range) -> Entry:
    """The entry with the level and polarity that a number stands for."""
    return entry.with_effect(Effect(*level_of(share)), share)


def named_share(tokens: Sequence[Token]) -> tuple[Range, tuple[Token, ...]] | None:
    """The first number in some words that says how likely a thing is: "at one in three", "60:40"."""
    for end in range(2, len(tokens) + 1):
        part = tokens[max(0, end - WIDEST) : end]
        words = " ".join(token.lower for token in part)
        found = PERCENT.search(words) or ONE_IN.search(words) or RATIO.search(words)
        share = _share(found) if found is not None else None
        if found is not None and share is not None:
            return share, tuple(part[words[: found.start()].count(" ") :])
    return None
