"""Outcomes: the words for what would count as come true, without condition, horizon, reason and "it is likely that"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.document.anchor import Anchor
from sayso.document.grammar import subject
from sayso.document.predicates import COPULAR, PREDICATIVE, auxiliaries, is_infinitive
from sayso.document.syntax import NOUNS, NOUNS_AND_PRONOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.outlooks.lexicon import lexicon
from sayso.stages.outlooks.statements import Statement, runs

CLAUSES = ("ccomp", "csubj", "acl", "relcl", "advcl")
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might", "can"})
OPENERS = frozenset({"that", "to", "of", "if", "whether"})


def outcome(statement: Statement, without: frozenset[int]) -> tuple[Anchor, ...]:
    """The words, but for the tokens of these indices; empty for a question."""
    if statement.kind.kind == "question":
        return ()
    sentence = statement.sentence
    tokens = sorted((t for t in _words(statement) if t.index in statement.own), key=lambda t: t.index)
    aside = {t.index for part in _aside(sentence, statement.top) for t in sentence.subtree(part)}
    return runs(_begun(sentence, _glued(sentence, [t for t in tokens if t.index not in without | aside])))


def _glued(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """With what a hyphen joins to the last word: "co-operation"."""
    while tokens:
        end = tokens[-1].index + 1
        after = sentence.tokens[end : end + 2]
        if len(after) < 2 or after[0].text != "-" or after[0].start != tokens[-1].end or after[1].start != after[0].end:
            return tokens
        tokens = [*tokens, *after]
    return tokens


def _words(statement: Statement) -> Iterable[Token]:
    """What is said to come: a thing, the clause that "it is likely" introduces, or the clause of the predicate."""
    sentence, top = statement.sentence, statement.top
    if statement.kind.kind == "aim" or (statement.kind.kind == "recommendation" and top.pos not in VERBAL):
        below = _infinitive(sentence, top)
        return sentence.subtree(below) if below is not None else statement.tokens
    thing = _thing(statement, sentence, top) if statement.kind.kind == "forecast" else None
    if thing is not None:
        return sentence.subtree(thing)
    if statement.kind.kind == "recommendation" and is_infinitive(sentence, top):
        return _bidden(sentence, top)
    if top.pos in VERBAL and statement.shown:
        return _clause(sentence, top)
    return statement.tokens


def _bidden(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The "to" clause without whom it is for: "the council to pay"."""
    own = sentence.child(verb, *SUBJECTS)
    apart = {t.index for t in sentence.subtree(own)} if own is not None else set[int]()
    return (t for t in sentence.subtree(verb) if t.index not in apart)


def _infinitive(sentence: Sentence, verb: Token) -> Token | None:
    """What is meant to be done, where the predicate only says that it is meant: "the goal is to hold the port"."""
    for carrier in (verb, sentence.head(verb) if verb.dep in SUBJECTS or verb.dep in PREDICATIVE else verb):
        for kid in sentence.children(carrier):
            if kid.dep in {"xcomp", "ccomp", "acl", "advcl"} and is_infinitive(sentence, kid):
                return kid
    return None


def _thing(statement: Statement, sentence: Sentence, top: Token) -> Token | None:
    """ "a risk of war", "war is possible", "it is likely that it comes", "a truce is not excluded"."""
    if statement.kind.why.by == "rule:kinds.thing-to-come" and top.dep == "nsubj":
        return top
    if statement.kind.why.by == "rule:kinds.not-ruled-out" and sentence.child(top, "dobj") is not None:
        return sentence.child(top, "dobj")
    given = sentence.child(top, "dobj") if statement.kind.why.by == "rule:kinds.odds-given" else None
    if given is not None:
        return _of_chance(sentence, given)
    if top.lower in lexicon().sets["chances"] or top.lemma in lexicon().sets["chances"]:
        return _of_chance(sentence, top)
    if top.pos == "ADJ" and top.lower in lexicon().sets["possible"]:
        verb = sentence.head(top)
        return _introduced(sentence, top) or _introduced(sentence, verb) or _subject_alone(sentence, verb, top)
    if top.lemma in lexicon().sets["awaited"] and top.pos in VERBAL and sentence.child(top, "xcomp") is None:
        return _introduced(sentence, top) or sentence.child(top, "nsubjpass")
    return None


def _of_chance(sentence: Sentence, noun: Token) -> Token | None:
    """What the chance is one of, or what the copula says it is: "the risk is that …"."""
    of = next((k for k in sentence.children(noun) if k.dep == "prep" and k.lower == "of"), None)
    if of is not None:
        return sentence.child(of, "pobj", "pcomp")
    verb = sentence.head(noun)
    return sentence.child(noun, "acl", "ccomp") or (_introduced(sentence, verb) if verb.lemma in COPULAR else None)


def _introduced(sentence: Sentence, carrier: Token) -> Token | None:
    """The clause with a verb of its own that the word introduces."""
    for kid in sentence.children(carrier):
        if kid.dep in {"ccomp", "csubj"} and kid.pos in VERBAL and sentence.child(kid, *SUBJECTS) is not None:
            return kid
    return None


def _subject_alone(sentence: Sentence, verb: Token, adjective: Token) -> Token | None:
    """The noun of which nothing but its chance is said."""
    if any(kid.dep in {"xcomp", "ccomp"} for kid in sentence.children(adjective)):
        return None
    own = sentence.child(verb, "nsubj")
    return own if own is not None and own.pos in NOUNS and verb.lemma in COPULAR else None


def _clause(sentence: Sentence, verb: Token) -> list[Token]:
    """The clause of a verb; with the subject it shares with the verb it is joined to."""
    tokens = list(sentence.subtree(verb))
    shared = subject(sentence, verb) if verb.dep == "conj" else None
    if shared is not None and shared.index < tokens[0].index and shared.pos in NOUNS_AND_PRONOUNS:
        tokens = [*sentence.subtree(shared), *tokens]
        helped = [a for a in auxiliaries(sentence, verb) if a.index < tokens[-1].index]
        tokens += [a for a in helped if a.index not in {t.index for t in tokens}]
    return tokens


def _aside(sentence: Sentence, top: Token) -> Iterator[Token]:
    """Reasons, and statements joined on that do not look ahead."""
    return (kid for kid in sentence.children(top) if _reason(sentence, kid) or _stands_alone(sentence, kid))


def _reason(sentence: Sentence, kid: Token) -> bool:
    """ "because …", ", as …", "due to …"."""
    if kid.dep == "advcl":
        mark = sentence.child(kid, "mark")
        if mark is None or mark.lower not in lexicon().sets["reasons"]:
            return False
        return mark.lower not in TIMELY or (mark.index > 0 and sentence.tokens[mark.index - 1].text == ",")
    return kid.dep in {"prep", "advmod"} and kid.lower in lexicon().sets["reason-phrases"]


TIMELY = frozenset({"as", "since", "while"})
"""Marks that tell when as well; they give a reason after a comma."""


def _stands_alone(sentence: Sentence, verb: Token) -> bool:
    if verb.dep not in {"conj", "parataxis"} or verb.pos not in VERBAL or sentence.child(verb, *SUBJECTS) is None:
        return False
    return not any(a.lower in AHEAD for a in auxiliaries(sentence, verb))


def _begun(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """Without marks, "that" and connectives before the first word of its own."""
    tokens = sorted(tokens, key=lambda t: t.index)
    while tokens:
        first = tokens[0]
        skipped = lexicon().connective(sentence, first.index)
        if first.pos == "PUNCT" or _opens(first):
            skipped = 1
        elif skipped and not _connects(tokens, skipped):
            skipped = 0
        if not skipped:
            return tokens
        tokens = tokens[skipped:]
    return tokens


def _opens(first: Token) -> bool:
    """ "that", "to" and "then" tie what comes to what was said."""
    return first.lower in OPENERS if first.dep == "mark" else first.lower == "then" and first.dep == "advmod"


def _connects(tokens: list[Token], count: int) -> bool:
    """A joint, or an adverb with a comma after it: "Still, …", not "still holds"."""
    after = tokens[count] if len(tokens) > count else None
    return tokens[0].dep == "cc" or tokens[0].pos == "CCONJ" or (after is not None and after.text == ",")
