"""Cues: what the words that attribute a claim make of it. "Believes" hedges, "denied" turns, "is not sure" opens it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.document.predicates import LINKING, PREDICATIVE, Parts, is_infinitive, main_predicate
from sayso.document.records import Claim
from sayso.document.syntax import AUXILIARIES, VERBAL, Sentence, Token
from sayso.factuality.belief import Belief
from sayso.factuality.clauses import denials, predicative
from sayso.factuality.lexicon import Match, lexicon
from sayso.factuality.operators import of_noun

HELPING = AUXILIARIES | {"neg"}
QUOTES = frozenset("\"'`“”„‘’«»")
OPEN_WORDS = ("VERB", "NOUN", "ADJ", "AUX")


def under_cue(claim: Claim, parts: Parts, found: Belief) -> Belief:
    """The cue itself may hedge or deny: "believes", "denied", "is not sure"."""
    for sentence, tokens in parts.of(claim.cue):
        for token in tokens:
            if token.pos in OPEN_WORDS and token.dep not in HELPING:
                return _cued(claim, sentence, token, _frame(claim, parts), _quoted(claim, parts), found)
    return found


def _quoted(claim: Claim, parts: Parts) -> bool:
    """The content begins with a quote mark; that of a voice within a quotation does not."""
    first = next((tokens[0] for _, tokens in parts.of(claim.content) if tokens), None)
    return first is not None and first.text[0] in QUOTES


def _frame(claim: Claim, parts: Parts) -> str:
    """Whether the content is a clause of its own, a "to" clause or a thing."""
    for sentence, tokens in parts.of(claim.content):
        head = main_predicate(sentence, tokens)
        if head is not None:
            if head.pos not in VERBAL:
                return "object"
            bare = is_infinitive(sentence, head) or (head.tag == "VBG" and head.dep in {"pcomp", "xcomp"})
            return "infinitive" if bare else "clause"
    return "object"


def _cued(claim: Claim, sentence: Sentence, cue: Token, frame: str, quoted: bool, found: Belief) -> Belief:
    match = _entry(sentence, cue, frame) or _verdict(sentence, cue)
    apart = claim.form == "direct" and frame == "clause" and quoted  # "We did nothing," he denied
    denying = () if apart else tuple(m for m in _denying(sentence, cue, match) if not _said(claim, m))
    if match is not None:
        return found if apart and match.entry.effect.polarity != "positive" else found.under(match, denying)
    if denying:
        return _not_said(denying, frame, found)
    passive = sentence.child(cue, "auxpass") is not None
    known = lexicon().asserting | lexicon().committing
    if frame == "infinitive" and not passive and cue.lemma not in known and found.level != "uncommitted":
        return found.opened(cue, "rule:certainties.infinitive", "positive")
    return found


def _denying(sentence: Sentence, cue: Token, match: Match | None) -> tuple[Match, ...]:
    """What denies the cue or the word of certainty in it: "there is no doubt"."""
    noun = match.tokens[-1] if match is not None else cue
    found = (*denials(sentence, cue), *(denials(sentence, noun) if noun is not cue and noun.pos == "NOUN" else ()))
    taken = match.tokens if match is not None else ()
    return tuple({m.tokens[-1].index: m for m in found if not set(m.tokens) & set(taken)}.values())


def _said(claim: Claim, match: Match) -> bool:
    """The "no" of "sees no end" is part of what is said."""
    return any(part.covers(token.anchor) for part in claim.content for token in match.tokens)


def _verdict(sentence: Sentence, cue: Token) -> Match | None:
    """ "reports that … are false": the verdict stands beside the content."""
    if cue.pos != "NOUN" or cue.dep != "nsubj":
        return None
    match = predicative(sentence, sentence.head(cue))
    return match if match is not None and match.entry.id in {"true", "false"} else None


def _not_said(denying: Sequence[Match], frame: str, found: Belief) -> Belief:
    """ "did not say that …" leaves it open; "does not promise to …" denies it."""
    if frame != "infinitive":
        return found.opened(denying[0].tokens[-1], "rule:certainties.not-said")
    for denial in denying:
        found = found.denied(denial)
    return found


def _entry(sentence: Sentence, cue: Token, frame: str) -> Match | None:
    words = lexicon()
    if cue.pos == "NOUN":
        return of_noun(sentence, cue)
    if cue.pos == "ADJ":
        return words.adjective(sentence, cue)
    found = predicative(sentence, cue, _governed(sentence, cue)) if cue.lemma in LINKING else _held(sentence, cue)
    raised = words.verb(sentence, cue, "infinitive") if sentence.child(cue, "xcomp") is not None else None
    if raised is not None and raised.entry.id == "seem":  # "appears to mean"
        return raised
    return found or _shown(sentence, cue) or words.verb(sentence, cue, frame, "subject")


def _held(sentence: Sentence, cue: Token) -> Match | None:
    """ "has a feeling that …", "have no doubt that …"."""
    noun = sentence.child(cue, "dobj") if cue.lemma == "have" else None
    return of_noun(sentence, noun) if noun is not None and noun.pos == "NOUN" else None


def _governed(sentence: Sentence, copula: Token) -> str:
    """The lemma of the predicate under what a copula says: "say" of "it is hard to say"."""
    carriers = (copula, *(kid for kid in sentence.children(copula) if kid.dep in PREDICATIVE))
    return next((kid.lemma for word in carriers for kid in sentence.children(word) if kid.dep == "xcomp"), "")


def _shown(sentence: Sentence, cue: Token) -> Match | None:
    """The "nothing" of "nothing to suggest that …", which stands before the cue."""
    over = cue.dep in {"relcl", "acl"} and is_infinitive(sentence, cue)
    return of_noun(sentence, sentence.head(cue), cue.lemma) if over else None
