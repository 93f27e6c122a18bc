"""Quantities without a numeral of their own: shares of a whole, "twice", "both", "none of", "no survivors"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUNS, Sentence, Token
from sayso.stages.numbers.counted import phrase_before
from sayso.stages.numbers.lexicon import Hedge, lexicon
from sayso.stages.numbers.numerals import numeral
from sayso.stages.numbers.pieces import HYPHENS, Line

SHARE = "share"
OF_HALF = frozenset({"of", "the", "its", "their", "his", "her", "our", "all", "those", "these"})
NOT_HALF = frozenset(
    {"second", "first", "other", "latter", "and", "a", "in", "southern", "northern", "eastern", "western"}
)
HIGHEST_IN = 1000
ROUND = frozenset({10, 100, 1000})


@dataclass(frozen=True, slots=True)
class Other:
    """A quantity as it will be recorded; `rule` names the entry of the vocabulary."""

    anchor: Anchor
    value: float
    counts: Anchor | None
    unit: str | None
    rule: str
    hedges: tuple[Hedge, ...] = ()
    exact: bool = True


def others(line: Line) -> Iterator[Other]:
    """All of them in one line, from left to right."""
    for index, piece in enumerate(line.pieces):
        word = piece.lower
        if word in lexicon().fractions:
            found = _share(line, index)
        elif word in {"in", "of"}:
            found = _one_in(line, index)
        elif word in ONE_WORD:
            found = ONE_WORD[word](line, index)
        else:
            continue
        if found is not None:
            yield found


def _share(line: Line, index: int) -> Other | None:
    """ "half of the voters", "two-thirds", "a quarter of parliament"."""
    parts = lexicon().fractions[line.lower(index)]
    half = parts == 2
    if half and (line.lower(index + 1) not in OF_HALF or line.lower(index - 1) in NOT_HALF):
        return None
    first, count = (index, 1.0) if half else _numerator(line, index)
    if not half and (count is None or (line.lower(first) == "a" and line.lower(index + 1) != "of")):
        return None
    first, hedges = _hedged(line, first)
    part = _part_of_scale(line, first, index, (count or 1) / parts, hedges)
    if part is not None:
        return part
    after = line.following(line.pieces[index].end)
    what = _whole(line.sentence, after) if half or line.lower(index + 1) == "of" else None
    if what is not None and (what[0].lemma.lower() in lexicon()["durations"] or what[0].lower in lexicon().units):
        return None
    anchor = Anchor(line.pieces[first].start, line.pieces[index].end)
    return Other(anchor, round((count or 1) / parts, 4), what[1] if what else None, SHARE, "share", hedges)


def _part_of_scale(line: Line, first: int, index: int, share: float, hedges: tuple[Hedge, ...]) -> Other | None:
    """ "a quarter of a million people" is a count, no share."""
    scaled = line.lower(index + 1) == "of" and line.lower(index + 2) == "a"
    whole = numeral(line, index + 2) if scaled else None
    if whole is None or whole.style == "vague":
        return None
    end = line.pieces[whole.end - 1].end
    what = _direct(line.sentence, line.following(end))
    return Other(Anchor(line.pieces[first].start, end), share * whole.low, what, None, "share", hedges, exact=False)


def _numerator(line: Line, index: int) -> tuple[int, float | None]:
    """Where the fraction begins, and its numerator; None where the word is an ordinal ("the third")."""
    at = index - 2 if line.lower(index - 1) in HYPHENS else index - 1
    if line.lower(at) in {"a", "one"}:
        return at, 1.0
    found = lexicon().words.get(line.lower(at))
    plural = line.lower(index).endswith("s")
    return at, float(found) if found and plural else None


def _hedged(line: Line, first: int) -> tuple[int, tuple[Hedge, ...]]:
    """The hedge phrase that ends right before, if any."""
    for start in range(max(0, first - 4), first):
        match = line.matched(start, lexicon().before)
        if match is not None and match[0] == first:
            return start, (match[1],)
    return first, ()


def _whole(sentence: Sentence, after: int) -> tuple[Token, Anchor] | None:
    """The noun that a share is a share of."""
    if after >= len(sentence.tokens):
        return None
    if sentence.tokens[after].lower == "of":
        head = sentence.child(sentence.tokens[after], "pobj")
    else:
        head = next((t for t in sentence.tokens[after : after + 6] if _ends_phrase(sentence, t)), None)
    return (head, phrase_before(sentence, head, after + 1)) if head is not None and head.pos in NOUNS else None


def _ends_phrase(sentence: Sentence, token: Token) -> bool:
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    return token.pos in NOUNS and (following is None or following.pos not in NOUNS)


def _one_in(line: Line, index: int) -> Other | None:
    """ "one in three voters", "two out of five", "6 in 10"."""
    out = line.lower(index) == "of" and line.lower(index - 1) == "out"
    if line.lower(index) == "of" and not out:
        return None
    first = index - 2 if out else index - 1
    every = 1 if line.lower(index + 1) == "every" else 0
    some, whole = numeral(line, first), numeral(line, index + 1 + every)
    if some is None or whole is None or "vague" in (some.style, whole.style) or some.end - first != 1:
        return None
    if not 0 < some.low < whole.low <= HIGHEST_IN or whole.scale > 1:
        return None
    told = out or every or whole.low in ROUND or some.low == 1 or (some.style, whole.style) == ("words", "words")
    if (
        not told
        or line.lower(whole.end).removesuffix("s") in lexicon()["durations"]
        or line.lower(whole.end) in HYPHENS
    ):
        return None
    after = line.following(line.pieces[whole.end - 1].end)
    what = _direct(line.sentence, after)
    first, hedges = _hedged(line, first)
    anchor = Anchor(line.pieces[first].start, line.pieces[whole.end - 1].end)
    return Other(anchor, round(some.low / whole.low, 4), what, SHARE, "one-in", hedges)


def _direct(sentence: Sentence, after: int) -> Anchor | None:
    """The noun phrase that begins at this token."""
    for token in sentence.tokens[after : after + 6]:
        if _ends_phrase(sentence, token):
            return phrase_before(sentence, token, after)
        modifies = token.pos in NOUNS | {"ADJ"} or token.dep in {"amod", "punct"}
        if not modifies or token.text in {",", "."}:
            return None
    return None


def _twice(line: Line, index: int) -> Other:
    piece = line.pieces[index]
    return Other(Anchor(piece.start, piece.end), 2, None, "times", "twice")


def _both(line: Line, index: int) -> Other | None:
    """ "both men", "both of them", "both were shot"; not "both Spain and France"."""
    piece = line.pieces[index]
    token = line.token(piece)
    anchor = Anchor(piece.start, piece.end)
    if token.dep in {"det", "predet"}:
        head = line.sentence.head(token)
        joined = line.sentence.child(head, "conj") is not None or head.tag not in {"NNS", "NNPS"}
        if joined or head.index < token.index or head.lower in {"sides", "ways", "cases", "times"}:
            return None
        return Other(anchor, 2, phrase_before(line.sentence, head, token.index + 1), None, "both")
    if token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"} or line.sentence.child(token, "conj") is not None:
        return None
    if line.lower(index + 1) == "of":
        what = _whole(line.sentence, token.index + 1)
        return Other(anchor, 2, what[1] if what else None, None, "both")
    return Other(anchor, 2, None, None, "both")


def _none(line: Line, index: int) -> Other | None:
    """ "none of the hostages"; with a pronoun, nothing names the group."""
    token = line.token(line.pieces[index])
    if line.lower(index + 1) != "of":
        return None
    what = _whole(line.sentence, token.index + 1)
    if what is None or what[0].tag not in {"NNS", "NNPS"}:
        return None
    return Other(token.anchor, 0, what[1], None, "none")


def _no(line: Line, index: int) -> Other | None:
    """ "no survivors": a count of zero. "No casualties were reported" is silence, not zero."""
    token = line.token(line.pieces[index])
    head = line.sentence.head(token)
    if token.dep != "det" or head.lemma.lower() not in lexicon()["none_of"] or head.tag not in {"NNS", "NNPS"}:
        return None
    verb = line.sentence.head(head)
    around = {t.lemma.lower() for t in (verb, *line.sentence.children(head), *line.sentence.children(verb))}
    if around & lexicon()["reported"] or head.index - token.index > 2:
        return None
    return Other(token.anchor, 0, phrase_before(line.sentence, head, token.index + 1), None, "no-survivors")


ONE_WORD = {"twice": _twice, "both": _both, "none": _none, "no": _no}
