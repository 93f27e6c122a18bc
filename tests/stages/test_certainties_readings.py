"""Kinds of hedges that readings of interviews and reports showed, each in a sentence that its author says."""

from __future__ import annotations

import pytest

from sayso.document.anchor import Anchor
from sayso.document.predicates import Parts
from sayso.document.records import Certainty, Claim, Source, Why
from sayso.models.parser import parse
from sayso.stages.certainties.contents import Around, certainty


def said(text: str) -> Certainty:
    """How sure an author is of a text that is one claim of his."""
    whole = Anchor(0, len(text))
    claim = Claim("c", Source("author"), (), (whole,), "narration", Why("rule:test"))
    found = certainty(claim, Parts(list(parse(text, [(whole, "s")]))), Around(()))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "polarity", "level", "basis"),
    [
        ("There is no basis to believe that the talks will succeed.", "negative", "probable", "no basis believe"),
        ("My main worry is that another raid could follow.", "positive", "possible", "worry could"),
        ("Their worry is that another raid will follow.", "positive", "certain", ""),
        ("My reading is that a delay is very likely.", "positive", "probable", "very likely"),
        ("The truth is that nobody knows the way.", "negative", "certain", "nobody"),
        ("The timing suggests that the general lied.", "positive", "possible", "suggests"),
        ("We have no evidence that the bridge was mined.", "unknown", "uncommitted", "no evidence"),
        ("The police have no evidence that the bridge was mined.", "negative", "certain", "no"),
        ("There is no evidence for a second gunman.", "unknown", "uncommitted", "no evidence"),
        ("I cannot see how the garrison will hold out.", "negative", "probable", "not see"),
        ("It is hard to imagine that the court will agree.", "negative", "probable", "hard imagine"),
        ("It is impossible to estimate how the men would behave.", "unknown", "uncommitted", "impossible estimate"),
        ("Who fired first remains unclear.", "unknown", "uncommitted", "unclear"),
        ("It remains a mystery who fired first.", "unknown", "uncommitted", "mystery"),
        ("Police are examining whether the men came by boat.", "unknown", "uncommitted", "examining whether"),
        ("It looks as if the garrison has left.", "positive", "probable", "looks"),
        ("It seems like there are talks.", "positive", "probable", "seems"),
        ("What the country could face is another war.", "positive", "possible", "could"),
        ("The rebels can hardly be blamed for not keeping the truce.", "negative", "probable", "hardly"),
        ("This is hardly acceptable for the army.", "negative", "probable", "hardly"),
        ("A long truce does not seem realistic.", "negative", "probable", "not seem"),
        ("There is a risk of war.", "positive", "possible", "risk"),
        ("There is a plan for peace.", "positive", "certain", ""),
        ("He will not like it, I suspect.", "negative", "probable", "not suspect"),
        ("A coup is the most likely scenario.", "positive", "probable", "most likely"),
        ("The truce has little chance of success.", "negative", "probable", "little chance"),
        ("The truce can still collapse.", "positive", "possible", "can"),
        ("The army can read the letter.", "positive", "certain", ""),
    ],
)
def test_a_hedge_of_the_one_who_speaks(text: str, polarity: str, level: str, basis: str) -> None:
    found = said(text)
    words = [text[anchor.start : anchor.end] for anchor in found.basis]
    assert (found.polarity, found.level) == (polarity, level)
    assert " ".join(words) == basis
