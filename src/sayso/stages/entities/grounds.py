"""Which nouns fit which places: no city is a region, no province a town."""

from __future__ import annotations

from sayso.models import gazetteer
from sayso.stages.entities.seen import Seen
from sayso.vocabulary import naming

_WIDER = frozenset({"region", "area", "district", "neighborhood", "neighbourhood", "territory", "peninsula"})
"""Nouns that no town is called by."""
_TOWNS = frozenset({"city", "town", "village", "capital"})
"""Nouns that nothing but a town is called by."""


def may_be(s: Seen, place: Seen) -> bool:
    """The noun fits the place: no city is a region or a neighbourhood, no district a city."""
    if place.mention.kind != s.mention.kind:
        return False
    last = place.words[-1].lower()
    if len(place.words) > 1 and naming.heads().get(last) == "place":
        return last == s.head.lower
    found = gazetteer.lookup(" ".join(place.words))[:1]
    town = any(p.kind in ("city", "capital") for p in found)
    if s.head.lower in _WIDER:
        return not town
    region = place.actor is not None and place.actor.kind == "place"
    return s.head.lower not in _TOWNS or town or not (found or region)
