"""The vocabulary of times, compiled: rules as regular expressions, and the words that make a rule worth trying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.stages.times import numerals
from sayso.vocabulary.load import vocabulary

ABBREVIATED_DAYS = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?"
YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\d%]|,\d|\.\d|['’]?s\b|-(?:year|strong|meter|man|seat))"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ZONE = (
    r"(?:(?:local|Eastern|Central|Pacific|Greenwich|Moscow)(?: (?:standard|daylight|mean))?(?: time)?|GMT|UTC|EST|EDT|"
    r"CST|CDT|MST|MDT|PST|PDT|CET|BST|ET|PT|CT)\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of `vocabulary/times.yaml`; the fields are described there. `order` is its place in the file."""

    id: str
    means: str
    needs: str
    pattern: re.Pattern[str]
    guard: str | None
    value: str | None
    order: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`triggers` maps a word to the lists it is in; `words` are those lists; `before` are patterns on what precedes."""

    rules: tuple[Rule, ...]
    triggers: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, Any]]
    edge: re.Pattern[str]
    edges: Mapping[str, str]
    about: re.Pattern[str]
    scheduled: frozenset[str]
    planned: frozenset[str]
    announced: frozenset[str]
    telling: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The compiled vocabulary, once per process."""
    data = vocabulary("times")
    pieces = _pieces(data)
    rules = tuple(_rule(order, item, pieces) for order, item in enumerate(data["rules"]))
    edges = {words: kind for kind, phrases in data["edges"].items() for words in phrases}
    return Lexicon(
        rules,
        _triggers(data["words"]),
        data["words"],
        re.compile(rf"\b(?:the\s+(?=early|mid|late))?({_any(edges)})(?:[ -]|\s+in\s+|\s+)(?:the )?$", re.IGNORECASE),
        edges,
        re.compile(rf"\b(?:{_any(data['about'])})\s+$", re.IGNORECASE),
        *(frozenset(data[name]) for name in ("scheduled", "planned", "announced", "telling")),
    )


def _rule(order: int, item: Mapping[str, Any], pieces: Mapping[str, str]) -> Rule:
    pattern = item["pattern"]
    for name, piece in pieces.items():
        pattern = pattern.replace("{" + name + "}", piece)
    spaced = re.sub(r"(?<!\[) (?!\?|\])", r"[\\s\\u00a0]+", pattern)
    compiled = re.compile(rf"(?<![\w$€£.])(?:{spaced})(?!\w)", re.IGNORECASE)
    return Rule(item["id"], item["means"], item["needs"], compiled, item.get("guard"), item.get("is"), order)


def _triggers(words: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Each word of the lists (the first of several), in small letters and without a dot, with its lists."""
    found: dict[str, list[str]] = {}
    for name, entries in words.items():
        for entry in entries:
            first = str(entry).split()[0]
            found.setdefault(first if first.endswith("clock") else re.split("['’]", first)[0], []).append(name)
    for word in ("first", "second", "third", "fourth", "last", "latter"):
        found.setdefault(word, []).append("half")
    for word in ("eighteen", "nineteen", "twenty"):
        found.setdefault(word, []).append("spoken")
    return {word: tuple(dict.fromkeys(names)) for word, names in found.items()}


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first, so that "may day" is tried before "may"."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))).replace(r"\ ", r"\s+")


def _names(words: Iterable[str]) -> str:
    """Names in capitals only: `Friday`, `FRIDAY`, never `friday`."""
    spelled = [form for word in words for form in (word.title().replace("'S", "'s").replace("’S", "’s"), word.upper())]
    return f"(?-i:{_any(spelled)})"


def _pieces(data: Mapping[str, Any]) -> dict[str, str]:
    """The regular expression behind each {piece}."""
    words = data["words"]
    month = _names(m for m in words["month"] if len(m) > 4 or m in {"june", "july", "may"})
    short = _names(m for m in words["month"] if len(m) <= 4 and m not in {"june", "july", "may"})
    months = rf"(?:{month}|{short}\b\.?)"
    weekdays = _names(words["weekday"])
    number = rf"(?:{_number(data['vague'])})"
    small = numerals.WORD
    return {
        "anyweekday": rf"(?:{weekdays}|(?-i:{ABBREVIATED_DAYS}))",
        "month2": months,
        "month": rf"(?P<month>{months})",
        "dayno": DAY,
        "day": rf"(?P<day>{DAY})(?:st|nd|rd|th)?(?![\d%]|[:,.]\d|\w)",
        "yearno": YEAR,
        "year": rf"(?P<year>{YEAR})",
        "weekdays": _names(words["weekdays"]),
        "weekday": rf"(?P<weekday>{weekdays})",
        "daypart": rf"(?P<daypart>{_any(words['daypart'])})",
        "season": rf"(?P<season>{_any(words['season'])})",
        "deictic": rf"(?P<deictic>{_any(words['deictic'])})",
        "decade": _any(words["decade"]),
        "holiday": rf"(?P<holiday>{_names(words['holiday'])})",
        "ordinalword": rf"(?:twenty-first|{_any(numerals.ORDINALS)})",
        "smallnumber": small,
        "number2": rf"(?P<number2>{number})",
        "number": rf"(?P<number>{number})",
        "pluralunit": _any(w for w in words["unit"] if w.endswith("s") and w != "seconds"),
        "oneunit": rf"(?P<unit>{_any(w for w in words['unit'] if not w.endswith('s'))})",
        "oneunit2": "(?P<longunit>day|week|month|year|hour|decade|century)",
        "endunit": r"(?P<end>end)",
        "unit": rf"(?P<unit>{_any(words['unit'])})",
        "cycle": rf"(?P<cycle>{_any(words['cycle'])})",
        "zone": rf"(?P<zone>{ZONE})",
    }


def _number(vague: Iterable[str]) -> str:
    scale = rf"(?:[ -](?:{'|'.join(numerals.SCALES)}))?"
    return (
        rf"half an?|a dozen|{_any(vague)}|(?:{numerals.FIGURE}|(?:{numerals.WORD}|an?(?= (?:hundred|thousand))){scale})"
        rf"(?: dozen|{scale})|another|single(?=-)|an?|one"
    )
