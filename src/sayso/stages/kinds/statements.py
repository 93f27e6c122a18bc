"""Statements: one sentence's share of a claim, with the predicates that say what it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.document.predicates import COPULAR, PREDICATIVE, coordinated, is_infinitive, main_predicate
from sayso.document.records import Claim, Kind
from sayso.document.syntax import SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.kinds.near import Near

INNER = ("ccomp", "csubj", "acl")
THINKING = frozenset(
    {"think", "believe", "suppose", "say", "doubt", "expect", "fear", "guess"}
    | {"bet", "wager", "hope", "suspect", "reckon", "imagine", "worry", "predict", "assume"}
)
WH = frozenset({"WDT", "WP", "WRB", "WP$"})


@dataclass(frozen=True, slots=True)
class Found:
    """A kind, the words that show it and the rule or entry that found it."""

    kind: Kind
    basis: tuple[Token, ...]
    why: str


@dataclass(frozen=True)
class Statement:
    """`cue` is the word that attributes the claim and the sentence it stands in; None where nothing does."""

    claim: Claim
    sentence: Sentence
    tokens: tuple[Token, ...]
    head: Token
    cue: tuple[Sentence, Token] | None
    answers_why: bool
    """It stands in an answer to "why", or beside other explanations on offer."""
    near: Near

    @cached_property
    def own(self) -> frozenset[int]:
        """Indices of its tokens."""
        return frozenset(token.index for token in self.tokens)

    def clauses(self) -> tuple[Token, ...]:
        """The main predicates: the head, those joined to it, and what "it is likely that" or "I think" introduces."""
        return self._clauses

    @cached_property
    def _clauses(self) -> tuple[Token, ...]:
        own = self.own
        found = [self.head, *self._introduced(), *self._beside()]
        found += [t for verb in tuple(found) for t in coordinated(self.sentence, verb)]
        return tuple(t for t in dict.fromkeys(found) if t.index in own)

    def _beside(self) -> Iterator[Token]:
        """Clauses that only a comma or a colon joins to the head; the parser hangs the first on the last."""
        for kid in self.sentence.children(self.head):
            before = kid.dep in {"ccomp", "parataxis"} and kid.index < self.head.index
            if before and self.head.pos in VERBAL and self.sentence.child(kid, *SUBJECTS) is not None:
                yield kid

    def _introduced(self) -> Iterator[Token]:
        subject = self.sentence.child(self.head, "nsubj")
        first = self.head.lemma in THINKING and subject is not None and subject.lower in {"i", "we"}
        if self.head.lemma in COPULAR or first or self.head.pos not in VERBAL:
            for carrier in (self.head, *self.predicates(self.head)):
                yield from (kid for kid in self.sentence.children(carrier) if kid.dep in INNER)

    def predicates(self, verb: Token) -> tuple[Token, ...]:
        """What a copula gives to its subject, with what is joined to it; also "as a response"."""
        found = [kid for kid in self.sentence.children(verb) if kid.dep in PREDICATIVE]
        for kid in self.sentence.children(verb):
            if kid.dep == "prep" and kid.lower == "as":
                found += [noun for noun in self.sentence.children(kid) if noun.dep in {"pobj", "amod"}]
        found += [other for kid in tuple(found) for other in self.sentence.children(kid) if other.dep == "conj"]
        return tuple(found)

    def infinitive(self, carrier: Token) -> Token | None:
        """The "to" clause that a word or its copula takes."""
        for governor in (carrier, self.sentence.head(carrier) if carrier.pos not in VERBAL else carrier):
            for kid in self.sentence.children(governor):
                if kid.dep in {"xcomp", "ccomp", "csubj", "acl", "advcl", "relcl"} and is_infinitive(
                    self.sentence, kid
                ):
                    return kid
        return None

    def backshifted(self) -> bool:
        """It retells in its own words what was said before, so that "would" is a "will" of then."""
        retold = self.claim.form != "direct"  # a quotation keeps its own tense
        return retold and self.cue is not None and self.cue[1].tag in {"VBD", "VBN"}

    def of_itself(self, subject: Token) -> bool:
        """The subject is who speaks, or the body for which the source speaks: "we", "our troops", "it"."""
        if subject.lower in {"i", "we"}:
            return True
        owner = self.sentence.child(subject, "poss")
        if owner is not None and owner.lower in {"our", "my"}:
            return self.near.party(subject)
        own = {self.claim.source.entity, self.claim.source.organisation} - {None}
        return bool(self.claim.cue) and self.near.entity(subject) in own

    def frame(self) -> str:
        """What the cue takes: `question`, `infinitive`, `clause` or `object`."""
        if self.head.pos not in VERBAL:
            return "object"
        if self.head.tag == "VBG" and self.sentence.child(self.head, *SUBJECTS, "aux") is None:
            return "infinitive"
        opening = self.tokens[: max(1, self.head.index - self.tokens[0].index)]
        if any(t.lower in {"whether", "if"} and t.dep == "mark" for t in self.sentence.children(self.head)):
            return "question"
        if opening and opening[0].tag in WH:
            return "question"
        bare = any(kid.lower == "to" and kid.dep == "aux" for kid in self.sentence.children(self.head))
        return "infinitive" if bare else "clause"


NEGATIVE_FRONTS = frozenset({"no", "never", "nor", "neither", "not", "only", "hardly", "little"})
BELOW = ("xcomp", "ccomp", "csubj", "acl", "advcl", "relcl")
"""Labels of the "to" clause under a word."""


def to_do(sentence: Sentence, *carriers: Token) -> Token | None:
    """The "to" clause after one of these words, of the passive too: "to wait", "to be sent"."""
    for carrier in carriers:
        for kid in sentence.children(carrier):
            to = kid.dep in BELOW and any(k.lower == "to" and k.dep == "aux" for k in sentence.children(kid))
            if to and kid.tag in {"VB", "VBN"} and not perfect(sentence, kid):
                return kid
    return None


def perfect(sentence: Sentence, verb: Token) -> bool:
    """ "must have sunk": it has the auxiliary "have"."""
    return any(kid.lower in {"have", "'ve", "’ve"} and kid.dep == "aux" for kid in sentence.children(verb))


def statement(
    claim: Claim,
    sentence: Sentence,
    tokens: Sequence[Token],
    cue: tuple[Sentence, Token] | None,
    answers_why: bool,
    near: Near,
) -> Statement | None:
    """The statement a claim makes in one sentence; None where it has no words there."""
    head = main_predicate(sentence, tokens)
    return None if head is None else Statement(claim, sentence, tuple(tokens), head, cue, answers_why, near)
