"""Roles: "the president of the institute, Jane Roe", "Foreign Minister Jane Roe", "Jane Roe, a spokeswoman for it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sayso.document.anchor import Anchor
from sayso.document.syntax import Token
from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.seen import Seen
from sayso.vocabulary import naming

Roles = dict[int, list[Anchor]]
"""The words for what somebody is, by the order of the named mention they stand at, the best first."""
_ENDS = frozenset({",", ".", ":", ";", ")", "(", "-", "–", "—", "!", "?", '"', "”", "’’", "''"})
_TASK = frozenset({"PROPN", "CCONJ"})
_LONGEST = 4
"""Words of what an office is for: "National Reconciliation"."""
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nummod"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my"})


def merge(seen: Sequence[Seen], clusters: Clusters) -> Roles:
    """Merge descriptions in apposition with the name beside them; collect every person's roles."""
    roles: Roles = {}
    starts = {(s.at, s.first): s for s in reversed(seen) if s.mention.form != "pronoun"}
    ends = {(s.at, s.last): s for s in seen if s.mention.form in ("name", "metonym")}
    people = {(s.at, s.head.index): s for s in seen if s.mention.form == "name" and s.mention.kind == "person"}
    for name in seen:
        if name.mention.form == "name":
            bearer = people.get((name.at, _known_as(name)))
            if bearer is not None and name.mention.kind == "person":
                clusters.merge(bearer.order, name.order, "byname")
            for description in _apposed(name, seen, starts):
                clusters.merge(name.order, description.order, "apposition")
                if name.mention.kind == "person":
                    roles.setdefault(name.order, []).append(_role(description, name))
            if name.mention.kind == "person":
                roles.setdefault(name.order, []).extend(
                    filter(None, (_title(name, ends), _trade(name), _in_label(name)))
                )
    return roles


def _known_as(name: Seen) -> int:
    """The token that heads what is "known as" the name; -1 where nothing is."""
    preposition = name.sentence.head(name.head)
    known = name.sentence.head(preposition)
    bears = name.head.dep == "pobj" and preposition.lower == "as" and known.lower == "known" and known.dep == "acl"
    return known.head if bears else -1


def _apposed(name: Seen, seen: Sequence[Seen], starts: dict[tuple[int, int], Seen]) -> Iterator[Seen]:
    """Descriptions right before or after the name, between commas, or right before it as in "the group Orion"."""
    before = _ending_before(name, seen) or _around(name, seen)
    if before is not None and _agree(name, before):
        yield before
    comma = name.after()
    if comma is not None and comma.text in (",", "–", "—", "("):
        after = starts.get((name.at, name.last + 1))
        if after is not None and after.mention.form == "nominal" and _closed(after) and _agree(name, after):
            yield after


def _ending_before(name: Seen, seen: Sequence[Seen]) -> Seen | None:
    """The description that ends right before the name, or before a comma before it; the name must then close too."""
    for other in reversed(seen[max(0, name.order - 6) : name.order]):
        if other.at != name.at:
            break
        gap = name.first - other.last
        if other.mention.form != "nominal" or gap not in (0, 1):
            continue
        if gap == 0:
            return other if other.head.index == other.last - 1 else None
        comma = name.before()
        closed = _closed(name) or _one_phrase(name, other)
        return other if comma is not None and comma.text == "," and closed and not _listed(other) else None
    return None


def _one_phrase(name: Seen, description: Seen) -> bool:
    """The parser takes both for one party of the clause: "the minister, Jane Roe said"."""
    if name.head.dep == "appos":
        return name.head.head == description.head.index
    return name.head.dep == description.head.dep == "nsubj" and name.head.head == description.head.head


def _around(name: Seen, seen: Sequence[Seen]) -> Seen | None:
    """ "Minister of Foreign Affairs Jane Roe": the office ends in the name of its holder."""
    for other in reversed(seen[max(0, name.order - 3) : name.order]):
        if other.at == name.at and other.last == name.last and other.mention.form == "nominal":
            between = name.sentence.tokens[other.head.index + 1 : name.first]
            task = len(between) > 1 and between[0].lower == "of" and all(t.pos in _TASK for t in between[1:])
            return other if task and other.head.lower in naming.title_words() else None
    return None


def _closed(s: Seen) -> bool:
    after = s.after()
    if after is None or after.text in _ENDS or after.lower in ("who", "which", "whose"):
        return True
    return s.mention.form == "nominal" and after.dep in ("prep", "acl") and after.head == s.head.index


def _listed(s: Seen) -> bool:
    """One of several in a row: "the mayor, John Smith and a priest" gives nobody a role."""
    return any(kid.dep == "conj" for kid in s.sentence.children(s.head))


def _agree(name: Seen, description: Seen) -> bool:
    """Same kind of thing, and one where one is named."""
    if description.number == "plural" or description.head.pos == "PRON":
        return False
    kinds = {name.mention.kind, description.mention.kind}
    if len(kinds) == 1:
        return True
    return "person" not in kinds and kinds <= {"organisation", "armed-group", "government", "people"}


def _role(description: Seen, name: Seen) -> Anchor:
    """The description without its article, and without the name where that ends it."""
    last = name.first if description.mention.anchor.covers(name.mention.anchor) else description.last
    tokens = description.sentence.tokens[description.first : last]
    first = 1 if len(tokens) > 1 and tokens[0].lower in _ARTICLES else 0
    return Anchor(tokens[first].start, tokens[-1].end)


def _trade(name: Seen) -> Anchor | None:
    """A noun in apposition whatever it is: "Owen Tarr, hospital steward"."""
    noun = name.sentence.child(name.head, "appos")
    if noun is None or noun.tag != "NN" or noun.index != _closes(name, noun):
        return None
    first = min((kid.index for kid in name.sentence.children(noun) if kid.dep in _BEFORE_NOUN), default=noun.index)
    return Anchor(name.sentence.tokens[min(first, noun.index)].start, noun.end)


def _in_label(name: Seen) -> Anchor | None:
    """What the label of a turn tells after the name: "VERA HOLT, CHAIR OF THE BOARD"."""
    after = name.after()
    if not name.label or after is None or after.text != ",":
        return None
    rest = takewhile(lambda t: t.text not in (":", "(", "["), name.sentence.tokens[name.last + 1 :])
    words = [t for t in rest if t.text[0].isalnum()]
    return Anchor(words[0].start, words[-1].end) if words else None


def _closes(name: Seen, noun: Token) -> int:
    """The last word of the group that a comma opens right after the name and another mark closes."""
    tokens = name.sentence.tokens
    opened = name.last < len(tokens) and tokens[name.last].text == ","
    closed = noun.index + 1 == len(tokens) or tokens[noun.index + 1].text in _ENDS
    return noun.index if opened and closed and noun.index - name.last <= 6 else -1


def _title(name: Seen, ends: dict[tuple[int, int], Seen]) -> Anchor | None:
    """The words of office before the name: "Syrian President", "Ambassador to the United Nations"."""
    tokens = name.sentence.tokens
    first = _before_complement(name, ends)
    while first > 0 and _part_of_title(tokens[first - 1]):
        first -= 1
    while first < name.first and tokens[first].lower in _ARTICLES | {"-", "of", "year", "old"}:
        first += 1
    words = [t.lower for t in tokens[first : name.first]]
    _, address = naming.titles()
    if (
        not words
        or words[-1] in address
        or tokens[name.first - 1].tag == "NNS"
        or not any(_names_office(w) for w in words)
    ):
        return None
    return Anchor(tokens[first].start, tokens[name.first - 1].end)


def _before_complement(name: Seen, ends: dict[tuple[int, int], Seen]) -> int:
    """Where "to the United Nations" or "of State" before the name begins, if an office stands before that."""
    tokens, first = name.sentence.tokens, name.first
    body = ends.get((name.at, first))
    if body is not None and body.mention.kind != "person":
        first = body.first
    else:
        while first > 0 and tokens[first - 1].pos == "PROPN" and name.first - first < _LONGEST:
            first -= 1
    if first > 1 and tokens[first - 1].lower == "the":
        first -= 1
    if first > 1 and tokens[first - 1].lower in ("of", "to", "for") and _names_office(tokens[first - 2].lower):
        return first - 1
    return name.first


def _part_of_title(token: Token) -> bool:
    if token.text == "-":
        return True
    noun = token.pos in ("NOUN", "PROPN", "ADJ") and token.tag != "POS"
    return noun and token.dep not in ("pobj", "dobj", "nsubj")


def _names_office(word: str) -> bool:
    role = naming.roles().get(word)
    return word in naming.title_words() or (role is not None and role.kind == "person")
