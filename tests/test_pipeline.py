"""Bad wiring is refused before the first text; a stage sees only what it declared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.document.layer import NUMBERS, SECTIONS, SENTENCES, Analysis
from sayso.document.records import Quantity, Section
from sayso.document.text import Document, Text
from sayso.errors import WiringError
from sayso.pipeline import STAGES, analyse, check_wiring, fingerprint
from sayso.stages.stage import Inputs, Stage

DOCUMENT = Document(Text("The fleet sailed."), key="test", language="en")


def nothing(_: Inputs) -> Iterator[Section]:
    return iter(())


def test_reading_what_nobody_writes_is_refused() -> None:
    with pytest.raises(WiringError, match="reads sentences, which no stage before it writes"):
        check_wiring([Stage(SECTIONS, (SENTENCES,), 1, nothing)])


def test_writing_a_layer_twice_is_refused() -> None:
    twice = Stage(SECTIONS, (), 1, nothing)
    with pytest.raises(WiringError, match="two stages write sections"):
        check_wiring([twice, twice])


def test_a_stage_sees_only_what_it_declared() -> None:
    def peek(inputs: Inputs) -> Iterator[Quantity]:
        assert inputs[SECTIONS] is not None
        yield from ()

    sections = Stage(SECTIONS, (), 1, nothing)
    with pytest.raises(WiringError, match="without declaring"):
        Stage(NUMBERS, (), 1, peek).run(sections.run(Analysis(DOCUMENT)))


def test_every_stage_has_run_on_an_english_text_and_none_on_another() -> None:
    assert {stage.name for stage in STAGES} == set(analyse(DOCUMENT).layers)
    foreign = analyse(Document(Text("La flota zarpó."), key="test", language="es"))
    assert not foreign.layers
    assert [note.code for note in foreign.notes] == ["date-unknown", "language"]


def test_the_fingerprint_names_every_stage_with_its_version() -> None:
    assert fingerprint([Stage(SECTIONS, (), 7, nothing)]) == "sections-7"
    assert len(fingerprint().split()) == len(STAGES)
