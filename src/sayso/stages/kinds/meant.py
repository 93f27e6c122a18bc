"""Aims said by nouns and participles: "the goal is a treaty", "they are out to win", "is meant to frighten"."""

from __future__ import annotations

from sayso.document.predicates import COPULAR, auxiliaries, is_perfect
from sayso.document.syntax import Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement, to_do

DESIGNED = frozenset({"mean", "design", "intend", "calculate", "aim", "gear"})
WISHED = frozenset({"want", "seek", "demand", "desire", "wish"})
RESOLVED = frozenset({"decide", "resolve", "choose", "refuse", "decline", "determine", "commit", "look", "pledge"})
WORKING = frozenset({"work", "push", "press", "strive", "campaign"})
TOWARDS = frozenset({"towards", "toward", "for"})


def meant(statement: Statement) -> Found | None:
    """The first of these signs on a main clause."""
    for verb in statement.clauses():
        for rule in (_aim_is, _designed, _resolved, _after, _no_intention):
            found = rule(statement, verb)
            if found is not None:
                return found
    return _what_is_wanted(statement)


def _told(statement: Statement, verb: Token) -> bool:
    """In the past or the perfect: what was meant."""
    helped = auxiliaries(statement.sentence, verb)
    return verb.tag == "VBD" or any(a.tag == "VBD" for a in helped)


def _aim_is(statement: Statement, verb: Token) -> Found | None:
    """ "Our aim is a treaty", "the idea is to starve them out", "the purpose of the raid is to frighten them"."""
    if verb.lemma not in COPULAR:
        return None
    subject = statement.sentence.child(verb, "nsubj")
    below = to_do(statement.sentence, verb)
    words = (subject, *(w for w in statement.predicates(verb) if w.dep == "attr"))
    for noun in words:
        if noun is None or (noun is not subject and below is None):
            continue
        named = noun.lemma.lower() in lexicon().sets["aims"]
        schemed = noun.lemma.lower() in lexicon().sets["schemes"] and below is not None and noun is subject
        given = below is not None or statement.sentence.child(verb, "attr") is not None
        if (named and given) or schemed:
            return Found("aim", (noun,), "lexicon:kinds.goal")
    return None


def _designed(statement: Statement, verb: Token) -> Found | None:
    """ "The raid is meant to frighten the voters", "is aimed at the voters"."""
    passive = statement.sentence.child(verb, "auxpass")
    if (
        verb.lemma not in DESIGNED
        or passive is None
        or (_told(statement, verb) and not statement.backshifted())
        or is_perfect(statement.sentence, verb)
    ):
        return None
    at = any(k.dep == "prep" and k.lower in {"at", "towards", "toward"} for k in statement.sentence.children(verb))
    if (at and verb.lemma in {"aim", "gear"}) or to_do(statement.sentence, verb) is not None:
        return Found("aim", (verb,), "rule:kinds.meant-to")
    return None


def _resolved(statement: Statement, verb: Token) -> Found | None:
    """ "They have decided to leave", "we refuse to leave", "they are looking to split it"."""
    subject = statement.sentence.child(verb, "nsubj", "nsubjpass")
    if subject is None or any(a.tag == "MD" for a in auxiliaries(statement.sentence, verb)):
        return None
    below = to_do(statement.sentence, verb)
    kids = statement.sentence.children(verb)
    towards = below is not None or any(k.dep == "prep" and k.lower in TOWARDS for k in kids)
    if verb.lemma in WORKING and verb.tag == "VBG" and towards:
        return Found("aim", (verb,), "rule:kinds.working-towards") if not _told(statement, verb) else None
    if verb.lemma == "look" and not (verb.tag == "VBG" and below is not None):
        return None
    if verb.lemma in RESOLVED and below is not None:
        done = verb.tag == "VBD" or (is_perfect(statement.sentence, verb) and verb.lemma in {"refuse", "decline"})
        return None if done else Found("aim", (verb,), "rule:kinds.resolved")
    if verb.lemma == "set" and any(k.dep == "dobj" and k.lemma in {"sight", "sights", "heart"} for k in kids):
        return Found("aim", (verb,), "rule:kinds.resolved")
    return None


def _after(statement: Statement, verb: Token) -> Found | None:
    """ "They are out to destroy it", "they are after the port", "they are bent on revenge", "he is committed to it"."""
    if verb.tag not in {"VBZ", "VBP"} and not any(
        a.tag in {"VBZ", "VBP"} for a in auxiliaries(statement.sentence, verb)
    ):
        return None
    for kid in (verb, *statement.sentence.children(verb)):
        after = [t.lower for t in statement.sentence.tokens[kid.index + 1 : kid.index + 2]]
        out = kid.lower == "out" and after == ["to"]
        bent = kid.lower in {"bent", "intent", "hell-bent", "set"} and after == ["on"] and kid.pos != "NOUN"
        bound = kid.lower in {"committed", "dedicated"} and after == ["to"]
        if (out or bent or bound) and _party(statement, verb):
            return Found("aim", (kid,), "rule:kinds.meaning-to")
    return None


def _party(statement: Statement, verb: Token) -> bool:
    subject = statement.sentence.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    return (
        subject.lower in {"i", "we", "they", "he", "she"}
        or statement.near.party(subject)
        or subject.pos in {"NOUN", "PROPN"}
    )


def _no_intention(statement: Statement, verb: Token) -> Found | None:
    """ "We have no intention of leaving", "he has his eye on the port", "it has designs on the valley"."""
    thing = statement.sentence.child(verb, "dobj")
    if verb.lemma not in {"have", "harbour", "harbor", "keep"} or thing is None or _told(statement, verb):
        return None
    led = statement.sentence.child(thing, "prep", "acl", "relcl") or to_do(statement.sentence, verb)
    if thing.lemma in {"intention", "plan", "ambition", "desire", "wish", "design", "intent", "aspiration"} and led:
        return Found("aim", (thing,), "rule:kinds.intention")
    owned = statement.sentence.child(thing, "poss") is not None
    if thing.lemma in {"eye", "sight"} and owned:
        return Found("aim", (thing,), "rule:kinds.intention")
    return None


def _what_is_wanted(statement: Statement) -> Found | None:
    """ "What he wants is a vote", "all they are after is the port"."""
    verb = statement.head
    clause = statement.sentence.child(verb, "csubj", "nsubj")
    if verb.lemma not in COPULAR or clause is None or verb.tag == "VBD":
        return None
    words = statement.sentence.subtree(clause)
    first = words[0].lower
    if first not in {"what", "all"} or words[-1].index > verb.index:
        return None
    wants = next((t for t in words if t.lemma in WISHED and t.tag != "VBD"), None)
    wants = wants or next((t for t in words[1:] if t.lower == "after" and t.index == words[-1].index), None)
    return Found("aim", (wants,), "rule:kinds.what-is-wanted") if wants is not None else None
