"""Cases that no "if" opens: "a thaw would slow them", "one more raid and …", "it would take a miracle", "with luck"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sayso.document.predicates import auxiliaries, is_imperative
from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Token
from sayso.stages.outlooks.condition import CLOSING, Condition
from sayso.stages.outlooks.lexicon import lexicon
from sayso.stages.outlooks.statements import Statement, runs

WOULD = frozenset({"would", "'d", "’d"})
AHEAD = WOULD | {"will", "'ll", "’ll", "wo", "shall", "can", "ca", "could", "may", "might"}
NEW = frozenset({"a", "an", "another", "any", "such"})
NONE = frozenset({"no", "not", "never", "nothing", "nobody", "none", "n't", "n’t", "neither", "hardly"})
MORE = frozenset({"another", "any"})
LIMITING = frozenset({"when", "after", "if", "once", "with", "through", "by"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
LEFT = frozenset({"leave", "allow", "push", "press", "provoke", "force", "corner", "starve", "abandon", "deprive"})
"""What is done to whom a case is put by a participle: "left alone, they will rearm"."""
PERSONS = frozenset({"i", "we", "you", "he", "she", "they", "it", "this", "that", "these", "those"})


def supposed(statement: Statement) -> Iterator[Condition]:
    """All that any of these ways finds, for what is foretold."""
    if statement.kind.kind != "forecast":
        return
    for rule in (
        _one_more,
        _bid,
        _would_take,
        _only_when,
        _with,
        _left_alone,
        _by_doing,
        _without,
        _whoever,
        _late,
        _subject,
        _only,
    ):
        yield from rule(statement)


def _case(words: Sequence[Token], signal: Sequence[Token], why: str) -> Iterator[Condition]:
    if words:
        inside = frozenset(t.index for t in (*words, *signal))
        yield Condition(runs(words), runs(signal), f"rule:outlooks.{why}", inside)


def _opening(statement: Statement) -> tuple[Token, ...]:
    """The statement's words without marks and joints before the first."""
    tokens = statement.tokens
    while tokens and (tokens[0].pos in {"PUNCT", "SPACE"} or tokens[0].dep == "cc" or tokens[0].pos == "CCONJ"):
        tokens = tokens[1:]
    return tokens


def _helped(statement: Statement, words: frozenset[str]) -> Token | None:
    return next((a for a in auxiliaries(statement.sentence, statement.top) if a.lower in words), None)


def _one_more(statement: Statement) -> Iterator[Condition]:
    """ "One more raid and the truce is over", "another such year, and …"."""
    words = _opening(statement)
    opens = len(words) > 3 and (words[0].lower in MORE or [w.lower for w in words[:2]] == ["one", "more"])
    joint = next((t for t in words if t.lower == "and"), None) if opens else None
    if joint is None:
        return
    before = [t for t in words if t.index < joint.index and t.pos != "PUNCT"]
    if not any(t.pos in VERBAL for t in before):
        yield from _case(before, (joint,), "one-more")


def _bid(statement: Statement) -> Iterator[Condition]:
    """ "Put it off and it is dead", "take the priests out, and you will need policemen", however they are parsed."""
    words = _opening(statement)
    if not words or words[0].tag not in {"VB", "VBP"} or words[0].pos not in VERBAL:
        return
    sentence = statement.sentence
    if sentence.child(words[0], *SUBJECTS) is not None and not is_imperative(sentence, words[0]):
        return
    for joint in (t for t in words if t.lower == "and" and t.index > words[0].index):
        after = [t for t in words if t.index > joint.index]
        if after and any(t.dep in SUBJECTS for t in after[:6]) and any(t.pos in VERBAL for t in after):
            before = [t for t in words if t.index < joint.index]
            while before and before[-1].pos == "PUNCT":
                before = before[:-1]
            yield from _case(before, (joint,), "bidden-case")
            return


def _would_take(statement: Statement) -> Iterator[Condition]:
    """ "It would take a call between the two for the text to be saved"."""
    sentence, verb = statement.sentence, statement.top
    subject = sentence.child(verb, "nsubj")
    if verb.lemma != "take" or subject is None or subject.lower != "it":
        return
    thing = sentence.child(verb, "dobj")
    if thing is None or thing.lemma in lexicon().sets["lengths"]:
        return
    below = [t for t in statement.tokens if t.index >= sentence.subtree(thing)[0].index]
    ends = next(
        (t for t in below if t.index > thing.index and t.lower in {"for", "to", "before"} and _led(below, t)), None
    )
    if ends is not None:
        yield from _case([t for t in below if t.index < ends.index], (verb,), "it-would-take")


def _led(tokens: Sequence[Token], opening: Token) -> bool:
    """A "to" clause begins here: "for the text to be saved", "to save it"."""
    return any(t.lower == "to" and t.dep == "aux" for t in tokens if t.index >= opening.index)


def _only_when(statement: Statement) -> Iterator[Condition]:
    """ "Only when the pass is open will the army move", "not until …": up to what is turned round."""
    words = _opening(statement)
    start = [w.lower for w in words[:2]]
    only = start[:1] == ["only"] and start[1:2] and start[1] in LIMITING
    if not (only or start == ["not", "until"]):
        return
    after = words[2:]
    turned = next(
        (
            t
            for t in after
            if t.lower in AHEAD | {"do", "does", "is", "are"}
            and t.dep in {"aux", "auxpass"}
            and t.head == statement.top.index
        ),
        None,
    )
    if turned is not None:
        yield from _case([t for t in after if t.index < turned.index], words[:2], "only-when")


def _with(statement: Statement) -> Iterator[Condition]:
    """ "With a decent harvest, the towns might be fed", "with luck it will hold": up to the comma or the subject."""
    words = _opening(statement)
    subject = statement.sentence.child(statement.top, *SUBJECTS)
    helped = _helped(statement, AHEAD)
    if not words or words[0].lower not in {"with", "under", "given"} or subject is None or helped is None:
        return
    start = statement.sentence.subtree(subject)[0].index
    case = [t for t in takewhile(lambda t: t.text != ",", words[1:]) if t.index < start]
    first = case[0].lower if case else ""
    open_ = first in NEW | {
        "enough",
        "more",
        "luck",
        "sufficient",
        "some",
        "proper",
        "better",
        "outside",
        "foreign",
    } or (helped.lower in WOULD | {"could", "might"})
    if case and open_ and words[0].lower == "with":
        yield from _case(case, words[:1], "with-it")


def _left_alone(statement: Statement) -> Iterator[Condition]:
    """ "Left alone, the militias will rearm"."""
    words = _opening(statement)
    if not words or words[0].tag != "VBN" or words[0].lemma not in LEFT or _helped(statement, AHEAD) is None:
        return
    case = list(takewhile(lambda t: t.text != ",", words))
    if case[-1].index < statement.top.index:
        yield from _case(case, (), "left-so")


def _by_doing(statement: Statement) -> Iterator[Condition]:
    """ "By closing the port, the marshal would starve the island"."""
    words = _opening(statement)
    if len(words) < 3 or words[0].lower != "by" or words[1].tag != "VBG" or _helped(statement, AHEAD) is None:
        return
    case = list(takewhile(lambda t: t.text != ",", words[1:]))
    if case[-1].index < statement.top.index:
        yield from _case(case, words[:1], "by-doing")


def _without(statement: Statement) -> Iterator[Condition]:
    """ "No truce can last without the tribes", "it will not hold without observers", "no treaty without a vote"."""
    denied = any(t.lower in NONE for t in statement.tokens)
    for token in statement.tokens:
        loose = denied or _helped(statement, WOULD | {"could", "might"}) is not None
        late = token.lower == "without" and token.index > 0 and loose
        short = (
            token.lower == "short"
            and statement.sentence.tokens[token.index + 1 : token.index + 2]
            and (statement.sentence.tokens[token.index + 1].lower == "of")
        )
        if not (late or short):
            continue
        signal = (token, statement.sentence.tokens[token.index + 1]) if short else (token,)
        after = [t for t in statement.tokens if t.index > signal[-1].index]
        words = list(takewhile(lambda t: t.text not in CLOSING and t.lower not in AHEAD | {"and", "but"}, after))
        if words and any(t.pos in NOUNS or t.pos in {"PRON", "VERB"} for t in words):
            yield from _case(words, signal, "without")
            return


def _whoever(statement: Statement) -> Iterator[Condition]:
    """ "Anyone who builds one will sleep in a cell", "whoever pays will win"."""
    subject = statement.sentence.child(statement.top, *SUBJECTS)
    if subject is None or _helped(statement, AHEAD) is None:
        return
    words = statement.sentence.subtree(subject)
    first = words[0].lower
    if (
        first in {"whoever", "whichever", "anyone", "anybody", "those"}
        and len(words) > 2
        and any(t.pos in VERBAL for t in words)
    ):
        yield from _case(words, (), "whoever")


def _late(statement: Statement) -> Iterator[Condition]:
    """ "The army will move once the pass is open", "they would go when others went", "on condition that …"."""
    sentence, top = statement.sentence, statement.top
    for token in statement.tokens:
        clause = sentence.head(token)
        opens = token.dep in {"mark", "advmod"} and clause.dep in {"advcl", "ccomp"} and clause.index > token.index
        if not opens or clause.index == top.index or sentence.child(clause, *SUBJECTS) is None:
            continue
        once = token.lower == "once" and token.index > top.index
        when = token.lower in {"when", "while"} and _helped(statement, AHEAD) is not None and clause.tag in FINITE
        only = token.index and sentence.tokens[token.index - 1].lower == "only" and token.lower in LIMITING
        if once or when or only:
            words = [t for t in sentence.subtree(clause) if t.index > token.index and t.index in statement.own]
            yield from _case(words, (token,), "once")
            return


def _subject(statement: Statement) -> Iterator[Condition]:
    """ "A thaw would slow them down", "closing the port would starve the island": the thing itself is the case."""
    sentence = statement.sentence
    if _helped(statement, WOULD) is None or statement.top.pos not in VERBAL or statement.cue is not None:
        return
    subject = sentence.child(statement.top, *SUBJECTS)
    if subject is None or subject.index > statement.top.index or subject.lower in PERSONS:
        return
    words = [t for t in sentence.subtree(subject) if t.index in statement.own]
    first = words[0].lower if words else ""
    doing = subject.dep == "csubj" and subject.tag in {"VBG", "VB"}
    thing = subject.dep == "nsubj" and subject.pos == "NOUN" and first in NEW
    if doing or thing:
        yield from _case(words, (), "would-bring")


def _only(statement: Statement) -> Iterator[Condition]:
    """ "Only a new vote can save the pact"."""
    words = _opening(statement)
    subject = statement.sentence.child(statement.top, *SUBJECTS)
    if not words or words[0].lower != "only" or subject is None or _helped(statement, AHEAD) is None:
        return
    case = [t for t in statement.sentence.subtree(subject) if t.lower != "only"]
    if case and case[0].index == words[0].index + 1:
        yield from _case(case, words[:1], "only-that")
