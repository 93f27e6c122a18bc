"""Pronouns of the third person resolved to the one candidate that agrees. Precision first: two candidates are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.document.predicates import COPULAR
from sayso.document.syntax import NOUN_SUBJECTS, Token
from sayso.stages.entities.references import sources
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
from sayso.stages.entities.references.sources import goes_on, is_aside
from sayso.stages.entities.seen import Seen

REACH = 2
"""How many sentences back a pronoun may look."""
SPOKEN = 3
"""… for whoever spoke before."""


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
            found = self._group(s)
        elif word in IT:
            found = self._clause_subject(s, is_body) or self._thing(s)
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
        named = self._said_twice(s, fits)
        if named is not None:
            return named
        if says(s):
            found = self._source(s, fits)
            if found is not None or is_aside(s):
                return found
        return (
            self._reporter(s, fits)
            or self._clause_subject(s, fits)
            or self._subject_above(s, fits)
            or self._beside(s, fits)
            or self._subject_before(s, fits)
            or self._only(s, fits, REACH)
        )

    def _said_twice(self, s: Seen, fits: Fits) -> Seen | None:
        """Who stands before the pronoun as another subject of its verb: "The head of the port, Roe, he said"."""
        said = s.sentence.head(s.head)
        first = s.sentence.child(said, "nsubj")
        if s.head.dep != "nsubj" or first is None or first.index >= s.head.index:
            return None
        own = (o for o in self.context.before(s, 0) if o.at == s.at and o.head.index == first.index)
        return next((o for o in own if o.mention.form != "pronoun" and fits(o)), None)

    def _thing(self, s: Seen) -> Seen | None:
        """ "It" as a source, or doing what its source says that it does: "The army said it had withdrawn"."""
        if says(s):
            return self._source(s, is_body)
        return None if s.sentence.head(s.head).lemma in COPULAR else self._reporter(s, is_body)

    def _group(self, s: Seen) -> Seen | None:
        """Several people; a body only where "they" lead the sentence and say something: "The union left. They said"."""
        source = self._source(s, is_many) if says(s) else None
        people = source or self._clause_subject(s, is_many) or self._beside(s, is_many)
        people = people or self._subject_before(s, is_many)
        body = says(s) and sources.depth(s) == 0 and not self._follows_several(s)
        return people or (self._source(s, is_body) if body else None)

    def _follows_several(self, s: Seen) -> bool:
        """People joined by "and" stand shortly before: they may be meant, not a body that somebody of them leads."""
        near = (o for o in self.context.before(s, 1) if o.mention.form == "name" and is_person(o))
        return any(o.head.dep == "conj" or not _is_alone(o) for o in near)

    def _source(self, s: Seen, fits: Fits) -> Seen | None:
        """Somebody of the sentence where what is said follows; else who spoke last, or led the sentence before."""
        aside = is_aside(s)
        if not aside:
            own = self._reporter(s, fits) or self._subject_above(s, fits) or self._pronoun(s, fits)
            if own is not None or self._is_open_before(s):
                return own
        found = [f for f in self.context.candidates(s, fits, SPOKEN) if f.at != s.at or not aside]
        opened = self._opens_quote(s, fits)
        if opened is not None:
            return opened
        last = self._last(s, found)
        here = [f for f in found if f.at == s.at] or found
        return last or (here[0] if self.context.same(here) else None)

    def _opens_quote(self, s: Seen, fits: Fits) -> Seen | None:
        """Whoever the words before the quotation say speaks: "Roe wrote, “The bridge is shut,” she said"."""
        if not sources.closes_quote(s):
            return None
        own = [f for f in self.context.candidates(s, fits, 0) if f.mention.form == "name" and sources.opens_quote(f)]
        return own[0] if len(own) == 1 else None

    def _last(self, s: Seen, found: Sequence[Seen]) -> Seen | None:
        """Of these the one that spoke last, or that the last two sentences tell of; who adds something has spoken."""
        adds = goes_on(s.sentence.head(s.head))
        for apart in range(SPOKEN + 1):
            near = [f for f in found if self.context.apart(s, f) == apart]
            best = _speaker(near) or (_salient(near) if apart < 2 and not adds else None)
            if best is not None:
                return best
        return None

    def _subject_above(self, s: Seen, fits: Fits) -> Seen | None:
        """The subject of a clause around or before the pronoun's own: "Roe stayed although she feared"."""
        if s.head.dep not in NOUN_SUBJECTS:
            return None
        found = {f.head.index: f for f in self.context.candidates(s, fits, 0)}
        for above in s.sentence.ancestors(s.sentence.clause_head(s.head)):
            subject = s.sentence.child(above, *NOUN_SUBJECTS)
            if subject is not None and subject.index in found:
                return found[subject.index]
        return None

    def _pronoun(self, s: Seen, fits: Fits) -> Seen | None:
        """The nearest pronoun before it in its sentence: "they asked her but she declined"."""
        return next((f for f in self.context.candidates(s, fits, 0) if f.mention.form == "pronoun"), None)

    def _is_open_before(self, s: Seen) -> bool:
        """The same pronoun stands before it in its sentence, and whom it means is not known."""
        gender = gender_of_pronoun(s.head.lower)
        own = (
            o
            for o in self.context.before(s, 0)
            if o.at == s.at and self.context.inside[o.order] == self.context.inside[s.order]
        )
        return gender is not None and any(
            gender_of_pronoun(o.head.lower) == gender for o in own if o.mention.form == "pronoun"
        )

    def _beside(self, s: Seen, fits: Fits) -> Seen | None:
        """The one candidate of the sentence, where it leads a clause or is a pronoun too."""
        found = self.context.candidates(s, fits, 0)
        leads = any(f.mention.form == "pronoun" or _leads(f) for f in found)
        return found[0] if leads and self.context.same(found) else None

    def _only(self, s: Seen, fits: Fits, reach: int) -> Seen | None:
        """The one candidate within reach, where somewhere it leads a clause."""
        found = self.context.candidates(s, fits, reach)
        leads = any(_leads(f) for f in found)
        return found[0] if leads and self.context.same(found) else None

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
        if not own or clause.dep != "ccomp" or above.lemma not in sources.verbs():
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


def says(s: Seen) -> bool:
    """The pronoun is the subject of a verb of saying or thinking, or the one "according to" whom it is said."""
    return sources.verb(s) is not None


def _speaker(found: Sequence[Seen]) -> Seen | None:
    """Of the mentions of one sentence the source that stands in the fewest other words; the last of several."""
    return min((f for f in found if _is_alone(f) and sources.verb(f) is not None), key=sources.depth, default=None)


def _salient(found: Sequence[Seen]) -> Seen | None:
    """Of the mentions of one sentence its subject, else the only subject."""
    subjects = [f for f in found if _is_subject(f) and _is_alone(f)]
    main = [f for f in subjects if _is_main_subject(f)]
    return main[0] if main else subjects[0] if len(subjects) == 1 else None


def _leads(s: Seen) -> bool:
    """It is somebody's doing that a clause tells."""
    return _is_subject(s) or s.head.dep in ("agent", "poss")


def _is_subject(s: Seen) -> bool:
    """A subject, or somebody whom the sentence tells of first: "There was a woman"."""
    presented = s.head.dep == "attr" and s.sentence.child(s.sentence.head(s.head), "expl") is not None
    return s.head.dep in NOUN_SUBJECTS or presented


def _is_main_subject(s: Seen) -> bool:
    return _is_subject(s) and s.sentence.head(s.head).dep == "ROOT" and _is_alone(s)


def _is_alone(s: Seen) -> bool:
    """Nobody is joined to it: "Roe and Moe said"."""
    return not any(kid.dep == "conj" for kid in s.sentence.children(s.head))


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
