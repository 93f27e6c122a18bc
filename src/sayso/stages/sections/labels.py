"""Turns that begin with a speaker's label: a name, an office, Q and A."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from sayso.stages.sections import marks, sided
from sayso.stages.sections.blocks import Block
from sayso.stages.sections.marks import Label
from sayso.stages.sections.part import Part, Role

DASH = "-"
"""The key of questions that begin with a dash where the answers begin with a name."""
BYLINES = 4
"""Labels at the head of a page that may be bylines."""
INITIALS = 3
"""Letters of a label that may be the initials of a name."""
SELDOM = 0.25
"""Share of the turns in which one of several speakers must ask to be the one who asks, where nobody does more."""
Read = Callable[[str], Label | None]
"""Finds the label that a block begins with."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn: its label and the blocks it runs over."""

    label: Label
    blocks: tuple[Block, ...]

    @property
    def asks(self) -> bool:
        """A question stands at the end of one of its blocks, or anywhere in a short turn."""
        short = sum(len(block.words) for block in self.blocks) < sided.LONGEST_QUESTION
        return any(block.asks or (short and "?" in block.words) for block in self.blocks)

    @property
    def length(self) -> int:
        """Characters of all that is said."""
        return sum(len(block.words) for block in self.blocks)


def by_stops(blocks: Sequence[Block]) -> dict[int, Part]:
    """Titles and names that a full stop closes; at least two of them recur, since a sentence may be as short."""
    found = [label.key for block in blocks if (label := marks.stopped(block.words))]
    return by_labels(blocks, marks.stopped) if sum(n > 1 for n in Counter(found).values()) > 1 else {}


def by_labels(blocks: Sequence[Block], read: Read = marks.of) -> dict[int, Part]:
    """At least three labels by letter or by function, or four by name; two speakers, and one of them asks."""
    given = _introduced(blocks, dict(_labels(blocks, read)))
    if len(given) < 3:
        return {}
    spoken = _spoken(blocks, given)
    roles = _roles(spoken)
    told = any(label.asks for label in given.values()) and any(not label.asks for label in given.values())
    repeated = Counter(label.key for label in given.values()).most_common(1)[0][1] >= 2
    if set(roles.values()) != {"question", "answer"} or not (told or (len(given) >= 4 and repeated)):
        return {}
    if not told and not _asked(spoken, roles):
        return {}
    return _run(blocks, given, roles)


def _labels(blocks: Sequence[Block], read: Read) -> Iterator[tuple[int, Label]]:
    """The labels of speakers, by the place of their blocks.

    Single words that stand once among names are none, nor is what stands once over no sentence ("Guests: A, B").
    """
    found = [(i, label) for i, block in enumerate(blocks) if (label := read(block.words)) and _holds(block, label)]
    found = _in_full(found)
    counts = Counter(label.key for _, label in found)
    found = [(i, label) for i, label in found if counts[label.key] > 1 or label.asks or blocks[i].closed]
    if sum(count > 1 for count in counts.values()) >= 2:
        found = [(i, x) for i, x in found if counts[x.key] > 1 or x.asks or x.who.isupper() or " " in x.who.strip()]
    if len(found) >= 2 and not any(label.asks for _, label in found):
        dashes = [i for i, block in enumerate(blocks) if marks.dash(block.words) and "?" in block.words]
        if len(dashes) >= 2:
            found += [(i, Label("Q", marks.dash(blocks[i].words), "letter")) for i in dashes]
    yield from sorted(found, key=lambda pair: pair[0])


def _in_full(found: Sequence[tuple[int, Label]]) -> list[tuple[int, Label]]:
    """Initials that stand for one longer label are that label: "VH" after "Vera Holt"."""
    full: dict[str, set[str]] = {}
    for _, label in found:
        if " " in label.who.strip():
            full.setdefault("".join(word[0] for word in label.who.split()).upper(), set()).add(label.who)
    return [(i, _spelled(label, full)) for i, label in found]


def _spelled(label: Label, full: Mapping[str, set[str]]) -> Label:
    letters = re.sub(r"[\s.]", "", label.who)
    names = full.get(letters, set()) if letters.isupper() and 1 < len(letters) <= INITIALS else set()
    keys = {Label(name, 0, "name").key for name in names}
    return replace(label, who=min(names)) if len(keys) == 1 else label


def _introduced(blocks: Sequence[Block], given: Mapping[int, Label]) -> dict[int, Label]:
    """The labels below the introduction, where bylines look like labels but tell of their bearers by full name.

    No byline follows a question.
    """
    above = takewhile(lambda pair: not pair[1].asks, zip(given, _spoken(blocks, given), strict=True))
    for start, turn in reversed(list(above)[:BYLINES]):
        name = turn.label.who.strip()
        told = (block.words[turn.label.length if i == 0 else 0 :] for i, block in enumerate(turn.blocks))
        if " " in name and not name.isupper() and any(name in words for words in told):
            return {i: label for i, label in given.items() if i > start}
    return dict(given)


def _holds(block: Block, label: Label) -> bool:
    return label.length < len(block.words)


def _spoken(blocks: Sequence[Block], given: Mapping[int, Label]) -> list[Spoken]:
    starts = [*given, len(blocks)]
    return [Spoken(given[start], tuple(blocks[start:end])) for start, end in pairwise(starts)]


def _roles(spoken: Sequence[Spoken]) -> dict[str, Role]:
    """The role of each speaker, by the key of the label.

    Labels of function say it themselves. Of the others, who says much and seldom asks answers; those who ask in at
    least half of their turns ask, and of two speakers the one who asks oftener.
    """
    keys = list(dict.fromkeys(turn.label.key for turn in spoken))
    told: dict[str, Role] = {turn.label.key: "question" for turn in spoken if turn.label.asks}
    told |= {turn.label.key: "answer" for turn in spoken if turn.label.answers}
    if not all(turn.label.numbered for turn in spoken):
        told |= {turn.label.key: "question" for turn in spoken if turn.label.numbered}
    named = [key for key in keys if key not in told]
    if not named:
        return told
    said = {key: _length(spoken, key) * (1 - _asking(spoken, key)) for key in named}
    main = max(named, key=lambda key: (said[key], -keys.index(key)))
    roles: dict[str, Role] = {
        key: "question" if key != main and _asking(spoken, key) >= 0.5 else "answer" for key in named
    }
    if not told and "question" not in roles.values():
        asker = max(named, key=lambda key: (_asking(spoken, key), -keys.index(key)))
        others = max((_asking(spoken, key) for key in named if key != asker), default=1.0)
        if _asking(spoken, asker) > others and (len(keys) == 2 or _asking(spoken, asker) >= SELDOM):
            roles[asker] = "question"
    return told | roles


def _length(spoken: Sequence[Spoken], key: str) -> int:
    return sum(turn.length for turn in spoken if turn.label.key == key)


def _asking(spoken: Sequence[Spoken], key: str) -> float:
    """The share of a speaker's turns that ask."""
    own = [turn.asks for turn in spoken if turn.label.key == key]
    return sum(own) / len(own)


def _asked(spoken: Sequence[Spoken], roles: Mapping[str, Role]) -> bool:
    """Somebody who asks is answered at least twice, by a speaker with a label."""
    order = [roles[turn.label.key] for turn in spoken]
    return sum(one == "question" and two == "answer" for one, two in pairwise(order)) >= 2


def _run(blocks: Sequence[Block], given: Mapping[int, Label], roles: Mapping[str, Role]) -> dict[int, Part]:
    """From the first label on, every block without a label belongs to the turn before it."""
    found: dict[int, Part] = {}
    turn, label = -1, None
    for i in range(min(given), len(blocks)):
        own = given.get(i)
        turn, label = turn + (own is not None), own or label
        if label is not None:
            found[i] = Part(turn, roles[label.key], own.length if own else 0, label.style)
    return found
