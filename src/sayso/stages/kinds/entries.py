"""What a word of the vocabulary shows of a statement: as its cue, its verb or its predicate."""

from __future__ import annotations

from collections.abc import Callable

from sayso.document.grammar import subject as subject_of
from sayso.document.predicates import auxiliaries
from sayso.document.records import Kind
from sayso.document.syntax import NOUNS, VERBAL, Sentence, Token
from sayso.stages.kinds.lexicon import Entry, lexicon
from sayso.stages.kinds.statements import Found, Statement

SAID = frozenset({"say", "admit", "confess", "tell", "add", "wonder", "laugh"})
"""What one "has to" do without recommending anything: "I have to say"."""
Rule = Callable[[Statement], Found | None]


def by_cue(*kinds: Kind) -> Callable[[Statement], Found | None]:
    """The cue says what the claim does."""

    def rule(statement: Statement) -> Found | None:
        if statement.cue is None:
            return None
        sentence, cue = statement.cue
        frame = statement.frame()
        for entry, tokens in lexicon().governing("cue", sentence, cue):
            if entry.kind in kinds and (not entry.takes or frame in entry.takes) and not _feared(entry, sentence, cue):
                return made(entry, tokens)
        return None

    return rule


def _feared(entry: Entry, sentence: Sentence, cue: Token) -> bool:
    """ "Forty are feared dead" fears what has come."""
    return entry.id == "fearing" and sentence.child(cue, "auxpass") is not None


def of_verb(statement: Statement, verb: Token, kind: Kind) -> Found | None:
    """The predicate's verb is an entry of this kind, with the "to" clause it asks for."""
    if verb.pos not in VERBAL:
        return None
    for entry, tokens in lexicon().governing("verb", statement.sentence, verb):
        framed = "infinitive" not in entry.takes or _governs_infinitive(statement, verb)
        if entry.kind == kind and framed and _in_form(statement, verb, entry):
            return made(entry, tokens)
    return None


def _in_form(statement: Statement, verb: Token, entry: Entry) -> bool:
    """ "is expected to" and "is going to", not "expected"; "has to", not "will have to"."""
    if verb.lemma == "mean" and statement.sentence.child(verb, "auxpass") is not None:
        return False  # "is meant to": what for
    if verb.lemma in {"explain", "account"} and _denied(statement, verb):
        return False  # "nobody has explained it"
    if entry.id == "expected":
        return statement.sentence.child(verb, "auxpass") is not None or verb.tag == "VBG"
    if entry.kind == "aim":
        if verb.lemma in {"promise", "threaten"} and _thing(statement, verb):
            return False
        told = verb.tag in {"VBD", "VBN"} and (entry.id == "seeking" or verb.lemma == "try")
        return not told and all(a.tag != "MD" for a in auxiliaries(statement.sentence, verb))
    if entry.id == "needing":
        subject = statement.sentence.child(verb, "nsubj")
        below = statement.infinitive(verb)
        spoken = subject is not None and subject.lower in {"i", "we"} and below is not None and below.lemma in SAID
        yet = statement.sentence.child(verb, "advmod")
        if spoken or (yet is not None and yet.lower == "yet"):
            return False
        return all(a.lower in {"do", "does"} for a in auxiliaries(statement.sentence, verb)) and verb.tag != "VBD"
    return True


def _denied(statement: Statement, verb: Token) -> bool:
    subject = statement.sentence.child(verb, "nsubj")
    nobody = subject is not None and subject.lower in {"nobody", "none", "nothing"}
    return nobody or statement.sentence.child(verb, "neg") is not None


def _thing(statement: Statement, verb: Token) -> bool:
    """ "The winter promises to be hard": its subject is nobody."""
    subject = subject_of(statement.sentence, verb)
    if subject is not None and subject.lower == "it":  # "it promises to be a hard winter"
        below = statement.infinitive(verb)
        return below is not None and below.lemma == "be"
    return subject is not None and subject.pos == "NOUN" and not statement.near.party(subject)


def _governs_infinitive(statement: Statement, verb: Token) -> bool:
    below = statement.infinitive(verb)
    return below is not None and below.dep in {"xcomp", "ccomp"}


def of_predicate(statement: Statement, kind: Kind) -> Found | None:
    """What the copula gives to its subject, or "there is a chance", is an entry of this kind."""
    for verb in statement.clauses():
        for carrier in statement.predicates(verb) if verb.pos in VERBAL else (verb,):
            name = "noun" if carrier.pos in NOUNS else "adjective"
            entries = [e for e, _ in lexicon().governing(name, statement.sentence, carrier)]
            entries += [e for e in (lexicon().words(name, kind, carrier.lower),) if e is not None]
            for entry in entries:
                if entry.kind == kind and _suits(statement, entry, carrier):
                    return made(entry, (carrier,))
    return None


def _suits(statement: Statement, entry: Entry, carrier: Token) -> bool:
    if carrier.lower in {"able", "capable"} and statement.head.tag not in {"VBZ", "VBP"}:
        return False
    if "infinitive" in entry.takes:
        return statement.infinitive(carrier) is not None
    if entry.kind == "forecast":
        if statement.head.tag == "VBD" and not statement.backshifted():
            return False  # "there was a chance of rain"
        return statement.sentence.child(carrier, "prep", "acl", "relcl") is not None
    if entry.id == "response":
        if statement.sentence.child(statement.head, "expl") is not None:
            return False
        first = statement.sentence.child(carrier, "det")
        if carrier.lower in {"reason", "cause", "explanation"} and first is not None and first.lower == "the":
            return True
        phrase = statement.sentence.child(carrier, "prep")
        return phrase is not None or statement.sentence.child(carrier, "acl", "relcl") is not None
    return entry.kind != "aim"


def made(entry: Entry, tokens: tuple[Token, ...]) -> Found:
    return Found(entry.kind, tokens, f"lexicon:kinds.{entry.id}")
