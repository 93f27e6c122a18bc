"""Interview turns in four styles: dashes, Q and A, speakers' names, bare questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.stages.sections.blocks import Block

DASH = re.compile(r"[-–—]\s*(?=\S)")
LETTER = re.compile(r"(?P<who>Q|A|Question|Answer)\s*[.:]\s+(?=\S)", re.IGNORECASE)
NAME = re.compile(
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?: \([^()]{2,60}\))?:\s+(?=\S)"
)
NOT_A_SPEAKER = re.compile(
    r"(?:note|update|photo|image|sources?|correction|editor|warning|breaking|analysis|opinion|watch|video|read|more|see"
    r"|example|result|related|by|from|to|subject|date|re|fact)\b",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\b(?:interview|interlocutor|spoke (?:with|to)|talk(?:s|ed) (?:with|to)|Q&A|conversation with)", re.IGNORECASE
)
LONGEST_QUESTION = 700


@dataclass(frozen=True, slots=True)
class Part:
    """How one block stands in the interview. `label` is the length of the mark before its words."""

    turn: int
    role: Literal["question", "answer"]
    label: int
    rule: str


def parts(blocks: Sequence[Block], opening: str) -> dict[int, Part]:
    """The part of each block that belongs to an interview, by its place in the list; empty for an ordinary article.

    `opening` is the beginning of the text, where an interview without marks must announce itself.
    """
    for find in (_by_letters, _by_dashes, _by_names):
        found = find(blocks)
        if found:
            return found
    return _by_questions(blocks) if ANNOUNCED.search(opening) else {}


def _by_dashes(blocks: Sequence[Block]) -> dict[int, Part]:
    """A dash begins each turn; the first turn asks. At least two questions, each answered."""
    marked = [i for i, block in enumerate(blocks) if DASH.match(block.words)]
    if len(marked) < 2 or not any("?" in blocks[i].words for i in marked[:1]):
        return {}
    found: dict[int, Part] = {}
    turn, role = -1, "answer"
    for i in range(marked[0], len(blocks)):
        match = DASH.match(blocks[i].words)
        if match:
            turn, role = turn + 1, "question" if role == "answer" else "answer"
        found[i] = _part(turn, role, match, "dash")
    asked = sum("?" in blocks[i].words for i in marked if found[i].role == "question")
    answered = sum(blocks[i].asks for i in marked if found[i].role == "answer")
    return found if asked >= 2 and asked > answered else {}


def _by_letters(blocks: Sequence[Block]) -> dict[int, Part]:
    """ "Q:" and "A:" begin the turns; at least one of each and three in all."""
    matches = [LETTER.match(block.words) for block in blocks]
    letters = [match["who"][0].upper() for match in matches if match]
    if len(letters) < 3 or len(set(letters)) < 2:
        return {}
    roles = ["question" if match["who"][0].upper() == "Q" else "answer" if match else "" for match in matches if match]
    return _run(matches, roles, "letter")


def _by_names(blocks: Sequence[Block]) -> dict[int, Part]:
    """Speakers' names begin the turns; two speakers at least, four turns at least, and one of them asks."""
    matches = [_name(block) for block in blocks]
    names = [match["who"] for match in matches if match]
    if len(names) < 4 or len(set(names)) < 2 or Counter(names).most_common(1)[0][1] < 2:
        return {}
    roles = _roles(blocks, matches)
    return _run(matches, roles, "name") if "question" in roles else {}


def _name(block: Block) -> re.Match[str] | None:
    match = NAME.match(block.words)
    return match if match and not NOT_A_SPEAKER.match(match["who"]) else None


def _roles(blocks: Sequence[Block], matches: Sequence[re.Match[str] | None]) -> list[str]:
    """Who says most without asking is the respondent; everybody else who asks at least once is a questioner."""
    given = [(block, match["who"]) for block, match in zip(blocks, matches, strict=True) if match]
    spoken: Counter[str] = Counter()
    for block, name in given:
        spoken[name] += 0 if block.asks else len(block.words)
    main = spoken.most_common(1)[0][0]
    askers = {name for block, name in given if block.asks} - {main}
    return ["question" if name in askers else "answer" for _, name in given]


def _run(matches: Sequence[re.Match[str] | None], roles: Sequence[str], rule: str) -> dict[int, Part]:
    """From the first mark on, every block without a mark belongs to the turn before it."""
    found: dict[int, Part] = {}
    turn = -1
    for i, match in enumerate(matches):
        turn += match is not None
        if turn >= 0:
            found[i] = _part(turn, roles[turn], match, rule)
    return found


def _by_questions(blocks: Sequence[Block]) -> dict[int, Part]:
    """In an announced interview, short blocks that end by asking are the questions; at least two, all answered."""
    asking = [i for i, b in enumerate(blocks) if b.asks and len(b.words) < LONGEST_QUESTION and "?" in b.words]
    if len(asking) < 2 or asking[-1] == len(blocks) - 1:
        return {}
    found: dict[int, Part] = {}
    turn, role = -1, "answer"
    for i in range(asking[0], len(blocks)):
        now = "question" if i in asking else "answer"
        turn, role = turn + (now != role), now
        found[i] = _part(turn, role, None, "question-mark")
    return found


def _part(turn: int, role: str, match: re.Match[str] | None, rule: str) -> Part:
    return Part(turn, "question" if role == "question" else "answer", match.end() if match else 0, rule)
