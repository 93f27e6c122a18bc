"""Attributions of one sentence: cue, source and content by grammar, before voices and quotations are joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token
from sayso.stages.claims.attribution import Attribution, made
from sayso.stages.claims.lexicon import best_frame
from sayso.stages.claims.relays import HEARSAY, OPINIONS, RUMOURS, according, hearsay, opinion, quoted, rumour
from sayso.stages.claims.speakers import Speaks, can_speak
from sayso.stages.claims.subjects import with_subject
from sayso.stages.claims.unsaid import is_unsaid
from sayso.stages.claims.verbs import ANSWERING, WITH_CUE, of_verb

EMPTY = frozenset({"PRON", "DET", "SCONJ", "ADP", "CCONJ", "PART", "PUNCT", "SPACE", "SYM"})
PHRASES = (according, hearsay, opinion, rumour)
CARRYING = HEARSAY | OPINIONS | RUMOURS | {"according"}
"""Words of which PHRASES are made."""


def attributions(sentence: Sentence, known: Speaks) -> Iterator[Attribution]:
    """The attributions whose cue stands in this sentence, in the order of their cues.

    `known` tells whether the entity behind a word can speak.
    """
    used: set[int] = set()
    for token in sentence.tokens:
        if token.index in used:
            continue
        found = tuple(_telling(sentence, one) for one in _of_word(sentence, token, known))
        used.update(t.index for one in found for t in sentence.tokens_in(one.reach))
        yield from found


def _telling(sentence: Sentence, one: Attribution) -> Attribution:
    """Without a content that is a lone "that" or "it", unless the news is a stand on what was said before."""
    one = _after_cleft(sentence, one)
    held = [t for piece in one.content for t in sentence.tokens_in(piece)]
    if one.head.lemma in ANSWERING or any(t.pos not in EMPTY for t in held):
        return one
    return replace(one, content=())


def _after_cleft(sentence: Sentence, one: Attribution) -> Attribution:
    """From "what … is that all were lost" to "that all were lost" in "What I said is that all were lost"."""
    if len(one.content) < 2 or [t.lower for t in sentence.tokens_in(one.content[0])] != ["what"]:
        return one
    tokens = sentence.tokens_in(one.content[1])
    if len(tokens) < 3 or tokens[0].lemma != "be" or tokens[0].start != one.content[1].start:
        return one
    said = Anchor(tokens[1].start, one.content[1].end)
    return replace(one, content=(said, *one.content[2:]))


def _of_word(sentence: Sentence, token: Token, known: Speaks) -> tuple[Attribution, ...]:
    if token.pos == "VERB" and token.lemma in {"quote", "cite"}:
        relayed = quoted(sentence, token, known)
        if relayed:
            return relayed
    rules = PHRASES if token.lower in CARRYING or token.lemma in CARRYING else ()
    found = next((one for rule in rules if (one := rule(sentence, token)) is not None), None)
    found = found or _by_frame(sentence, token, known)
    found = with_subject(found, known) if found is not None else None
    return (found,) if found is not None and not is_unsaid(found) else ()


def _by_frame(sentence: Sentence, token: Token, known: Speaks) -> Attribution | None:
    frame = best_frame(sentence, token)
    if frame is None:
        return None
    if token.pos == "VERB":
        return of_verb(sentence, token, frame, known)
    if token.pos == "NOUN":
        return _of_noun(sentence, token, frame, known)
    return _of_adjective(sentence, token, frame, known)


def _of_noun(sentence: Sentence, word: Token, frame: str, known: Speaks) -> Attribution | None:
    """ "his belief that …": the owner is the source."""
    owner = sentence.child(word, "poss")
    if owner is None or not can_speak(sentence, owner, word, frame, known):
        return None
    clause = [kid for kid in sentence.children(word) if kid.dep in {"acl", "ccomp"} and kid.index > word.index]
    content = [t for kid in clause for t in sentence.subtree(kid)]
    return made(sentence, word, [word], content, owner, frame)


def _of_adjective(sentence: Sentence, word: Token, frame: str, known: Speaks) -> Attribution | None:
    """ "X is sure that …": the subject of the copula is the source."""
    copula = sentence.head(word)
    speaker = sentence.child(copula, "nsubj")
    if speaker is None or not can_speak(sentence, speaker, word, frame, known):
        return None
    clause = [kid for kid in sentence.children(word) if kid.dep in {"ccomp", "xcomp"}]
    content = [t for kid in clause for t in sentence.subtree(kid)]
    cue = [copula, word, *(kid for kid in sentence.children(copula) if kid.dep in WITH_CUE)]
    return made(sentence, word, cue, content, speaker, frame)
