"""Questions: asked in so many words, or said to be open."""

from __future__ import annotations

import re

from sayso.document.predicates import question_mark
from sayso.document.syntax import SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import WH, Found, Statement

NOBODY = frozenset({"nobody", "none"})
CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "acl", "advcl", "pcomp", "xcomp", "relcl"})


def asked(statement: Statement) -> Found | None:
    """It ends with a question mark, or is a part of the outlet's or the speaker's own sentence that does."""
    mark = question_mark(statement.tokens)
    if mark is None and statement.cue is None and _opens(statement):
        mark = question_mark(statement.sentence.tokens)
    return None if mark is None else Found("question", (mark,), "rule:kinds.question-mark")


def _opens(statement: Statement) -> bool:
    """It begins as a question does: "Could it be …", "Who …"."""
    first = next((t for t in statement.tokens if t.pos not in {"PUNCT", "CCONJ"}), None)
    return first is not None and (first.pos == "AUX" or first.tag in WH)


def open_cue(statement: Statement) -> Found | None:
    """ "would not say whether …", "does not know who …": the cue leaves open what it introduces."""
    if statement.cue is None or statement.frame() != "question" or _to_do(statement.sentence, statement.head):
        return None
    sentence, cue = statement.cue
    entry = lexicon().words("open", "question", cue.lemma)
    if entry is not None:
        return Found("question", (cue,), f"lexicon:kinds.{entry.id}")
    entry = lexicon().words("telling", "question", cue.lemma)
    denied = _denial(sentence, cue)
    if entry is None or denied is None:
        return None
    return Found("question", (denied, cue), f"lexicon:kinds.{entry.id}")


ASKS = r"(?:who|what|which|how|when|where|why|whether|if)"
OPEN = re.compile(
    r"\b(?:remains? to be (?:seen|decided|settled)|any(?:one|body) ['’]s guess|open question|up in the air|"
    r"too (?:early|soon) to (?:say|tell|know|judge)|"
    rf"yet to (?:decide|say|choose) {ASKS}|"
    rf"(?:do|does|did) (?:n['’]t|not) (?:yet )?(?:really )?know (?:yet )?{ASKS}|"
    rf"(?:unknown|question|issue|mystery|riddle|puzzle) (?:is|remains) (?:still )?{ASKS})\b"
)
"""Turns that leave something open, in words parted by single blanks."""


UNKNOWING = re.compile(
    r"(?:i|we) (?:honestly |really |simply )?(?:do |ca |can )(?:n['’]t|not) (?:really )?"
    r"(?:know|tell|say)(?: yet)?(?: \.)?"
)
"""The whole of an answer that leaves it open: "I cannot tell"."""


def turned_open(statement: Statement) -> Found | None:
    """ "remains to be seen", "it is anyone's guess", "the question is who …"."""
    if not any(t.lower in OPENING for t in statement.tokens):
        return None
    said = " ".join(t.lower for t in statement.tokens)
    found = UNKNOWING.fullmatch(said) or OPEN.search(said)
    if found is None:
        return None
    last = found.group().rstrip(". ").split()[-1]
    shown = next((t for t in statement.tokens if t.lower == last), statement.head)
    return Found("question", (shown,), "rule:kinds.left-open")


OPENING = frozenset(
    {"tell", "say", "remains", "remain", "guess", "question", "early", "soon", "air", "yet", "know", "unknown", "issue"}
    | {"mystery", "riddle", "puzzle"}
)
"""One of these stands in each of the turns."""


def left_open(statement: Statement) -> Found | None:
    """ "it is unclear who …", "nobody knows whether …", "police are examining whether …"."""
    sentence = statement.sentence
    for verb in statement.clauses():
        for carrier in (verb, *statement.predicates(verb)):
            if not (wh_clause(sentence, carrier) or wh_clause(sentence, verb)):
                continue
            found = _open(sentence, verb, carrier)
            if found is not None:
                return found
    return None


def _open(sentence: Sentence, verb: Token, carrier: Token) -> Found | None:
    """The word that leaves it open, with the denial where it needs one."""
    entry = lexicon().words("open", "question", carrier.lemma) or lexicon().words("open", "question", carrier.lower)
    if entry is not None:
        return Found("question", (carrier,), f"lexicon:kinds.{entry.id}")
    entry = lexicon().words("telling", "question", carrier.lemma) or lexicon().words(
        "telling", "question", carrier.lower
    )
    denied = _denial(sentence, verb)
    if entry is None or denied is None:
        return None
    return Found("question", tuple(sorted((denied, carrier), key=lambda t: t.index)), f"lexicon:kinds.{entry.id}")


def _denial(sentence: Sentence, verb: Token) -> Token | None:
    """ "not", or a subject that is nobody."""
    denied = sentence.child(verb, "neg")
    subject = sentence.child(verb, *SUBJECTS)
    yet = next((t for t in sentence.children(verb) if t.lower == "yet" and t.dep == "advmod"), None)
    yet = yet or (sentence.child(sentence.head(verb), "advmod") if verb.dep == "xcomp" else None)
    if denied is None and yet is not None and yet.lower == "yet":
        return yet
    if denied is None and subject is not None:
        first = sentence.child(subject, "det")
        nobody = subject.lower in NOBODY or (first is not None and first.lower in {"no", "neither"})
        return subject if nobody else None
    return denied


def _to_do(sentence: Sentence, verb: Token) -> bool:
    """ "what to say" asks nothing."""
    return any(kid.lower == "to" and kid.dep == "aux" for kid in sentence.children(verb))


def wh_clause(sentence: Sentence, carrier: Token) -> Token | None:
    """The clause that asks, beside or under a word: "who fired", "whether it works"."""
    for kid in sentence.children(carrier):
        if kid.dep in CLAUSES and kid.pos in VERBAL and not _to_do(sentence, kid):
            first = sentence.subtree(kid)[0]
            mark = sentence.child(kid, "mark")
            asks = first.tag in WH and first.lower not in {"which", "when", "where"}
            if asks or (mark is not None and mark.lower == "whether"):
                return kid
    return None
