"""Names found once are known: they recur in headlines, at the start of sentences, shortened to a surname."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from sayso.document.records import EntityKind
from sayso.document.syntax import Sentence
from sayso.stages.mentions import kinds
from sayso.stages.mentions.names import Name, title_case
from sayso.vocabulary import naming
from sayso.vocabulary.naming import PARTICLES, Actor, Names

_ATTESTED = Actor("attested", "other", None, "rule:mentions.seen-elsewhere")
_DOUBTFUL = frozenset({"other", "people"})


def complete(
    sentences: Sequence[Sentence], found: Sequence[list[Name]], decided: Mapping[str, EntityKind], characters: str
) -> list[list[Name]]:
    """The names of each sentence, with those the text attests elsewhere, without what only a headline capitalises."""
    headlines = [title_case(sentence) for sentence in sentences]
    common = {t.text for sentence in sentences for t in sentence.tokens if t.text.islower()}
    plain = [name for names, headline in zip(found, headlines, strict=True) if not headline for name in names]
    index = naming.index((words, _ATTESTED) for words in _attested(plain, decided, characters))
    completed = []
    for sentence, names, headline in zip(sentences, found, headlines, strict=True):
        named = [n for n in names if not _common(n, common)]
        sure = [n for n in named if not (headline and _from_capitals(n, index, characters))]
        more = list(_more(sentence, sure, index, characters))
        kept = [n for n in sure if not _inside(n, more)]
        completed.append(sorted([*kept, *more], key=lambda name: name.first))
    return completed


def _attested(plain: Sequence[Name], decided: Mapping[str, EntityKind], characters: str) -> Iterator[str]:
    """The words of every name found in running text, and the surname of every full name of a person."""
    for name in plain:
        kind = decided[kinds.key(name)]
        if name.actor is None and kind not in _DOUBTFUL:
            yield name.anchor.words(characters)
            if kind == "person" and len(name.tokens) > 1 and len(name.tokens[-1].text) > 3:
                yield from _surname(name, characters)


def _surname(name: Name, characters: str) -> Iterator[str]:
    """ "Peral", "del Peral" and "Del Peral" of "Pedro del Peral"."""
    yield name.tokens[-1].text
    if len(name.tokens) > 2 and name.tokens[-2].lower in PARTICLES:
        words = characters[name.tokens[-2].start : name.tokens[-1].end]
        yield from dict.fromkeys((words, words[0].upper() + words[1:]))


def _more(sentence: Sentence, names: Sequence[Name], index: Names, characters: str) -> Iterator[Name]:
    """Attested names where none was found, or where only a part of one was."""
    ends = {token.end: token.index + 1 for token in sentence.tokens}
    reached = -1
    for token in sentence.tokens:
        if token.start < reached or not index.may_start(token.text) or token.tag.startswith("V"):
            continue
        match = index.match(characters, token.start)
        last = ends.get(match[0]) if match else None
        if match is None or last is None:
            continue
        around = [n for n in names if n.first < last and token.index < n.last]
        if all(token.index <= n.first and n.last <= last and n.last - n.first < last - token.index for n in around):
            reached = match[0]
            yield Name(sentence, token.index, last, None, None)


def _common(name: Name, common: Container[str]) -> bool:
    """A lone first word of a sentence that the text also writes small: "Iodine is scarce." """
    return name.first <= 1 and len(name.tokens) == 1 and name.actor is None and name.tokens[0].lower in common


def _inside(name: Name, others: Sequence[Name]) -> bool:
    return any(o.first <= name.first and name.last <= o.last for o in others)


def _from_capitals(name: Name, index: Names, characters: str) -> bool:
    """In a headline only known and attested names count, full names of people and single places."""
    if name.actor is not None:
        return False
    match = index.match(characters, name.anchor.start)
    if match is not None and match[0] == name.anchor.end:
        return False
    if name.guess == "person":
        return name.tokens[0].text not in naming.given_names() or len(name.tokens) > 3
    return name.guess != "place" or len(name.tokens) > 2
