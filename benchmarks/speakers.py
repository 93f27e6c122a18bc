"""GUM's interviews as the page prints them: with the name of the speaker before each turn.

The corpus leaves these labels out of its text and keeps them as an attribute of each sentence ("MarioJLucero"). Here
they are put back ("Mario J. Lucero: …"), spelled as the text spells the name where it holds it, and all gold offsets
move along. A label is a gold mention of the chain of what its bearer calls "I". Since it says who that is, an "I" whose
chain holds no other name becomes an item too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from benchmarks.coreference import Chained, Read, is_quoted, read
from sayso.document.anchor import Anchor

WORDS = re.compile(r"(?:Ma?c|O['’])[A-Z][a-z]+|[A-Z][a-z'’]+|[A-Z]+(?![a-z])|[^\W\d_]+|\d+")
SELF = frozenset({"i", "me", "my"})


@dataclass(frozen=True, slots=True)
class Put:
    """A label, and the character of the corpus' text before which it is put."""

    at: int
    speaker: str
    words: str


def labelled(line: Mapping[str, Any]) -> Read:
    """The text of a line of GUM with its speakers' labels. A text without speakers stays as it is."""
    puts = tuple(_puts(line))
    chains = dict(_chains(line))
    text = read("gum", line, frozenset(chains.values()))
    return _with(text, puts, chains)


def _puts(line: Mapping[str, Any]) -> Iterator[Put]:
    """A label where the speaker changes; what nobody says (headings, captions) has none and ends no turn."""
    before = None
    for start, _, _, *said in line["sents"]:
        speaker = said[0] if said else None
        if speaker is not None and speaker != before:
            yield Put(start, speaker, f"{spelled(speaker, line['text'])}: ")
        before = speaker or before


def spelled(speaker: str, text: str) -> str:
    """The name as the text has it; else its words parted at the capitals."""
    words = WORDS.findall(speaker)
    found = re.search(r"\b" + r"[\W_]{0,2}".join(map(re.escape, words)) + r"\b", text) if words else None
    return found[0] if found else " ".join(words)


def _chains(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The chain that most of a speaker's "I", "me" and "my" outside quotations belong to, by the speaker."""
    firsts = {e["s"]: e["chain"] for e in line["entities"] if e["t"].lower() in SELF}
    counts: dict[str, Counter[str]] = {}
    for start, end, _, *said in line["sents"]:
        for at in (at for at in firsts if said and said[0] and start <= at < end):
            if not is_quoted(line["text"][:at]):
                counts.setdefault(said[0], Counter())[firsts[at]] += 1
    for speaker, count in counts.items():
        yield speaker, count.most_common(1)[0][0]


def _with(text: Read, puts: Sequence[Put], chains: Mapping[str, str]) -> Read:
    moved = _Moved(puts)
    labels = tuple(
        Chained(Anchor(start, start + len(put.words) - 2), chains[put.speaker], start + len(put.words) - 2, label=True)
        for put, start in zip(puts, moved.starts, strict=True)
        if put.speaker in chains
    )
    mentions = (*map(moved.mention, text.mentions), *labels)
    return replace(
        text,
        characters=moved.text(text.characters),
        mentions=tuple(sorted(mentions, key=lambda m: (len(m.span), m.span))),
        sources=tuple(map(moved.mention, text.sources)),
    )


class _Moved:
    """Where the characters of a text stand once the labels are put in."""

    def __init__(self, puts: Sequence[Put]) -> None:
        self._puts = puts
        self._at = [put.at for put in puts]
        self._added = [0, *accumulate(len(put.words) for put in puts)]
        self.starts = [at + added for at, added in zip(self._at, self._added, strict=False)]
        """Where each label begins."""

    def mention(self, mention: Chained) -> Chained:
        """The same mention in the new text."""
        span = Anchor(self._start(mention.span.start), self._end(mention.span.end))
        return replace(mention, span=span, head=None if mention.head is None else self._end(mention.head))

    def text(self, characters: str) -> str:
        """The text with the labels."""
        ends = [*self._at, len(characters)]
        pieces = (put.words + characters[put.at : end] for put, end in zip(self._puts, ends[1:], strict=True))
        return characters[: ends[0]] + "".join(pieces)

    def _start(self, at: int) -> int:
        return at + self._added[bisect_right(self._at, at)]

    def _end(self, at: int) -> int:
        return at + self._added[bisect_left(self._at, at)]
