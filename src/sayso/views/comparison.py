"""What lies side by side in a store: origins, numbers that differ, explanations that are held and denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from sayso.compare.counts import Count, Disagreement, disagreements
from sayso.compare.explanations import Explanation, Position, Said, explanations
from sayso.compare.origins import Origin, Shared, origins
from sayso.compare.sentences import sentences
from sayso.document.anchor import Anchor
from sayso.document.form import Json, line, voice
from sayso.document.spans import Spans
from sayso.store.schema import DOCUMENT, TEXT
from sayso.store.search import fold

THINGS = frozenset({"place", "facility", "other"})
"""Kinds of entities that a count can be told by: where, or what was hit. Parties and countries are too wide."""
POINTING = frozenset({"it", "he", "she", "they", "who", "which", "that", "this", "one", "some", "others"})
"""Words that name a voice to none but the reader of the text around them."""
TOP = 3
"""Sections that say what a text is about: headline, dateline, lead."""


@dataclass(frozen=True)
class Kept:
    """A document of the store."""

    id: str
    key: str
    outlet: str | None
    published: date | None
    title: str | None
    characters: str
    form: Json

    @cached_property
    def names(self) -> tuple[tuple[int, int, str, str], ...]:
        """Start, end, kind and folded name of everything that is called by a name."""
        return tuple(
            (*mention["span"], entity["kind"], fold(entity["name"]) or "")
            for entity in self.form["entities"] or []
            for mention in entity["mentions"]
            if mention["form"] == "name"
        )

    @cached_property
    def _things(self) -> Spans[str]:
        return Spans((Anchor(low, high), name) for low, high, kind, name in self.names if kind in THINGS)

    @cached_property
    def _contents(self) -> Spans[tuple[int, int, Json]]:
        """Each part of what is claimed, with its length and its number."""
        parts = [(low, high, claim) for claim in self.form["claims"] or [] for low, high in claim["content"]]
        return Spans((Anchor(low, high), (high - low, n, claim)) for n, (low, high, claim) in enumerate(parts))

    @cached_property
    def topic(self) -> frozenset[str]:
        """What the text is about: the things named in its headline and lead, and in its title."""
        top = [s["span"] for s in self.form["document"]["sections"] or [] if s["kind"] != "boilerplate"][:TOP]
        title = fold(self.title) or ""
        named = {name for _, _, kind, name in self.names if kind in THINGS and name in title}
        return frozenset(named.union(*(self.things(start, end) for start, end in top)))

    def things(self, start: int, end: int) -> frozenset[str]:
        """The things named there."""
        return frozenset(self._things.within(Anchor(start, end)))

    @cached_property
    def _entities(self) -> dict[str, Json]:
        """The entities by their ids."""
        return {entity["id"]: entity for entity in self.form["entities"] or []}

    @cached_property
    def _claims(self) -> dict[str, Json]:
        """The claims by their ids."""
        return {claim["id"]: claim for claim in self.form["claims"] or []}

    def source(self, claim: Json) -> str | None:
        """The voice behind a claim: its name, else the words for it; None for the outlet.

        Where nobody is named ("were feared dead", "it said"), whoever passes the claim on answers for it.
        """
        inner: Json | None = claim
        while inner is not None:
            told = voice(inner["source"], self._entities, self.words)
            if told is not None and told.lower() not in POINTING:
                return told
            inner = self._claims.get(inner["via"])
        return None

    def voice(self, start: int, end: int) -> str | None:
        """The innermost voice that says these characters; None for the outlet."""
        held = min(self._contents.covering(Anchor(start, end)), key=lambda item: item[:2], default=None)
        return self.source(held[2]) if held else None

    def words(self, spans: list[list[int]]) -> str:
        """The words of some spans, on one line."""
        return line(self.characters, spans)


def kept(connection: Connection, most: int) -> tuple[Kept, ...]:
    """The documents by day of publication, those without one last; `most` at most."""
    columns = [DOCUMENT.c[name] for name in ("id", "key", "outlet", "published", "title", "form")]
    query = select(*columns, TEXT.c.characters).join(TEXT, DOCUMENT.c.text_id == TEXT.c.id)
    ordered = query.order_by(DOCUMENT.c.published.is_(None), DOCUMENT.c.published, DOCUMENT.c.key, DOCUMENT.c.id)
    return tuple(Kept(**row) for row in connection.execute(ordered.limit(most)).mappings())


@dataclass(frozen=True, slots=True)
class Carrier:
    """One document that carries a text."""

    id: str
    key: str
    outlet: str | None
    published: date | None


def _carrier(document: Kept) -> Carrier:
    return Carrier(document.id, document.key, document.outlet, document.published)


@dataclass(frozen=True, slots=True)
class OriginLine:
    """Documents that are one origin, the earliest first; what they share, and by how much at least (0..1)."""

    carriers: tuple[Carrier, ...]
    least: float | None
    shared: tuple[Shared, ...]


def origin_lines(documents: Sequence[Kept], found: Sequence[Origin]) -> tuple[OriginLine, ...]:
    """The origins that more than one document carries."""
    carriers = {document.id: _carrier(document) for document in documents}
    return tuple(
        OriginLine(tuple(carriers[text] for text in origin.texts), origin.least, origin.shared)
        for origin in found
        if len(origin.texts) > 1
    )


def origins_of(documents: Sequence[Kept]) -> tuple[Origin, ...]:
    """The documents grouped into origins."""
    return origins({document.id: document.characters for document in documents})


@dataclass(frozen=True, slots=True)
class CountLine:
    """A number with its words and who gives it (None: the outlet); `carriers` copies of one origin give the same."""

    number: str
    low: float | None
    high: float | None
    voice: str | None
    words: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class NumbersDiffer:
    """Different numbers of one thing, by day. `about` are the names the counts share."""

    counts: str
    about: tuple[str, ...]
    lines: tuple[CountLine, ...]


def numbers_differ(documents: Sequence[Kept], found: Sequence[Origin]) -> tuple[NumbersDiffer, ...]:
    """Numbers of one thing for comparable subjects, in which two origins exclude each other."""
    origin = _numbered(found)
    counts = [count for document in documents for count in _counts(document, origin[document.id])]
    by_id = {document.id: document for document in documents}
    return tuple(_differ(one, by_id) for one in disagreements(counts))


def _numbered(found: Sequence[Origin]) -> dict[str, int]:
    """The number of each document's origin."""
    return {text: number for number, one in enumerate(found) for text in one.texts}


def _counts(document: Kept, origin: int) -> Iterator[Count]:
    """The plain counts of a document, each in its sentence."""
    text = document.characters
    cut = Spans((Anchor(*found), found) for found in (sentences(text) if document.form["numbers"] else ()))
    for number in document.form["numbers"] or []:
        low, high = number["span"]
        start, end = next(cut.covering(Anchor(low, high)), (low, high))
        if number["unit"] is None:
            yield Count(
                document.id,
                origin,
                document.published,
                document.voice(low, high),
                number["low"],
                number["high"],
                text[start:low],
                text[low:high],
                text[high:end],
                document.things(start, end) or document.topic,
            )


def _differ(found: Disagreement, documents: dict[str, Kept]) -> NumbersDiffer:
    same: dict[tuple[Any, ...], list[Count]] = {}
    for count in found.counts:
        same.setdefault((count.origin, count.low, count.high), []).append(count)
    lines = [_line(own, documents) for own in same.values()]
    return NumbersDiffer(found.thing, tuple(_as_written(name, documents) for name in found.subjects[:2]), tuple(lines))


def _as_written(name: str, documents: dict[str, Kept]) -> str:
    written = (e["name"] for d in documents.values() for e in d.form["entities"] or [] if fold(e["name"]) == name)
    return next(written, name)


def _line(counts: list[Count], documents: dict[str, Kept]) -> CountLine:
    first = next((count for count in counts if count.voice), counts[0])
    carriers = dict.fromkeys(count.text for count in counts)
    return CountLine(
        " ".join(first.number.split()),
        first.low,
        first.high,
        first.voice,
        " ".join(first.words.split()),
        tuple(_carrier(documents[text]) for text in carriers),
    )


@dataclass(frozen=True, slots=True)
class PositionLine:
    """Somebody for or against an explanation (None: the outlet), how sure, in which words, and where."""

    claim: str
    voice: str | None
    level: str | None
    words: str
    carrier: Carrier


@dataclass(frozen=True, slots=True)
class ExplanationDiffers:
    """A cause that some hold and others deny, in different origins, by day. `about` are names the claims share."""

    cause: str
    about: tuple[str, ...]
    held: tuple[PositionLine, ...]
    denied: tuple[PositionLine, ...]


def explanations_differ(documents: Sequence[Kept], found: Sequence[Origin]) -> tuple[ExplanationDiffers, ...]:
    """Explanations that are held in one origin and denied in another, those with most positions first."""
    origin = _numbered(found)
    said = [one for document in documents for one in _said(document, origin[document.id])]
    by_id = {document.id: document for document in documents}
    opposed = sorted(explanations(said), key=lambda one: (-len(one.held) - len(one.denied), one.cause))
    return tuple(_opposed(one, by_id) for one in opposed)


def _said(document: Kept, origin: int) -> Iterator[Said]:
    for claim in document.form["claims"] or []:
        certainty = claim["certainty"] or {}
        yield Said(
            document.id,
            claim["id"],
            claim["via"],
            origin,
            document.published,
            document.source(claim),
            certainty.get("polarity"),
            certainty.get("level"),
            document.words(claim["content"]),
            document.topic.union(*(document.things(start, end) for start, end in claim["content"])),
        )


def _opposed(found: Explanation, documents: dict[str, Kept]) -> ExplanationDiffers:
    def line(position: Position) -> PositionLine:
        said = position.said
        return PositionLine(said.claim, said.voice, said.level, said.words, _carrier(documents[said.text]))

    about = tuple(_as_written(name, documents) for name in found.about[:2])
    return ExplanationDiffers(found.cause, about, tuple(map(line, found.held)), tuple(map(line, found.denied)))
