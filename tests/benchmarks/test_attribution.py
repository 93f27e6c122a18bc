"""The attribution measure: what is handed to the scorer, and that its score falls with a miss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.attribution import MEASURES, SCORER, document, predicted, score

from sayso.pipeline import analyse

needs_scorer = pytest.mark.skipif(not SCORER.exists(), reason="the scorer lies outside the repository")

TEXT = '"It was dark," Anna Berg said. "It was cold." The clerk said that the mayor denied the plan.'


def test_a_quotation_that_goes_on_is_one_attribution_and_inner_claims_are_left_out() -> None:
    found = predicted(analyse(document({"id": "a", "text": TEXT})))
    words = [[TEXT[s:e] for s, e in one["content"]] for one in found]
    assert words == [['"It was dark,"', '"It was cold."'], ["that the mayor denied the plan"]]
    assert [[TEXT[s:e] for s, e in one["source"]] for one in found] == [["Anna Berg"], ["The clerk"]]


@needs_scorer
def test_the_score_is_full_where_gold_is_what_was_found_and_falls_with_a_miss(tmp_path: Path) -> None:
    found = predicted(analyse(document({"id": "a", "text": TEXT})))
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": found}) + "\n")
    whole = {"whole_p": 1.0, "whole_r": 1.0, "whole_f1": 1.0}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("benchmarks.attribution.RECALLS", ())
        assert whole.items() <= dict(score(gold, "accurate").values).items()
        more = [*found, {"id": "x", "source": [], "cue": [[0, 3]], "content": [[60, 70]]}]
        gold.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": more}) + "\n")
        assert score(gold, "accurate").values["whole_r"] == pytest.approx(2 / 3)


def test_the_measure_names_its_corpus() -> None:
    assert [m.name for m in MEASURES] == ["attribution", "attribution_fast"]
    assert all(m.corpus.name == "dev.jsonl" for m in MEASURES)
