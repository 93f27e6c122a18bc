"""The nested set resolves to words of its texts, and a chain counts only where every link of it is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.attribution import SCORER
from benchmarks.measure import Scores
from benchmarks.nested import MEASURES, SETS, agreement, bare, compared, main, predicted, scores
from benchmarks.nested_set import Attribution, BadSetError, Passage, load

from tests.analysed import analysed

needs_scorer = pytest.mark.skipif(not SCORER.exists(), reason="the scorer lies outside the repository")

TEXT = "The Echo said that the mayor had told clerks that Anna Berg feared a flood. The clerks said nothing of the dam."
CLAIMS: list[dict[str, Any]] = [
    {"id": "a", "source": "The Echo", "cue": "said#1"},
    {"id": "b", "via": "a", "source": "the mayor", "cue": "had told"},
    {"id": "c", "via": "b", "source": "Anna Berg", "cue": "feared", "content": ["a flood"]},
    {"id": "d", "source": "The clerks", "cue": "said#2", "content": "nothing of the dam"},
]
CLAIMS[0]["content"] = ["that the mayor had told clerks that Anna Berg feared a flood"]
CLAIMS[1]["content"] = ["that Anna Berg feared a flood"]


def written(folder: Path, claims: list[dict[str, Any]], text: str = TEXT) -> Path:
    """A set of one text."""
    file = folder / "toy.yaml"
    file.write_text(yaml.safe_dump([{"id": "toy-01", "text": text, "claims": claims}]))
    return file


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    return load(written(tmp_path, CLAIMS))[0]


def without(claims: tuple[Attribution, ...], name: str) -> list[Attribution]:
    """Claims as a program would find them that overlooks one: what it passes on is taken to come from farther out."""
    lost = next(claim for claim in claims if claim.id == name)
    return [replace(c, via=lost.via) if c.via == name else c for c in claims if c.id != name]


def values(passage: Passage, claims: list[Attribution] | tuple[Attribution, ...]) -> dict[str, float]:
    found: Scores = scores([compared(passage, claims)])
    return dict(found.values)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"cue": "denied"}, r"toy-01 d: not in the text: 'denied'"),
        ({"cue": "said"}, r"toy-01 d: 2 times in the text, say which \(#1 …\): 'said'"),
        ({"cue": "said#3"}, r"toy-01 d: there is no #3, only 2 in the text: 'said'"),
        ({"cue": "ear"}, r"toy-01 d: not in the text: 'ear'"),
        ({"cue": None}, "toy-01 d has no cue"),
        ({"content": []}, "toy-01 d has no content"),
        ({"colour": "red"}, "toy-01 d: no field is called colour"),
        ({"kind": "rumour"}, "toy-01 d: no kind is called 'rumour'"),
        ({"id": "c"}, "toy-01 has two claims c"),
        ({"via": "x"}, "toy-01 d: no claim above it is called x"),
        ({"via": "a"}, "toy-01 d: not inside the content of a: 'The clerks'"),
    ],
)
def test_an_annotation_that_cannot_be_trusted_is_refused(change: dict[str, Any], says: str, tmp_path: Path) -> None:
    with pytest.raises(BadSetError, match=says):
        load(written(tmp_path, [*CLAIMS[:3], {**CLAIMS[3], **change}]))


def test_a_set_is_a_list_of_texts_with_an_id_each(tmp_path: Path) -> None:
    file = tmp_path / "toy.yaml"
    file.write_text("text: alone\n")
    with pytest.raises(BadSetError, match="is no list of texts"):
        load(file)
    file.write_text(yaml.safe_dump([{"id": "x", "text": "One."}, {"id": "x", "text": "Two."}]))
    with pytest.raises(BadSetError, match="has two texts x"):
        load(file)


def test_words_are_found_as_words_and_by_their_number(passage: Passage) -> None:
    said, feared = passage.claims[3], passage.claims[2]
    assert [anchor.words(TEXT) for anchor in (*said.source, *said.cue, *said.content)] == [
        "The clerks",
        "said",
        "nothing of the dam",
    ]
    assert said.cue[0].start == TEXT.rindex("said")
    assert [claim.id for claim in passage.chains()[0]] == ["a", "b", "c"] and len(passage.chains()) == 1
    assert feared.via == "b"


@pytest.mark.parametrize("path", SETS.values(), ids=SETS.keys())
def test_every_text_of_the_shipped_sets_resolves(path: Path) -> None:
    passages = load(path)
    assert sum(len(chain) > 2 for passage in passages for chain in passage.chains()) >= 6
    for passage in passages:
        assert 60 <= len(passage.text.split()) <= 160, passage.id
        for claim in passage.claims:
            assert (claim.voice is not None) == bool(claim.source), f"{passage.id} {claim.id}"
            assert claim.voice is None or claim.voice in passage.text, f"{passage.id} {claim.id}"
            assert (claim.type is None) == (claim.kind in {None, "named"}), f"{passage.id} {claim.id}"


def test_the_halves_share_no_text() -> None:
    dev, test = ({passage.text for passage in load(path)} for path in SETS.values())
    assert not dev & test


@needs_scorer
def test_the_annotation_itself_is_all_right(passage: Passage) -> None:
    assert set(values(passage, passage.claims).values()) == {1.0}


@needs_scorer
@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        ("a", {"chains_complete": 0.0, "links_right": 0.5, "via_precision": 1.0}),
        ("b", {"chains_complete": 0.0, "links_right": 0.0, "via_precision": 0.0}),
        ("c", {"chains_complete": 0.0, "links_right": 0.5, "via_precision": 1.0}),
        ("d", {"chains_complete": 1.0, "links_right": 1.0, "via_precision": 1.0}),
    ],
)
def test_a_chain_breaks_where_one_claim_of_it_is_overlooked(
    lost: str, expected: dict[str, float], passage: Passage
) -> None:
    found = values(passage, without(passage.claims, lost))
    assert expected.items() <= found.items()
    assert found["whole_f1"] == pytest.approx(6 / 7)


@needs_scorer
def test_a_claim_of_ours_between_two_that_match_breaks_the_chain(passage: Passage) -> None:
    a, b, c, d = passage.claims
    between = replace(b, id="x", via="a", cue=c.content)
    found = values(passage, [a, between, replace(b, via="x"), c, d])
    assert (found["chains_complete"], found["links_right"]) == (0.0, 0.5)


@needs_scorer
def test_the_source_of_every_link_must_be_right(passage: Passage) -> None:
    a, b, c, d = passage.claims
    found = values(passage, [a, replace(b, source=d.source), c, d])
    assert (found["chains_complete"], found["links_right"]) == (0.0, 0.0)
    assert values(passage, [a, replace(b, source=()), c, d])["chains_complete"] == 0.0


@needs_scorer
def test_a_voice_around_an_outermost_claim_is_one_too_many(passage: Passage) -> None:
    a, b, c, d = passage.claims
    found = values(passage, [a, b, c, replace(d, via="a")])
    assert found["via_precision"] == pytest.approx(2 / 3)
    assert found["chains_complete"] == 1.0


def test_our_claims_that_share_a_cue_are_one_and_keep_who_passes_them_on() -> None:
    text = '"It was dark," Anna Berg said. "It was cold." The clerk said that the mayor denied the plan.'
    found = predicted(analysed(text))
    words = {anchor.words(text): claim for claim in found for anchor in claim.source}
    assert len(words["Anna Berg"].content) == 2
    assert words["the mayor"].via == words["The clerk"].id and words["The clerk"].via is None


def test_an_answer_is_said_by_its_label() -> None:
    text = "Q: Who shot?\n\nA: The ministry denied that the army did.\n\nQ: When?\n\nA: At noon, two days ago.\n"
    found = predicted(analysed(text))
    labels = {claim.id for claim in found if [anchor.words(text) for anchor in claim.cue] == [":"]}
    denied = next(claim for claim in found if any(anchor.words(text) == "denied" for anchor in claim.cue))
    assert denied.via in labels and len(labels) == 2


@needs_scorer
def test_annotations_agree_as_far_as_their_claims_and_links_do(passage: Passage) -> None:
    second = replace(passage, claims=tuple(without(passage.claims, "b")))
    assert agreement([passage, replace(passage, id="alone")], [second]) == (
        "1 texts, 4 and 3 claims: whole F1 0.857\n2 and 1 via links, 0 in common: 0.000"
    )
    with pytest.raises(BadSetError, match="toy-01 is not the same text"):
        agreement([passage], [replace(passage, text="Another.")])


def test_texts_are_printed_without_what_was_marked_in_them(passage: Passage) -> None:
    assert yaml.safe_load(bare([passage])) == [{"id": "toy-01", "text": TEXT}]


@needs_scorer
def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(written(tmp_path, CLAIMS))
    assert main(["--texts", file]) == 0 and main(["--agreement", file, file]) == 0
    assert "whole F1 1.000" in capsys.readouterr().out


def test_each_half_is_a_measure_that_needs_the_scorer() -> None:
    assert [measure.name for measure in MEASURES] == ["nested_dev", "nested_test"]
    assert all(measure.needs == (SCORER,) for measure in MEASURES)


def test_a_measure_is_not_taken_without_what_it_needs(tmp_path: Path) -> None:
    measure = replace(MEASURES[0], needs=(tmp_path / "gone.py",))
    assert not measure.available and measure.missing == tmp_path / "gone.py"
    assert replace(MEASURES[0], needs=()).available
