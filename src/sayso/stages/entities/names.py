"""Merge names: the same name, known aliases, surname after full name, acronym and long form, spelling variants."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import combinations, pairwise

from rapidfuzz.distance import DamerauLevenshtein

from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.seen import Seen, gender_of_name
from sayso.vocabulary import naming, nations
from sayso.vocabulary.naming import PARTICLES

_BODIES = frozenset({"organisation", "government", "armed-group", "facility"})
_SAME_WORD = {"defence": "defense", "organisation": "organization", "labour": "labor", "centre": "center"}
_SMALL = frozenset({"the", "of", "for", "and", "a", "on", "in"})


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
    for s in named:
        if s.mention.kind == "person" and _is_lone(s) and s.actor is None:
            continue  # a surname may have several bearers: see `_surnames`
        rule, key = identity(s)
        clusters.merge(first.setdefault(key, s.order), s.order, rule)


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
        return "armed-forces", (naming.service(s.words[-1].lower()), nation)
    if s.mention.kind == "people" and nations.nationality(text):
        return "nationality", ("people", nations.nationality(text))
    return "same-name", (s.mention.kind == "place", tuple(_plain(s)))


def forces_of(s: Seen) -> str | None:
    """The state whose armed forces as a whole these are: "the Syrian army", "Syrian troops"."""
    if s.mention.kind != "armed-group" or naming.service(s.words[-1].lower()) is None:
        return None
    return nations.nationality(" ".join(w for w in s.words[:-1] if w.lower() != "armed"))


def acting_state(s: Seen) -> str | None:
    """The state a metonym stands for: "Moscow", "the Russian government", "Russian" in "Russian strikes"."""
    if s.mention.form != "metonym":
        return None
    text = " ".join(s.words)
    return nations.state(text) or nations.nationality(text) or nations.nationality(" ".join(s.words[:-1]))


def _plain(s: Seen) -> list[str]:
    """Words in lower case, spelling of one side of the Atlantic; "Ministry of Defence" is "defense ministry"."""
    words = [_SAME_WORD.get(w.lower(), w.lower()) for w in s.words if w.lower() not in _SMALL]
    if len(words) > 1 and words[0] in ("ministry", "department"):
        return [*words[1:], words[0]]
    return words


def _full_names(people: Sequence[Seen], clusters: Clusters) -> None:
    """ "George Bush" and "George W. Bush"; "Qara Ali" after "Ahmed Qara Ali", where one person only is called so."""
    first: dict[tuple[str, str], int] = {}
    longer: dict[tuple[str, ...], list[int]] = {}
    for s in people:
        words = [w.lower().strip(".") for w in s.words]
        if len(words) > 1:
            clusters.merge(first.setdefault((words[0], words[-1]), s.order), s.order, "full-name")
            longer.setdefault(tuple(words[1:]), []).append(s.order)
    for s in people:
        bearers = longer.get(tuple(w.lower().strip(".") for w in s.words), ())
        if len(s.words) > 1 and len({clusters.of(order) for order in bearers}) == 1:
            clusters.merge(bearers[0], s.order, "family-name")


def _surnames(people: Sequence[Seen], clusters: Clusters) -> None:
    """A lone surname goes on meaning whom it meant before; at first, the nearest full name before it that bears it."""
    full: dict[str, list[Seen]] = {}
    for s in people:
        if not _is_lone(s):
            for word in dict.fromkeys(_callable(s)):
                full.setdefault(word, []).append(s)
    meant: dict[str, list[Seen]] = {}
    for s in people:
        if _is_lone(s):
            word = " ".join(s.words).lower()
            bearer = _bearer(s, full.get(word, []), meant.get(word, []))
            if bearer is not None:
                clusters.merge(bearer.order, s.order, "same-name" if _is_lone(bearer) else "surname")
            meant.setdefault(word, []).append(bearer if bearer is not None and not _is_lone(bearer) else s)


def _bearer(s: Seen, full: Sequence[Seen], meant: Sequence[Seen]) -> Seen | None:
    """Whom a lone name means: a headline's surname is the first bearer to be introduced. None where nobody bears it."""
    fitting = [f for f in full if _compatible(s, f)]
    last = [m for m in meant if _compatible(s, m)]
    if last:
        return last[-1]
    before = [f for f in fitting if f.order < s.order]
    if before:
        return before[-1]
    return fitting[0] if fitting else None


def _callable(full: Seen) -> tuple[str, ...]:
    """The words a person may be called by alone."""
    words = [w.lower() for w in full.words]
    if words[-1] in ("jr", "jr.", "sr", "sr.", "ii", "iii"):
        words = words[:-1]
    if len(words) > 2 and words[-2] in PARTICLES:
        return words[0], words[-1], " ".join(words[-2:])
    return words[0], words[-1]


def _is_lone(s: Seen) -> bool:
    """A surname or given name alone: "Peral", "Del Peral"."""
    return len(s.words) == 1 or (len(s.words) == 2 and s.words[0].lower() in PARTICLES)


def _compatible(short: Seen, full: Seen) -> bool:
    """The form of address does not contradict the given name: "Mrs. Moe" is not "John Moe"."""
    before = short.before()
    told = {"mr.": "m", "mr": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f"}.get(before.lower if before else "")
    gender = gender_of_name(full.words)
    return told is None or gender is None or told == gender


def _acronyms(named: Sequence[Seen], bodies: Sequence[Seen], clusters: Clusters) -> None:
    long_forms: dict[str, list[Seen]] = {}
    for body in bodies:
        for letters in dict.fromkeys(_initials(body)):
            long_forms.setdefault(letters, []).append(body)
    for s in named:
        letters = "".join(s.words).replace(".", "")
        if len(s.words) == 1 and letters.isupper() and 2 <= len(letters) <= 6:
            owners = [b for b in long_forms.get(letters, ()) if len(letters) > 2 or _in_brackets(b, s)]
            if len({clusters.of(b.order) for b in owners}) == 1 and not _known_apart(owners[0], s):
                clusters.merge(owners[0].order, s.order, "acronym")


def _initials(body: Seen) -> tuple[str, str]:
    """First letters of the capitalised words, and of all words."""
    return "".join(w[0] for w in body.words if w[0].isupper()), "".join(w[0].upper() for w in body.words)


def _in_brackets(body: Seen, short: Seen) -> bool:
    """The short form follows the long one in brackets."""
    return body.sentence is short.sentence and short.first - body.last == 1 and _opens(body)


def _opens(body: Seen) -> bool:
    after = body.after()
    return after is not None and after.text == "("


def _known_apart(one: Seen, other: Seen) -> bool:
    """The vocabulary knows both and says that they are two."""
    return one.actor is not None and other.actor is not None and one.actor.id != other.actor.id


def _shorter(named: Sequence[Seen], bodies: Sequence[Seen], clusters: Clusters) -> None:
    """ "Defence Ministry" after "Russian Defence Ministry"; "Orion" after "Orion Group": the only longer name."""
    for s in named:
        if s.mention.kind not in _BODIES or s.actor is not None:
            continue
        owners = [b for b in bodies if _is_part(s, b) and not clusters.together(b.order, s.order)]
        if owners and len({clusters.of(b.order) for b in owners}) == 1:
            clusters.merge(owners[0].order, s.order, "shorter-name")


def _is_part(short: Seen, long: Seen) -> bool:
    if short.mention.kind != long.mention.kind or long.actor is not None:
        return False
    little, big = _plain(short), _plain(long)
    if len(little) >= len(big):
        return False
    if len(little) > 1 and big[-len(little) :] == little:
        return True
    return big[: len(little)] == little and len(big) == len(little) + 1 and big[-1] in naming.heads()


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
    for (a, one), (b, other) in combinations(forms.items(), 2):
        if one.mention.kind == other.mention.kind and frozenset((a, b)) not in together and _one_spelling(a, b):
            clusters.merge(one.order, other.order, "spelling")


def _one_spelling(a: Sequence[str], b: Sequence[str]) -> bool:
    """All words alike but one, which is long and a letter apart and does not just end otherwise."""
    if len(a) != len(b):
        return False
    differing = [(x.lower(), y.lower()) for x, y in zip(a, b, strict=True) if x.lower() != y.lower()]
    return len(differing) == 1 and _misspelt(*differing[0])


def _misspelt(x: str, y: str) -> bool:
    short = min(len(x), len(y))
    if short < 6 or x[0] != y[0] or not (x + y).isalpha():
        return False
    if x[:-1] == y[:-1] or x.startswith(y) or y.startswith(x):
        return False  # Maria and Mario, Petrov and Petrova
    allowed = 2 if short >= 9 else 1
    return DamerauLevenshtein.distance(x, y, score_cutoff=allowed) <= allowed
