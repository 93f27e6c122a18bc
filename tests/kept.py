"""Analyses made by hand and kept in a store, so that views are tested on known records and not on what stages find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sayso.document import layer as keys
from sayso.document import records
from sayso.document.anchor import Anchor
from sayso.document.codec import encode
from sayso.document.layer import Analysis, Layer
from sayso.document.records import Why
from sayso.document.text import Document, Text
from sayso.store import Store, writer

WHY = Why("rule:test")


@dataclass(frozen=True)
class Name:
    """Somebody or something, by the words of the text."""

    name: str
    kind: str = "person"
    role: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ahead:
    """What a claim looks ahead to, by the words of the text."""

    outcome: str
    condition: str | None = None
    signal: str | None = None
    time: tuple[str, date] | None = None
    """The words of its time limit, with its last day."""
    addressee: str | None = None
    likelihood: tuple[float, float] | None = None


@dataclass(frozen=True)
class Said:
    """A claim, by the words of the text. `via` counts the claims before it."""

    source: str | None
    content: str
    form: str = "indirect"
    kind: str = "report"
    level: str = "certain"
    polarity: str = "positive"
    hedge: str | None = None
    via: int | None = None
    type: str | None = None
    """What the source is; whoever has a type is not named."""
    organisation: str | None = None
    """What the source speaks for, by its name."""
    ahead: Ahead | None = None


@dataclass(frozen=True)
class Deed:
    """An event, by the words of the text."""

    trigger: str
    type: str = "ASSAULT"
    status: str = "happened"
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    day: tuple[str, date] | None = None
    claim: int | None = None


@dataclass(frozen=True)
class Held:
    """A stance, by the words of the text. `to` is the name of an actor; `claim` counts the claims."""

    holder: str
    value: str
    basis: str
    toward: str
    to: str | None = None
    claim: int | None = None


@dataclass(frozen=True)
class Page:
    """A text with what is in it."""

    text: str
    key: str = "page.txt"
    outlet: str | None = None
    published: date | None = None
    title: str | None = None
    names: tuple[Name, ...] = ()
    said: tuple[Said, ...] = ()
    deeds: tuple[Deed, ...] = ()
    numbers: dict[str, tuple[float | None, float | None]] = field(default_factory=dict)
    links: tuple[tuple[str, str, str, str], ...] = ()
    """Kind, from, to, signal."""
    choices: tuple[tuple[int, ...], ...] = ()
    stances: tuple[Held, ...] = ()

    def at(self, words: str | None) -> Anchor | None:
        """Where the words stand first. Raises ValueError where they do not."""
        if words is None:
            return None
        start = self.text.index(words)
        return Anchor(start, start + len(words))

    def here(self, words: str) -> Anchor:
        """The same for words that must be given."""
        start = self.text.index(words)
        return Anchor(start, start + len(words))

    def form(self) -> dict[str, Any]:
        """The record in format 1."""
        basis: Any = "given" if self.published else "unknown"
        document = Document(
            Text(self.text),
            key=self.key,
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            published_basis=basis,
            language="en",
        )
        analysis = Analysis(document)
        for key, made in self._layers():
            analysis = analysis.with_layer(Layer.of(key, list(made), document))
        return encode(analysis)

    def _layers(self) -> Iterator[tuple[Any, Iterable[Any]]]:
        yield keys.SECTIONS, self._sections()
        mentions = [(name, list(self._mentions(name))) for name in self.names]
        yield keys.MENTIONS, [m for _, own in mentions for m in own]
        yield keys.ENTITIES, [self._entity(name, own) for name, own in mentions]
        days = [deed.day for deed in self.deeds if deed.day]
        days += [said.ahead.time for said in self.said if said.ahead and said.ahead.time]
        yield (
            keys.TIMES,
            [
                records.Time(f"t_{words}", self.here(words), day.isoformat(), "date", day, day, "test", WHY)
                for words, day in days
            ],
        )
        yield (
            keys.NUMBERS,
            [
                records.Quantity(f"n_{words}", self.here(words), *ends, None, True, WHY)
                for words, ends in self.numbers.items()
            ],
        )
        yield keys.CLAIMS, [self._claim(number) for number in range(len(self.said))]
        yield (
            keys.KINDS,
            [records.ClaimKind(f"c{n}", said.kind, (), WHY) for n, said in enumerate(self.said)],  # type: ignore[arg-type]
        )
        yield keys.CERTAINTIES, [self._certainty(number) for number in range(len(self.said))]
        yield keys.OUTLOOKS, [self._outlook(f"c{n}", said.ahead) for n, said in enumerate(self.said) if said.ahead]
        yield keys.EVENTS, [self._event(number, deed) for number, deed in enumerate(self.deeds)]
        yield (
            keys.LINKS,
            [
                records.Link(
                    f"l{n}",
                    kind,  # type: ignore[arg-type]
                    (self.here(one),),
                    (self.here(other),),
                    (self.here(signal),),
                    "c0",
                    WHY,
                )
                for n, (kind, one, other, signal) in enumerate(self.links)
            ],
        )
        yield (
            keys.ALTERNATIVES,
            [
                records.Alternative(
                    f"a{n}",
                    tuple(f"c{c}" for c in options),
                    tuple((self.here(self.said[c].content),) for c in options),
                    True,
                    (),
                    WHY,
                )
                for n, options in enumerate(self.choices)
            ],
        )
        yield keys.STANCES, [self._stance(number, held) for number, held in enumerate(self.stances)]

    def _stance(self, number: int, held: Held) -> records.Stance:
        known = any(name.name == held.holder for name in self.names)
        value: Any = held.value
        return records.Stance(
            f"s{number}",
            f"e_{held.holder}" if known else None,
            self.here(held.holder),
            f"e_{held.to}" if held.to else None,
            (self.here(held.toward),),
            None,
            value,
            None if held.claim is None else f"c{held.claim}",
            (self.here(held.basis),),
            WHY,
        )

    def _sections(self) -> Iterator[records.Section]:
        for number, match in enumerate(re.finditer(r"[^\n]+", self.text)):
            kind: Any = ("headline", "lead")[number] if number < 2 else "paragraph"
            yield records.Section(f"s{number}", Anchor(*match.span()), kind, WHY)

    def _mentions(self, name: Name) -> Iterator[records.Mention]:
        for words in (name.name, *name.others):
            for match in re.finditer(rf"\b{re.escape(words)}\b", self.text):
                at = Anchor(*match.span())
                yield records.Mention(f"m_{name.name}_{at.start}", at, at, "name", None, WHY)

    def _entity(self, name: Name, mentions: list[records.Mention]) -> records.Entity:
        kind: Any = name.kind
        own = tuple(mention.id for mention in mentions)
        return records.Entity(f"e_{name.name}", kind, self.here(name.name), own, WHY, role=self.at(name.role))

    def _claim(self, number: int) -> records.Claim:
        said = self.said[number]
        known = any(name.name == said.source for name in self.names)
        kind: Any = "author" if said.source is None else "named" if known and said.type is None else "unnamed"
        body = f"e_{said.organisation}" if said.organisation else None
        source = records.Source(kind, self.at(said.source), f"e_{said.source}" if known else None, said.type, body)
        via = None if said.via is None else f"c{said.via}"
        form: Any = said.form
        return records.Claim(f"c{number}", source, (), (self.here(said.content),), form, WHY, via)

    def _certainty(self, number: int) -> records.Certainty:
        said = self.said[number]
        level, polarity = said.level, said.polarity
        basis = (self.here(said.hedge),) if said.hedge else ()
        return records.Certainty(f"c{number}", polarity, level, None, basis, (WHY,))  # type: ignore[arg-type]

    def _outlook(self, claim: str, ahead: Ahead) -> records.Outlook:
        condition, signal = self.at(ahead.condition), self.at(ahead.signal)
        return records.Outlook(
            claim,
            (self.here(ahead.outcome),),
            (condition,) if condition else (),
            (signal,) if signal else (),
            f"t_{ahead.time[0]}" if ahead.time else None,
            ahead.time[1] if ahead.time else None,
            f"e_{ahead.addressee}" if ahead.addressee in {name.name for name in self.names} else None,
            self.at(ahead.addressee),
            ahead.likelihood,
            (WHY,),
        )

    def _event(self, number: int, deed: Deed) -> records.Event:
        status: Any = deed.status
        return records.Event(
            f"v{number}",
            None if deed.claim is None else f"c{deed.claim}",
            (self.here(deed.trigger),),
            deed.type,
            None,
            tuple(f"e_{name}" for name in deed.actors),
            tuple(f"e_{name}" for name in deed.targets),
            f"e_{deed.place}" if deed.place else None,
            f"t_{deed.day[0]}" if deed.day else None,
            (),
            status,
            WHY,
        )


def keep(path: Path, *pages: Page) -> Store:
    """A new store with these pages, written by one finished run."""
    store = Store(path)
    run = writer.begin_run(store, "test", "test-1", {})
    for page in pages:
        assert writer.write(store, page.form(), None, "test-1", run)
    writer.end_run(store, run)
    return store


BRIDGE = Page(
    "Blast at the Ardal bridge\n\n"
    "ARDAL - A mine destroyed the bridge at Ardal, Colonel Íñigo Peñalver said on Monday. "
    "Peñalver said that at least 40 people were probably killed. Rebels attacked a train on 2 May. "
    "It may have been the army, he added.",
    key="bridge.txt",
    outlet="Évening Post",
    published=date(2020, 5, 4),
    names=(
        Name("Íñigo Peñalver", role="Colonel", others=("Peñalver",)),
        Name("Ardal", kind="place"),
        Name("Rebels", kind="armed-group"),
    ),
    said=(
        Said("Íñigo Peñalver", "A mine destroyed the bridge at Ardal"),
        Said("Íñigo Peñalver", "at least 40 people were probably killed", level="probable", hedge="probably"),
        Said(None, "Rebels attacked a train on 2 May", form="narration"),
        Said("Íñigo Peñalver", "It may have been the army", kind="explanation", level="possible", hedge="may"),
    ),
    deeds=(
        Deed("destroyed", place="Ardal", claim=0),
        Deed("attacked", actors=("Rebels",), day=("2 May", date(2020, 5, 2)), claim=2),
    ),
    numbers={"at least 40": (40, None)},
    links=(("cause", "A mine", "destroyed the bridge", "destroyed"),),
    choices=((0, 3),),
)
REPORT = Page(
    "Report on the Ardal bridge\n\n"
    "Engineers of the ministry found no trace of a mine at Ardal, the ministry said. "
    "The number of the dead is 31, a doctor said.",
    key="report.txt",
    outlet="Daily Mirror of Ardal",
    published=date(2020, 5, 9),
    names=(Name("Ardal", kind="place"),),
    said=(
        Said("the ministry", "Engineers of the ministry found no trace of a mine at Ardal", polarity="negative"),
        Said("a doctor", "The number of the dead is 31"),
    ),
    numbers={"31": (31, 31)},
)
SPOKESMEN = Page(
    "The port of Ardal is shut, an official said. The Harbor Office is to blame, Ana Ruiz said. It is not, "
    "a man who was there said.",
    key="spokesmen.txt",
    names=(Name("an official"), Name("Harbor Office", kind="government"), Name("Ana Ruiz")),
    said=(
        Said("an official", "The port of Ardal is shut", type="official", organisation="Harbor Office"),
        Said("Ana Ruiz", "The Harbor Office is to blame", organisation="Harbor Office"),
        Said("a man who was there", "It is not", type="resident"),
    ),
)
