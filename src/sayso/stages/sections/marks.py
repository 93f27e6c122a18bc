"""Marks: what stands before the words of a turn ("- ", "Q: ", "Remizov: ", "[Peres] "), and lines that stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sayso.vocabulary import naming
from sayso.vocabulary.dates import MONTH
from sayso.vocabulary.load import vocabulary

Style = Literal["letter", "name"]

CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
ARTICLE = r"(?:(?:a[dhlnrstz]|ash|e[dhlnrstz]|esh|ul|d)[-'’])?"
"""What a name may begin with before its capital: "al-Assad", "d'Estaing"."""
WORD = rf"{ARTICLE}{CAPITAL}[\w.'’/-]*"
FIRST = r"(?:(?:de|da|di|del|della|der|den|van|von|al|el|bin|le|du)\s){0,2}"
PARTICLES = r"(?:(?:de|da|di|del|della|der|den|van|von|al|el|bin|ben|la|le|du|of|the|and|for)\s)*"
WHO = rf"(?P<who>{FIRST}{WORD}(?:[ ]{PARTICLES}{WORD}){{0,5}}(?:[ ]\d{{1,2}})?)"
ROLE = r"(?:,[ ][A-Z][A-Z0-9 ,.&'’/-]{2,80})?"
ASIDE = r"(?:[ ]?[(\[][^()\[\]\r\n]{1,60}[)\]])?"
COLON = r"(?:[ ]?:)"
BOLD = r"(?:\*\*|__)"
CLOCK = r"(?:[ ]?[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]])?"
"""When it is said, after the colon: "Vera Holt: (01:20)"."""
NAME = re.compile(
    rf"{BOLD}?{WHO}(?:{ASIDE}{ROLE}|{ROLE}{ASIDE}){BOLD}?{COLON}{BOLD}?{CLOCK}(?:\s+(?=\S)|(?=[^\W\d]|[\"“‘…])|\s*$)"
)
BRACKET = re.compile(rf"(?:\[|\(\(){WHO}(?:\]|\)\)):?\s+(?=\S)")
TIME = r"(?:[ \t]+\d{1,2}:\d\d(?::\d\d)?)?"
ABOVE = re.compile(rf"{WHO}{TIME}[ \t]*[\r\n]\s*(?=\S)")
LINE_NAME = re.compile(rf"^[ \t]*(?P<line>{WHO}{TIME})[ \t]*$\s*(?P<next>\S[^\r\n]*)?", re.MULTILINE)
INITIALS = re.compile(rf"(?P<who>(?:{CAPITAL}\.\s?){{1,3}})\s?[-–—]\s+(?=\S)")
LETTER = re.compile(
    rf"{BOLD}?(?P<who>Q|A|Question|Answer|QUESTION|ANSWER)\s?\d{{0,2}}{BOLD}?\s?[.:]{BOLD}?(?:\s+(?=\S)|\s*$)"
)
COLUMN = re.compile(r"(?P<who>Q)(?:\s{2,}|\t|\s(?=[A-Z]))(?=\S)")
DASH = re.compile(r"[-–—](?![-–—])\s*(?=\S)|--\s*(?=\S)")
LONGEST = 140
"""Characters of the longest label."""

DAY = rf"(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?"
ONLY_DATE = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|issued|modified|date)(?: on| at)?\s*[:|–—-]?\s*)?"
    rf"(?:[A-Z][\w. ]{{1,30}}, )?(?:\w+day,?\s+)?(?:{DAY}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r"(?:,?\s+\d{4})?(?:[,;|•\s–—-]+(?:\d{1,2}[:.]\d\d.*|\d+ ?min\b.*|(?:interview|article|news|press release)))?$",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S[^\r\n]{0,200}$", re.IGNORECASE)
STAMP = re.compile(rf".{{0,60}}\b{DAY},?\s.{{0,3}}\d{{1,2}}[:.]\d\d\b.{{0,20}}$", re.IGNORECASE)
NUMBERED = re.compile(r"speaker \d+$", re.IGNORECASE)
PARENTHESIS = re.compile(r"\([^()\r\n]*\)$")


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label: its words, its length with the space after it, and whether it is a letter or a name."""

    who: str
    length: int
    style: Style

    @property
    def key(self) -> str:
        """The same for "JOHN KIRBY", "MR. KIRBY" and "Kirby"."""
        return self.who.rstrip(" .").split()[-1].strip(".").casefold()

    @property
    def asks(self) -> bool:
        """The label itself says that its turn asks."""
        return self.who.strip(" .").casefold() in words("asker")

    @property
    def numbered(self) -> bool:
        """The label tells voices apart without naming them, such as "Speaker 2"."""
        return NUMBERED.match(self.who) is not None

    @property
    def answers(self) -> bool:
        """The label itself says that its turn answers."""
        return self.who.strip(" .").casefold() in words("answerer")


def of(text: str) -> Label | None:
    """The label that a block or a line begins with."""
    head = text[: LONGEST + 1]
    if match := INITIALS.match(head):
        return Label(match["who"], match.end(), "name")
    if match := LETTER.match(head) or COLUMN.match(head):
        return Label(match["who"], match.end(), "letter")
    match = NAME.match(head) or BRACKET.match(head) or ABOVE.match(head)
    if match is None or not _speaker(match["who"]):
        return None
    return Label(match["who"], match.end(), "name")


def stopped(text: str) -> Label | None:
    """The label that a block begins with where a full stop closes it, as in records of parliaments: "Mr. HOLT. I …"."""
    match = _stopped().match(text[: LONGEST + 1])
    return Label(match["who"], match.end(), "name") if match else None


@cache
def _stopped() -> re.Pattern[str]:
    """A title with a name, or an office alone after "The"."""
    office, address = naming.titles()
    titles = "|".join(sorted(map(_capitalised, office | address), key=lambda title: (-len(title), title)))
    offices = "|".join(sorted(map(_capitalised, office), key=lambda title: (-len(title), title)))
    name = rf"(?:[ ]{PARTICLES}{ARTICLE}{CAPITAL}(?:\.|[\w'’-]+)){{1,3}}(?: of {CAPITAL}\w+(?: {CAPITAL}\w+)?)?"
    return re.compile(rf"(?P<who>(?:{titles}){name}|[Tt]he (?:{offices}))\.\s+(?=[\"“(\[]?{CAPITAL})")


def _capitalised(title: str) -> str:
    """A pattern for the title with capitals: "Vice President", "VICE PRESIDENT"."""
    return rf"{re.escape(title.title())}|{re.escape(title.upper())}"


def _speaker(who: str) -> bool:
    first = re.split(r"[\s./]", who, maxsplit=1)[0].casefold()
    return first not in words("no-speaker") and who.rstrip(" .").casefold() not in words("remark")


def only_label(line: str) -> bool:
    """The line is a label and nothing else."""
    found = of(line)
    return found is not None and found.length >= len(line)


def names_above(characters: str) -> frozenset[str]:
    """Names that stand on lines of their own above what their bearers say: at least two, each at least twice.

    What follows such a line is a sentence, so that headings and names in lists do not count.
    """
    found: dict[str, list[str]] = {}
    for match in LINE_NAME.finditer(characters):
        if _speaker(match["who"]) and (match["next"] or "").rstrip("\"'”’)").endswith((".", "?", "!", "…")):
            found.setdefault(match["who"], []).append(match["line"])
    often = [lines for lines in found.values() if len(lines) > 1]
    return frozenset(line for lines in often for line in lines) if len(often) > 1 else frozenset()


def alone(line: str) -> bool:
    """The line belongs to no paragraph: a date, an address of a page, a remark in parentheses."""
    return any(form.match(line) for form in (ONLY_DATE, ADDRESS, PARENTHESIS))


def dash(text: str) -> int:
    """Length of the dash a block begins with; 0 where it begins with none."""
    match = DASH.match(text)
    return match.end() if match else 0


@cache
def _entries() -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in vocabulary("interviews")}


@cache
def words(entry: str) -> frozenset[str]:
    """The words of a vocabulary entry."""
    return frozenset(map(str, _entries()[entry]["words"]))


@cache
def pattern(entry: str) -> re.Pattern[str]:
    """The patterns of a vocabulary entry as one."""
    return re.compile("|".join(f"(?:{p})" for p in _entries()[entry]["patterns"]), re.IGNORECASE | re.MULTILINE)
