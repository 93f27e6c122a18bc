"""From one analysis in format 1 to the rows of the query tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import Table

from sayso.document.anchor import Anchor
from sayso.document.form import Json, joined, organisation, voice, words
from sayso.document.spans import Spans
from sayso.store import schema
from sayso.store.search import fold


def rows(form: Json) -> Iterator[tuple[Table, list[Json]]]:
    """The rows of every derived table, parents first."""
    document = form["document"]["id"]
    text = form["document"]["text"]
    entities = {e["id"]: e for e in form["entities"] or []}
    times = {t["id"]: t for t in form["times"] or []}
    claims = [{**_claim(c, text, entities), **_outlook(c, text, entities, times)} for c in form["claims"] or []]
    events = [_event(v, text, entities, times) for v in form["events"] or []]
    found = (
        (schema.ENTITY, [_entity(e) for e in entities.values()]),
        (schema.NAME, list(_names(entities.values()))),
        (schema.CLAIM, claims),
        (schema.ABOUT, list(_about(form, entities))),
        (schema.EVENT, events),
        (schema.PARTY, list(_parties(form))),
        (schema.NUMBER, [_number(n, text) for n in form["numbers"] or []]),
        (schema.STANCE, [_stance(stance, text, entities) for stance in form["stances"] or []]),
    )
    for table, made in found:
        yield table, [{"document_id": document, **row} for row in made]


def _entity(entity: Json) -> Json:
    place = entity["place"] or {}
    return {
        **{name: entity[name] for name in ("id", "kind", "name", "role", "country")},
        "lat": place.get("lat"),
        "lon": place.get("lon"),
    }


def _names(entities: Any) -> Iterator[Json]:
    for entity in entities:
        names = {fold(name): name for name in (*reversed(entity["aliases"]), entity["name"])}
        for folded, name in names.items():
            yield {"entity_id": entity["id"], "folded": folded, "name": name}


def _claim(claim: Json, text: str, entities: Mapping[str, Json]) -> Json:
    certainty = claim["certainty"] or {}
    source = claim["source"]
    said = words(text, [source["span"]]) if source["span"] else None
    return {
        "id": claim["id"],
        "position": claim["content"][0][0],
        "source_kind": source["kind"],
        "source_id": source["entity"],
        "source": said,
        "source_type": source["type"],
        "organisation_id": source["organisation"],
        "organisation": organisation(source, entities),
        "voice": voice(source, entities, partial(words, text)),
        "form": claim["form"],
        "kind": claim["kind"],
        "polarity": certainty.get("polarity"),
        "level": certainty.get("level"),
        "cue": words(text, claim["cue"]) or None,
        "content": words(text, claim["content"]),
        "hedges": words(text, certainty.get("basis") or []) or None,
        "tense": certainty.get("tense"),
        "confidence": certainty.get("confidence"),
        "distance": words(text, certainty.get("distance") or []) or None,
        "via": claim["via"],
        "made_by": claim["why"]["by"],
    }


def _outlook(claim: Json, text: str, entities: Mapping[str, Json], times: Mapping[str, Json]) -> Json:
    """What the claim looks ahead to; null throughout where it does not."""
    ahead = claim["outlook"] or {}
    time = times.get(ahead.get("horizon") or "")
    low, high = ahead.get("likelihood") or (None, None)
    known, said = entities.get(ahead.get("addressee") or ""), ahead.get("addressee_span")
    return {
        "outcome": words(text, ahead.get("outcome") or []) or None,
        "condition": words(text, joined(text, ahead.get("signal", []) + ahead.get("condition", []))) or None,
        "horizon": words(text, [time["span"]]) if time else None,
        "until": _day(ahead.get("until")),
        "addressee": known["name"] if known else words(text, [said]) if said else None,
        "likely_low": low,
        "likely_high": high,
    }


def _about(form: Json, entities: Mapping[str, Json]) -> Iterator[Json]:
    """Claims and the entities mentioned in their content."""
    spans = ((Anchor(*m["span"]), e["id"]) for e in entities.values() for m in e["mentions"])
    mentions = Spans((anchor, (anchor.start, anchor.end, entity)) for anchor, entity in spans)
    for claim in form["claims"] or []:
        inside = {held for part in claim["content"] for held in mentions.within(Anchor(*part))}
        for entity in dict.fromkeys(entity for _, _, entity in sorted(inside)):
            yield {"claim_id": claim["id"], "entity_id": entity}


def _event(event: Json, text: str, entities: Mapping[str, Json], times: Mapping[str, Json]) -> Json:
    place = entities.get(event["place"]) or {}
    time = times.get(event["time"]) or {}
    located = place.get("place") or {}
    certainty = event["certainty"] or {}
    return {
        **{name: event[name] for name in ("id", "type", "mode", "status")},
        **{name: certainty.get(name) for name in ("polarity", "level", "tense")},
        "position": event["trigger"][0][0],
        "claim_id": event["claim"],
        "trigger": words(text, event["trigger"]),
        "place": place.get("name"),
        "lat": located.get("lat"),
        "lon": located.get("lon"),
        "start": _day(time.get("start")),
        "end": _day(time.get("end")),
        "made_by": event["why"]["by"],
    }


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _parties(form: Json) -> Iterator[Json]:
    for event in form["events"] or []:
        for role in ("actor", "target"):
            for entity in dict.fromkeys(event[f"{role}s"]):
                yield {"event_id": event["id"], "role": role, "entity_id": entity}


def _number(number: Json, text: str) -> Json:
    return {
        **{name: number[name] for name in ("id", "low", "high", "counts", "unit")},
        "position": number["span"][0],
        "words": words(text, [number["span"]]),
    }


def _stance(stance: Json, text: str, entities: Mapping[str, Json]) -> Json:
    holder, target = entities.get(stance["from"]), entities.get(stance["to"])
    return {
        "id": stance["id"],
        "position": stance["basis"][0][0],
        "holder_id": stance["from"],
        "holder": holder["name"] if holder else words(text, [stance["from_span"]]),
        "holder_named": _named(holder),
        "value": stance["value"],
        "target_id": stance["to"],
        "target": target["name"] if target else None,
        "target_named": _named(target),
        "toward": words(text, stance["toward"]),
        "event_id": stance["act"],
        "basis": words(text, stance["basis"]),
        "claim_id": stance["claim"],
        "made_by": stance["why"]["by"],
    }


def _named(entity: Json | None) -> bool:
    """The text calls it by a name: "Reuters", not "the agency"."""
    return entity is not None and any(mention["form"] in {"name", "metonym"} for mention in entity["mentions"])
