"""Copies with small cuts are one origin, with the sentences they share; texts on one event are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.origins import origins
from sayso.compare.sentences import sentences

WIRE = (
    "The ferry Ondine sank off Port Ardal on Monday night. The captain, J. Moor, said he had seen no other ship. "
    "Two fishing boats took forty people from the water. The harbor office has ordered an inquiry into the loss. "
    "A spokesman for the owners declined to say whether the pumps had worked."
)
CUT = (
    "PORT ARDAL (Wire) - A ferry has sunk off this town. THE CAPTAIN, J. Moor, said he had seen no other ship! "
    "Two fishing boats took forty people from the water. The harbor office has ordered an inquiry into the loss."
)
OTHER = (
    "Survivors of the ferry Ondine told this paper of darkness and cold water. He would not say. "
    "The harbor office has ordered an inquiry into the loss. Nobody knows what the pumps were doing that night."
)
QUOTED = "Two fishing boats took forty people from the water. The owners were not at home when we called on them."


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ({"a": WIRE, "b": CUT, "c": OTHER}, [("a", "b"), ("c",)]),
        ({"a": WIRE, "b": WIRE.upper(), "c": WIRE.replace(". ", ".\n\n")}, [("a", "b", "c")]),
        ({"a": WIRE, "b": QUOTED}, [("a",), ("b",)]),
        ({"a": "", "b": "It rained.", "c": "It rained."}, [("a",), ("b",), ("c",)]),
        ({}, []),
    ],
    ids=["a cut copy", "case and line ends", "one quoted sentence", "too short to tell", "nothing"],
)
def test_which_texts_are_one_origin(texts: dict[str, str], groups: list[tuple[str, ...]]) -> None:
    assert [origin.texts for origin in origins(texts)] == groups


def test_an_origin_shows_what_its_texts_share() -> None:
    wire, other = origins({"a": WIRE, "b": CUT, "c": OTHER})
    assert [shared.words for shared in wire.shared] == [
        "The captain, J. Moor, said he had seen no other ship.",
        "Two fishing boats took forty people from the water.",
        "The harbor office has ordered an inquiry into the loss.",
    ]
    assert wire.least == 3 / 4
    assert (other.shared, other.least) == ((), None)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One here. Two there!", ["One here.", "Two there!"]),
        ('"Go," he said. "We stay."', ['"Go," he said.', '"We stay."']),
        ("At 9 p.m. the J. Moor left on Jan. 25 for sea.", ["At 9 p.m. the J. Moor left on Jan. 25 for sea."]),
        ("Head\n\nBody.", ["Head", "Body."]),
    ],
)
def test_where_sentences_are_cut(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == cut


@given(st.dictionaries(st.text(max_size=3), st.text("ab. \n", max_size=200), max_size=6))
def test_every_text_is_in_exactly_one_origin(texts: dict[str, str]) -> None:
    found = [text for origin in origins(texts) for text in origin.texts]
    assert sorted(found) == sorted(texts)
