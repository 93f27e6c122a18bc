"""One text on one screen: its voices, claims, events, links and explanations, from its record in format 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.document.form import Json, line, organisation, voice


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """Somebody who speaks in the text. `role` is None where it is not stated.

    `kind` is that of the source: named, unnamed, collective; None for the entities of the text. `type` is what a voice
    is that is not named; `organisation` is the name of what it speaks for.
    """

    name: str
    kind: str | None
    role: str | None
    claims: int
    type: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in words. `voice` is None where the text gives no source, and for the author's own voice.

    `via` are the voices that pass it on, the nearest first. `polarity` and `level` are None where not looked at,
    `tense` and `confidence` also where not told. `distance` are the words by which whoever passes it on keeps away.
    """

    id: str
    voice: str | None
    source_kind: str
    source_type: str | None
    organisation: str | None
    via: tuple[str, ...]
    form: str
    kind: str | None
    polarity: str | None
    level: str | None
    hedges: tuple[str, ...]
    tense: str | None
    confidence: str | None
    distance: tuple[str, ...]
    content: str
    made_by: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in words; None and empty are not stated. `voice` is None for the outlet's own account.

    `polarity` and `level` say how sure that voice is; None where not looked at.
    """

    type: str
    status: str
    polarity: str | None
    level: str | None
    trigger: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    when: str | None
    numbers: tuple[str, ...]
    territory: str | None
    voice: str | None


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A claimed connection in words, and who claims it (None: the outlet); `suggested` where no word states it."""

    kind: str
    from_: str
    to: str
    signal: str | None
    voice: str | None
    suggested: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Explanations or outcomes offered together, the question where one is asked, and who offers them."""

    question: str | None
    options: tuple[str, ...]
    exclusive: bool
    voice: str | None


@dataclass(frozen=True, slots=True)
class StanceLine:
    """Who stands where toward whom or what. `to` is None where no actor is known; `voice` as in events."""

    from_: str
    value: str
    to: str | None
    toward: str
    basis: str
    voice: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """Everything sayso found in one text. A part that was not looked at is None."""

    key: str
    title: str | None
    outlet: str | None
    published: str | None
    published_basis: str
    language: str | None
    words: int
    voices: tuple[VoiceLine, ...]
    """Entities first, then those who are not; most claims first."""
    claims: tuple[ClaimLine, ...] | None
    events: tuple[EventLine, ...] | None
    links: tuple[LinkLine, ...] | None
    alternatives: tuple[Choice, ...] | None
    stances: tuple[StanceLine, ...] | None
    notes: tuple[str, ...]


def page(form: Json) -> Page:
    """The screen for one record."""
    return _Reader(form).page()


class _Reader:
    """A record with its parts at hand by their ids."""

    def __init__(self, form: Json) -> None:
        self.form = form
        self.document: Json = form["document"]
        self.text: str = self.document["text"]
        self.entities, self.claims, self.times, self.numbers = (
            {record["id"]: record for record in form[part] or []} for part in ("entities", "claims", "times", "numbers")
        )

    def page(self) -> Page:
        carrying = ("key", "outlet", "published", "published_basis", "language")
        return Page(
            **{name: self.document[name] for name in carrying},
            title=self.document["title"] or self._headline(),
            words=len(self.text.split()),
            voices=tuple(self._voices()),
            claims=self._each("claims", self._claim),
            events=self._each("events", self._event),
            links=self._each("links", self._link),
            alternatives=self._each("alternatives", self._choice),
            stances=self._each("stances", self._stance),
            notes=tuple(note["message"] for note in self.form["notes"]),
        )

    def _each(self, part: str, line: Any) -> Any:
        return None if self.form[part] is None else tuple(line(record) for record in self.form[part])

    def _headline(self) -> str | None:
        sections = self.document["sections"] or []
        return next((self._words([section["span"]]) for section in sections if section["kind"] == "headline"), None)

    def _words(self, spans: list[list[int]]) -> str:
        return line(self.text, spans)

    def _voice(self, claim: str | None) -> str | None:
        """The name of the voice behind a claim, else the words for it."""
        if claim is None:
            return None
        return voice(self.claims[claim]["source"], self.entities, self._words)

    def _claim(self, claim: Json) -> ClaimLine:
        certainty = claim["certainty"] or {}
        return ClaimLine(
            id=claim["id"],
            voice=self._voice(claim["id"]),
            source_kind=claim["source"]["kind"],
            source_type=claim["source"]["type"],
            organisation=organisation(claim["source"], self.entities),
            via=tuple(self._passed_on(claim)),
            form=claim["form"],
            kind=claim["kind"],
            polarity=certainty.get("polarity"),
            level=certainty.get("level"),
            hedges=tuple(self._words([span]) for span in certainty.get("basis") or []),
            tense=certainty.get("tense"),
            confidence=certainty.get("confidence"),
            distance=tuple(self._words([span]) for span in certainty.get("distance") or []),
            content=self._words(claim["content"]),
            made_by=claim["why"]["by"],
        )

    def _passed_on(self, claim: Json) -> Iterator[str]:
        """The voices further out, as far as they are named; nobody passes on his own words."""
        before = self._voice(claim["id"])
        while claim["via"] is not None:
            claim = self.claims[claim["via"]]
            voice = self._voice(claim["id"])
            if voice is not None and voice != before:
                yield voice
            before = voice

    def _voices(self) -> Iterator[VoiceLine]:
        said: dict[str, list[Json]] = {}
        for claim in self.claims.values():
            if claim["source"]["entity"] in self.entities:
                said.setdefault(claim["source"]["entity"], []).append(claim["source"])
        for entity, own in sorted(said.items(), key=lambda item: (-len(item[1]), self.entities[item[0]]["name"])):
            known = self.entities[entity]
            yield VoiceLine(known["name"], None, known["role"], len(own), *self._told(own))
        yield from self._strangers()

    def _told(self, sources: list[Json]) -> tuple[str | None, str | None]:
        """Type and organisation, each as the first of the sources that has one gives it."""
        types = (source["type"] for source in sources if source["type"])
        bodies = (organisation(source, self.entities) for source in sources if source["organisation"])
        return next(types, None), next(bodies, None)

    def _strangers(self) -> Iterator[VoiceLine]:
        """The voices that are no entities, by the words for them, whatever their case."""
        lines: dict[tuple[str, str], list[Json]] = {}
        for claim in self.claims.values():
            source = claim["source"]
            if source["entity"] not in self.entities and source["span"]:
                words = self._words([source["span"]])
                lines.setdefault((words.casefold(), source["kind"]), []).append(source)
        for (_, kind), own in sorted(lines.items(), key=lambda item: (-len(item[1]), item[0])):
            yield VoiceLine(self._words([own[0]["span"]]), kind, None, len(own), *self._told(own))

    def _event(self, event: Json) -> EventLine:
        return EventLine(
            type=event["type"] + (f"/{event['mode']}" if event["mode"] else ""),
            status=event["status"],
            polarity=(event["certainty"] or {}).get("polarity"),
            level=(event["certainty"] or {}).get("level"),
            trigger=self._words(event["trigger"]),
            actors=self._names(event["actors"]),
            targets=self._names(event["targets"]),
            place=self.entities[event["place"]]["name"] if event["place"] else None,
            when=self._when(self.times[event["time"]]) if event["time"] else None,
            numbers=tuple(self._number(self.numbers[number]) for number in event["numbers"]),
            territory=self._territory(event["territory"]),
            voice=self._voice(event["claim"]),
        )

    def _names(self, entities: list[str]) -> tuple[str, ...]:
        return tuple(self.entities[entity]["name"] for entity in entities)

    def _when(self, time: Json) -> str:
        """The days, else the words for them."""
        if time["start"] is None and time["end"] is None:
            return f"“{self._words([time['span']])}”"
        if time["start"] == time["end"]:
            return str(time["start"])
        return f"{time['start'] or '…'} to {time['end'] or '…'}"

    def _number(self, number: Json) -> str:
        written, counted = self._words([number["span"]]), number["counts"]
        return written if not counted or counted in written else f"{written} {' '.join(counted.split())}"

    def _territory(self, territory: Json | None) -> str | None:
        if territory is None:
            return None
        name, to, since = (self.entities[e]["name"] if e else None for e in map(territory.get, ("place", "to", "from")))
        return f"{name}{f' from {since}' if since else ''}{f' to {to}' if to else ''}"

    def _link(self, link: Json) -> LinkLine:
        ends = (self._words(link["from"]), self._words(link["to"]))
        signal = self._words(link["signal"]) or None
        return LinkLine(link["kind"], *ends, signal, self._voice(link["claim"]), link["implicit"])

    def _choice(self, alternative: Json) -> Choice:
        voices = dict.fromkeys(self._voice(claim) for claim in alternative["options"])
        return Choice(
            question=self._words(alternative["question"]) or None,
            options=tuple(self._words(spans) for spans in alternative["spans"]),
            exclusive=alternative["exclusive"],
            voice=next(iter(voices)) if len(voices) == 1 else None,
        )

    def _stance(self, stance: Json) -> StanceLine:
        holder, target = self.entities.get(stance["from"]), self.entities.get(stance["to"])
        return StanceLine(
            from_=holder["name"] if holder else self._words([stance["from_span"]]),
            value=stance["value"],
            to=target["name"] if target else None,
            toward=self._words(stance["toward"]),
            basis=self._words(stance["basis"]),
            voice=self._voice(stance["claim"]),
        )
