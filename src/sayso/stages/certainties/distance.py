"""Distance: the words by which whoever passes a claim on keeps away from it ("claimed", "so-called", scare quotes)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.document.records import Claim
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, Sentence, Token
from sayso.vocabulary.load import vocabulary

FIRST_PERSON = frozenset({"i", "we"})
OWN_WORDS = frozenset({"direct", "answer"})
"""Forms whose content is the source's own wording: nobody keeps away in it."""
OPENING, CLOSING, STRAIGHT = frozenset("“«„‟"), frozenset("”»"), frozenset({'"', "``", "''"})
LONGEST, ONE_WORD = 5, 3
"""Tokens between scare quotes at most; and of one word with its marks: more, in mixed speech, may be the source's."""


@dataclass(frozen=True, slots=True)
class Away:
    """Words that keep away, and the entry that says so."""

    entry: str
    tokens: tuple[Token, ...]

    @property
    def why(self) -> str:
        """The entry that they were read by."""
        return f"lexicon:distance.{self.entry}"


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary: lemmas of cues, verbs and quoted nouns, and phrases by their last word, each with its entry."""

    cue: dict[str, str]
    calling: dict[str, str]
    quoted: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _words() -> Words:
    classes: dict[str, dict[str, str]] = {"cue": {}, "calling": {}, "quoted": {}, "word": {}}
    for entry in vocabulary("distance")["entries"]:
        classes[entry["class"]] |= dict.fromkeys(entry["words"], entry["id"])
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for word, entry in classes["word"].items():
        for words in {(word,), tuple(word.split()), tuple(word.replace("-", " - ").split())}:
            phrases.setdefault(words[-1], []).append((words, entry))
    ordered = {last: tuple(sorted(found, key=lambda p: (-len(p[0]), p[0]))) for last, found in phrases.items()}
    return Words(classes["cue"], classes["calling"], classes["quoted"], ordered)


def cued(claim: Claim, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Away]:
    """The cue of somebody else than the one who tells it: "the army claimed", not "I claim"."""
    if claim.source.kind == "author":
        return
    for token in tokens:
        entry = _words().cue.get(token.lemma.lower())
        subject = sentence.child(token, *NOUN_SUBJECTS)
        if entry is not None and (subject is None or subject.lower not in FIRST_PERSON):
            yield Away(entry, (token,))
        found = _phrase(sentence, token)
        if found is not None:
            yield found


def inside(claim: Claim, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Away]:
    """The words of distance in what is told in other words than the source's own."""
    if claim.form in OWN_WORDS:
        return
    quoted = _quoted(tokens)
    within = {token.index for stretch in quoted for token in stretch}
    told = [token for token in tokens if token.index not in within]
    for token in told:
        found = _phrase(sentence, token) or _calling(sentence, token)
        if found is not None:
            yield found
    for stretch in quoted:
        found = _scare(stretch) if claim.form != "mixed" or len(stretch) == ONE_WORD else None
        if found is not None:
            yield found


def _phrase(sentence: Sentence, token: Token) -> Away | None:
    for words, entry in _words().phrases.get(token.lower, ()):
        first = token.index - len(words) + 1
        tokens = sentence.tokens[max(first, 0) : token.index + 1]
        if first >= 0 and tuple(t.lower for t in tokens) == words and _modifies(sentence, token):
            return Away(entry, tokens)
    return None


def _modifies(sentence: Sentence, token: Token) -> bool:
    """An adjective before its noun or an adverb; not "is supposed to", not "they alleged"."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if any(t.lower == "to" for t in following):
        return False
    return token.dep in {"amod", "advmod"} or (token.pos == "ADJ" and any(t.pos in NOUNS for t in following))


def _calling(sentence: Sentence, what: Token) -> Away | None:
    """ "what the army called", "what they describe as": up to the verb and its "as"."""
    verb = sentence.head(what)
    entry = _words().calling.get(verb.lemma.lower()) if what.lower == "what" and verb.pos == "VERB" else None
    subject = sentence.child(verb, *NOUN_SUBJECTS)
    if entry is None or subject is None or subject.lower in FIRST_PERSON or verb.index < what.index:
        return None
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    if any(t.lower == "for" for t in after):
        return None
    last = verb.index + (2 if any(t.lower == "as" for t in after) else 1)
    return Away(entry, sentence.tokens[what.index : last])


def _quoted(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The stretches between quote marks that open and close in these tokens, with their marks."""
    found: list[tuple[Token, ...]] = []
    opened: int | None = None
    for place, token in enumerate(tokens):
        if opened is None and (token.text in OPENING or token.text in STRAIGHT):
            opened = place
        elif opened is not None and (token.text in CLOSING or token.text in STRAIGHT):
            found.append(tuple(tokens[opened : place + 1]))
            opened = None
    return found


def _scare(stretch: Sequence[Token]) -> Away | None:
    """A few quoted words around a noun for a standing that somebody gives himself ("the "republic"")."""
    words = stretch[1:-1]
    last = words[-1] if words else None
    if last is None or len(words) > LONGEST or last.pos not in NOUNS:
        return None
    entry = _words().quoted.get(last.lemma.lower())
    titled = sum(t.text[:1].isupper() for t in words) == len(words) > 1 and words[0].lower == "the"
    named = last.dep == "appos" or titled  # a title: the novel "The Republic"
    return Away(entry, tuple(stretch)) if entry is not None and not named else None
