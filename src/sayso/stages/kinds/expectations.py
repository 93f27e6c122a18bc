"""What is expected: "the danger is that …", "a fair chance", "the likeliest outcome is …", "I bet they fold"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.predicates import COPULAR, auxiliaries, is_infinitive, is_perfect
from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.present import happens, present
from sayso.stages.kinds.staked import gamble, is_odds, measured, money_on
from sayso.stages.kinds.statements import Found, Statement

FIRST = frozenset({"i", "we"})
SEEING = frozenset(
    {"see", "imagine", "picture", "envisage", "envision", "foresee", "conceive", "visualise", "visualize"}
)
FINDING = frozenset(
    {
        "discover",
        "find",
        "see",
        "learn",
        "realise",
        "realize",
        "understand",
        "regret",
        "remember",
        "feel",
        "notice",
        "recognise",
        "recognize",
    }
)
"""What one will do when it comes: "will discover that …"."""
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
CLAUSES = ("ccomp", "acl", "relcl", "advcl", "csubj")
SURPRISED = frozenset(
    {"surprised", "surprising", "astonished", "amazed", "shocked", "surprise", "astonish", "amaze", "shock"}
)


def expected(statement: Statement) -> Found | None:
    """The first of these signs on a main clause."""
    for rule in (
        _wagered,
        _that_clause,
        _it_is,
        _there_is,
        _fragment,
        gamble,
        money_on,
        measured,
        _scenario,
        _small_hope,
        _foreseen,
        _feared,
    ):
        found = rule(statement)
        if found is not None:
            return found
    return None


def surprised(statement: Statement) -> Found | None:
    """ "Nobody should be surprised if …", "it would surprise me if …": what the if-clause says is to come."""
    for verb in statement.clauses():
        words = (
            verb,
            *statement.predicates(verb),
            *(k for k in statement.sentence.children(verb) if k.dep == "advmod"),
        )
        sign = next((w for w in words if w.lower in SURPRISED or w.lemma in SURPRISED), None)
        if sign is None:
            continue
        for word in words:
            for kid in statement.sentence.children(word):
                marked = any(m.lower == "if" for m in statement.sentence.children(kid))
                if kid.dep == "advcl" and marked and not is_perfect(statement.sentence, kid):
                    return Found("forecast", (sign,), "rule:kinds.no-surprise")
    return None


def _wagered(statement: Statement) -> Found | None:
    """ "I bet they fold", "I doubt the truce lasts", "I hope they yield": what is thought of it lies ahead."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubj")
        if verb.lemma not in lexicon().sets["wagering"] or subject is None or subject.lower not in FIRST:
            continue
        said = statement.sentence.child(verb, "ccomp")
        if said is not None and said.index > verb.index and happens(statement, said):
            return Found("forecast", (verb,), "rule:kinds.wagered")
    return _under_cue(statement)


def _under_cue(statement: Statement) -> Found | None:
    """The same where the word of expecting attributes the claim."""
    if statement.cue is None:
        return None
    sentence, cue = statement.cue
    if cue.lower in SURPRISED and statement.tokens[0].lower == "if":
        return Found("forecast", (cue,), "rule:kinds.no-surprise")
    if cue.lemma in SEEING and _going_on(statement) and cue.tag not in {"VBD", "VBN"}:
        return Found("forecast", (cue,), "rule:kinds.foreseen")
    if cue.lemma in FINDING and any(a.lower in WILL for a in auxiliaries(sentence, cue)):
        return Found("forecast", (cue,), "rule:kinds.will-find")
    known = lexicon().sets["wagering"] if cue.pos in VERBAL else lexicon().sets["expectations"]
    if cue.lemma.lower() not in known or not happens(statement, statement.head):
        return None
    return Found("forecast", (cue,), "rule:kinds.wagered")


def _going_on(statement: Statement) -> bool:
    """ "(I see) the talks dragging on"."""
    head = statement.head
    return any(
        t.tag == "VBG" and t.dep in {"acl", "ccomp", "pcomp"} for t in (head, *statement.sentence.children(head))
    )


def _that_clause(statement: Statement) -> Found | None:
    """ "The danger is that the militias turn on each other"."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubj")
        if verb.lemma not in COPULAR or subject is None or not _is_expectation(subject):
            continue
        for kid in statement.sentence.children(verb):
            if kid.dep in {"ccomp", "advcl"} and kid.index > verb.index and happens(statement, kid):
                return Found("forecast", (subject,), "rule:kinds.expectation-is")
    return None


def _it_is(statement: Statement) -> Found | None:
    """ "It is an even bet that the unions run out of money", "it remains possible that the talks resume"."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, *SUBJECTS)
        if verb.lemma not in COPULAR or subject is None or subject.lower != "it":
            continue
        for word in statement.predicates(verb):
            known = is_odds(word) or _is_expectation(word) or word.lower in lexicon().chances
            for kid in (*statement.sentence.children(word), *statement.sentence.children(verb)):
                if (
                    known
                    and kid.dep in CLAUSES
                    and kid.index > word.index
                    and _that(statement, kid)
                    and happens(statement, kid)
                ):
                    return Found("forecast", (word,), "rule:kinds.expectation-is")
    return None


def _that(statement: Statement, clause: Token) -> bool:
    return statement.sentence.child(clause, *SUBJECTS) is not None


def _fragment(statement: Statement) -> Found | None:
    """ "A fair chance, I would say, that he survives it": no verb but that of what is to come."""
    noun = next((t for t in statement.tokens if t.pos in NOUNS and (t.dep == "ROOT" or t == statement.head)), None)
    if noun is None or not is_odds(noun) or not _sized(statement, noun):
        return None
    return Found("forecast", (noun,), "rule:kinds.chance-alone")


def _is_expectation(noun: Token) -> bool:
    return bool({noun.lemma.lower(), noun.lower} & lexicon().sets["expectations"])


def _there_is(statement: Statement) -> Found | None:
    """ "There is a fair chance that …", "there is no prospect of …", "there remains a risk"."""
    for verb in statement.clauses():
        if statement.sentence.child(verb, "expl") is None or not present(statement, verb):
            continue
        for noun in (k for k in statement.sentence.children(verb) if k.dep in {"attr", "nsubj", "dobj"}):
            if not is_odds(noun) or statement.sentence.child(noun, "nummod") is not None:
                continue
            said = [k for k in _hanging(statement, verb, noun) if k.index > noun.index]
            if said and all(k.pos not in VERBAL or happens(statement, k) for k in said):
                return Found("forecast", (noun,), "rule:kinds.there-is-a-chance")
    return None


def _hanging(statement: Statement, verb: Token, noun: Token) -> Iterator[Token]:
    """What the chance is one of: "of …", "that …", a bare clause."""
    for word in (noun, verb):
        for kid in statement.sentence.children(word):
            if kid.dep in CLAUSES or (kid.dep == "prep" and kid.lower in {"of", "for"} and word is noun):
                yield kid


def _scenario(statement: Statement) -> Found | None:
    """ "The most likely outcome is a hung parliament", "the worst case is a war on two fronts"."""
    for verb in statement.clauses():
        if verb.lemma not in {"be", "remain", "'s", "’s"} or not present(statement, verb, modal=True):
            continue
        subject = statement.sentence.child(verb, "nsubj")
        for noun in (subject, *statement.predicates(verb)):
            if noun is not None and noun.lemma in lexicon().sets["courses"] and _ranked(statement, noun):
                said = statement.sentence.child(verb, "ccomp") if noun is subject else None
                if said is None or happens(statement, said):
                    return Found("forecast", (noun,), "rule:kinds.likeliest-course")
    return None


def _ranked(statement: Statement, noun: Token) -> bool:
    """It is the likeliest, the worst, the next of several."""
    return any(
        kid.lower in lexicon().sets["ranking"] and kid.dep in {"amod", "compound"}
        for kid in statement.sentence.children(noun)
    )


def _small_hope(statement: Statement) -> Found | None:
    """ "The bill stands little chance", "the truce has no future"."""
    for verb in statement.clauses():
        thing = statement.sentence.child(verb, "dobj")
        if verb.lemma not in {"have", "stand"} or thing is None or not present(statement, verb):
            continue
        if thing.lemma.lower() in lexicon().sets["hopes"] and _sized(statement, thing):
            return Found("forecast", (thing,), "rule:kinds.small-hope")
    return None


def _sized(statement: Statement, noun: Token) -> bool:
    kids = statement.sentence.children(noun)
    if any(kid.lower in lexicon().sets["sizes"] for kid in kids):
        return True
    said = statement.sentence.child(noun, "acl", "relcl", "prep")
    return said is not None and (said.dep == "prep" or is_infinitive(statement.sentence, said))


def _foreseen(statement: Statement) -> Found | None:
    """ "I see the talks dragging on", "I cannot imagine them signing it", "we see more of this coming"."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubj")
        if verb.lemma not in SEEING or subject is None or verb.tag in {"VBD", "VBN"}:
            continue
        if subject.lower not in FIRST | {"nobody", "one", "you", "analysts", "observers"}:
            continue
        for kid in statement.sentence.children(verb):
            if kid.dep in {"ccomp", "pcomp"} and kid.tag == "VBG" and statement.sentence.child(kid, *SUBJECTS, "poss"):
                return Found("forecast", (verb,), "rule:kinds.foreseen")
            if kid.dep == "dobj" and kid.lemma in {"way", "end", "path", "future"} and _sized(statement, kid):
                return Found("forecast", (verb, kid), "rule:kinds.foreseen")
    return None


def _feared(statement: Statement) -> Found | None:
    """ "I fear for the truce", "we must brace for a siege", "the town dreads another winter"."""
    for verb in statement.clauses():
        if not present(statement, verb, modal=True) or verb.pos not in VERBAL:
            continue
        kids = statement.sentence.children(verb)
        if verb.lemma in {"brace", "fear"} and any(k.dep == "prep" and k.lower == "for" for k in kids):
            return Found("forecast", (verb,), "rule:kinds.feared")
        thing = statement.sentence.child(verb, "dobj")
        if verb.lemma in {"fear", "dread", "expect"} and thing is not None and not _known(statement, thing):
            return Found("forecast", (verb,), "rule:kinds.feared")
    return None


def _known(statement: Statement, noun: Token) -> bool:
    """A person, a name, or "the" thing: "we fear God", "I expect him"."""
    if noun.pos not in NOUNS or noun.pos == "PROPN" or statement.near.party(noun):
        return True
    first = statement.sentence.child(noun, "det", "poss")
    return first is not None and first.lower in {"the", "this", "that", "these", "those"}
