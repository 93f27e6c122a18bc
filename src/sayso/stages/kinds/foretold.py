"""What is foretold without "will": "about to", "heralds", "the odds are", "a matter of time", "famine is looming"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.predicates import COPULAR, auxiliaries, is_imperative, is_perfect
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, VERBAL, Token
from sayso.stages.kinds.entries import made
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.present import present
from sayso.stages.kinds.statements import Found, Statement

BELOW = frozenset({"relcl", "acl", "advcl", "pcomp"})
"""Labels of clauses that say something of a part, not of the whole."""
PAST = frozenset({"VBD", "VBN"})
TOLD = frozenset({"dobj", "xcomp", "ccomp", "advmod", "prep"})
HELD = frozenset(
    {
        "be",
        "grow",
        "rise",
        "remain",
        "increase",
        "loom",
        "fade",
        "recede",
        "shrink",
        "mount",
        "hang",
        "stand",
        "exist",
        "persist",
        "lie",
    }
)
"""What the chance of a thing is or does."""
CAPABLE = frozenset({"can", "ca", "could"})
UNTIL = frozenset({"before", "until", "till"})
RESTING = frozenset({"depend", "hinge", "hang", "rest", "turn"})
SPANS = frozenset({"day", "week", "month", "year", "decade", "generation"})


def foretold(statement: Statement) -> Found | None:
    """The first of these signs on a main clause in the present, or retold from the past."""
    for rule in (_about_to, _phrased, _signs, _odds, _rests_on, _on_the_way, _not_ruled_out, _long_wait, _expect):
        found = rule(statement)
        if found is not None:
            return found
    return None


def main(statement: Statement, token: Token) -> Token | None:
    """The main predicate that a word stands under; None within a clause that hangs on a noun or tells why or when."""
    mains = {t.index for t in statement.clauses()}
    while token.index not in mains:
        if (token.dep in BELOW and token.pos in VERBAL) or token.head == token.index:
            return None
        token = statement.sentence.head(token)
    return token


def _about_to(statement: Statement) -> Found | None:
    """ "is about to fall", "looks bound to", "are on course to"; not "was about to"."""
    for token in statement.tokens:
        if token.lower not in lexicon().sets["facing"]:
            continue
        after = statement.sentence.tokens[token.index + 1 : token.index + 3]
        if len(after) < 2 or after[0].lower != "to" or after[1].tag != "VB" or after[1].lower == "have":
            continue
        verb = main(statement, token)
        if verb is not None and token.index and present(statement, verb) and _linked(statement, token):
            return Found("forecast", (token,), "rule:kinds.about-to")
    return None


def _linked(statement: Statement, token: Token) -> bool:
    """A copula stands before it, with nothing but adverbs between."""
    at = token.index - 1
    while at > 0 and statement.sentence.tokens[at].pos in {"ADV", "PART"}:
        at -= 1
    return statement.sentence.tokens[at].lemma in COPULAR


def _phrased(statement: Statement) -> Found | None:
    """ "is only a matter of time", "on the brink of famine", "in store"."""
    for token in statement.tokens:
        found = lexicon().phrase(statement.sentence, token, "forecast")
        verb = main(statement, token) if found is not None else None
        said = found is not None and found[1][-1].lower == "that"
        if found is not None and verb is not None and (said or present(statement, verb)):
            return made(*found)
    return None


def _signs(statement: Statement) -> Found | None:
    """ "The tariff heralds a trade war", "the drought threatens the harvest", "the party faces defeat"."""
    for verb in statement.clauses():
        if verb.pos not in VERBAL or not present(statement, verb):
            continue
        subject = statement.sentence.child(verb, *NOUN_SUBJECTS)
        if subject is not None and _comes(statement, verb, subject):
            return Found("forecast", (verb,), "rule:kinds.looming")
        if verb.lemma in lexicon().sets["foretelling"] and any(
            k.dep in TOLD for k in statement.sentence.children(verb)
        ):
            return Found("forecast", (verb,), "rule:kinds.foretelling")
        if verb.lemma in {"promise", "threaten", "stand"} and _of_a_thing(statement, verb, subject):
            return Found("forecast", (verb,), "rule:kinds.thing-promises")
        thing = statement.sentence.child(verb, "dobj")
        if verb.lemma in {"face", "await"} and thing is not None and _event(thing):
            return Found("forecast", (verb, thing), "rule:kinds.facing")
    return None


def _comes(statement: Statement, verb: Token, subject: Token) -> bool:
    """ "Famine is looming", "war looms"."""
    near = verb.lemma in lexicon().sets["looming"] and (verb.lemma == "loom" or verb.tag == "VBG")
    return near and _event(subject) and not statement.near.party(subject)


def _of_a_thing(statement: Statement, verb: Token, subject: Token | None) -> bool:
    """ "The winter promises to be hard": what no person promises; "they stand to lose" whoever they are."""
    below = statement.infinitive(verb)
    if verb.lemma == "stand":
        return below is not None and below.dep == "xcomp"
    if subject is not None and subject.lower == "it" and verb.lemma == "promise":
        return below is not None and below.lemma == "be"
    if subject is None or subject.pos not in NOUNS or subject.pos == "PROPN" or statement.near.party(subject):
        return False
    return below is not None or statement.sentence.child(verb, "dobj") is not None


def _event(noun: Token) -> bool:
    return noun.lemma in lexicon().upcoming or noun.lower in lexicon().upcoming


def _odds(statement: Statement) -> Found | None:
    """ "The odds are that …", "the prospect of a famine is real", "the outlook for the harvest is grim"."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubj")
        if subject is None or verb.lemma not in HELD or not present(statement, verb):
            continue
        if subject.lemma not in lexicon().sets["odds"] and subject.lower not in lexicon().sets["odds"]:
            continue
        said = statement.sentence.child(verb, "ccomp")
        if said is not None and (said.tag in PAST or is_perfect(statement.sentence, said)):
            continue
        of = any(
            k.dep == "prep" and k.lower in {"of", "for"}
            for word in (subject, verb)
            for k in statement.sentence.children(word)
        )
        if of or said or statement.sentence.child(subject, "acl", "ccomp"):
            return Found("forecast", (subject,), "rule:kinds.odds")
    return None


def _rests_on(statement: Statement) -> Found | None:
    """ "The outcome hinges on two provinces": how a thing ends, and on what."""
    for verb in statement.clauses():
        on = [k for k in statement.sentence.children(verb) if k.dep == "prep" and k.lower in {"on", "upon"}]
        subject = statement.sentence.child(verb, "nsubj")
        if verb.lemma not in RESTING or not on or subject is None or not present(statement, verb):
            continue
        if subject.lemma in lexicon().sets["open-ends"]:
            return Found("forecast", (verb, on[0]), "rule:kinds.rests-on")
    return None


def _on_the_way(statement: Statement) -> Found | None:
    """ "The island is sliding towards war", "the party is headed for defeat"."""
    for verb in statement.clauses():
        if verb.lemma not in lexicon().sets["moving"] or not present(statement, verb):
            continue
        for kid in statement.sentence.children(verb):
            if kid.dep == "prep" and kid.lower in {"towards", "toward", "to", "into", "for"}:
                end = statement.sentence.child(kid, "pobj")
                if end is not None and _event(end):
                    return Found("forecast", (verb, end), "rule:kinds.on-the-way")
    return None


def _not_ruled_out(statement: Statement) -> Found | None:
    """ "A rising cannot be ruled out": of what may come, not of what may have been."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubjpass")
        if verb.lemma not in {"rule", "exclude"} or subject is None or not _event(subject):
            continue
        able = [a for a in auxiliaries(statement.sentence, verb) if a.lower in CAPABLE]
        first = statement.sentence.child(subject, "det", "poss")
        if able and statement.sentence.child(verb, "neg") and (first is None or first.lower in {"a", "an", "another"}):
            return Found("forecast", (subject, verb), "rule:kinds.not-ruled-out")
    return None


def _long_wait(statement: Statement) -> Found | None:
    """ "It could be weeks before the road is open", "it may take a year to clear it"."""
    subject = statement.sentence.child(statement.head, "nsubj")
    ahead = [
        a for a in auxiliaries(statement.sentence, statement.head) if a.lower in {"could", "may", "might", "would"}
    ]
    if subject is None or subject.lower != "it" or not ahead:
        return None
    span = any(t.lemma in SPANS for t in statement.tokens)
    waits = statement.head.lemma == "take" or any(t.lower in UNTIL for t in statement.tokens)
    return Found("forecast", (ahead[0],), "rule:kinds.long-wait") if span and waits else None


def _expect(statement: Statement) -> Found | None:
    """ "Expect more strikes": bids nothing."""
    if statement.head.lemma == "expect" and is_imperative(statement.sentence, statement.head):
        return Found("forecast", (statement.head,), "rule:kinds.expect-it")
    return None


def consequences(statement: Statement) -> Iterator[Token]:
    """Predicates of what a thing brings about: "the consequences would be dire", "that would be the end of it"."""
    for verb in statement.clauses():
        if verb.lemma not in COPULAR:
            continue
        subject = statement.sentence.child(verb, "nsubj")
        if subject is not None and subject.lemma in lexicon().sets["consequences"]:
            yield verb
        for carrier in statement.predicates(verb):
            if carrier.lemma in lexicon().sets["ends"] and carrier.pos in NOUNS:
                yield verb
