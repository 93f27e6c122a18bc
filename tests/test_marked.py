"""The notation of the tests must refuse bad marks."""

from __future__ import annotations

import pytest

from sayso.document.anchor import Anchor
from tests.marked import BadMarkError, marked


def test_marks_nest_and_leave_the_text() -> None:
    got = marked("The [source ministry] [cue said] [content it had [inner no] losses].")
    assert got.text == "The ministry said it had no losses."
    assert got.one("inner").words(got.text) == "no"
    assert got.one("content").words(got.text) == "it had no losses"
    assert got.all("source") == (Anchor(4, 12),)


@pytest.mark.parametrize("bad", ["[source x", "x]", "[source ]", "[ x]", "[]", "[Source x]"])
def test_bad_marks_are_refused(bad: str) -> None:
    with pytest.raises(BadMarkError):
        marked(bad)


def test_asking_for_what_is_not_marked_fails() -> None:
    with pytest.raises(BadMarkError):
        marked("[cue said]").one("source")
