"""Attributions that the trained model finds, joined with the grammar of the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.records import Why
from sayso.document.spans import Spans
from sayso.document.syntax import NOUNS, NOUNS_AND_PRONOUNS, RELATIVE_PRONOUNS, VERBAL, Sentence, Token
from sayso.models import attribution as model
from sayso.stages.claims.attribution import Attribution, is_speech
from sayso.stages.claims.citing import untangled
from sayso.stages.claims.lexicon import thinks
from sayso.stages.claims.verbs import ANSWERING
from sayso.stages.claims.within import is_voice, is_voice_within

FUNCTION = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE"})
"""Parts of speech that say nothing by themselves."""
POINTING = frozenset({"it", "this", "that", "he", "she", "they", "who", "which"})
SPEECH_PHRASES = frozenset({"according", "per", ":"})
"""First words of cues that hand on speech and are no verbs."""
SURE = frozenset({"rule:claims.quoted", "rule:claims.quoting"})
"""Rules that are surer than the model."""
TRUSTED = SURE | {
    f"rule:claims.{rule}" for rule in ("clause", "noun-clause", "adjective-clause", "hearsay", "opinion", "rumour")
}
"""Rules that spoil nothing where the model is silent: tried on PolNeAR dev one at a time."""
VAGUE = frozenset(
    {f"rule:claims.{rule}" for rule in ("object", "prep-to", "prep-with", "prep-in", "prep-at", "prep-on")}
)
"""Rules that were nearly always wrong where people read what they add."""


class Grammar:
    """The sentences of a text, to look up the words of what the model found."""

    def __init__(self, sentences: Sequence[Sentence], made_by: str) -> None:
        self._sentences = sentences
        self._starts = [sentence.anchor.start for sentence in sentences]
        self._made_by = made_by

    def joined(self, found: Iterable[model.Attribution], characters: str) -> Iterator[Attribution]:
        """The attributions whose cue stands in one of the sentences and whose content has words."""
        for one in found:
            sentence = self._at(one.cue[0])
            content = self._worded([Anchor(*span) for span in one.content], sentence, characters)
            tokens = sentence.tokens_in(Anchor(*one.cue)) if sentence is not None else ()
            if sentence is None or not tokens or not content:
                continue
            attribution = self._attribution(one, sentence, tokens, content)
            if attribution.head.lemma in ANSWERING or not self._only_points(content):
                yield from untangled(attribution)

    def _worded(self, content: Sequence[Anchor], own: Sentence | None, characters: str) -> tuple[Anchor, ...]:
        """The pieces with words in them; not the "The" of a neighbouring sentence that the model takes along."""
        pieces = [piece for piece in content if any(map(str.isalnum, piece.words(characters)))]
        return tuple(piece for piece in pieces if not self._is_loose(piece, own)) or tuple(pieces)

    def _is_loose(self, piece: Anchor, own: Sentence | None) -> bool:
        """In another sentence than the cue's, nothing but words that join or point."""
        around = self._at(piece.start)
        if around is None or around is own:
            return False
        return all(t.pos in FUNCTION for t in around.tokens_in(piece))

    def _only_points(self, content: Sequence[Anchor]) -> bool:
        """All that is said is "it" or "that", which says nothing without what it stands for."""
        sentences = [self._at(piece.start) for piece in content]
        pairs = [(s, piece) for s, piece in zip(sentences, content, strict=True) if s is not None]
        words = [t for s, piece in pairs for t in s.tokens_in(piece) if t.pos not in {"PUNCT", "SPACE"}]
        return len(words) == 1 and words[0].lower in POINTING

    def _at(self, place: int) -> Sentence | None:
        """The sentence that holds a character."""
        number = bisect_right(self._starts, place) - 1
        return self._sentences[number] if number >= 0 and place < self._sentences[number].anchor.end else None

    def _attribution(
        self, one: model.Attribution, sentence: Sentence, tokens: Sequence[Token], content: tuple[Anchor, ...]
    ) -> Attribution:
        head = _head(tokens)
        source = Anchor(*one.source[0]) if one.source else None
        around = self._at(source.start) if source is not None else None
        if source is not None and around is not None:
            source = _with_antecedent(around, _without_mark(around, source), Anchor(*one.cue))
        speaker = _speaker(around, source) if around is not None and source is not None else None
        return Attribution(
            sentence,
            cue=(Anchor(*one.cue),),
            content=content,
            source=source if speaker is not None else None,
            speaker=speaker,
            around=around or sentence,
            why=Why(self._made_by, round(one.score, 4)),
            speech=is_speech(head) or tokens[0].lower in SPEECH_PHRASES,
            head=head,
            reach=Anchor(*one.cue),
        )


def _head(cue: Sequence[Token]) -> Token:
    """The word that carries the cue: its last verb, else its last noun, else its first word.

    Not a verb that describes a noun of the cue: "said in a report sent to Congress".
    """
    nouns = {t.index for t in cue if t.pos in NOUNS}
    for kind in ("VERB", "NOUN"):
        last = next((t for t in reversed(cue) if t.pos == kind and (kind == "NOUN" or t.head not in nouns)), None)
        if last is not None:
            return last
    return cue[0]


def _speaker(sentence: Sentence, source: Anchor) -> Token | None:
    """The noun or pronoun of a source that nothing in it governs, or only a verb does; the first of several."""
    own = sentence.tokens_in(source)
    within = {t.index for t in own}
    tops = [t for t in own if t.pos != "PUNCT" and (t.head not in within or t.head == t.index)]
    verbs = {t.index for t in tops if t.pos in VERBAL}  # of "Roe, head of a school founded in 1850" misparsed
    below = (t for t in own if t.head in verbs)
    return next((t for t in (*tops, *below) if t.pos in NOUNS_AND_PRONOUNS), next(iter(tops), None))


def _without_mark(sentence: Sentence, source: Anchor) -> Anchor:
    """Without the "that" or "because" that opens the clause in which the source acts."""
    own = sentence.tokens_in(source)
    first = next((t for t in own if t.dep not in {"mark", "cc"} and t.pos != "PUNCT"), None)
    return Anchor(first.start, source.end) if first is not None and own[0] is not first else source


def _with_antecedent(sentence: Sentence, source: Anchor, cue: Anchor) -> Anchor:
    """From "which was led by Roe" to "the court, which was led by Roe": a clause about a source is not all of it."""
    own = sentence.tokens_in(source)
    if len(own) < 2 or own[0].lower not in RELATIVE_PRONOUNS:
        return source
    verb = next((t for t in sentence.ancestors(own[0]) if t.dep == "relcl"), None)
    noun = sentence.head(verb) if verb is not None else own[0]
    before = [
        t for t in sentence.subtree(noun) if t.index < own[0].index and (t.start >= cue.end or t.end <= cue.start)
    ]
    return Anchor(min([source.start, *(t.start for t in before)]), source.end) if noun in before else source


def with_rules(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """The model's attributions and what rules add, in the order of their cues.

    A rule that names a source wins over the model that finds none for the same cue.

    Where somebody is quoted by somebody ("the agency quoted X as saying"), grammar tells the two apart: it comes first.
    Elsewhere a rule is heard where the model is silent: within what is attributed, of which the model's corpus marks
    nothing, any but one, and outside only those that spoil nothing there.
    """
    sure = Spans((one.reach, one) for one in ruled if one.why.by in SURE)
    named = Spans((cue, one) for one in ruled if one.speaker is not None for cue in one.cue)
    kept = [
        one
        for one in found
        if not any(
            any(sure.overlapping(cue)) or (one.speaker is None and any(named.overlapping(cue))) for cue in one.cue
        )
    ]
    contents = Spans((piece, one) for one in kept for piece in one.content)
    kept = [one for one in kept if (is_voice_within if any(contents.covering(one.reach)) else is_voice)(one)]
    cues = Spans((cue, one) for one in kept for cue in one.cue)
    silent = (one for one in ruled if not any(any(cues.overlapping(cue)) for cue in one.cue))
    own = [one for one in silent if _is_heard(one, any(contents.covering(one.reach)))]
    return sorted([*kept, *own], key=lambda one: one.cue)


def _is_heard(one: Attribution, inside: bool) -> bool:
    """What a rule finds counts; `inside` of what is attributed unless it is only possible or due ("must explain")."""
    if not inside:
        return _is_trusted(one)
    return is_voice_within(one) and (one.why.by not in VAGUE or thinks(one.head) or _is_trusted(one))


def _is_trusted(one: Attribution) -> bool:
    """A rule that is sure by itself, or somebody denies or confirms something."""
    return one.why.by in TRUSTED or (one.head.lemma in ANSWERING and one.head.pos == "VERB" and one.speaker is not None)
