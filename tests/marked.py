"""Marked text: `The [source ministry] [cue said] [content it had no [event losses]]`, refusing every bad mark.

A mark opens with `[name ` and closes with `]`; marks may nest. `[[` and `]]` stand for a literal bracket.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.document.anchor import Anchor


class BadMarkError(ValueError):
    """The marks of a test text are wrong; the test must not pass silently."""


@dataclass(frozen=True)
class Marked:
    """The text without its marks, and where each mark stood, in the order in which they opened."""

    text: str
    marks: tuple[tuple[str, Anchor], ...]

    def all(self, name: str) -> tuple[Anchor, ...]:
        """Every anchor of this name. Raises BadMarkError where there is none: a test must mark what it asks for."""
        found = tuple(anchor for mark, anchor in self.marks if mark == name)
        if not found:
            raise BadMarkError(f"nothing is marked {name!r} in {self.text!r}")
        return found

    def one(self, name: str) -> Anchor:
        """The only anchor of this name. Raises BadMarkError where there are several or none."""
        found = self.all(name)
        if len(found) > 1:
            raise BadMarkError(f"{len(found)} marks are named {name!r}")
        return found[0]


def marked(source: str) -> Marked:
    """Parse a marked text. Raises BadMarkError for an unclosed, unopened, unnamed or empty mark."""
    text: list[str] = []
    length = 0
    open_marks: list[tuple[str, int, int]] = []  # name, start, order
    found: list[tuple[int, str, Anchor]] = []
    for piece in re.findall(r"\[\[|\]\]|\[[a-z_0-9-]+ |\[|\]|[^\[\]]+", source):
        if piece in ("[[", "]]"):
            text.append(piece[0])
            length += 1
        elif piece == "[":
            raise BadMarkError(f"a mark without a name in {source!r}")
        elif piece.startswith("["):
            open_marks.append((piece[1:-1], length, len(open_marks) + len(found)))
        elif piece == "]":
            if not open_marks:
                raise BadMarkError(f"a mark is closed that was never opened in {source!r}")
            name, start, order = open_marks.pop()
            if start == length:
                raise BadMarkError(f"the mark {name!r} is empty in {source!r}")
            found.append((order, name, Anchor(start, length)))
        else:
            text.append(piece)
            length += len(piece)
    if open_marks:
        raise BadMarkError(f"the mark {open_marks[-1][0]!r} is never closed in {source!r}")
    return Marked("".join(text), tuple((name, anchor) for _, name, anchor in sorted(found)))
