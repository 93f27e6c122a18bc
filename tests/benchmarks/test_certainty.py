"""The measure of certainty and its linear floor, on events made up for the test."""

from __future__ import annotations

import pytest
from benchmarks.certainty import Judged, class_f1, future_f1, macro_f1
from benchmarks.certainty_floor import Event, Pair, features, fit

from sayso.document.records import Tense
from sayso.factuality.belief import Belief

FACT: Pair = ("certain", "positive")
DENIED: Pair = ("certain", "negative")


def test_the_words_around_an_event_keep_their_side() -> None:
    text = "Rebels did not attack the port."
    start = text.index("attack")
    assert features(text, start, start + len("attack")) == {
        "<rebels", "<did", "<not", "=attack", ">the", ">port", ">.",
    }  # fmt: skip


def test_the_floor_learns_a_word_and_nothing_of_what_it_never_saw() -> None:
    told = [Event(features(f"They did {word} go.", 9 + len(word), 11 + len(word)), gold)
            for word, gold in (("not", DENIED), ("indeed", FACT), ("surely", FACT)) for _ in range(6)]  # fmt: skip
    floor = fit(told)
    unseen = Event(frozenset({"<whatever", "=sailed"}), FACT)
    assert floor.predict([told[0], told[6], unseen]) == [DENIED, FACT, FACT]
    assert fit(told).weights.tolist() == floor.weights.tolist()


def test_macro_f1_is_the_mean_over_the_classes_of_the_gold_data() -> None:
    pairs = [(FACT, FACT), (FACT, FACT), (DENIED, FACT), (FACT, ("possible", "positive"))]
    assert class_f1(pairs) == {DENIED: 0.0, FACT: pytest.approx(2 / 3)}
    assert macro_f1(pairs) == pytest.approx(1 / 3)


def test_future_counts_only_events_whose_time_is_annotated() -> None:
    def event(time: str | None, tense: Tense | None) -> Judged:
        return Judged(FACT, time, Belief(), tense, "")

    judged = [event("FUTURE", "future"), event("FUTURE", None), event("NON_FUTURE", "past"), event(None, "future")]
    assert future_f1(judged) == pytest.approx(2 / 3)
