"""Alternatives that several voices give: "some say … others point to …", "accounts differ: X says … Y says …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUNS, VERBAL, Sentence, Token
from sayso.stages.alternatives.lexicon import lexicon
from sayso.stages.alternatives.offered import Offer
from sayso.stages.alternatives.pieces import Piece, Together, run

Found = tuple[Offer | None, int]
CROWD = frozenset({"some", "many", "several", "others", "other", "most", "few"})
TURNING = frozenset({"but", "and", "yet", "still", "however", "meanwhile", ",", "a", "then"})
"""Words that may stand before the voice at the beginning of a piece."""
EXPLAINING = frozenset(
    {"blame", "cite", "suspect", "stress", "emphasise", "emphasize", "hint", "point", "speak", "talk"}
)
"""Verbs whose object is the explanation: "cited illness", "pointed to a deal"."""
LEADING = frozenset({"to", "at", "of", "on", "that", ":", "about", "towards", "toward"})
CONTRAST = frozenset({"however", "but", "while", "whereas", "instead", "by contrast", "others", "another", "different"})
OPEN = frozenset({"unclear", "unknown", "unexplained", "mystery", "riddle", "puzzle", "knows"})
MOTIVES = frozenset({"motive", "reason", "cause", "explanation", "theory", "version", "account", "reading"})
CAUSAL = frozenset({"because", "due", "owing", "retaliation", "response", "revenge", "punishment", "blamed", "cause"})
DISPUTED = frozenset(
    {"disputed", "contested", "dispute", "differ", "disagree", "divided", "conflicting", "contradictory", "contradict"}
)
ABOUT_WHAT = frozenset({"why", "who", "what", "how", "cause", "reason", "motive", "explained", "unexplained", "origin"})
READING = frozenset({"see", "view", "regard", "read"})
PRONOUNS = frozenset({"it", "they", "he", "she"})


@dataclass(frozen=True, slots=True)
class Voice:
    """What one voice gives as its account: its verb, whoever speaks by the lemma, the words of the account."""

    piece: Piece
    verb: Token
    holder: str
    content: Anchor


def crowds(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """ "Some say A. Many think B. Still others point to C."."""
    found: list[Piece] = []
    for piece in run(sentences, number, together):
        if _crowd(piece):
            found.append(piece)
        elif not found or piece.number - found[-1].number > 1:
            break
    if len(found) < 2 or found[0].number != number or not _apart(found):
        return None, number
    marks = tuple(next(t for t in p.tokens if t.lower in CROWD).anchor for p in found)
    return Offer("voices", tuple(_said(p) for p in found), marks, False), found[-1].number + 1


def _said(piece: Piece) -> Anchor:
    """What the voices say, or the whole piece where that cannot be told apart."""
    told = voice(piece)
    return told.content if told is not None else piece.anchor


def _crowd(piece: Piece) -> bool:
    """The piece begins with "some", "others" … which is or belongs to the subject of a verb of the vocabulary."""
    first = next((t for t in piece.tokens if t.lower not in TURNING), None)
    if first is None or first.lower not in CROWD or piece.tokens[-1].text == "?":
        return False
    sentence = piece.sentence
    subject = first if first.dep in {"nsubj", "nsubjpass"} else sentence.head(first)
    verb = sentence.head(subject)
    in_piece = piece.tokens[0].index <= verb.index <= piece.tokens[-1].index
    return subject.dep == "nsubj" and in_piece and verb.lemma in lexicon()["voices"].verbs


def _apart(found: Sequence[Piece]) -> bool:
    """One set of voices is told from another by "others", by a third, or by going on about the same."""
    return len(found) > 2 or any({"others", "other"} & set(p.words[:3]) for p in found[1:]) or _same_again(found[1])


def _same_again(piece: Piece) -> bool:
    return any(w in PRONOUNS for w in piece.words[2:5])


def disputed(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """Accounts of different voices right after words that leave the matter open, or set against each other."""
    voices: list[Voice] = []
    for piece in run(sentences, number, together):
        told = voice(piece)
        if told is None or any(v.holder == told.holder for v in voices):
            break
        voices.append(told)
    if len(voices) < 2 or voices[0].piece.number != number:
        return None, number
    opened = number > 0 and together(number - 1, number) and left_open(sentences[number - 1])
    if not (opened or _against(voices)):
        voices = voices[:2] if _about_it(voices) else []
    if not voices:
        return None, number
    options, verbs = tuple(v.content for v in voices), tuple(v.verb.anchor for v in voices)
    return Offer("voiced", options, verbs, False), voices[-1].piece.number + 1


def another(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """ "A, because B. Diplomats suspect another motive: C."."""
    if number + 1 >= len(sentences) or not together(number, number + 1):
        return None, number
    first, second = sentences[number : number + 2]
    if not any(t.lower in CAUSAL for t in first.tokens) or first.tokens[-1].text == "?":
        return None, number
    colon = next((t.index for t in second.tokens if t.text == ":"), 0)
    noun = second.tokens[colon - 1]
    named = colon > 1 and noun.lemma.lower() in MOTIVES
    if not named or not any(k.lower in {"another", "different", "other"} for k in second.children(noun)):
        return None, number
    told = voice(Piece(first, number, first.tokens))
    one = told.content if told is not None else first.anchor
    options = (one, Piece(second, number + 1, second.tokens).cut(colon + 1))
    return Offer("theory", options, (noun.anchor,), False), number + 2


def left_open(sentence: Sentence) -> bool:
    """ "Why … is disputed", "nobody knows what …", "accounts differ"."""
    words = {t.lower for t in sentence.tokens}
    lemmas = {t.lemma.lower() for t in sentence.tokens}
    unexplained = "explained" in words and bool(words & {"nobody", "not", "never", "no"})
    asked = unexplained or (sentence.tokens[-1].text == "?" and sentence.tokens[0].lower in {"why", "who", "what"})
    open_ = bool(words & OPEN) or "not clear" in " ".join(t.lower for t in sentence.tokens)
    return asked or bool((words | lemmas) & DISPUTED) or (open_ and bool((words | lemmas) & ABOUT_WHAT))


def _against(voices: Sequence[Voice]) -> bool:
    """All name an explanation, and a later one is set against the one before."""
    explained = all(v.verb.lemma in EXPLAINING for v in voices)
    return explained and any(CONTRAST & {t.lower for t in _around(v.piece)} for v in voices[1:])


def _around(piece: Piece) -> Iterator[Token]:
    """The first words of a piece, and the word that ties it to the one before."""
    start = piece.tokens[0].index
    yield from piece.sentence.tokens[max(0, start - 1) : start + 6]


def _about_it(voices: Sequence[Voice]) -> bool:
    """The second goes on with "it": what it was, what was done to it, or that it did the same for another reason."""
    first, second = voices[:2]
    one = first.piece.sentence.tokens_in(first.content)
    other = [t for t in second.piece.sentence.tokens_in(second.content) if t.pos != "PUNCT"]
    if {first.verb.lemma, second.verb.lemma} & EXPLAINING:
        return False
    past = any(t.tag == "VBD" for t in one) or (first.verb.lemma in READING and any(t.lower == "as" for t in one))
    if len(other) < 3 or other[0].lower not in PRONOUNS or not past:
        return False
    verb = next((t for t in other if t.pos in VERBAL), None)
    if verb is None or verb.tag != "VBD":
        return False
    return verb.lemma == "be" or any(t.lemma == verb.lemma for t in one if t.pos in VERBAL)


def voice(piece: Piece) -> Voice | None:
    """Whoever speaks in a piece and what they say; the saying may come last: "…, say the owners"."""
    if piece.tokens[-1].text == "?":
        return None
    if piece.words[:2] == ("according", "to"):
        return _according(piece)
    inside = {t.index for t in piece.tokens}
    for verb in piece.tokens:
        if verb.pos != "VERB" or verb.lemma not in lexicon()["voices"].verbs | EXPLAINING:
            continue
        subject = piece.sentence.child(verb, "nsubj")
        if subject is not None and subject.index in inside and _can_speak(subject):
            content = _content(piece, verb, subject)
            return Voice(piece, verb, subject.lemma.lower(), content) if content is not None else None
    return None


def _can_speak(subject: Token) -> bool:
    return subject.pos in NOUNS or subject.lower in CROWD


def _according(piece: Piece) -> Voice | None:
    """ "According to X, …"."""
    comma = next((n for n, t in enumerate(piece.tokens[:9]) if t.text == ","), None)
    first = piece.tokens[0]
    to = piece.sentence.child(first, "prep")
    named = piece.sentence.child(to, "pobj") if to is not None else piece.sentence.child(piece.tokens[1], "pobj")
    if comma is None or named is None or comma + 2 > len(piece.tokens):
        return None
    return Voice(piece, first, named.lemma.lower(), piece.cut(comma + 1))


def _content(piece: Piece, verb: Token, subject: Token) -> Anchor | None:
    """The words after the verb; those before it where it stands at the end behind a comma."""
    base = piece.tokens[0].index
    below = piece.sentence.subtree(subject)
    start = min(verb.index, below[0].index) - base
    end = max(verb.index, below[-1].index if below[0].index > verb.index else verb.index) - base + 1
    rest = [t for t in piece.tokens[end:] if t.pos != "PUNCT"]
    if start > 1 and piece.tokens[start - 1].text in {",", '"', "”", "''"} and not rest:
        return piece.cut(0, start - 1)
    if not rest or start > 7:
        return None
    while end < len(piece.tokens) - 1 and piece.tokens[end].lower in LEADING:
        end += 1
    return piece.cut(end)
