"""The contract of a stage: it reads the layers it names, writes one, and sees and changes nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sayso.document.layer import Analysis, Layer, LayerKey
from sayso.document.records import Note, record_id
from sayso.document.text import Document
from sayso.errors import WiringError

R = TypeVar("R")
Q = TypeVar("Q")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a stage may see: the document and the layers it declared."""

    document: Document
    _analysis: Analysis
    _declared: frozenset[str]

    def __getitem__(self, key: LayerKey[Q]) -> tuple[Q, ...]:
        """The records of a declared layer, in the order of the text. Raises WiringError for any other."""
        if key.name not in self._declared:
            raise WiringError(f"a stage looked at {key.name} without declaring it")
        return self._analysis[key]

    def id(self, prefix: str, *rests_on: object) -> str:
        """The stable id of a record that rests on these values."""
        return record_id(prefix, self.document.text, *rests_on)


@dataclass(frozen=True, slots=True)
class Stage(Generic[R]):
    """`make` returns the records of the layer `writes`, in the order of the text, and notes, in any order.

    `version` is raised whenever the same input may give different records. `model` is the name of the trained model it
    asks, if any.
    """

    writes: LayerKey[R]
    reads: tuple[LayerKey[Any], ...]
    version: int
    make: Callable[[Inputs], Iterable[R | Note]]
    model: str | None = None

    @property
    def name(self) -> str:
        """The name of the layer it writes."""
        return self.writes.name

    def run(self, analysis: Analysis) -> Analysis:
        """A new analysis with this stage's layer."""
        declared = frozenset(key.name for key in self.reads)
        inputs = Inputs(analysis.document, analysis, declared)
        return analysis.with_layer(Layer.of(self.writes, self.make(inputs), analysis.document))
