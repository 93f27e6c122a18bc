"""Names of places in a text, with the places that each may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.models import gazetteer
from sayso.models.gazetteer import Place
from sayso.vocabulary.load import vocabulary

MOST = 40
"""Candidates of one name that are weighed; the rest are namesakes of a few hundred people."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `names` counts the spellings of the text that it bears."""

    place: Place
    names: int


@dataclass(frozen=True, slots=True)
class Toponym:
    """One place of a text: every use of its names, and what the gazetteer has under them, likeliest first.

    `says` is the kind of place that words beside it state (`province` of "Homs province"), None where they state none.
    """

    key: str
    uses: tuple[Anchor, ...]
    candidates: tuple[Candidate, ...]
    says: str | None


def toponym(key: str, uses: Iterable[Anchor], characters: str) -> Toponym:
    """Look the words of the uses up."""
    anchors = tuple(_whole(anchor, characters) for anchor in uses)
    stated = [_stated(anchor, characters) for anchor in anchors]
    says = next((kind for kind, _ in stated if kind is not None), None)
    return Toponym(key, anchors, _candidates([name for _, name in stated]), says)


def state(key: str, uses: Iterable[Anchor], characters: str, country: str) -> Toponym | None:
    """The uses that name a known state, with the divisions of other states of that name; None where none does.

    "Moscow" and "Iranian" stand for states but name none.
    """
    named = [(anchor, gazetteer.lookup(anchor.words(characters))) for anchor in uses]
    own = tuple(a for a, found in named if any(p.kind == "country" and p.country == country for p in found))
    if not own:
        return None
    places = {p.id: p for a, found in named if a in own for p in found if p.kind in ("country", "province")}
    return Toponym(key, own, tuple(Candidate(place, 1) for place in places.values()), None)


def _whole(anchor: Anchor, characters: str) -> Anchor:
    """The use with the end that was cut off it: "Deir ez-Zor" where "Deir" was found."""
    more = _ARTICLE.match(characters, anchor.end)
    if more is None or not gazetteer.lookup(characters[anchor.start : more.end()]):
        return anchor
    return Anchor(anchor.start, more.end())


def _candidates(names: Iterable[str]) -> tuple[Candidate, ...]:
    places: dict[int, Place] = {}
    borne: dict[int, int] = {}
    for name in dict.fromkeys(names):
        found = _look_up(name)
        for place in (*found[:MOST], *(place for place in found[MOST:] if place.code is not None)):
            known = places.get(place.id)
            if known is None or place.rank < known.rank:
                places[place.id] = place
            borne[place.id] = borne.get(place.id, 0) + 1
    return tuple(Candidate(place, borne[id]) for id, place in places.items())


def _look_up(name: str) -> tuple[Place, ...]:
    """As it stands, else without a side of the compass or a form of state: "eastern Aleppo", "Republic of Peru"."""
    found = gazetteer.lookup(name)
    if found:
        return found
    form = _FORM.match(name)
    if form is not None:
        return tuple(place for place in gazetteer.lookup(name[form.end() :]) if place.kind == "country")
    rest = _COMPASS.sub("", name, count=1)
    return gazetteer.lookup(rest) if rest and rest != name else ()


def _words() -> Mapping[str, str]:
    """The kind of place by the noun that states it."""
    groups = {group["id"]: group for group in vocabulary("places")}
    return {noun: kind for kind, nouns in groups["nouns"]["nouns"].items() for noun in nouns}


_NOUNS = dict(_words())
_NOUN = "|".join(sorted(_NOUNS, key=lambda noun: (-len(noun), noun)))
_AFTER = re.compile(rf"[ \n]({_NOUN})\b", re.IGNORECASE)
_INSIDE = re.compile(rf"(?P<name>.+?)[ \n](?P<noun>{_NOUN})\Z", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_NOUN}) (?:of )?\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"[ -](?:al|ar|as|at|ad|an|ash|az|el|ed|er|es|et|ez|ul|ur)[ -]?[A-Z]\w+")
_FORM = re.compile(r"(?:\w+ ){0,2}(?:Republic|Kingdom|State|Emirate|Federation) of (?:the )?")
_COMPASS = re.compile(
    r"(?:(?:north|south)?-?(?:north|south|east|west)(?:ern)?|central|upper|lower|greater|downtown|the)[ -]+",
    re.IGNORECASE,
)


def _stated(anchor: Anchor, characters: str) -> tuple[str | None, str]:
    """The kind of place that its own or a neighbouring noun states, and the name without the noun."""
    words = anchor.words(characters)
    inside = _INSIDE.match(words)
    if inside is not None and not gazetteer.lookup(words):
        return _NOUNS[inside["noun"].lower()], inside["name"]
    before = _BEFORE.search(characters, max(0, anchor.start - 24), anchor.start)
    beside = _AFTER.match(characters, anchor.end) or before
    return (_NOUNS[beside[1].lower()] if beside is not None else None), words
