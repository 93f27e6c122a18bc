"""What counts as a source, and when it is taken for the right one, on texts of our own in the forms of the corpora."""

from __future__ import annotations

import re
from typing import Any

import pytest
from benchmarks.coreference import Read, read

from benchmarks import source_pronouns
from sayso.document.text import Document, Text
from sayso.pipeline import STAGES, analyse


def news(text: str, *chains: tuple[str, ...]) -> dict[str, Any]:
    """A line in MEANTIME's form; the words of each chain stand in the text in the order of the chains' words."""
    entities = []
    for number, words in enumerate(chains):
        at = 0
        for word in words:
            found = re.compile(rf"\b{word}\b").search(text, at)
            assert found is not None, word
            at = found.end()
            entities.append({"s": found.start(), "e": at, "t": word, "inst": f"chain{number}"})
    return {"id": "text", "text": text, "entities": entities}


def sources(text: Read) -> list[str]:
    return [text.words(source) for source in text.sources]


@pytest.mark.parametrize(
    ("text", "chains", "found"),
    [
        ("Vera Holt left. She also said no.", (("Vera Holt", "She"),), ["she"]),
        ('Vera Holt left. "No," said she.', (("Vera Holt", "she"),), ["she"]),
        ("Vera Holt left. She fell.", (("Vera Holt", "She"),), []),
        ("She left. Later she said no.", (("She", "she"),), []),
        ("Vera Holt hit him. They saw her and said no.", (("Vera Holt", "her"),), []),
    ],
)
def test_a_source_is_a_pronoun_beside_a_verb_of_saying_whose_chain_has_a_name(
    text: str, chains: tuple[tuple[str, ...], ...], found: list[str]
) -> None:
    assert sources(read("meantime", news(text, *chains))) == found


def gum(text: str, tokens: list[list[Any]], relations: list[dict[str, Any]], kind: str = "person") -> dict[str, Any]:
    """A line in GUM's form with two chained mentions: the first word and the pronoun "I" or "she" of the text."""
    pronoun = next(t for t in tokens if text[t[0] : t[1]] in {"I", "she"})
    spans = (tokens[0][:2], pronoun[:2])
    entities = [{"s": s, "e": e, "t": text[s:e], "type": kind, "chain": "1"} for s, e in spans]
    return {"id": "t", "genre": "interview", "text": text, "tokens": tokens, "entities": entities, "rst": relations}


TOKENS = [
    [0, 4, "NNP", "Vera", 1, "nsubj"],
    [5, 9, "VBD", "leave", -1, "root"],
    [9, 10, ".", ".", 1, "punct"],
    [11, 15, "RB", "here", 5, "advmod"],
    [16, 19, "PRP", "she", 5, "nsubj"],
    [20, 24, "VBD", "fall", -1, "root"],
]


@pytest.mark.parametrize(
    ("verb", "relations", "kind", "found"),
    [
        ("say", [], "person", ["she"]),
        ("fall", [], "person", []),
        ("fall", [{"rel": "attribution-positive", "sat": [[16, 24]]}], "person", ["she"]),
        ("say", [], "abstract", []),
    ],
)
def test_on_gum_discourse_or_the_verb_tells_a_source(
    verb: str, relations: list[dict[str, Any]], kind: str, found: list[str]
) -> None:
    tokens = [*TOKENS[:-1], [20, 24, "VBD", verb, -1, "root"]]
    assert sources(read("gum", gum("Vera left. Here she fell", tokens, relations, kind))) == found


def test_the_i_of_a_quotation_is_none() -> None:
    tokens = [*TOKENS[:3], [12, 13, "PRP", "I", 4, "nsubj"], [14, 18, "VBD", "say", -1, "root"]]
    assert sources(read("gum", gum('Vera left. "I said', tokens, []))) == []
    assert sources(read("gum", gum("Vera left.  I said", tokens, []))) == ["i"]


def scored(text: str, *chains: tuple[str, ...]) -> dict[str, float]:
    analysis = analyse(Document(Text(text), key="t", language="en"), STAGES[: source_pronouns.LAST])
    found = list(source_pronouns.held(read("meantime", news(text, *chains)), analysis))
    assert len(found) == 1
    return dict(source_pronouns.scores(found).values)


def test_right_wrong_and_open_are_told_apart() -> None:
    text = "Vera Holt spoke on Monday. She said that the bridge was shut."
    assert scored(text, ("Vera Holt", "She"), ("the bridge",))["right"] == 1.0
    wrong = scored(text, ("Vera Holt",), ("She", "the bridge"))
    assert (wrong["right"], wrong["precision"]) == (0.0, 0.0)
    open_ = scored("Paul Adams and Jonas Berg spoke. The bridge was shut, he said.", ("Paul Adams", "he"))
    assert (open_["right"], open_["precision"]) == (0.0, 1.0)
