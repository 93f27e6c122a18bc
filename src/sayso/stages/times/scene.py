"""What a time is read against: its words, its clause, the day of publication and what the text said before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from sayso.document.syntax import Sentence, Token
from sayso.stages.times.lexicon import lexicon
from sayso.stages.times.period import Period, containing
from sayso.stages.times.tense import direction

Kind = Literal["date", "time", "duration", "set"]
NO_DATE = "open: no date of publication"
PUBLICATION = "relative to publication"


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a rule matched: `[start, end)` in the text and what the pattern's groups hold."""

    rule: str
    means: str
    start: int
    end: int
    groups: Mapping[str, str | None]
    value: str | None = None

    def get(self, name: str) -> str:
        """A group in small letters with single spaces; empty where it took no part."""
        return " ".join((self.groups.get(name) or "").lower().replace("’", "'").split())


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression means. `period` is what later expressions may count from."""

    timex3: str
    kind: Kind
    start: date | None
    end: date | None
    basis: str
    period: Period | None = None

    @classmethod
    def of(cls, period: Period, basis: str, kind: Kind = "date") -> Reading:
        """The whole of a period."""
        return cls(period.timex3, kind, period.first, period.last, basis, period)

    @classmethod
    def open(cls, timex3: str, basis: str, kind: Kind = "date") -> Reading:
        """A time that cannot be placed."""
        return cls(timex3, kind, None, None, basis)

    def at(self, part: str, kind: Kind = "time") -> Reading:
        """The same day with a part of it: TNI, T21:40."""
        return replace(self, timex3=self.timex3 + part, kind=kind)


@dataclass
class Story:
    """What the text has told so far. It changes as the text is read, from its first sentence to its last."""

    published: date | None
    said: dict[str, Period] = field(default_factory=dict)
    dated: Period | None = None
    """The last day or month with its year that the text stated, and the section and sentence it stood in."""
    section: str = ""
    sentence: int = -1
    chapter: int | None = None
    """The year that stands alone as a heading of a chronology."""
    last: Period | None = None
    stamps: dict[str, int] = field(default_factory=dict)
    """The sentence that each unit of `said` was last told in."""

    def saw(self, reading: Reading, scene: Scene) -> None:
        """Keep a resolved time for those that follow."""
        period = reading.period
        if period is None:
            return
        if reading.basis == "stated":
            self.dated, self.section, self.sentence = period, scene.sentence.section, scene.number
        if period.unit == "day" and "day" in self.said and scene.tells:
            return
        if period.unit == "quarter" and not self._of_late(period):
            return
        self.said[period.unit] = period
        self.last = period
        self.stamps[period.unit] = scene.number
        if period.unit == "year" and len(scene.sentence.tokens) == len(scene.tokens):
            self.chapter = period.first.year

    def _of_late(self, period: Period) -> bool:
        """Whether it began in the year before publication: what a text on business calls "the quarter"."""
        return self.published is None or 0 <= (self.published - period.first).days <= 370

    def recent(self, unit: str, number: int, within: int) -> Period | None:
        """The last period of this unit, where it was told at most so many sentences before sentence `number`."""
        return self.said.get(unit) if number - self.stamps.get(unit, -within - 1) <= within else None

    def base(self, unit: str) -> Period | None:
        """The last period told of that is at most as long as the unit, as a period of the unit."""
        fine = [period for period in self.said.values() if period.finer_than(unit)]
        latest = max(fine, key=lambda period: self.stamps[period.unit], default=None)
        return containing(unit, latest.first) if latest else None


@dataclass(frozen=True)
class Scene:
    """One expression in its sentence. `number` counts the sentences of the text."""

    story: Story
    sentence: Sentence
    tokens: tuple[Token, ...]
    number: int = 0

    @property
    def published(self) -> date | None:
        """The day of publication; None where unknown."""
        return self.story.published

    @cached_property
    def head(self) -> Token:
        """The token of the expression whose head lies outside of it."""
        indices = {t.index for t in self.tokens}
        return next((t for t in self.tokens if t.head not in indices or t.head == t.index), self.tokens[0])

    @cached_property
    def direction(self) -> int:
        """PAST, UNCLEAR or AHEAD."""
        return direction(self.sentence, self.head)

    @property
    def tells(self) -> bool:
        """Whether the time is that of somebody's words: "said on Monday"."""
        return self.sentence.clause_head(self.head).lemma in lexicon().telling

    @property
    def before(self) -> Token | None:
        """The word before the expression."""
        return self.sentence.tokens[self.tokens[0].index - 1] if self.tokens[0].index else None

    @property
    def after(self) -> Token | None:
        """The word after the expression."""
        following = self.tokens[-1].index + 1
        return self.sentence.tokens[following] if following < len(self.sentence.tokens) else None

    def word_before(self) -> str:
        """The word before the expression in lower case; empty at the start of the sentence."""
        return self.before.lower if self.before else ""

    def word_after(self) -> str:
        """The word after the expression in lower case; empty at the end of the sentence."""
        return self.after.lower if self.after else ""

    def this(self, unit: str) -> Period | None:
        """The period that holds the day of publication."""
        return containing(unit, self.published) if self.published else None


def unknown(unit: str) -> str:
    """The TIMEX3 value of a period that cannot be placed."""
    return {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "half": "XXXX-HX",
        "season": "XXXX-XX",
        "decade": "XXX",
        "century": "XX",
    }.get(unit, "XXXX")
