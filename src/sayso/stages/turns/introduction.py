"""Introductions: the sentence above an interview that says who talked with whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso.document.syntax import NOUN_SUBJECTS, Sentence, Token
from sayso.stages.turns.cast import Cast, Parties, Party
from sayso.vocabulary import naming

MEETING = frozenset({"speak", "talk", "sit", "chat", "meet", "converse"})
ASKING = frozenset({"interview", "question", "ask"})
ANSWERING = frozenset({"answer", "tell"})
TELLING = frozenset({"discuss", "explain", "reflect", "recall"})
"""What whoever is interviewed does now, as the page puts it."""
INTERVIEW = frozenset({"interview", "interviews", "interviewed", "interviewing"})
ASKED = frozenset({"DET", "ADJ", "NUM", "NOUN"})
"""What may stand between "interviews" and the noun for those who are asked."""
OURS = frozenset({"we", "i", "us", "our"})
THEIRS = frozenset({"he", "she", "him", "her", "they", "them"})
WITH = re.compile(r"\b(?:interviews?|conversation|discussion|talk|Q ?& ?A) (?P<how>with|by|to|for|of)\b", re.IGNORECASE)
BY = re.compile(r"\b(?:by|conducted by)\s+$")
GUEST = re.compile(r"\b(?:interlocutor|guest|interview|question)", re.IGNORECASE)
AND_WITH = re.compile(r"\band (?:with|to) (?:[\w.'’-]+ ){0,4}$")
JOINS = re.compile(r"\s*(?:,|,? (?:and|&))\s+")
INTERVIEWS = re.compile(r" interview(?:s|ed) (?!with\b|by\b|of\b|to\b|for\b|from\b|in\b)")
FAR = 80
"""Characters that may say what somebody is before the name."""
QUOTES = ("'", "‘", '"', "“")
SEVERAL = "rule:turns.several"


@dataclass(frozen=True)
class Introduction:
    """A sentence above the interview that may say who talked with whom.

    `headlines` are the people of the headline; `seen` is the person named last before this sentence.
    """

    sentence: Sentence
    cast: Cast
    headlines: set[str]
    seen: Party | None

    def parties(self) -> Parties | None:
        """Who answers and who asks; None where the sentence does not introduce the interview."""
        found = self._by_noun() or self._by_verb() or self._by_words()
        several = found is not None and found[0] is not None and self._has_company(found[0])
        if several or self._several():
            return Parties(None, found[1] if found is not None else None, SEVERAL)
        if found is None or found[0] is None:
            return None
        respondent, questioner = found
        return Parties(respondent, questioner, "rule:turns.introduced")

    def _has_company(self, respondent: Party) -> bool:
        """Another person is joined to the one who answers: "spoke with Vera Holt and the pilot Jonas Berg"."""
        joined = [kid for t in self._tokens(respondent) for kid in self.sentence.children(t) if kid.dep == "conj"]
        after = next((p for p in self._people_but(respondent) if p.named.start >= respondent.named.end), None)
        if after is None:
            return False
        between = self.cast.characters[respondent.named.end : after.named.start]
        if JOINS.fullmatch(between) or AND_WITH.search(between):
            return True
        return any(self.sentence.span(t).overlaps(after.named) for t in joined)

    def _several(self) -> bool:
        """Those who are interviewed are several: "interviews experts", "an interview with the owners"."""
        words = self.sentence.tokens
        for at, word in enumerate(words):
            if word.lower in INTERVIEW:
                after = list(
                    takewhile(lambda t: t.pos in ASKED or t.lower in {"with", "of", "to"}, words[at + 1 : at + 8])
                )
                return any(t.tag == "NNS" and t.lemma.lower() in naming.roles() for t in after)
        return False

    def _tokens(self, party: Party) -> Sequence[Token]:
        return self.sentence.tokens_in(party.named)

    def _by_noun(self) -> tuple[Party | None, Party | None] | None:
        """ "an interview with X", "in an interview with the Courier, X …"."""
        words = self.sentence.anchor.words(self.cast.characters)
        match = WITH.search(words)
        if match is None or match["how"].lower() == "of":
            return None
        end = self.sentence.anchor.start + match.end()
        after = [p for p in self._named() if p.named.start >= end]
        partner = next(iter(after), None)
        near = (
            partner is not None and not partner.person and partner.named.start - end <= 30 and not self._quoted(partner)
        )
        if partner is not None and near and not self._describes(partner):
            return next(iter(self._people_but(partner)), None) or self._seen(), partner
        people = [p for p in self.cast.people(self.sentence.anchor) if p.named.start >= end]
        respondent = next((p for p in people if not self._describes(p)), None)
        asking = next((p for p in after if BY.search(self._up_to(p)) and p != respondent), None)
        return (respondent, asking) if respondent is not None else None

    def _by_words(self) -> tuple[Party | None, Party | None] | None:
        """ "The Courier interviews X", where the words stand so but a headline was not parsed so."""
        match = INTERVIEWS.search(self.sentence.anchor.words(self.cast.characters))
        if match is None:
            return None
        start, end = (self.sentence.anchor.start + at for at in match.span())
        asking = next((p for p in self._named() if p.named.end == start), None)
        whom = next((p for p in self.cast.people(self.sentence.anchor) if 0 <= p.named.start - end <= FAR), None)
        return (whom, asking) if asking is not None and whom is not None else None

    def _describes(self, party: Party) -> bool:
        """The name only says more of the noun after it: "with LibriVox founder Hugh McGuire", "with Roe's friend"."""
        return self.cast.owns(party) or any(
            t.dep in {"compound", "nmod", "poss"} and self._is_last(t, party) for t in self._tokens(party)
        )

    def _quoted(self, party: Party) -> bool:
        """The name is a nickname in quotation marks: "an interview with the 'Bridge Doctor'"."""
        return self.cast.before(party).endswith(QUOTES)

    @staticmethod
    def _is_last(token: Token, party: Party) -> bool:
        return token.anchor.end == party.named.end

    def _by_verb(self) -> tuple[Party | None, Party | None] | None:
        for verb in self.sentence.tokens:
            if verb.pos == "VERB" and (reads := self._reader(verb.lemma)):
                found = reads(self, verb)
                if found is not None and found[0] is not None:
                    return found
        return None

    @staticmethod
    def _reader(lemma: str) -> Reader | None:
        if lemma in MEETING:
            return Introduction._met
        if lemma in ASKING:
            return Introduction._asked
        if lemma in TELLING:
            return Introduction._tells
        return Introduction._answered if lemma in ANSWERING else None

    def _met(self, verb: Token) -> tuple[Party | None, Party | None] | None:
        """ "The Courier spoke with X": bodies ask; of two people the one in the headline answers."""
        joins = any(kid.lower in {"with", "to", "down"} for kid in self.sentence.children(verb))
        if not joins and verb.lemma != "meet":
            return None
        doer = self._doer(verb)
        after = self._after(verb, doer)
        first = next(iter(after), None)
        person = next((party for party in after if party.person), None)
        if self._subject(verb) in THEIRS and self._seen(first) is not None:
            return self._seen(first), first
        if doer is not None and self._with_them(verb) and self._seen(doer) is not None:
            return self._seen(doer), doer
        if doer is None or not doer.person:
            return person, doer
        named = doer.entity in self.headlines and (person is None or person.entity not in self.headlines)
        return (doer, first) if first is not None and (named or person is None) else (person, doer)

    def _with_them(self, verb: Token) -> bool:
        """ "spoke with her": somebody named before."""
        joins = (kid for kid in self.sentence.children(verb) if kid.lower in {"with", "to"})
        return any(kid.dep == "pobj" and kid.lower in THEIRS for join in joins for kid in self.sentence.children(join))

    def _tells(self, verb: Token) -> tuple[Party | None, Party | None] | None:
        """ "Here, he discusses the roots of the war"."""
        if verb.tag != "VBZ":
            return None
        doer = self._doer(verb) or (self._seen() if self._subject(verb) in THEIRS else None)
        return (doer, None) if doer is not None and doer.person else None

    def _asked(self, verb: Token) -> tuple[Party | None, Party | None] | None:
        """ "X asked him …", "Y was interviewed by X"."""
        doer = self._doer(verb)
        after = self._after(verb, doer)
        if self.sentence.child(verb, "nsubjpass") is not None:
            asking = next((p for p in after if BY.search(self._up_to(p))), None)
            return (doer if doer is not None and doer.person else self._seen()), asking
        whom = self.sentence.child(verb, "dobj", "dative")
        if whom is None or (doer is None and self._subject(verb) not in OURS):
            return None
        if whom.lower in THEIRS:
            return self._seen(doer), doer
        return next((p for p in after if p.person and p.named.overlaps(self.sentence.span(whom))), None), doer

    def _answered(self, verb: Token) -> tuple[Party | None, Party | None] | None:
        """ "X told the Courier in an interview", "X answered the questions of the Courier"."""
        if not GUEST.search(self.sentence.anchor.words(self.cast.characters)):
            return None
        doer = self._doer(verb) or (self._seen() if self._subject(verb) in THEIRS else None)
        if doer is None or not doer.person:
            return None
        return doer, next(iter(self._after(verb, doer)), None)

    def _named(self) -> list[Party]:
        return self.cast.within(self.sentence.anchor)

    def _people_but(self, other: Party) -> list[Party]:
        return [p for p in self.cast.people(self.sentence.anchor) if p.entity != other.entity]

    def _after(self, verb: Token, doer: Party | None) -> list[Party]:
        people = self.cast.people(self.sentence.anchor)
        later = [p for p in self._named() if p.named.start > verb.start and (not p.person or p in people)]
        return [p for p in later if doer is None or p.entity != doer.entity]

    def _doer(self, verb: Token) -> Party | None:
        subject = self.sentence.child(verb, *NOUN_SUBJECTS)
        if subject is None:
            return None
        return next((p for p in self._named() if p.named.overlaps(subject.anchor)), None)

    def _subject(self, verb: Token) -> str | None:
        subject = self.sentence.child(verb, *NOUN_SUBJECTS)
        return subject.lower if subject is not None else None

    def _seen(self, but: Party | None = None) -> Party | None:
        return self.seen if self.seen is None or but is None or self.seen.entity != but.entity else None

    def _up_to(self, party: Party) -> str:
        return self.cast.characters[self.sentence.anchor.start : party.named.start]


Reader = Callable[[Introduction, Token], tuple[Party | None, Party | None] | None]
