"""Furniture of a page: headline, byline, dateline, captions, leftovers, editorial insertions."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from sayso.stages.sections import marks
from sayso.stages.sections.blocks import Block
from sayso.stages.sections.marks import DAY, ONLY_DATE

PLACE = r"[A-Z][A-Z'.]+(?:[ -][A-Z][A-Z'.]+){0,3}(?:, [A-Z][\w. ]{1,20})?"
TOWN = r"[A-Z][\w'.]+(?:[ -][A-Z][\w'.]+){0,2}"
AGENCY = r"\([A-Z][^()]{1,40}\)"
DATELINE = re.compile(
    rf"(?:\[{DAY}\]\s*)?(?:{PLACE}(?:, {DAY})?\s*{AGENCY}\s*[-–—:]+"
    rf"|{PLACE}, {DAY}\s*(?:[-–—:]+|\.(?=\s))"
    rf"|{TOWN}, {DAY}\s*(?:{AGENCY}\s*)?[-–—:]+"
    rf"|{PLACE}\s*[–—]+"
    r")\s*"
)
BYLINE = re.compile(r"(?:By|BY|Reported by|Text:)(?:\s+(?!the\b)[A-Z][\w.' -]+(?:,| and |$)|$)")
CREDIT = re.compile(
    r"(?:\b(?:REUTERS|AFP|AP|EPA|TASS|Getty Images|Xinhua|Anadolu)\s?/\s?[A-Z][\w .'-]{2,40}|"
    r"\((?:AP|AFP|Reuters|REUTERS|EPA|Getty)[^()]{0,40}(?:[Pp]hoto|/)[^()]{0,40}\)"
    r"|\b(?:Photo|Credit)s?:? [A-Z][\w .'/-]{2,40})$"
)
CAPTION = re.compile(
    r"(?:file )?(?:photo|image|picture|caption|graphic|video|map)s?\s*(?:by\s[\w ]+)?[:/]", re.IGNORECASE
)
LEFTOVER = re.compile(
    r"[\[(]?(?:read (?:also|more|next|full|transcript)|see also\b|related(?: \w+)?(?::|$)"
    r"|share(?: (?:this|on|via|with)\b|:|$)|subscribe\b"
    r"|follow (?:us\b|@|the [\w ]{1,30} (?:on|by)\b|\w+ on (?:youtube|twitter|facebook|telegram|instagram))|sign up\b"
    r"|©|copyright\b|.{0,60}all rights reserved|advertisement$|send a link|print this|click here|to top of|back to top"
    r"|top of page|skip to\b|slideshow\b|comments?\s*(?:\(|are closed|$)|\(?(?:additional )?reporting by"
    r"|\(?editing by|on (?:youtube|twitter|facebook|telegram)$|most (?:read|popular)(?::|$)|this material may not"
    r"|cookies?(?: policy|:|$)|terms of (?:use|service)|https?://|www\.\S+$)",
    re.IGNORECASE,
)
END = re.compile(
    r"(?:comments?(?: \(\d+\))?|leave a (?:reply|comment)|post a comment|tags|latest(?: news)?|you may also like"
    r"|related (?:articles|content|news|posts|stories|topics)|most (?:read|popular)|more (?:news|from [\w ]{2,30}))"
    r"\W*$",
    re.IGNORECASE,
)
BANNED = (
    r"\((?:which is |an organi[sz]ation )?(?:banned|outlawed|prohibited|forbidden|recogni[sz]ed (?:as|in)|designated"
    r"|declared|listed as|labell?ed|deemed|considered)\b[^()]{0,90}\)"
)
EDITOR = (
    r"[\[(](?:sic|[^()\[\]]{0,80}[-–—]\s*ed(?:itor|s)?\b\.?(?:'s note)?"
    r"|ed(?:itor)?(?:\.|'s) ?(?:note)?[^()\[\]]{0,120})\s*[\])]"
)
INSERTION = re.compile(f"{BANNED}|{EDITOR}", re.IGNORECASE)
LONGEST_HEADLINE = 220
LONGEST_LEFTOVER = 90
DECK = 5
"""Words from which a line under the headline that closes no sentence is a second headline."""
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
        return not (words.endswith((".", ":", ";", ",")) or DATELINE.match(words) or _opens_talk(words))
    return words.isupper() and len(words.split()) > 1 and not words.endswith(".")


def _opens_talk(words: str) -> bool:
    """A first turn, not a headline: a dash, a letter, or a question with a name before it."""
    label = marks.of(words)
    if label is None:
        return marks.dash(words) > 0
    return label.style == "letter" or label.asks or (label.who.isupper() and words.endswith("?"))


def is_deck(block: Block) -> bool:
    """Under a headline: long enough for a clause, and no sentence."""
    if block.closed or len(block.words) > LONGEST_HEADLINE or block.words[-1] in ",;-–—" or is_item(block):
        return False
    return len(block.words.split()) >= DECK and not is_talk(block)


def is_item(block: Block) -> bool:
    """It is an item of a list."""
    return block.words[0] in "•*-–—#>"


def is_talk(block: Block) -> bool:
    """It begins as a turn does, or announces one."""
    return bool(marks.dash(block.words) or marks.of(block.words) or marks.pattern("announced").search(block.words))


def same_title(one: str, other: str) -> bool:
    """The same headline but for quote marks, case and small differences."""
    plain = [re.sub(r"\W+", " ", words).strip().lower() for words in (one, other)]
    return fuzz.ratio(*plain) >= SAME


def is_byline(block: Block) -> bool:
    """ "By Jane Roe" and its like: short, and no sentence."""
    return len(block.words) < 120 and BYLINE.match(block.words) is not None and not block.words.endswith("?")


def is_caption(block: Block) -> bool:
    """It says that it is one, or ends with the credit of a picture."""
    return CAPTION.match(block.words) is not None or CREDIT.search(block.words[-100:]) is not None


def dateline(words: str) -> int:
    """Length of the dateline a paragraph opens with; 0 where it has none."""
    match = DATELINE.match(words)
    return match.end() if match and match.end() < len(words) else 0


def is_leftover(block: Block) -> bool:
    """A phrase that belongs to the page, not to the article."""
    return block.bare or (len(block.words) <= 2 * LONGEST_LEFTOVER and LEFTOVER.match(block.words) is not None)


def is_aside(block: Block) -> bool:
    """A remark of a stenographer that stands alone, such as "(APPLAUSE)" or "(01:20)"."""
    return block.words[0] in "([" and marks.pattern("aside").fullmatch(block.words) is not None


def is_tail(block: Block) -> bool:
    """At the end of a page: short and no sentence, such as a name or "on YouTube"."""
    return len(block.words) <= LONGEST_LEFTOVER and not block.closed


def is_end(block: Block) -> bool:
    """What follows the article on the page begins here ("Comments", "Tags:")."""
    return len(block.words) <= LONGEST_LEFTOVER and END.match(block.words) is not None
