"""Who speaks: mentions that are the source of what is said or thought, and how far inside other words they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.document.predicates import COPULAR
from sayso.document.syntax import FINITE, NOUN_SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.entities.seen import Seen
from sayso.vocabulary import naming
from sayso.vocabulary.load import vocabulary

_SAYS = 0.5
"""Share of a verb's uses with a clause from which it is taken to attribute (see vocabulary/cues.yaml)."""
_BEFORE_ASIDE = frozenset({",", "”", '"', "''", "’", "»", "?", "!"})
_CLOSING = frozenset({"”", '"', "''"})
_OPENING = frozenset({"“", '"', "``"})


@cache
def verbs() -> frozenset[str]:
    """Lemmas of the verbs whose subject is a source: of saying, of thinking."""
    shares = vocabulary("cues")["lemmas"]
    thought = {entry["id"] for entry in vocabulary("thoughts")["entries"] if "clause" in entry["frames"]}
    said = {lemma for lemma, frames in shares.items() if frames.get("clause", 0.0) >= _SAYS}
    return frozenset(said | thought | naming.word_class("speech"))


def verb(s: Seen) -> Token | None:
    """The verb of saying or thinking that the mention is the subject of: "Roe left and said", "Roe, who said"."""
    above = s.sentence.head(s.head)
    if s.head.dep in NOUN_SUBJECTS:
        return next((t for t in _joined(s.sentence, above) if _attributes(t, s)), None)
    clause = s.sentence.child(s.head, "relcl")
    subject = s.sentence.child(clause, "nsubj") if clause is not None else None
    if clause is not None and subject is not None and _who(subject, clause):
        return clause
    return _according(s) or _for_whom(s)


def _attributes(t: Token, s: Seen) -> bool:
    passive = s.sentence.child(t, "auxpass") is not None
    return t.lemma in verbs() and not (passive and t.lemma != "quote")


def _who(subject: Token, clause: Token) -> bool:
    return subject.lower in ("who", "which") and clause.lemma in verbs()


def _according(s: Seen) -> Token | None:
    """ "according to Roe"."""
    to = s.sentence.head(s.head)
    according = s.sentence.head(to)
    return according if s.head.dep == "pobj" and to.lower == "to" and according.lower == "according" else None


def _for_whom(s: Seen) -> Token | None:
    """ "For Roe, the port was home": it is Roe who thinks so."""
    to = s.sentence.head(s.head)
    first = s.head.dep == "pobj" and to.lower == "for" and to.index == s.sentence.tokens[0].index
    return to if first and s.sentence.head(to).lemma in COPULAR else None


def _joined(sentence: Sentence, first: Token) -> Iterator[Token]:
    """The verb and those joined to it that have no subject of their own."""
    yield first
    for kid in sentence.children(first):
        if kid.dep == "conj" and kid.pos in VERBAL and sentence.child(kid, "nsubj") is None:
            yield from _joined(sentence, kid)


def depth(s: Seen) -> int:
    """How many verbs the mention's clause hangs on: 0 for the subject of the whole sentence."""
    return sum(t.pos in VERBAL for t in s.sentence.ancestors(s.sentence.clause_head(s.head)))


def is_aside(s: Seen) -> bool:
    """The words stand beside what is said, not before it: "The bridge is shut, she said", "…” she said"."""
    said = s.sentence.head(s.head)
    first = min(s.first, said.index)
    before = s.sentence.tokens[first - 1] if first else None
    beside = before is not None and before.text in _BEFORE_ASIDE and said.tag in FINITE and said.dep != "relcl"
    return beside and not (before is not None and before.text == "," and _said_after(s.sentence, said))


def _said_after(sentence: Sentence, said: Token) -> bool:
    """What is said follows, and the comma closes something else: "On Tuesday, he proposed that they meet"."""
    clauses = [kid.index > said.index for kid in sentence.children(said) if kid.dep == "ccomp"]
    return bool(clauses) and all(clauses)


def closes_quote(s: Seen) -> bool:
    """A quotation ends right before the mention."""
    before = s.before()
    return before is not None and before.text in _CLOSING


def opens_quote(s: Seen) -> bool:
    """The mention is the subject of a verb right after which a quotation opens: "Roe wrote, “…"."""
    verb = s.sentence.head(s.head)
    after = [t.text for t in s.sentence.tokens[verb.index + 1 : verb.index + 3]]
    opened = after[:1] if after[:1] and after[0] in _OPENING else after[1:] if after[:1] in ([","], [":"]) else []
    return s.head.dep in NOUN_SUBJECTS and verb.pos in VERBAL and bool(opened) and opened[0] in _OPENING


def goes_on(said: Token) -> bool:
    """The verb tells more of what the same source said: "she added"."""
    return said.lemma in naming.word_class("adding")
