"""Texts with coreference marked by people, and the pronouns in them that are a source.

On GUM an item is the subject pronoun of a clause that the discourse annotation calls an attribution, or that the gold
parse makes the subject of a verb of saying or thinking. WikiEvents, MEANTIME and ECB+ have neither: there it is a pronoun
right before such a verb, or after one that follows a quotation, told by the words alone. A pronoun whose chain holds no
other words is no item, since no text says who it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.document.anchor import Anchor

THIRD = frozenset({"he", "she", "they", "it"})
PRONOUNS = THIRD | frozenset(
    "him her his hers its them their theirs i me my mine we us our ours you your yours who which that this these those"
    " himself herself itself themselves myself ourselves yourself there one".split()
)
FORMS = (
    "say says said saying tell tells told add adds added state states stated explain explains explained note notes noted"
    " argue argues argued warn warns warned claim claims claimed insist insists insisted announce announces announced"
    " stress stressed write writes wrote continue continued conclude concluded admit admits admitted recall recalls"
    " recalled suggest suggests suggested declare declared reply replied answer answered ask asks asked believe believes"
    " believed think thinks thought know knows knew hope hopes hoped expect expects expected feel feels felt report"
    " reports reported deny denies denied accuse accuses accused confirm confirms confirmed describe describes described"
)
LEMMAS = frozenset(
    "say tell add state explain note argue warn claim insist announce stress write continue conclude admit recall suggest"
    " declare reply answer ask believe think know hope expect feel report deny accuse confirm describe".split()
)
VERB = "(?:" + "|".join(FORMS.split()) + ")"
BEFORE_VERB = re.compile(rf",? (?:(?:\w+ly|also|then|later|has|had|have) ){{0,3}}{VERB}\b", re.IGNORECASE)
AFTER_VERB = re.compile(rf"(?:[”\"’]|''),? {VERB} $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chained:
    """A gold mention; `head` is the character at which its head ends, None where the corpus does not tell."""

    span: Anchor
    chain: str
    head: int | None = None


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


def read(corpus: str, line: Mapping[str, Any]) -> Read:
    """A line of one of the four corpora, told by the name of its folder."""
    mentions = tuple(sorted(_MENTIONS[corpus](line), key=lambda m: (len(m.span), m.span)))
    text = line["text"]
    named = {m.chain for m in mentions if m.span.words(text).lower() not in PRONOUNS}
    subjects = _subjects(line) if corpus == "gum" else None
    sources = sorted({m.span.start: m for m in mentions if m.chain in named and _is_source(m, text, subjects)}.items())
    return Read(line["id"], text, mentions, tuple(m for _, m in sources), line.get("genre") == "interview")


def _is_source(mention: Chained, text: str, subjects: frozenset[int] | None) -> bool:
    words = mention.span.words(text).lower()
    if subjects is not None:
        return words in THIRD | {"i"} and mention.span.start in subjects
    after, before = text[mention.span.end : mention.span.end + 40], text[: mention.span.start][-20:]
    return words in THIRD and (BEFORE_VERB.match(after) is not None or AFTER_VERB.search(before) is not None)


def _subjects(line: Mapping[str, Any]) -> frozenset[int]:
    """Where the subjects of GUM's attributions begin."""
    tokens = line["tokens"]
    told = [span for relation in line["rst"] if relation["rel"].startswith("attribution") for span in relation["sat"]]
    return frozenset(
        start
        for start, _, _, _, head, label in tokens
        if label.split(":")[0] == "nsubj"
        and (any(s <= start < e for s, e in told) or (head >= 0 and tokens[head][3] in LEMMAS))
    )


def _gum(line: Mapping[str, Any]) -> Iterator[Chained]:
    tokens = line["tokens"]
    for entity in line["entities"]:
        span = Anchor(entity["s"], entity["e"])
        inside = [i for i, token in enumerate(tokens) if span.start <= token[0] and token[1] <= span.end]
        head = next((i for i in inside if tokens[i][4] not in inside), inside[-1])
        yield Chained(span, entity["chain"], tokens[head][1])


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


def other_mentions(read: Read) -> Mapping[str, list[Chained]]:
    """The gold mentions of each chain that are no pronouns."""
    found: dict[str, list[Chained]] = defaultdict(list)
    for mention in read.mentions:
        if read.words(mention) not in PRONOUNS:
            found[mention.chain].append(mention)
    return found
