"""Layers: what one stage has written about one text. Layers are added, never edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from sayso.document.anchor import Anchor, AnchorError
from sayso.document.records import (
    Alternative,
    Certainty,
    Claim,
    ClaimKind,
    Entity,
    Event,
    EventCertainty,
    Link,
    Location,
    Mention,
    Note,
    Outlook,
    Quantity,
    RecordError,
    Section,
    Stance,
    Time,
    Turn,
)
from sayso.document.syntax import Sentence
from sayso.document.text import Document

R = TypeVar("R")


LEAVES = frozenset({str, int, float, bool, date, type(None)})
"""Types of values that hold no anchor."""


@dataclass(frozen=True, slots=True)
class LayerKey(Generic[R]):
    """The name of a layer and the type of its records."""

    name: str
    record: type[R]


SECTIONS = LayerKey("sections", Section)
SENTENCES = LayerKey("sentences", Sentence)
MENTIONS = LayerKey("mentions", Mention)
ENTITIES = LayerKey("entities", Entity)
TURNS = LayerKey("turns", Turn)
TIMES = LayerKey("times", Time)
NUMBERS = LayerKey("numbers", Quantity)
PLACES = LayerKey("places", Location)
CLAIMS = LayerKey("claims", Claim)
KINDS = LayerKey("kinds", ClaimKind)
CERTAINTIES = LayerKey("certainties", Certainty)
EVENTS = LayerKey("events", Event)
EVENT_CERTAINTIES = LayerKey("event_certainties", EventCertainty)
LINKS = LayerKey("links", Link)
OUTLOOKS = LayerKey("outlooks", Outlook)
ALTERNATIVES = LayerKey("alternatives", Alternative)
STANCES = LayerKey("stances", Stance)


@dataclass(frozen=True, slots=True)
class Layer(Generic[R]):
    """The records of one stage in the order of the text, and the notes it left."""

    key: LayerKey[R]
    records: tuple[R, ...]
    notes: tuple[Note, ...] = ()

    @classmethod
    def of(cls, key: LayerKey[R], found: Iterable[R | Note], document: Document) -> Layer[R]:
        """Keep what a stage found: records of its one type, and notes.

        Raises AnchorError where an anchor runs past the text (none is empty: `Anchor` refuses that), RecordError where
        a record does not say why it was made or a claim has no content, TypeError for any other type. Whether the ids
        in a record are those of other records is not checked here: they are in other layers.
        """
        records: list[R] = []
        notes: list[Note] = []
        for item in found:
            _check_anchors(key.name, item, len(document.characters))
            _check_said(key.name, item)
            if isinstance(item, Note):
                notes.append(item)
            elif isinstance(item, key.record):
                records.append(item)
            else:
                raise TypeError(f"{key.name} holds {key.record.__name__}, not {type(item).__name__}")
        return cls(key, tuple(records), tuple(notes))


def _check_anchors(layer: str, item: object, size: int) -> None:
    if _end(item) <= size:
        return
    for anchor in anchors_in(item):
        if anchor.end > size:
            raise AnchorError(f"{layer}: [{anchor.start}, {anchor.end}) is not in the text of {size} characters")


def _check_said(layer: str, item: object) -> None:
    why = getattr(item, "why", True)  # sentences and notes have none
    if not why:
        raise RecordError(f"{layer}: a {type(item).__name__} does not say what made it")
    if isinstance(item, Claim) and not item.content:
        raise RecordError(f"{layer}: the claim {item.id} has no content")


def anchors_in(value: object) -> Iterator[Anchor]:
    """Every anchor anywhere in a record."""
    if isinstance(value, Anchor):
        yield value
    elif isinstance(value, Sentence):
        yield value.anchor  # its tokens lie inside it by construction
    elif isinstance(value, tuple):
        for item in value:
            yield from anchors_in(item)
    else:
        kind: Any = type(value)
        for name in _parts(kind):
            yield from anchors_in(getattr(value, name))


def _end(value: Any) -> int:
    """Where the last of the anchors in a record ends: `anchors_in`, but fast, as every record passes here."""
    kind: Any = type(value)
    if kind is Anchor or kind is Sentence:
        end: int = value.end if kind is Anchor else value.anchor.end
        return end
    parts = value if kind is tuple else [getattr(value, name) for name in _parts(kind)]
    return max((_end(part) for part in parts if type(part) not in LEAVES), default=0)


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """The names of a record's fields; none of any other value."""
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) else ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document and the layers made of it so far. A layer that is absent was not looked at."""

    document: Document
    layers: Mapping[str, Layer[Any]] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[Note, ...] = ()

    def __getitem__(self, key: LayerKey[R]) -> tuple[R, ...]:
        """The records of a layer. Raises KeyError where the layer was not made."""
        return self.layers[key.name].records

    def __contains__(self, key: LayerKey[Any]) -> bool:
        return key.name in self.layers

    def with_layer(self, layer: Layer[Any]) -> Analysis:
        """A new analysis that also holds the layer. Raises ValueError where it is there already."""
        if layer.key.name in self.layers:
            raise ValueError(f"layer {layer.key.name} was written already")
        return Analysis(
            self.document, MappingProxyType({**self.layers, layer.key.name: layer}), self.notes + layer.notes
        )
