"""Alternatives over neighbouring statements that are each said to be possible: "Perhaps A. It may also be that B."."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.document.syntax import NOUN_SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.alternatives.lexicon import lexicon
from sayso.stages.alternatives.offered import POSSIBLE

AGAIN = frozenset({"also", "equally", "alternatively", "instead", "conversely"})
"""Words that set what may be beside what was said before."""
THINKABLE = frozenset({"possible", "conceivable", "plausible", "thinkable", "imaginable"})
CHANCES = frozenset({"possibility", "chance"})


def hedge(sentence: Sentence) -> Token | None:
    """The word by which the whole sentence is said to be possible only."""
    if sentence.tokens[-1].text == "?" or not any(t.pos in VERBAL for t in sentence.tokens):
        return None
    opening = next((t for t in sentence.tokens[:2] if t.lower in lexicon()["perhaps"].signals), None)
    return opening or _said_possible(sentence)


def _said_possible(sentence: Sentence) -> Token | None:
    """ "It is possible that …", "it may be that …", "there is also the possibility that …"."""
    root = sentence.root
    if root.lemma != "be" or sentence.tokens[0].lower not in {"it", "there", "or"}:
        return None
    state, clause = sentence.child(root, "acomp", "attr"), sentence.child(root, "ccomp")
    if state is not None and clause is None:
        clause = sentence.child(state, "ccomp", "acl")
    if clause is None or sentence.child(clause, "mark") is None or sentence.child(root, "neg") is not None:
        return None
    if state is not None:
        return state if state.lower in THINKABLE | CHANCES else None
    return sentence_modal(sentence, root)


def sentence_modal(sentence: Sentence, verb: Token) -> Token | None:
    """ "May", "might" or "could" of the verb."""
    return next((k for k in sentence.children(verb) if k.tag == "MD" and k.lower in POSSIBLE), None)


def guess(sentence: Sentence) -> Token | None:
    """The modal of a sentence that guesses what was or is: "may have been …", "could be …"."""
    root = sentence.root
    modal = sentence_modal(sentence, root)
    if modal is None or sentence.tokens[-1].text == "?" or sentence.child(root, *NOUN_SUBJECTS) is None:
        return None
    perfect = any(k.lower in {"have", "'ve", "’ve"} and k.dep == "aux" for k in sentence.children(root))
    return modal if perfect or (root.lemma == "be" and sentence.child(root, "attr") is not None) else None


def again(sentence: Sentence) -> bool:
    """The sentence sets what may be beside what was said before."""
    return sentence.tokens[0].lower == "or" or any(t.lower in AGAIN for t in sentence.tokens[:8])


def possible(sentences: Sequence[Sentence], number: int) -> tuple[list[tuple[Sentence, Token]], int]:
    """The sentences from here on that are each said to be possible, and the sentence after them."""
    run: list[tuple[Sentence, Token]] = []
    guessed = False
    while number < len(sentences) and (not run or sentences[number].section == run[0][0].section):
        sentence = sentences[number]
        told = hedge(sentence)
        word = told or (guess(sentence) if not run or again(sentence) else None)
        if word is None or (guessed and told is not None and not again(sentence)):
            break
        guessed = told is None
        run.append((sentence, word))
        number += 1
    return run, number
