"""Pronouns of the third person resolved to the one candidate that agrees. Precision first: two candidates are none."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.document.syntax import Token
from sayso.stages.entities.references.agreement import (
    HE,
    IT,
    REFLEXIVE,
    SHE,
    THEY,
    gender_of_pronoun,
    is_body,
    is_many,
    is_person,
)
from sayso.stages.entities.references.context import Context, Fits
from sayso.stages.entities.seen import Seen
from sayso.vocabulary import naming

REACH = 2
"""How many sentences back a pronoun may look."""


class Pronouns:
    """Asks for whom one pronoun after another stands, in the order of the text."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def resolve(self, s: Seen) -> None:
        """Merge a pronoun with whom it stands for, where that is sure."""
        word = s.head.lower
        if word in HE or word in SHE:
            found = self._person(s)
        elif word in THEY:
            found = self._clause_subject(s, is_many) or self._only(s, is_many, 1)
        elif word in IT:
            found = self._clause_subject(s, is_body)
        else:
            return
        if found is not None:
            self.context.merge(found, s, "pronoun")
            gender = gender_of_pronoun(word)
            if gender is not None:
                self.context.tell(s, gender)

    def _person(self, s: Seen) -> Seen | None:
        gender = gender_of_pronoun(s.head.lower) or ""

        def fits(other: Seen) -> bool:
            return is_person(other) and self.context.agrees(other, gender)

        if s.head.lower in REFLEXIVE:
            return self._clause_subject(s, fits)
        speaker = self._last_speaker(s, fits) if speaks(s) else None
        return (
            speaker
            or self._reporter(s, fits)
            or self._clause_subject(s, fits)
            or self._only(s, fits, REACH)
            or self._subject_before(s, fits)
        )

    def _only(self, s: Seen, fits: Fits, reach: int) -> Seen | None:
        """The one candidate within reach."""
        found = self.context.candidates(s, fits, reach)
        return found[0] if self.context.same(found) else None

    def _subject_before(self, s: Seen, fits: Fits) -> Seen | None:
        """The subject of the sentence before, for a subject, where no candidate stands between."""
        if s.head.dep not in ("nsubj", "nsubjpass", "poss"):
            return None
        found = self.context.candidates(s, fits, 1)
        if any(f.at == s.at for f in found):
            return None
        subjects = [f for f in found if _is_main_subject(f)]
        return subjects[0] if self.context.same(subjects) else None

    def _reporter(self, s: Seen, fits: Fits) -> Seen | None:
        """ "Roe said she would leave": the subject of what was said is the one who says it."""
        clause = s.sentence.clause_head(s.head)
        above = s.sentence.head(clause)
        own = s.head.dep in ("nsubj", "nsubjpass") and s.head.head == clause.index
        if not own or clause.dep != "ccomp" or above.lemma not in naming.word_class("speech"):
            return None
        return self._that(s, s.sentence.child(above, "nsubj"), fits)

    def _clause_subject(self, s: Seen, fits: Fits) -> Seen | None:
        """The subject of the pronoun's own clause, for possessives and reflexives: "Roe said that her party"."""
        if s.head.dep != "poss" and s.head.lower not in REFLEXIVE:
            return None
        return self._that(s, _subject_of(s, s.sentence.clause_head(s.head)), fits)

    def _that(self, s: Seen, token: Token | None, fits: Fits) -> Seen | None:
        """The candidate of the sentence that this token heads."""
        if token is None:
            return None
        return next((f for f in self.context.candidates(s, fits, 0) if f.head.index == token.index), None)

    def _last_speaker(self, s: Seen, fits: Fits) -> Seen | None:
        """ "he said": whoever spoke last."""
        return next((other for other in self.context.candidates(s, fits, 3) if speaks(other)), None)


def speaks(s: Seen) -> bool:
    """It is the subject of a verb of saying."""
    return s.head.dep == "nsubj" and s.sentence.head(s.head).lemma in naming.word_class("speech")


def _is_main_subject(s: Seen) -> bool:
    verb = s.sentence.head(s.head)
    alone = not any(kid.dep == "conj" for kid in s.sentence.children(s.head))
    return s.head.dep in ("nsubj", "nsubjpass") and verb.dep == "ROOT" and alone


def _subject_of(s: Seen, verb: Token) -> Token | None:
    """The verb's subject, else that of the verb it is joined to or complements."""
    for candidate in _and_above(s, verb):
        subject = s.sentence.child(candidate, "nsubj", "nsubjpass") or _ordered(s, candidate)
        inside = subject is not None and s.head in s.sentence.subtree(subject)
        if subject is not None and not inside:
            return subject
        if not inside and candidate.dep not in ("conj", "xcomp", "advcl", "pcomp"):
            return None
    return None


def _ordered(s: Seen, verb: Token) -> Token | None:
    """Who is to do it: the object of "ordered X to end its blockade"."""
    above = s.sentence.head(verb)
    if verb.dep != "xcomp" or verb.tag != "VB" or above.lemma in ("promise", "threaten", "use"):
        return None
    return s.sentence.child(above, "dobj")


def _and_above(s: Seen, verb: Token) -> Iterable[Token]:
    yield verb
    yield from s.sentence.ancestors(verb)
