"""Foretold: how sure a forecast is by the turn it is put in ("my money is on a deal"), where no other word says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.document.predicates import Parts
from sayso.document.records import Certainty, Claim, ClaimKind, Level, Polarity, Why
from sayso.document.syntax import Token
from sayso.factuality.odds import level_of, named_share
from sayso.vocabulary.load import vocabulary

GIVEN = frozenset(
    f"rule:kinds.{name}" for name in ("odds-given", "odds", "there-is-a-chance", "chance-alone", "money-on")
)
"""Kinds of turns in which a number says how likely it is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One entry of `foretold` in `vocabulary/certainty.yaml`; `words` is empty where any will do."""

    id: str
    words: frozenset[str]
    level: Level
    polarity: Polarity
    likelihood: tuple[float, float] | None


@cache
def _turns() -> dict[str, tuple[Turn, ...]]:
    """The turns by the rule of kinds that finds them, those that ask for a word first."""
    found: dict[str, list[Turn]] = {}
    for item in vocabulary("certainty")["foretold"]:
        range_ = item.get("likelihood")
        turn = Turn(
            item["id"],
            frozenset(item.get("words", ())),
            item["level"],
            item.get("polarity", "positive"),
            (range_["low"], range_["high"]) if range_ else None,
        )
        for rule in item["rules"]:
            found.setdefault(rule, []).append(turn)
    return {rule: tuple(sorted(turns, key=lambda t: not t.words)) for rule, turns in found.items()}


def by_turn(claim: Claim, kind: ClaimKind | None, sure: Certainty, parts: Parts) -> Certainty:
    """The certainty with what the turn of the forecast, or the number in it, adds; as it was where neither does."""
    if kind is None:
        return sure
    tokens = tuple(token for _, share in parts.of(claim.content) for token in share)
    numbered = _numbered(kind, sure, tokens)
    if numbered is not None:
        return numbered
    plain = sure.level == "certain" and sure.polarity == "positive"
    if not plain and kind.kind != "question":
        return sure
    words = {t.lower for t in tokens}
    for turn in _turns().get(kind.why.by.rpartition(".")[2], ()):
        shown = tuple(t.anchor for t in tokens if t.lower in turn.words) or kind.basis
        if not turn.words or turn.words & words:
            return replace(
                sure,
                level=turn.level,
                polarity=turn.polarity,
                likelihood=turn.likelihood,
                basis=tuple(dict.fromkeys((*sure.basis, *shown))),
                why=(Why(f"lexicon:certainty.{turn.id}"),),
            )
    return sure


def _numbered(kind: ClaimKind, sure: Certainty, tokens: Sequence[Token]) -> Certainty | None:
    """ "I put the odds at sixty to forty": the number that stands behind the noun of chance."""
    if kind.why.by not in GIVEN or sure.likelihood is not None:
        return None
    found = named_share(tokens)
    if found is None:
        return None
    share, shown = found
    level, polarity = level_of(share)
    basis = tuple(dict.fromkeys((*sure.basis, *(t.anchor for t in shown))))
    why = (Why("lexicon:certainty.stated-number"),)
    return replace(sure, level=level, polarity=polarity, likelihood=share, basis=basis, why=why)
