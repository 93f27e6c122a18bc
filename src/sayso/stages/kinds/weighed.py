"""Assessments: evaluations, comparisons and inferences."""

from __future__ import annotations

from sayso.document.predicates import COPULAR, auxiliaries
from sayso.document.syntax import NOUNS, VERBAL, Token
from sayso.stages.kinds.entries import made, of_predicate, of_verb
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement, perfect

COMPARED = frozenset({"JJR", "RBR", "JJS", "RBS"})
NOT_COMPARED = frozenset(
    {"last", "latest", "earlier", "later", "former", "further", "least", "upper", "longer", "first"}
)
DEGREES = frozenset({"more", "less", "better", "worse", "most", "best", "worst"})
WEIGHED = ("acomp", "attr", "advmod", "oprd", "dobj")
ABLE = frozenset({"can", "ca", "could"})
PROVED = frozenset({"exclude", "rule", "prove", "verify", "confirm", "dismiss", "explain", "blame", "trust"})
ARTICLES = frozenset({"a", "an"})
NOBODY = frozenset({"a", "an", "no", "any", "every"})


def weighed(statement: Statement) -> Found | None:
    """An evaluative predicate, a comparison, a verb that weighs."""
    found = of_predicate(statement, "assessment")
    if found is not None:
        return found
    for verb in statement.clauses():
        found = (
            of_verb(statement, verb, "assessment")
            or _compared(statement, verb)
            or _called(statement, verb)
            or _valued(statement, verb)
            or _judged(statement, verb)
        )
        if found is not None:
            return found
    return None


def _valued(statement: Statement, verb: Token) -> Found | None:
    """ "The position is untenable": an adjective that states no fact, said of something."""
    for carrier in statement.predicates(verb) if verb.lemma in COPULAR else ():
        factual = carrier.lower in lexicon().sets["factual"] or carrier.lower.endswith(("ed", "en", "ese", "ian"))
        if carrier.tag == "JJ" and carrier.dep == "acomp" and not factual and carrier.text.islower():
            return Found("assessment", (carrier,), "rule:kinds.valued")
    return None


def _called(statement: Statement, verb: Token) -> Found | None:
    """ "It is a foolish plan": the noun is neutral, its adjective is not."""
    for noun in statement.predicates(verb) if verb.lemma == "be" else ():
        first = statement.sentence.child(noun, "det")
        if noun.pos in NOUNS and (
            first is None if noun.tag == "NNS" else first is not None and first.lower in ARTICLES
        ):
            for kid in statement.sentence.children(noun):
                entry = lexicon().words("adjective", "assessment", kid.lower) if kid.dep == "amod" else None
                if entry is not None:
                    return made(entry, (kid,))
    return None


def _judged(statement: Statement, verb: Token) -> Found | None:
    """ "I find it more convincing", "seems to be"."""
    if (
        verb.lemma in {"seem", "appear"}
        and statement.sentence.child(verb, "xcomp", "oprd", "acomp", "ccomp") is not None
    ):
        return Found("assessment", (verb,), "rule:kinds.seems")
    if verb.lemma not in {"find", "consider", "deem", "judge"}:
        return None
    weighs = (kid for kid in statement.sentence.children(verb) if kid.dep in WEIGHED or kid.dep == "ccomp")
    kid = next((kid for kid in weighs if kid.pos == "ADJ" or kid.tag == "VBG"), None)
    return None if kid is None else Found("assessment", (verb, kid), "rule:kinds.judges")


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


def inferred(statement: Statement) -> Found | None:
    """A guess about what is or was."""
    for token in statement.tokens:
        found = lexicon().phrase(statement.sentence, token, "assessment")
        if found is not None and statement.sentence.clause_head(token).index in {t.index for t in statement.clauses()}:
            return made(*found)
    for verb in statement.clauses():
        for auxiliary in auxiliaries(statement.sentence, verb):
            entry = lexicon().words("modal", "assessment", auxiliary.lower)
            unable = auxiliary.lower == "could" and statement.sentence.child(verb, "neg") is not None
            if entry is not None and auxiliary.tag == "MD" and not unable:
                return made(entry, (auxiliary,))
            if auxiliary.lower in ABLE and verb.lemma in PROVED and statement.sentence.child(verb, "auxpass"):
                return Found("assessment", (auxiliary, verb), "rule:kinds.cannot-be-shown")
            if auxiliary.lower == "must" and perfect(statement.sentence, verb):
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
