"""Furniture of a page: headline, byline, dateline, captions, leftovers, editorial insertions."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from sayso.stages.sections.blocks import Block

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?"
PLACE = r"[A-Z][A-Z'.]+(?:[ -][A-Z][A-Z'.]+){0,3}(?:, [A-Z][\w. ]{1,20})?"
AGENCY = r"\([A-Z][^()]{1,40}\)"
DATELINE = re.compile(
    rf"(?:\[{DAY}\]\s*)?(?:{PLACE}(?:, {DAY})?\s*{AGENCY}\s*[-–—:]+"
    rf"|{PLACE}, {DAY}\s*(?:[-–—:]+|\.(?=\s))"
    rf"|{PLACE}\s*[–—]+"
    r")\s*"
)
ONLY_DATE = re.compile(
    rf"(?:[A-Z][\w. ]{{1,30}}, )?(?:\w+day,?\s+)?(?:{DAY}|\d{{4}}-\d\d-\d\d)(?:,?\s+\d{{4}})?"
    r"(?:[,;|\s–—-]+\d{1,2}[:.]\d\d.*)?$"
)
BYLINE = re.compile(r"(?:By|BY|Reported by|Text:)\s+(?!the\b)[A-Z][\w.' -]+(?:,| and |$)")
CAPTION = re.compile(
    r"(?:file )?(?:photo|image|picture|caption|graphic|video|map)s?\s*(?:by\s[\w ]+)?[:/]", re.IGNORECASE
)
LEFTOVER = re.compile(
    r"[\[(]?(?:read (?:also|more|next|full)|see also|related|share\b|subscribe|follow (?:us|the|@)|sign up|©|copyright"
    r"|.{0,60}all rights reserved|advertisement|send a link|print this|click here|to top of|back to top"
    r"|comments?\s*(?:\(|are|$)|\(?(?:additional )?reporting by|\(?editing by|on (?:youtube|twitter|facebook|telegram)"
    r"|most (?:read|popular)|this material may not|registered as|cookies?\b|terms of)",
    re.IGNORECASE,
)
BANNED = (
    r"\((?:which is |an organi[sz]ation )?(?:banned|outlawed|prohibited|forbidden|recogni[sz]ed as|designated|declared"
    r"|listed as|labell?ed|deemed|considered)\b[^()]{0,90}\)"
)
EDITOR = (
    r"[\[(](?:sic|[^()\[\]]{0,80}[-–—]\s*ed(?:itor|s)?\b\.?(?:'s note)?"
    r"|ed(?:itor)?(?:\.|'s) ?(?:note)?[^()\[\]]{0,120})\s*[\])]"
)
INSERTION = re.compile(f"{BANNED}|{EDITOR}", re.IGNORECASE)
LONGEST_HEADLINE = 220
LONGEST_LEFTOVER = 90
SAME = 90.0
"""rapidfuzz ratio, 0..100, from which two headlines are one."""


def is_headline(block: Block, title: str | None, first: bool) -> bool:
    """It repeats the title; or it opens the text and reads like a title: short, and no sentence."""
    words = block.words
    if len(words) > LONGEST_HEADLINE or is_byline(block) or ONLY_DATE.match(words):
        return False
    if title is not None:
        return same_title(words, title)
    if first:
        return not words.endswith((".", "?", ":", ";", ",")) and DATELINE.match(words) is None
    return words.isupper() and len(words.split()) > 1 and not words.endswith(".")


def same_title(one: str, other: str) -> bool:
    """The same headline but for quote marks, case and small differences."""
    plain = [re.sub(r"\W+", " ", words).strip().lower() for words in (one, other)]
    return fuzz.ratio(*plain) >= SAME


def is_byline(block: Block) -> bool:
    """ "By Jane Roe" and its like: short, and no sentence."""
    return len(block.words) < 120 and BYLINE.match(block.words) is not None and not block.words.endswith("?")


def dateline(words: str) -> int:
    """Length of the dateline a paragraph opens with; 0 where it has none."""
    match = DATELINE.match(words)
    return match.end() if match and match.end() < len(words) else 0


def is_leftover(block: Block) -> bool:
    """A phrase that belongs to the page, not to the article."""
    return len(block.words) <= 2 * LONGEST_LEFTOVER and LEFTOVER.match(block.words) is not None


def is_tail(block: Block) -> bool:
    """At the end of a page: short and no sentence, such as a name or "on YouTube"."""
    return len(block.words) <= LONGEST_LEFTOVER and not block.closed
