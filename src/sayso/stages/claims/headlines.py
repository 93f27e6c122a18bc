"""Headlines that attribute with a colon: "Kremlin: US to blame", "Rebels take port: monitor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS
from sayso.document.records import Claim, Section, Why
from sayso.stages.claims.attributed import form_of
from sayso.stages.claims.speech import Quotes
from sayso.stages.claims.voices import SPEAKING, Voices
from sayso.stages.stage import Inputs

BEFORE = re.compile(r"(?P<who>[A-Z][^:“\"]{1,60}?)(?P<cue>:)\s+(?P<what>\S.{5,})", re.DOTALL)
AFTER = re.compile(r"(?P<what>.{12,}?)(?P<cue>:|\s[-–—])\s+(?P<who>[^:“\"]{3,40})$", re.DOTALL)
RUBRIC = re.compile(
    r"(?:explainer|analysis|opinion|editorial|comment|live|video|watch|exclusive|interview|update|breaking|timeline"
    r"|factbox|profile|q&a|fact check|news analysis|background|review|transcript)s?$",
    re.IGNORECASE,
)
"""Names of a page's column, which speak for nobody."""
OWN_CUE = re.compile(r"[\"“«„][^\"“”«»]+[\"”»]\W*\w")
"""A quotation that more words follow, such as a cue of its own."""
UNNAMED = re.compile(
    r"(?:activists?|officials?|sources?|reports?|monitors?|witnesses|residents|police|army|ministry|minister|media|UN"
    r"|spokes(?:man|woman|person|people)|analysts?|experts?)$",
    re.IGNORECASE,
)


def headline_claims(inputs: Inputs, voices: Voices, quotes: Quotes) -> Iterator[Claim]:
    """The claims of headlines with a colon. A headline that is printed twice claims once."""
    again = repeated(inputs)
    for section in inputs[SECTIONS]:
        if section.kind != "headline" or section.id in again:
            continue
        parts = _parts(inputs.document.characters, section, voices)
        if parts is not None:
            who, cue, content = parts
            form = form_of((content,), quotes, speech=True)
            claim_id = inputs.id("c", (cue,), (content,))
            yield Claim(claim_id, voices.by_words(who), (cue,), (content,), form, Why("rule:claims.headline"))


def repeated(inputs: Inputs) -> frozenset[str]:
    """Ids of the headlines that say again what a headline before them says."""
    seen: set[str] = set()
    again: set[str] = set()
    for section in inputs[SECTIONS]:
        if section.kind == "headline":
            words = " ".join(section.anchor.words(inputs.document.characters).split())
            (again if words in seen else seen).add(section.id if words in seen else words)
    return frozenset(again)


def _parts(characters: str, section: Section, voices: Voices) -> tuple[Anchor, Anchor, Anchor] | None:
    """Source, colon and content; None where the words beside the colon name nobody who can speak."""
    words = section.anchor.words(characters)
    after = AFTER.fullmatch(words)
    for match in (after if after and UNNAMED.search(after["who"]) else None, BEFORE.fullmatch(words), after):
        if match is None or OWN_CUE.match(match["what"]) or _is_outlet(match):
            continue
        at = section.anchor.start
        source = Anchor(at + match.start("who"), at + match.end("who"))
        cue = Anchor(at + match.start("cue"), at + match.end("cue")).trimmed(characters)
        if cue is not None and _speaks(characters, source, voices):
            return source, cue, Anchor(at + match.start("what"), at + match.end("what"))
    return None


def _is_outlet(match: re.Match[str]) -> bool:
    """ "Rebels take port - Harbor Post" names the page; only a word such as "monitor" is a voice after a dash."""
    return match["cue"].strip() != ":" and UNNAMED.search(match["who"]) is None


def _speaks(characters: str, source: Anchor, voices: Voices) -> bool:
    if RUBRIC.fullmatch(source.words(characters).strip()):
        return False
    last = source.words(characters).split()[-1]
    found = voices.entity(Anchor(source.end - len(last), source.end))
    if found is not None and (found.kind in SPEAKING or voices.is_metonym(source)):
        return True
    return UNNAMED.search(source.words(characters)) is not None
