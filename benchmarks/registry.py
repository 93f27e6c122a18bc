"""The measures `make gate` takes, in the order of the pipeline."""

from __future__ import annotations

from benchmarks import dossier, entities
from benchmarks.measure import Measure

MEASURES: tuple[Measure, ...] = (entities.MEASURE, dossier.MEASURE)
