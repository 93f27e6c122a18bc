"""What counts as a source, and when it is taken for the right one, on texts of our own in the forms of the corpora."""

from __future__ import annotations

import re
from typing import Any

import pytest
from benchmarks.coreference import Read, read
from benchmarks.speakers import labelled, spelled

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


@pytest.mark.parametrize(
    ("speaker", "text", "found"),
    [
        ("MarioJHolt", "We met Mario J. Holt.", "Mario J. Holt"),
        ("VeraMcHolt", "We met Vera McHolt.", "Vera McHolt"),
        ("VeraHolt", "We met nobody.", "Vera Holt"),
        ("Holt", "We met Vera Holt.", "Holt"),
    ],
)
def test_a_label_is_spelled_as_the_text_spells_the_name(speaker: str, text: str, found: str) -> None:
    assert spelled(speaker, text) == found


def talk() -> dict[str, Any]:
    """An interview in GUM's form, with a heading that nobody says."""
    text = "On stone\n\nWhy stone?\n\nI say it holds.\n\nMore\n\nWho knows?\n\nVera? I know her."
    spans = {words: (text.index(words), text.index(words) + len(words)) for words in ("I say", "I know", "Vera", "her")}
    entities: list[dict[str, Any]] = [
        {"s": s, "e": s + 1 if words.startswith("I ") else e, "type": "person", "chain": chain}
        for words, chain in (("I say", "me"), ("I know", "me"), ("Vera", "she"), ("her", "she"))
        for s, e in [spans[words]]
    ]
    tokens: list[list[Any]] = []
    for words in ("I say", "I know"):
        start, head = spans[words][0], len(tokens) + 1
        tokens += [
            [start, start + 1, "PRP", "I", head, "nsubj"],
            [start + 2, spans[words][1], "VBP", words[2:], -1, "root"],
        ]
    tokens += [[*spans[words], "NN", words, -1, "root"] for words in ("Vera", "her")]
    parts = [("On stone", None), ("Why stone?", "Gull"), ("I say it holds.", "JonasBerg"), ("More", None)]
    parts += [("Who knows?", "Gull"), ("Vera? I know her.", "JonasBerg")]
    sents = [[text.index(words), text.index(words) + len(words), "other", said] for words, said in parts]
    full = [{**e, "t": text[e["s"] : e["e"]]} for e in entities]
    return {
        "id": "t",
        "genre": "interview",
        "text": text,
        "sents": sents,
        "tokens": tokens,
        "entities": full,
        "rst": [],
    }


def test_labels_stand_before_each_turn_and_move_the_gold_along() -> None:
    plain, text = read("gum", talk()), labelled(talk())
    assert sources(plain) == []
    assert text.characters == (
        "On stone\n\nGull: Why stone?\n\nJonas Berg: I say it holds.\n\nMore\n\n"
        "Gull: Who knows?\n\nJonas Berg: Vera? I know her."
    )
    assert sources(text) == ["i", "i"]
    assert [text.words(m) for m in text.mentions if m.label] == ["jonas berg"] * 2
    assert sorted(text.words(m) for m in text.mentions if not m.label) == ["her", "i", "i", "vera"]
    assert {m.chain for m in text.mentions if text.words(m) in {"i", "jonas berg"}} == {"me"}
    assert [m.head for m in text.mentions] == [m.span.end for m in text.mentions]


def test_an_i_is_right_where_the_label_of_its_turn_is_of_its_chain() -> None:
    text = labelled(talk())
    analysis = analyse(Document(Text(text.characters), key="t", language="en"), STAGES[: source_pronouns.LAST])
    found = list(source_pronouns.held(text, analysis))
    assert [(a.right, a.named, a.taken and text.characters[a.taken.start : a.taken.end]) for a in found] == [
        (True, False, "Jonas Berg")
    ] * 2
