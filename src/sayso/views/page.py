"""One text on one screen: its voices, claims, events, links and explanations, from its record in format 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
GAP = " … "


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in words. `voice` is None where the text gives no source; `outlet` for the author's own voice."""

    id: str
    voice: str | None
    form: str
    kind: str | None
    sure: str
    hedges: tuple[str, ...]
    content: str
    made_by: str
    via: str | None


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in words; None and empty are not stated."""

    type: str
    status: str
    trigger: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    when: str | None
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A claimed connection in words."""

    kind: str
    from_: str
    to: str
    signal: str


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
    voices: tuple[tuple[str, str | None, int], ...]
    """Name, role, number of claims; most claims first."""
    claims: tuple[ClaimLine, ...] | None
    events: tuple[EventLine, ...] | None
    links: tuple[LinkLine, ...] | None
    alternatives: tuple[tuple[str | None, tuple[str, ...]], ...] | None
    """The question, if one is asked, and the options."""
    notes: tuple[str, ...]


def page(form: Json) -> Page:
    """The screen for one record."""
    document, text = form["document"], form["document"]["text"]
    entities = {e["id"]: e for e in form["entities"] or []}
    claims = None if form["claims"] is None else tuple(_claim(c, text, entities) for c in form["claims"])
    return Page(
        **{name: document[name] for name in ("key", "title", "outlet", "published", "published_basis", "language")},
        words=len(text.split()),
        voices=tuple(_voices(form["claims"] or [], entities)),
        claims=claims,
        events=None if form["events"] is None else tuple(_events(form, text, entities)),
        links=None if form["links"] is None else tuple(_link(link, text) for link in form["links"]),
        alternatives=None
        if form["alternatives"] is None
        else tuple(_alternative(a, text) for a in form["alternatives"]),
        notes=tuple(note["message"] for note in form["notes"]),
    )


def _words(text: str, spans: list[list[int]]) -> str:
    return GAP.join(" ".join(text[start:end].split()) for start, end in spans)


def _claim(claim: Json, text: str, entities: dict[str, Json]) -> ClaimLine:
    source, certainty = claim["source"], claim["certainty"] or {}
    known = entities.get(source["entity"])
    spoken = _words(text, [source["span"]]) if source["span"] else None
    sure = " ".join(
        word
        for word in (
            "" if certainty.get("polarity") in (None, "positive") else f"{certainty['polarity']}",
            certainty.get("level") or "",
        )
        if word
    )
    return ClaimLine(
        id=claim["id"],
        voice=known["name"] if known else spoken or ("the outlet" if source["kind"] == "author" else None),
        form=claim["form"],
        kind=claim["kind"],
        sure=sure,
        hedges=tuple(_words(text, [span]) for span in certainty.get("basis") or []),
        content=_words(text, claim["content"]),
        made_by=claim["why"]["by"],
        via=claim["via"],
    )


def _voices(claims: list[Json], entities: dict[str, Json]) -> Iterator[tuple[str, str | None, int]]:
    counts: dict[str, int] = {}
    for claim in claims:
        entity = claim["source"]["entity"]
        if entity in entities:
            counts[entity] = counts.get(entity, 0) + 1
    for entity, count in sorted(counts.items(), key=lambda item: (-item[1], entities[item[0]]["name"])):
        yield entities[entity]["name"], entities[entity]["role"], count


def _events(form: Json, text: str, entities: dict[str, Json]) -> Iterator[EventLine]:
    times = {t["id"]: t for t in form["times"] or []}
    numbers = {n["id"]: n for n in form["numbers"] or []}
    for event in form["events"]:
        time = times.get(event["time"])
        yield EventLine(
            type=event["type"] + (f"/{event['mode']}" if event["mode"] else ""),
            status=event["status"],
            trigger=_words(text, event["trigger"]),
            actors=tuple(entities[e]["name"] for e in event["actors"]),
            targets=tuple(entities[e]["name"] for e in event["targets"]),
            place=entities[event["place"]]["name"] if event["place"] else None,
            when=_when(time) if time else None,
            numbers=tuple(_number(numbers[n], text) for n in event["numbers"]),
        )


def _when(time: Json) -> str:
    """The days, else the TIMEX3 value."""
    if time["start"] is None and time["end"] is None:
        return str(time["timex3"])
    if time["start"] == time["end"]:
        return str(time["start"])
    return f"{time['start'] or '…'} to {time['end'] or '…'}"


def _number(number: Json, text: str) -> str:
    counted = f" {number['counts']}" if number["counts"] else ""
    return f"{_words(text, [number['span']])}{counted}"


def _link(link: Json, text: str) -> LinkLine:
    return LinkLine(link["kind"], _words(text, link["from"]), _words(text, link["to"]), _words(text, link["signal"]))


def _alternative(alternative: Json, text: str) -> tuple[str | None, tuple[str, ...]]:
    return _words(text, alternative["question"]) or None, tuple(_words(text, spans) for spans in alternative["spans"])
