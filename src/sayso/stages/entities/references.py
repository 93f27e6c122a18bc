"""Descriptions and pronouns resolved to what was named before. Precision first: two candidates are none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.document.syntax import Token
from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.grounds import may_be
from sayso.stages.entities.names import forces_of
from sayso.stages.entities.quotes import quoted
from sayso.stages.entities.seen import Seen, gender_of_name
from sayso.vocabulary import naming

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_BEFORE_HEAD = frozenset({"”", '"', "’", "'", "''"})
"""Marks that may close a name before the noun for what it is."""
_BODIES = frozenset({"organisation", "armed-group", "government", "country"})
REACH = 2
"""How many sentences back a pronoun may look."""
WINDOW = 120
"""How many mentions away it may look at most. Any four sentences of 120 news articles held 42 at most."""


def merge(seen: Sequence[Seen], clusters: Clusters, roles: Mapping[int, Sequence[str]], characters: str) -> None:
    """Merge definite descriptions and third-person pronouns with the one candidate that agrees, if there is one.

    `roles` holds the nouns of office of the mentions that have any.
    """
    inside = quoted(seen, characters)
    resolver = _Resolver(seen, clusters, inside, roles)
    for s in seen:
        if s.mention.form == "nominal":
            resolver.description(s)
        elif s.mention.form == "pronoun":
            resolver.pronoun(s)


class _Resolver:
    """What was said so far; asks for the candidates of one mention after another, in the order of the text."""

    def __init__(
        self, seen: Sequence[Seen], clusters: Clusters, inside: Sequence[bool], roles: Mapping[int, Sequence[str]]
    ) -> None:
        self.seen = seen
        self.clusters = clusters
        self.inside = inside
        self.genders = _genders(seen, clusters)
        self.barred: tuple[int, frozenset[int]] = (-1, frozenset())
        self.endings = _Endings(seen)
        self.irregular = [s for s in seen if _is_irregular(s)]
        self.groups = [s.order for s in self.irregular]
        self.nominals: dict[str, list[Seen]] = {}
        for s in seen:
            if s.mention.form == "nominal":
                self.nominals.setdefault(s.head.lower, []).append(s)
        self.holders: dict[str, list[Seen]] = {}
        for order, words in roles.items():
            for noun in dict.fromkeys(words):
                self.holders.setdefault(noun, []).append(seen[order])
        for held in self.holders.values():
            held.sort(key=_order)
        self.offices = {noun: list(map(_order, held)) for noun, held in self.holders.items()}

    def pronoun(self, s: Seen) -> None:
        word = s.head.lower
        if word in _HE or word in _SHE:
            found = self._person(s, "m" if word in _HE else "f")
        elif word in _THEY:
            found = self._clause_subject(s, _is_many) or self._only(s, _is_many, reach=1)
        elif word in _IT:
            found = self._clause_subject(s, _is_body)
        else:
            return
        if found is not None:
            gender = "m" if word in _HE else "f" if word in _SHE else None
            self.clusters.merge(found.order, s.order, "pronoun")
            if gender is not None:
                self.genders[self.clusters.of(s.order)] = gender

    def _person(self, s: Seen, gender: str) -> Seen | None:
        def fits(other: Seen) -> bool:
            told = self.genders.get(self.clusters.of(other.order))
            return other.mention.kind == "person" and other.number == "singular" and told in (None, gender)

        if s.head.lower in _REFLEXIVE:
            return self._clause_subject(s, fits)
        speaker = self._last_speaker(s, fits) if _speaks(s) else None
        return (
            speaker
            or self._reporter(s, fits)
            or self._clause_subject(s, fits)
            or self._only(s, fits, REACH)
            or self._subject_before(s, fits)
        )

    def _candidates(self, s: Seen, fits: Callable[[Seen], bool], reach: int) -> list[Seen]:
        """Mentions before this one, the nearest first, on the same side of the quotation marks."""
        found = []
        barred = self._barred(s)
        for order in range(s.order - 1, max(-1, s.order - 1 - WINDOW), -1):
            other = self.seen[order]
            if s.at - other.at > reach:
                break
            near = self.inside[other.order] == self.inside[s.order]
            own = self.clusters.of(other.order)
            known = other.mention.form != "pronoun" or (own != other.order and s.at - other.at <= 1)
            if near and known and own not in barred and fits(self._full(other)):
                found.append(other)
        return found

    def _barred(self, s: Seen) -> frozenset[int]:
        """Whom a pronoun cannot mean: whoever it helps to describe, and its own clause's other parties.

        Found once a mention: nothing is merged while it is being resolved.
        """
        if self.barred[0] != s.order:
            around = (o for o in self._beside(s) if _covers(o, s) or _bound_apart(s, o))
            self.barred = s.order, frozenset(self.clusters.of(o.order) for o in around)
        return self.barred[1]

    def _beside(self, s: Seen) -> Iterator[Seen]:
        """The other mentions of the sentence, the nearest on either side."""
        for step in (-1, 1):
            order = s.order + step
            while 0 <= order < len(self.seen) and self.seen[order].at == s.at and abs(order - s.order) <= WINDOW:
                yield self.seen[order]
                order += step

    def _full(self, other: Seen) -> Seen:
        """A resolved pronoun stands for its set's first mention."""
        return self.seen[self.clusters.of(other.order)] if other.mention.form == "pronoun" else other

    def _only(self, s: Seen, fits: Callable[[Seen], bool], reach: int) -> Seen | None:
        """The one candidate within reach."""
        found = self._candidates(s, fits, reach)
        return found[0] if found and len({self.clusters.of(f.order) for f in found}) == 1 else None

    def _subject_before(self, s: Seen, fits: Callable[[Seen], bool]) -> Seen | None:
        """The subject of the sentence before, for a subject, where no candidate stands between."""
        if s.head.dep not in ("nsubj", "nsubjpass", "poss"):
            return None
        found = self._candidates(s, fits, 1)
        here = [f for f in found if f.at == s.at]
        if here:
            return None
        subjects = [f for f in found if _is_main_subject(f)]
        return subjects[0] if len({self.clusters.of(f.order) for f in subjects}) == 1 else None

    def _reporter(self, s: Seen, fits: Callable[[Seen], bool]) -> Seen | None:
        """ "Roe said she would leave": the subject of what was said is the one who says it."""
        clause = s.sentence.clause_head(s.head)
        above = s.sentence.head(clause)
        own = s.head.dep in ("nsubj", "nsubjpass") and s.head.head == clause.index
        if not own or clause.dep != "ccomp" or above.lemma not in naming.word_class("speech"):
            return None
        subject = s.sentence.child(above, "nsubj")
        found = [f for f in self._candidates(s, fits, 0) if subject is not None and _headed(f, subject)]
        return found[0] if found else None

    def _clause_subject(self, s: Seen, fits: Callable[[Seen], bool]) -> Seen | None:
        """The subject of the pronoun's own clause, for possessives and reflexives: "Roe said that her party"."""
        if s.head.dep != "poss" and s.head.lower not in _REFLEXIVE:
            return None
        subject = _subject_of(s, s.sentence.clause_head(s.head))
        found = [f for f in self._candidates(s, fits, 0) if subject is not None and _headed(f, subject)]
        return found[0] if found else None

    def _last_speaker(self, s: Seen, fits: Callable[[Seen], bool]) -> Seen | None:
        """ "he said": whoever spoke last."""
        for other in self._candidates(s, fits, 3):
            if _speaks(other):
                return other
        return None

    def description(self, s: Seen) -> None:
        """ "the ministry" after "Defence Ministry", "the spokesman" after "a spokesman", "the militants"."""
        determiner = s.tokens[0].lower
        for rule, find in (("members", self._members_of), ("generic-noun", self._generic)):
            group = find(s)
            if group is not None:
                self.clusters.merge(group.order, s.order, rule)
        if self.clusters.of(s.order) != s.order or determiner not in ("the", "this", "that", "these", "those"):
            return
        rules = (
            ("place-of", self._named_in_it),
            ("same-description", self._same),
            ("head-noun", self._by_head),
            ("office", self._holder),
            ("members", self._group),
        )
        for rule, find in rules:
            found = find(s)
            if found is not None:
                self.clusters.merge(found.order, s.order, rule)
                return
        if s.mention.kind in ("place", "country") and s.number == "singular":
            found = self._place(s)
            if found is not None:
                self.clusters.merge(found.order, s.order, "kind-noun")

    def _named_in_it(self, s: Seen) -> Seen | None:
        """ "the town of Ystad" is Ystad."""
        of = s.tokens[s.head.index - s.first + 1 :]
        if s.mention.kind != "place" or not of or of[0].lower != "of":
            return None
        inner = [o for o in self.seen[s.order + 1 : s.order + 3] if o.at == s.at and o.last == s.last]
        return next((o for o in inner if o.mention.form == "name" and o.mention.kind == "place"), None)

    def _same(self, s: Seen) -> Seen | None:
        """The same words said before, or the same lone noun of the only one it was said of lately."""
        words = tuple(t.lower for t in s.tokens[1:])
        alike = _lately(self.nominals.get(s.head.lower, ()), s, 12)
        exact = [o for o in alike if tuple(t.lower for t in o.tokens)[-len(words) :] == words]
        if exact and len(words) > 1:
            return exact[-1]
        near = [o for o in alike if s.at - o.at <= 8]
        return near[-1] if len(words) == 1 and len({self.clusters.of(o.order) for o in near}) == 1 else None

    def _holder(self, s: Seen) -> Seen | None:
        """ "the president": the only person of the text before it whose role ends in the noun or begins with it."""
        if len(s.tokens) > 2 or s.mention.kind != "person" or s.number == "plural":
            return None
        noun = s.head.lower
        found = _lately(self.holders.get(noun, ()), s, 12)
        return found[-1] if found and self.clusters.one(self.offices[noun]) else None

    def _by_head(self, s: Seen) -> Seen | None:
        """A name that ends in the noun, where only one does; the description must add nothing of its own."""
        if len(s.tokens) > 2:
            return None
        last, members = self.endings.before(s)
        return last if self.clusters.one(members) else None

    def _group(self, s: Seen) -> Seen | None:
        """ "the militants", "the group": the only armed group of the text that is no state's, named shortly before."""
        if s.head.lower not in naming.word_class("members") or len(s.tokens) > 2:
            return None
        near = _lately(self.irregular, s, 3)
        return near[-1] if near and self.clusters.one(self.groups) else None

    def _members_of(self, s: Seen) -> Seen | None:
        """ "the militants of ISIS", "ISIS fighters": the group itself; "five ISIS fighters" are some of it."""
        if s.mention.kind not in ("person", "armed-group") or s.number == "singular":
            return None
        if s.head.lower not in naming.word_class("members") and s.head.lower not in ("forces", "troops"):
            return None
        inner = [o for o in self.seen[s.order + 1 : s.order + 3] if _covers(s, o) and _is_irregular(o)]
        plain = all(
            t.pos in ("DET", "ADP", "NOUN", "PROPN", "PUNCT", "PART") or t.lower == "militant" for t in s.tokens
        )
        some = s.tokens[0].pos == "DET" and s.tokens[0].lower != "the"
        return inner[0] if len(inner) == 1 and plain and not some else None

    def _generic(self, s: Seen) -> Seen | None:
        """ "the YPG militia", "the Yonhap news agency": the name with the noun for what it is."""
        if s.head.lower not in naming.word_class("bodies") or s.tokens[0].lower in ("a", "an", "another", "any"):
            return None
        inner = [o for o in self.seen[s.order + 1 : s.order + 4] if _covers(s, o) and s.head.index - o.last <= 1]
        fitting = [o for o in inner if o.mention.form == "name" and o.mention.kind in ("organisation", "armed-group")]
        between = {o.order: s.sentence.tokens[o.last] for o in fitting}
        direct = [o for o in fitting if between[o.order].dep == "compound" or between[o.order].text in _BEFORE_HEAD]
        direct = [o for o in fitting if o.last == s.head.index or o in direct]
        return direct[0] if len(direct) == 1 and s.last == s.head.index + 1 and s.number == "singular" else None

    def _place(self, s: Seen) -> Seen | None:
        """ "the city": the only place named before it in the sentence, else in the sentence before."""
        if any(t.text[0].isupper() for t in s.tokens[1:]):
            return None  # "the Kurdish region" is another than the last one named
        for reach in (0, 1):
            found = self._candidates(s, lambda o: o.mention.form == "name" and may_be(s, o), reach)
            if found:
                return found[0] if len({self.clusters.of(f.order) for f in found}) == 1 else None
        return None


class _Endings:
    """The names of the text so far by their last word; asked for one mention after another, in their order."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self._ahead = iter([s for s in seen if s.mention.form == "name" and len(s.words) > 1])
        self._next = next(self._ahead, None)
        self._last: dict[str, Seen] = {}
        self._members: dict[str, list[int]] = {}

    def before(self, s: Seen) -> tuple[Seen | None, list[int]]:
        """The last name before the mention that ends in its noun, and all of them but those known to be of one set."""
        while self._next is not None and self._next.order < s.order:
            word = self._next.words[-1].lower()
            self._last[word] = self._next
            self._members.setdefault(word, []).append(self._next.order)
            self._next = next(self._ahead, None)
        return self._last.get(s.head.lower), self._members.get(s.head.lower, [])


def _lately(held: Sequence[Seen], s: Seen, reach: int) -> list[Seen]:
    """Of some mentions in the order of the text those before this one, `reach` sentences back at most."""
    end = first = bisect_left(held, s.order, key=_order)
    while first > 0 and s.at - held[first - 1].at <= reach:
        first -= 1
    return list(held[first:end])


def _order(s: Seen) -> int:
    return s.order


def _genders(seen: Sequence[Seen], clusters: Clusters) -> dict[int, str]:
    """Told by given names, forms of address and nouns such as "spokeswoman"."""
    found: dict[int, str] = {}
    for s in seen:
        gender = _gender(s)
        if gender is not None:
            found.setdefault(clusters.of(s.order), gender)
    return found


def _gender(s: Seen) -> str | None:
    if s.mention.kind != "person" or s.mention.form == "pronoun":
        return None
    if s.mention.form == "nominal":
        role = naming.roles().get(s.head.lemma.lower())
        return role.gender if role else None
    before = s.before()
    told = {"mr.": "m", "mr": "m", "sir": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "miss": "f"}
    address = told.get(before.lower) if before else None
    return address or gender_of_name(s.words)


def _is_many(s: Seen) -> bool:
    if s.mention.kind in ("place", "country", "facility", "other"):
        return False
    return s.number == "plural" or s.head.lower in ("police", "military", "opposition", "staff")


def _is_body(s: Seen) -> bool:
    return s.mention.kind in _BODIES and s.number == "singular"


def _is_irregular(s: Seen) -> bool:
    if s.mention.kind != "armed-group" or s.mention.form != "name" or forces_of(s) is not None:
        return False
    return s.actor is None or s.actor.irregular


def _speaks(s: Seen) -> bool:
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


def _headed(s: Seen, token: Token) -> bool:
    return s.head.index == token.index


def _bound_apart(s: Seen, other: Seen) -> bool:
    """An object pronoun is never its own clause's subject: "Roe met her"."""
    if s.at != other.at or s.head.dep == "poss" or s.head.lower in _REFLEXIVE:
        return False
    return s.sentence.clause_head(s.head).index == s.sentence.clause_head(other.head).index


def _covers(other: Seen, s: Seen) -> bool:
    """A mention is no antecedent of a pronoun inside it: "[her] party" in "[a member of her party]"."""
    return other.mention.anchor.covers(s.mention.anchor)
