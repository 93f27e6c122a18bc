"""Conditions: what has to hold for the rest to come about, as links and as words that point back or ahead tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sayso.document.anchor import Anchor
from sayso.document.predicates import auxiliaries
from sayso.document.records import Link
from sayso.document.syntax import NOUNS_AND_PRONOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.outlooks.cases import put_as_cases
from sayso.stages.outlooks.condition import CLOSING, Condition
from sayso.stages.outlooks.lexicon import lexicon
from sayso.stages.outlooks.statements import Statement, runs
from sayso.stages.outlooks.suppositions import supposed

MODALS = frozenset(
    {"will", "would", "can", "could", "may", "might", "shall", "wo", "'ll", "’ll", "'d", "’d", "ca", "must"}
)
TAIL = frozenset({"and", "but", "or"})
SURPRISE = "rule:kinds.no-surprise"


def conditions(
    statement: Statement, links: Sequence[Link], before: Sentence | None, asked: Sentence | None
) -> tuple[Condition, ...]:
    """All conditions of a statement.

    `links` are those of kind condition in its sentence, `before` is the sentence before it in running text, `asked` the
    question that it opens the answer to.
    """
    if statement.kind.why.by == SURPRISE:
        return ()  # "I would be surprised if they came": the if-clause is what would come
    found = [*_pointed(statement, before)][:1] or [*_linked(statement, links)]
    if not found:
        found += [*_inverted(statement), *_phrased(statement), *_fronted(statement), *_trailing(statement)]
    if not found:
        found += [*put_as_cases(statement), *supposed(statement)][:1]
    if not found:
        found += [*_answered(asked or _question(before))][:1]
    return tuple(found)


# ---- links


def _linked(statement: Statement, links: Sequence[Link]) -> Iterator[Condition]:
    """The links of kind condition whose consequence is what the statement says."""
    seen: set[tuple[Anchor, ...]] = set()
    for link in links:
        if link.from_ in seen or not _of(statement, link):
            continue
        seen.add(link.from_)
        inside = frozenset(t.index for a in (*link.from_, *link.signal) for t in statement.sentence.tokens_in(a))
        yield Condition(link.from_, link.signal, link.why.by, inside)


def _of(statement: Statement, link: Link) -> bool:
    top = statement.top.anchor
    if any(part.covers(top) for part in link.from_):
        return False
    return any(part.covers(top) for part in link.to) or _under(statement, link)


def _under(statement: Statement, link: Link) -> bool:
    """The clause that the signal opens hangs on the predicate, whatever the link takes for its other end."""
    sentence = statement.sentence
    for token in (t for anchor in link.signal for t in sentence.tokens_in(anchor)):
        clause = sentence.head(token)
        if clause.dep == "advcl" and clause.head == statement.top.index:
            return True
    return False


# ---- "Should the truce fail, …"


def _inverted(statement: Statement) -> Iterator[Condition]:
    sentence = statement.sentence
    for token in sentence.tokens:
        if token.lower not in {"should", "were"} or (
            token.index and sentence.tokens[token.index - 1].text not in OPENING
        ):
            continue
        verb = sentence.head(token) if token.lower == "should" else token
        subject = sentence.child(verb, *SUBJECTS)
        if verb.dep != "advcl" or subject is None or subject.index < token.index or verb.index == statement.top.index:
            continue
        below = [t for t in sentence.subtree(verb) if t.index != token.index]
        if statement.top.index not in {t.index for t in below}:
            inside = frozenset({token.index, *(t.index for t in below)})
            yield Condition(runs(below), (token.anchor,), "rule:outlooks.inverted", inside)


OPENING = frozenset({",", ";", "“", '"', "‘", "'", "``", "—", "–", "-", "but", "But", "And", "and", ":"})


def _fronted(statement: Statement) -> Iterator[Condition]:
    """ "If the army attacks, the town will burn", where the parser takes "attacks" for a noun: up to the comma."""
    tokens = [t for t in statement.tokens if t.pos != "PUNCT" or t.text == ","]
    first = next((t for t in tokens if t.text != "," and t.pos != "CCONJ"), None)
    if first is None or first.lower not in {"if", "unless"} or first.pos not in {"SCONJ", "ADP"}:
        return
    comma = next((t for t in tokens if t.text == "," and t.index > first.index + 2), None)
    if comma is None or comma.index > statement.top.index:
        return
    words = [t for t in tokens if first.index < t.index < comma.index]
    inside = frozenset({first.index, *(t.index for t in words)})
    yield Condition(runs(words), (first.anchor,), "rule:outlooks.fronted", inside)


def _trailing(statement: Statement) -> Iterator[Condition]:
    """ "The road will open, provided that the snow melts", whatever the parser makes of it: up to the next mark."""
    sentence = statement.sentence
    for token in (t for t in statement.tokens if t.index > statement.top.index):
        found = lexicon().at("mark", sentence, token.index)
        if found is None:
            continue
        after = [t for t in statement.tokens if t.index > found[0][-1].index]
        words = list(takewhile(lambda t: t.text not in CLOSING, after))
        sure = found[0][-1].lower in {"that", "if", "unless"}
        if words and (sure or any(t.pos in VERBAL and sentence.child(t, *SUBJECTS) is not None for t in words)):
            inside = frozenset(t.index for t in (*found[0], *words))
            yield Condition(runs(words), runs(found[0]), f"lexicon:outlooks.{found[1]}", inside)
            return


# ---- "Without a treaty, …", "in the event of a strike"


def _phrased(statement: Statement) -> Iterator[Condition]:
    sentence, top = statement.sentence, statement.top
    modal = any(a.lower in MODALS for a in auxiliaries(sentence, top))
    if top.pos not in VERBAL or not (modal or statement.kind.kind == "forecast"):
        return
    subject = sentence.child(top, *SUBJECTS)
    for token in sentence.tokens:
        found = lexicon().at("phrase", sentence, token.index)
        if found is None:
            continue
        signal, entry = found
        bare = entry == "without"
        if bare and (subject is None or token.index > subject.index):
            continue
        noun = _governed(sentence, signal)
        if noun is not None and _hangs_on(sentence, signal[0], top):
            below = [t for t in sentence.subtree(noun) if t.index > signal[-1].index]
            inside = frozenset(t.index for t in (*signal, *below))
            yield Condition(runs(below), runs(signal), f"lexicon:outlooks.{entry}", inside)


def _governed(sentence: Sentence, signal: Sequence[Token]) -> Token | None:
    """The noun or gerund that the words govern."""
    for kid in sentence.children(signal[-1]):
        if kid.dep in {"pobj", "pcomp", "dobj"} and kid.index > signal[-1].index:
            return kid
    after = sentence.tokens[signal[-1].index + 1 :]
    return next((t for t in after[:4] if t.pos in NOUNS_AND_PRONOUNS and t.dep not in {"compound", "nmod"}), None)


def _hangs_on(sentence: Sentence, first: Token, top: Token) -> bool:
    """The phrase stands under the predicate or before it."""
    above = {t.index for t in sentence.ancestors(first)}
    return top.index in above


# ---- "In that case …", "Otherwise …", "Suppose … Then …", "… must pay, or …"


def _pointed(statement: Statement, before: Sentence | None) -> Iterator[Condition]:
    sentence = statement.sentence
    for place, index in enumerate(sorted(statement.own)):
        found = lexicon().at("back", sentence, index)
        if found is not None and _opens(sentence, index) and _follows(sentence, statement.top, found[0]):
            if found[0][0].lower == "if" and sentence.tokens[found[0][-1].index + 1].text not in CLOSING:
                continue
            left = _clause_before(statement, index)
            clause = runs(left) or (whole(before) if place <= FIRST else ())
            if clause:
                inside = frozenset(t.index for t in (*left, *found[0]))
                yield Condition(clause, runs(found[0]), f"lexicon:outlooks.{found[1]}", inside)
    yield from _supposed(statement, before)
    yield from _must_or(statement)


FIRST = 2
"""Tokens that may stand before words that point to the sentence before: a quotation mark, "but"."""


def _opens(sentence: Sentence, index: int) -> bool:
    """At the beginning of the sentence or right after a mark, "and" or "that"."""
    return index == 0 or sentence.tokens[index - 1].text in CLOSING | OPENING | TAIL | {"that"}


def _follows(sentence: Sentence, top: Token, words: Sequence[Token]) -> bool:
    """What is to come stands after the words that point back, in the same clause or the next."""
    return top.index > words[-1].index


def _clause_before(statement: Statement, index: int) -> tuple[Token, ...]:
    """What stands before in the same statement, where that is a clause of its own."""
    sentence = statement.sentence
    left = tuple(t for t in statement.tokens if t.index < index)
    while left and (left[-1].pos == "PUNCT" or left[-1].lower in TAIL):
        left = left[:-1]
    states = any(t.pos in VERBAL and sentence.child(t, *SUBJECTS) is not None for t in left)
    return left if states else ()


def whole(before: Sentence | None) -> tuple[Anchor, ...]:
    """A sentence without the marks and connectives around it; empty for a question."""
    if before is None or before.tokens[-1].text.endswith("?"):
        return ()
    tokens = list(before.tokens)
    while tokens and (tokens[0].pos == "PUNCT" or lexicon().connective(before, tokens[0].index)):
        tokens = tokens[max(1, lexicon().connective(before, tokens[0].index)) :]
    return runs(tokens)


def _supposed(statement: Statement, before: Sentence | None) -> Iterator[Condition]:
    """ "Suppose the bridge falls. Then the town will starve." """
    if before is None:
        return
    first = next((t for t in before.tokens if t.pos != "PUNCT"), before.tokens[0])
    found = lexicon().at("supposing", before, first.index)
    if found is None or first.pos not in VERBAL or before.child(first, *SUBJECTS) is not None:
        return
    clause = before.child(first, "ccomp")
    if clause is not None and before.child(clause, *SUBJECTS) is not None:
        below = [t for t in before.subtree(clause) if not (t.dep == "mark" and t.lower == "that")]
        yield Condition(runs(below), (first.anchor,), f"lexicon:outlooks.{found[1]}")


def _question(before: Sentence | None) -> Sentence | None:
    """The sentence before, where it asks ("What happens if the motion passes?")."""
    return before if before is not None and before.tokens[-1].text.endswith("?") else None


def _answered(asked: Sentence | None) -> Iterator[Condition]:
    """ "And if nothing is done? - Then the insurers will decide": what the question puts as a case."""
    for token in asked.tokens if asked is not None else ():
        if token.lower == "if" and token.dep in {"mark", "advmod"} and asked is not None:
            after = asked.tokens[token.index + 1 :]
            words = list(takewhile(lambda t: t.text not in CLOSING and "?" not in t.text, after))
            if len(words) > 1 and asked.head(token).dep != "ccomp":
                yield Condition(runs(words), (token.anchor,), "rule:outlooks.asked-case")
                return


def _must_or(statement: Statement) -> Iterator[Condition]:
    """ "The council must pay, or the ferries will stop": joined by "or" to what has to be done."""
    sentence, top = statement.sentence, statement.top
    head = sentence.head(top)
    if top.dep != "conj" or head.pos not in VERBAL or sentence.child(top, *SUBJECTS) is None:
        return
    joint = next(
        (kid for kid in sentence.children(head) if kid.dep == "cc" and head.index < kid.index < top.index), None
    )
    if joint is None or joint.lower != "or" or not _due(sentence, head):
        return
    below = {t.index for t in sentence.subtree(top)}
    words = [t for t in sentence.subtree(head) if t.index < joint.index and t.index not in below]
    inside = frozenset({joint.index, *(t.index for t in words)})
    yield Condition(runs(words), (joint.anchor,), "lexicon:outlooks.or-else", inside)


def _due(sentence: Sentence, verb: Token) -> bool:
    words = {a.lower for a in auxiliaries(sentence, verb)}
    bidden = verb.tag == "VB" and not words and sentence.child(verb, *SUBJECTS) is None
    return (
        bool(words & {"must", "should"})
        or bidden
        or (verb.lemma in {"have", "need"} and bool(sentence.child(verb, "xcomp")))
    )
