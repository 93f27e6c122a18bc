"""Rules: what a statement does, tried in this order; what none of them takes is a report."""

from __future__ import annotations

from collections.abc import Callable

from sayso.document.predicates import COPULAR, auxiliaries, has_condition, is_imperative, question_mark
from sayso.document.records import Kind
from sayso.document.syntax import NOUNS, VERBAL, Token
from sayso.stages.kinds.lexicon import Entry, lexicon
from sayso.stages.kinds.statements import Found, Statement

COMPARED = frozenset({"JJR", "RBR", "JJS", "RBS"})
NOT_COMPARED = frozenset(
    {"last", "latest", "earlier", "later", "former", "further", "least", "upper", "longer", "first"}
)
DEGREES = frozenset({"more", "less", "better", "worse", "most", "best", "worst"})
WEIGHED = ("acomp", "attr", "advmod", "oprd", "dobj")
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
WISHED = frozenset({"like", "love", "prefer", "rather", "say"})
OPEN = frozenset({"exclude", "rule"})
NOBODY = frozenset({"a", "an", "no", "any", "every"})


def judged(statement: Statement) -> Found:
    """The kind of one statement."""
    for rule in RULES:
        found = rule(statement)
        if found is not None:
            return found
    return Found("report", (), "rule:kinds.report")


def _asked(statement: Statement) -> Found | None:
    mark = question_mark(statement.tokens)
    if mark is not None:
        return Found("question", (mark,), "rule:kinds.question-mark")
    return None


def _by_cue(*kinds: Kind) -> Callable[[Statement], Found | None]:
    """The cue says what the claim does."""

    def rule(statement: Statement) -> Found | None:
        if statement.cue is None:
            return None
        sentence, cue = statement.cue
        frame = statement.frame()
        for entry, tokens in lexicon().governing("cue", sentence, cue):
            if entry.kind in kinds and (not entry.takes or frame in entry.takes):
                return _made(entry, tokens)
        return None

    return rule


def _recommended(statement: Statement) -> Found | None:
    """ "should", "it is better to", a command, "you cannot"."""
    for verb in statement.clauses():
        for auxiliary in auxiliaries(statement.sentence, verb):
            entry = lexicon().words("modal", "recommendation", auxiliary.lower)
            if entry is not None and not _perfect(statement, verb):
                return _made(entry, (auxiliary,))
        found = _forbidden(statement, verb) or _of_verb(statement, verb, "recommendation")
        if found is not None:
            return found
        if is_imperative(statement.sentence, verb):
            return Found("recommendation", (verb,), "rule:kinds.command")
    return _of_predicate(statement, "recommendation")


def _forbidden(statement: Statement, verb: Token) -> Found | None:
    """ "you cannot attack now"."""
    subject = statement.sentence.child(verb, "nsubj")
    words = [a for a in auxiliaries(statement.sentence, verb) if a.lower in {"can", "ca"}]
    denied = statement.sentence.child(verb, "neg")
    if subject is None or subject.lower != "you" or not words or denied is None:
        return None
    return Found("recommendation", (*words, denied), "rule:kinds.you-cannot")


def _perfect(statement: Statement, verb: Token) -> bool:
    return any(kid.lower in {"have", "'ve", "’ve"} and kid.dep == "aux" for kid in statement.sentence.children(verb))


def _aimed(statement: Statement) -> Found | None:
    for verb in statement.clauses():
        found = _of_verb(statement, verb, "aim")
        if found is not None:
            return found
        wanting = statement.sentence.child(verb, "aux")
        if wanting is not None and wanting.lower in {"would", "'d", "’d"} and verb.lemma in {"like", "love", "prefer"}:
            return Found("aim", (wanting, verb), "rule:kinds.would-like")
    return _goal(statement)


def _goal(statement: Statement) -> Found | None:
    """ "our goal is to …", "it is our goal to …"."""
    if statement.head.lemma not in COPULAR or statement.infinitive(statement.head) is None:
        return None
    kids = statement.sentence.children(statement.head)
    for noun in (kid for kid in kids if kid.dep in {"nsubj", "attr"}):
        for entry, tokens in lexicon().governing("noun", statement.sentence, noun):
            if entry.kind == "aim":
                return _made(entry, tokens)
    return None


def _forecast(statement: Statement) -> Found | None:
    """ "will", "is expected to", "could … next year", "would" in what was said before."""
    for verb in statement.clauses():
        for auxiliary in auxiliaries(statement.sentence, verb):
            found = _future(statement, verb, auxiliary)
            if found is not None:
                return found
        found = _of_verb(statement, verb, "forecast")
        if found is not None:
            return found
    return _of_predicate(statement, "forecast") or _to_come(statement)


def _future(statement: Statement, verb: Token, auxiliary: Token) -> Found | None:
    entry = lexicon().words("modal", "forecast", auxiliary.lower)
    if entry is not None:
        return _made(entry, (auxiliary,))
    if auxiliary.lower == "would" and not _perfect(statement, verb) and verb.lemma not in WISHED:
        retold = statement.claim.form != "direct"  # a quotation keeps its own tense
        said = retold and statement.cue is not None and statement.cue[1].tag in {"VBD", "VBN"}
        if said or has_condition(statement.sentence, verb):
            return Found("forecast", (auxiliary,), "rule:kinds.would")
    if auxiliary.lower in {"may", "might", "could"} and not _perfect(statement, verb):
        return _some_day(statement, verb, auxiliary)
    return None


def _some_day(statement: Statement, verb: Token, auxiliary: Token) -> Found | None:
    """A possibility that lies ahead: under a condition, with a word of the future, or "may" with a doing."""
    if auxiliary.lower in {"may", "might"} and verb.tag == "VB" and verb.lemma not in STATES:
        return Found("forecast", (auxiliary, verb), "rule:kinds.may-do")
    if has_condition(statement.sentence, verb):
        return Found("forecast", (auxiliary,), "rule:kinds.could-if")
    for token in statement.tokens:
        if token.lower in lexicon().future:
            return Found("forecast", (auxiliary, token), "rule:kinds.could-later")
    return None


def _to_come(statement: Statement) -> Found | None:
    """ "in the future … is not excluded"."""
    for verb in statement.clauses():
        if verb.tag in {"VBD", "VBG"} or not statement.sentence.child(verb, "nsubjpass"):
            continue
        ahead = [t for t in statement.sentence.clause(verb) if t.lower == "future" and t.pos == "NOUN"]
        if ahead or (verb.lemma in OPEN and has_condition(statement.sentence, verb)):
            return Found("forecast", (*ahead, verb), "rule:kinds.to-come")
    return None


def _explained(statement: Statement) -> Found | None:
    """A verb or noun of cause as the predicate."""
    for verb in statement.clauses():
        found = _of_verb(statement, verb, "explanation")
        if found is not None:
            return found
    return _of_predicate(statement, "explanation") or _offered(statement)


def _offered(statement: Statement) -> Found | None:
    """ "Perhaps nobody could respond": one of several explanations on offer, of what is past."""
    if not statement.answers_why:
        return None
    for token in statement.tokens:
        if token.lower in lexicon().offering and token.index <= statement.head.index:
            return Found("explanation", (token,), "rule:kinds.offered")
    return Found("explanation", (), "rule:kinds.offered")


def _grounded(statement: Statement) -> Found | None:
    """ "because", "due to" on the main clause."""
    for token in statement.tokens:
        found = lexicon().phrase(statement.sentence, token, "explanation")
        if found is not None and _on_main(statement, token):
            return _made(*found)
    return None


def _on_main(statement: Statement, token: Token) -> bool:
    """The phrase, or the clause it opens, hangs on a main predicate."""
    mains = {t.index for t in statement.clauses()}
    clause = token if token.dep in {"prep", "advmod", "ROOT"} else statement.sentence.head(token)
    governor = statement.sentence.head(clause)
    return governor.index in mains or clause.index in mains


def _weighed(statement: Statement) -> Found | None:
    """An evaluative predicate, a comparison, a verb that weighs."""
    found = _of_predicate(statement, "assessment")
    if found is not None:
        return found
    for verb in statement.clauses():
        found = _of_verb(statement, verb, "assessment") or _compared(statement, verb)
        if found is not None:
            return found
    return None


def _compared(statement: Statement, verb: Token) -> Found | None:
    for kid in statement.sentence.children(verb):
        if kid.dep in WEIGHED:
            below = (kid, *statement.sentence.children(kid)) if verb.lemma in COPULAR or kid.dep == "advmod" else (kid,)
            for token in below:
                if _compares(statement, kid, token):
                    return Found("assessment", (token,), "rule:kinds.comparison")
    return None


def _compares(statement: Statement, part: Token, token: Token) -> bool:
    """A comparison that weighs: not "deeper into the city", not "more than 40"."""
    if token.lower == "too" and token.head == part.index and part.pos == "ADJ":
        return True
    if token.tag not in COMPARED or token.lower in NOT_COMPARED or _counts(statement, token):
        return False
    return part.dep != "advmod" or token.lower in DEGREES


def _counts(statement: Statement, token: Token) -> bool:
    """ "more than 40", "at most", "most of"."""
    near = statement.sentence.tokens[max(0, token.index - 1) : token.index + 4]
    return any(t.pos == "NUM" or t.lower in {"at", "of"} for t in near)


def _inferred(statement: Statement) -> Found | None:
    """A guess about what is or was."""
    for token in statement.tokens:
        found = lexicon().phrase(statement.sentence, token, "assessment")
        if found is not None and statement.sentence.clause_head(token).index in {t.index for t in statement.clauses()}:
            return _made(*found)
    for verb in statement.clauses():
        for auxiliary in auxiliaries(statement.sentence, verb):
            entry = lexicon().words("modal", "assessment", auxiliary.lower)
            unable = auxiliary.lower == "could" and statement.sentence.child(verb, "neg") is not None
            if entry is not None and auxiliary.tag == "MD" and not unable:
                return _made(entry, (auxiliary,))
            if auxiliary.lower == "must" and _perfect(statement, verb):
                return Found("assessment", (auxiliary,), "rule:kinds.must-have")
    return _generic(statement)


def _generic(statement: Statement) -> Found | None:
    """ "A magazine does not explode alone", "Nobody lays a mine by accident": said of all times."""
    verb = statement.head
    subject = statement.sentence.child(verb, "nsubj")
    present = verb.tag in {"VBZ", "VBP"} or any(
        a.lower in {"does", "do"} for a in auxiliaries(statement.sentence, verb)
    )
    if subject is None or not present or verb.lemma in COPULAR | {"say", "have"} or verb.pos not in VERBAL:
        return None
    kinds = [kid.lower for kid in statement.sentence.children(subject) if kid.dep == "det"]
    if subject.lower in {"nobody", "everybody", "everyone", "one"} or (kinds and kinds[0] in NOBODY):
        return Found("assessment", (verb,), "rule:kinds.generic")
    return None


def _of_verb(statement: Statement, verb: Token, kind: Kind) -> Found | None:
    """The predicate's verb is an entry of this kind, with the "to" clause it asks for."""
    if verb.pos not in VERBAL:
        return None
    for entry, tokens in lexicon().governing("verb", statement.sentence, verb):
        framed = "infinitive" not in entry.takes or _governs_infinitive(statement, verb)
        if entry.kind == kind and framed and _in_form(statement, verb, entry):
            return _made(entry, tokens)
    return None


def _in_form(statement: Statement, verb: Token, entry: Entry) -> bool:
    """ "is expected to" and "is going to", not "expected"; "has to", not "will have to"."""
    if entry.id == "expected":
        return statement.sentence.child(verb, "auxpass") is not None or verb.tag == "VBG"
    if entry.id == "needing":
        return all(a.lower in {"do", "does"} for a in auxiliaries(statement.sentence, verb)) and verb.tag != "VBD"
    return True


def _governs_infinitive(statement: Statement, verb: Token) -> bool:
    below = statement.infinitive(verb)
    return below is not None and below.dep in {"xcomp", "ccomp"}


def _of_predicate(statement: Statement, kind: Kind) -> Found | None:
    """What the copula gives to its subject, or "there is a chance", is an entry of this kind."""
    for verb in statement.clauses():
        for carrier in statement.predicates(verb) if verb.pos in VERBAL else (verb,):
            name = "noun" if carrier.pos in NOUNS else "adjective"
            entries = [e for e, _ in lexicon().governing(name, statement.sentence, carrier)]
            entries += [e for e in (lexicon().words(name, kind, carrier.lower),) if e is not None]
            for entry in entries:
                if entry.kind == kind and _suits(statement, entry, carrier):
                    return _made(entry, (carrier,))
    return None


def _suits(statement: Statement, entry: Entry, carrier: Token) -> bool:
    if "infinitive" in entry.takes:
        return statement.infinitive(carrier) is not None
    if entry.kind == "forecast":
        return statement.sentence.child(carrier, "prep", "acl", "relcl") is not None
    if entry.id == "response":
        phrase = statement.sentence.child(carrier, "prep")
        return phrase is not None or statement.sentence.child(carrier, "acl", "relcl") is not None
    return entry.kind != "aim"


def _made(entry: Entry, tokens: tuple[Token, ...]) -> Found:
    return Found(entry.kind, tokens, f"lexicon:kinds.{entry.id}")


RULES: tuple[Callable[[Statement], Found | None], ...] = (
    _asked,
    _by_cue("question"),
    _by_cue("recommendation"),
    _by_cue("aim", "forecast"),
    _recommended,
    _aimed,
    _forecast,
    _explained,
    _weighed,
    _grounded,
    _by_cue("assessment"),
    _inferred,
)
