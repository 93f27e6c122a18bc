"""What an amount counts: the noun it stands before, the noun after "of", or the total it is said to be."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, Sentence, Token
from sayso.stages.numbers.amounts import Amount
from sayso.stages.numbers.lexicon import lexicon
from sayso.stages.numbers.pieces import HYPHENS, Line

MODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
WITHIN_NUMBER = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "advmod", "punct", "det", "predet"})
PLACES_AND_PEOPLE = frozenset({"GPE", "LOC", "FAC", "PERSON", "DATE"})
"""Names that one does not count."""
BEFORE_TOTAL = frozenset({"to", "at", "as", "above", "below", "beyond", "past", "of", "around", "over", "from"})
"""Prepositions between a total and its amount."""
LENGTHS = frozenset({"km", "m", "mi", "nmi", "yd", "ft"})
FARTHEST = 8
"""Words between a number and its noun, at most."""


@dataclass(frozen=True, slots=True)
class Counted:
    """`direct`: the noun stands right after the number, with nothing but its own modifiers between."""

    head: Token
    anchor: Anchor
    direct: bool


def counted(line: Line, amount: Amount) -> Counted | None:
    """What the amount counts; None where the text does not say."""
    end = line.pieces[amount.end - 1].end
    after = line.following(end)
    tokens = line.sentence.tokens
    following = tokens[after] if after < len(tokens) else None
    if following is not None and following.lower == "of":
        if amount.unit is not None and amount.unit.unit in LENGTHS and _is_distance(line, following):
            return None
        return _of(line.sentence, following) or _total(line, amount)
    if following is not None and following.lower == "worth" and amount.unit is not None:
        of = line.sentence.child(following, "prep")
        return _of(line.sentence, of) if of is not None and of.lower == "of" else None
    if amount.unit is not None:
        return None
    if line.lower(amount.end) in HYPHENS and line.glued(amount.end) and line.glued(amount.end + 1):
        return _compound(line, amount)
    return _direct(line, amount, after) or _state(line.sentence, following) or _total(line, amount)


def _is_distance(line: Line, of: Token) -> bool:
    """ "within ten miles of the harbour" tells how far, "ten miles of wire" how much."""
    head = line.sentence.child(of, "pobj")
    return head is None or head.pos == "PROPN" or line.sentence.tokens[of.index + 1].lower == "the"


def _of(sentence: Sentence, of: Token) -> Counted | None:
    """ "260 of her crew", "thousands of people", "253 of the roughly 350 men"."""
    head = sentence.child(of, "pobj")
    if head is None or (head.pos not in NOUNS | {"ADJ"} and head.tag != "VBN") or _owns(sentence, head):
        return None
    return Counted(head, phrase_before(sentence, head, of.index + 1), direct=False)


def _owns(sentence: Sentence, noun: Token) -> bool:
    """ "'s" follows, so that the parser missed the noun meant."""
    after = sentence.tokens[noun.index + 1 : noun.index + 2]
    return bool(after) and after[0].tag == "POS"


def phrase_before(sentence: Sentence, head: Token, lowest: int) -> Anchor:
    """The head noun with the modifiers that stand before it without a break, from token `lowest` on."""
    first = head.index
    while first > lowest and _modifies(sentence.tokens[first - 1]):
        first -= 1
    while first < head.index and _passed(sentence.tokens[first]):
        first += 1
    return Anchor(sentence.tokens[first].start, head.end)


def _modifies(token: Token) -> bool:
    return (token.pos in MODIFIERS or token.text == "-") and token.dep not in {"ROOT", "conj", "det", "appos"}


def _passed(token: Token) -> bool:
    """Words that do not tell what is counted ("other", "more") and stray marks."""
    return token.lower in lexicon()["not_counted"] or token.pos in {"ADV", "PUNCT"} or token.text == "-"


def _compound(line: Line, amount: Amount) -> Counted | None:
    """ "a 15-member council"; a "1,000-strong force" counts those in the force."""
    word = line.at(amount.end + 1)
    longer = line.lower(amount.end + 2) in HYPHENS and line.glued(amount.end + 2)
    if word is None or longer or word.lower not in lexicon()["compounds"]:
        return None
    token = line.token(word)
    after = line.following(word.end)
    if word.lower == "strong" and after < len(line.sentence.tokens):
        token = line.sentence.tokens[after]
        return Counted(token, token.anchor, direct=True)
    return Counted(token, Anchor(word.start, word.end), direct=True)


def _direct(line: Line, amount: Amount, after: int) -> Counted | None:
    """The noun the parser hangs the number on, or a plural right after it."""
    head = _governor(line, amount, after) or _plural(line.sentence, after)
    if head is None or (head.tag == "NNP" and head.entity in PLACES_AND_PEOPLE):
        return None
    return Counted(head, phrase_before(line.sentence, head, after), direct=True)


def _governor(line: Line, amount: Amount, after: int) -> Token | None:
    sentence = line.sentence
    token = line.token(line.pieces[amount.numeral.end - 1])
    while token.index < after and token.dep in WITHIN_NUMBER and token.head != token.index:
        token = sentence.head(token)
    near = after <= token.index < after + FARTHEST
    if not near or token.pos not in NOUNS:
        return None
    between = sentence.tokens[after : token.index]
    if between and between[0].pos == "CCONJ":
        return None
    return token if all(t.pos in MODIFIERS | {"CCONJ", "PUNCT", "DET"} and t.text != "," for t in between) else None


def _plural(sentence: Sentence, after: int) -> Token | None:
    """A plural noun that follows at once or after adjectives."""
    for token in sentence.tokens[after : after + 4]:
        if token.tag in {"NNS", "NNPS"}:
            return token
        if token.pos not in {"ADJ", "NOUN", "PROPN"} or token.lower in {"last", "next", "this"}:
            return None
    return None


def _state(sentence: Sentence, following: Token | None) -> Counted | None:
    """ "12 dead", "30 wounded"."""
    if following is None or following.lower not in lexicon()["states"]:
        return None
    return Counted(following, following.anchor, direct=True)


def _total(line: Line, amount: Amount) -> Counted | None:
    """ "the death toll rose to 49", "the dead number 266"."""
    sentence = line.sentence
    numbering = _numbering(line, amount)
    if numbering is not None:
        return numbering
    token = line.token(line.pieces[amount.numeral.end - 1])
    while token.dep in {"nummod", "compound", "quantmod"} and sentence.head(token).pos == "NUM":
        token = sentence.head(token)
    above = sentence.head(token)
    if token.dep == "pobj":
        if above.lower not in BEFORE_TOTAL:
            return None
        above = sentence.head(above)
        above = sentence.head(above) if above.dep == "prep" else above
    elif token.dep not in {"attr", "dobj", "acomp", "appos", "npadvmod", "oprd"}:
        return None
    return _named_total(sentence, above) if above.pos in NOUNS else _told_total(sentence, above)


def _numbering(line: Line, amount: Amount) -> Counted | None:
    """ "The dead number 266", "the rebels number 2,000", which parsers take for a noun and its number."""
    at = line.token(line.pieces[amount.first]).index
    if at < 2 or line.sentence.tokens[at - 1].lower not in {"number", "numbered"}:
        return None
    group = line.sentence.tokens[at - 2]
    plural = group.tag in {"NNS", "NNPS"} or group.lower in lexicon()["states"]
    return Counted(group, group.anchor, direct=True) if plural else None


def _told_total(sentence: Sentence, verb: Token) -> Counted | None:
    """The total that is subject or object of a verb of amounting."""
    if verb.lemma.lower() not in lexicon()["amounting"]:
        return None
    subject = sentence.child(verb, *NOUN_SUBJECTS)
    if verb.lemma.lower() in lexicon()["counting_verbs"] and subject is not None and subject.pos in NOUNS | {"ADJ"}:
        return Counted(subject, phrase_before(sentence, subject, 0), direct=False)
    for noun in (sentence.child(verb, "dobj"), subject):
        if noun is not None and (found := _named_total(sentence, noun)) is not None:
            return found
    return None


def _named_total(sentence: Sentence, noun: Token) -> Counted | None:
    """What a total is a total of: "the number of dead" counts the dead, "the death toll" is its own name."""
    lemma = noun.lemma.lower()
    if lemma not in lexicon()["totals"]:
        return None
    of = next((kid for kid in sentence.children(noun) if kid.lower == "of"), None)
    if of is not None and (found := _of(sentence, of)) is not None:
        return found
    span = phrase_before(sentence, noun, 0)
    plain = lemma in lexicon()["plain_totals"] and span == noun.anchor
    return None if plain else Counted(noun, span, direct=False)
