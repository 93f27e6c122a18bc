"""Who can be a source, and which words of a sentence name the source of a verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.document.grammar import subject
from sayso.document.syntax import (
    AUXILIARIES,
    FINITE,
    NOUN_SUBJECTS,
    NOUNS,
    NOUNS_AND_PRONOUNS,
    SUBJECTS,
    Sentence,
    Token,
)
from sayso.stages.claims.lexicon import speaks, thinks
from sayso.vocabulary.load import vocabulary

INANIMATE = frozenset({"LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT"})
SPEAKING = frozenset({"PERSON", "ORG", "NORP"})
PERSONS = frozenset({"i", "you", "he", "she", "we", "they", "who"})
NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV"})
CLOSERS = frozenset({",", "”", '"', "''", "»", "“", "’"})

Speaks = Callable[[Token], bool | None]
"""Whether the entity behind a word can speak; None where nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """The vocabulary, for look-up."""

    nouns: frozenset[str]
    documents: frozenset[str]
    quantities: frozenset[str]
    suffixes: tuple[str, ...]
    pronouns: frozenset[str]
    manners: frozenset[str]


@cache
def speakers() -> Speakers:
    """The vocabulary, once per process."""
    data = vocabulary("speakers")
    return Speakers(
        frozenset(data["people"]),
        frozenset(data["documents"]),
        frozenset(data["quantities"]),
        tuple(data["suffixes"]),
        frozenset(data["pronouns"]),
        frozenset(data["manners"]),
    )


def is_somebody(word: Token) -> bool:
    """A person or a group, not a poll or a report."""
    if word.pos == "PRON":
        return word.lower in PERSONS
    lemma = word.lemma.lower()
    listed = lemma in speakers().nouns and lemma not in speakers().documents
    return word.entity in {"PERSON", "NORP"} or (word.pos == "NOUN" and listed)


def can_speak(sentence: Sentence, word: Token, cue: Token, frame: str, known: Speaks) -> bool:
    """The word can head the source of this cue. Documents only say, show or find; they neither want nor praise."""
    if word.pos == "PUNCT" or is_nobody(sentence, word):
        return False
    if word.lower in {"that", "which"} and word.dep in NOUN_SUBJECTS:
        return _antecedent_speaks(sentence, word, cue, frame, known)
    if word.pos == "PRON" or word.lower in speakers().pronouns:
        return _pronoun(sentence, word, cue, frame) or (word.lower == "it" and known(word) is True)
    if word.pos == "PROPN":
        return word.entity not in INANIMATE and (known(word) is not False or word.entity in SPEAKING)
    if word.pos == "NUM" or word.lower in {"percent", "%"}:
        says = frame == "clause" and cue.tag != "VBN" and sentence.child(cue, "oprd") is None
        return (says and not _of(sentence, word)) or _of_people(sentence, word, known)
    if word.entity in {"DATE", "TIME"}:
        return False
    return _noun(word, frame) or known(word) is True or _of_people(sentence, word, known)


def is_nobody(sentence: Sentence, word: Token) -> bool:
    """ "no one has said", "neither paper named": what nobody says is nobody's claim."""
    return word.lower in NOBODY or any(
        kid.lower in {"no", "neither"} and kid.index < word.index for kid in sentence.children(word)
    )


def _antecedent_speaks(sentence: Sentence, word: Token, cue: Token, frame: str, known: Speaks) -> bool:
    """ "a group that said …": what the relative stands for can speak."""
    clause = next((t for t in (sentence.head(word), *sentence.ancestors(word)) if t.dep == "relcl"), None)
    if clause is None or sentence.head(clause).pos not in NOUNS:
        return False
    return can_speak(sentence, sentence.head(clause), cue, frame, known)


def _pronoun(sentence: Sentence, word: Token, cue: Token, frame: str) -> bool:
    if word.lower == "it":
        return (frame == "clause" or thinks(cue)) and sentence.child(cue, "expl") is None
    return word.lower in speakers().pronouns


def _noun(word: Token, frame: str) -> bool:
    listed = speakers()
    lemma = word.lemma.lower()
    if lemma in listed.nouns or lemma.endswith(listed.suffixes):
        return True
    return lemma in listed.documents and frame in {"clause", "object", "bare", "noun-clause"}


def _of_people(sentence: Sentence, word: Token, known: Speaks) -> bool:
    """ "a number of voters", "two of the men": the whole can speak where the parts can."""
    if word.pos != "NUM" and word.lemma.lower() not in speakers().quantities:
        return False
    part = next((sentence.child(of, "pobj") for of in _of(sentence, word)), None)
    return part is not None and (_noun(part, "") or part.pos == "PRON" or known(part) is True)


def _of(sentence: Sentence, word: Token) -> list[Token]:
    return [kid for kid in sentence.children(word) if kid.lower == "of"]


def speakers_of(sentence: Sentence, verb: Token, says: bool) -> Iterator[Token]:
    """The words that may head the source, the likeliest first.

    Agent of a passive; own subject; for a verb of saying (`says`) the noun beside it, where the parser gave its
    subject to another verb; the subject the clause shares.
    """
    agent = sentence.child(verb, "agent")
    if agent is not None:
        yield from (kid for kid in sentence.children(agent) if kid.dep == "pobj")
        return
    main = main_verb(sentence, verb)
    if main is not None:
        yield from speakers_of(sentence, main, says)
        return
    own = sorted(
        (kid for kid in sentence.children(verb) if kid.dep == "nsubj"), key=lambda t: abs(t.index - verb.index)
    )
    if sentence.child(verb, "expl") is not None and any(kid.lower in {"it", "there"} for kid in own):
        return
    yield from (_beside(sentence, verb, kid) for kid in own)
    if says and sentence.child(verb, "nsubjpass") is None:
        near = (_after(sentence, verb), None if own else _before(sentence, verb))
        yield from (word for word in near if word is not None)
    shared = None if own else subject(sentence, verb)
    if shared is not None:
        yield shared


def main_verb(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of saying that this one goes on from, though the parser joined it to the clause that was said.

    "He said that units had stored fuel and warned …": the tense of `warned` is that of `said`, not of `had stored`.
    "He says the mill is old and denies …": a mill denies nothing.
    """
    if (
        verb.dep != "conj"
        or verb.tag not in FINITE | {"VB"}
        or sentence.child(verb, *AUXILIARIES, *SUBJECTS) is not None
    ):
        return None
    inner = sentence.head(verb)
    outer = sentence.head(inner)
    if (
        inner.dep != "ccomp"
        or inner.index < outer.index
        or outer.tag != verb.tag
        or not (speaks(outer) and speaks(verb))
    ):
        return None
    differs = inner.tag != verb.tag or sentence.child(inner, *AUXILIARIES) is not None
    about = sentence.child(inner, *SUBJECTS)
    acts_on = _acts_on(sentence, verb, about)
    return outer if differs or acts_on or _is_thing(about) or (inner.lemma == "be" and _is_document(about)) else None


def _acts_on(sentence: Sentence, verb: Token, about: Token | None) -> bool:
    """ "said the party was late and asked it to leave": what is asked, the party, does not ask."""
    object_ = sentence.child(verb, "dobj")
    return object_ is not None and object_.lower == "it" and about is not None and about.tag in {"NN", "NNP"}


def _is_document(word: Token | None) -> bool:
    """ "declared that the report was false and said …": who declares goes on, not the report."""
    return word is not None and word.pos == "NOUN" and word.lemma.lower() in speakers().documents


def _is_thing(word: Token | None) -> bool:
    return word is not None and word.pos == "NOUN" and not word.entity and not _noun(word, "clause")


def _beside(sentence: Sentence, verb: Token, own: Token) -> Token:
    """ "…, the United States, a diplomat said": no comma after an apposition means that it is the subject itself."""
    last = sentence.child(own, "appos")
    if last is None or verb.index < last.index or sentence.subtree(own)[-1].index != verb.index - 1:
        return own
    return last if sentence.subtree(last)[-1].index == verb.index - 1 and last.pos in NOUNS else own


def _after(sentence: Sentence, verb: Token) -> Token | None:
    """ "…," said X: the noun phrase that follows a verb that follows a comma or a quote mark."""
    before = sentence.tokens[verb.index - 1] if verb.index else None
    if before is None or before.text not in CLOSERS or verb.tag not in FINITE:
        return None
    last = None
    for token in sentence.tokens[verb.index + 1 : verb.index + 9]:
        if token.pos not in BEFORE_NOUN and token.tag != "POS":
            break
        last = token if token.pos in NOUNS else last
    return last


def _before(sentence: Sentence, verb: Token) -> Token | None:
    """A noun right before the verb, given to another verb by the parser."""
    near = sentence.tokens[verb.index - 1] if verb.index else None
    if near is None or near.pos not in NOUNS_AND_PRONOUNS or verb.tag not in FINITE:
        return None
    if near.dep not in {"nsubj", "nsubjpass", "appos", "dobj", "pobj", "conj"} or verb.dep == "relcl":
        return None
    while near.dep == "pobj" and sentence.head(sentence.head(near)).pos in NOUNS:
        near = sentence.head(sentence.head(near))  # "the observatory for human rights said"
    return near
