"""Measure the pipeline on the sample dossier: how many hand-written expectations are met, by type and grade.

`python -m benchmarks.dossier [KEY …] [--unmet GRADE]` prints the table and what is unmet and why;
`python -m benchmarks.dossier --manifest` writes down the files the measure rests on.

Matching rules (an expectation is met when one record satisfies every facet it names; words are runs of letters/digits):

- content: the record holds at least 60% of the expected words, and they are at least 30% of the record's words, so that
  a quote told in two records or joined with its neighbour still counts, and a whole paragraph does not
- source, actor, target, place: shares a word with the mark, itself or through a mention of the entity it names
- cue, basis, trigger, signal, number, counts: shares a word with the mark
- via: the claim that passes it on has the marked source
- a name (speaker, actor, respondent …): the entity's name, alias or a description of it contains all its words
- links and options: at least half of the shorter of the two spans is shared; direction counts; ends in `loose` do not
- numbers: both sides equal; `loose` ones need only overlap the expected range
- dates: both days equal; lists of values: any of them
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import expectations
from benchmarks.dossier_match import Reading, misses
from benchmarks.expectations import GRADES, Expectation
from benchmarks.measure import ROOT, Measure, Scores
from sayso.document.codec import encode
from sayso.document.text import Document
from sayso.pipeline import analyse
from sayso.read import Given, read_paths
from sayso.samples import maine, texts

MANIFEST = ROOT / "tests" / "samples" / "manifest.sha256"


class StaleManifestError(ValueError):
    """The manifest does not describe the texts and expectations that are there."""


@dataclass(frozen=True)
class Result:
    """One expectation held against one document; `missing` names the facets the best record lacks, empty where met."""

    key: str
    expectation: Expectation
    missing: tuple[str, ...]

    @property
    def met(self) -> bool:
        return not self.missing


def manifest() -> str:
    """A line `sha256  path` for every text and every file of expectations."""
    paths = [*texts(), *expectations.FOLDER.glob("*.yaml")]
    relative = sorted(path.resolve().relative_to(ROOT.resolve()).as_posix() for path in paths)
    return "".join(f"{hashlib.sha256((ROOT / path).read_bytes()).hexdigest()}  {path}\n" for path in relative)


def documents() -> dict[str, Document]:
    """The sample documents by key (the file's name or the JSONL id), as the program reads them.

    Raises ValueError where a sample cannot be read.
    """
    found: dict[str, Document] = {}
    for read in read_paths([maine()], Given()):
        if not isinstance(read, Document):
            raise ValueError(f"a sample cannot be read: {read}")
        found[Path(read.key).name] = read
    return found


def results(keys: Iterable[str] = ()) -> Iterator[Result]:
    """Every expectation on these documents (all where none is named), in the order of the files."""
    wanted = frozenset(keys)
    found = documents()
    for expected in expectations.load_all():
        if wanted and expected.key not in wanted:
            continue
        reading = Reading(encode(analyse(found[expected.key])))
        for expectation in expected.expectations:
            yield Result(expected.key, expectation, tuple(misses(reading, expectation)))


def scores(found: Iterable[Result]) -> Scores:
    """Share met by grade, and by type over its musts and shoulds."""
    met: Counter[str] = Counter()
    every: Counter[str] = Counter()
    items = 0
    for result in found:
        items += 1
        names = [result.expectation.grade]
        if result.expectation.grade != "may":
            names.append(result.expectation.heading)
        every.update(names)
        if result.met:
            met.update(names)
    order = [*GRADES, *expectations.HEADINGS]
    return Scores(items, {name: met[name] / every[name] for name in order if every[name]})


def run(corpus: Path) -> Scores:
    """The scores on the whole dossier. Raises StaleManifestError where it is not the one the manifest names."""
    if corpus.read_text(encoding="utf-8") != manifest():
        raise StaleManifestError(f"{corpus} is stale; run python -m benchmarks.dossier --manifest")
    return scores(results())


MEASURE = Measure("dossier", MANIFEST, run, "hand-written expectations on the sample dossier that are met")


def _table(found: list[Result]) -> str:
    """Met of all, a row for each type and a column for each grade."""
    every = Counter((r.expectation.heading, r.expectation.grade) for r in found)
    met = Counter((r.expectation.heading, r.expectation.grade) for r in found if r.met)
    rows = [f"{'':14}" + "".join(f"{grade:>12}" for grade in GRADES)]
    for heading in expectations.HEADINGS:
        cells = [f"{met[heading, g]}/{every[heading, g]}" if every[heading, g] else "-" for g in GRADES]
        rows.append(f"{heading:14}" + "".join(f"{cell:>12}" for cell in cells))
    totals = [
        f"{sum(met[h, g] for h in expectations.HEADINGS)}/{sum(n for (_, x), n in every.items() if x == g)}"
        for g in GRADES
    ]
    return "\n".join([*rows, f"{'all':14}" + "".join(f"{cell:>12}" for cell in totals)])


def main(arguments: list[str]) -> int:
    """The command line; 1 where a must is not met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dossier")
    parser.add_argument("keys", nargs="*", help="documents (default: all)")
    parser.add_argument("--unmet", choices=GRADES, action="append", default=[], help="list what is unmet in this grade")
    parser.add_argument("--type", choices=list(expectations.HEADINGS), help="list only this type")
    parser.add_argument("--manifest", action="store_true", help="write the manifest and stop")
    given = parser.parse_args(arguments)
    if given.manifest:
        MANIFEST.write_text(manifest(), encoding="utf-8")
        return 0
    found = list(results(given.keys))
    print(_table(found))
    for result in found:
        expectation = result.expectation
        if not result.met and expectation.grade in given.unmet and given.type in (None, expectation.heading):
            print(f"{result.key} {expectation.grade} {expectation.heading}: {expectation.value}")
            print(f"    lacks {'; '.join(result.missing)}")
    return 1 if any(not r.met and r.expectation.grade == "must" for r in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
