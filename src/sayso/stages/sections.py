"""Sections (first sketch: a section a paragraph)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.document.anchor import Anchor
from sayso.document.layer import SECTIONS
from sayso.document.records import Section, Why
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Section]:
    for m in re.finditer(r"[^\n]*\S[^\n]*", inputs.document.characters):
        anchor = Anchor(*m.span()).trimmed(inputs.document.characters)
        assert anchor
        yield Section(inputs.id("s", anchor), anchor, "paragraph", Why("rule:sections.paragraph"))


STAGE = Stage(writes=SECTIONS, reads=(), version=1, make=find)
