"""Judgements told by verbs, nouns and fixed turns: "overplayed his hand", "is no fool", "makes no sense"."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.document.predicates import COPULAR, auxiliaries, is_perfect
from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement

GOING_WRONG = re.compile(
    r"(?:over(?:play|reach|estimate|react|state|rate|extend|do)|under(?:estimate|rate|mine|play)|"
    r"mis(?:judge|read|calculate|handle|manage|understand|interpret|place|use|spend)|out(?:wit|manoeuvre|maneuver|last|live|play|smart))"
)
"""Lemmas of verbs that judge what is done by their prefix."""
SENSES = frozenset({"look", "sound", "feel", "smell"})
Rule = Callable[[Statement, Token], Found | None]


def deemed(statement: Statement) -> Found | None:
    """The first of these signs on a main clause."""
    for verb in statement.clauses():
        for rule in RULES:
            found = rule(statement, verb)
            if found is not None:
                return found
    return _without_doubt(statement) or _worth(statement)


def _worth(statement: Statement) -> Found | None:
    """ "The list is not worth the paper"."""
    for verb in statement.clauses():
        for kid in (*statement.predicates(verb), *statement.sentence.children(verb)):
            if verb.lemma in COPULAR and kid.lower == "worth" and statement.sentence.children(kid):
                return Found("assessment", (kid,), "rule:kinds.called")
    return None


def _wrongly(statement: Statement, verb: Token) -> Found | None:
    """ "The general overplayed his hand", "they bungled it", "the treaty has failed"."""
    if verb.pos not in VERBAL:
        return None
    if GOING_WRONG.fullmatch(verb.lemma.lower()) or verb.lemma.lower() in lexicon().sets["bungling"]:
        return Found("assessment", (verb,), "rule:kinds.done-badly")
    bare = statement.sentence.child(verb, "xcomp", "dobj") is None
    if verb.lemma in {"fail", "succeed", "work"} and bare and _on_the_whole(statement, verb):
        return Found("assessment", (verb,), "rule:kinds.has-failed")
    return None


def _on_the_whole(statement: Statement, verb: Token) -> bool:
    """ "has failed", "is failing", "is not working": how a thing does, not what broke on a day."""
    subject = statement.sentence.child(verb, "nsubj")
    if subject is None or verb.tag == "VBD" or (verb.lemma == "work" and statement.near.party(subject)):
        return False
    denied = statement.sentence.child(verb, "neg") is not None
    return is_perfect(statement.sentence, verb) or (
        verb.tag in {"VBG", "VBZ", "VB"} and (verb.lemma != "work" or denied)
    )


def _no_fool(statement: Statement, verb: Token) -> Found | None:
    """ "He is no fool", "that is no accident", "the talks were a waste of time", "he is a man without scruples"."""
    if verb.lemma not in COPULAR or statement.sentence.child(verb, "expl") is not None:
        return None
    for noun in statement.predicates(verb):
        kids = statement.sentence.children(noun)
        none = any((k.lower == "no" and k.dep in {"det", "neg"}) or k.lower == "neither" for k in kids)
        if noun.pos in NOUNS and (none or noun.lemma.lower() in lexicon().sets["judging-nouns"]):
            return Found("assessment", (noun,), "rule:kinds.called")
        lacking = noun.pos in NOUNS and any(k.dep == "prep" and k.lower == "without" for k in kids)
        if lacking:
            return Found("assessment", (noun,), "rule:kinds.called")
    return None


def _in_a_state(statement: Statement, verb: Token) -> Found | None:
    """ "The army is in a poor state", "the party is in disarray", "time is on their side"."""
    if verb.lemma not in COPULAR | {"lie", "stand"}:
        return None
    for kid in statement.sentence.children(verb):
        noun = statement.sentence.child(kid, "pobj") if kid.dep == "prep" else None
        if noun is None:
            continue
        kept = kid.lower == "in" and noun.lemma in lexicon().sets["conditions-of"]
        weighed = any(k.dep == "amod" for k in statement.sentence.children(noun))
        if kid.lower in {"in", "under", "at", "beyond", "out"} and noun.lemma.lower() in lexicon().sets["bad-states"]:
            return Found("assessment", (kid, noun), "rule:kinds.in-a-state")
        if (kept and weighed) or (kid.lower == "on" and noun.lemma == "side" and _thing(statement, verb)):
            return Found("assessment", (kid, noun), "rule:kinds.in-a-state")
    return None


def _thing(statement: Statement, verb: Token) -> bool:
    subject = statement.sentence.child(verb, *SUBJECTS)
    return subject is not None and subject.pos in {"NOUN", "PRON"} and not statement.near.party(subject)


def _like(statement: Statement, verb: Token) -> Found | None:
    """ "It looks like a setup", "that sounds like a threat"."""
    like = any(
        k.lower in {"like", "as"} and k.dep in {"prep", "mark", "advmod"} for k in statement.sentence.children(verb)
    )
    below = statement.sentence.child(verb, "ccomp", "advcl")
    marked = below is not None and any(
        k.lower in {"like", "as"} and k.dep in {"mark", "prep", "advmod"} for k in statement.sentence.children(below)
    )
    if verb.lemma in SENSES and (like or marked):
        return Found("assessment", (verb,), "rule:kinds.looks-like")
    return None


def _sense(statement: Statement, verb: Token) -> Found | None:
    """ "That makes no sense", "he has no choice", "they lack a plan", "they play for time"."""
    thing = statement.sentence.child(verb, "dobj")
    if verb.lemma == "lack" and thing is not None:
        return Found("assessment", (verb,), "rule:kinds.lacks")
    if verb.lemma == "play" and any(k.lower == "for" for k in statement.sentence.children(verb)):
        after = statement.sentence.tokens[verb.index + 1 : verb.index + 3]
        return Found("assessment", (verb,), "rule:kinds.turn") if after and after[-1].lower == "time" else None
    if thing is not None and f"{verb.lemma} {thing.lemma}" in lexicon().sets["turns"]:
        return Found("assessment", (verb, thing), "rule:kinds.turn")
    return None


def _ability(statement: Statement, verb: Token) -> Found | None:
    """ "The regime can no longer pay its soldiers", "they cannot hold the pass": what somebody is able to do."""
    able = next((a for a in auxiliaries(statement.sentence, verb) if a.lower in {"can", "ca"}), None)
    subject = statement.sentence.child(verb, "nsubj")
    if able is None or subject is None or is_perfect(statement.sentence, verb) or verb.tag != "VB":
        return None
    denied = statement.sentence.child(verb, "neg") is not None or any(
        t.lower in {"no", "hardly", "never"}
        for t in statement.sentence.clause(verb)
        if t.dep in {"neg", "advmod", "det"}
    )
    bare = subject.pos == "NOUN" and statement.sentence.child(subject, "det", "poss") is None
    party = (statement.near.party(subject) and not bare) or subject.lower in {
        "they",
        "he",
        "she",
        "nobody",
        "it",
        "who",
        "one",
        "we",
    }
    return Found("assessment", (able, verb), "rule:kinds.is-able") if party or denied else None


def _counted(statement: Statement, verb: Token) -> Found | None:
    """ "There are two readings of it", "three scenarios stand out", "there are several risks"."""
    for noun in statement.sentence.children(verb):
        named = noun.lemma in lexicon().sets["theories"] | lexicon().sets["courses"] | {"risk", "danger", "way", "road"}
        counted = any(k.dep == "nummod" or k.lower in {"several", "many"} for k in statement.sentence.children(noun))
        stands = verb.lemma in {"be", "stand", "remain", "exist", "emerge", "have"} and verb.tag in {"VBP", "VBZ"}
        if named and counted and stands and noun.dep in {"attr", "nsubj", "dobj"}:
            return Found("assessment", (noun,), "rule:kinds.several")
    return None


RULES: tuple[Rule, ...] = (_counted, _wrongly, _no_fool, _in_a_state, _like, _sense, _ability)


def _without_doubt(statement: Statement) -> Found | None:
    """ "There is no doubt that he lied", "I have no doubt …": how likely what is or was is."""
    for verb in statement.clauses():
        for noun in statement.sentence.children(verb):
            if noun.dep in {"attr", "dobj", "nsubj"} and noun.lemma in {
                "doubt",
                "question",
                "mistake",
                "evidence",
                "proof",
                "sign",
                "indication",
            }:
                clause = [
                    k
                    for w in (verb, noun)
                    for k in statement.sentence.children(w)
                    if k.dep in {"ccomp", "acl", "relcl"}
                ]
                if verb.lemma in {"be", "have", "see", "leave"} and (clause or statement.sentence.child(noun, "prep")):
                    return Found("assessment", (noun,), "rule:kinds.no-doubt")
    return None
