"""Distances on the Earth, taken for a sphere."""

from __future__ import annotations

import math

DIAMETER_KM = 2 * 6371.0088


def km_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points given as latitude and longitude in degrees (haversine), in km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))
