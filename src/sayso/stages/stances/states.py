"""Stances told of the one who holds them: "is critical of Y", "loyal to Y", "anti-Y rebels", "X-backed rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.grammar import identified, subject
from sayso.document.syntax import FINITE, NOUNS, Sentence, Token
from sayso.stages.stances.found import Found, governed
from sayso.stages.stances.lexicon import lexicon

COPULAS = frozenset({"be", "remain", "become", "seem", "feel", "stay", "stand", "sound", "speak", "come"})
HYPHENS = frozenset({"-", "‑", "–"})


def by_state(sentence: Sentence, first: Token) -> Iterator[Found]:
    """The stance that begins with this word: an adjective or preposition up to the one before what it is toward."""
    for pattern in lexicon().states.get(first.lower, ()):
        words = sentence.tokens[first.index : first.index + 1 + len(pattern.rest)]
        if tuple(t.lower for t in words[1:]) != pattern.rest:
            continue
        toward = governed(sentence, words[-1])
        holds, head = _holder(sentence, first)
        speaks = holds is not None and holds.lower in {"i", "we"} and head is not None and head.lemma == "be"
        if toward is not None and holds is not None and (speaks or not pattern.entry.speaker):
            yield Found(pattern.entry, tuple(words), holds, toward, head)
            return


def _holder(sentence: Sentence, word: Token) -> tuple[Token | None, Token | None]:
    """Of whom it is said, and the word that says it; the noun it stands behind takes it for granted."""
    above = sentence.head(word)
    while word.dep == "conj" and above.pos in {"ADJ", "ADP"}:
        word, above = above, sentence.head(above)
    if above.lemma in COPULAS and word.dep in {"acomp", "prep", "attr", "oprd"}:
        found = subject(sentence, above)
        return (identified(sentence, found) if found is not None else None), above
    if word.lower == "in" and word.dep == "prep" and above.lemma not in COPULAS:
        verb = next((t for t in (above, *sentence.ancestors(above)) if t.pos == "VERB"), None)
        found = subject(sentence, verb) if verb is not None and verb.tag in FINITE else None
        return (identified(sentence, found) if found is not None else None), verb
    if word.dep == "conj" and above.lemma in COPULAS and word.tag in {"VBN", "VBD"}:
        return subject(sentence, above), above
    if word.tag == "VBN" and sentence.child(word, "nsubjpass") is not None:
        return sentence.child(word, "nsubjpass"), word
    if word.dep in {"amod", "acl", "relcl"} and above.pos in NOUNS and above.index < word.index:
        return above, None
    return None, None


def by_prefix(sentence: Sentence, first: Token) -> Iterator[Found]:
    """ "anti-Y rebels": a prefix, a hyphen, what they are against, and they."""
    patterns = lexicon().prefixes.get(first.lower, ())
    if not patterns or first.index + 2 >= len(sentence.tokens):
        return
    hyphen, toward = sentence.tokens[first.index + 1 : first.index + 3]
    if hyphen.text not in HYPHENS:
        return
    noun = _outside(sentence, first, toward)
    if noun is not None:
        yield Found(patterns[0].entry, (first, hyphen), noun, toward, None)


def by_suffix(sentence: Sentence, last: Token) -> Iterator[Found]:
    """ "X-backed rebels": who backs them, a hyphen, a participle, and they."""
    patterns = lexicon().suffixes.get(last.lower, ())
    if not patterns or last.index < 2:
        return
    who, hyphen = sentence.tokens[last.index - 2 : last.index]
    if hyphen.text not in HYPHENS:
        return
    noun = _outside(sentence, last, last)
    if noun is not None:
        yield Found(patterns[0].entry, (hyphen, last), who, noun, None)


def _outside(sentence: Sentence, word: Token, last: Token) -> Token | None:
    """The noun behind a compound that the word is part of."""
    for above in (word, *sentence.ancestors(word)):
        if above.index > last.index and above.pos in NOUNS:
            return above
    return None
