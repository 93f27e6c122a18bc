"""Alternatives told by rival voices, versions and labels: "X blames A. Y blames B.", "Best case: …. Worst case: …."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, VERBAL, Sentence, Token
from sayso.stages.alternatives.offered import Offer
from sayso.stages.alternatives.pieces import Together, pieces

Found = tuple[Offer | None, int]
LABEL = re.compile(
    r"(?:scenario|hypothesis|option|outcome|theory|version|case|possibility|h) ?"
    r"(?:one|two|three|four|five|[a-e]|[1-5]) ?[:.–—-]|(?:best|worst|base|middle) case ?:",
    re.IGNORECASE,
)
CASES = re.compile(
    r"(?:in|under) (?:the|a) (?:best|worst|base|middle|good|bad|likeliest)(?: - | |-)case\b", re.IGNORECASE
)
INSISTS = frozenset({"insist", "maintain", "contend", "claim", "argue"})
BELIEVES = frozenset({"believe", "think", "say", "suspect", "hold", "suggest"}) | INSISTS


def rivals(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """What is offered from this sentence on, and the sentence after it."""
    for find in (_labelled, _blamed, _voiced):
        found, after = find(sentences, number, together)
        if found is not None:
            return found, after
    return None, number


def _run(sentences: Sequence[Sentence], number: int, together: Together) -> Iterator[Sentence]:
    """The sentences from here on that stand together."""
    for later in range(number, min(len(sentences), number + 6)):
        if not together(number, later):
            return
        yield sentences[later]


def _words(sentence: Sentence) -> str:
    """Its first words, a blank between them."""
    return " ".join(t.text for t in sentence.tokens[:7])


def _offered(id_: str, parts: Sequence[Anchor], signal: Sequence[Token], exclusive: bool) -> Offer:
    return Offer(id_, tuple(parts), tuple(t.anchor for t in signal), exclusive)


def _labelled(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """ "Scenario one: A. Scenario two: B.", "In the best case A. In the worst case B."."""
    marks = LABEL if LABEL.match(_words(sentences[number])) else CASES
    if not marks.match(_words(sentences[number])):
        return None, number
    found, after = [], number
    for place, sentence in enumerate(_run(sentences, number, together)):
        if marks.match(_words(sentence)) and any(t.pos in VERBAL for t in sentence.tokens):
            found.append(sentence)
            after = number + place + 1
    if len(found) < 2:
        return None, number
    return _offered(
        "labelled", [_unlabelled(s) for s in found], [s.tokens[0] for s in found], _outcomes(found[0])
    ), after


def _outcomes(sentence: Sentence) -> bool:
    """What is labelled are outcomes, of which only one can come about: "best case", "scenario one"."""
    return bool({"case", "scenario", "outcome"} & {t.lower for t in sentence.tokens[:6]})


def _unlabelled(sentence: Sentence) -> Anchor:
    """The words after the colon of the label."""
    colon = next((t.index for t in sentence.tokens[:5] if t.text == ":"), -1)
    return Anchor(sentence.tokens[colon + 1].start, sentence.anchor.end)


def _halves(sentences: Sequence[Sentence], number: int, together: Together) -> tuple[list[tuple[Sentence, Token]], int]:
    """The two verbs, each with a subject of its own, of a sentence or of two that follow each other."""
    sentence = sentences[number]
    parts = [piece.tokens for piece in pieces(sentence, number)]
    if len(parts) == 2:
        return [(sentence, verb) for p in parts if (verb := _verb(sentence, p)) is not None], number + 1
    if len(parts) > 2 or number + 1 >= len(sentences) or not together(number, number + 1):
        return [], number
    return [(sentence, sentence.root), (sentences[number + 1], sentences[number + 1].root)], number + 2


def _verb(sentence: Sentence, piece: Sequence[Token]) -> Token | None:
    """The verb of blaming or saying in these words that has its subject there."""
    for token in piece:
        told = token.lemma == "blame" or token.lemma in BELIEVES
        if told and token.pos == "VERB" and sentence.child(token, *NOUN_SUBJECTS) is not None:
            return token
    return None


def _holders(halves: Sequence[tuple[Sentence, Token]]) -> bool:
    """Two different subjects, both named by a noun."""
    subjects = [sentence.child(verb, "nsubj") for sentence, verb in halves]
    named = [s for s in subjects if s is not None and s.pos in NOUNS]
    return len(named) == 2 and named[0].lemma.lower() != named[1].lemma.lower()


def _blamed(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """ "X blames A for it. Y blames B."; of one thing, so a second "for" must name the same or "it"."""
    if not any(t.lemma == "blame" for t in sentences[number].tokens):
        return None, number
    halves, after = _halves(sentences, number, together)
    if len(halves) != 2 or any(v.lemma != "blame" or v.pos != "VERB" for _, v in halves) or not _holders(halves):
        return None, number
    objects = [(s, kid) for s, v in halves if (kid := s.child(v, "dobj")) is not None]
    things = [_for_what(s, v) for s, v in halves]
    if len(objects) != 2 or (things[1] not in {None, "it", "this", "that"} and things[0] != things[1]):
        return None, number
    return _offered("blamed", [_noun(s, o) for s, o in objects], [v for _, v in halves], True), after


def _for_what(sentence: Sentence, verb: Token) -> str | None:
    for token in sentence.subtree(verb):
        if token.lower in {"for", "on"} and token.dep in {"prep", "dative"}:
            thing = sentence.child(token, "pobj")
            return thing.lemma.lower() if thing is not None else None
    return None


def _noun(sentence: Sentence, noun: Token) -> Anchor:
    """The noun with its words, without "for …"."""
    words = sentence.subtree(noun)
    stop = next((t.index for t in words if t.index > noun.index and t.lower in {"for", ","}), words[-1].index + 1)
    return Anchor(words[0].start, sentence.tokens[stop - 1].end)


def _voiced(sentences: Sequence[Sentence], number: int, together: Together) -> Found:
    """ "X insists that A. Y insists that B.", "X believes it was A; Y thinks it was B."."""
    if not any(t.lemma in BELIEVES for t in sentences[number].tokens):
        return None, number
    halves, after = _halves(sentences, number, together)
    if len(halves) != 2 or any(v.lemma not in BELIEVES for _, v in halves) or not _holders(halves):
        return None, number
    heads = [(s, k) for s, v in halves for k in s.children(v) if k.dep == "ccomp" and k.index > v.index]
    if len(heads) != 2 or not _of_one_thing(heads, halves):
        return None, number
    return _offered("voiced", [_content(s, h) for s, h in heads], [v for _, v in halves], False), after


def _of_one_thing(heads: Sequence[tuple[Sentence, Token]], halves: Sequence[tuple[Sentence, Token]]) -> bool:
    """The second tells of "it" what befell it, as the first does; or both insist, in the past."""
    (one, first), (two, second) = heads
    again = two.child(second, *NOUN_SUBJECTS)
    told = one.child(first, *NOUN_SUBJECTS)
    if again is None or told is None or not _past(one, first) or not _past(two, second):
        return False
    if again.lower in {"it", "they", "he", "she"}:
        return again.dep == "nsubjpass" or second.lemma == "be"
    return all(verb.lemma in INSISTS for _, verb in halves)


def _past(sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VBD" or any(k.tag == "VBD" for k in sentence.children(verb) if k.dep in {"aux", "auxpass"})


def _content(sentence: Sentence, head: Token) -> Anchor:
    """The clause without "that" and its end mark."""
    words = [t for t in sentence.subtree(head) if t.dep != "mark" or t.lower != "that" or t.head != head.index]
    while len(words) > 1 and words[-1].pos == "PUNCT":
        words.pop()
    return Anchor(words[0].start, words[-1].end)
