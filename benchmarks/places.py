"""Where places are, on GeoVirus dev: 33 news articles with the coordinates of Wikipedia.

`places_given` gives our choice the gold names; `places` finds the names itself. A place is right within 161 km (100
miles, the field's usual bound). The area-aware scores take off the radius that we state for the place, as a point
inside a state is right however far its middle is. `python -m benchmarks.places --missing` counts the names the
gazetteer lacks.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measure import SHARED, Measure, Scores, f1, lines
from sayso.document.anchor import Anchor
from sayso.document.layer import ENTITIES, MENTIONS, PLACES
from sayso.document.text import Document, Text
from sayso.models import gazetteer
from sayso.models.gazetteer import Place
from sayso.models.sphere import km_between
from sayso.pipeline import STAGES, analyse
from sayso.stages.places.choice import Choice, choose
from sayso.stages.places.toponyms import toponym

RIGHT_KM = 161.0
NOWHERE_KM = 20_015.0
"""Half the Earth around: the error of a name without a place."""
DEV = SHARED / "data" / "geo_geovirus" / "dev.jsonl"


def given(line: dict[str, Any]) -> list[tuple[dict[str, Any], Choice]]:
    """Each gold name with the place we choose; equal names of a text are one place."""
    places = sorted(line["places"], key=lambda place: (place["t"], place["s"]))
    groups = [list(group) for _, group in groupby(places, key=lambda place: place["t"])]
    names = [toponym(str(i), [Anchor(p["s"], p["e"]) for p in group], line["text"]) for i, group in enumerate(groups)]
    chosen = choose(names, line["text"], {})
    return [(gold, choice) for group, choice in zip(groups, chosen, strict=True) for gold in group]


def error_km(gold: dict[str, Any], place: Place | None) -> float:
    """Distance of the point we give; half the Earth around where we give none."""
    if place is None or place.lat is None or place.lon is None:
        return NOWHERE_KM
    return km_between((gold["lat"], gold["lon"]), (place.lat, place.lon))


def score_given(corpus: Path) -> Scores:
    """Shares within 161 km and the median error, over gold names."""
    found = [pair for line in lines(corpus) for pair in given(line)]
    errors = [error_km(gold, choice.place) for gold, choice in found]
    radii = [choice.place.precision_km if choice.place else 0.0 for _, choice in found]
    near = sum(km <= RIGHT_KM for km in errors)
    inside = sum(km - radius <= RIGHT_KM for km, radius in zip(errors, radii, strict=True))
    missing = sum(choice.rule == "not-in-gazetteer" for _, choice in found)
    values = {
        "acc161": near / len(found),
        "acc161_area": inside / len(found),
        "unknown": missing / len(found),
        "median_km": median(errors),
    }
    return Scores(len(found), values)


def located(line: dict[str, Any]) -> Iterator[tuple[Anchor, float, float, float]]:
    """Every name of a located entity of our own: its anchor, latitude, longitude, radius in km."""
    until = next(i for i, stage in enumerate(STAGES) if stage.name == PLACES.name)
    document = Document(Text(line["text"]), key=line["id"], language="en")
    analysis = analyse(document, STAGES[: until + 1])
    mentions = {m.id: m for m in analysis[MENTIONS]}
    entities = {e.id: e for e in analysis[ENTITIES]}
    for found in analysis[PLACES]:
        if found.lat is not None and found.lon is not None:
            for id in entities[found.entity].mentions:
                if mentions[id].form == "name":
                    yield mentions[id].anchor, found.lat, found.lon, found.precision_km or 0.0


def score_found(corpus: Path) -> Scores:
    """Precision, recall, F1 of names over a gold name and within 161 km of it; area-aware: less our radius."""
    golds = predicted = near = inside = 0
    for line in lines(corpus):
        free = list(line["places"])
        golds += len(free)
        for anchor, lat, lon, radius in located(line):
            predicted += 1
            gold = next((g for g in free if g["s"] < anchor.end and anchor.start < g["e"]), None)
            if gold is not None:
                free.remove(gold)
                km = km_between((gold["lat"], gold["lon"]), (lat, lon))
                near += km <= RIGHT_KM
                inside += km - radius <= RIGHT_KM
    values: dict[str, float] = {}
    for suffix, right in (("", near), ("_area", inside)):
        values[f"p{suffix}"] = right / predicted if predicted else 0.0
        values[f"r{suffix}"] = right / golds
        values[f"f1{suffix}"] = f1(right, predicted, golds)
    return Scores(golds, values)


MEASURES = (
    Measure(
        "places_given", DEV, score_given, "GeoVirus dev, 33 articles, gold names: within 161 km of Wikipedia's point"
    ),
    Measure(
        "places",
        DEV,
        score_found,
        "GeoVirus dev, 33 articles, our own names: overlap and within 161 km",
    ),
)


def missing(corpus: Path) -> list[tuple[str, int]]:
    """Gold names under which the gazetteer has nothing, most frequent first."""
    names = Counter(place["t"] for line in lines(corpus) for place in line["places"])
    return [(name, count) for name, count in names.most_common() if not gazetteer.lookup(name)]


def main() -> None:
    """Print the scores, or with --missing the names the gazetteer lacks, or with --wrong each wrong place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEV)
    parser.add_argument("--missing", action="store_true", help="names the gazetteer lacks, by count")
    parser.add_argument("--wrong", action="store_true", help="each gold name that we place elsewhere")
    options = parser.parse_args()
    if options.missing:
        for name, count in missing(options.corpus):
            print(f"{count:4} {name}")
    elif options.wrong:
        _print_wrong(options.corpus)
    else:
        for measure in MEASURES:
            scores = measure.run(options.corpus)
            print(measure.name, scores.items, {name: round(value, 4) for name, value in scores.values.items()})


def _print_wrong(corpus: Path) -> None:
    for line in lines(corpus):
        for gold, choice in given(line):
            km = error_km(gold, choice.place)
            place = choice.place
            if km - (place.precision_km if place else 0) > RIGHT_KM:
                ours = f"{place.name} {place.country} {place.kind} {place.population}" if place else "-"
                print(f"{line['id']} {gold['t']!r} {gold['lat']},{gold['lon']} {choice.rule} {ours} {km:.0f} km")


if __name__ == "__main__":
    main()
