"""The analysis set stands to the letter in its texts, and each thing that is not found costs what the measure says."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.analysis import MEASURES, SETS, agreement, compared, main, read, scores
from benchmarks.analysis_match import one_to_one
from benchmarks.analysis_second import as_read, bare
from benchmarks.analysis_set import FOLDER, HEADINGS, KINDS, Passage, load
from benchmarks.dossier_match import Json
from benchmarks.expectations import BadExpectationError

TEXT = """
Dorra condemned the raid. The ferry is full because the road is shut. Perhaps a fuse blew. Perhaps the guards
slept, and nobody will ever say so.

If the dam breaks, the town will probably flood by May, Ida Rusk said. She urged the council to leave.
"""
TOY: dict[str, Any] = {
    "id": "toy-01",
    "style": "wire report",
    "published": None,
    "text": TEXT,
    "kinds": [
        {"must": "[content The ferry is full because the road is shut]", "kind": ["explanation", "report"]},
        {"must": "[content Perhaps a fuse blew]", "kind": "explanation"},
        {"may": "[content nobody will ever say so]", "kind": "assessment"},
        {"must": "[content If the dam breaks, the town will probably flood by May]", "kind": "forecast"},
        {"must": "[content to leave]", "kind": "recommendation"},
    ],
    "certainty": [
        {"must": "[content The ferry is full because the road is shut]", "polarity": "positive", "level": "certain"},
        {"must": "[content [basis Perhaps] a fuse blew]", "polarity": "positive", "level": "possible"},
        {
            "must": "[content If the dam breaks, the town will [basis probably] flood by May]",
            "polarity": "positive",
            "level": "probable",
            "likelihood": "likely",
        },
    ],
    "links": [
        {"must": "[to The ferry is full] [signal because] [from the road is shut]", "kind": "cause"},
        {"must": "[signal If] [from the dam breaks], [to the town will probably flood by May]", "kind": "condition"},
        {"may": "Perhaps [from the guards slept], [signal and] [to nobody will ever say so]", "kind": "cause"},
    ],
    "alternatives": [
        {"must": "Perhaps [option a fuse blew]. Perhaps [option the guards slept], and", "exclusive": False},
    ],
    "forecasts": [
        {
            "must": "[claim If [condition the dam breaks], [outcome the town will probably flood] [horizon by May]]",
            "kind": "forecast",
        },
        {"must": "urged [addressee the council] [claim to leave]", "kind": "recommendation"},
    ],
    "stances": [{"must": "[from Dorra] [basis condemned] [toward the raid]", "value": "opposes"}],
}


def written(folder: Path, *texts: dict[str, Any]) -> Path:
    """A half of these texts."""
    file = folder / "toy.yaml"
    file.write_text(yaml.safe_dump(list(texts)))
    return file


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    return load(written(tmp_path, TOY))[0]


def values(passage: Passage, found: Json) -> dict[str, float]:
    return dict(scores(compared([(passage, found)])).values)


def changed(passage: Passage, change: Callable[[dict[str, Any]], None]) -> dict[str, float]:
    """The scores of the annotation itself after a change."""
    found = copy.deepcopy(dict(as_read(passage)))
    change(found)
    return values(passage, found)


def span(words: str) -> list[int]:
    """Where words stand in the text of the toy, its lines joined."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", TEXT.strip())
    return [text.index(words), text.index(words) + len(words)]


def link(source: str, signal: str, effect: str) -> dict[str, Any]:
    """A cause as the program writes it."""
    ends = {"from": [span(source)], "signal": [span(signal)], "to": [span(effect)]}
    return {"kind": "cause", "implicit": False, **ends}


@pytest.mark.parametrize("path", [path for path in SETS.values() if path.exists()], ids=lambda path: path.stem)
def test_every_text_of_the_shipped_sets_resolves(path: Path) -> None:
    passages = load(path)
    assert len(passages) >= 20
    for passage in passages:
        assert 60 <= len(passage.text.split()) <= 200, passage.id
        assert passage.entries("kinds", "must"), passage.id
        marked = [mark for entries in passage.placed.values() for entry in entries for mark in entry.marks.values()]
        assert all(anchor.words(passage.text).strip() for anchors in marked for anchor in anchors)


def test_the_development_half_is_balanced() -> None:
    units = [unit for passage in load(SETS["dev"]) for unit in passage.entries("kinds", "must")]
    for kind in KINDS:
        assert sum(unit.expectation.accepts("kind")[0] == kind for unit in units) >= 25, kind


def test_the_example_of_the_conventions_is_well_formed(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", (FOLDER / "README.md").read_text(), re.DOTALL)
    assert example is not None
    file = tmp_path / "example.yaml"
    file.write_text(example[1])
    passage = load(file)[0]
    assert {unit.expectation.fields["kind"] for unit in passage.placed["kinds"]} == {*KINDS} - {"assessment"}
    assert all(passage.entries(heading, "must") for heading in HEADINGS)


@pytest.mark.parametrize(
    ("heading", "entry", "says"),
    [
        ("kinds", {"must": "[content The fairy is full]", "kind": "report"}, "toy-01, kinds: 0 times in the text"),
        ("kinds", {"must": "[content the]", "kind": "report"}, r"toy-01, kinds: \d+ times in the text"),
        ("kinds", {"must": "[content Dorra]", "kind": "rumour"}, "'rumour' is no kind"),
        ("kinds", {"must": "[content Dorra]"}, "no kind is given"),
        ("kinds", {"must": "[content Dorra]", "kind": "report", "colour": "red"}, "no field colour"),
        ("kinds", {"should": "[content Dorra]", "kind": "report"}, "needs one of must, may"),
        ("kinds", {"must": "[content Dorra", "kind": "report"}, "never closed"),
        ("kinds", {"must": "[content [claim Dorra]]", "kind": "report"}, "no mark is called claim"),
        ("kinds", {"must": "[content Dorra]", "kind": "forecast"}, "not among the forecasts: forecast 'Dorra'"),
        ("forecasts", {"must": "[claim Dorra]", "kind": "forecast"}, "not among the kinds: forecast 'Dorra'"),
        ("links", {"must": "[from Dorra] [to condemned]", "kind": "cause"}, "nothing is marked signal"),
        ("alternatives", {"must": "[option Dorra]", "exclusive": True}, "one option is no alternative"),
        ("stances", {"must": "[from Dorra] condemned", "value": "opposes"}, "nothing is marked to or toward"),
    ],
)
def test_an_entry_that_cannot_be_trusted_is_refused(
    heading: str, entry: dict[str, Any], says: str, tmp_path: Path
) -> None:
    with pytest.raises(BadExpectationError, match=says):
        load(written(tmp_path, {**TOY, heading: [*TOY[heading], entry]}))


def test_a_half_is_a_list_of_texts_with_all_headings_and_their_own_ids(tmp_path: Path) -> None:
    with pytest.raises(BadExpectationError, match="toy-01: unknown or missing: stances"):
        load(written(tmp_path, {name: value for name, value in TOY.items() if name != "stances"}))
    with pytest.raises(BadExpectationError, match="has two texts toy-01"):
        load(written(tmp_path, TOY, TOY))
    file = tmp_path / "toy.yaml"
    file.write_text("text: alone\n")
    with pytest.raises(BadExpectationError, match="is no list of texts"):
        load(file)


def test_marks_may_end_together_and_lines_of_a_paragraph_are_one(passage: Passage) -> None:
    fuse = passage.entries("certainty", "must")[1]
    forecast = passage.entries("forecasts", "must")[0]
    assert [mark.words(passage.text) for mark in fuse.marks["basis"]] == ["Perhaps"]
    assert [mark.words(passage.text) for mark in forecast.marks["horizon"]] == ["by May"]
    assert forecast.marks["horizon"][0].end == forecast.marks["claim"][0].end
    assert "the guards slept" in passage.text and "so.\n\nIf" in passage.text


def test_the_annotation_itself_is_all_right(passage: Passage) -> None:
    found = values(passage, as_read(passage))
    absent = {f"kinds_{kind}_f1" for kind in ("report", "assessment", "aim", "question")}
    absent |= {"kinds_macro_f1", "certainty_plain_accuracy", "confidence_accuracy", "alternatives_question"}
    assert {name for name, value in found.items() if value != 1.0} == absent
    assert found["kinds_macro_f1"] == pytest.approx(3 / 7)


def of_other_kind(found: dict[str, Any]) -> None:
    found["claims"][1]["kind"] = "question"


def without_claims(found: dict[str, Any]) -> None:
    found["claims"] = []


def surer(found: dict[str, Any]) -> None:
    found["claims"][2]["certainty"].update(level="certain", likelihood=[0.9, 0.95])


def needless_range(found: dict[str, Any]) -> None:
    for claim in found["claims"][:2]:
        claim["certainty"]["likelihood"] = [0.4, 0.6]


def without_condition(found: dict[str, Any]) -> None:
    found["claims"][2]["outlook"].update(condition=[], horizon=None)


def invented_condition(found: dict[str, Any]) -> None:
    found["claims"][2]["outlook"]["condition"] = [span("She urged the council")]


def turned(found: dict[str, Any]) -> None:
    first = found["links"][0]
    first["from"], first["to"] = first["to"], first["from"]


def of_other_link_kind(found: dict[str, Any]) -> None:
    found["links"][0]["kind"] = "despite"


def more_links(found: dict[str, Any]) -> None:
    allowed = link("the guards slept", "and", "nobody will ever say so")
    suggested = {**link("Dorra", "condemned", "raid"), "implicit": True}
    found["links"] += [allowed, suggested, link("Dorra", "condemned", "the raid")]


def half_a_set(found: dict[str, Any]) -> None:
    found["alternatives"][0]["spans"].pop()


def another_set(found: dict[str, Any]) -> None:
    spans = [[span("The ferry is full")], [span("the road is shut")]]
    found["alternatives"].append({"spans": spans, "exclusive": True, "question": []})


def exclusive_set(found: dict[str, Any]) -> None:
    found["alternatives"][0]["exclusive"] = True


def praise(found: dict[str, Any]) -> None:
    found["stances"][0]["value"] = "praises"


def other_holder(found: dict[str, Any]) -> None:
    found["entities"].append({"id": "x", "name": "Ida Rusk", "aliases": [], "mentions": [{"span": span("Ida Rusk")}]})
    found["stances"].append({**found["stances"][0], "from": "x", "from_span": span("Ida Rusk")})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (of_other_kind, {"kinds_accuracy": 0.75, "kinds_explanation_f1": 2 / 3, "kinds_found": 1.0}),
        (without_claims, {"kinds_found": 0.0, "certainty_accuracy": 0.0, "forecast_with_condition": 0.0}),
        (surer, {"certainty_accuracy": 2 / 3, "certainty_marked_accuracy": 0.5, "likelihood_accuracy": 0.0}),
        (needless_range, {"certainty_accuracy": 1.0, "likelihood_accuracy": 0.5}),
        (without_condition, {"forecast_found": 1.0, "forecast_with_condition": 0.0, "horizon_f1": 0.0}),
        (invented_condition, {"forecast_found": 1.0, "forecast_with_condition": 0.0, "conditional_forecasts": 0.0}),
        (turned, {"links_p": 0.5, "links_r": 0.5}),
        (of_other_link_kind, {"links_f1": 1.0, "links_kind": 0.5}),
        (more_links, {"links_p": 2 / 3, "links_r": 1.0}),
        (half_a_set, {"alternatives_complete": 0.0, "alternatives_precision": 0.0}),
        (another_set, {"alternatives_complete": 1.0, "alternatives_precision": 0.5}),
        (exclusive_set, {"alternatives_complete": 1.0, "alternatives_exclusive": 0.0}),
        (praise, {"stances_f1": 0.0, "stances_any_value_r": 1.0}),
        (other_holder, {"stances_p": 0.5, "stances_r": 1.0}),
    ],
    ids=lambda given: given.__name__ if callable(given) else None,
)
def test_what_is_wrong_costs_what_the_measure_says(
    change: Callable[[dict[str, Any]], None], expected: dict[str, float], passage: Passage
) -> None:
    found = changed(passage, change)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


@pytest.mark.parametrize(
    ("words", "complete"),
    [
        (["If the dam breaks, the town will probably flood by May, Ida Rusk said"], 1.0),  # joined with its neighbour
        (["If the dam breaks", "the town will probably flood by May"], 1.0),  # told in two
        (["by May, Ida Rusk said. She urged the council to leave"], 0.0),
    ],
)
def test_a_unit_is_found_whole_joined_or_in_parts(words: list[str], complete: float, passage: Passage) -> None:
    def told(found: dict[str, Any]) -> None:
        whole = found["claims"].pop(2)
        found["claims"] += [{**whole, "content": [span(part)]} for part in words]

    assert changed(passage, told)["forecast_with_condition"] == complete


def test_an_end_is_found_by_a_pronoun_or_by_what_it_stands_for(tmp_path: Path) -> None:
    entry = {"must": "[from Ida Rusk] said. [from She] [signal urged] [to the council to leave]", "kind": "cause"}
    passage = load(written(tmp_path, {**TOY, "links": [entry]}))[0]
    for source, right in (("Ida Rusk", 1.0), ("She", 1.0), ("May", 0.0)):
        found = {**as_read(passage), "links": [link(source, "urged", "the council")]}
        assert values(passage, found)["links_f1"] == right


def test_a_holder_is_told_by_a_name_in_the_words_for_it(tmp_path: Path) -> None:
    passage = load(written(tmp_path, {**TOY, "stances": [{"must": "[to Dorra]", "value": "blames", "from": "Rusk"}]}))[
        0
    ]
    stance = {"from": None, "to": None, "toward": [span("Dorra")], "value": "blames", "basis": []}
    for holder, right in (("Ida Rusk", 1.0), ("the council", 0.0)):
        found = {**as_read(passage), "stances": [{**stance, "from_span": span(holder)}]}
        assert values(passage, found)["stances_f1"] == right


def test_pairs_are_taken_once_and_the_best_first() -> None:
    assert one_to_one([(1.0, 0, 0), (2.0, 0, 1), (1.5, 1, 1)]) == {0: 1}
    assert one_to_one([(1.0, 0, 0), (2.0, 0, 1), (1.0, 1, 0)]) == {0: 1, 1: 0}


def test_the_program_is_read_in_format_1(passage: Passage) -> None:
    found = read(passage)
    assert found["document"]["text"] == passage.text and found["format"] == 1
    assert values(passage, found)["links_p"] > 0.0


def test_a_second_annotation_starts_from_the_text_alone_and_is_held_against_the_first(
    passage: Passage, tmp_path: Path
) -> None:
    emptied = yaml.safe_load(bare([passage]))
    assert emptied[0]["text"] == passage.text and not any(emptied[0][heading] for heading in HEADINGS)
    second = load(written(tmp_path, {**emptied[0], "links": TOY["links"][:1]}))
    found = agreement([passage], second)
    assert (found.values["links_p"], found.values["links_r"], found.values["kinds_accuracy"]) == (1.0, 0.5, 0.0)
    other = load(written(tmp_path, {**emptied[0], "text": "Another."}))
    with pytest.raises(BadExpectationError, match="toy-01 is not the same text"):
        agreement([passage], other)


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(written(tmp_path, TOY))
    assert main(["--agreement", file, file]) == 0 and main(["--texts", file]) == 0
    assert main([file, "--wrong", "kinds"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"links_f1 +1\.000", out) and "4 units" in out


def test_each_part_is_a_measure() -> None:
    assert [m.name for m in MEASURES] == [f"analysis_{part}" for part in ("dev", "more", "unseen", "test")]
    assert [measure.corpus for measure in MEASURES] == list(SETS.values())
