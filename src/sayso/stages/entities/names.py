"""Merge names: the same name, known aliases, surname after full name, acronym and long form, spelling variants."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from rapidfuzz.distance import DamerauLevenshtein

from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.seen import Seen, gender_of_name
from sayso.vocabulary import naming, nations
from sayso.vocabulary.naming import PARTICLES

_BODIES = frozenset({"organisation", "government", "armed-group", "facility"})
_SAME_WORD = {"defence": "defense", "organisation": "organization", "labour": "labor", "centre": "center"}
_SMALL = frozenset({"the", "of", "for", "and", "a", "on", "in"})
_SHORTEST, _LONGEST = 6, 30
"""Letters of a word that may be a variant of another."""


def merge(seen: Sequence[Seen], clusters: Clusters) -> None:
    """Merge whatever names and metonyms name the same."""
    named = [s for s in seen if s.mention.form in ("name", "metonym")]
    _same_name(named, clusters)
    people = [s for s in named if s.mention.kind == "person"]
    _full_names(people, clusters)
    _surnames(people, clusters)
    bodies = [s for s in named if s.mention.kind in _BODIES and len(s.words) > 1]
    _acronyms(named, bodies, clusters)
    _shorter(named, bodies, clusters)
    _variants(named, clusters)


def _same_name(named: Sequence[Seen], clusters: Clusters) -> None:
    first: dict[Hashable, int] = {}
    owners: dict[Hashable, set[str]] = {}
    for s in named:
        owner = _owner(s)
        if owner is not None:
            owners.setdefault(identity(s)[1], set()).add(owner)
    for s in named:
        if s.mention.kind == "person" and _is_lone(s) and s.actor is None:
            continue  # a surname may have several bearers: see `_surnames`
        rule, key = identity(s)
        own = (key, _owner(s)) if len(owners.get(key, ())) > 1 else key
        clusters.merge(first.setdefault(own, s.order), s.order, rule)


def _owner(s: Seen) -> str | None:
    """The state whose body it is: "Turkey's Foreign Ministry" is not "Russia's Foreign Ministry"."""
    mark, owner = s.before(), s.before(2)
    if s.mention.kind not in _BODIES or s.actor is not None or mark is None or owner is None or mark.tag != "POS":
        return None
    return nations.state(owner.text)


def identity(s: Seen) -> tuple[str, Hashable]:
    """What a name is the same by, and the rule that says so. A state and its government are one; its capital is not."""
    text = " ".join(s.words)
    code = acting_state(s)
    if code is not None:
        return "metonym", ("country", code)
    if s.actor is not None and s.actor.country and (s.actor.kind == "country" or s.actor.seat):
        return "country-name", ("country", s.actor.country)
    if s.actor is not None:
        return "known-name", ("actor", s.actor.id)
    nation = forces_of(s)
    if nation is not None:
        return "armed-forces", (_service(s), nation)
    shouted = nations.countries().get(text.title()) if s.mention.kind == "country" else None
    if shouted is not None:
        return "country-name", ("country", shouted)
    if s.mention.kind == "people" and nations.nationality(text):
        return "nationality", ("people", nations.nationality(text))
    return "same-name", (s.mention.kind == "place", tuple(_plain(s)))


def forces_of(s: Seen) -> str | None:
    """The state whose armed forces as a whole these are: "the Syrian army", "Syrian troops"."""
    if s.mention.kind != "armed-group" or _service(s) is None:
        return None
    return nations.nationality(" ".join(w for w in s.words[:-1] if w.lower() not in ("armed", "air")))


def _service(s: Seen) -> str | None:
    """The class of forces its last word, or "air force", tells."""
    return naming.service(s.words[-1].lower()) or naming.service(" ".join(s.words[-2:]).lower())


def acting_state(s: Seen) -> str | None:
    """The state a metonym stands for: "Moscow", "the Russian government", "Russian" in "Russian strikes"."""
    if s.mention.form != "metonym":
        return None
    text = " ".join(s.words)
    return nations.state(text) or nations.nationality(text) or nations.nationality(" ".join(s.words[:-1]))


def _plain(s: Seen) -> list[str]:
    """Words in lower case, spelling of one side of the Atlantic; "Ministry of Defence" is "defense ministry"."""
    words = [_SAME_WORD.get(w.lower(), _folded(w)) for w in s.words if w.lower() not in _SMALL]
    if len(words) > 1 and words[0] in ("ministry", "department"):
        return [*words[1:], words[0]]
    return words


def _folded(word: str) -> str:
    """In lower case without accents: "Keïta" is "keita"."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def _full_names(people: Sequence[Seen], clusters: Clusters) -> None:
    """ "George Bush" and "George W. Bush"; "Qara Ali" after "Ahmed Qara Ali", where one person only is called so."""
    first: dict[tuple[str, str], int] = {}
    longer: dict[tuple[str, ...], list[int]] = {}
    for s in people:
        words = [_folded(w).strip(".") for w in s.words]
        if len(words) > 1:
            clusters.merge(first.setdefault((words[0], words[-1]), s.order), s.order, "full-name")
            longer.setdefault(tuple(words[1:]), []).append(s.order)
    for s in people:
        bearers = longer.get(tuple(_folded(w).strip(".") for w in s.words), [])
        if len(s.words) > 1 and clusters.one(bearers):
            clusters.merge(bearers[0], s.order, "family-name")


def _surnames(people: Sequence[Seen], clusters: Clusters) -> None:
    """A lone surname goes on meaning whom it meant before; at first, the nearest full name before it that bears it."""
    after, before, meant, speaking = _Bearers(), _Bearers(), _Bearers(), _Speakers(people, clusters)
    for s in reversed(people):
        after.introduce(s)
    for s in people:
        before.introduce(s)
        if _is_lone(s):
            word = _folded(" ".join(s.words))
            # a headline's surname is the first bearer to be introduced
            bearer = meant.last(word, s) or before.last(word, s) or after.last(word, s)
            if s.label:
                bearer = speaking.bearer(word) or (None if speaking.several(word) else bearer)
                speaking.add(word, s)
            if bearer is not None:
                clusters.merge(bearer.order, s.order, "same-name" if _is_lone(bearer) else "surname")
            meant.add(word, bearer if bearer is not None and not _is_lone(bearer) else s)


class _Bearers:
    """Who is called by a word: the last added of each gender that a given name tells, or that none tells."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str | None], tuple[int, Seen]] = {}
        self._added = 0

    def introduce(self, s: Seen) -> None:
        """Add a full name by all that its bearer may be called."""
        if not _is_lone(s):
            for word in dict.fromkeys(_callable(s)):
                self.add(word, s)

    def add(self, word: str, s: Seen) -> None:
        self._added += 1
        self._last[word, gender_of_name(s.words)] = self._added, s

    def last(self, word: str, short: Seen) -> Seen | None:
        """The last who is called so, whom the form of address before the short name does not contradict.

        "Mrs. Moe" is not "John Moe".
        """
        before = short.before()
        told = {"mr.": "m", "mr": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f"}.get(
            before.lower if before else ""
        )
        genders = (None, told) if told is not None else (None, "m", "f")
        held = [self._last[word, gender] for gender in genders if (word, gender) in self._last]
        return max(held, key=lambda one: one[0])[1] if held else None


class _Speakers:
    """Who is called by a word in the labels of turns, which name one all through the text."""

    def __init__(self, people: Sequence[Seen], clusters: Clusters) -> None:
        full = [s for s in people if not _is_lone(s)]
        self._called: dict[str, set[int]] = {}
        for s in full:
            for word in _callable(s):
                self._called.setdefault(word, set()).add(clusters.of(s.order))
        self._labels: dict[str, Seen] = {}
        for s in full:
            for word in _callable(s) if s.label else ():
                self.add(word, s)

    def add(self, word: str, s: Seen) -> None:
        self._labels.setdefault(word, s)

    def bearer(self, word: str) -> Seen | None:
        """Whom a label calls so, by the full name first."""
        return self._labels.get(word)

    def several(self, word: str) -> bool:
        """The text names more than one who may be called so."""
        return len(self._called.get(word, ())) > 1


def _callable(full: Seen) -> tuple[str, ...]:
    """The words a person may be called by alone."""
    words = [_folded(w) for w in full.words]
    if words[-1] in ("jr", "jr.", "sr", "sr.", "ii", "iii"):
        words = words[:-1]
    if len(words) > 2 and words[-2] in PARTICLES:
        return words[0], words[-1], " ".join(words[-2:])
    return words[0], words[-1]


def _is_lone(s: Seen) -> bool:
    """A surname or given name alone: "Peral", "Del Peral"."""
    return len(s.words) == 1 or (len(s.words) == 2 and s.words[0].lower() in PARTICLES)


def _acronyms(named: Sequence[Seen], bodies: Sequence[Seen], clusters: Clusters) -> None:
    first: dict[str, Seen] = {}
    members: dict[str, list[int]] = {}
    ending: dict[tuple[int, int], list[Seen]] = {}
    for body in bodies:
        ending.setdefault((body.at, body.last), []).append(body)
        for letters in dict.fromkeys(_initials(body)):
            first.setdefault(letters, body)
            members.setdefault(letters, []).append(body.order)
    for s in named:
        letters = "".join(s.words).replace(".", "")
        if len(s.words) != 1 or not letters.isupper() or not 2 <= len(letters) <= 6:
            continue
        if len(letters) > 2:
            owner = first[letters] if clusters.one(members.get(letters, [])) else None
        else:
            beside = [b for b in ending.get((s.at, s.first - 1), ()) if _opens(b) and letters in _initials(b)]
            owner = beside[0] if clusters.one([b.order for b in beside]) else None
        if owner is not None and not _known_apart(owner, s):
            clusters.merge(owner.order, s.order, "acronym")


def _initials(body: Seen) -> tuple[str, str]:
    """First letters of the capitalised words, and of all words."""
    return "".join(w[0] for w in body.words if w[0].isupper()), "".join(w[0].upper() for w in body.words)


def _opens(body: Seen) -> bool:
    """A bracket follows, for the short form."""
    after = body.after()
    return after is not None and after.text == "("


def _known_apart(one: Seen, other: Seen) -> bool:
    """The vocabulary knows both and says that they are two."""
    return one.actor is not None and other.actor is not None and one.actor.id != other.actor.id


def _shorter(named: Sequence[Seen], bodies: Sequence[Seen], clusters: Clusters) -> None:
    """ "Defence Ministry" after "Russian Defence Ministry"; "Orion" after "Orion Group": the only longer name."""
    longer: dict[tuple[str | None, tuple[str, ...]], list[int]] = {}
    by_order = {s.order: s for s in named}
    for body in bodies:
        if body.actor is None:
            for part in _parts(_plain(body)):
                longer.setdefault((body.mention.kind, part), []).append(body.order)
    for s in named:
        if s.mention.kind not in _BODIES or s.actor is not None:
            continue
        found = clusters.some(longer.get((s.mention.kind, tuple(_plain(s))), []), 3)
        owners = [owner for owner in found if owner != clusters.of(s.order) and _same_state(s, by_order.get(owner))]
        if len(owners) == 1:
            clusters.merge(owners[0], s.order, "shorter-name")


def _same_state(s: Seen, longer: Seen | None) -> bool:
    """ "Turkey's Armed Forces" are no "Iraqi Armed Forces"."""
    owner = _owner(s)
    other = nations.nationality(longer.words[0]) if longer is not None else None
    return owner is None or other is None or owner == other


def _parts(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What a long name may be shortened to: its last words, two at least, or all but the noun for what it is."""
    yield from (tuple(words[at:]) for at in range(1, len(words) - 1))
    if words and words[-1] in naming.heads():
        yield tuple(words[:-1])


def _variants(named: Sequence[Seen], clusters: Clusters) -> None:
    """ "Palmira" for "Palmyra": long, rare, of one kind, a letter apart, unknown to the vocabulary."""
    forms: dict[tuple[str, ...], Seen] = {}
    together: set[frozenset[tuple[str, ...]]] = set()
    for s in named:
        if s.actor is None and s.mention.form == "name":
            forms.setdefault(tuple(s.words), s)
    for one, other in pairwise(s for s in named if s.actor is None):
        if one.sentence is other.sentence:
            together.add(frozenset((tuple(one.words), tuple(other.words))))
    for (a, x), (b, y) in _alike(forms):
        if frozenset((a, b)) not in together and _misspelt(x, y):
            clusters.merge(forms[a].order, forms[b].order, "spelling")


_Form = tuple[tuple[str, ...], str]
"""A name, and the one of its words, in lower case, in which it may differ from another."""


def _alike(forms: Mapping[tuple[str, ...], Seen]) -> Iterator[tuple[_Form, _Form]]:
    """Names of one kind that are alike but for one long word, in which a few letters are missing or others.

    Only names that share a word with some letters left out are compared (Bocek, Hunt and Stiller 2007: FastSS).
    """
    near: dict[Hashable, list[_Form]] = {}
    for words, s in forms.items():
        lower = [word.lower() for word in words]
        for at, word in enumerate(lower):
            if _SHORTEST <= len(word) <= _LONGEST and word.isalpha():
                rest = (*lower[:at], None, *lower[at + 1 :])
                for less in _without(word, _allowed(word)):
                    near.setdefault((s.mention.kind, rest, word[0], less), []).append((words, word))
    for same in near.values():
        yield from combinations(same, 2)


def _without(word: str, letters: int) -> set[str]:
    """The word, and what is left of it without one and up to so many letters."""
    found = {word}
    for _ in range(letters):
        found |= {less[:at] + less[at + 1 :] for less in found for at in range(len(less))}
    return found


def _allowed(word: str) -> int:
    """How many letters of a word may be wrong."""
    return 2 if len(word) >= 9 else 1


def _misspelt(x: str, y: str) -> bool:
    """Both are long and a letter apart, and one does not just end otherwise."""
    if x == y or x[:-1] == y[:-1] or x.startswith(y) or y.startswith(x):
        return False  # Maria and Mario, Petrov and Petrova
    allowed = min(_allowed(x), _allowed(y))
    return DamerauLevenshtein.distance(x, y, score_cutoff=allowed) <= allowed
