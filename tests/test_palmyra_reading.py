"""The interview that started sayso, where it lies beside the repository; and that no run differs from the next."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest

from sayso.document.layer import ENTITIES, SECTIONS, TURNS, Analysis
from sayso.read import Given, Loss, read_paths
from sayso.samples import texts
from sayso.stages import entities, mentions, sections, sentences, turns
from tests.palmyra import PAGE, there


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    (item,) = read_paths([PAGE], Given(published=date(2016, 12, 12)))
    assert not isinstance(item, Loss)
    found = Analysis(item)
    for stage in (sections.STAGE, sentences.stage("accurate"), mentions.STAGE, entities.STAGE, turns.STAGE):
        found = stage.run(found)
    return found


@there
def test_the_page_is_taken_apart(analysis: Analysis) -> None:
    kinds = [section.kind for section in analysis[SECTIONS]]
    assert kinds[:4] == ["headline", "headline", "lead", "insertion"]
    assert kinds[4:-2] == [
        "question",
        "answer",
        "answer",
        "question",
        "answer",
        "question",
        "answer",
        "answer",
        "question",
        "answer",
    ]
    assert kinds[-2:] == ["boilerplate", "boilerplate"]
    words = {section.kind: analysis.document.words(section.anchor) for section in analysis[SECTIONS]}
    assert words["insertion"] == "(banned in Russia)"
    assert words["lead"].startswith("This weekend,")


@there
def test_who_asks_and_who_answers(analysis: Analysis) -> None:
    by_id = {entity.id: entity for entity in analysis[ENTITIES]}
    words = analysis.document.words
    spoken = [(turn.role, words(by_id[turn.speaker].name)) for turn in analysis[TURNS] if turn.speaker]
    assert spoken == [("question", "Vestnik Kavkaza"), ("answer", "Mikhail Remizov")] * 4
    role = by_id[analysis[TURNS][1].speaker or ""].role
    assert role is not None
    assert words(role) == "president of the National Strategy Institute"


def test_two_runs_give_the_same_bytes() -> None:
    """Two processes with different hash seeds read the dossier."""
    command = [
        sys.executable,
        "-c",
        "from sayso.cli import main; main()",
        "read",
        "--format",
        "jsonl",
        *map(str, texts()),
    ]

    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, capture_output=True, check=False).stdout

    first, second = run("1"), run("2")
    assert first.count(b"\n") >= len(texts())
    assert first == second
