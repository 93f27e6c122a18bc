"""Names: known ones first, then the parser's guesses with their borders repaired, then capitalised words it missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.records import EntityKind
from sayso.document.syntax import Sentence, Token
from sayso.models import gazetteer
from sayso.vocabulary import naming
from sayso.vocabulary.naming import PARTICLES, Actor, known

GUESSES: dict[str, EntityKind] = {
    "PERSON": "person",
    "NORP": "people",
    "FAC": "facility",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
}
ARTICLES = frozenset({"al", "el", "ad", "ed", "an", "ar", "as", "ash", "at", "az", "es", "ez", "ul", "ur"})
"""The Arabic article as it sounds before a name, where a hyphen follows: "Deir ez-Zor"."""
TOWN = 15_000
"""Inhabitants from which a place is one that texts name without saying what it is."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `[first, last)` of one sentence that name something. `actor` is set where the vocabulary knows it."""

    sentence: Sentence
    first: int
    last: int
    guess: EntityKind | None
    actor: Actor | None
    titled: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last]

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.sentence.tokens[self.first].start, self.sentence.tokens[self.last - 1].end)

    @property
    def head(self) -> Token:
        """The token that carries the name in the grammar: the one whose head lies outside."""
        inside = range(self.first, self.last)
        return next((t for t in reversed(self.tokens) if t.head not in inside or t.head == t.index), self.tokens[-1])


def find(sentence: Sentence, characters: str) -> list[Name]:
    """The names of one sentence, in order, none overlapping another."""
    sure = list(_known(sentence, characters))
    found: list[Name] = list(sure)
    shouting = title_case(sentence)
    for first, last in _runs(sentence, shouting):
        found.extend(_fit(sentence, first, last, sure, found))
    return sorted(found, key=lambda name: name.first)


def means_people(name: Name) -> bool:
    """ "Russians" and "a Russian", not the lone adjective of "bigger than the Russian"."""
    if name.actor is not None or name.head.tag in ("NNS", "NNPS"):
        return True
    before = name.sentence.tokens[name.first - 1] if name.first else None
    return name.head.tag in ("NN", "NNP") and before is not None and before.pos in ("DET", "NUM")


def title_case(sentence: Sentence) -> bool:
    """Nearly all words of content are capitalised, so that capitals tell nothing: headlines."""
    content = [t for t in sentence.tokens if t.pos in _CONTENT and t.text[0].isalpha() and len(t.text) > 2]
    return len(content) > 2 and sum(t.text[0].isupper() for t in content) >= 0.85 * len(content)


def _known(sentence: Sentence, characters: str) -> Iterator[Name]:
    ends = {token.end: token.index + 1 for token in sentence.tokens}
    names, reached = known(), -1
    for token in sentence.tokens:
        if token.start < reached or not names.may_start(token.text):
            continue
        match = names.match(characters, token.start)
        if match is None or _in_other_name(sentence, token, match[1]):
            continue
        end, actor = match
        last = ends.get(end) or ends.get(end + 1)  # "U.S." may be one token with its last stop
        if last is None or characters[end : end + 1] == "$":
            continue
        if last == token.index + 1 and token.pos in ("AUX", "VERB", "ADP"):
            continue  # "IS" may be the verb, "IS-K" is not
        reached = end
        before = sentence.tokens[token.index - 1] if token.index else token
        if before.text[0].isupper() and before.lower in naming.word_class("compass"):
            yield Name(sentence, before.index, last, "place", None)  # "Western Australia" is not Australia
        else:
            yield Name(sentence, token.index, last, actor.kind, actor)


def _in_other_name(sentence: Sentence, token: Token, actor: Actor) -> bool:
    """A region in another name: "Atlantic Wire", "Pacific Command", "the battleship Oregon"."""
    if not actor.by.startswith("lexicon:regions"):
        return False
    role = naming.roles().get(sentence.tokens[token.index - 1].lower) if token.index else None
    if role is not None and role.kind == "facility":
        return True
    if token.dep != "compound":
        return False
    head = sentence.head(token)
    return head.index == token.index + 1 and head.pos == "PROPN" and head.text[0].isupper()


def _runs(sentence: Sentence, shouting: bool) -> Iterator[tuple[int, int]]:
    """Unbroken stretches of tokens that look like one name."""
    start: int | None = None
    for token in sentence.tokens:
        inside = _namelike(token, shouting) or (start is not None and _joins(sentence, token))
        if start is not None and (not inside or _breaks(sentence, token)):
            yield start, token.index
            start = None
        if inside and start is None:
            start = token.index
    if start is not None:
        yield start, len(sentence.tokens)


def _namelike(token: Token, shouting: bool) -> bool:
    if token.entity is not None and token.entity != "PRODUCT":
        return token.entity in GUESSES
    return token.text[0].isupper() and not shouting and (token.pos == "PROPN" or _is_town(token))


def _is_town(token: Token) -> bool:
    """A noun that only its capital and the map tell to be a name: "left Homs", which looks like a plural."""
    if token.pos != "NOUN" or token.index == 0 or len(token.text) < 4 or token.text.isupper():
        return False
    if token.lower in naming.roles() or token.lemma.lower() in naming.roles():
        return False
    return any(place.rank < 2 and place.population >= TOWN for place in gazetteer.lookup(token.text)[:1])


def _joins(sentence: Sentence, token: Token) -> bool:
    """The "del" of "Pedro del Peral", the "al-" of "Tell al-Bir"."""
    following = sentence.tokens[token.index + 1 : token.index + 3]
    if not following:
        return False
    if token.text == "-":
        return sentence.tokens[token.index - 1].text in ARTICLES and following[0].text[0].isupper()
    if token.text in ARTICLES and following[0].text == "-":
        return len(following) > 1 and following[1].text[0].isupper()
    return token.text in PARTICLES and token.pos == "PROPN" and following[0].text[0].isupper()


def _breaks(sentence: Sentence, token: Token) -> bool:
    """A new name begins at this token although the one before it belonged to a name too."""
    before = sentence.tokens[token.index - 1]
    if token.text == "(" or before.text == "/":
        return True  # "the Nation (Ormara)", "OSLO/PARIS"
    if token.entity is not None and token.begins:
        return before.entity is not None and not _joins(sentence, token) and not _one_place(before, token)
    return before.entity == "NORP" and token.entity is None


def _one_place(before: Token, token: Token) -> bool:
    """ "Key" and "West", labelled as two places of different types, are one where the first only says which West."""
    differ = before.entity != token.entity and {before.entity, token.entity} <= _PLACES
    return differ and before.dep == "compound" and before.head == token.index and token.start == before.end + 1


def _fit(sentence: Sentence, first: int, last: int, sure: Sequence[Name], found: list[Name]) -> Iterator[Name]:
    """The run, trimmed; what a known name does not cover of it, unless the run is a longer name around it."""
    inside = [name for name in sure if name.first < last and first < name.last]
    if inside and not _wraps(sentence, first, last, inside):
        for start, end in _gaps(first, last, inside):
            yield from _trimmed(sentence, start, end)
        return
    for name in inside:
        found.remove(name)
    yield from _trimmed(sentence, first, last)


def _wraps(sentence: Sentence, first: int, last: int, inside: Sequence[Name]) -> bool:
    """The run is one longer name: "UN Human Rights Council", "Bank of America", "New Jersey", "Mexico City"."""
    if any(name.first < first or name.last > last for name in inside):
        return False
    tokens = sentence.tokens[first:last]
    if any(t.begins for t in tokens[1:]):
        return False
    if inside[-1].last < last:
        return tokens[-1].lower in naming.heads() or (_one_body(tokens) and _names_more(tokens, inside[0], first))
    if inside[-1].first == first:
        return False
    country = inside[-1].actor is not None and inside[-1].actor.kind == "country"
    if country and all(t.entity == "GPE" for t in tokens):
        return tokens[0].text[0].isupper() and not any(t.pos == "CCONJ" for t in tokens)
    of = any(t.lower in ("of", "for") for t in tokens)
    return of and _one_body(tokens) and inside[0].first > first + 1


def _names_more(tokens: Sequence[Token], name: Name, first: int) -> bool:
    """ "Institute for Near East Policy", "America Rising PAC": what surrounds the known name belongs to it."""
    if name.first == first:
        return name.actor is not None and name.actor.kind == "country" and tokens[-1].text[0].isupper()
    return any(t.lower in ("of", "for") for t in tokens)


def _one_body(tokens: Sequence[Token]) -> bool:
    """The parser sees one organisation or building in all of it."""
    return all(t.entity in ("ORG", "FAC") for t in tokens)


def _gaps(first: int, last: int, inside: Sequence[Name]) -> Iterator[tuple[int, int]]:
    at = first
    for name in inside:
        if at < name.first:
            yield at, name.first
        at = max(at, name.last)
    if at < last:
        yield at, last


def _trimmed(sentence: Sentence, first: int, last: int) -> Iterator[Name]:
    """The name in a run: without article, title, possessive and marks, a person's also without office and clause."""
    tokens = sentence.tokens
    labels = [t.entity for t in tokens[first:last] if t.entity]
    guess = GUESSES.get(labels[-1]) if labels else _mapped(tokens[first:last])
    while first < last and _no_start(tokens[first]):
        first += 1
    title = _title(tokens, first, last)
    first += title
    while first < last and _is_mark(tokens[first]):
        first += 1  # "[President] Jane Roe"
    if guess == "person" or (last - first > 3 and tokens[first].text in naming.given_names()):
        first, last = _person(tokens, first, last)
    while last > first and _no_end(tokens[last - 1]):
        last -= 1
    first = _from_article(tokens, first)
    last = _hyphened(tokens, first, last) if first < last else last
    if first < last and _plausible(sentence, first, last, bool(labels)) and not _ends_title(tokens, first, last):
        titled = title > 0 or _after_title(tokens, first)
        yield Name(sentence, first, last, guess, None, titled)


def _mapped(tokens: Sequence[Token]) -> EntityKind | None:
    """A place, where nothing but the map made a name of the word."""
    return "place" if len(tokens) == 1 and _is_town(tokens[0]) else None


def _person(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """ "Victoria" of "Victoria at Sandy Hook"; "Jane Roe" of "City Public Advocate Jane Roe"."""
    offices = [i for i in range(first, last - 1) if tokens[i].lower in naming.title_words()]
    if offices and last - first > 2:
        first = offices[-1] + 1
    first = _from_month(tokens, _after_portfolio(tokens, first, last))
    stop = (
        i for i in range(first, last) if tokens[i].text.islower() and tokens[i].pos in ("ADP", "VERB", "CCONJ", "AUX")
    )
    return first, next((i for i in stop if tokens[i].text not in PARTICLES), last)


def _from_month(tokens: Sequence[Token], first: int) -> int:
    """Where "June Roe" begins, whose first name was taken for a month; "in June Roe" is no such name."""
    month = tokens[first - 1] if first else tokens[first]
    if month.entity != "DATE" or month.pos != "PROPN" or month.dep != "compound" or month.head < first:
        return first
    before = tokens[first - 2] if first > 1 else None
    return first if before is not None and (before.pos in ("ADP", "DET", "ADJ") or before.entity) else first - 1


def _from_article(tokens: Sequence[Token], first: int) -> int:
    """Where a name begins that an Arabic article and a hyphen stand before: "al-Tibra"."""
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].lower in ARTICLES:
        return first - 2
    return first


def _after_portfolio(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the person begins in "Foreign Affairs Jane Roe" after "Minister of"; else `first`."""
    if first < 2 or tokens[first - 1].lower != "of" or tokens[first - 2].lower not in naming.title_words():
        return first
    given = (i for i in range(first + 1, last - 1) if tokens[i].text in naming.given_names())
    return next(given, first)


def _no_start(token: Token) -> bool:
    if token.pos in ("DET", "PUNCT", "NUM", "ADP", "CCONJ", "PRON") or token.tag == "POS" or _is_mark(token):
        return True
    return token.text.islower() and token.text not in PARTICLES


def _no_end(token: Token) -> bool:
    return token.tag == "POS" or token.text in ("'s", "’s") or token.text.islower() or _is_mark(token)


def _is_mark(token: Token) -> bool:
    return not any(c.isalnum() for c in token.text)


def _hyphened(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of a name that runs on after a hyphen: "Kim Jong-un", "Jean-Claude"; not "Clinton-led"."""
    while last + 1 < len(tokens) and tokens[last].text in ("-", "‐") and tokens[last - 1].end == tokens[last].start:
        part = tokens[last + 1]
        if part.start != tokens[last].end or not part.text.isalpha():
            break
        given = last - first > 1 and tokens[first].entity == "PERSON" and not _is_adjective(part.text)
        if not (part.text[0].isupper() or given):
            break
        last += 2
    return last


def _is_adjective(part: str) -> bool:
    """ "led", "backed", "leaning" and the like make an adjective of the name before the hyphen."""
    return part.endswith(("ed", "ing")) or part in ("era", "run", "like", "style", "wide", "type", "born", "led")


def _title(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many tokens of titles open the run; 0 where it is nothing else, or a body's name: "General Motors"."""
    count = naming.title([t.lower for t in tokens[first:last]])
    body = first + count == last - 1 and naming.heads().get(tokens[last - 1].lower) == "organisation"
    return count if first + count < last and not body else 0


def _ends_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    """The "State" of "secretary of state"."""
    return last - first == 1 and first > 1 and naming.title([t.lower for t in tokens[first - 2 : last]]) == 3


def _after_title(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].lower in naming.title_words()


def _plausible(sentence: Sentence, first: int, last: int, labelled: bool) -> bool:
    """Not a lone title, and not a lone first word that only the sentence's start capitalises."""
    tokens = sentence.tokens[first:last]
    if not any(t.text[0].isupper() for t in tokens) or tokens[0].lower in naming.word_class("after-person"):
        return False
    if len(tokens) == 1 and tokens[0].lower in naming.word_class("portfolios"):
        return False
    if naming.title([t.lower for t in tokens]) == len(tokens) or tokens[-1].end - tokens[0].start < 2:
        return False
    return labelled or first > 0 or len(tokens) > 1 or tokens[0].dep in ("nsubj", "nsubjpass", "poss")
