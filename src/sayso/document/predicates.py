"""Predicates: what a stretch of text says of something, and how it says it. Pure functions over the dependency tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.syntax import AUXILIARIES, CLAUSE_LABELS, SUBJECTS, VERBAL, Sentence, Token

CONDITION_MARKS = frozenset({"if", "unless", "provided", "lest", "supposing"})
"""Words that open a condition."""
COPULAR = frozenset({"be", "seem", "appear", "remain", "look", "become", "'s", "’s", "’m", "’re"})
"""Lemmas of the verbs whose predicate says what their subject is."""
LINKING = COPULAR | {"sound", "prove", "get"}
"""The copular verbs with those that link in one of their senses only: "proved right", "got hurt"."""
PREDICATIVE = ("acomp", "attr", "oprd")
"""Labels of what a copular verb says of its subject."""
OPENERS = frozenset({"whether", "if"})
NOT_PREDICATING = AUXILIARIES | {"amod", "compound"}
"""Labels of verb forms that help another verb or stand before a noun."""
CLOSING = frozenset("\"'”’»)]}.!…") | {"''", "``"}
BEFORE_IMPERATIVE = frozenset(
    {"please", "do", "n't", "n’t", "not", "never", "always", "and", "but", "so", "then", "just"}
)


class Parts:
    """Which tokens of which sentences some anchors cover. Made once a text; look-up is a bisection."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sorted(sentences, key=lambda s: s.anchor.start)
        self._starts = [s.anchor.start for s in self._sentences]
        self._ends = [s.anchor.end for s in self._sentences]

    def of(self, anchors: Sequence[Anchor]) -> tuple[tuple[Sentence, tuple[Token, ...]], ...]:
        """Each sentence that the anchors touch, with the tokens they cover, in the order of the text."""
        covered: dict[int, list[Token]] = {}
        for anchor in sorted(anchors):
            for number in range(bisect_right(self._ends, anchor.start), bisect_left(self._starts, anchor.end)):
                covered.setdefault(number, []).extend(self._sentences[number].tokens_in(anchor))
        return tuple(
            (self._sentences[number], tuple(sorted(set(tokens), key=lambda t: t.index)))
            for number, tokens in sorted(covered.items())
        )


def main_predicate(sentence: Sentence, tokens: Sequence[Token]) -> Token | None:
    """The word that carries what these tokens say: the highest verb, else the highest noun; None for marks only."""
    own = {token.index for token in tokens}
    tops = [t for t in tokens if (t.head not in own or t.head == t.index) and t.pos not in {"PUNCT", "SPACE"}]
    for test in (_is_main, _is_clause, _is_verb, _is_noun):
        found = next((t for t in tops if test(t)), None)
        if found is not None:
            return found
    return next((t for t in tokens if _is_verb(t)), tops[0] if tops else None)


def _is_main(token: Token) -> bool:
    """Not the condition that "If it rains, X said, the river will rise" begins with."""
    return _is_clause(token) and token.dep != "advcl"


def _is_clause(token: Token) -> bool:
    return _is_verb(token) and (token.dep in CLAUSE_LABELS or token.dep == "conj")


def _is_verb(token: Token) -> bool:
    return token.pos in VERBAL and token.dep not in NOT_PREDICATING


def _is_noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}


def coordinated(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The verbs joined to this one, in the order of the text."""
    for kid in sentence.children(verb):
        if kid.dep == "conj" and kid.pos in VERBAL:
            yield kid
            yield from coordinated(sentence, kid)


def auxiliaries(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Its auxiliaries; those of the verb it is joined to where it has neither them nor a subject of its own."""
    own = tuple(kid for kid in sentence.children(verb) if kid.dep in AUXILIARIES)
    if not own and verb.dep == "conj" and sentence.child(verb, *SUBJECTS) is None:
        head = sentence.head(verb)
        return auxiliaries(sentence, head) if head.pos in VERBAL else ()
    return own


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """A bare "to" clause."""
    return verb.tag == "VB" and any(kid.lower == "to" and kid.dep == "aux" for kid in sentence.children(verb))


def is_perfect(sentence: Sentence, verb: Token) -> bool:
    """ "has sunk", "had been lost": it has the auxiliary "have"."""
    return any(kid.lemma == "have" for kid in sentence.children(verb) if kid.dep == "aux")


def conditional_mark(sentence: Sentence, verb: Token) -> Token | None:
    """The "if" or "unless" that makes a clause a condition."""
    if verb.dep not in {"advcl", "conj", "pcomp", "prep"}:
        return None
    marks = (kid for kid in sentence.children(verb) if kid.dep in {"mark", "advmod"})
    return next((mark for mark in marks if mark.lower in CONDITION_MARKS), None)


def has_condition(sentence: Sentence, verb: Token) -> bool:
    """An if-clause hangs on the verb."""
    return any(conditional_mark(sentence, kid) is not None for kid in sentence.children(verb))


def whether_mark(sentence: Sentence, verb: Token) -> Token | None:
    """The "whether" that makes a governed clause a question."""
    if verb.dep not in {"ccomp", "pcomp", "csubj", "acl", "conj", "xcomp"}:
        return None
    marks = (kid for kid in sentence.children(verb) if kid.dep in {"mark", "advmod"} and kid.index < verb.index)
    return next((mark for mark in marks if mark.lower in OPENERS), None)


def question_mark(tokens: Sequence[Token]) -> Token | None:
    """The question mark that closes these tokens."""
    for token in reversed(tokens):
        if token.text.endswith("?"):
            return token
        if token.text not in CLOSING:
            return None
    return None


def is_imperative(sentence: Sentence, verb: Token) -> bool:
    """A command: a base form without a subject at the beginning of its sentence or quotation."""
    if verb.tag != "VB" or sentence.child(verb, *SUBJECTS) is not None or verb.dep not in {"ROOT", "ccomp", "conj"}:
        return False
    if verb.dep == "conj" and not is_imperative(sentence, sentence.head(verb)):
        return False
    kids = sentence.children(verb)
    if any(kid.dep in {"aux", "mark"} and kid.lower not in {"do"} for kid in kids):
        return False
    before = [t for t in kids if t.index < verb.index]
    return all(t.pos == "PUNCT" or t.lower in BEFORE_IMPERATIVE or t.dep in {"advmod", "npadvmod"} for t in before)
