"""Belief: how sure a voice is that something is so, built from the inside out, one word of certainty at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.document.records import Level, Polarity
from sayso.document.syntax import Token
from sayso.factuality.lexicon import Effect, Entry, Match, Range

ORDER: tuple[Level, ...] = ("certain", "probable", "possible", "uncommitted")
TURNED: dict[Polarity, Polarity] = {"positive": "negative", "negative": "positive", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class Belief:
    """`likelihood` is that of the proposition without its denial: "probably not" lies below a half."""

    polarity: Polarity = "positive"
    level: Level = "certain"
    likelihood: Range | None = None
    basis: tuple[Token, ...] = ()
    why: tuple[str, ...] = ()
    barred: frozenset[int] = frozenset()
    """Tokens of the sentence that may not count, by index."""

    def under(self, match: Match, denied: tuple[Match, ...] = ()) -> Belief:
        """The belief in the scope of some words, themselves in the scope of denying words."""
        entry, turned = match.entry, len(denied) % 2 == 1
        effect = _effect(entry, turned)
        shown = self.with_basis(match)
        for denial in denied:
            shown = shown.with_basis(denial)
            effect = Effect(weaker(effect.level, denial.entry.effect.level), effect.polarity)
        return replace(
            shown,
            polarity=_combined(self.polarity, effect.polarity),
            level=weaker(self.level, effect.level),
            likelihood=self._likelihood(None if turned and entry.negated else entry.likelihood, turned, effect),
        )

    def denied(self, denial: Match) -> Belief:
        """The belief turned round by a denying word."""
        return self.under(denial)

    def opened(self, mark: Token, why: str, polarity: Polarity = "unknown") -> Belief:
        """Left open, by an "if", a question, a command."""
        basis, reasons = (*self.basis, mark), (*self.why, why)
        return Belief(_combined(self.polarity, polarity), "uncommitted", None, basis, reasons, self.barred)

    def with_basis(self, match: Match) -> Belief:
        """The same belief, shown by these words too ("could be possible" is no less sure than "is possible")."""
        return replace(self, basis=(*self.basis, *match.tokens), why=(*self.why, f"lexicon:certainty.{match.entry.id}"))

    def _likelihood(self, given: Range | None, turned: bool, effect: Effect) -> Range | None:
        """The surveyed range, seen from the proposition without its denial; two ranges give what they share."""
        if given is None:
            turns = effect.polarity == "negative" and self.likelihood is not None
            return mirrored(self.likelihood) if turns and self.likelihood else self.likelihood
        found = mirrored(given) if turned != (self.polarity == "negative") else given
        return found if self.likelihood is None else _both(found, self.likelihood)


def weaker(one: Level, other: Level) -> Level:
    """The less sure of two levels."""
    return max(one, other, key=ORDER.index)


def mirrored(given: Range) -> Range:
    """The range of the opposite."""
    return round(1 - given[1], 3), round(1 - given[0], 3)


def _both(one: Range, other: Range) -> Range:
    """What two ranges share, or all they span where they share nothing."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if low <= high else (min(one[0], other[0]), max(one[1], other[1]))


def _effect(entry: Entry, turned: bool) -> Effect:
    if not turned:
        return entry.effect
    if entry.negated is not None:
        return entry.negated
    return Effect(entry.effect.level, TURNED[entry.effect.polarity])


def _combined(inner: Polarity, outer: Polarity) -> Polarity:
    if outer == "unknown" or inner == "unknown":
        return "unknown"
    return TURNED[inner] if outer == "negative" else inner
