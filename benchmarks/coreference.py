"""Texts with coreference marked by people, and the pronouns in them that are a source.

On GUM an item is the subject pronoun of the clause that the discourse annotation takes for the source of an
attribution, or that the gold parse makes the subject of a verb of saying or thinking. WikiEvents, MEANTIME and ECB+
have neither: there it is a pronoun right before such a verb, or after one that follows a quotation, told by the words.

No item is a pronoun whose chain holds no other words, since no text says who it is; nor one that GUM takes for neither
a person nor an organisation or place; nor an "I" inside a quotation, which is whoever is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.document.anchor import Anchor

THIRD = frozenset({"he", "she", "they", "it"})
SOMEBODY = frozenset({"person", "organization", "place"})
PRONOUN = re.compile(
    r"(?:he|him|his|she|hers?|its?|they|them|theirs?|i|me|my|mine|we|us|ours?|yours?|you|who|which|that|this|these|those"
    r"|(?:him|her|it|them|my|our|your)sel(?:f|ves)|there|one)"
)
VERB = (
    r"(?:say|says|said|saying|tells?|told|add(?:s|ed)?|stated?|explain(?:s|ed)?|noted?|notes|argue[sd]?|warn(?:s|ed)?"
    r"|claim(?:s|ed)?|insist(?:s|ed)?|announce[sd]?|stress(?:es|ed)?|writes?|wrote|continued?|concluded?|admit(?:s|ted)?"
    r"|recall(?:s|ed)?|suggest(?:s|ed)?|declared?|reply|replied|answer(?:ed)?|ask(?:s|ed)?|believe[sd]?|thinks?|thought"
    r"|knows?|knew|hope[sd]?|expect(?:s|ed)?|feels?|felt|report(?:s|ed)?|deny|denies|denied|accuse[sd]?|confirm(?:s|ed)?"
    r"|describe[sd]?)"
)
LEMMA = re.compile(
    r"say|tell|add|state|explain|note|argue|warn|claim|insist|announce|stress|write|continue|conclude|admit|recall|suggest"
    r"|declare|reply|answer|ask|believe|think|know|hope|expect|feel|report|deny|accuse|confirm|describe"
)
BEFORE_VERB = re.compile(rf",? (?:(?:\w+ly|also|then|later|has|had|have) ){{0,3}}{VERB}\b", re.IGNORECASE)
AFTER_VERB = re.compile(rf"(?:[”\"’]|''),? {VERB} $", re.IGNORECASE)
QUOTE = re.compile(r"[\"“”]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Chained:
    """A gold mention; `head` is the character at which its head ends, None where the corpus does not tell."""

    span: Anchor
    chain: str
    head: int | None = None
    speaks: bool = True
    """Whether the corpus takes it for somebody, not for a thing or a thought."""
    label: bool = False
    """A speaker's label that was put back (see benchmarks/speakers.py)."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text of a corpus: its gold mentions, the smallest first, and the sources in it that are a pronoun."""

    key: str
    characters: str
    mentions: tuple[Chained, ...]
    sources: tuple[Chained, ...]
    interview: bool = False

    def words(self, mention: Chained) -> str:
        """Its words in lower case."""
        return mention.span.words(self.characters).lower()

    def chain(self, head: Anchor) -> str | None:
        """The chain of the gold mention that a mention of ours with this head stands for: same head, else around it."""
        exact = next((m.chain for m in self.mentions if m.head == head.end), None)
        return exact or next((m.chain for m in self.mentions if m.span.covers(head)), None)


def read(corpus: str, line: Mapping[str, Any], known: frozenset[str] = frozenset()) -> Read:
    """A line of one of the four corpora, told by the name of its folder. `known` are chains named outside the text."""
    mentions = tuple(sorted(_MENTIONS[corpus](line), key=lambda m: (len(m.span), m.span)))
    text = line["text"]
    named = known | {m.chain for m in mentions if not PRONOUN.fullmatch(m.span.words(text).lower())}
    subjects = _subjects(line) if corpus == "gum" else None
    sources = sorted({m.span.start: m for m in mentions if m.chain in named and _is_source(m, text, subjects)}.items())
    return Read(line["id"], text, mentions, tuple(m for _, m in sources), line.get("genre") == "interview")


def _is_source(mention: Chained, text: str, subjects: frozenset[int] | None) -> bool:
    words = mention.span.words(text).lower()
    if subjects is not None:
        first = words == "i" and not is_quoted(text[: mention.span.start])
        return mention.span.start in subjects and mention.speaks and (first or words in THIRD)
    after, before = text[mention.span.end : mention.span.end + 40], text[: mention.span.start][-20:]
    return words in THIRD and (BEFORE_VERB.match(after) is not None or AFTER_VERB.search(before) is not None)


def is_quoted(before: str) -> bool:
    """A quotation is open at the end of these words of a text; a blank line closes it."""
    within = before[max((m.start() for m in QUOTE.finditer(before) if m[0][0] == "\n"), default=0) :]
    return (within.count('"') + within.count("“") - within.count("”")) % 2 == 1


def _subjects(line: Mapping[str, Any]) -> frozenset[int]:
    """Where the subjects of GUM's attributions begin."""
    tokens = line["tokens"]
    told = [span for relation in line["rst"] if relation["rel"].startswith("attribution") for span in relation["sat"]]
    heads = {head for start, end in told if (head := _head(tokens, start, end)) is not None}
    return frozenset(
        start
        for start, _, _, _, head, label in tokens
        if (head in heads and label.startswith("nsubj"))
        or (head >= 0 and label == "nsubj" and LEMMA.fullmatch(tokens[head][3]))
    )


def _head(tokens: Sequence[Any], start: int, end: int) -> int | None:
    """The token of a stretch whose head lies outside it."""
    inside = [i for i, token in enumerate(tokens) if start <= token[0] < end]
    return next((i for i in inside if tokens[i][4] not in inside and tokens[i][5] != "punct"), None)


def _gum(line: Mapping[str, Any]) -> Iterator[Chained]:
    tokens = line["tokens"]
    for entity in line["entities"]:
        span = Anchor(entity["s"], entity["e"])
        inside = [i for i, token in enumerate(tokens) if span.start <= token[0] and token[1] <= span.end]
        head = next((i for i in inside if tokens[i][4] not in inside), inside[-1])
        yield Chained(span, entity["chain"], tokens[head][1], entity["type"] in SOMEBODY)


def _wikievents(line: Mapping[str, Any]) -> Iterator[Chained]:
    chains = {mention: f"chain-{number}" for number, chain in enumerate(line["coref"]) for mention in chain}
    for entity in line["entities"]:
        yield Chained(Anchor(*entity["span"]), chains.get(entity["id"], entity["id"]))


def _meantime(line: Mapping[str, Any]) -> Iterator[Chained]:
    for entity in line["entities"]:
        if entity.get("inst"):
            yield Chained(Anchor(entity["s"], entity["e"]), entity["inst"])


def _ecbplus(line: Mapping[str, Any]) -> Iterator[Chained]:
    for mention in line["mentions"]:
        if mention.get("cluster") and mention["tag"].startswith(("HUMAN", "NON_HUMAN")):
            yield Chained(Anchor(mention["spans"][0][0], mention["spans"][-1][1]), mention["cluster"])


_MENTIONS = {"gum": _gum, "wikievents": _wikievents, "meantime": _meantime, "ecbplus": _ecbplus}
