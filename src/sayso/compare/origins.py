"""Origins: texts that share most of their sentences are one origin, however many outlets carry them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from sayso.compare.sentences import bare, sentences

SHARE = 0.5
"""Of the sentences of the shorter text, the part that must stand in the longer one as well."""
LEAST = 3
"""Shared sentences below which nothing is said: three could be one official's statement, quoted twice."""
WORDS = 6
"""Sentences with fewer words ("He would not say.") prove nothing."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that stands in several texts of an origin, in the words of the first of them."""

    words: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Texts that are one text with cuts and additions: their ids in the order given, and what they share.

    `least` is the lowest share of sentences, 0..1 of the shorter text, by which a text was joined to the others.
    """

    texts: tuple[str, ...]
    shared: tuple[Shared, ...]
    least: float | None


def origins(texts: Mapping[str, str]) -> tuple[Origin, ...]:
    """Group texts, given by id, into origins; every text is in exactly one, in the order of its first text.

    Two texts belong together where at least SHARE of the sentences of the shorter one stand in the other, word for
    word but for case and punctuation, and at least LEAST do. This finds copies and cut copies, no paraphrases.
    """
    cut = {key: _sentences(text) for key, text in texts.items()}
    joined = _joined(cut)
    best: dict[str, float] = {}
    for pair, share in joined.items():
        best.update({key: max(share, best.get(key, share)) for key in pair})
    return tuple(_origin(keys, cut, best) for keys in _groups(texts, joined))


def _groups(texts: Iterable[str], joined: Iterable[tuple[str, str]]) -> Iterable[tuple[str, ...]]:
    """Texts that are joined, directly or through others (union-find), in the order of the first of each group."""
    above = {key: key for key in texts}

    def top(key: str) -> str:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for one, other in joined:
        above[top(other)] = top(one)
    members: dict[str, list[str]] = defaultdict(list)
    for key in above:
        members[top(key)].append(key)
    return (tuple(keys) for keys in members.values())


def _sentences(text: str) -> dict[str, str]:
    """The sentences that can prove something, by their bare words."""
    found: dict[str, str] = {}
    for start, end in sentences(text):
        words = bare(text[start:end])
        if words.count(" ") >= WORDS - 1:
            found.setdefault(words, " ".join(text[start:end].split()))
    return found


def _joined(cut: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], float]:
    """The pairs that belong together, and their share. Only texts that have a sentence in common are compared."""
    carriers: dict[str, list[str]] = defaultdict(list)
    for key, own in cut.items():
        for sentence in own:
            carriers[sentence].append(key)
    common: dict[tuple[str, str], int] = defaultdict(int)
    for keys in carriers.values():
        for pair in combinations(keys, 2):
            common[pair] += 1
    shares = {pair: count / min(len(cut[key]) for key in pair) for pair, count in common.items()}
    return {pair: share for pair, share in shares.items() if share >= SHARE and common[pair] >= LEAST}


def _origin(keys: tuple[str, ...], cut: Mapping[str, Mapping[str, str]], best: Mapping[str, float]) -> Origin:
    return Origin(keys, tuple(_shared(keys, cut)), min((best[key] for key in keys if key in best), default=None))


def _shared(keys: tuple[str, ...], cut: Mapping[str, Mapping[str, str]]) -> Iterable[Shared]:
    """What at least two of the texts have in common, in the order of the first."""
    holders: dict[str, list[str]] = {}
    for key in keys:
        for sentence in cut[key]:
            holders.setdefault(sentence, []).append(key)
    for sentence, own in holders.items():
        if len(own) > 1:
            yield Shared(cut[own[0]][sentence], tuple(own))
