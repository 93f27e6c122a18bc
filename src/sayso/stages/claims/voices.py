"""Voices: which entity stands behind the words of a source, and what kind of source it is."""

from __future__ import annotations

from bisect import bisect_right

from sayso.document.anchor import Anchor, hull
from sayso.document.layer import ENTITIES, MENTIONS, SECTIONS, TURNS
from sayso.document.records import Entity, Mention, Section, Source, SourceKind, Turn
from sayso.document.syntax import AUXILIARIES, NOUNS, RELATIVE_PRONOUNS, Sentence, Token
from sayso.stages.claims.described import Described
from sayso.stages.claims.spans import run
from sayso.stages.claims.voice_types import is_no_name
from sayso.stages.stage import Inputs

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
SPEAKING = frozenset({"person", "organisation", "armed-group", "government", "people"})
GROUPS = frozenset({"organisation", "armed-group", "government"})


class Voices:
    """Look-ups over mentions, entities and interview turns of one text."""

    def __init__(self, inputs: Inputs) -> None:
        self._mentions: list[Mention] = sorted(inputs[MENTIONS], key=lambda m: (m.anchor.start, -m.anchor.end))
        self._starts = [m.anchor.start for m in self._mentions]
        self._owner: dict[str, Entity] = {mention: entity for entity in inputs[ENTITIES] for mention in entity.mentions}
        self._forms = {m.id: m.form for m in self._mentions}
        self._sections: dict[str, Section] = {s.id: s for s in inputs[SECTIONS]}
        self._turns: dict[int, Turn] = {t.turn: t for t in inputs[TURNS]}
        self._described = Described(inputs, self._mentions, self._mention, self._owner)

    def turn(self, section: str) -> Turn | None:
        """The interview turn a section belongs to."""
        number = self._sections[section].turn
        return self._turns.get(number) if number is not None else None

    def section(self, section: str) -> Section:
        """The section with this id."""
        return self._sections[section]

    def source(self, sentence: Sentence, speaker: Token | None, span: Anchor | None) -> Source:
        """The source that these words name."""
        if speaker is None or span is None:
            return Source("none")
        if _is_first_person(speaker):
            return self._first_person(sentence, span)
        word = speaker
        if speaker.lower in RELATIVE_PRONOUNS:
            word = self._antecedent(sentence, speaker)
        entity = self.entity(word.anchor)
        if entity is None and word is not speaker:  # "witnesses, who said": without an entity, the words must tell
            span = _name(sentence, word)
        found = Source(self._kind(sentence, entity, word), span, entity.id if entity else None)
        return self._described.of(sentence, word, found)

    def _antecedent(self, sentence: Sentence, relative: Token) -> Token:
        """The noun that a relative pronoun stands for; the one right before it where the parser's is elsewhere."""
        verb = next((t for t in sentence.ancestors(relative) if t.dep == "relcl"), None)
        head = sentence.head(verb) if verb is not None else relative
        before = [t for t in sentence.tokens[max(0, relative.index - 2) : relative.index] if t.pos != "PUNCT"]
        near = before[-1] if before else head
        if (
            verb is not None
            and near.pos in NOUNS
            and _differs(sentence, verb, head)
            and not _differs(sentence, verb, near)
        ):
            return near
        if relative.lower != "who" or near.pos not in NOUNS or head in (near, *sentence.ancestors(near)):
            return head
        return near if self.speaks(near) else head

    def _first_person(self, sentence: Sentence, span: Anchor) -> Source:
        """ "I" in an answer is its speaker; elsewhere it is left to the claim around it."""
        turn = self.turn(sentence.section)
        if turn is not None and turn.speaker is not None:
            return self.speaker(span, turn.speaker)
        return Source("unnamed", span, None)

    def speaker(self, span: Anchor | None, entity: str | None) -> Source:
        """The named source whose turn it is to speak."""
        return self._described.of_speaker(Source("named", span, entity))

    def is_open_first_person(self, sentence: Sentence, speaker: Token) -> bool:
        """The speaker is an "I" or "we" that only a voice around it can explain."""
        turn = self.turn(sentence.section)
        return _is_first_person(speaker) and (turn is None or turn.speaker is None)

    def speaks(self, word: Token) -> bool | None:
        """Whether the entity behind a word can speak; None where none is known. Places only where they act."""
        mention = self._mention(word.anchor)
        if mention is None:
            return None
        kind = self._owner[mention.id].kind
        return kind in SPEAKING or mention.form == "metonym" or (None if kind == "country" else False)

    def by_words(self, span: Anchor) -> Source:
        """The source that a headline names before or after its colon: what its last word belongs to."""
        entity = self.entity(Anchor(span.end - 1, span.end))
        if entity is None:
            return self._described.of_words(Source("unnamed", span))
        return self._described.of_words(Source(self._named(entity) or "unnamed", span, entity.id))

    def is_metonym(self, span: Anchor) -> bool:
        """The words name a place that stands for its government."""
        return any(m.form == "metonym" and span.covers(m.anchor) for m in self._mentions)

    def entity(self, word: Anchor) -> Entity | None:
        """The entity of the mention that holds the word."""
        mention = self._mention(word)
        return self._owner[mention.id] if mention is not None else None

    def _mention(self, word: Anchor) -> Mention | None:
        """The smallest mention that holds the word, those first whose head it is."""
        at = bisect_right(self._starts, word.start)
        near = [m for m in self._mentions[max(0, at - 12) : at] if m.anchor.covers(word) and m.id in self._owner]
        if not near:
            return None
        best = min(near, key=lambda m: (m.head.start != word.start, len(m.anchor)))
        if best.head.start != word.start and not best.head.overlaps(word) and not best.anchor.end <= word.end:
            return None
        return best

    def _kind(self, sentence: Sentence, entity: Entity | None, word: Token) -> SourceKind:
        named = self._named(entity) if entity is not None else None
        if is_no_name(word):
            return "collective"
        if named or word.pos == "PROPN" or _is_the_only(sentence, entity, word):
            return "named"
        if word.lower in {"they", "we"}:
            return "collective"
        counted = any(kid.dep == "nummod" for kid in sentence.children(word))
        return "collective" if word.tag in {"NNS", "NNPS"} and not counted else "unnamed"

    def _named(self, entity: Entity) -> SourceKind | None:
        """`named` where the text calls the entity by a name anywhere."""
        return "named" if any(self._forms[m] in {"name", "metonym"} for m in entity.mentions) else None


def _is_first_person(word: Token) -> bool:
    """ "we", not "the US"."""
    return word.lower in FIRST_PERSON and word.text != "US"


def _is_the_only(sentence: Sentence, entity: Entity | None, word: Token) -> bool:
    """ "the Spanish commission": a body told from all others by its nation."""
    if entity is None or entity.kind not in GROUPS or word.tag != "NN":
        return False
    kids = sentence.children(word)
    return any(t.lower == "the" for t in kids) and any(t.entity in {"NORP", "GPE"} for t in kids)


def _differs(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """The verb of a relative clause is singular and the noun is not, or the other way round."""
    finite = next((kid for kid in sentence.children(verb) if kid.dep in AUXILIARIES), verb)
    many = noun.tag in {"NNS", "NNPS"} or sentence.child(noun, "conj") is not None
    if finite.tag == "VBZ" or finite.lower == "was":
        return many
    return not many and (finite.tag == "VBP" or finite.lower == "were")


def _name(sentence: Sentence, noun: Token) -> Anchor:
    """The noun with the words before it that belong to it."""
    own = [t for t in sentence.subtree(noun) if t.index <= noun.index]
    return hull(t.anchor for t in run(own, noun))
