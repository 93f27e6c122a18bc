"""Links that only an answer shows: "Why did the fort fall? Its guns had no powder." They are suggestions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.document.syntax import AUXILIARIES, VERBAL, Sentence, Token
from sayso.stages.links.ends import End, Found, end
from sayso.stages.links.lexicon import Entry, lexicon, matched

REACH = 3
"""Sentences after the question among which the first that states something is the answer."""
OFFERING = frozenset({"either", "perhaps", "maybe", "possibly", "whether", "if"})
"""Words that open one of several answers: these are alternatives, not the cause."""
GROUNDS = frozenset({"because", "reason", "reasons", "due", "therefore", "since", "perhaps", "maybe"})
"""Words that tell, a little later, what the cause is."""
MINDS = frozenset(
    {"know", "think", "believe", "require", "depend", "say", "see", "remember", "ask", "understand", "need", "hear"}
)
"""Verbs of what is thought or needed before the answer comes."""
SELVES = frozenset({"i", "we", "you"})


def answered(sentences: Sequence[Sentence], number: int, follows: Callable[[int, int], bool]) -> Found | None:
    """The link from the answer to what this question asks the cause of; `follows` tells whether one may answer it."""
    sentence = sentences[number]
    if sentence.tokens[-1].text != "?":
        return None
    asked = _asked(sentence)
    answer = _answer(sentences, number, follows) if asked is not None else None
    if asked is None or answer is None:
        return None
    entry, signal, far = asked
    near = end(answer.root, (t for t in answer.tokens if t.index or t.lower != "because"))
    return Found(entry, signal, near, far) if near else None


def _asked(sentence: Sentence) -> tuple[Entry, tuple[Token, ...], End] | None:
    """The entry of the question, its words, and what it asks the cause of."""
    for token in sentence.tokens[:3]:
        for pattern in lexicon().answers.get(token.lower, ()):
            after = matched(sentence, pattern.words, token.index)
            if after is None or pattern.entry is None:
                continue
            signal = sentence.tokens[token.index : after]
            far = _matter(sentence, after)
            if far is not None:
                return pattern.entry, signal, far
    return None


def _matter(sentence: Sentence, after: int) -> End | None:
    """What the question asks the cause of: the words behind "why" and its auxiliary."""
    rest = sentence.tokens[after:]
    while rest and rest[0].dep in AUXILIARIES:
        rest = rest[1:]
    heads = [t for t in rest if t.pos in VERBAL and t.dep not in AUXILIARIES]
    return end(heads[0] if heads else rest[-1], rest) if len(rest) > 1 else None


def _answer(sentences: Sequence[Sentence], number: int, follows: Callable[[int, int], bool]) -> Sentence | None:
    """The first sentence that states something about the world; None where the answer asks, offers or hesitates."""
    near = range(number + 1, min(len(sentences), number + 1 + REACH))
    because = len(near) and follows(number, near[0]) and sentences[near[0]].tokens[0].lower == "because"
    if not because and any(
        t.lower in GROUNDS for later in near[1:] if follows(number, later) for t in sentences[later].tokens
    ):
        return None
    for later in near:
        sentence = sentences[later]
        if not follows(number, later) or sentence.tokens[-1].text == "?":
            return None
        if any(t.lower in OFFERING for t in sentence.tokens[:3]):
            return None
        if _states(sentence):
            return sentence
    return None


def _states(sentence: Sentence) -> bool:
    """A finite statement whose subject is not the speaker."""
    subject = sentence.child(sentence.root, "nsubj", "nsubjpass", "expl")
    told = sentence.root.pos in VERBAL and sentence.root.lemma not in MINDS
    return told and subject is not None and not _self(subject)


def _self(subject: Token) -> bool:
    return subject.lower in SELVES
