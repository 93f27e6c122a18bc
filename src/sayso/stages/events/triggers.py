"""Triggers: the words that say something happened, accepted only in the company the vocabulary asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.document.grammar import agent, conjuncts, identified, patient, subject
from sayso.document.syntax import Sentence, Token
from sayso.stages.events.ground import Ground
from sayso.stages.events.lexicon import Entry, NounPattern, VerbPattern, lexicon

PARTICLES = frozenset({"prt", "prep", "advmod", "dative", "agent", "npadvmod"})
OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
ARGUMENT_PREPOSITIONS = frozenset(
    {"of", "by", "on", "against", "in", "at", "with", "between", "from", "to", "near", "upon"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """`head` is the verb or noun; `tokens` all words of the trigger; `light` the light verb that carries a noun.

    `takes_place`: the noun is the subject of a verb that says it happened ("clashes broke out").
    """

    entry: Entry
    head: Token
    tokens: tuple[Token, ...]
    light: Token | None = None
    takes_place: bool = False

    @property
    def nominal(self) -> bool:
        return self.head.pos in {"NOUN", "PROPN"}


ACTING = frozenset({"person", "people", "armed-group", "government", "organisation"})
"""Kinds of entities that can mean what they do."""
HITTABLE = frozenset({"place", "facility", "armed-group"})
"""Kinds of entities that make the object of a verb of attack a target of force, whatever else the sentence says."""


def triggers(sentence: Sentence, ground: Ground) -> Iterator[tuple[Trigger, ...]]:
    """For each word that may say something happened, in order, what it may say; the likeliest reading first."""
    lemmas = frozenset(
        form for token in sentence.tokens for form in (token.lemma.lower(), token.lower.removesuffix("s"))
    )
    for token in sentence.tokens:
        readings: tuple[Trigger | None, ...] = ()
        if token.pos == "VERB":
            readings = tuple(_verb(sentence, token, pattern, ground, lemmas) for pattern in _verbs(token))
        elif token.pos == "NOUN" or (token.pos == "PROPN" and ground.mention(token) is None):
            readings = tuple(_noun(sentence, token, pattern, ground, lemmas) for pattern in _nouns(token))
        found = tuple(reading for reading in readings if reading is not None)
        if found:
            yield found


def _verbs(token: Token) -> tuple[VerbPattern, ...]:
    return lexicon().verbs.get(token.lemma.lower(), ())


def _nouns(token: Token) -> tuple[NounPattern, ...]:
    return lexicon().nouns.get(token.lemma.lower(), ())


def _verb(
    sentence: Sentence, verb: Token, pattern: VerbPattern, ground: Ground, lemmas: frozenset[str]
) -> Trigger | None:
    extra: list[Token] = []
    if not pattern.rest and sentence.child(verb, "prt") is not None:
        return None  # a particle makes another verb of it: "shell out"
    for word in pattern.rest:
        particle = next((t for t in sentence.children(verb) if t.lower == word and t.dep in PARTICLES), None)
        if particle is None:
            return None
        extra.append(particle)
    done_to = whole(sentence, patient(sentence, verb))
    target = identified(sentence, done_to) if done_to is not None else None
    if pattern.complement is not None:
        if target is None or target.lemma.lower() != pattern.complement:
            return None
        extra.append(target)
    elif not _object_fits(sentence, verb, target, pattern.entry, ground):
        return None
    if pattern.entry.verbal and target is None and sentence.head(verb).lemma == "be" and verb.dep == "xcomp":
        return None  # "the gunman is to blame" blames nobody
    fits = _in_context(pattern.entry, verb, lemmas) or _clear(sentence, verb, target, pattern.entry, ground)
    if not fits or _figurative(sentence, verb, target, pattern.entry):
        return None
    return Trigger(pattern.entry, verb, (verb, *sorted(extra, key=lambda t: t.index)))


def _object_fits(sentence: Sentence, verb: Token, target: Token | None, entry: Entry, ground: Ground) -> bool:
    """The object is of a kind or a word the entry names; an entry that names none takes any."""
    if entry.patient == "subject":
        if target is not None and verb.dep != "acl":
            return False
        target = subject(sentence, verb)
    if not entry.objects and not entry.object_kinds:
        return True
    if target is None:
        return False
    return any(_fits(sentence, word, entry, ground) for word in (target, *conjuncts(sentence, target)))


def _figurative(sentence: Sentence, verb: Token, target: Token | None, entry: Entry) -> bool:
    """A deed done to, or with, what no deed can be done to ("bombarded with questions", "killed the bill")."""
    if entry.verbal:
        return False
    sufferer = subject(sentence, verb) if entry.patient == "subject" or target is None else target
    means = sentence.child(verb, "prep")
    tool = sentence.child(means, "pobj") if means is not None and means.lower == "with" else None
    return any(word is not None and word.lemma.lower() in lexicon().figurative for word in (sufferer, target, tool))


def _fits(sentence: Sentence, word: Token, entry: Entry, ground: Ground) -> bool:
    """The word, or a noun before it ("aid" of "aid deliveries"), is one the entry names, or its entity's kind is."""
    before = (kid for kid in sentence.children(word) if kid.dep == "compound")
    if any(t.lemma.lower() in entry.objects for t in (word, *before)):
        return True
    return _kind(word, ground) in entry.object_kinds


def _clear(sentence: Sentence, verb: Token, target: Token | None, entry: Entry, ground: Ground) -> bool:
    """Who does it, or what it is done to, tells force without other words of war."""
    if entry.agents:
        doer = agent(sentence, verb) or subject(sentence, verb)
        return doer is not None and _kind(doer, ground) in ACTING
    return target is not None and _kind(target, ground) in HITTABLE


def _kind(word: Token, ground: Ground) -> str | None:
    entity = ground.entity(word)
    return ground.kind(entity) if entity is not None and not ground.is_metonym(word) else None


def _in_context(entry: Entry, head: Token, lemmas: frozenset[str]) -> bool:
    return not entry.context or bool(entry.context & (lemmas - {head.lemma.lower()}))


def whole(sentence: Sentence, part: Token | None) -> Token | None:
    """What a part or a count is of: "students" for "tens of thousands of students"."""
    while part is not None and part.lemma.lower() in lexicon().parts:
        of = sentence.child(part, "prep")
        inner = sentence.child(of, "pobj") if of is not None and of.lower == "of" else None
        if inner is None:
            return part
        part = inner
    return part


def _noun(
    sentence: Sentence, noun: Token, pattern: NounPattern, ground: Ground, lemmas: frozenset[str]
) -> Trigger | None:
    if noun.dep in {"compound", "amod", "nmod"}:
        return None
    begin = noun.index - len(pattern.before)
    words = sentence.tokens[max(begin, 0) : noun.index]
    if begin < 0 or tuple(t.lower for t in words) != pattern.before:
        return None
    entry, of = pattern.entry, _of(sentence, noun, pattern.of)
    if of is None or not _in_context(entry, noun, lemmas) or not _noun_object_fits(sentence, noun, entry, ground):
        return None
    light = _light_verb(sentence, noun)
    happens = _takes_place(sentence, noun)
    if light is None and not happens and not _has_argument(sentence, noun, ground):
        return None
    return Trigger(entry, noun, (*words, noun, *of), light, happens)


def _of(sentence: Sentence, noun: Token, lemma: str | None) -> tuple[Token, ...] | None:
    """The words "of war" that the pattern asks for, none where it asks for none; None where they are not there."""
    if lemma is None:
        return ()
    for kid in sentence.children(noun):
        inner = sentence.child(kid, "pobj") if kid.lower == "of" else None
        if inner is not None and inner.lemma.lower() == lemma:
            return kid, inner
    return None


def _noun_object_fits(sentence: Sentence, noun: Token, entry: Entry, ground: Ground) -> bool:
    if not entry.objects and not entry.object_kinds:
        return True
    governed = [*noun_arguments(sentence, noun, "of"), *_modifiers(sentence, noun)]
    return any(_fits(sentence, token, entry, ground) for token in governed)


def noun_arguments(sentence: Sentence, noun: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns in the noun's own phrases with these prepositions ("of", "by", "on" …), with what is joined to them."""
    for kid in sentence.children(noun):
        if kid.dep in {"prep", "agent"} and kid.lower in prepositions:
            for inner in sentence.children(kid):
                if inner.dep == "pobj":
                    yield inner
                    yield from conjuncts(sentence, inner)


def _modifiers(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Possessors, compounds and adjectives before the noun ("Russia's", "rebel", "Spanish")."""
    return (kid for kid in sentence.children(noun) if kid.dep in {"poss", "compound", "amod", "nmod"})


def _has_argument(sentence: Sentence, noun: Token, ground: Ground) -> bool:
    governed = noun_arguments(sentence, noun, *ARGUMENT_PREPOSITIONS)
    return any(ground.entity(t) is not None for t in (*governed, *_modifiers(sentence, noun)))


def _light_verb(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that only carries the noun ("launched an attack")."""
    verb = sentence.head(noun)
    carried = noun.dep in OBJECTS and verb.lemma.lower() in lexicon().light_verbs
    return verb if carried and verb.pos == "VERB" else None


def _takes_place(sentence: Sentence, noun: Token) -> bool:
    verb = sentence.head(noun)
    return noun.dep in {"nsubj", "nsubjpass"} and verb.lemma.lower() in lexicon().takes_place
