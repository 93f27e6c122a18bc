"""Interview turns in four styles: speakers' labels, dashes, marks on one side only, bare questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sayso.stages.sections import furniture, labels, marks, sided
from sayso.stages.sections.blocks import Block
from sayso.stages.sections.part import Part, Role, run

REACH = 8
"""Blocks above the first question that the answer to words without a question mark may run over."""
ANSWER = 150
"""Characters of a paragraph of the answers, on average, in an interview that nothing announces."""
REPORTED = re.compile(r"[,.!?][\"”] (?:[A-Z]\w+|he|she|they) (?:said|says|told|adds|added|responded|replied|asked)\b")
FIND: tuple[Callable[[Sequence[Block]], dict[int, Part]], ...] = (
    labels.by_labels,
    labels.by_stops,
    sided.by_dashes,
    sided.by_dashes_on_one_side,
    sided.by_labels_on_one_side,
)


def parts(blocks: Sequence[Block], opening: str) -> dict[int, Part]:
    """The part of each block that belongs to an interview, by its place in the list; empty for an ordinary article.

    `opening` is the beginning of the text, where an interview without marks must announce itself.
    """
    for find in FIND:
        found = find(blocks)
        if found:
            return _closed(blocks, found)
    return _closed(blocks, by_questions(blocks, opening))


def _closed(blocks: Sequence[Block], found: dict[int, Part]) -> dict[int, Part]:
    """The turns without the remarks of the outlet that follow the last answer, and without what follows those."""
    closing = marks.pattern("closing")
    last = max((i for i, part in found.items() if part.label or i - 1 not in found), default=0)
    for i in sorted(found):
        if i > last and (closing.search(blocks[i].words[:300]) or furniture.is_end(blocks[i])):
            return {k: part for k, part in found.items() if k < i}
    return found


def by_questions(blocks: Sequence[Block], opening: str) -> dict[int, Part]:
    """In an announced interview, short blocks that end by asking are the questions; at least two, all answered.

    Where the page only says that somebody was met, the answers must speak in the first person. Where it says neither,
    three questions must address somebody who then speaks of himself. An article that asks tells what others said.
    """
    announced = marks.pattern("announced").search(opening) is not None
    asking = [i for i, block in enumerate(blocks) if sided.is_question(block)]
    if len(asking) < (1 if announced else 2) or asking[-1] == len(blocks) - 1:
        return {}
    asks = sorted({_opened(blocks, asking[0]), *asking})
    if len(_answers(blocks, asks)) < 2 or _narrates(_answers(blocks, asks)):
        return {}
    if not announced and not (_personal(blocks, asking) if _met(opening) else _converses(blocks, asking)):
        return {}
    roles: dict[int, Role] = {i: "question" if i in asks else "answer" for i in range(asks[0], len(blocks))}
    return run(blocks, roles, "question-mark")


def _narrates(answers: Sequence[Sequence[Block]]) -> bool:
    """At least half of the answers tell who said what they quote."""
    return 2 * sum(any(map(_reports, answer)) for answer in answers) >= len(answers)


def _reports(block: Block) -> bool:
    return REPORTED.search(block.words) is not None


def _met(opening: str) -> bool:
    return marks.pattern("met").search(opening) is not None


def _opened(blocks: Sequence[Block], first: int) -> int:
    """Where the talk begins: at the first question, or above it at words that address somebody who then says "I"."""
    for i in range(first - 2, max(-1, first - 2 - REACH), -1):
        words = blocks[i].words
        if words[0] not in "\"“‘'«" and len(words) < sided.LONGEST_QUESTION and sided.ADDRESSED.search(words):
            asks = sided.SELF.search(words) is None or "?" in words or marks.pattern("wanting").search(words)
            return i if asks and _selves(blocks[i + 1 : i + 2]) else first
    return first


def _converses(blocks: Sequence[Block], asking: Sequence[int]) -> bool:
    """No announcement: at least three questions, most of them to "you", and most of the answers of an "I".

    Somebody who is interviewed says more than people who chat.
    """
    answers = _answers(blocks, asking)
    if len(answers) < 3 or len(blocks) - asking[0] > 2 * sided.SPARSE * len(asking):
        return False
    said = [len(block.words) for answer in answers for block in answer]
    if sum(said) < ANSWER * len(said):
        return False
    addressed = sum(sided.ADDRESSED.search(blocks[i].words) is not None for i in asking)
    return 2 * addressed >= len(asking) and 2 * sum(map(_selves, answers)) >= len(answers)


def _selves(answer: Sequence[Block]) -> bool:
    """Somebody speaks of himself outside quotation marks."""
    return any(sided.SELF.search(sided.QUOTED.sub("", block.words)) for block in answer)


def _personal(blocks: Sequence[Block], asking: Sequence[int]) -> bool:
    """At least half of the answers speak in the first person."""
    answers = _answers(blocks, asking)
    return 2 * sum(any(map(sided.speaks_for_itself, answer)) for answer in answers) >= len(answers)


def _answers(blocks: Sequence[Block], asking: Sequence[int]) -> list[Sequence[Block]]:
    """The blocks between each question and the next; none for a question that another one follows."""
    ends = [*asking[1:], len(blocks)]
    return [blocks[start + 1 : end] for start, end in zip(asking, ends, strict=True) if end > start + 1]
