"""Where the towns of a land lie, and the disc that they fill."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from statistics import median

from sayso.models.sphere import km_between

LEAST_KM = 15.0
"""A land with one known town is not a point."""


class Spread:
    """Points in degrees."""

    __slots__ = ("_lats", "_lons")

    def __init__(self) -> None:
        self._lats, self._lons = array("d"), array("d")

    def add(self, lat: float, lon: float) -> None:
        """One more town."""
        self._lats.append(lat)
        self._lons.append(lon)

    @property
    def disc(self) -> tuple[float, float, float]:
        """Latitude and longitude of its middle and its radius in km.

        Over a disc the median distance from the middle is the radius divided by the root of two. Towns thrice as
        far out as the median are taken for errors of the source.
        """
        points = list(zip(self._lats, self._lons, strict=True))
        middle = _middle(points)
        away = [km_between(middle, point) for point in points]
        limit = 3 * max(LEAST_KM, median(away))
        near = [point for point, km in zip(points, away, strict=True) if km <= limit]
        middle = _middle(near)
        km = math.sqrt(2) * median(km_between(middle, point) for point in near)
        return round(middle[0], 3), round(middle[1], 3), round(max(LEAST_KM, km), 1)


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points on the sphere, in degrees."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x += math.cos(a) * math.cos(b)
        y += math.cos(a) * math.sin(b)
        z += math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
