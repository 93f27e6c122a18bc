"""The measures `make gate` takes, in the order of the pipeline."""

from __future__ import annotations

from benchmarks import (
    analysis,
    attribution,
    certainty,
    dossier,
    entities,
    events,
    links,
    nested,
    numbers,
    places,
    source_pronouns,
    times,
)
from benchmarks.measure import Measure

MEASURES: tuple[Measure, ...] = (
    entities.MEASURE,
    source_pronouns.MEASURE,
    source_pronouns.LABELLED,
    source_pronouns.UNSEEN,
    times.TEMPEVAL,
    times.MEANTIME,
    numbers.MEASURE,
    *places.MEASURES,
    *attribution.MEASURES,
    *nested.MEASURES,
    certainty.MEASURE,
    certainty.FACTUALITY,
    events.MEASURE,
    links.MEASURE,
    *analysis.MEASURES,
    dossier.MEASURE,
)
