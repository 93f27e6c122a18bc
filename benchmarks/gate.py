"""`make gate`: take every measure, hold it against its floors, and write benchmarks/results/gate.json."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import floors, registry
from benchmarks.floors import Floors
from benchmarks.measure import Measure, Scores

RESULTS = Path(__file__).parent / "results" / "gate.json"


def failures(measure: Measure, scores: Scores, held: Floors | None) -> list[str]:
    """What is wrong: a changed corpus, a score under its floor, a floor for a score that was not taken."""
    if held is None:
        return [f"{measure.name} has no floors in {floors.FILE.name}"]
    if held.sha256 != measure.sha256:
        return [f"{measure.name}: {measure.corpus} is not the corpus the floors were taken on"]
    return [
        f"{measure.name}.{name} is {scores.values.get(name, float('nan')):.3f}, floor {floor:.3f}"
        for name, floor in held.values.items()
        if not scores.values.get(name, float("nan")) >= floor
    ]


def main(wanted: list[str]) -> int:
    """Run the measures named (all where none is); 1 where a floor does not hold."""
    console = Console()
    held = floors.load()
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    wrong: list[str] = []
    table = Table("measure", "score", "value", "floor", "items")
    for measure in registry.MEASURES:
        if wanted and measure.name not in wanted:
            continue
        if not measure.available:
            console.print(f"skipped {measure.name}: {measure.corpus} is not here")
            continue
        scores = measure.run(measure.corpus)
        limits = held.get(measure.name)
        for name, value in scores.values.items():
            floor = f"{limits.values[name]:.3f}" if limits and name in limits.values else "-"
            table.add_row(measure.name, name, f"{value:.3f}", floor, str(scores.items))
        wrong += failures(measure, scores, limits)
        results[measure.name] = {
            "about": measure.about,
            "items": scores.items,
            **{name: round(value, 4) for name, value in scores.values.items()},
        }
    console.print(table)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    for line in wrong:
        console.print(f"[red]{line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
