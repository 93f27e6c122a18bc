"""Likelihood words and how they combine: level, polarity and surveyed range of eighty phrases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.document.layer import CERTAINTIES, CLAIMS
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

SCALES = Path(__file__).parents[2].parent / "shared" / "data" / "vocabulary" / "certainty_scales.json"


@pytest.mark.parametrize(
    ("text", "polarity", "level", "likelihood"),
    [
        ("It is very unlikely that the truce will hold.", "negative", "probable", (0.05, 0.1)),
        ("It is highly likely that the truce will hold.", "positive", "probable", (0.8, 0.9)),
        ("A truce is highly likely.", "positive", "probable", (0.8, 0.9)),
        ("A truce is not unlikely.", "positive", "possible", None),
        ("It is not unlikely that the truce will hold.", "positive", "possible", None),
        ("The truce will almost certainly not hold.", "negative", "probable", (0.02, 0.1)),
        ("It cannot be excluded that the truce will hold.", "positive", "possible", None),
        ("A truce is hardly possible.", "negative", "probable", None),
        ("It is hardly possible that the truce will hold.", "negative", "probable", None),
        ("It is not impossible that the truce will hold.", "positive", "possible", None),
        ("There is little doubt that the truce will hold.", "positive", "probable", None),
        ("There is no doubt that the truce will hold.", "positive", "certain", None),
        ("It is far from certain that the truce will hold.", "unknown", "uncommitted", None),
        ("It is more likely than not that the truce will hold.", "positive", "probable", (0.55, 0.6)),
        ("Odds are that the truce will hold.", "positive", "probable", None),
        ("The odds are that the truce will hold.", "positive", "probable", None),
        ("Chances are that the truce will hold.", "positive", "probable", None),
        ("The truce will probably not hold.", "negative", "probable", (0.25, 0.4)),
        ("There is almost no chance that the truce will hold.", "negative", "probable", (0.01, 0.05)),
        ("There is no chance that the truce will hold.", "negative", "certain", None),
        ("The chances of a truce are slim.", "negative", "probable", (0.05, 0.15)),
        ("The chances that the truce will hold are slight.", "negative", "probable", (0.05, 0.15)),
        ("There is a roughly even chance that the truce will hold.", "positive", "possible", (0.45, 0.55)),
        ("There is a better than even chance that the truce will hold.", "positive", "probable", (0.55, 0.6)),
        ("There is a good chance that the truce will hold.", "positive", "probable", None),
        ("It is not very likely that the truce will hold.", "negative", "probable", (0.1, 0.2)),
        ("It is not likely that the truce will hold.", "negative", "probable", (0.2, 0.332)),
        ("It is not at all likely that the truce will hold.", "negative", "probable", (0.2, 0.332)),
        ("It is not certain that the truce will hold.", "unknown", "uncommitted", None),
        ("It is not improbable that the truce will hold.", "positive", "possible", None),
        ("A truce is not out of the question.", "positive", "possible", None),
        ("A truce is almost impossible.", "negative", "probable", (0.0, 0.01)),
        ("It is virtually impossible that the truce will hold.", "negative", "probable", (0.0, 0.01)),
        ("In all likelihood the truce will hold.", "positive", "probable", (0.8, 0.9)),
        ("The likelihood of a truce is low.", "negative", "probable", None),
        ("The probability of a truce is very high.", "positive", "probable", None),
        ("There is a high probability that the truce will hold.", "positive", "probable", None),
        ("There is a low probability that the truce will hold.", "negative", "probable", None),
        ("It is doubtful whether the truce will hold.", "negative", "probable", (0.142, 0.342)),
        ("There is no guarantee that the truce will hold.", "unknown", "uncommitted", None),
        ("There is every reason to believe that the truce will hold.", "positive", "probable", None),
        ("There is no reason to believe that the truce will hold.", "negative", "probable", None),
        ("There is no reason to doubt that the truce will hold.", "positive", "probable", (0.658, 0.858)),
        ("We do not rule out a truce.", "positive", "possible", None),
        ("A truce can't be ruled out.", "positive", "possible", None),
        ("The truce can hardly hold.", "negative", "probable", None),
        ("The truce may well hold.", "positive", "possible", None),
        ("It is possible but unlikely that the truce will hold.", "negative", "probable", (0.1, 0.25)),
        ("It is likely but not certain that the truce will hold.", "positive", "probable", (0.668, 0.8)),
        ("A truce is less likely now.", "negative", "probable", None),
        ("It is anything but certain that the truce will hold.", "unknown", "uncommitted", None),
        ("It is by no means clear that the truce will hold.", "unknown", "uncommitted", None),
        ("There is nothing to suggest that the truce will hold.", "unknown", "uncommitted", None),
        ("I do not doubt that the truce will hold.", "positive", "certain", None),
        ("The truce is not expected to hold.", "negative", "probable", None),
        ("A truce seems unlikely.", "negative", "probable", (0.1, 0.25)),
        ("A truce does not seem likely.", "negative", "probable", (0.2, 0.332)),
        ("A truce does not seem realistic.", "negative", "probable", None),
        ("There is a 60 percent chance that the truce will hold.", "positive", "probable", (0.6, 0.6)),
        ("There is a 30% probability that the truce will hold.", "positive", "possible", (0.3, 0.3)),
        ("There is a one in ten chance that the truce will hold.", "negative", "probable", (0.1, 0.1)),
        ("The likelihood of a truce is put at 70 to 80 percent.", "positive", "probable", (0.7, 0.8)),
        ("It is too early to say whether the truce will hold.", "unknown", "uncommitted", None),
        ("There is no certainty that the truce will hold.", "unknown", "uncommitted", None),
        ("Nobody doubts that the truce will hold.", "positive", "certain", None),
        ("My fear is that the truce will fail.", "positive", "possible", None),
        ("The danger is that the truce will fail.", "positive", "possible", None),
        ("There is some doubt that the truce will hold.", "negative", "probable", None),
        ("Nothing is impossible.", "positive", "possible", None),
        ("The truce will most likely hold.", "positive", "probable", (0.8, 0.9)),
        ("It is extremely unlikely that the truce will hold.", "negative", "probable", (0.0, 0.05)),
        ("It is next to impossible that the truce will hold.", "negative", "probable", (0.0, 0.01)),
        ("It is improbable that the truce will hold.", "negative", "probable", (0.05, 0.2)),
        ("There is a real possibility that the truce will fail.", "positive", "possible", (0.4, 0.75)),
        ("There is a distinct possibility that the truce will fail.", "positive", "possible", (0.4, 0.75)),
        ("There is a remote possibility that the truce will hold.", "negative", "probable", (0.03, 0.1)),
        ("There is not the slightest chance that the truce will hold.", "negative", "certain", None),
        ("There is no question that the truce will hold.", "positive", "certain", None),
        ("I would be surprised if the truce held.", "negative", "probable", None),
        ("It would not be surprising if the truce failed.", "positive", "possible", None),
    ],
)
def test_a_phrase_of_likelihood(text: str, polarity: str, level: str, likelihood: tuple[float, float] | None) -> None:
    analysis = analysed(text)
    innermost = max(analysis[CLAIMS], key=lambda claim: (claim.via is not None, bool(claim.cue)))
    found = next(c for c in analysis[CERTAINTIES] if c.claim == innermost.id)
    assert (found.polarity, found.level, found.likelihood) == (polarity, level, likelihood)
    assert found.basis


@pytest.mark.skipif(not SCALES.exists(), reason="the surveys of /work/shared are not here")
def test_every_range_is_that_of_its_survey() -> None:
    surveys = json.loads(SCALES.read_text(encoding="utf-8"))
    given = [entry["likelihood"] for entry in vocabulary("certainty")["entries"] if "likelihood" in entry]
    for likelihood in given:
        terms = likelihood["term"].split(" / ")
        ranges = [_range(surveys[likelihood["scale"]]["terms"], term) for term in terms]
        low, high = min(r[0] for r in ranges), max(r[1] for r in ranges)
        assert (likelihood["low"], likelihood["high"]) == (pytest.approx(low), pytest.approx(high)), likelihood


def _range(terms: list[dict[str, Any]], name: str) -> tuple[float, float]:
    """Quartiles of a survey, bounds of a standard, as shares of 1."""
    term = next(t for t in terms if name.lower() in (str(t.get("term", "")).lower(), *t.get("terms", [])))
    low, high = (term["q1"], term["q3"]) if "q1" in term else (term["low"], term["high"])
    return low / 100, high / 100
