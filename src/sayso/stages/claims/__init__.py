"""Claims: who says what. Attributions and quotations, interview answers, and what the outlet says itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, ENTITIES, MENTIONS, SECTIONS, SENTENCES, TURNS
from sayso.document.records import Claim, ClaimForm, Section, Source, Why
from sayso.document.syntax import Sentence
from sayso.stages.claims.attributions import attributions
from sayso.stages.claims.headlines import headline_claim
from sayso.stages.claims.nesting import nested
from sayso.stages.claims.quotations import Quotation, quotations
from sayso.stages.claims.speech import Spoken, spoken
from sayso.stages.claims.units import units
from sayso.stages.claims.voices import Voices
from sayso.stages.stage import Inputs, Stage


def find(inputs: Inputs) -> Iterator[Claim]:
    """All claims in the order of their words; inner ones point to the claim that passes them on."""
    voices = Voices(inputs)
    quotes = quotations(inputs.document.characters, inputs[SECTIONS])
    headlines = list(_headlines(inputs, voices))
    taken = [*(anchor for claim in headlines for anchor in (*claim.content, *claim.cue))]
    sentences = [s for s in inputs[SENTENCES] if not any(t.overlaps(s.anchor) for t in taken)]
    found = [a for sentence in sentences for a in attributions(sentence)]
    said = spoken(found, quotes, sentences, inputs[SECTIONS])
    attributed = [*headlines, *(_attributed(inputs, voices, quotes, one) for one in said)]
    own = list(_own(inputs, voices, sentences, said))
    unique = {claim.id: claim for claim in (*attributed, *own)}
    yield from nested(sorted(unique.values(), key=_place))


def _place(claim: Claim) -> tuple[int, int, str]:
    first = min((*claim.content, *claim.cue))
    return first.start, -first.end, claim.id


def _headlines(inputs: Inputs, voices: Voices) -> Iterator[Claim]:
    for section in inputs[SECTIONS]:
        if section.kind == "headline":
            found = headline_claim(inputs.document.characters, section, voices.entity, voices.is_metonym)
            if found is not None:
                content, cue = (found.content,), (found.cue,)
                source = voices.by_words(found.source)
                quoted = quotations(inputs.document.characters, [section])
                form = _form(content, quoted, speech=True)
                why = Why("rule:claims.headline")
                yield Claim(inputs.id("c", cue, content), source, cue, content, form, why)


def _attributed(inputs: Inputs, voices: Voices, quotes: Sequence[Quotation], one: Spoken) -> Claim:
    found = one.attribution
    source = voices.source(found.sentence, found.speaker, found.source)
    form = _form(one.content, quotes, found.speech)
    return Claim(inputs.id("c", found.cue, one.content), source, found.cue, one.content, form, Why(found.rule))


def _form(content: Sequence[Anchor], quotes: Sequence[Quotation], speech: bool) -> ClaimForm:
    """How the words are given: all quoted, some quoted, retold, or not spoken at all."""
    near = [q.anchor for q in quotes if any(q.anchor.overlaps(piece) for piece in content)]
    quoted = sum(min(q.end, p.end) - max(q.start, p.start) for q in near for p in content if q.overlaps(p))
    total = sum(len(piece) for piece in content)
    if quoted >= total - 2 * len(content):
        return "direct"
    if quoted > 0:
        return "mixed"
    return "indirect" if speech else "thought"


def _own(inputs: Inputs, voices: Voices, sentences: Sequence[Sentence], said: Sequence[Spoken]) -> Iterator[Claim]:
    """Answers and questions of an interview, and what the outlet says in its own voice."""
    covered = sorted(_covered(said), key=lambda anchor: anchor.start)
    for sentence in sentences:
        section = voices.section(sentence.section)
        if section.kind in {"question", "answer"}:
            yield from _of_turn(inputs, voices, section, sentence)
        elif section.kind != "caption":
            yield from _narrated(inputs, sentence, covered)


def _covered(said: Sequence[Spoken]) -> Iterator[Anchor]:
    """What attributions take up: their cues, sources and contents."""
    for one in said:
        yield from one.content
        yield from one.attribution.cue
        if one.attribution.source is not None:
            yield one.attribution.source


def _of_turn(inputs: Inputs, voices: Voices, section: Section, sentence: Sentence) -> Iterator[Claim]:
    turn = voices.turn(section.id)
    speaker = turn.speaker if turn is not None else None
    named = turn.named if turn is not None else None
    answer = section.kind == "answer"
    if speaker is not None or named is not None:
        source = Source("named", named, speaker)
    else:
        source = Source("unnamed") if answer else Source("author")
    for unit in units(sentence):
        rule = "rule:claims.answer" if answer else "rule:claims.question"
        yield Claim(
            inputs.id("c", section.kind, unit), source, (), (unit,), "answer" if answer else "narration", Why(rule)
        )


def _narrated(inputs: Inputs, sentence: Sentence, covered: Sequence[Anchor]) -> Iterator[Claim]:
    """The units of a sentence that no attribution touches and that state something."""
    for unit in units(sentence):
        if any(anchor.overlaps(unit) for anchor in covered):
            continue
        if any(t.pos in {"VERB", "AUX"} for t in sentence.tokens_in(unit)):
            why = Why("rule:claims.narration")
            yield Claim(inputs.id("c", "narration", unit), Source("author"), (), (unit,), "narration", why)


STAGE = Stage(writes=CLAIMS, reads=(SECTIONS, SENTENCES, MENTIONS, ENTITIES, TURNS), version=1, make=find)
