"""Names of places without what spellings differ in: accents, case, hyphens, apostrophes, articles, doubled letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
    | dict.fromkeys("'’‘ʼʻʿʾ`´′ʹ.", "")
    | dict.fromkeys("-‐‑–—_,/()", " ")
)
_SAINT = re.compile(r"\b(?:st|ste|sainte)\b")
_ARTICLE = re.compile(r"\b(?:al|ar|as|at|ad|an|ash|az|el|er|es|et|ed|en|ez|ul|uz|the)\s+(?=\w)")
_DOUBLED = re.compile(r"(.)\1+")
_ENDS_IN_H = re.compile(r"(?<=[ae])h\b")


@lru_cache(maxsize=2048)  # building the gazetteer asks for each name of a town four times in a row
def fold(name: str) -> str:
    """Lower case, bare letters, one space between words: "Ar-Raqqah" is "ar raqqah", "St. Petersburg" "saint …"."""
    bare = name.casefold().translate(_LETTERS)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not _mark(c)).translate(_LETTERS)
    return _SAINT.sub("saint", " ".join(bare.split()))


@lru_cache(maxsize=2048)
def loose(name: str) -> str:
    """Folded, and without articles, doubled letters, a final h and the choice of ou and u: "Ar-Raqqah" is "raqa"."""
    return _DOUBLED.sub(r"\1", _ENDS_IN_H.sub("", _ARTICLE.sub("", fold(name)))).replace("ou", "u")


def _mark(character: str) -> bool:
    return unicodedata.combining(character) > 0
