"""Forecasts: what is to come and is not in the speaker's own hands; timetables are none."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.predicates import COPULAR, auxiliaries, has_condition, is_perfect
from sayso.document.syntax import NOUNS, Token
from sayso.stages.kinds.able import able
from sayso.stages.kinds.cases import bid_and_follow, in_a_case, lost_case, present_case
from sayso.stages.kinds.coming import coming
from sayso.stages.kinds.entries import made, of_predicate, of_verb
from sayso.stages.kinds.expectations import expected
from sayso.stages.kinds.foretold import consequences, foretold
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement, perfect

STATES = frozenset(
    {
        "be",
        "have",
        "know",
        "want",
        "need",
        "mean",
        "seem",
        "feel",
        "think",
        "believe",
        "contain",
        "lie",
        "belong",
        "exist",
    }
)
SPOKEN = frozenset({"i", "we", "you", "one", "it", "that", "this"})
POINTING = frozenset({"it", "that", "this"})
"""What was just spoken of: "that would topple him"."""
NOBODY = frozenset({"none", "nobody", "nothing"})
TELLING = frozenset(
    {"point", "suggest", "indicate", "imply", "prove", "show", "amount", "explain", "require", "seem", "admit"}
)
"""What a finding would say, not bring about: "would point to a mine"."""
WISHED = frozenset({"like", "love", "prefer", "rather", "say"})
OPEN = frozenset({"exclude", "rule"})
AWAITED = frozenset({"expect", "anticipate", "await"})
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
WOULD = frozenset({"would", "'d", "’d"})
ON_DAYS = frozenset({"on", "at", "from"})
"""Prepositions of a timetable; "by", "before", "within" and "in" set a limit to a forecast."""


def forecast(statement: Statement) -> Found | None:
    """ "will", "is expected to", "could … next year", "would" in what was said before."""
    for verb in statement.clauses():
        for auxiliary in auxiliaries(statement.sentence, verb):
            found = _future(statement, verb, auxiliary)
            if found is not None:
                return found
        found = of_verb(statement, verb, "forecast") or _awaited(statement, verb)
        if found is not None:
            return found
    found = of_predicate(statement, "forecast") or _to_come(statement) or _thing_to_come(statement)
    for rule in (foretold, able, expected, coming, present_case, lost_case, bid_and_follow):
        found = found or rule(statement)
    return found


def timetable(statement: Statement) -> Found | None:
    """ "Parliament will vote on Thursday": planned for a day, said without a doubt or a condition."""
    verb = statement.head
    ahead = [a for a in auxiliaries(statement.sentence, verb) if a.lower in WILL]
    if not ahead and statement.backshifted():
        ahead = [a for a in auxiliaries(statement.sentence, verb) if a.lower in WOULD]
    clause = statement.sentence.clause(verb)
    if not ahead or verb.lemma not in lexicon().timetabled or has_condition(statement.sentence, verb):
        return None
    if statement.sentence.child(verb, "neg") is not None or _doubted(statement, clause):
        return None
    day = next((t for t in clause if statement.near.fixed(t) and _on(statement, t)), None)
    return None if day is None else Found("report", (ahead[0], day), "rule:kinds.timetable")


def _doubted(statement: Statement, clause: tuple[Token, ...]) -> bool:
    return any(lexicon().phrase(statement.sentence, token, "assessment") is not None for token in clause)


def _on(statement: Statement, day: Token) -> bool:
    """ "on Thursday", "Thursday", "at noon"; not "by Thursday"."""
    before = [t for t in statement.sentence.tokens[max(0, day.index - 3) : day.index] if t.pos == "ADP"]
    return all(t.lower in ON_DAYS for t in before)


def _future(statement: Statement, verb: Token, auxiliary: Token) -> Found | None:
    entry = lexicon().words("modal", "forecast", auxiliary.lower)
    if entry is not None:
        return made(entry, (auxiliary,))
    if auxiliary.lower == "would" and not perfect(statement.sentence, verb) and verb.lemma not in WISHED:
        ahead = statement.backshifted() or in_a_case(statement, verb) or _does(statement, verb)
        ahead = ahead or verb in consequences(statement)
        return Found("forecast", (auxiliary,), "rule:kinds.would") if ahead else None
    if auxiliary.lower in {"may", "might", "could"} and not perfect(statement.sentence, verb):
        return _some_day(statement, verb, auxiliary)
    return None


def _does(statement: Statement, verb: Token) -> bool:
    """ "A recount would delay the vote": a doing that would follow, not how a thing would be judged."""
    subject = statement.sentence.child(verb, "nsubj", "nsubjpass", "csubj")
    if subject is None or subject.lower in NOBODY or statement.sentence.child(verb, "neg"):
        return False
    if subject.lower in SPOKEN - POINTING or (subject.lower in POINTING and verb.lemma not in lexicon().effects):
        return False
    before = [k for k in statement.sentence.children(verb) if k.dep == "prep" and k.index < subject.index]
    suffers = verb.tag == "VBN" and verb.lemma not in lexicon().sets["judged-event"]
    doing = verb.tag == "VB" or (verb.tag == "VBN" and bool(before)) or suffers
    return doing and verb.lemma not in (STATES - {"mean"}) | TELLING


def _some_day(statement: Statement, verb: Token, auxiliary: Token) -> Found | None:
    """A possibility that lies ahead: under a condition, with a word of the future, or "may" with a doing."""
    if auxiliary.lower in {"may", "might"} and verb.tag == "VB" and verb.lemma not in STATES:
        return Found("forecast", (auxiliary, verb), "rule:kinds.may-do")
    if in_a_case(statement, verb):
        return Found("forecast", (auxiliary,), "rule:kinds.could-if")
    for token in statement.tokens:
        if token.lower in lexicon().future:
            return Found("forecast", (auxiliary, token), "rule:kinds.could-later")
    denied = statement.sentence.child(verb, "neg") is not None
    if not denied and (_brings(statement, verb) or _befalls(statement, verb)):
        return Found("forecast", (auxiliary, verb), "rule:kinds.could-do")
    return None


def _brings(statement: Statement, verb: Token) -> bool:
    """ "could trigger a war" of anybody; of what is no person, any doing ("the raid could pave the way")."""
    subject = statement.sentence.child(verb, "nsubj")
    if verb.tag != "VB" or subject is None:
        return False
    thing = subject.pos == "NOUN" and not statement.near.party(subject)
    return verb.lemma in lexicon().effects or (
        thing and verb.lemma not in STATES | TELLING | lexicon().sets["judged-event"]
    )


def _befalls(statement: Statement, verb: Token) -> bool:
    """ "The vote may be postponed"; not "may be linked", "could be seen"."""
    subject = statement.sentence.child(verb, "nsubjpass")
    named = subject is not None and subject.lower not in SPOKEN | NOBODY
    return verb.tag == "VBN" and named and verb.lemma not in lexicon().sets["judged-event"]


def _awaited(statement: Statement, verb: Token) -> Found | None:
    """ "The verdict is expected in March": nothing but that it is to come."""
    passive = statement.sentence.child(verb, "auxpass")
    if verb.lemma not in AWAITED or passive is None or passive.tag == "VBD" or is_perfect(statement.sentence, verb):
        return None
    return Found("forecast", (verb,), "rule:kinds.awaited")


def _to_come(statement: Statement) -> Found | None:
    """ "in the future … is not excluded"."""
    for verb in statement.clauses():
        if verb.tag in {"VBD", "VBG"} or not statement.sentence.child(verb, "nsubjpass"):
            continue
        ahead = [t for t in statement.sentence.clause(verb) if t.lower == "future" and t.pos == "NOUN"]
        if ahead or (verb.lemma in OPEN and has_condition(statement.sentence, verb)):
            return Found("forecast", (*ahead, verb), "rule:kinds.to-come")
    return None


def _thing_to_come(statement: Statement) -> Found | None:
    """ "War is unlikely", "a coup is the likeliest outcome", "an early vote has little chance"."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubj")
        if subject is None:
            continue
        coming = bool({subject.lemma, subject.lower} & lexicon().upcoming)
        for carrier in _of_chance(statement, verb):
            if not coming and not (carrier.lower in APT and _unknown(statement, subject)):
                continue
            if carrier.lower != "imminent" and not _new(statement, subject):
                continue
            return Found("forecast", (subject, carrier), "rule:kinds.thing-to-come")
    return None


APT = frozenset({"likely", "unlikely", "inevitable", "unavoidable", "imminent", "improbable", "likelier"})


def _unknown(statement: Statement, noun: Token) -> bool:
    """ "A landing", "further demonstrations": a thing not met with yet, no person, and no theory of what was."""
    theories = lexicon().sets["theories"]
    return (
        noun.pos == "NOUN"
        and noun.lemma not in theories
        and not statement.near.party(noun)
        and not statement.answers_why
    )


def _new(statement: Statement, noun: Token) -> bool:
    """Not known yet: "a coup", "war", "any deal"; not "the war"."""
    first = statement.sentence.child(noun, "det", "poss")
    return first is None or first.lower in {"a", "an", "any", "no", "another"}


def _of_chance(statement: Statement, verb: Token) -> Iterator[Token]:
    """The words that speak of its chance."""
    if verb.tag == "VBD":
        return
    if verb.lemma in COPULAR:
        for carrier in statement.predicates(verb):
            words = lexicon().chances if carrier.pos not in NOUNS else lexicon().scenarios
            if carrier.lower in words or carrier.lemma in words:
                yield carrier
    elif verb.lemma in {"have", "stand"}:
        chance = statement.sentence.child(verb, "dobj")
        if chance is not None and chance.lemma in {"chance", "prospect", "hope"}:
            yield chance
