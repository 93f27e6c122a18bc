"""The words that attribute: shares are shares, frames are known, and the listed thoughts keep their own examples."""

from __future__ import annotations

import pytest

from sayso.document.layer import CLAIMS
from sayso.stages.claims.lexicon import lexicon
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed

FRAMES = frozenset(vocabulary("cues")["frames"])


def test_shares_lie_between_nothing_and_all_and_frames_are_known() -> None:
    for lemma, shares in vocabulary("cues")["lemmas"].items():
        assert lemma == lemma.lower() and shares
        assert set(shares) <= FRAMES
        assert all(0 <= share <= 1 for share in shares.values())


@pytest.mark.parametrize(("likelier", "less"), [("say", "make"), ("claim", "take"), ("deny", "go")])
def test_verbs_of_saying_outrank_verbs_of_doing(likelier: str, less: str) -> None:
    assert lexicon().share(likelier, "clause") > lexicon().share(less, "clause")


def test_a_word_that_was_never_seen_has_no_share() -> None:
    assert lexicon().share("xylophone", "clause") == 0.0


THOUGHTS = vocabulary("thoughts")["entries"]


def test_every_thought_has_all_its_fields_and_known_frames() -> None:
    for entry in THOUGHTS:
        assert set(entry) == {"id", "definition", "frames", "example", "not"}
        assert set(entry["frames"]) <= FRAMES


@pytest.mark.parametrize("entry", THOUGHTS, ids=lambda entry: entry["id"])
def test_a_thought_is_claimed_in_its_example_and_not_in_its_counter_example(entry: dict[str, str]) -> None:
    found = [claim for claim in analysed(entry["example"])[CLAIMS] if claim.form == "thought"]
    assert [claim.source.kind for claim in found] != []
    assert [c for c in analysed(entry["not"])[CLAIMS] if c.cue] == []


SAYINGS = vocabulary("sayings")["entries"]


@pytest.mark.parametrize("entry", SAYINGS, ids=lambda entry: entry["id"])
def test_a_saying_is_claimed_in_its_example_and_not_in_its_counter_example(entry: dict[str, str]) -> None:
    assert set(entry) == {"id", "definition", "frames", "example", "not"} and set(entry["frames"]) <= FRAMES
    assert [c.source.kind for c in analysed(entry["example"])[CLAIMS] if c.cue] != []
    assert [c for c in analysed(entry["not"])[CLAIMS] if c.cue] == []


def test_the_lists_of_speakers_do_not_repeat_themselves() -> None:
    for name, words in vocabulary("speakers").items():
        assert len(words) == len(set(words)), (name, sorted({w for w in words if words.count(w) > 1}))
