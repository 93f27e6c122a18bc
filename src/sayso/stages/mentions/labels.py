"""Labels that name whose turn it is: "Vera Holt:", "MR. KOSKI:", "SPIEGEL:"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from sayso.document.labels import labels
from sayso.document.records import EntityKind, Section
from sayso.document.syntax import Sentence, Token
from sayso.stages.mentions.names import Name
from sayso.vocabulary import naming
from sayso.vocabulary.load import vocabulary
from sayso.vocabulary.naming import Actor

_SPEAKING = frozenset({"person", "organisation", "government", "armed-group"})
_INITIALS = 3
"""Letters of a label that may be somebody's initials."""
_ARTICLES = frozenset({"the"})


def find(sections: Sequence[Section], characters: str, known: Sequence[Name], outlet: str | None) -> list[Name]:
    """The name in each label that has one. `known` are the names of the running text.

    Labels that only say what somebody does there ("QUESTION", "THE PRESIDENT", "Speaker 2") and initials have none.
    """
    given = list(labels(sections, characters))
    shouted = {_shouts(sentence) for section, sentence in given if section.kind == "answer"}
    endings = {_key(name.tokens) for name in known if len(name.tokens) > 1}
    initials = {"".join(t.text[0] for t in name.tokens).upper() for name in known}
    found = []
    for section, sentence in given:
        body = section.kind == "question" and _shouts(sentence) and shouted == {False}
        name = _name(sentence, endings, characters)
        if name is not None and not _is_initials(name, initials, body):
            found.append(_judged(name, section.kind == "answer", body or _key(name.tokens) == _outlet(outlet)))
    return found


def kind(name: Name, decided: EntityKind | None) -> EntityKind:
    """Whoever speaks is somebody: no place or country, whatever else the text calls so."""
    return decided if decided in _SPEAKING else name.guess or "other"


def _shouts(sentence: Sentence) -> bool:
    return all(t.text.isupper() for t in sentence.tokens if t.text[0].isalpha())


def _key(tokens: Sequence[Token]) -> str:
    return " ".join(t.lower for t in tokens)


def _outlet(outlet: str | None) -> str | None:
    """The outlet as a label would have it."""
    return re.sub(r"^the ", "", outlet.lower()) if outlet else None


def _name(sentence: Sentence, endings: Container[str], characters: str) -> Name | None:
    """What names somebody in the label: its first group without article, titles and offices."""
    tokens = sentence.tokens
    last = sentence.root.index + 1
    first = next((t.index for t in tokens if t.text[0].isalpha()), last)
    if first >= last or _key(tokens[first:last]) in _functions() or _is_number(tokens, last):
        return None
    start = first + (tokens[first].lower in _ARTICLES)
    titled = naming.title([t.lower for t in tokens[start:last]])
    start = min(_known_ending(tokens, start + titled, last, endings), last)
    if start >= last:
        return None
    titled += start > first + titled
    return Name(
        sentence, start, last, _body(tokens, first, start, titled), _actor(sentence, start, characters), titled > 0
    )


def _known_ending(tokens: Sequence[Token], first: int, last: int, endings: Container[str]) -> int:
    """Where a name begins that the text knows, else after the last word for an office: "Board Member Vera Holt"."""
    for start in range(first + 1, last - 1):
        if _key(tokens[start:last]) in endings:
            return start
    offices = [i for i in range(first, last - 1) if tokens[i].lower in naming.title_words()]
    return offices[-1] + 1 if offices else first


def _is_number(tokens: Sequence[Token], last: int) -> bool:
    """Voices told apart by numbers: "Speaker 2"."""
    return last < len(tokens) and tokens[last].text.isdigit() and tokens[last - 1].lower in {"speaker", *_functions()}


def _body(tokens: Sequence[Token], first: int, start: int, titled: int) -> EntityKind | None:
    """A paper's name may have an article, a person's has none."""
    article = tokens[first].lower in _ARTICLES
    return "organisation" if article and not titled and start == first + 1 else None


def _actor(sentence: Sentence, start: int, characters: str) -> Actor | None:
    """The body that the vocabulary knows by this name; a country does not speak under a label."""
    match = naming.known().match(characters, sentence.tokens[start].start)
    if match is None or match[0] != sentence.root.end:
        return None
    return match[1] if match[1].kind in _SPEAKING else None


def _is_initials(name: Name, initials: Container[str], body: bool) -> bool:
    """One to three capitals that no body has to be; those that are somebody's initials never name a body."""
    letters = "".join(t.text for t in name.tokens).replace(".", "")
    short = name.actor is None and letters.isupper() and len(letters) <= _INITIALS
    return short and not name.titled and (not body or len(letters) == 1 or letters in initials)


def _judged(name: Name, answers: bool, body: bool) -> Name:
    """With a guess at the kind: whoever answers is a person, as is whoever has a title, a given name or two names."""
    guess: EntityKind | None = name.actor.kind if name.actor is not None else name.guess
    if guess is None and name.titled:
        guess = "person"
    if guess is None and (name.tokens[0].text.title() in naming.given_names() and len(name.tokens) > 1):
        guess = "person"
    if guess is None and body:
        guess = "organisation"
    if guess is None and (answers or len(name.tokens) > 1) and name.tokens[-1].lower not in naming.heads():
        guess = "person"
    return Name(name.sentence, name.first, name.last, guess, name.actor, guess == "person")


@cache
def _functions() -> frozenset[str]:
    """Labels that say what a speaker does there."""
    entries = {entry["id"]: entry for entry in vocabulary("interviews")}
    return frozenset(str(word) for id in ("asker", "answerer") for word in entries[id]["words"])
