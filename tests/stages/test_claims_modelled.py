"""What a model found, joined with grammar: heads of sources and cues, stray words, and what rules add to it."""

from __future__ import annotations

import pytest

from sayso.document.layer import CLAIMS, SENTENCES
from sayso.models import attribution as model
from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.attributions import attributions
from sayso.stages.claims.modelled import Grammar, with_rules
from tests.analysed import analysed
from tests.marked import marked


def all_joined(text: str) -> tuple[list[Attribution], str]:
    """What becomes of the attribution that the text marks, with the grammar of its sentences, and the text."""
    marks = marked(text)
    spans = {name: [(a.start, a.end) for m, a in marks.marks if m == name] for name in ("source", "cue", "content")}
    one = model.Attribution(spans["cue"][0], tuple(spans["source"]), tuple(spans["content"]), 0.9)
    return list(Grammar(analysed(marks.text)[SENTENCES], "model:test").joined([one], marks.text)), marks.text


def joined(text: str) -> tuple[Attribution, str]:
    """The same where it stays one."""
    (found,), words = all_joined(text)
    return found, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("[content It is lost], [cue said] [source Anders Holm, mate of a bark moored 300 yards away].", "Holm"),
        ("[source The mayor of Ardal] [cue said] [content it is lost].", "mayor"),
        ("[source She] [cue said] [content it is lost].", "She"),
    ],
)
def test_the_word_that_heads_a_source(text: str, speaker: str) -> None:
    found, _ = joined(text)
    assert found.speaker is not None
    assert found.speaker.text == speaker


@pytest.mark.parametrize(
    ("text", "head", "speech"),
    [
        ("[content It is lost], [source a court] [cue said in a report sent to the mayor].", "said", True),
        ("[source The mayor] [cue wants to say] [content that it is lost].", "say", True),
        ("[source The mayor] [cue believes] [content that it is lost].", "believes", False),
    ],
)
def test_the_word_that_carries_a_cue(text: str, head: str, speech: bool) -> None:
    found, _ = joined(text)
    assert (found.head.text, found.speech) == (head, speech)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "[cue According to] the court, [source which was led by Jan Roe], [content it is lost].",
            "the court, which was led by Jan Roe",
        ),
        ("The mayor, [source who] [cue said] [content it is lost], left.", "who"),
        ("He knew [source that parts of the town] [cue want] [content to leave].", "parts of the town"),
    ],
)
def test_where_a_source_begins(text: str, source: str) -> None:
    found, words = joined(text)
    assert found.source is not None
    assert found.source.words(words) == source


def test_a_word_of_the_sentence_before_is_not_said() -> None:
    found, words = joined(
        "[content The] truce holds. [content A landing is not planned], [source two officers] [cue said]."
    )
    assert [piece.words(words) for piece in found.content] == ["A landing is not planned"]


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("The Spanish authorities denied any part in the disaster.", ["denied"]),
        ("The Spanish authorities described any part in the disaster.", []),
    ],
)
def test_a_denial_that_the_model_misses(text: str, added: list[str]) -> None:
    (sentence,) = analysed(text)[SENTENCES]
    found = with_rules([], list(attributions(sentence, lambda word: True)))
    assert [one.head.text for one in found] == added


@pytest.mark.parametrize("text", ["The consul believes his wife.", "The envoy may have known of the plan."])
def test_what_only_names_a_thing_is_no_claim(text: str) -> None:
    assert [claim for claim in analysed(text)[CLAIMS] if claim.cue] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("[source Berg] [cue said] [content that].", None),
        ("[source Berg] [cue denied] [content it].", "it"),
        ("[source Berg] [cue said] [content that it rained].", "that it rained"),
    ],
)
def test_a_pronoun_alone_says_nothing_unless_it_is_denied(text: str, content: str | None) -> None:
    found, words = all_joined(text)
    assert [piece.words(words) for one in found for piece in one.content] == ([content] if content else [])


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The opposition said ministers must explain why the convoy was sent.", 1),
        ("The opposition said ministers had explained why the convoy was sent.", 2),
    ],
)
def test_a_saying_that_is_only_due_is_no_voice_within_another(text: str, voices: int) -> None:
    assert len([claim for claim in analysed(text)[CLAIMS] if claim.cue]) == voices
