"""Parts of speech and lemmas, remembered: spaCy looks for them again in each text, at a tenth of what reading costs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

REMEMBERED = 50_000
"""Words, and runs of words, that are kept."""
ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxys]")
ASKED = {"LOWER", "TAG", "DEP", "IS_SPACE"}
"""What rules ask of a word."""
UNNAMED = "unnamed"
"""A word that stands for all that no rule names."""
Key = tuple[int, ...]
"""spaCy's numbers for a word, its tag and its label: what its rules ask for."""


@dataclass(frozen=True, slots=True)
class Form:
    """What one word is. `opens` and `closes` say whether it can be the first or second word of a rule about two."""

    tag: str
    dep: str
    pos: str
    morph: str
    lemma: str
    space: bool
    opens: bool
    closes: bool


class Forms:
    """The rules of a spaCy pipeline (attribute ruler, lemmatizer), each asked once about a word.

    They see a word, its tag and its label, and a few of them those of the next word too: where such a rule may hold,
    the words are asked about together. Few rules name a word: about any other, only its lemma is asked.
    """

    def __init__(self, language: Language) -> None:
        self._vocab: Any = language.vocab
        components: dict[str, Any] = dict(language.pipeline)
        self._ruler, self._lemmatizer = components["attribute_ruler"], components["lemmatizer"]
        _index_words(self._lemmatizer)
        patterns = [pattern for rule in self._ruler.patterns for pattern in rule["patterns"]]
        self._named = _naming(patterns).search
        pairs = [pattern for pattern in patterns if len(pattern) > 1]
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
        strings = self._vocab.strings
        words = {key: strings[key[0]] for key in keys}
        plain = {key: word for key, word in words.items() if not (self._named(word.lower()) or word.isspace())}
        self._learn_apart([key for key in keys if key not in plain])
        unnamed: Any = strings.add(UNNAMED)
        alike = {key: (unnamed, *key[1:]) for key in plain}
        self._learn_apart(list(dict.fromkeys(one for one in alike.values() if one not in self._known)))
        forms = [self._known[one] for one in alike.values()]
        self._known.update(zip(plain, self._lemmatized(list(plain.values()), forms), strict=True))

    def _learn_apart(self, keys: Sequence[Key]) -> None:
        """Ask about words as if each stood alone: those that the others might change are asked about again."""
        forms = self._asked(keys)
        self._known.update(zip(keys, forms, strict=True))
        for start, end in _runs(forms):
            self._known.update((key, self._asked([key])[0]) for key in keys[start:end])

    def _lemmatized(self, words: Sequence[str], forms: Sequence[Form]) -> list[Form]:
        """These forms with the lemmas of these words."""
        pos, morphs = [form.pos for form in forms], [form.morph for form in forms]
        doc = self._lemmatizer(Doc(self._vocab, list(words), [False] * len(words), pos=pos, morphs=morphs))
        return [
            Form(form.tag, form.dep, form.pos, form.morph, _lemma(token), False, form.opens, form.closes)
            for token, form in zip(doc, forms, strict=True)
        ]

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
        words, tags, deps = ([self._vocab.strings[key[part]] for key in keys] for part in range(3))
        doc = Doc(self._vocab, words, [False] * len(words), tags=tags, deps=deps)
        opening, closing = self._first(doc), self._second(doc)
        return [
            Form(
                tag=token.tag_,
                dep=token.dep_,
                pos=token.pos_,
                morph=str(token.morph),
                lemma=_lemma(token),
                space=token.is_space,
                opens=token.i in opening,
                closes=token.i in closing,
            )
            for token in self._lemmatizer(self._ruler(doc))
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


def _lemma(token: Token) -> str:
    """The lemma of a word; spaCy's rules make "hop" of "hoped", but a short verb doubles its consonant before -ed."""
    lemma = token.lemma_
    if token.pos_ == "VERB" and token.text.lower() in (f"{lemma}ed", f"{lemma}ing", f"{lemma}es"):
        return f"{lemma}e" if ONE_SYLLABLE.fullmatch(lemma) else lemma
    return lemma


def _naming(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> re.Pattern[str]:
    """What fits each word that a rule names, in lower case.

    Raises ValueError where a rule asks for more than this file takes care of.
    """
    if any(len(pattern) > 2 or any(set(word) - ASKED for word in pattern) for pattern in patterns):
        raise ValueError("the parser has rules that ask for more than two words, or for more of a word than expected")
    given = [word["LOWER"] for pattern in patterns for word in pattern if "LOWER" in word]
    named: list[dict[str, Any]] = [{"IN": [one]} if isinstance(one, str) else one for one in given]
    if any(set(one) - {"IN", "NOT_IN", "REGEX"} for one in named):
        raise ValueError("the parser has rules that name words in other ways than expected")
    words = {word for one in named for way in ("IN", "NOT_IN") for word in one.get(way, ())}
    expressions = {one["REGEX"] for one in named if "REGEX" in one}
    return re.compile("|".join([*(rf"^{re.escape(word)}\Z" for word in sorted(words)), *sorted(expressions)]))


def _index_words(lemmatizer: Any) -> None:
    """Word lists as sets: the lemmatizer only asks whether a word is in them."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
