"""Labels of turns as sentences of their own: words before what somebody says, which no parser sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.records import Section
from sayso.document.syntax import Sentence, Token

BY_NAME = "rule:sections.name"
"""What made a section whose label is a name or an office, not a dash or a letter."""
WORD = re.compile(r"(?:[^\W\d_]{1,5}\.(?=[\s\w]))|\w+(?:['’]\w+)*|\S")


def labels(sections: Sequence[Section], characters: str) -> Iterator[tuple[Section, Sentence]]:
    """Every label by name with the section that it stands before."""
    for section in sections:
        if section.label is not None and section.why.by == BY_NAME:
            yield section, _sentence(section.label, section.id, characters)


def _sentence(label: Anchor, section: str, characters: str) -> Sentence:
    """Its words, all of them names, the first group headed by its last word: "Minister Vera Holt", then ":"."""
    found = [(match[0], label.start + match.start()) for match in WORD.finditer(label.words(characters))]
    last = _head([word for word, _ in found])
    tokens = (_token(i, word, start, last) for i, (word, start) in enumerate(found))
    return Sentence(label, tuple(tokens), section)


def _head(words: Sequence[str]) -> int:
    """Where the last word of the first group stands."""
    first = next((i for i, word in enumerate(words) if word[0].isalpha()), 0)
    ends = (i for i in range(first, len(words)) if not (words[i][0].isalpha() or words[i] in ("-", "/")))
    return max(first, next(ends, len(words)) - 1)


def _token(index: int, word: str, start: int, last: int) -> Token:
    named = word[0].isalpha()
    pos, tag = ("PROPN", "NNP") if named else ("PUNCT", ":")
    dep = "ROOT" if index == last else "compound" if named and index < last else "dep"
    return Token(index, start, start + len(word), word, word, pos, tag, dep, last)
