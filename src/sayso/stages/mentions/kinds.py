"""What kind of thing each name names: votes of the vocabulary, of the words around it and of the parser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.document.records import EntityKind
from sayso.document.syntax import Token
from sayso.models import gazetteer
from sayso.stages.mentions.names import TOWN, Name
from sayso.vocabulary import naming, nations
from sayso.vocabulary.naming import PARTICLES

Votes = dict[EntityKind, float]
SURNAMES_ON_MAPS = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
"""Countries whose towns bear the surnames that texts are full of: Jackson, Lincoln, Clinton."""


def key(name: Name) -> str:
    """Names with the same key are of one kind: the words in lower case."""
    return " ".join(t.lower for t in name.tokens)


def decide(names: Sequence[Name]) -> dict[str, EntityKind]:
    """The kind of each name by its key. Names nothing is known of are `other`."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    lands = _lands(names) - SURNAMES_ON_MAPS
    for name in names:
        for kind, weight in (*_evidence(name), *_of_the_land(name, lands)):
            votes[key(name)][kind] += weight
    people = {part for k, v in votes.items() if " " in k and _winner(v) == "person" for part in _surnames(k.split())}
    for k, v in votes.items():
        if k in people:  # a surname: only where it is often a place may it be one
            v["person"] += 5 + sum(weight for kind, weight in v.items() if kind not in ("person", "place"))
    return {k: _winner(v) for k, v in votes.items()}


def _lands(names: Iterable[Name]) -> frozenset[str]:
    """The countries that a text speaks of, by the known names in it (ISO 3166 alpha-3)."""
    return frozenset(n.actor.country for n in names if n.actor is not None and n.actor.country is not None)


def _of_the_land(name: Name, lands: frozenset[str]) -> Iterator[tuple[EntityKind, float]]:
    """A lone word that is a town of a country the text speaks of: "attacked Manbij", "went through Mariupol"."""
    word = name.tokens[0].text
    if len(name.tokens) > 1 or name.actor is not None or name.titled or not lands or not word[0].isupper():
        return
    if word in naming.given_names() or word.lower() in naming.word_class("surnames") or _has_article(name):
        return
    found = gazetteer.lookup(word)[:1] if not (_speaks(name) or _has_pronoun(name)) else ()
    if any(p.rank < 2 and p.population >= TOWN and p.country in lands for p in found):
        yield "place", 1.5


def _surnames(words: Sequence[str]) -> Iterator[str]:
    """ "peral" and "del peral" of "pedro del peral", "al - bir" of "omar al - bir"."""
    yield words[-1]
    if len(words) > 3 and words[-2] == "-" and words[-3] in PARTICLES:
        yield " ".join(words[-3:])
    if len(words) > 2 and words[-2] in PARTICLES:
        yield " ".join(words[-2:])


def _winner(votes: Votes) -> EntityKind:
    return max(votes, key=lambda kind: (votes[kind], kind), default="other")


def _evidence(name: Name) -> list[tuple[EntityKind, float]]:
    if name.actor is not None:
        return [(name.actor.kind, 100.0)]
    found = [*_from_words(name), *_from_around(name)]
    if name.guess is not None:
        found.append((name.guess, _trust(name)))
    return found or [("other", 0.1)]


def _from_words(name: Name) -> Iterator[tuple[EntityKind, float]]:
    """What the name's own words tell."""
    words = [t.lower for t in name.tokens]
    if len(words) == 1 and nations.nationality(name.tokens[0].text):
        yield "people", 2.0
    several = len(words) > 1
    head = naming.heads().get(_head_word(name))
    if head is not None and several:
        yield head, 6.0
    if words[0] in naming.word_class("first-other") or (not several and words[0] in naming.word_class("compass")):
        yield "other", 8.0
    if several and any(word in naming.word_class("media") for word in words):
        yield "organisation", 4.0
    if several and words[0] in naming.word_class("first-armed"):
        yield "armed-group", 9.0  # the last word may be a name that means something in English: "al-Dam"
    if name.guess != "person" and _is_capital(name):
        yield "place", 3.0
    if name.guess == "person" and words[-1].upper() == name.tokens[-1].text and len(words[-1]) <= 6:
        yield "organisation", 2.5  # DAB, G4S: people are not abbreviated
    if not several and words[0] in naming.word_class("surnames"):
        yield "person", 4.0
    if name.tokens[0].text in naming.given_names():
        full = 5.0 if name.guess == "person" else 2.5
        yield "person", full if several else 0.5


def _is_capital(name: Name) -> bool:
    """A seat of government, in capitals too as datelines give it."""
    text = " ".join(t.text for t in name.tokens)
    return (text.title() if text.isupper() else text) in nations.capitals()


def _from_around(name: Name) -> Iterator[tuple[EntityKind, float]]:
    """What the words around the name tell."""
    if name.titled:
        yield "person", 3.0
    described = _described(name)
    if described is not None:
        yield described, 8.0 if described == "facility" else 3.0  # ships and halls bear the names of people
    if _has_article(name):
        yield "other", 3.0 if name.guess == "place" else 0.5
        if _is_ship(name):
            yield "facility", 4.0
    elif weight := _as_place(name) + _on_the_map(name):
        yield "place", weight
    if name.guess is None and _speaks(name):
        yield "person", 0.6
    if _has_pronoun(name):
        yield "person", 1.5
    if _is_byname(name):
        yield "person", 3.0


def _is_byname(name: Name) -> bool:
    """What a person is "known as"."""
    preposition = name.sentence.head(name.head)
    known = name.sentence.head(preposition)
    if name.head.dep != "pobj" or preposition.lower != "as" or known.lower != "known":
        return False
    return name.sentence.head(known).entity == "PERSON"


def _has_article(name: Name) -> bool:
    """ "the Maine": towns take no article, ships and papers do; "the Havana press" is the press's."""
    before = name.sentence.tokens[name.first - 1] if name.first else None
    own = before is not None and before.lower == "the" and before.head in range(name.first, name.last)
    last = name.tokens[-1]
    own_kind = last.lower in naming.heads() or last.lower in naming.word_class("compass") or last.tag == "NNPS"
    return own and not own_kind


def _is_ship(name: Name) -> bool:
    """ "aboard the Oregon", "the Oregon went down", "was sunk": with an article it is a ship."""
    head = name.head
    above = name.sentence.head(head)
    if head.dep == "pobj":
        return above.lower == "aboard"
    lost = above.lemma in naming.word_class("ship-losses")
    if head.dep == "nsubj" and name.sentence.child(above, "dobj") is None:
        return lost or (above.lemma == "go" and any(kid.lower == "down" for kid in name.sentence.children(above)))
    return lost and head.dep in ("nsubjpass", "dobj")


def _on_the_map(name: Name) -> float:
    """A town of that name, where it has several words that name nobody, or a preposition: "a dock at Norfolk"."""
    head = name.head
    pointed_at = head.dep == "pobj" and name.sentence.head(head).lower in naming.word_class("towards-place")
    longer = len(name.tokens) > 1 and name.tokens[0].text not in naming.given_names()
    if name.titled or not (pointed_at or longer) or _head_word(name) in naming.heads():
        return 0.0
    found = gazetteer.lookup(" ".join(t.text for t in name.tokens))
    return 3.0 if any(place.rank < 2 and place.population >= TOWN for place in found[:1]) else 0.0


def _described(name: Name) -> EntityKind | None:
    """The kind of the noun beside the name: "the battleship Maine", "the spokesman, Jan Prys", "Jane Roe, a pilot"."""
    tokens = name.sentence.tokens
    before = name.first - 1 if name.first and tokens[name.first - 1].text != "," else name.first - 2
    role = naming.roles().get(tokens[before].lower) if before >= 0 else None
    if role is not None and tokens[before].pos == "NOUN" and tokens[before].tag == "NN":
        return role.kind
    noun = name.sentence.child(name.head, "appos")
    if noun is None or noun.index <= name.last or tokens[name.last].text != ",":
        return None
    role = naming.roles().get(noun.lower)
    return role.kind if role is not None else None


def _head_word(name: Name) -> str:
    """ "party" of "Green Party", "bank" of "Bank of Ruritania"."""
    words = [t.lower for t in name.tokens]
    at = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))
    return words[at - 1]


def _trust(name: Name) -> float:
    """The parser is good at full names of people and poor at single rare words and at peoples."""
    if name.guess == "person":
        return 2.0 if len(name.tokens) > 1 else 0.8
    if name.guess == "people":
        plural = name.tokens[-1].tag in ("NNPS", "NNS", "JJ")
        return 1.0 if plural or name.head.dep in ("amod", "compound") else 0.4
    return 1.0


def _as_place(name: Name) -> float:
    """How strongly the grammar makes it a place: "the town of X", "in X", "the siege of X", "captured X"."""
    head = name.head
    while head.dep == "conj":
        head = name.sentence.head(head)
    above = name.sentence.head(head)
    if head.dep == "appos" and above.tag == "NNS" and above.lemma in naming.word_class("kind-of-place"):
        return 5.0  # "two towns, X and Y"
    if name.head.dep == "compound" and above.lower in naming.word_class("kind-of-place"):
        return 5.0  # "Malakal town", "Unity state"
    if head.dep == "pobj":
        if above.lower in naming.word_class("place-prepositions"):
            return 1.5
        noun = name.sentence.head(above).lemma if above.lower == "of" else ""
        if noun in naming.word_class("kind-of-place"):
            return 5.0
        return 1.5 if noun in naming.word_class("before-place") else 0.0
    return 1.5 if head.dep == "dobj" and above.lemma in naming.word_class("taking-verbs") else 0.0


def _speaks(name: Name) -> bool:
    head = name.head
    return head.dep == "nsubj" and name.sentence.head(head).lemma in naming.word_class("speech")


def _has_pronoun(name: Name) -> bool:
    """A later "he" or "her" of the sentence, where the name is a subject, tells a person."""
    head = name.head
    if head.dep not in ("nsubj", "nsubjpass") or len(name.tokens) > 2:
        return False
    return any(_personal(t) for t in name.sentence.tokens[name.last : name.last + 15])


def _personal(token: Token) -> bool:
    return token.lower in ("he", "she", "his", "himself", "herself") or (token.lower == "her" and token.tag == "PRP$")
