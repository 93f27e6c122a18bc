"""What one clause holds of certainty by itself: its denying words, its modal, its adverbs, its predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.document.predicates import PREDICATIVE, auxiliaries, has_condition
from sayso.document.syntax import AUXILIARIES, SUBJECTS, VERBAL, Sentence, Token
from sayso.factuality.lexicon import Match, lexicon

PREDICATIVE_OR_OBJECT = (*PREDICATIVE, "dobj")
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "expl", "agent", "dative", "oprd")
LIMITS = frozenset({"doubt", "wonder", "matter", "but", "other"})
DEGREES = frozenset({"more", "less", "fewer", "later", "sooner", "earlier"})
SOFTENED = frozenset({"only", "just", "merely", "simply", "least", "necessarily", "entirely", "until"})
OUTCOMES = frozenset({"scenario", "outcome", "result", "explanation", "cause", "course", "option", "ending", "culprit"})
"""Nouns of which something may be the likely one."""
PERCEIVED = frozenset({"see", "hear", "feel", "smell", "tell"})


def denials(sentence: Sentence, predicate: Token) -> tuple[Match, ...]:
    """The denying words whose scope is the whole clause of this predicate, or the noun itself."""
    near = (token for token in _denying(sentence, predicate) if not _parted(sentence, token, predicate))
    found = [m for token in near if (m := _denial(sentence, token, predicate)) is not None]
    unique = {match.tokens[-1].index: match for match in found}
    return tuple(unique[index] for index in sorted(unique) if not _inside(unique[index], unique.values()))


def _inside(match: Match, others: Iterable[Match]) -> bool:
    """The "no" of "by no means" denies nothing by itself."""
    return any(set(match.tokens) < set(other.tokens) for other in others)


def _parted(sentence: Sentence, token: Token, predicate: Token) -> bool:
    """A mark stands between a "not" and its predicate: "we go on, not under any circumstances back"."""
    first, last = sorted((predicate.index, token.index))
    between = sentence.tokens[first + 1 : last]
    return token.dep == "neg" and any(t.pos == "PUNCT" for t in between)


def _denying(sentence: Sentence, predicate: Token) -> Iterator[Token]:
    """Tokens that may deny the predicate: its own adverbs, and "no" with one of its arguments."""
    for kid in sentence.children(predicate):
        if kid.dep in {"neg", "advmod", "preconj", "cc", "det"} or kid.dep in AUXILIARIES:
            yield kid
            if kid.dep != "cc":
                yield from (t for t in sentence.children(kid) if t.dep in {"neg", "prep"})
        elif kid.dep in ARGUMENTS and predicate.pos in VERBAL:
            yield from _denied_argument(sentence, kid)
        elif kid.dep == "prep" and kid.lower != "with":  # "bombed the port, with no reports of deaths" bombed it
            yield from (t for t in sentence.subtree(kid)[:3] if not _of_clause(sentence, t))
        elif kid.dep in {"npadvmod", "acomp"}:
            yield from (t for t in sentence.children(kid) if t.dep in {"neg", "det", "advmod"})
    if predicate.dep == "conj" and sentence.child(predicate, *SUBJECTS) is None:
        subject = sentence.child(sentence.head(predicate), *SUBJECTS)
        if subject is not None:
            yield from _denied_argument(sentence, subject)


def _of_clause(sentence: Sentence, token: Token) -> bool:
    """The "not" of "for not leaving" denies the leaving."""
    return token.dep == "neg" and sentence.head(token).pos in VERBAL


def _denied_argument(sentence: Sentence, argument: Token) -> Iterator[Token]:
    """ "no ship", "nobody", "none of them", "neither side", "not a single ship"."""
    yield argument
    yield from (t for t in sentence.children(argument) if t.dep in {"det", "neg", "preconj"})


def _denial(sentence: Sentence, token: Token, predicate: Token) -> Match | None:
    match = lexicon().negation(sentence, token)
    if match is None:
        return None
    return None if len(match.tokens) == 1 and _limited(sentence, token, predicate) else match


def _limited(sentence: Sentence, token: Token, predicate: Token) -> bool:
    """ "no more than", "not only", "no doubt", "nothing but": the word does not deny the clause."""
    if token.head == predicate.index and predicate.pos == "NOUN":
        return False
    after = [t.lower for t in sentence.tokens[token.index + 1 : token.index + 3]]
    if not after:
        return False
    if after[0] in DEGREES:
        return after[1:] == ["than"]
    return after[0] in SOFTENED or (token.lower in {"no", "nothing", "none"} and after[0] in LIMITS)


def modal(sentence: Sentence, predicate: Token) -> Match | None:
    """The modal of the clause that hedges it; None for one of duty, power or future."""
    what = sentence.child(predicate, "csubj") if predicate.lemma == "be" else None
    if what is not None and sentence.subtree(what)[0].lower == "what":
        return modal(sentence, what)  # "what they could see is a war"
    for auxiliary in auxiliaries(sentence, predicate):
        form = _form(sentence, predicate)
        entry = lexicon().modal(auxiliary, form, predicate.lemma) if auxiliary.tag == "MD" else None
        if entry is None and auxiliary.tag == "MD" and has_condition(sentence, predicate):
            entry = lexicon().modal(auxiliary, "condition", predicate.lemma)
        if entry is not None and not (predicate.lemma in PERCEIVED and auxiliary.lower == "could"):
            return Match(entry, (auxiliary,))
    return None


def _form(sentence: Sentence, predicate: Token) -> str:
    """Whether "have" and a participle, or "well" and a verb, follow the modal."""
    kids = sentence.children(predicate)
    if any(kid.lower in {"have", "'ve", "’ve"} and kid.dep == "aux" for kid in kids):
        return "perfect" if predicate.tag in {"VBN", "VBD", "VBG"} else "bare"
    return "well" if any(kid.lower == "well" and kid.index < predicate.index for kid in kids) else "bare"


def adverbs(sentence: Sentence, predicate: Token) -> tuple[Match, ...]:
    """Adverbs of certainty that hang on the predicate, its auxiliaries or its adjective."""
    words = (token for kid in sentence.children(predicate) for token in _adverbial(sentence, kid))
    found = [match for token in words if (match := lexicon().adverb(sentence, token)) is not None]
    return tuple(match for match in found if not _inside(match, found))


def _adverbial(sentence: Sentence, kid: Token) -> Iterator[Token]:
    yield kid
    if kid.dep in {"aux", "acomp", "advmod", "neg", "prep"}:
        yield from sentence.children(kid)
        if kid.dep == "advmod":
            yield sentence.subtree(kid)[-1]


def predicative(sentence: Sentence, copula: Token, over: str = "") -> Match | None:
    """The adjective or noun of certainty that a copula gives to its clause or subject ("it is likely that …").

    `over` is the lemma of the clause's predicate: "hard to say" is a word of certainty, "hard to swim" is none.
    """
    for kid in sentence.children(copula):
        match = _predicated(sentence, kid, over)
        if match is not None:
            return leaning(match, [_predicated(sentence, t, over) for t in sentence.children(kid) if t.dep == "conj"])
    return None


def _predicated(sentence: Sentence, token: Token, over: str) -> Match | None:
    words = lexicon()
    if token.dep == "prep":  # "out of the question"
        match = words.adjective(sentence, sentence.subtree(token)[-1], over)
        return match if match is not None and len(match.tokens) > 1 else None
    if token.dep not in (*PREDICATIVE_OR_OBJECT, "conj") and not (token.dep == "advmod" and token.pos == "ADJ"):
        return None
    if token.pos != "NOUN":
        return words.adjective(sentence, token, over)
    found = words.adjective(sentence, token, over) or words.noun(sentence, token, over)
    return found or (_judged(sentence, token) if token.lemma in OUTCOMES else None)


def _judged(sentence: Sentence, noun: Token) -> Match | None:
    """ "a coup is the most likely scenario"."""
    found = (lexicon().adjective(sentence, kid) for kid in sentence.children(noun) if kid.dep == "amod")
    return next((match for match in found if match is not None and match.entry.subject), None)


def leaning(match: Match, joined: Iterable[Match | None]) -> Match:
    """Of "possible but unlikely" and "likely but not certain" the one that says which way it leans."""
    others = (other for other in joined if other is not None and other.entry.effect.level == "probable")
    return match if match.entry.effect.level == "probable" else next(others, match)
