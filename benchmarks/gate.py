"""`make gate`: take every measure, hold it against its floors, and write benchmarks/results/gate.json.

    python -m benchmarks.gate [MEASURE…] [--allow-missing]

Only what was taken is written: a measure that was not named, or whose corpus is not here, keeps its last result, and
the run says which. A corpus that is not here fails the gate, unless `--allow-missing` is given.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import floors, registry
from benchmarks.floors import Floors
from benchmarks.measure import Measure, Scores

ALLOW = "--allow-missing"
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


def main(arguments: list[str], console: Console | None = None) -> int:
    """Run the measures named (all where none is); 1 where a floor or a corpus is missed, 2 for an unknown name."""
    console = console or Console()
    wanted = [argument for argument in arguments if argument != ALLOW]
    unknown = sorted(set(wanted) - {measure.name for measure in registry.MEASURES})
    if unknown:
        console.print(f"[red]no measure is called {', '.join(unknown)}; there are: {_names(registry.MEASURES)}")
        return 2
    chosen = [measure for measure in registry.MEASURES if not wanted or measure.name in wanted]
    missing = [measure for measure in chosen if not measure.available]
    wrong = _taken([measure for measure in chosen if measure.available], console)
    for measure in missing:
        console.print(f"not taken: {measure.name}: {measure.missing} is not here; its last result is kept")
    if ALLOW not in arguments:
        wrong += [f"{measure.name} was not taken; {ALLOW} lets that pass" for measure in missing]
    for line in wrong:
        console.print(f"[red]{line}")
    return 1 if wrong else 0


def _names(measures: Iterable[Measure]) -> str:
    return ", ".join(measure.name for measure in measures)


def _taken(measures: list[Measure], console: Console) -> list[str]:
    """Take the measures, write their results beside those of the others, and say what is wrong."""
    held = floors.load()
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    kept = sorted(set(results) - {measure.name for measure in measures})
    wrong: list[str] = []
    table = Table("measure", "score", "value", "floor", "items")
    for measure in measures:
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
    if kept:
        console.print(f"kept from an earlier run: {', '.join(kept)}")
    if measures:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
