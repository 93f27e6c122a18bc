"""What stands around a statement: days that are named, and whom its words stand for."""

from __future__ import annotations

import re

from sayso.document.layer import ENTITIES, MENTIONS, TIMES
from sayso.document.spans import Spans
from sayso.document.syntax import Token
from sayso.stages.stage import Inputs

FIXED = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)(?:T.*)?|[\dX]{4}-[\dX]{2}-[\dX]{2}")
"""TIMEX3 values of a day of the calendar or the week."""
PARTIES = frozenset({"person", "organisation", "armed-group", "government", "country", "people"})


class Near:
    """Look-ups over the earlier layers of one text; nothing here is changed."""

    def __init__(self, inputs: Inputs) -> None:
        self._days = Spans((t.anchor, True) for t in inputs[TIMES] if FIXED.fullmatch(t.timex3))
        entities = {mention: e.id for e in inputs[ENTITIES] for mention in e.mentions}
        kinds = {mention: e.kind for e in inputs[ENTITIES] for mention in e.mentions}
        self._entities = {m.head.start: entities[m.id] for m in inputs[MENTIONS] if m.id in entities}
        self._parties = {m.head.start for m in inputs[MENTIONS] if kinds.get(m.id, m.kind) in PARTIES}

    def fixed(self, token: Token) -> bool:
        """The word belongs to a named day."""
        return next(self._days.covering(token.anchor), False)

    def entity(self, token: Token) -> str | None:
        """The entity that the word heads a mention of."""
        return self._entities.get(token.start)

    def party(self, token: Token) -> bool:
        """The word stands for a person or a body."""
        return token.start in self._parties
