"""What is staked, measured or not ruled out: "a long shot", "my money is on", "I put the odds at one in three"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.predicates import COPULAR, auxiliaries
from sayso.document.syntax import NOUNS, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.present import present
from sayso.stages.kinds.statements import Found, Statement

CALLING = frozenset({"call", "deem", "consider", "rate"})
PROSPECTS = frozenset({"prospect", "possibility", "likelihood", "probability", "chance"})
GIVING = frozenset(
    {
        "exclude",
        "rule",
        "run",
        "put",
        "give",
        "see",
        "rate",
        "estimate",
        "carry",
        "raise",
        "increase",
        "reduce",
        "lower",
        "lessen",
        "pose",
    }
)
"""What one does with the odds of a thing."""


def is_odds(noun: Token) -> bool:
    """A noun for how likely or how good what is to come is."""
    return bool({noun.lemma.lower(), noun.lower} & lexicon().sets["odds"])


def gamble(statement: Statement) -> Found | None:
    """ "A deal is a long shot", "they call a victory a coin toss"."""
    called = (statement.cue is not None and statement.cue[1].lemma in CALLING) or statement.head.lemma in CALLING
    named = (t for t in statement.tokens if called and t.lemma.lower() in lexicon().sets["gambles"])
    for noun in (*named, *_predicated(statement)):
        return Found("forecast", (noun,), "rule:kinds.gamble")
    return None


def _predicated(statement: Statement) -> Iterator[Token]:
    """The nouns of chance that a copula gives to its subject; also "no more than a remote prospect"."""
    for verb in statement.clauses():
        if verb.lemma not in COPULAR or not present(statement, verb, modal=True):
            continue
        for noun in statement.sentence.clause(verb):
            given = noun.dep in {"attr", "oprd"} or (
                noun.dep == "pobj" and statement.sentence.head(noun).lower == "than"
            )
            words = (noun, *statement.sentence.children(noun))  # "a toss-up", "a coin toss"
            known = any({t.lemma.lower(), t.lower} & lexicon().sets["gambles"] for t in words)
            if noun.index > verb.index and given and (known or _a_prospect(statement, noun)):
                yield noun


def _a_prospect(statement: Statement, noun: Token) -> bool:
    """ "is no more than a remote prospect", "it is a real possibility"."""
    kids = statement.sentence.children(noun)
    return noun.lemma in PROSPECTS and any(k.dep == "amod" and k.lower in lexicon().sets["sizes"] for k in kids)


def money_on(statement: Statement) -> Found | None:
    """ "My money is on a quiet deal", "markets are pricing in two cuts", "the odds are against a second term"."""
    for verb in statement.clauses():
        if not present(statement, verb):
            continue
        subject = statement.sentence.child(verb, "nsubj")
        led = tuple(k.lower for k in statement.sentence.children(verb) if k.dep in {"prt", "prep"})
        staked = subject is not None and verb.lemma in {"be", "lie"} and (subject.lemma == "money" or is_odds(subject))
        if staked and subject is not None and set(led) & {"on", "against"}:
            return Found("forecast", (subject, verb), "rule:kinds.money-on")
        if led and (verb.lemma, led[0]) in PRICING:
            return Found("forecast", (verb,), "rule:kinds.money-on")
    return None


PRICING = frozenset({("price", "in"), ("bank", "on"), ("bet", "on"), ("reckon", "on"), ("brace", "for")})


def measured(statement: Statement) -> Found | None:
    """ "I put the chance of a coup at one in three", "I see little prospect", "that raises the risk of war"."""
    for verb in statement.clauses():
        if verb.lemma not in GIVING or not present(statement, verb, modal=True):
            continue
        if _not_excluded(statement, verb):
            return Found("forecast", (verb,), "rule:kinds.not-ruled-out")
        for noun in statement.sentence.children(verb):
            if noun.dep == "dobj" and is_odds(noun) and _of_something(statement, noun):
                return Found("forecast", (verb, noun), "rule:kinds.odds-given")
    return None


def _not_excluded(statement: Statement, verb: Token) -> bool:
    """ "We cannot exclude the use of drones": of what may come, said by whoever speaks."""
    subject, thing = statement.sentence.child(verb, "nsubj"), statement.sentence.child(verb, "dobj")
    able = any(a.lower in {"can", "ca", "could"} for a in auxiliaries(statement.sentence, verb))
    denied = statement.sentence.child(verb, "neg") is not None or (subject is not None and subject.lower == "nobody")
    mine = subject is not None and subject.lower in {"i", "we", "one", "nobody", "you"}
    return verb.lemma in {"exclude", "rule"} and able and denied and mine and thing is not None and thing.pos in NOUNS


def _of_something(statement: Statement, noun: Token) -> bool:
    return statement.sentence.child(noun, "prep", "acl", "relcl", "ccomp") is not None
