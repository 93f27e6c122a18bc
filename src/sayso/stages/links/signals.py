"""The signals of a sentence, each handed to the frame it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.syntax import Sentence, Token
from sayso.stages.links.clauses import by_clause
from sayso.stages.links.connectives import by_connective
from sayso.stages.links.ends import Found
from sayso.stages.links.lexicon import Entry, lexicon, matched
from sayso.stages.links.phrases import by_infinitive, by_phrase
from sayso.stages.links.verbs import Party, by_noun, by_verb


def links_in(sentence: Sentence, before: Sentence | None, party: Party) -> Iterator[Found]:
    """The links of the sentence in the order of their signals; `before` is the sentence they may point back to."""
    taken: set[int] = set()
    for token in sentence.tokens:
        if token.index in taken:
            continue
        found = _sequence(sentence, before, token, taken)
        if found is not None:
            yield found
        elif token.pos == "VERB" and token.index not in taken:
            yield from by_verb(sentence, token, party)
        elif token.pos == "NOUN" and token.index not in taken:
            yield from by_noun(sentence, token, party)


def _sequence(sentence: Sentence, before: Sentence | None, token: Token, taken: set[int]) -> Found | None:
    """The link of the first word sequence here that makes one; its words, and those of an idiom, are used up."""
    for pattern in lexicon().sequences.get(token.lower, ()):
        after = matched(sentence, pattern.words, token.index)
        if after is None:
            continue
        if pattern.entry is None:
            taken.update(range(token.index, after))
            return None
        found = _framed(sentence, before, pattern.entry, sentence.tokens[token.index : after])
        if found is not None:
            taken.update(range(token.index, after))
            return found
    return None


def _framed(sentence: Sentence, before: Sentence | None, entry: Entry, signal: tuple[Token, ...]) -> Found | None:
    if entry.frame == "clause":
        return by_clause(sentence, entry, signal)
    if entry.frame == "phrase":
        return by_phrase(sentence, entry, signal)
    if entry.frame == "infinitive":
        return by_infinitive(sentence, entry, signal)
    return by_connective(sentence, before, entry, signal)
