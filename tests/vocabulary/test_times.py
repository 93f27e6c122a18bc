"""Every example in the vocabulary of times is read as it says, and nothing is read in what must not be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sayso.document.layer import TIMES
from sayso.document.records import Time
from sayso.stages.times import GUARDS, MEANINGS
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

PUBLISHED = date(2016, 12, 12)
RULES: list[dict[str, Any]] = vocabulary("times")["rules"]
EXAMPLES = [(rule, text, values) for rule in RULES for text, values in rule["example"].items()]


def read(text: str) -> list[tuple[str, Time]]:
    analysis = analysed(text, PUBLISHED)
    return [(analysis.document.words(time.anchor), time) for time in analysis[TIMES]]


@pytest.mark.parametrize(("rule", "text", "values"), EXAMPLES, ids=[f"{r['id']}: {t}" for r, t, _ in EXAMPLES])
def test_example_is_read(rule: dict[str, Any], text: str, values: dict[str, str]) -> None:
    found = read(text)
    assert {words: time.timex3 for words, time in found} == {words: str(value) for words, value in values.items()}


@pytest.mark.parametrize(("rule", "text", "values"), EXAMPLES, ids=[f"{r['id']}: {t}" for r, t, _ in EXAMPLES])
def test_example_is_read_by_its_rule(rule: dict[str, Any], text: str, values: dict[str, str]) -> None:
    assert f"rule:times.{rule['id']}" in {time.why.by for _, time in read(text)}


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_counter_example_is_not_read(rule: dict[str, Any]) -> None:
    assert [words for words, _ in read(rule["not"])] == []


def test_every_rule_is_whole() -> None:
    ids = [rule["id"] for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(rule["definition"] and rule["means"] in MEANINGS for rule in RULES)
    assert all(rule["guard"] in GUARDS for rule in RULES if "guard" in rule)
