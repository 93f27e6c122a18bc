"""The second annotation that is kept is of texts of the test half, and of all that the page on the set names."""

from __future__ import annotations

import re

from benchmarks.analysis import SETS
from benchmarks.analysis_set import FOLDER, load


def test_the_second_annotation_is_of_the_same_texts() -> None:
    first = {passage.id: passage for passage in load(SETS["test"])}
    second = load(FOLDER / "second.yaml")
    assert [passage.text for passage in second] == [first[passage.id].text for passage in second]
    named = re.search(r"eight texts of `test.yaml` \(([\d, ]+):", (FOLDER / "README.md").read_text())
    assert named is not None
    assert [passage.id for passage in second] == [f"test-{number}" for number in named[1].split(", ")]
