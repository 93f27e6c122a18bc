"""Turns told by dashes, or by marks that stand before the questions only or before the answers only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.stages.sections import marks
from sayso.stages.sections.blocks import Block
from sayso.stages.sections.part import Part, Role, run

LONGEST_QUESTION = 700
FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|me|[Ww]e|[Ww]e['’]\w+|[Oo]ur|us)\b")
SELF = re.compile(r"\b(?:I|I['’]\w+|[Mm]y)\b")
ADDRESSED = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
SPARSE = 5
"""Blocks a mark of an unannounced interview may stand for, on average."""


def is_question(block: Block) -> bool:
    """It ends by asking, is short, and does not speak of itself without speaking to somebody."""
    words = block.words
    if not block.asks or len(words) >= LONGEST_QUESTION or words[0] in "\"“‘'«":
        return False
    return SELF.search(words) is None or ADDRESSED.search(words) is not None


def speaks_for_itself(block: Block) -> bool:
    """It says I or we outside quotation marks."""
    return FIRST_PERSON.search(QUOTED.sub("", block.words)) is not None


def by_dashes(blocks: Sequence[Block]) -> dict[int, Part]:
    """A dash begins each turn, and questions and answers alternate; at least two questions, each answered.

    The text may begin with an answer. Lists are told apart by their items, which do not ask in turn.
    """
    marked = [i for i, block in enumerate(blocks) if marks.dash(block.words)]
    if len(marked) < 3 or len(blocks) - marked[0] > SPARSE * len(marked):
        return {}
    asking = [_asks(blocks[i:end]) for i, end in zip(marked, [*marked[1:], len(blocks)], strict=True)]
    first = 0 if sum(asking[0::2]) >= sum(asking[1::2]) else 1
    questions, answers = marked[first::2], marked[1 - first :: 2]
    asked = sum(asking[first::2])
    answered = sum(blocks[i].asks for i in answers)
    if asked < 2 or 2 * asked < len(questions) or 2 * answered > len(answers) or not answers:
        return {}
    return _dashed(blocks, marked, set(questions))


def _asks(turn: Sequence[Block]) -> bool:
    """A question stands in its first block, or anywhere where all of it is short."""
    short = sum(len(block.words) for block in turn) < LONGEST_QUESTION
    return any("?" in block.words for block in (turn if short else turn[:1]))


def _dashed(blocks: Sequence[Block], marked: Sequence[int], questions: set[int]) -> dict[int, Part]:
    found: dict[int, Part] = {}
    turn, role = -1, "answer"
    for i in range(marked[0], len(blocks)):
        if i in marked:
            turn, role = turn + 1, "question" if i in questions else "answer"
        found[i] = Part(turn, "question" if role == "question" else "answer", _dash(blocks, i, marked), "dash")
    return found


def _dash(blocks: Sequence[Block], i: int, marked: Sequence[int]) -> int:
    return marks.dash(blocks[i].words) if i in marked else 0


def by_dashes_on_one_side(blocks: Sequence[Block]) -> dict[int, Part]:
    """Dashes before the questions only, or before the answers only."""
    marked = [i for i, block in enumerate(blocks) if marks.dash(block.words)]
    roles = _asked_by(blocks, marked) or _answered_by(blocks, marked)
    lengths = {i: marks.dash(blocks[i].words) for i in marked}
    return {i: Part(part.turn, part.role, lengths.get(i, 0), "dash") for i, part in run(blocks, roles, "dash").items()}


def by_labels_on_one_side(blocks: Sequence[Block]) -> dict[int, Part]:
    """Labels before the questions only ("SPIEGEL: …?"), or before the answers only."""
    found = {i: label for i, block in enumerate(blocks) if (label := marks.of(block.words))}
    marked = [i for i, label in found.items() if label.length < len(blocks[i].words)]
    if len({found[i].key for i in marked}) > max(1, len(marked) // 2):
        return {}
    return run(blocks, _asked_by(blocks, marked) or _answered_by(blocks, marked), "name")


def _asked_by(blocks: Sequence[Block], marked: Sequence[int]) -> dict[int, Role]:
    """The marks stand before questions: most of them ask, and a block without a mark answers each."""
    if len(marked) < 2 or len(blocks) - marked[0] > 2 * SPARSE * len(marked):
        return {}
    asked = sum("?" in blocks[i].words for i in marked)
    gaps = [after - before for before, after in zip(marked, [*marked[1:], len(blocks)], strict=True)]
    if asked < 2 or 3 * asked < 2 * len(marked) or sum(gap > 1 for gap in gaps) < len(gaps) - (asked > 2):
        return {}
    return {i: "question" if i in marked else "answer" for i in range(marked[0], len(blocks))}


def _answered_by(blocks: Sequence[Block], marked: Sequence[int]) -> dict[int, Role]:
    """The marks stand before answers: most of the blocks before them ask, and they themselves do not."""
    before = [i - 1 for i in marked if i > 0 and i - 1 not in marked]
    if len(before) < 2 or len(before) < len(marked) - 1 or len(blocks) - before[0] > 2 * SPARSE * len(marked):
        return {}
    asked = sum("?" in blocks[i].words for i in before)
    answered = sum(blocks[i].asks for i in marked)
    if asked < 2 or 2 * asked < len(before) or 2 * answered > len(marked):
        return {}
    return {i: "question" if i in before else "answer" for i in range(min(before[0], marked[0]), len(blocks))}
