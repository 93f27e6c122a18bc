"""The engine: one pass over a text gives attributions and names, tied to its characters; the same bytes every time."""

from __future__ import annotations

import json

import numpy as np
import pytest

from sayso.models import attribution as engines
from sayso.models.attribution.engine import Engine
from sayso.models.attribution.extract import Extract
from sayso.models.attribution.labels import Attribution
from sayso.models.attribution.names import NAME_LABELS, looks_of, named
from sayso.models.catalogue import PROFILES, Profile, folder, model

TEXT = (
    "The harbour master said on Friday that two barges had sunk off Cardenas. “Nobody was aboard,” Elena Ruiz added."
    "\n\n"
    "According to the Spanish consul, the owners expect to be paid."
)


def told(text: str, one: Attribution) -> tuple[list[str], str, list[str]]:
    return [text[s:e] for s, e in one.source], text[slice(*one.cue)], [text[s:e] for s, e in one.content]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_text_is_read_in_its_own_characters(profile: Profile) -> None:
    found = [told(TEXT, one) for one in engines.engine(profile).read(TEXT).attributions]
    assert (["The harbour master"], "said", ["that two barges had sunk off Cardenas"]) in found
    assert any(source == ["Elena Ruiz"] and "Nobody was aboard" in content[0] for source, _, content in found)
    assert any(source == ["the Spanish consul"] and cue == "According to" for source, cue, _ in found)


@pytest.mark.parametrize("profile", PROFILES)
def test_scores_are_chances_above_the_threshold(profile: Profile) -> None:
    known = json.loads((folder(model("attribution", profile)) / "meta.json").read_text())["calibration"]
    assert all(known["threshold"] <= one.score <= 1 for one in engines.engine(profile).read(TEXT).attributions)


@pytest.mark.parametrize("profile", PROFILES)
def test_names_have_types(profile: Profile) -> None:
    found = {(TEXT[n.anchor.start : n.anchor.end], n.type) for n in engines.engine(profile).read(TEXT).names}
    assert {("Elena Ruiz", "PERSON"), ("Spanish", "NORP"), ("Friday", "DATE")} <= found


@pytest.mark.parametrize(
    "text", ["", " \n", "—", "\u200b", "No.", "x" * 3000, "_" * 3000 + " said it.", "\ud83d said it"]
)
def test_any_text_can_be_read(text: str) -> None:
    assert all(one.content for one in engines.engine("fast").read(text).attributions)


def test_two_engines_say_the_same() -> None:
    one, other = (Engine(folder(model("attribution", "fast"))) for _ in range(2))
    assert one.read(TEXT) == other.read(TEXT)


def test_a_text_read_twice_in_a_row_costs_one_pass() -> None:
    reader = engines.engine("fast")
    assert reader.read(TEXT) is reader.read(TEXT)


def test_a_long_text_has_no_seams() -> None:
    paragraph = "Witness Ana Soto said the convoy had passed the mill before dawn and that nobody was hurt.\n\n"
    text = paragraph * 60
    found = [one for one in engines.engine("fast").read(text).attributions if text[slice(*one.cue)] == "said"]
    assert [one.cue[0] % len(paragraph) for one in found] == [paragraph.index("said")] * 60
    assert {told(text, one)[0][0] for one in found} == {"Witness Ana Soto"}


def test_a_content_read_alone_shows_the_voice_within() -> None:
    text = "Radio Oriente quoted the mayor as saying that the consul had denied that arms were aboard."
    start = text.index("that the consul")
    inside = engines.engine("accurate").inside(text, [(start, len(text) - 1)])
    assert (["the consul"], "had denied", ["that arms were aboard"]) in [told(text, one) for one in inside]


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ((0, 2), (3, 5), ((10, 12), ((13, 15),))),
        ((8, 10), (3, 10), ((31, 33), ((13, 16), (30, 33)))),  # the content runs over both stretches
        ((5, 8), (0, 2), None),  # the cue is torn
    ],
)
def test_an_extract_leads_back_to_the_text(
    cue: tuple[int, int], content: tuple[int, int], expected: tuple[object, object] | None
) -> None:
    extract = Extract.of("." * 50, [(10, 16), (30, 40)])
    assert len(extract.characters) == 17
    found = extract.whole(Attribution(cue, (), (content,)))
    assert (found if found is None else (found.cue, found.content)) == expected


def test_labels_give_names_even_where_one_begins_inside() -> None:
    labels = [NAME_LABELS.index(label) for label in ("O", "I-GPE", "I-GPE", "B-GPE", "I-ORG", "O", "B-ORG")]
    assert list(named(np.array(labels))) == [(1, 3, "GPE"), (3, 4, "GPE"), (4, 5, "ORG"), (6, 7, "ORG")]


def test_looks() -> None:
    assert looks_of(["said", "Havana", "A", "USS", "McKinley", "1898", "-", "“"]).tolist() == [1, 2, 3, 4, 5, 6, 7, 0]
