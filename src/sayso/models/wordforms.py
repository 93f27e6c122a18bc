"""Parts of speech and lemmas, remembered: spaCy looks for them again in each text, at a tenth of what reading costs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

REMEMBERED = 50_000
"""Words, and runs of words, that are kept."""
ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxys]")
Key = tuple[int, ...]
"""spaCy's numbers for a word, its tag and its label: what its rules ask for."""


@dataclass(frozen=True, slots=True)
class Form:
    """What one word is. `opens` and `closes` say whether it can be the first or second word of a rule about two."""

    tag: str
    dep: str
    pos: str
    lemma: str
    space: bool
    opens: bool
    closes: bool


class Forms:
    """The rules of a spaCy pipeline (attribute ruler, lemmatizer), each asked once about a word.

    They see a word, its tag and its label, and a few of them those of the next word too: where such a rule may hold,
    the words are asked about together.
    """

    def __init__(self, language: Language) -> None:
        self._vocab: Any = language.vocab
        components: dict[str, Any] = dict(language.pipeline)
        self._rules = components["attribute_ruler"], components["lemmatizer"]
        _index_words(components["lemmatizer"])
        pairs = [
            pattern
            for rule in components["attribute_ruler"].patterns
            for pattern in rule["patterns"]
            if len(pattern) > 1
        ]
        if any(len(pattern) > 2 or any("OP" in word for word in pattern) for pattern in pairs):
            raise ValueError("the parser has rules about more than two words")
        self._first, self._second = (self._finder([pattern[place]] for pattern in pairs) for place in (0, 1))
        self._known: dict[Key, Form] = {}
        self._runs: dict[tuple[Key, ...], list[Form]] = {}

    def of(self, docs: Iterable[Doc]) -> list[list[Form]]:
        """The forms of the words of texts that are tagged and parsed."""
        texts: list[list[Key]] = [list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())) for doc in docs]
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._learn(list(dict.fromkeys(key for keys in texts for key in keys if key not in self._known)))
        return [self._in_context(keys) for keys in texts]

    def _learn(self, keys: Sequence[Key]) -> None:
        """Ask about words as if each stood alone: those that the others might change are asked about again."""
        forms = self._asked(keys) if keys else []
        self._known.update(zip(keys, forms, strict=True))
        for start, end in _runs(forms):
            self._known.update((key, self._asked([key])[0]) for key in keys[start:end])

    def _in_context(self, keys: Sequence[Key]) -> list[Form]:
        forms = [self._known[key] for key in keys]
        for start, end in _runs(forms):
            forms[start:end] = self._together(tuple(keys[start:end]))
        return forms

    def _together(self, keys: tuple[Key, ...]) -> list[Form]:
        if len(self._runs) > REMEMBERED:
            self._runs.clear()
        if keys not in self._runs:
            self._runs[keys] = self._asked(keys)
        return self._runs[keys]

    def _asked(self, keys: Sequence[Key]) -> list[Form]:
        """What the rules say of these words, one after the other."""
        words, tags, deps = ([self._vocab.strings[number] for number in column] for column in zip(*keys, strict=True))
        doc = Doc(self._vocab, words, [False] * len(words), tags=tags, deps=deps)
        opening, closing = self._first(doc), self._second(doc)
        for rule in self._rules:
            doc = rule(doc)
        return [
            Form(
                tag=token.tag_,
                dep=token.dep_,
                pos=token.pos_,
                lemma=_lemma(token.text.lower(), token.lemma_) if token.pos_ == "VERB" else token.lemma_,
                space=token.is_space,
                opens=token.i in opening,
                closes=token.i in closing,
            )
            for token in doc
        ]

    def _finder(self, patterns: Iterable[Any]) -> Callable[[Doc], frozenset[int]]:
        """The words that fit one of these patterns of one word."""
        matcher = Matcher(self._vocab, validate=False)
        matcher.add("word", list(patterns))
        return lambda doc: frozenset(start for _, start, _ in matcher(doc, allow_missing=True))


def _runs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Runs of words each of which may be in one rule with the next."""
    start = end = -1
    for place in [number for number, form in enumerate(forms[:-1]) if form.opens]:
        if not forms[place + 1].closes:
            continue
        if place != end:
            if start >= 0:
                yield start, end + 1
            start = place
        end = place + 1
    if start >= 0:
        yield start, end + 1


def _lemma(form: str, lemma: str) -> str:
    """The lemma of a verb; spaCy's rules make "hop" of "hoped", but a short verb doubles its consonant before -ed."""
    if form in (f"{lemma}ed", f"{lemma}ing", f"{lemma}es") and ONE_SYLLABLE.fullmatch(lemma):
        return f"{lemma}e"
    return lemma


def _index_words(lemmatizer: Any) -> None:
    """Word lists as sets: the lemmatizer only asks whether a word is in them."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
