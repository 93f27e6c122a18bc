"""What a voice is that is not named, whom a voice speaks for, and that two unnamed voices stay two."""

from __future__ import annotations

import pytest

from sayso.document.layer import CLAIMS, ENTITIES, Analysis
from sayso.document.records import Claim, Source
from tests.analysed import analysed


def claims(text: str) -> tuple[Analysis, list[Claim]]:
    """The claims that somebody makes, in order."""
    found = analysed(text)
    return found, [claim for claim in found[CLAIMS] if claim.source.kind not in {"author", "none"}]


def source(text: str) -> tuple[Source, str | None]:
    """The source of the first claim, and the name of its organisation."""
    found, (first, *_) = claims(text)
    names = {entity.id: found.document.words(entity.name) for entity in found[ENTITIES]}
    body = first.source.organisation
    return first.source, None if body is None else names[body]


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("An official", "official"),
        ("Two senior government officials", "official"),
        ("A security source", "official"),
        ("A spokesman for the finance ministry", "official"),
        ("Former intelligence officers", "official"),
        ("Military sources", "military"),
        ("An army commander", "military"),
        ("A police source", "police"),
        ("The chief of police", "police"),
        ("A rebel spokesman", "armed-group"),
        ("A spokesman for the militants", "armed-group"),
        ("A Hezbollah commander", "armed-group"),
        ("Diplomatic sources", "diplomat"),
        ("A senior opposition figure", "politician"),
        ("Witnesses", "resident"),
        ("Dozens of residents", "resident"),
        ("One of the villagers", "resident"),
        ("A member of a rights group", "activist"),
        ("The head of the hospital", "medical"),
        ("Medical sources", "medical"),
        ("An aid worker", "aid"),
        ("Military analysts", "expert"),
        ("The victim's sister", "relative"),
        ("Survivors", "victim"),
        ("One of the defendants", "suspect"),
        ("The newspaper", "media"),
        ("State television", "media"),
        ("A court document", "document"),
        ("Official figures", "document"),
        ("Company executives", "business"),
        ("Church leaders", "religious"),
        ("A taxi driver", "people"),
        ("Voters", "people"),
        ("Sources", None),
        ("Sources close to the talks", None),
        ("A person familiar with the talks", None),
        ("A spokesman", None),
        ("The group's leader", None),
        ("Medical and security sources", None),
        ("Police and residents", None),
        ("An official at a company close to the rebel-held town", "business"),
    ],
)
def test_words_tell_the_type_of_a_voice(words: str, type_: str | None) -> None:
    assert source(f"{words} said on Monday that the bridge was closed.")[0].type == type_


@pytest.mark.parametrize(
    ("text", "kind", "type_"),
    [
        ("Jan Prys, an army officer, said the bridge was closed.", "named", None),
        ("The Foreign Ministry said the bridge was closed.", "named", None),
        ("Reuters reported that the bridge was closed.", "named", "media"),
        ("The Harbor Times reported that the bridge was closed.", "named", "media"),
        ("The newspaper Rovnost reported that the bridge was closed.", "named", "media"),
    ],
)
def test_who_is_named_needs_no_type_but_for_papers(text: str, kind: str, type_: str | None) -> None:
    found = source(text)[0]
    assert (found.kind, found.type) == (kind, type_)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("A spokesman for the Foreign Ministry said the bridge was closed.", "Foreign Ministry"),
        ("A Foreign Ministry official said the bridge was closed.", "Foreign Ministry"),
        ("Foreign Ministry spokesman Jan Prys said the bridge was closed.", "Foreign Ministry"),
        ("Jan Prys, a spokesman for the Foreign Ministry, said the bridge was closed.", "Foreign Ministry"),
        ("Hezbollah's spokesman said the bridge was closed.", "Hezbollah"),
        ("The group's head said the bridge was closed.", "The group"),
        ("A report by Amnesty International said the bridge was closed.", "Amnesty International"),
        ("An official with the United Nations said the bridge was closed.", "United Nations"),
        ("A U.S. official said the bridge was closed.", "U.S."),
        ("Hezbollah said the bridge was closed.", None),
        ("A resident of Russia said the bridge was closed.", None),
        ("A victim of Hezbollah said the bridge was closed.", None),
        ("A former Foreign Ministry official said the bridge was closed.", None),
        ("A source close to the Foreign Ministry said the bridge was closed.", None),
        ("An official in Moscow said the bridge was closed.", None),
        ("A U.S.-backed rebel said the bridge was closed.", None),
    ],
)
def test_a_voice_speaks_for_a_body_where_the_words_tie_them(text: str, body: str | None) -> None:
    assert source(text)[1] == body


@pytest.mark.parametrize(
    ("before", "who", "tied"),
    [
        ("The Foreign Ministry was empty.", "A ministry spokesman", True),
        ("The Foreign Ministry was empty.", "A Turkish ministry spokesman", False),
        ("The Foreign Ministry was empty, and so was the Interior Ministry.", "A ministry spokesman", False),
        ("The Foreign Office was empty.", "A ministry spokesman", False),
        ("The police raided the Foreign Ministry.", "A police spokesman", False),
    ],
)
def test_a_ministry_spokesman_is_that_of_the_only_ministry(before: str, who: str, tied: bool) -> None:
    found, made = claims(f"{before} {who} said the bridge was closed.")
    names = {entity.id: found.document.words(entity.name) for entity in found[ENTITIES]}
    assert [names.get(claim.source.organisation or "") for claim in made] == ["Foreign Ministry" if tied else None]


def test_what_a_voice_is_holds_where_only_a_pronoun_stands_for_it() -> None:
    _, found = claims("A police officer said the bridge was closed. He added that the road was open.")
    assert [claim.source.type for claim in found] == ["police", "police"]
    text = "Foreign Ministry spokesman Jan Prys said the bridge was closed. Prys said that the road was open."
    _, found = claims(text)
    assert found[0].source.organisation is not None
    assert found[0].source.organisation == found[1].source.organisation


@pytest.mark.parametrize(
    "text",
    [
        "A resident said he saw smoke. Another resident said there was none.",
        "An official said the port was shut. A second official said it was open.",
        "One official said the port was shut. The other official said it was open.",
        "Residents said the port was shut. Residents said the road was open.",
        "A soldier said the port was shut. A soldier said the road was open.",
    ],
)
def test_two_unnamed_voices_stay_two(text: str) -> None:
    _, (first, second) = claims(text)
    assert first.source.type == second.source.type
    assert first.source.entity is None or first.source.entity != second.source.entity


def test_one_unnamed_voice_taken_up_again_is_one() -> None:
    _, (first, second) = claims("An official said the port was shut. The road was open, the official said.")
    assert first.source.entity is not None
    assert first.source.entity == second.source.entity
