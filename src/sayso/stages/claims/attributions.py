"""Attributions of one sentence: cue, source and content by grammar, before voices and quotations are joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.document.anchor import Anchor, hull
from sayso.document.grammar import subject
from sayso.document.syntax import Sentence, Token
from sayso.stages.claims.lexicon import LEAST, best_frame, speaks
from sayso.stages.claims.speakers import can_speak

ADDRESSED = frozenset({"tell", "inform", "assure", "remind", "warn", "advise", "notify", "convince"})
HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
SEEMING = frozenset({"seem", "appear"})
AUXILIARY = frozenset({"aux", "auxpass", "neg", "prt"})
COMPLEMENTS = ("ccomp", "parataxis")
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
WHEREABOUTS = frozenset({"prep-in", "prep-at", "prep-on", "prep-to"})
ENDING = 12
"""Words after a verb of saying that still leave it at the end of its sentence: addressee, place, day."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Anchors of one attribution. `speaker` is the word that heads the source, for finding its entity."""

    sentence: Sentence = field(repr=False)
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    source: Anchor | None
    speaker: Token | None
    rule: str
    speech: bool
    head: Token


def attributions(sentence: Sentence) -> Iterator[Attribution]:
    """The attributions whose cue stands in this sentence, in the order of their cues."""
    for token in sentence.tokens:
        found = _according(sentence, token) or _hearsay(sentence, token) or _of_word(sentence, token)
        if found is not None:
            yield found


def _of_word(sentence: Sentence, token: Token) -> Attribution | None:
    best = best_frame(sentence, token)
    if best is None:
        return None
    frame, share = best
    if share < LEAST:
        return None
    if token.pos == "VERB":
        return _of_verb(sentence, token, frame)
    return _of_noun_or_adjective(sentence, token, frame)


def _of_verb(sentence: Sentence, verb: Token, frame: str) -> Attribution | None:
    speaker = _speaker(sentence, verb)
    passive = sentence.child(verb, "nsubjpass")
    unsourced = (passive is not None and speaker is None) or verb.lemma in SEEMING
    if not unsourced and (speaker is None or not can_speak(sentence, speaker, verb, frame)):
        return None
    cue, parts = _cue(sentence, verb, frame)
    content = [t for kid in parts for t in sentence.subtree(kid)]
    if unsourced:
        speaker = None
        content += (
            sentence.subtree(passive or subject(sentence, verb) or verb) if (passive or verb.lemma in SEEMING) else []
        )
    content = [t for t in content if t not in cue]
    if speaks(verb) and speaker is not None and (not content or frame in WHEREABOUTS):
        content = _said_before(sentence, speaker, verb) or content
    if not speaks(verb) and not _tells(content):
        return None
    return _made(sentence, verb, cue, content, speaker, f"rule:claims.{frame}")


def _tells(content: list[Token]) -> bool:
    """There is more in it than a pronoun, a number or a day."""
    return any(t.pos in {"NOUN", "PROPN", "VERB", "ADJ"} and t.entity not in {"DATE", "TIME"} for t in content)


def _said_before(sentence: Sentence, speaker: Token, verb: Token) -> list[Token]:
    """What stands before ", X said" at the end of a sentence, where the parser did not join the two."""
    start = min(sentence.subtree(speaker)[0].index, verb.index)
    left = sentence.tokens[: start - 1] if start > 3 and sentence.tokens[start - 1].text == "," else ()
    if len(sentence.tokens) - verb.index > ENDING or not any(t.tag in FINITE for t in left):
        return []
    return list(left)


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    """The word that heads the source: agent of a passive, own subject, or the subject the clause shares."""
    agent = sentence.child(verb, "agent")
    if agent is not None:
        return sentence.child(agent, "pobj")
    own = sentence.child(verb, "nsubj")
    if own is not None:
        return None if own.lower in {"it", "there"} and sentence.child(verb, "expl") else own
    return subject(sentence, verb)


def _cue(sentence: Sentence, verb: Token, frame: str) -> tuple[list[Token], list[Token]]:
    """The words of the cue, and the dependents that make up the content."""
    kids = sentence.children(verb)
    cue = [verb, *(kid for kid in kids if kid.dep in AUXILIARY)]
    clause = [kid for kid in kids if kid.dep in COMPLEMENTS]
    if clause and (frame == "clause" or speaks(verb)):
        return cue, clause
    if frame.startswith("prep-"):
        word = frame.removeprefix("prep-")
        preposition = next(kid for kid in kids if kid.dep == "prep" and kid.lower == word and kid.index > verb.index)
        rest = [kid for kid in sentence.children(preposition) if kid.dep != "punct"]
        return [*cue, preposition], rest + [kid for kid in kids if kid.dep in {"xcomp"}]
    wanted = {"dobj", "xcomp", "oprd", "prep", "acomp", "attr"}
    if verb.lemma in ADDRESSED:
        wanted -= {"dobj", "prep"}
    parts = [kid for kid in kids if kid.dep in wanted and kid.index > verb.index]
    if frame == "object":
        parts = [kid for kid in parts if kid.dep != "prep" or _belongs(sentence, kid)]
    elif frame.endswith("infinitive"):
        parts = [kid for kid in parts if kid.dep not in {"prep"}]
    return cue, parts


def _belongs(sentence: Sentence, preposition: Token) -> bool:
    """A phrase that completes the verb ("accused X of Y"), not one of time or place."""
    return preposition.lower in {"of", "for", "as", "with", "over", "about", "from", "against", "on"}


def _of_noun_or_adjective(sentence: Sentence, word: Token, frame: str) -> Attribution | None:
    kids = sentence.children(word)
    if word.pos == "NOUN":
        owner = sentence.child(word, "poss")
        if owner is None or not can_speak(sentence, owner, word, frame):
            return None
        clause = [kid for kid in kids if kid.dep in {"acl", "ccomp"} and kid.index > word.index]
        content = [t for kid in clause for t in sentence.subtree(kid)]
        return _made(sentence, word, [word], content, owner, f"rule:claims.{frame}")
    copula = sentence.head(word)
    speaker = sentence.child(copula, "nsubj")
    if speaker is None or not can_speak(sentence, speaker, word, frame):
        return None
    clause = [kid for kid in kids if kid.dep in {"ccomp", "xcomp"}]
    content = [t for kid in clause for t in sentence.subtree(kid)]
    cue = [copula, word, *(kid for kid in sentence.children(copula) if kid.dep in AUXILIARY)]
    return _made(sentence, word, cue, content, speaker, f"rule:claims.{frame}")


def _according(sentence: Sentence, token: Token) -> Attribution | None:
    """ "according to X": what the phrase hangs on, without the phrase."""
    if token.lower != "according":
        return None
    to = next((kid for kid in sentence.children(token) if kid.lower == "to"), None)
    speaker = sentence.child(to, "pobj") if to is not None else None
    if to is None or speaker is None:
        return None
    phrase = set(sentence.subtree(token))
    head = sentence.head(token)
    clause = sentence.clause_head(head if head not in phrase else sentence.root)
    content = [t for t in sentence.subtree(clause) if t not in phrase]
    return _made(sentence, token, [token, to], content, speaker, "rule:claims.according-to")


def _hearsay(sentence: Sentence, token: Token) -> Attribution | None:
    """ "reportedly": somebody says so, the text does not say who."""
    if token.lower not in HEARSAY or token.dep != "advmod":
        return None
    content = [t for t in sentence.subtree(sentence.clause_head(token)) if t != token]
    return _made(sentence, token, [token], content, None, "rule:claims.hearsay")


def _made(
    sentence: Sentence, head: Token, cue: list[Token], content: list[Token], speaker: Token | None, rule: str
) -> Attribution:
    own = set(cue)
    source = None
    if speaker is not None:
        named = [t for t in sentence.subtree(speaker) if t not in own]
        if head in sentence.subtree(speaker):
            named = [speaker]
        named = _trimmed(named)
        source = hull(t.anchor for t in _run(named, speaker)) if named else speaker.anchor
    return Attribution(
        sentence,
        cue=tuple(pieces(sorted(own, key=lambda t: t.index), sentence)),
        content=tuple(pieces(content, sentence)),
        source=source,
        speaker=speaker,
        rule=rule,
        speech=head.pos == "VERB" and speaks(head),
        head=head,
    )


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without punctuation at the ends."""
    while tokens and tokens[-1].pos == "PUNCT":
        tokens = tokens[:-1]
    while tokens and tokens[0].pos == "PUNCT":
        tokens = tokens[1:]
    return tokens


def _run(tokens: list[Token], around: Token) -> list[Token]:
    """The unbroken run of tokens that holds the head."""
    kept = [around]
    index = {t.index: t for t in tokens}
    for step in (-1, 1):
        at = around.index + step
        while at in index:
            kept.append(index[at])
            at += step
    return _trimmed(sorted(kept, key=lambda t: t.index))


def pieces(tokens: Iterable[Token], sentence: Sentence) -> Iterator[Anchor]:
    """The unbroken runs of some tokens; runs that only punctuation parts are one, without commas at their ends."""
    found = sorted(set(tokens), key=lambda t: t.index)
    run: list[Token] = []
    for token in found:
        if run and any(t.pos != "PUNCT" for t in sentence.tokens[run[-1].index + 1 : token.index]):
            yield from _anchor(run)
            run = []
        run.append(token)
    yield from _anchor(run)


def _anchor(run: list[Token]) -> Iterator[Anchor]:
    while run and run[-1].text in {",", ";", ":", "-", "–", "—", "."}:
        run = run[:-1]
    while run and run[0].text in {",", ";", ":", "-", "–", "—", "."}:
        run = run[1:]
    if any(t.pos not in {"PUNCT", "SPACE"} for t in run):
        yield Anchor(run[0].start, run[-1].end)
