"""Sentences with their words and the grammar between them, free of the parser that found it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from sayso.document.anchor import Anchor

# Universal-ish labels of spaCy's English models (ClearNLP). A clause is headed by a token with one of these labels.
CLAUSE_LABELS = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp", "parataxis"}
)
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
"""Labels of whatever stands as the subject of a verb: a noun, a clause, or the "there" and "it" that hold its place."""
NOUN_SUBJECTS = ("nsubj", "nsubjpass")
"""Labels of subjects that name somebody or something: neither a clause nor "there"."""
AUXILIARIES = frozenset({"aux", "auxpass"})
"""Labels of the helping verbs, and of the "to" of an infinitive."""
VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs, helping and linking ones among them."""
NOUNS = frozenset({"NOUN", "PROPN"})
"""Parts of speech of nouns and names."""
NOUNS_AND_PRONOUNS = NOUNS | {"PRON"}
"""Parts of speech of words that stand for somebody or something."""
FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Penn tags of verbs in the past or present tense; modals (MD) are not among them."""
RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})
"""Words for the noun that a relative clause hangs on."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of a noun that is taken as known."""


_BY_PLACE = attrgetter("index")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `index` and `head` count tokens within the sentence; the root is its own head.

    `pos` is the universal part of speech, `tag` the Penn tag, `dep` the ClearNLP label, `entity` the parser's own
    guess at a name's type (OntoNotes label) or None, and `begins` whether that name begins here.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str | None = None
    begins: bool = False
    lower: str = field(init=False, repr=False, compare=False)
    """Its text in lower case; kept, as every rule asks for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())

    def __hash__(self) -> int:
        return self.start

    @property
    def anchor(self) -> Anchor:
        """Where it stands in the text."""
        return Anchor(self.start, self.end)


@dataclass(frozen=True)
class Sentence:
    """A sentence of one section. Never crosses a section's border. White space belongs to no token."""

    anchor: Anchor
    tokens: tuple[Token, ...]
    section: str
    """Id of the section it stands in."""

    @cached_property
    def root(self) -> Token:
        """The token that heads the whole; the first where the parse has no root."""
        return next((t for t in self.tokens if t.head == t.index), self.tokens[0])

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token)
        return tuple(tuple(kids) for kids in found)

    def children(self, token: Token) -> tuple[Token, ...]:
        """Direct dependents, in the order of the text."""
        return self._children[token.index]

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first direct dependent with one of these labels."""
        for kid in self._children[token.index]:
            if kid.dep in deps:
                return kid
        return None

    def head(self, token: Token) -> Token:
        """The token that governs this one; the root governs itself."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the token's head up to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all it governs, in the order of the text."""
        if not self._children[token.index]:
            return (token,)
        found, waiting = [], [token]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self._children[current.index])
        return tuple(sorted(found, key=_BY_PLACE))

    def span(self, token: Token) -> Anchor:
        """From the first to the last character that the token governs."""
        below = self.subtree(token)
        return Anchor(below[0].start, below[-1].end)

    def clause_head(self, token: Token) -> Token:
        """The predicate of the innermost clause the token stands in; the token itself where it heads a clause."""
        return self.tokens[self._clause_heads[token.index]]

    @cached_property
    def _clause_heads(self) -> tuple[int, ...]:
        """For each token; every path to the root is walked once, however deep the clauses are nested."""
        found: dict[int, int] = {}
        for token in self.tokens:
            path = []
            while token.index not in found and not _heads_clause(token) and token.head != token.index:
                path.append(token.index)
                token = self.tokens[token.head]
            top = found.setdefault(token.index, token.index if _heads_clause(token) else self.root.index)
            found.update(dict.fromkeys(path, top))
        return tuple(found[token.index] for token in self.tokens)

    @cached_property
    def _clauses(self) -> dict[int, tuple[Token, ...]]:
        found: dict[int, list[Token]] = {}
        for token in self.tokens:
            found.setdefault(self.clause_head(token).index, []).append(token)
        return {head: tuple(tokens) for head, tokens in found.items()}

    def clause(self, token: Token) -> tuple[Token, ...]:
        """The tokens of the token's own clause, without those of clauses inside it."""
        return self._clauses[self.clause_head(token).index]

    def tokens_in(self, anchor: Anchor) -> tuple[Token, ...]:
        """The tokens that share a character with the anchor."""
        starts, ends = self._borders
        return self.tokens[bisect_right(ends, anchor.start) : bisect_left(starts, anchor.end)]

    @cached_property
    def _borders(self) -> tuple[list[int], list[int]]:
        """Where its tokens start, and where they end."""
        return [token.start for token in self.tokens], [token.end for token in self.tokens]


def _heads_clause(token: Token) -> bool:
    return token.dep in CLAUSE_LABELS or (token.dep == "conj" and token.pos in VERBAL)
