"""Subjects: who says it where grammar knows better than a model that took a noun nearby."""

from __future__ import annotations

from dataclasses import replace

from sayso.document.grammar import subject
from sayso.document.syntax import AUXILIARIES, FINITE, NOUNS_AND_PRONOUNS, SUBJECTS, Sentence, Token
from sayso.stages.claims.attribution import Attribution, made
from sayso.stages.claims.lexicon import best_frame
from sayso.stages.claims.speakers import Speaks, can_speak, main_verb
from sayso.stages.claims.unsaid import unsaid

STEPS = 4
"""Clauses by which a participle may stand within others."""


def with_subject(one: Attribution, known: Speaks = lambda _: None) -> Attribution | None:
    """The attribution with the source that its verb's grammar gives; None where that cannot speak.

    "The plan came from Berg and calls for a truce" is the plan's call, not Berg's; in "the man who fled from soldiers,
    saying …" it is the man who says it; who "was told that …" says nothing.
    """
    verb = _verb(one)
    if verb is None:
        return one
    if _is_addressed(one, verb):
        return _without_source(one, verb)
    own = _own(one, verb)
    if own is not None:
        return _renamed(one, own)
    if not _shares(one, verb):
        return one
    found = _shared(one.sentence, verb)
    if found is None or _is_same(one, found):
        return one
    if not can_speak(one.sentence, found, verb, "clause", known):
        return None if verb.dep == "conj" and one.speaker is not None else one
    return _renamed(one, found)


def _verb(one: Attribution) -> Token | None:
    """The first verb of the cue that is its head or governs it: "gave" in "gave an account of"."""
    tokens = (t for mark in one.cue for t in one.sentence.tokens_in(mark))
    verb = next((t for t in tokens if t.pos == "VERB" and t.dep not in {"amod", "aux"}), None)
    governs = one.head.pos == "VERB" or any(t == verb for t in one.sentence.ancestors(one.head))
    return verb if governs else None


def _is_addressed(one: Attribution, verb: Token) -> bool:
    """ "The villagers were told that …", "The villagers are believed to have left"."""
    spoken_to = _passive_subject(one.sentence, verb)
    return (
        spoken_to is not None
        and verb.lemma in unsaid().addressed | unsaid().reported
        and one.source is not None
        and one.around is one.sentence
        and one.source.covers(spoken_to.anchor)
    )


def _passive_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Its own, or the one it shares: "was charged and accused of …"."""
    if sentence.child(verb, "agent") is not None:
        return None
    shares = verb.dep == "conj" and verb.tag == "VBN" and sentence.child(verb, *SUBJECTS, *AUXILIARIES) is None
    return sentence.child(sentence.head(verb) if shares else verb, "nsubjpass")


def _without_source(one: Attribution, verb: Token) -> Attribution:
    """Nobody is named; who is reported to have done it is part of what is said."""
    content = one.content
    if verb.lemma in unsaid().reported and one.source is not None:
        content = tuple(sorted((one.source, *content)))
    return replace(one, source=None, speaker=None, around=one.sentence, content=content)


def _own(one: Attribution, verb: Token) -> Token | None:
    """The noun that is the verb's own subject, where the model took another: "we heard the radio say that …"."""
    sentence = one.sentence
    found = sentence.child(verb, "nsubj")
    passive = sentence.child(verb, "agent") is not None
    if found is None or passive or one.speaker is None or one.around is not sentence or verb.dep != "ccomp":
        return None
    wrong = one.speaker.dep in SUBJECTS and sentence.head(one.speaker) in sentence.ancestors(verb)
    return found if wrong and verb.tag == "VB" and not _is_same(one, found) else None


def _shares(one: Attribution, verb: Token) -> bool:
    """The verb has no subject of its own, and what the model took for one is no subject either."""
    sentence = one.sentence
    if sentence.child(verb, *SUBJECTS, "agent") is not None:
        return False
    if one.speaker is not None and one.around is sentence and main_verb(sentence, verb) is not None:
        return True
    if one.speaker is not None and (one.around is not sentence or one.speaker.dep in SUBJECTS):
        return one.around is sentence and verb.dep == "advcl" and _is_within(sentence, one.speaker, verb)
    if verb.dep == "conj":
        if one.speaker is None:
            return verb.tag in FINITE and sentence.child(verb, "auxpass") is None
        return sentence.head(verb).index < one.speaker.index < verb.index
    return verb.dep == "advcl" and verb.tag == "VBG"


def _is_within(sentence: Sentence, speaker: Token, verb: Token) -> bool:
    """The speaker is the subject of a clause that another says, and of a verb that says nothing itself."""
    clause, above = sentence.head(speaker), sentence.head(verb)
    hangs = above == clause or above in sentence.ancestors(clause)
    return hangs and _is_said(sentence, clause) and best_frame(sentence, clause) is None


def _is_said(sentence: Sentence, clause: Token) -> bool:
    """It is what another clause says, or goes on with that."""
    return clause.dep == "ccomp" or (clause.dep == "conj" and sentence.head(clause).dep == "ccomp")


def _shared(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the clause that the verb goes on from; the next one out where that clause is what is said."""
    above = main_verb(sentence, verb) or sentence.head(verb)
    for _ in range(STEPS):
        found = subject(sentence, above)
        said = _is_said(sentence, above) and verb.dep == "advcl" and _parted(sentence, verb)
        if not said or best_frame(sentence, above) is not None:
            return found if found is not None and found.pos in NOUNS_AND_PRONOUNS else None
        above = sentence.head(above)
    return None


def _parted(sentence: Sentence, verb: Token) -> bool:
    """A comma stands before it."""
    first = sentence.subtree(verb)[0].index
    return first > 0 and sentence.tokens[first - 1].text == ","


def _is_same(one: Attribution, found: Token) -> bool:
    return one.source is not None and one.around is one.sentence and one.source.covers(found.anchor)


def _renamed(one: Attribution, found: Token) -> Attribution:
    """With this source, where it is no part of the cue or of what is said."""
    cue = [t for mark in one.cue for t in one.sentence.tokens_in(mark)]
    source = made(one.sentence, one.head, cue, (), found, "subject").source
    if source is None or any(source.overlaps(part) for part in (*one.cue, *one.content)):
        return one
    return replace(one, source=source, speaker=found, around=one.sentence)
