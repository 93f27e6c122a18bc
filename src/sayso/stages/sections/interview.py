"""Interview turns in four styles: speakers' labels, dashes, marks on one side only, bare questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.stages.sections import furniture, labels, marks, sided
from sayso.stages.sections.blocks import Block
from sayso.stages.sections.part import Part, Role, run

FIND: tuple[Callable[[Sequence[Block]], dict[int, Part]], ...] = (
    labels.by_labels,
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

    Where the page only says that somebody was met, the answers must speak in the first person.
    """
    announced = marks.pattern("announced").search(opening) is not None
    if not announced and not marks.pattern("met").search(opening):
        return {}
    asking = [i for i, block in enumerate(blocks) if sided.is_question(block)]
    if len(asking) < 2 or asking[-1] == len(blocks) - 1:
        return {}
    if not announced and not _personal(blocks, asking):
        return {}
    roles: dict[int, Role] = {i: "question" if i in asking else "answer" for i in range(asking[0], len(blocks))}
    return run(blocks, roles, "question-mark")


def _personal(blocks: Sequence[Block], asking: Sequence[int]) -> bool:
    """At least half of the answers speak in the first person."""
    ends = [*asking[1:], len(blocks)]
    answers = [blocks[start + 1 : end] for start, end in zip(asking, ends, strict=True) if end > start + 1]
    return 2 * sum(any(map(sided.speaks_for_itself, answer)) for answer in answers) >= len(answers)
