"""The pipeline meets every must that a careful analyst would read in the sample dossier.

`python -m benchmarks.dossier --unmet must` lists what is missing; shoulds and mays are counted by `make gate` only.
"""

from __future__ import annotations

import pytest
from benchmarks.dossier import Result

from benchmarks import dossier, expectations

EXPECTED = expectations.load_all()


@pytest.fixture(scope="module")
def results() -> dict[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for result in dossier.results():
        found.setdefault(result.key, []).append(result)
    return found


@pytest.mark.parametrize("key", [expected.key for expected in EXPECTED])
def test_musts(key: str, results: dict[str, list[Result]]) -> None:
    unmet = [r for r in results[key] if r.expectation.grade == "must" and not r.met]
    assert [f"{r.expectation.heading}: {r.expectation.value} lacks {'; '.join(r.missing)}" for r in unmet] == []


def test_the_manifest_names_the_dossier_as_it_is() -> None:
    assert dossier.MANIFEST.read_text(encoding="utf-8") == dossier.manifest()


def test_scores_count_each_expectation_once_by_grade(results: dict[str, list[Result]]) -> None:
    scores = dossier.scores(result for found in results.values() for result in found)
    assert scores.items == sum(len(expected.expectations) for expected in EXPECTED)
    assert all(0 <= value <= 1 for value in scores.values.values())
