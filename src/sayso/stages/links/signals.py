"""The signals of a sentence, each handed to the frame it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.syntax import Sentence, Token
from sayso.stages.links.clauses import by_clause, by_degree
from sayso.stages.links.connectives import by_connective
from sayso.stages.links.ends import Found, Party
from sayso.stages.links.lexicon import Entry, lexicon, matched
from sayso.stages.links.nouns import by_noun
from sayso.stages.links.phrases import by_infinitive, by_phrase
from sayso.stages.links.verbs import by_verb


def links_in(sentence: Sentence, before: Sentence | None, party: Party) -> Iterator[Found]:
    """The links of the sentence in the order of their signals; `before` is the sentence they may point back to."""
    return (found for found in _links(sentence, before, party) if not _left_open(sentence, found))


def _links(sentence: Sentence, before: Sentence | None, party: Party) -> Iterator[Found]:
    taken: set[int] = set()
    if _open_question(sentence):
        return
    for token in sentence.tokens:
        if token.index in taken:
            continue
        found = _sequence(sentence, before, token, taken)
        if found is not None:
            yield found
        elif token.pos == "VERB" and token.index not in taken:
            for by in by_verb(sentence, token, party):
                taken.update(t.index for t in by.signal)
                yield by
        elif token.pos in {"NOUN", "ADJ"} and token.index not in taken:
            yield from by_noun(sentence, before, token, party)


def _left_open(sentence: Sentence, found: Found) -> bool:
    """ "Whether this was due to A": nobody says so."""
    verb = sentence.clause_head(found.signal[0])
    return any(kid.lower == "whether" and kid.index < verb.index for kid in sentence.children(verb))


def _open_question(sentence: Sentence) -> bool:
    """A question whether, what or who; "how" and "why" take for granted what they ask about."""
    first = next((t.lower for t in sentence.tokens if t.pos not in {"PUNCT", "CCONJ"}), "")
    return sentence.tokens[-1].text == "?" and first not in {"how", "why"}


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
    if entry.frame == "degree":
        return by_degree(sentence, entry, signal)
    if entry.frame == "infinitive":
        return by_infinitive(sentence, entry, signal)
    return by_connective(sentence, before, entry, signal)
