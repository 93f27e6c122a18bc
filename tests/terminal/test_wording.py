"""Words of a text on a terminal: they are shown, they never steer it."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sayso.terminal.wording import listed, quoted, short

HOSTILE = "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202egnp.exe\u2066 \x7f\x00 port"


@pytest.mark.parametrize("shown", [short(HOSTILE), quoted(HOSTILE), listed([HOSTILE])])
def test_no_character_of_a_text_steers_the_terminal(shown: str) -> None:
    out = io.StringIO()
    Console(file=out, force_terminal=False, width=200).print(shown)
    printed = out.getvalue().removesuffix("\n")
    assert printed.isprintable()
    assert "␛[2J␛]0;owned␇ \N{REPLACEMENT CHARACTER}31m" in printed
    assert "port" in printed


@pytest.mark.parametrize("words", ["Порт 🚀", "l\u2019éte\u0301", "ميناء", "a\u200db"])
def test_words_of_any_script_are_left_alone(words: str) -> None:
    assert short(words) == words
