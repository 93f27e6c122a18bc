"""What an unnamed voice is (official, resident …), by the words for it. The words: vocabulary/sources.yaml."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.document.syntax import NOUNS, Sentence, Token
from sayso.stages.claims.spans import run
from sayso.vocabulary.load import vocabulary

LONGEST = 3
"""Words of a phrase at most."""
SERVING = frozenset({"of", "for", "at", "from", "in", "with", "within", "inside"})
"""Prepositions after which stands what somebody belongs to."""
AIDES = frozenset({"aide", "adviser", "advisor", "assistant"})
"""Whoever is one "to" somebody serves them; an ambassador to a state does not serve it."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""The parser's labels of names that tell no type, whatever their words mean: the West Bank."""
MEDIA = frozenset({"media", "document"})
"""Types whose nouns mean other things as well where somebody is "at the station"."""
DEPTH = 3
"""How far "a member of a group of activists" is followed."""


@dataclass(frozen=True, slots=True)
class VoiceTypes:
    """The vocabulary for look-up, by phrase: types of head nouns, of words before an office, of offices alone."""

    nouns: Mapping[str, str]
    offices: Mapping[str, str | None]
    heads: frozenset[str]
    """Both."""
    before: Mapping[str, str]
    nouns_before: Mapping[str, str]
    """The same with the nouns and offices that tell it there."""
    parts: frozenset[str]
    close: frozenset[str]


@cache
def voice_types() -> VoiceTypes:
    """The vocabulary, once per process."""
    data = vocabulary("sources")
    nouns = {noun: entry["id"] for entry in data["types"] for noun in entry["nouns"]}
    offices = {noun: entry["else"] for entry in data["offices"] for noun in entry["nouns"]}
    before = {word: entry["id"] for entry in data["types"] for word in entry.get("before", ())}
    serving = {noun: entry["id"] for entry in data["types"] if entry.get("serves") for noun in entry["nouns"]}
    return VoiceTypes(
        nouns=nouns,
        offices=offices,
        heads=frozenset((*nouns, *offices)),
        before=before,
        nouns_before={**{office: type_ for office, type_ in offices.items() if type_}, **serving, **before},
        parts=frozenset(map(str, data["parts"])),
        close=frozenset(data["close"]),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A type, and whether the words tell it or only the office does: "the official" may be a military one."""

    type: str | None
    told: bool


NOTHING = Found(None, False)


def voice_type(sentence: Sentence, noun: Token, depth: int = DEPTH) -> Found:
    """The type of the voice that the noun heads; of several that differ ("police and residents") none."""
    found = _own(sentence, noun, depth)
    others = [kid for kid in sentence.children(noun) if kid.dep == "conj" and kid.pos in NOUNS and depth]
    if any(_own(sentence, other, depth - 1).type != found.type for other in others):
        return NOTHING
    return found


def _own(sentence: Sentence, noun: Token, depth: int) -> Found:
    known = voice_types()
    if noun.lower in known.parts or noun.lemma.lower() in known.parts or noun.pos == "NUM":
        return _of_many(sentence, noun, depth)
    words = words_before(sentence, noun)
    length, phrase = _phrase(words, len(words), known.heads)
    if not length:
        return NOTHING
    if phrase in known.nouns:
        found = Found(known.nouns[phrase], True)
    else:
        told = _told_before(words[: len(words) - length]) or _told_after(sentence, noun, depth)
        found = Found(told or known.offices[phrase], told is not None)
    return NOTHING if found.type == "people" and _is_only_close(sentence, noun) else found


def _of_many(sentence: Sentence, part: Token, depth: int) -> Found:
    """ "dozens of residents", "one of the officials": what the many are."""
    of = next((kid for kid in sentence.children(part) if kid.lower == "of"), None)
    many = sentence.child(of, "pobj") if of is not None else None
    return voice_type(sentence, many, depth - 1) if many is not None and depth else NOTHING


def _is_only_close(sentence: Sentence, noun: Token) -> bool:
    """ "a person familiar with the talks": of whom nothing else is told."""
    after = sentence.tokens[noun.index + 1 : noun.index + 5]
    return any(t.lower in voice_types().close for t in after)


Word = tuple[Token, ...]
"""Tokens that hyphens join: "rebel-held"."""


def words_before(sentence: Sentence, noun: Token) -> list[Word]:
    """The words that belong to the noun and stand before it, with the noun as the last."""
    own = [t for t in sentence.subtree(noun) if t.index <= noun.index]
    found: list[Word] = []
    for token in run(own, noun):
        touches = bool(found) and found[-1][-1].end == token.start and "-" in (token.text, found[-1][-1].text)
        if touches:
            found[-1] = (*found[-1], token)
        else:
            found.append((token,))
    return found


def _phrase(words: Sequence[Word], end: int, wanted: Container[str]) -> tuple[int, str]:
    """How many of the words before `end` make the longest wanted phrase, and the phrase; 0 where none does."""
    for length in range(min(LONGEST, end), 0, -1):
        *first, last = words[end - length : end]
        start = "".join(f"{_text(word)} " for word in first)
        for ending in (_text(last), last[-1].lemma.lower() if len(last) == 1 else _text(last).removesuffix("s")):
            if start + ending in wanted:
                return length, start + ending
    return 0, ""


def _text(word: Word) -> str:
    return "".join(t.lower for t in word)


def _told_before(words: Sequence[Word]) -> str | None:
    """The type that the words before an office tell.

    The nearest counts, but that somebody serves the state tells less than how ("a state hospital official").
    Words for different types, joined by "and", tell none.
    """
    found = list(_types_before(words))
    if len(set(found)) > 1 and any(_text(word) in {"and", "or", ","} for word in words):
        return None
    told = [type_ for type_ in found if type_ != "official"] or found
    return told[0] if told else None


def _types_before(words: Sequence[Word]) -> Iterator[str]:
    known = voice_types()
    end = len(words)
    while end > 0:
        last = words[end - 1][-1]
        wanted = known.nouns_before if last.pos in NOUNS and last.entity not in PLACES else known.before
        length, phrase = _phrase(words, end, wanted)
        if length:
            yield wanted[phrase]
        end -= length or 1


def _told_after(sentence: Sentence, noun: Token, depth: int) -> str | None:
    """The type of what somebody of this office belongs to: "a commander of the rebels", "a member of a party"."""
    for kid in sentence.children(noun):
        body = sentence.child(kid, "pobj") if depth and serves(noun, kid) else None
        found = voice_type(sentence, body, depth - 1).type if body is not None else None
        if found is not None and (found not in MEDIA or kid.lower in {"of", "for"}):
            return found
    return None


def serves(office: Token, preposition: Token) -> bool:
    """What stands after the preposition is what somebody of the office belongs to."""
    word = preposition.lower
    to = word == "to" and office.lemma.lower() in AIDES
    return preposition.dep == "prep" and (word in SERVING or to)


def is_no_name(word: Token) -> bool:
    """A noun such as "Neighbours" has its capital from the sentence it begins, whatever the parser takes it for."""
    if word.index > 0 or not word.lower.endswith("s"):
        return False
    return voice_types().nouns.get(word.lower.removesuffix("s"), "politician") != "politician"


def bears_office(noun: Token) -> bool:
    """The noun can tell what a source is: "spokesman", "officials", not "Prys"."""
    known = voice_types().heads
    return noun.lower in known or noun.lemma.lower() in known
