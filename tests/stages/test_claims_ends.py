"""Where the words of a source stop, what only looks like a claim within another, and chains that stay whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.stages.claims.attribution import Attribution
from sayso.stages.claims.enclosed import enclosed
from sayso.stages.claims.within import is_voice_within
from tests.stages.claim_cases import case
from tests.stages.test_claims_checked import found
from tests.stages.test_claims_modelled import all_joined


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "[source The nurse] [cue said] [content the bridge was lost, adding that the road was mined].",
            ["the bridge was lost"],
        ),
        (
            "[source The nurse] [cue said] [content the bridge was lost, with the radio reporting the port was safe].",
            ["the bridge was lost"],
        ),
        (
            '[source The letter] [cue says] [content "we may close the port", but no plan to close the road exists].',
            ['"we may close the port"'],
        ),
        (
            "[source The nurse] [cue said] [content the rebels left the north after] weeks of raids that kept bread "
            "from reaching the villages.",
            ["the rebels left the north after weeks of raids that kept bread from reaching the villages"],
        ),
        (
            "[source The nurse] [cue said] [content the rebels left a district where many people] lived.",
            ["the rebels left a district where many people lived"],
        ),
        (
            "[source The nurse] [cue said] [content the rebels left despite telling] the elders "
            "[content that the road was mined].",
            ["the rebels left despite telling the elders that the road was mined"],
        ),
        # left alone
        ("[source The nurse] [cue said] [content the bridge was lost, but the road was safe].", None),
        ("[source The nurse] [cue said] [content the rebels fled, saying that the road was mined].", None),
        ("[content The bridge], [source the nurse] [cue said], [content was lost].", None),
    ],
)
def test_where_what_is_said_ends(text: str, content: list[str] | None) -> None:
    marks = [part.split("]")[0] for part in text.split("[content ")[1:]]
    (one,), characters, _ = found(text)
    assert [piece.words(characters) for piece in one.content] == (content or marks)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[source Hundreds] [cue came to support] [content the mayor].", False),
        ("[source Sweden] [cue had to endorse] [content the statement].", False),
        ("[source You] [cue can ask questions about] [content the port].", False),
        (
            "The council passed [source laws that keep migrants from] [cue claiming] [content asylum in the north].",
            False,
        ),
        ("[source Sweden and Norway] [cue struck a deal] [content to share the port].", False),
        # somebody says it
        ("[source The mayor] [cue had to admit] [content that the port was lost].", True),
        ("[source The mayor] [cue called the press to condemn] [content the raid on the port].", True),
        ("[source You] [cue said] [content that the port was lost].", True),
        ("[source Sweden] [cue proposed a deal] [content to share the port].", True),
    ],
)
def test_what_is_done_or_due_is_not_said(text: str, kept: bool) -> None:
    assert bool(found(text)[0]) is kept


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("[source The villagers] [cue are believed] [content to have fled].", ["The villagers", "to have fled"]),
        ("[source The villagers] [cue were told] [content that the road was mined].", ["that the road was mined"]),
    ],
)
def test_of_whom_it_is_said_is_part_of_what_is_said(text: str, content: list[str]) -> None:
    (one,), characters, _ = found(text)
    assert one.source is None
    assert [piece.words(characters) for piece in one.content] == content


@pytest.mark.parametrize(
    ("text", "score", "kept"),
    [
        ("Berg said [source the villagers] [cue were weary of] [content the long war].", 0.6, False),
        ("Berg said [source the party] [cue will make an announcement on] [content how it plans to win].", 0.75, False),
        ("Berg said [content the port] [cue was sought] [content to win time].", 0.6, False),
        # grammar sees a claim as well, or the model is sure
        ("Berg said [source the villagers] [cue feared] [content that the war would go on].", 0.6, True),
        ("Berg dismissed [source the besiegers]' [cue hope of] [content a quick end].", 0.6, True),
        ("Berg said [content the port] [cue is expected] [content to open soon].", 0.6, True),
        ("Berg said [source the villagers] [cue were weary of] [content the long war].", 0.85, True),
    ],
)
def test_within_another_claim_grammar_must_bear_out_an_unsure_model(text: str, score: float, kept: bool) -> None:
    assert is_voice_within(scored(text, score)) is kept


def scored(text: str, score: float) -> Attribution:
    """The one attribution that the text marks, with this score."""
    (one,), _ = all_joined(text)
    return replace(one, why=replace(one.why, score=score))


def test_an_outer_content_reaches_as_far_as_what_is_said_within_it() -> None:
    text = (
        "[source The envoy] [cue said] [content the council had asked for a port], which was to be built in the north."
    )
    (outer,), characters = all_joined(text)
    marked_inner = (
        "The envoy said [source the council] [cue had asked for] [content a port, which was to be built in the north]."
    )
    (inner,), _ = all_joined(marked_inner)
    first, second = enclosed([outer, _in(outer, inner)])
    assert first.content[0].words(characters).endswith("built in the north")
    assert second.content == inner.content


def _in(outer: Attribution, inner: Attribution) -> Attribution:
    """The inner one in the very sentence of the outer one, which is equal to its own."""
    return replace(inner, sentence=outer.sentence, around=outer.sentence)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Those close to the mayor say Berg has lost hope and say that the port will close.",
            "Those close to the mayor",
        ),
        ("The registry said the party was late and asked it to leave.", "The registry"),
        ("The lawyer said her client had begged her family not to come.", "her client"),
        ("The nurse said two men told her that their captain wished the song to be left out.", "their captain"),
    ],
)
def test_who_says_it(text: str, voice: str) -> None:
    assert voice in case(text).voices()


def test_who_is_asked_says_nothing_yet() -> None:
    told = case("When asked about the raid that the army is likely to launch, Berg said the port was safe.")
    assert [told.words(*c.cue) for c in told.claims if c.cue and c.source.kind == "named"] == ["said"]


def test_after_what_somebody_said_is_comes_what_was_said() -> None:
    case("What I said last year is that [content all ships were lost].").said()
