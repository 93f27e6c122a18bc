"""The statement that an outlook is about: one sentence's share of a claim that looks ahead, and its predicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.predicates import Parts, main_predicate
from sayso.document.records import Claim, ClaimKind
from sayso.document.syntax import AUXILIARIES, VERBAL, Sentence, Token

CARRYING = frozenset({"VERB", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Statement:
    """`tokens` are those of the content; `top` is the word that carries what is to come."""

    claim: Claim
    kind: ClaimKind
    sentence: Sentence
    tokens: tuple[Token, ...]
    top: Token
    cue: tuple[Sentence, Token] | None
    """The word that attributes the claim, and its sentence."""
    shown: bool
    """The words that show the kind stand in the content, not in the cue."""

    @property
    def own(self) -> frozenset[int]:
        """Indices of the content's tokens."""
        return frozenset(token.index for token in self.tokens)


def statement(claim: Claim, kind: ClaimKind, parts: Parts) -> Statement | None:
    """The sentence in which the words stand that show the kind, else the first; None where no word carries it."""
    shares = parts.of(claim.content)
    found = [(sentence, tokens, _shown(tokens, kind)) for sentence, tokens in shares]
    sentence, tokens, shown = next((share for share in found if share[2]), found[0]) if found else (None, (), ())
    if sentence is None:
        return None
    top = _top(sentence, tokens, shown)
    return None if top is None else Statement(claim, kind, sentence, tokens, top, cue_word(parts, claim), bool(shown))


def _shown(tokens: Iterable[Token], kind: ClaimKind) -> tuple[Token, ...]:
    return tuple(t for t in tokens if any(anchor.covers(t.anchor) for anchor in kind.basis))


def _top(sentence: Sentence, tokens: Sequence[Token], shown: Sequence[Token]) -> Token | None:
    """The verb that the words belong to, else the noun or adjective; the main predicate where none shows the kind."""
    words = [t for t in shown if t.pos != "PUNCT"]
    carried = [sentence.head(t) if t.dep in AUXILIARIES | {"neg"} else t for t in words]
    for test in (VERBAL, frozenset({"NOUN", "ADJ"})):
        found = next((t for t in carried if t.pos in test), None)
        if found is not None:
            return found
    return main_predicate(sentence, tokens)


def cue_word(parts: Parts, claim: Claim) -> tuple[Sentence, Token] | None:
    """The word of the cue that carries its meaning, with its sentence."""
    for sentence, tokens in parts.of(claim.cue):
        for token in tokens:
            if token.pos in CARRYING and token.dep not in AUXILIARIES:
                return sentence, token
    return None


def runs(tokens: Iterable[Token]) -> tuple[Anchor, ...]:
    """The spans of the words: one for each run of neighbours, without punctuation at its ends."""
    grouped: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: t.index):
        if grouped and token.index == grouped[-1][-1].index + 1:
            grouped[-1].append(token)
        else:
            grouped.append([token])
    kept = (_trimmed(run) for run in grouped)
    return tuple(Anchor(run[0].start, run[-1].end) for run in kept if run)


def _trimmed(run: list[Token]) -> list[Token]:
    """The run without punctuation and joints at its ends."""
    while run and run[0].pos in {"PUNCT", "SPACE"}:
        run = run[1:]
    while run and (run[-1].pos in {"PUNCT", "SPACE"} or run[-1].dep == "cc"):
        run = run[:-1]
    return run
