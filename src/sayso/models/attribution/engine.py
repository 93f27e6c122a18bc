"""The engine: weights loaded once, a text read in one pass of the encoder, the last text remembered."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from sayso.document.anchor import Anchor
from sayso.models import catalogue
from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.causes import Causes, Relation
from sayso.models.attribution.extract import Extract
from sayso.models.attribution.graphs import Graphs
from sayso.models.attribution.labels import Attribution, Span
from sayso.models.attribution.names import looks_of, named
from sayso.models.attribution.pieces import Pieced
from sayso.models.attribution.predict import Encoded, decide, encode, label_names, propose, seamless, tell
from sayso.models.attribution.wordpiece import pieces_of
from sayso.models.catalogue import Profile

CAUSES = "causes.json"
INNER = "inner.npy"
"""A regression on the vectors of words (training/attribution/inner.py); without it every content is read again."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its type, one of OntoNotes 5."""

    anchor: Anchor
    type: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass finds in a text, in characters of it and in their order."""

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]
    within: tuple[int, ...] = ()
    """Where words begin that are likely to be cues if a content that holds them is read alone (see `inside`)."""


Looked = tuple[Pieced, Encoded, Reading]


class Engine:
    """One profile's encoder and heads. Reading the same text again costs no second pass: three stages ask."""

    def __init__(self, folder: Path) -> None:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        self._calibration = Calibration(**meta["calibration"])
        self._pieces = pieces_of(folder / "vocab.txt")
        self._graphs = Graphs(folder)
        self._causes = _causes(folder)
        self._inner = np.load(folder / INNER) if (folder / INNER).exists() else None
        self._last: tuple[str, Looked] | None = None

    def read(self, characters: str) -> Reading:
        """Attributions and names of a text."""
        return self.looked_at(characters)[2]

    def causes(self, characters: str, asked: Callable[[Span], bool]) -> tuple[Relation, ...]:
        """Causes told in the sentences of a text that are asked about, in characters of it."""
        text, encoded, _ = self.looked_at(characters)
        return tuple(tell(text, encoded, self._graphs, self._causes, asked)) if self._causes is not None else ()

    def inside(self, characters: str, stretches: Sequence[Span]) -> tuple[Attribution, ...]:
        """What stretches of a text attribute when they are read alone, in characters of the text.

        The corpus marks no attribution within another. Read as a text of its own, the content of one shows them.
        """
        extract = Extract.of(characters, stretches)
        text = self._pieces.read(extract.characters)
        found = self._attributions(text, encode(text, self._pieces, self._graphs))
        return tuple(one for one in map(extract.whole, found) if one is not None)

    def looked_at(self, characters: str) -> Looked:
        """A reading with what it was made of: words, and their vectors by window."""
        if self._last is None or self._last[0] != characters:
            self._last = (characters, self._look(characters))
        return self._last[1]

    def _look(self, characters: str) -> Looked:
        text = self._pieces.read(characters)
        encoded = encode(text, self._pieces, self._graphs)
        found = tuple(self._attributions(text, encoded))
        names = self._names(characters, text, encoded)
        return text, encoded, Reading(found, names, self._within(text, encoded))

    def _within(self, text: Pieced, encoded: Encoded) -> tuple[int, ...]:
        """Where words begin that would be cues if a content that holds them were read alone."""
        if self._inner is None:
            return tuple(start for start, _ in text.words.spans)
        weights, bias = self._inner[:-1], self._inner[-1]
        scores = seamless(encoded.windows, [(v @ weights)[:, None] for v in encoded.vectors], 1)[:, 0]
        return tuple(text.words.spans[number][0] for number in np.flatnonzero(scores >= -bias).tolist())

    def _attributions(self, text: Pieced, encoded: Encoded) -> list[Attribution]:
        proposed = propose(encoded, self._graphs, self._calibration.tilt)
        return decide(text, proposed, self._calibration)

    def _names(self, characters: str, text: Pieced, encoded: Encoded) -> tuple[Name, ...]:
        spans = text.words.spans
        labels = label_names(encoded, looks_of(characters[s:e] for s, e in spans), self._graphs)
        return tuple(Name(Anchor(spans[start][0], spans[end - 1][1]), kind) for start, end, kind in named(labels))


def _causes(folder: Path) -> Causes | None:
    file = folder / CAUSES
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
    return Causes(Calibration(**known["calibration"]), known["sentence"]) if known else None


@cache
def engine(profile: Profile) -> Engine:
    """The engine of a profile, loaded once per process."""
    return Engine(catalogue.folder(catalogue.model("attribution", profile)))
