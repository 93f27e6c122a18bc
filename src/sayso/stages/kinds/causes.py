"""Causes told by participles, nouns and clefts: "driven by fear", "the reason was …", "it was hunger that …"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.document.predicates import COPULAR, auxiliaries, is_perfect
from sayso.document.syntax import SUBJECTS, VERBAL, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement

STATES = frozenset(
    {
        "be",
        "have",
        "know",
        "want",
        "need",
        "feel",
        "believe",
        "fear",
        "lack",
        "seem",
        "like",
        "hate",
        "love",
        "trust",
        "owe",
        "depend",
        "remain",
    }
)
TO, IN = frozenset({"to"}), frozenset({"in"})
ROOTED = {
    "rooted": IN,
    "grounded": IN,
    "born": frozenset({"of", "from"}),
    **dict.fromkeys(("down", "attributable", "traceable", "ascribed", "attributed"), TO),
}
"""Words that lead back to a cause, with their prepositions."""
PLACES = frozenset({"root", "roots", "heart", "bottom", "core", "source", "origin"})
Rule = Callable[[Statement, Token], Found | None]


def caused(statement: Statement) -> Found | None:
    """The first of these signs on a main clause."""
    for verb in statement.clauses():
        for rule in RULES:
            found = rule(statement, verb)
            if found is not None:
                return found
    return _so(statement) or _since(statement)


def _thing(statement: Statement, noun: Token | None) -> bool:
    """No person or body."""
    return noun is not None and noun.pos in {"NOUN", "PRON"} and not statement.near.party(noun)


def _driven_by(statement: Statement, verb: Token) -> Found | None:
    """ "The rise was driven by fear"; not "was driven by Ivan"."""
    by = statement.sentence.child(verb, "agent")
    source = statement.sentence.child(by, "pobj", "pcomp") if by is not None else None
    helped = statement.sentence.child(verb, "auxpass") is not None
    if verb.lemma not in lexicon().sets["driving"] or not helped or source is None or source.pos == "PROPN":
        return None
    return None if statement.near.party(source) else Found("explanation", (verb,), "rule:kinds.driven-by")


def _rooted_in(statement: Statement, verb: Token) -> Found | None:
    """ "is rooted in hunger", "is down to bad planning", "has its roots in the war", "goes back to the war"."""
    for word in (verb, *statement.sentence.children(verb)):
        leads = ROOTED.get(word.lower)
        after = statement.sentence.tokens[word.index + 1 : word.index + 2]
        linked = verb.lemma == "be" or statement.sentence.child(verb, "auxpass") is not None
        born = word.lower == "born" and after and statement.sentence.tokens[-1].entity == "GPE"
        if leads and linked and after and after[0].lower in leads and not born:
            return Found("explanation", (word,), "rule:kinds.rooted-in")
    thing = statement.sentence.child(verb, "dobj")
    if verb.lemma in {"have", "find"} and thing is not None and thing.lemma in {"root", "origin", "source", "cause"}:
        return Found("explanation", (thing,), "rule:kinds.rooted-in")
    return None


def _at_the_root(statement: Statement, verb: Token) -> Found | None:
    """ "At the root of the revolt is hunger", "behind the strike lies fear", "hunger is behind it"."""
    if verb.lemma not in {"be", "lie", "stand"}:
        return None
    for kid in statement.sentence.children(verb):
        noun = statement.sentence.child(kid, "pobj") if kid.dep == "prep" else None
        if noun is None:
            continue
        root = kid.lower in {"at", "in"} and noun.lemma in PLACES and noun.lemma not in {"source", "origin"}
        behind = kid.lower == "behind" and not _located(statement, verb, noun)
        if (root and any(k.lower == "of" for k in statement.sentence.children(noun))) or behind:
            return Found("explanation", (kid,), "rule:kinds.at-the-root")
    return None


def _located(statement: Statement, verb: Token, noun: Token) -> bool:
    """ "The camp lies behind the hill": both are things that stand somewhere."""
    subject = statement.sentence.child(verb, *SUBJECTS)
    acts = noun.lemma.lower() in lexicon().sets["acts"] or noun.lemma.lower() in lexicon().upcoming
    pointing = noun.lower in {"it", "this", "that"} and subject is not None and subject.lower in {"what", "who"}
    return not (acts or pointing)


def _reason_is(statement: Statement, verb: Token) -> Found | None:
    """ "The reason was a quarrel", "hunger was the main factor", "the root cause is hunger"."""
    if verb.lemma not in COPULAR or statement.sentence.child(verb, "expl") is not None:
        return None
    subject = statement.sentence.child(verb, "nsubj")
    for noun in (subject, *statement.predicates(verb)):
        if noun is None or noun.lemma.lower() not in lexicon().sets["reasons"]:
            continue
        first = statement.sentence.child(noun, "det", "poss")
        known = first is not None and first.lower not in {"no", "any", "every", "some", "another"}
        asked = (
            noun is subject
            and statement.sentence.child(verb, "attr", "ccomp", "acomp", "advcl", "prep", "xcomp") is None
        )
        if known and not asked:
            return Found("explanation", (noun,), "lexicon:kinds.response")
    return None


def _cleft(statement: Statement, verb: Token) -> Found | None:
    """ "It was the pay that drove them out", "what brought them out was hunger", "hunger is what drives them"."""
    if verb.lemma != "be":
        return None
    for kid in statement.sentence.children(verb):
        below = [kid, *(k for k in statement.sentence.children(kid) if k.dep in {"relcl", "ccomp", "acl"})]
        for clause in below:
            if clause.pos in VERBAL and _causing(statement, clause) and _opened(statement, clause):
                return Found("explanation", (clause,), "rule:kinds.cleft")
    return None


def _causing(statement: Statement, clause: Token) -> bool:
    lies = clause.lemma in {"lie", "be"} and any(k.lower == "behind" for k in statement.sentence.children(clause))
    helped = {a.lower for a in auxiliaries(statement.sentence, clause)}
    ahead = helped & {"will", "would", "could", "may", "might", "can", "'ll", "’ll"}
    return (clause.lemma in lexicon().sets["causing"] or lies) and not ahead


def _opened(statement: Statement, clause: Token) -> bool:
    """What does it is "what" or what the cleft puts first: "what drove them", "it was pay that drove them"."""
    subject = statement.sentence.child(clause, "nsubj")
    if subject is None or subject.lower not in {"what", "that", "which", "who"}:
        return False
    head = statement.sentence.head(clause)
    it = statement.sentence.child(head if head.lemma == "be" else statement.sentence.head(head), "nsubj", "expl")
    return subject.lower == "what" or (it is not None and it.lower in {"it", "this", "that"})


def _to_blame(statement: Statement, verb: Token) -> Found | None:
    """ "Bad planning is to blame", "the blame lies with the staff", "hunger played a part"."""
    subject = statement.sentence.child(verb, "nsubj")
    below = statement.sentence.child(verb, "xcomp", "acomp")
    if verb.lemma == "be" and below is not None and below.lemma == "blame" and _there(statement, below):
        return Found("explanation", (below,), "rule:kinds.to-blame")
    if (
        verb.lemma in {"lie", "rest", "fall", "go"}
        and subject is not None
        and subject.lemma in {"blame", "credit", "fault", "cause", "reason", "root"}
    ):
        return Found("explanation", (subject, verb), "rule:kinds.to-blame")
    part = statement.sentence.child(verb, "dobj")
    if verb.lemma == "play" and part is not None and part.lemma in {"part", "role"} and _thing(statement, subject):
        return Found("explanation", (verb, part), "rule:kinds.played-a-part")
    return None


def _there(statement: Statement, below: Token) -> bool:
    return any(k.lower == "to" for k in statement.sentence.children(below))


def _made(statement: Statement, verb: Token) -> Found | None:
    """ "The drought made them leave", "the cuts left the town weak", "the loss helps explain the mood"."""
    sentence = statement.sentence
    subject = sentence.child(verb, "nsubj", "csubj")
    if any(a.tag == "MD" for a in auxiliaries(sentence, verb)):
        return None
    help_ = sentence.child(verb, "xcomp", "ccomp") if verb.lemma == "help" else None
    if help_ is not None and help_.lemma in {"explain", "cause", "trigger", "bring", "spark", "provoke", "account"}:
        return Found("explanation", (verb, help_), "lexicon:kinds.bringing-about")
    if subject is None or (subject.dep == "nsubj" and not _thing(statement, subject)):
        return None
    what = sentence.child(verb, "ccomp")
    made = verb.lemma in {"make", "leave", "render"} and what is not None and what.index > verb.index
    drove = verb.lemma in {"drive", "turn", "push", "plunge", "bring", "force"} and _out(statement, verb)
    return Found("explanation", (verb,), "rule:kinds.made-it") if made or drove else None


def _effected(statement: Statement, verb: Token) -> Found | None:
    """ "Higher prices pushed inflation up", "its caution allowed them to escape", "the fall reflects weak demand"."""
    subject, thing = statement.sentence.child(verb, "nsubj"), statement.sentence.child(verb, "dobj", "ccomp")
    told = verb.tag in {"VBD", "VBN", "VBG"} or verb.lemma == "reflect"
    ahead = any(a.tag == "MD" for a in auxiliaries(statement.sentence, verb))
    if verb.lemma not in lexicon().sets["effecting"] or thing is None or not told or ahead:
        return None
    if subject is None or subject.pos != "NOUN" or statement.near.party(subject) or verb.dep in {"relcl", "acl"}:
        return None
    return Found("explanation", (verb,), "rule:kinds.effected")


def _leaving(statement: Statement, verb: Token) -> Found | None:
    """ "He locked the gates, leaving four hundred people with no way out"."""
    for kid in statement.sentence.children(verb):
        before = statement.sentence.tokens[kid.index - 1].text if kid.index else ""
        if (
            kid.dep == "advcl"
            and kid.tag == "VBG"
            and kid.lemma in LEAVING
            and before == ","
            and kid.index > verb.index
        ):
            return Found("explanation", (kid,), "rule:kinds.leaving")
    return None


LEAVING = frozenset(
    {"leave", "make", "force", "cause", "prompt", "trigger", "spark", "allow", "turn", "bring", "drive", "push"}
)


def _out(statement: Statement, verb: Token) -> bool:
    """With whom it drives and where to."""
    kids = statement.sentence.children(verb)
    thing = any(k.dep == "dobj" for k in kids)
    return thing and any(
        k.dep in {"prep", "prt"} and k.lower in {"into", "out", "against", "down", "onto", "to"} for k in kids
    )


def _so(statement: Statement) -> Found | None:
    """ "They were not paid, so they left"."""
    for token in statement.tokens:
        if (
            token.lower != "so"
            or token.index < 2
            or statement.sentence.tokens[token.index - 1].text not in {",", ";", "–", "—"}
        ):
            continue
        after = statement.sentence.tokens[token.index + 1 : token.index + 2]
        if (
            not after
            or after[0].lower in {"that", "far", "much", "many", "as", "too", "long"}
            or (token.dep == "advmod" and after[0].pos in {"ADJ", "ADV"})
        ):
            continue
        if (
            _clause(statement, 0, token.index)
            and _clause(statement, token.index, len(statement.sentence.tokens))
            and token.index > 2
        ):
            return Found("explanation", (token,), "lexicon:kinds.because")
    return None


def _clause(statement: Statement, low: int, high: int) -> bool:
    """A verb with its subject stands between."""
    own = [t for t in statement.sentence.tokens if low <= t.index < high]
    return any(t.pos in VERBAL and statement.sentence.child(t, *SUBJECTS) is not None for t in own)


def _since(statement: Statement) -> Found | None:
    """ "Since they were not paid, they left"; not "since May", "as he left, …"."""
    for verb in statement.clauses():
        for kid in statement.sentence.children(verb):
            mark = next((m for m in _marks(statement, kid) if m.lower in {"since", "as"}), None)
            if mark is None or is_perfect(statement.sentence, verb) or kid.dep != "advcl":
                continue
            if _holds(statement, kid) and statement.sentence.child(kid, *SUBJECTS) is not None:
                comma = mark.index and statement.sentence.tokens[mark.index - 1].text == ","
                if mark.index < verb.index or comma:
                    return Found("explanation", (mark,), "lexicon:kinds.because")
    return None


def _marks(statement: Statement, clause: Token) -> Iterator[Token]:
    return (k for k in statement.sentence.children(clause) if k.dep == "mark")


def _holds(statement: Statement, clause: Token) -> bool:
    """It tells of a state, a denial or what can or must be, not of a moment."""
    helped = auxiliaries(statement.sentence, clause)
    denied = statement.sentence.child(clause, "neg") is not None
    modal = any(a.tag == "MD" for a in helped)
    return denied or modal or clause.lemma in STATES


RULES: tuple[Rule, ...] = (
    _driven_by,
    _rooted_in,
    _at_the_root,
    _reason_is,
    _cleft,
    _to_blame,
    _made,
    _effected,
    _leaving,
)
