"""Format 1: the form in which an analysis leaves the program. Described field by field in docs/format.md.

A layer that was not made is written as null ("not looked at"); an empty list means "looked at, none found".
Spans are `[start, end]`, half-open, in code points of `document.text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sayso.document import layer as keys
from sayso.document.anchor import Anchor
from sayso.document.form import Json
from sayso.document.layer import Analysis, LayerKey
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
    Section,
    Source,
    Stance,
    Time,
    Turn,
    Why,
)

FORMAT = 1


def encode(analysis: Analysis) -> Json:
    """An analysis as one JSON object of format 1."""
    return {
        "format": FORMAT,
        "document": _document(analysis),
        "entities": _layer(analysis, keys.ENTITIES, _entities),
        "times": _layer(analysis, keys.TIMES, _times),
        "numbers": _layer(analysis, keys.NUMBERS, _numbers),
        "claims": _layer(analysis, keys.CLAIMS, _claims),
        "events": _layer(analysis, keys.EVENTS, _events),
        "links": _layer(analysis, keys.LINKS, _links),
        "alternatives": _layer(analysis, keys.ALTERNATIVES, _alternatives),
        "stances": _layer(analysis, keys.STANCES, _stances),
        "notes": [_note(note) for note in analysis.notes],
    }


def encode_failure(key: str, code: str, message: str) -> Json:
    """The line that stands for a document that could not be read or analysed."""
    return {"format": FORMAT, "document": {"key": key}, "error": {"code": code, "message": message}}


def _layer(analysis: Analysis, key: LayerKey[Any], write: Callable[[Analysis], list[Json]]) -> list[Json] | None:
    return write(analysis) if key in analysis else None


def span(anchor: Anchor | None) -> list[int] | None:
    """An anchor as format 1 writes it: `[start, end]`."""
    return None if anchor is None else [anchor.start, anchor.end]


def spans(anchors: Iterable[Anchor]) -> list[list[int]]:
    """Anchors as format 1 writes them, in the order given."""
    return [[anchor.start, anchor.end] for anchor in anchors]


def _why(why: Why) -> Json:
    return {"by": why.by, "score": why.score}


def _note(note: Note) -> Json:
    return {"code": note.code, "message": note.message, "span": span(note.anchor)}


def _document(analysis: Analysis) -> Json:
    document = analysis.document
    return {
        "id": document.id,
        "text_id": document.text.id,
        "key": document.key,
        "text": document.characters,
        "title": document.title,
        "outlet": document.outlet,
        "authors": list(document.authors),
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "published_basis": document.published_basis,
        "language": document.language,
        "original": {
            "sha256": document.original.sha256,
            "media_type": document.original.media_type,
            "reader": document.original.reader,
        }
        if document.original
        else None,
        "sections": _layer(analysis, keys.SECTIONS, _sections),
    }


def _sections(analysis: Analysis) -> list[Json]:
    turns: dict[int | None, Turn] = {turn.turn: turn for turn in analysis[keys.TURNS]} if keys.TURNS in analysis else {}

    def write(section: Section) -> Json:
        turn = turns.get(section.turn)
        return {
            "id": section.id,
            "span": span(section.anchor),
            "kind": section.kind,
            "label": span(section.label),
            "turn": section.turn,
            "speaker": turn.speaker if turn else None,
            "why": _why(section.why),
        }

    return [write(section) for section in analysis[keys.SECTIONS]]


def _entities(analysis: Analysis) -> list[Json]:
    characters = analysis.document.characters
    mentions = {m.id: m for m in analysis[keys.MENTIONS]}
    places = {p.entity: p for p in analysis[keys.PLACES]} if keys.PLACES in analysis else {}

    def write(entity: Entity) -> Json:
        located = places.get(entity.id)
        own = [mentions[m] for m in entity.mentions]
        name = entity.name.words(characters)
        named = (m.anchor.words(characters) for m in own if m.form in ("name", "metonym"))
        return {
            "id": entity.id,
            "kind": entity.kind,
            "name": name,
            "name_span": span(entity.name),
            "aliases": [alias for alias in dict.fromkeys(named) if alias != name],
            "role": entity.role.words(characters) if entity.role else None,
            "role_span": span(entity.role),
            "country": entity.country or (located.country if located else None),
            "place": _place(located),
            "mentions": [_mention(m) for m in own],
            "why": _why(entity.why),
        }

    return [write(entity) for entity in analysis[keys.ENTITIES]]


def _mention(mention: Mention) -> Json:
    return {"id": mention.id, "span": span(mention.anchor), "form": mention.form, "why": _why(mention.why)}


def _place(place: Location | None) -> Json | None:
    if place is None:
        return None
    return {
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
        "kind": place.kind,
        "precision_km": place.precision_km,
        "country": place.country,
        "span": span(place.anchor),
        "why": _why(place.why),
    }


def _times(analysis: Analysis) -> list[Json]:
    def write(time: Time) -> Json:
        return {
            "id": time.id,
            "span": span(time.anchor),
            "timex3": time.timex3,
            "kind": time.kind,
            "start": time.start.isoformat() if time.start else None,
            "end": time.end.isoformat() if time.end else None,
            "basis": time.basis,
            "why": _why(time.why),
        }

    return [write(time) for time in analysis[keys.TIMES]]


def _numbers(analysis: Analysis) -> list[Json]:
    characters = analysis.document.characters

    def write(number: Quantity) -> Json:
        return {
            "id": number.id,
            "span": span(number.anchor),
            "low": number.low,
            "high": number.high,
            "counts": number.counts.words(characters) if number.counts else None,
            "counts_span": span(number.counts),
            "unit": number.unit,
            "exact": number.exact,
            "why": _why(number.why),
        }

    return [write(number) for number in analysis[keys.NUMBERS]]


def _claims(analysis: Analysis) -> list[Json]:
    kinds: dict[str, ClaimKind] = {k.claim: k for k in analysis[keys.KINDS]} if keys.KINDS in analysis else {}
    sure: dict[str, Certainty] = (
        {c.claim: c for c in analysis[keys.CERTAINTIES]} if keys.CERTAINTIES in analysis else {}
    )
    ahead: dict[str, Outlook] = {o.claim: o for o in analysis[keys.OUTLOOKS]} if keys.OUTLOOKS in analysis else {}

    def write(claim: Claim) -> Json:
        kind = kinds.get(claim.id)
        return {
            "id": claim.id,
            "source": _source(claim.source),
            "via": claim.via,
            "cue": spans(claim.cue),
            "content": spans(claim.content),
            "form": claim.form,
            "kind": kind.kind if kind else None,
            "kind_basis": spans(kind.basis) if kind else None,
            "kind_why": _why(kind.why) if kind else None,
            "certainty": _certainty(sure.get(claim.id)),
            "outlook": _outlook(ahead.get(claim.id)),
            "why": _why(claim.why),
        }

    return [write(claim) for claim in analysis[keys.CLAIMS]]


def _source(source: Source) -> Json:
    return {
        "entity": source.entity,
        "kind": source.kind,
        "span": span(source.span),
        "type": source.type,
        "organisation": source.organisation,
    }


def _certainty(certainty: Certainty | None) -> Json | None:
    if certainty is None:
        return None
    return {
        "polarity": certainty.polarity,
        "level": certainty.level,
        "likelihood": list(certainty.likelihood) if certainty.likelihood else None,
        "basis": spans(certainty.basis),
        "tense": certainty.tense,
        "confidence": certainty.confidence,
        "confidence_basis": spans(certainty.confidence_basis),
        "distance": spans(certainty.distance),
        "why": [_why(why) for why in certainty.why],
    }


def _event_certainty(certainty: EventCertainty | None) -> Json | None:
    if certainty is None:
        return None
    return {
        "polarity": certainty.polarity,
        "level": certainty.level,
        "likelihood": list(certainty.likelihood) if certainty.likelihood else None,
        "basis": spans(certainty.basis),
        "tense": certainty.tense,
        "why": [_why(why) for why in certainty.why],
    }


def _outlook(outlook: Outlook | None) -> Json | None:
    if outlook is None:
        return None
    return {
        "outcome": spans(outlook.outcome),
        "condition": spans(outlook.condition),
        "signal": spans(outlook.signal),
        "horizon": outlook.horizon,
        "until": outlook.until.isoformat() if outlook.until else None,
        "addressee": outlook.addressee,
        "addressee_span": span(outlook.addressed),
        "likelihood": list(outlook.likelihood) if outlook.likelihood else None,
        "why": [_why(why) for why in outlook.why],
    }


def _events(analysis: Analysis) -> list[Json]:
    sure: dict[str, EventCertainty] = (
        {c.event: c for c in analysis[keys.EVENT_CERTAINTIES]} if keys.EVENT_CERTAINTIES in analysis else {}
    )

    def write(event: Event) -> Json:
        territory = event.territory
        return {
            "id": event.id,
            "claim": event.claim,
            "trigger": spans(event.trigger),
            "type": event.type,
            "mode": event.mode,
            "actors": list(event.actors),
            "targets": list(event.targets),
            "place": event.place,
            "time": event.time,
            "numbers": list(event.numbers),
            "status": event.status,
            "certainty": _event_certainty(sure.get(event.id)),
            "territory": {"place": territory.place, "to": territory.to, "from": territory.from_} if territory else None,
            "why": _why(event.why),
        }

    return [write(event) for event in analysis[keys.EVENTS]]


def _links(analysis: Analysis) -> list[Json]:
    def write(link: Link) -> Json:
        return {
            "id": link.id,
            "kind": link.kind,
            "from": spans(link.from_),
            "to": spans(link.to),
            "signal": spans(link.signal),
            "from_ref": link.from_ref,
            "to_ref": link.to_ref,
            "claim": link.claim,
            "implicit": link.implicit,
            "why": _why(link.why),
        }

    return [write(link) for link in analysis[keys.LINKS]]


def _alternatives(analysis: Analysis) -> list[Json]:
    def write(alternative: Alternative) -> Json:
        return {
            "id": alternative.id,
            "about": alternative.about,
            "question": spans(alternative.question),
            "options": list(alternative.options),
            "spans": [spans(option) for option in alternative.spans],
            "exclusive": alternative.exclusive,
            "signal": spans(alternative.signal),
            "why": _why(alternative.why),
        }

    return [write(alternative) for alternative in analysis[keys.ALTERNATIVES]]


def _stances(analysis: Analysis) -> list[Json]:
    def write(stance: Stance) -> Json:
        return {
            "id": stance.id,
            "from": stance.from_,
            "from_span": span(stance.holder),
            "to": stance.to,
            "toward": spans(stance.toward),
            "act": stance.act,
            "value": stance.value,
            "claim": stance.claim,
            "basis": spans(stance.basis),
            "why": _why(stance.why),
        }

    return [write(stance) for stance in analysis[keys.STANCES]]
