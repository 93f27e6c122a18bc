"""What the model tells of causes becomes links where no rule has one, nobody is asked, and one voice says both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from sayso.document.layer import CLAIMS, ENTITIES, EVENTS, LINKS, MENTIONS, SECTIONS, SENTENCES, Analysis
from sayso.document.records import Link, Why
from sayso.models.attribution import Relation
from sayso.stages.links.ground import Ground
from sayso.stages.links.learned import learned
from sayso.stages.stage import Inputs
from tests.analysed import analysed

NEEDED = frozenset(key.name for key in (SECTIONS, SENTENCES, MENTIONS, ENTITIES, CLAIMS, EVENTS))
STRIKE = "The miners, hungry since May, went on strike. The mayor said that the harbour was closed."


def relation(text: str, cause: str, effect: str, signal: str = "", score: float = 0.9) -> Relation:
    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return Relation(at(cause), (at(effect),), (at(signal),) if signal else (), score)


def links(text: str, told: Sequence[Relation], ruled: Sequence[Link] = ()) -> list[Link]:
    analysis: Analysis = analysed(text)
    inputs = Inputs(analysis.document, analysis, NEEDED)
    return list(learned(inputs, Ground(inputs), told, ruled, "model:test"))


def test_a_cause_without_a_signal_is_a_suggestion() -> None:
    (link,) = links(STRIKE, [relation(STRIKE, "hungry since May,", "went on strike")])
    assert (link.kind, link.implicit, link.why) == ("cause", True, Why("model:test", 0.9))
    assert [a.words(STRIKE) for a in (*link.from_, *link.to)] == ["hungry since May", "went on strike"]


def test_a_signal_is_kept() -> None:
    text = "Rain kept falling, leaving the road under water."
    (link,) = links(text, [relation(text, "Rain kept falling", "the road under water", "leaving")])
    assert [a.words(text) for a in link.signal] == ["leaving"]


def test_an_aim_is_what_a_deed_is_for() -> None:
    text = "Students marched through the town to honour the dead."
    (link,) = links(text, [relation(text, "to honour the dead", "Students marched", "to")])
    assert link.kind == "purpose"
    assert [a.words(text) for a in link.to] == ["to honour the dead"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (STRIKE, {"cause": "hungry since May", "effect": "went on strike", "score": 0.5}),
        ("“Rain fell, the road closed,” she said.", {"cause": "Rain fell", "effect": "the road closed"}),
        ("Students marched to honour the dead.", {"cause": "to honour the dead", "effect": "Students marched"}),
        (STRIKE, {"cause": "The mayor", "effect": "the harbour was closed"}),
        ("Did the rain close the road?", {"cause": "the rain", "effect": "close the road"}),
        ("Rain fell.", {"cause": "Rain", "effect": "."}),
    ],
    ids=[
        "too faint",
        "a speaker's own words",
        "an aim that nothing signals",
        "what is said is no effect of who says it",
        "it is only asked",
        "an end without words",
    ],
)
def test_no_link(text: str, told: dict[str, Any]) -> None:
    assert links(text, [relation(text, **told)]) == []


def test_what_a_rule_links_already_is_not_linked_again() -> None:
    text = "The road closed because rain fell."
    told = [relation(text, "rain fell", "The road closed", "because")]
    ruled = [link for link in analysed(text)[LINKS] if link.why.by.startswith("lexicon:")]
    assert ruled
    assert links(text, told, ruled) == []
    assert links(text, told) != []
