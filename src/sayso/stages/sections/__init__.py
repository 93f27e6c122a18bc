"""Sections: headline, byline, dateline, lead, paragraphs, interview turns, captions, leftovers, insertions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS
from sayso.document.records import Section, SectionKind, Why
from sayso.stages.sections import furniture, marks
from sayso.stages.sections.blocks import Block, blocks
from sayso.stages.sections.interview import parts
from sayso.stages.sections.part import Part
from sayso.stages.stage import Inputs, Stage

OPENING = 900
"""Characters in which an interview announces itself."""
LED = 40
"""Characters from which a block that closes no sentence may still be the lead."""


def find(inputs: Inputs) -> Iterator[Section]:
    """Every block of the text as a section, in order; insertions come after the section they stand in."""
    found = list(blocks(inputs.document.characters))
    top = _top(found, inputs.document.title)
    bottom = _bottom(found, len(top))
    for block, (kind, rule) in zip(found, top, strict=False):
        yield _section(inputs, block.anchor, kind, rule)
    yield from _body(inputs, found[len(top) : bottom])
    for block in found[bottom:]:
        yield _section(inputs, block.anchor, "boilerplate", "tail")


def _top(found: Sequence[Block], title: str | None) -> list[tuple[SectionKind, str]]:
    """Kind and rule of the blocks above the article: headlines, bylines, lines that are only a date."""
    top: list[tuple[SectionKind, str]] = []
    headline: str | None = None
    for block in found[:-1]:
        kind = _above(block, title, headline)
        if kind is None and headline is not None and top[-1][0] == "headline" and furniture.is_deck(block):
            top.append(("headline", "deck"))
        elif kind is None:
            break
        else:
            top.append((kind, kind))
        if top[-1][0] == "headline":
            headline = headline or block.words
    return top


def _above(block: Block, title: str | None, headline: str | None) -> SectionKind | None:
    """What a block above the article is; None where the article begins."""
    if furniture.is_byline(block):
        return "byline"
    if marks.ONLY_DATE.match(block.words) or (headline and marks.STAMP.match(block.words)):
        return "dateline"
    if furniture.is_caption(block):
        return "caption"
    if furniture.is_leftover(block):
        return "boilerplate"
    repeats = furniture.is_headline(block, title or headline, headline is None)
    return "headline" if repeats or (headline and furniture.is_headline(block, None, False)) else None


def _bottom(found: Sequence[Block], top: int) -> int:
    """Where the leftovers at the end of the page begin; at least one block stays article."""
    bottom = _end(found, top)
    while bottom > top + 1 and (furniture.is_leftover(found[bottom - 1]) or furniture.is_tail(found[bottom - 1])):
        bottom -= 1
    if any(block.closed for block in found[top:bottom]):
        return bottom
    return len(found)  # a text without a single whole sentence: keep all of it


def _end(found: Sequence[Block], top: int) -> int:
    """The first heading in the lower half of the text after which the page goes on about other things."""
    middle = (found[-1].anchor.end if found else 0) // 2
    ends = (i for i, b in enumerate(found) if i > top and b.anchor.start >= middle and furniture.is_end(b))
    return next(ends, len(found))


def _body(inputs: Inputs, body: Sequence[Block]) -> Iterator[Section]:
    turns = parts(body, inputs.document.characters[:OPENING])
    led = dated = False
    for i, block in enumerate(body):
        aside = _aside(block, turns.get(i))
        if aside is not None:
            yield _section(inputs, block.anchor, *aside)
            continue
        if i in turns:
            yield from _turn(inputs, block, turns[i])
        else:
            leads = not led and (_leads(block) or i + 1 == len(body))
            made = list(_paragraph(inputs, block, "lead" if leads else "paragraph", dated))
            yield from made
            led, dated = led or leads, dated or led or len(made) > 1
        yield from _insertions(inputs, block, turns[i].label if i in turns else 0)


def _leads(block: Block) -> bool:
    return (block.closed or len(block.words) >= LED) and not furniture.is_item(block)


def _aside(block: Block, part: Part | None) -> tuple[SectionKind, str] | None:
    """Kind and rule of a block that stands between the paragraphs or turns of the article and is none."""
    if part is not None and part.label:
        return None
    if furniture.is_caption(block):
        return "caption", "caption"
    if furniture.is_leftover(block):
        return "boilerplate", "leftover"
    if part is not None and furniture.is_aside(block):
        return "boilerplate", "aside"
    return None


def _paragraph(inputs: Inputs, block: Block, kind: SectionKind, dated: bool) -> Iterator[Section]:
    """A paragraph, and the dateline it may open with, where none stood before, as a section of its own."""
    cut = 0 if dated else furniture.dateline(block.words)
    start, end = block.anchor.start, block.anchor.end
    if cut:
        line = Anchor(start, start + cut).trimmed(inputs.document.characters)
        if line is not None:
            yield _section(inputs, line, "dateline", "dateline")
    yield _section(inputs, Anchor(start + cut, end), kind, kind)


def _turn(inputs: Inputs, block: Block, part: Part) -> Iterator[Section]:
    start, end = block.anchor.start, block.anchor.end
    label = Anchor(start, start + part.label).trimmed(inputs.document.characters) if part.label else None
    anchor = Anchor(start + part.label, end)
    why = Why(f"rule:sections.{part.rule}")
    yield Section(inputs.id("s", part.role, anchor), anchor, part.role, why, label, part.turn)


def _insertions(inputs: Inputs, block: Block, label: int) -> Iterator[Section]:
    """What an editor or a stenographer put between the words that follow the label."""
    for form in (furniture.INSERTION, marks.pattern("aside")):
        for match in form.finditer(block.words, label):
            if len(match[0]) < len(block.words) - label:
                anchor = Anchor(block.anchor.start + match.start(), block.anchor.start + match.end())
                yield _section(inputs, anchor, "insertion", "insertion")


def _section(inputs: Inputs, anchor: Anchor, kind: SectionKind, rule: str) -> Section:
    return Section(inputs.id("s", kind, anchor), anchor, kind, Why(f"rule:sections.{rule}"))


STAGE = Stage(writes=SECTIONS, reads=(), version=3, make=find)
