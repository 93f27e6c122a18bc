"""Sections: headline, byline, dateline, lead, paragraphs, interview turns, captions, leftovers, insertions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS
from sayso.document.records import Section, SectionKind, Why
from sayso.stages.sections import furniture
from sayso.stages.sections.blocks import Block, blocks
from sayso.stages.sections.interview import Part, parts
from sayso.stages.stage import Inputs, Stage

OPENING = 900
"""Characters in which an interview announces itself."""


def find(inputs: Inputs) -> Iterator[Section]:
    """Every block of the text as a section, in order; insertions come after the section they stand in."""
    found = list(blocks(inputs.document.characters))
    top = _top(found, inputs.document.title)
    bottom = _bottom(found, len(top))
    body = found[len(top) : bottom]
    for block, kind in zip(found, top, strict=False):
        yield _section(inputs, block.anchor, kind, f"rule:sections.{kind}")
    yield from _body(inputs, body)
    for block in found[bottom:]:
        yield _section(inputs, block.anchor, "boilerplate", "rule:sections.tail")


def _top(found: Sequence[Block], title: str | None) -> list[SectionKind]:
    """The kinds of the blocks above the article: headlines, bylines, lines that are only a date."""
    kinds: list[SectionKind] = []
    headline = title
    for block in found[:-1]:
        if furniture.is_byline(block):
            kinds.append("byline")
        elif furniture.ONLY_DATE.match(block.words):
            kinds.append("dateline")
        elif furniture.is_headline(block, headline if kinds else title, not kinds) or (
            headline is not None and furniture.is_headline(block, None, False)
        ):
            kinds.append("headline")
            headline = headline or block.words
        elif furniture.is_leftover(block):
            kinds.append("boilerplate")
        else:
            break
    return kinds


def _bottom(found: Sequence[Block], top: int) -> int:
    """Where the leftovers at the end of the page begin; at least one block stays article."""
    bottom = len(found)
    while bottom > top + 1 and (furniture.is_leftover(found[bottom - 1]) or furniture.is_tail(found[bottom - 1])):
        bottom -= 1
    if any(block.closed for block in found[top:bottom]):
        return bottom
    return len(found)  # a text without a single whole sentence: keep all of it


def _body(inputs: Inputs, body: Sequence[Block]) -> Iterator[Section]:
    turns = parts(body, inputs.document.characters[:OPENING])
    led = False
    for i, block in enumerate(body):
        if furniture.CAPTION.match(block.words):
            yield _section(inputs, block.anchor, "caption", "rule:sections.caption")
            continue
        if i in turns:
            yield from _turn(inputs, block, turns[i])
        elif furniture.is_leftover(block):
            yield _section(inputs, block.anchor, "boilerplate", "rule:sections.leftover")
            continue
        else:
            yield from _paragraph(inputs, block, "paragraph" if led else "lead")
            led = True
        yield from _insertions(inputs, block)


def _paragraph(inputs: Inputs, block: Block, kind: SectionKind) -> Iterator[Section]:
    """A paragraph, and the dateline it may open with as a section of its own."""
    cut = furniture.dateline(block.words) if kind == "lead" else 0
    start, end = block.anchor.start, block.anchor.end
    if cut:
        line = Anchor(start, start + cut).trimmed(inputs.document.characters)
        if line is not None:
            yield _section(inputs, line, "dateline", "rule:sections.dateline")
    yield _section(inputs, Anchor(start + cut, end), kind, f"rule:sections.{kind}")


def _turn(inputs: Inputs, block: Block, part: Part) -> Iterator[Section]:
    start, end = block.anchor.start, block.anchor.end
    label = Anchor(start, start + part.label).trimmed(inputs.document.characters) if part.label else None
    anchor = Anchor(start + part.label, end)
    why = Why(f"rule:sections.{part.rule}")
    yield Section(inputs.id("s", part.role, anchor), anchor, part.role, why, label, part.turn)


def _insertions(inputs: Inputs, block: Block) -> Iterator[Section]:
    for match in furniture.INSERTION.finditer(block.words):
        anchor = Anchor(block.anchor.start + match.start(), block.anchor.start + match.end())
        yield _section(inputs, anchor, "insertion", "rule:sections.insertion")


def _section(inputs: Inputs, anchor: Anchor, kind: SectionKind, by: str) -> Section:
    return Section(inputs.id("s", kind, anchor), anchor, kind, Why(by))


STAGE = Stage(writes=SECTIONS, reads=(), version=1, make=find)
