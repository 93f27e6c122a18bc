"""The ends of a link: tokens of a clause or of a noun phrase, turned into spans without the marks around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.syntax import FINITE, RELATIVE_PRONOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.lexicon import Entry, lexicon

FOCUS = frozenset(
    {"only", "especially", "particularly", "even", "just", "not", "mainly", "partly", "largely", "simply"}
)
SUPPOSING = frozenset(
    {
        "consider",
        "see",
        "regard",
        "estimate",
        "describe",
        "view",
        "interpret",
        "treat",
        "present",
        "perceive",
        "portray",
        "come",
    }
)
ASKING = frozenset({"what", "who", "how", "why", "whom", "whose", "where"})
PARTING = frozenset({";", ":", "—", "–"})
"""Marks after which a new statement begins."""
ASIDES = frozenset({"however", "moreover", "indeed", "also", "still", "meanwhile"})
JOINTS = frozenset({"and", "or", "but", "that", "then", "either", "to"})
QUOTES_AND_APOSTROPHES = frozenset("\"“”‘’'«»`") | {"''", "``", "’’"}

Party = Callable[[Token], bool]
"""Whether a word stands for a person or a body, who do deeds."""


@dataclass(frozen=True, slots=True)
class End:
    """The words of one end and the word that carries them."""

    head: Token
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A link as its words show it. `near` is the end that the signal governs, `far` the other one.

    `flipped` turns the entry's direction round, for a passive verb.
    """

    entry: Entry
    signal: tuple[Token, ...]
    near: End
    far: End
    flipped: bool = False

    @property
    def from_(self) -> End:
        """What the link leads from: the cause, the answer, the means."""
        return self.near if (self.entry.near == "from") != self.flipped else self.far

    @property
    def to(self) -> End:
        """What it leads to."""
        return self.far if (self.entry.near == "from") != self.flipped else self.near


def end(head: Token, tokens: Iterable[Token]) -> End | None:
    """An end of these tokens; None where no word is left."""
    kept = _trimmed(_resumed(sorted(tokens, key=lambda t: t.start)))
    return End(head, tuple(kept)) if any(t.pos != "PUNCT" for t in kept) else None


def _resumed(tokens: list[Token]) -> list[Token]:
    """Without "as a result," and the like at the beginning: they say how the end follows from what was before."""
    if len(tokens) > 2 and tokens[0].lower in ASIDES and tokens[1].text == ",":
        return tokens[2:]
    for pattern in lexicon().sequences.get(tokens[0].lower, ()) if tokens else ():
        count = len(pattern.words)
        connects = pattern.entry is not None and pattern.entry.frame == "connective"
        if connects and len(tokens) > count and [t.lower for t in tokens[:count]] == list(pattern.words):
            return tokens[count:] if tokens[count].text == "," else tokens
    return tokens


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (
        _mark(tokens[0])
        or tokens[0].pos == "INTJ"
        or (tokens[0].lower in JOINTS and tokens[0].pos in {"CCONJ", "SCONJ", "ADV", "PART"})
    ):
        tokens = tokens[1:]
    while tokens and (_mark(tokens[-1]) or tokens[-1].lower in (FOCUS - {"not"}) | {"and", "but", "or"}):
        tokens = tokens[:-1]
    return tokens


def _mark(token: Token) -> bool:
    return token.pos in {"PUNCT", "SPACE"} or token.text in QUOTES_AND_APOSTROPHES


def anchors(tokens: Iterable[Token]) -> tuple[Anchor, ...]:
    """The spans of the words: one for each run of neighbours, without punctuation at its ends."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.index == runs[-1][-1].index + 1 and token.start >= runs[-1][-1].end:
            runs[-1].append(token)
        else:
            runs.append([token])
    kept = [stripped for run in runs if (stripped := _stripped(run))]
    return tuple(Anchor(run[0].start, run[-1].end) for run in kept)


def _stripped(run: list[Token]) -> list[Token]:
    while run and _mark(run[0]):
        run = run[1:]
    while run and _mark(run[-1]):
        run = run[:-1]
    return run


def subtree(sentence: Sentence, head: Token, without: Iterable[Token] = ()) -> tuple[Token, ...]:
    """What the word governs, without these words and all they govern."""
    below = {t.index for token in without for t in sentence.subtree(token)}
    return tuple(t for t in sentence.subtree(head) if t.index not in below)


def verb_above(sentence: Sentence, token: Token) -> Token:
    """The verb of the clause the token stands in; from "to leave" of "decided to leave" up to "decided".

    From "meeting" of "left without meeting" up to "left", as the end would say the opposite without "without".
    """
    found = sentence.clause_head(token)
    while (found.dep == "xcomp" and sentence.head(found).pos in VERBAL | {"ADJ"}) or _hangs(sentence, found):
        found = sentence.clause_head(sentence.head(found))
    return found


def nearest(sentence: Sentence, verb: Token, signal: tuple[Token, ...]) -> Token:
    """Of statements joined by "and" or "but" before the signal, the verb of the last, where it has its own subject."""
    joined = [
        k
        for k in sentence.children(verb)
        if k.dep == "conj" and k.pos in VERBAL and verb.index < k.index < signal[0].index
    ]
    last = joined[-1] if joined else None
    return last if last is not None and sentence.child(last, *SUBJECTS) is not None else verb


def _hangs(sentence: Sentence, verb: Token) -> bool:
    """ "Without meeting", "than scheduled": no statement by itself."""
    above = sentence.head(verb).lower
    than = any(k.lower == "than" and k.dep == "mark" for k in sentence.children(verb))
    alone = sentence.child(verb, *SUBJECTS) is None
    return (verb.dep == "pcomp" and above in {"without", "than"}) or (than and alone and verb.dep == "advcl")


def clause(sentence: Sentence, verb: Token, signal: tuple[Token, ...], near: Iterable[Token]) -> End | None:
    """The clause of this verb as the end beyond the signal: without the near end and without other statements.

    Clauses joined on after the signal, and other subordinate clauses with a mark of their own, are not in it. A verb
    joined to another brings the subject they share, a relative clause or a participle the noun it hangs on.
    """
    taken = {t.index for t in (*signal, *near)}
    start = signal[0].index
    aside = [kid for kid in sentence.children(verb) if kid.index not in taken and _aside(sentence, kid, start, verb)]
    marks = {k.index for k in sentence.children(verb) if k.dep == "mark" or k.lower in {"when", "while", "where"}}
    words = [t for t in subtree(sentence, verb, aside) if t.index not in taken | marks]
    words = _undivided(sentence, words, verb)
    before = [t for t in words if t.index < start]
    if verb.index < start and any(t.pos not in {"PUNCT", "PRON", "AUX"} for t in before):
        words = before  # what stands behind both goes on about the near end, or is a new thought
    shared = [t for t in brought(sentence, verb) if t.index not in taken]
    return end(verb, {t.index: t for t in (*shared, *words)}.values())


def _undivided(sentence: Sentence, words: list[Token], verb: Token) -> list[Token]:
    """The words on the verb's side of any semicolon, and of a colon or a dash before its subject."""
    subject = sentence.child(verb, *SUBJECTS)
    begins = sentence.subtree(subject)[0].index if subject is not None else verb.index
    low = max((t.index for t in words if t.text in PARTING and t.index < begins), default=-1)
    high = min((t.index for t in words if t.text == ";" and t.index > verb.index), default=len(sentence.tokens))
    return [t for t in words if low < t.index < high]


def brought(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Words outside a clause that it cannot do without: the shared subject of a joined verb, or its antecedent."""
    if verb.dep == "relcl" or (verb.dep == "acl" and verb.tag in {"VBG", "VBN", "VBD"}):
        noun = sentence.head(verb)
        apart = [
            k for k in sentence.children(noun) if k.index > noun.index and k.dep in {"acl", "relcl", "appos", "punct"}
        ]
        return tuple(t for t in subtree(sentence, noun, [verb, *apart]) if t.index < verb.index)
    if sentence.child(verb, *SUBJECTS) is not None or verb.dep != "conj":
        return ()
    first = verb
    while first.dep == "conj" and sentence.child(first, *SUBJECTS) is None:
        first = sentence.head(first)
    subject = sentence.child(first, *SUBJECTS)
    if subject is None or first.pos not in VERBAL or subject.index > verb.index:
        return ()
    if subject.lower in RELATIVE_PRONOUNS and first.dep == "relcl":
        return brought(sentence, first)
    return phrase_tokens(sentence, subject)


def _aside(sentence: Sentence, kid: Token, signal: int, verb: Token) -> bool:
    own = sentence.child(kid, *SUBJECTS) is not None
    if kid.dep == "conj" and kid.pos in VERBAL:
        return own and (sentence.subtree(kid)[0].index > signal > verb.index or kid.index > signal > verb.index)
    if kid.dep == "advcl":
        return sentence.child(kid, "mark") is not None and kid.tag != "VB"
    if kid.dep == "parataxis" or kid.dep == "cc":
        return kid.dep == "parataxis" or kid.index < sentence.subtree(verb)[0].index
    return False


def phrase(sentence: Sentence, noun: Token, without: Iterable[Token] = ()) -> End | None:
    """A noun phrase without clauses that modify it after a comma, and without these words and all they govern."""
    return end(noun, phrase_tokens(sentence, noun, without))


def phrase_tokens(sentence: Sentence, noun: Token, without: Iterable[Token] = ()) -> tuple[Token, ...]:
    """The words of `phrase`."""
    loose = [k for k in sentence.children(noun) if k.dep == "relcl" and _after_comma(sentence, k)]
    loose += [k for k in sentence.children(noun) if k.dep == "conj" and k.tag in FINITE and noun.pos not in VERBAL]
    return subtree(sentence, noun, [*without, *loose])


def _after_comma(sentence: Sentence, kid: Token) -> bool:
    first = sentence.subtree(kid)[0].index
    return first > 0 and sentence.tokens[first - 1].text == ","


def own_clause(sentence: Sentence, subject: Token, verb: Token) -> tuple[Token, ...]:
    """The clause of the verb, where it hangs on its own subject ("the fire that caused the loss")."""
    for kid in sentence.children(subject):
        if kid.dep in {"relcl", "acl"} and verb.index in {t.index for t in sentence.subtree(kid)}:
            return (kid,)
    return ()
