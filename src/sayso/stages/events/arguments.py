"""Arguments: actor, target, place, time and numbers, from the trigger's own clause or clearly shared with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.document.anchor import hull
from sayso.document.grammar import agent, conjuncts, identified, patient, stray_object, subject
from sayso.document.records import Time
from sayso.document.syntax import Sentence, Token
from sayso.stages.events.ground import Ground
from sayso.stages.events.lexicon import lexicon
from sayso.stages.events.triggers import Trigger, noun_arguments, whole

PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "off", "outside", "inside", "within", "around", "on", "aboard"})
ACCUSING = frozenset({"accuse", "suspect", "blame", "convict", "acquit", "condemn", "criticize", "criticise", "arrest"})
"""Verbs whose object did, or is said to have done, what follows "of" or "for"."""
SHARING = frozenset({"advcl", "pcomp", "xcomp", "conj", "acl"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Ids of entities, of a time and of numbers; empty or None where the clause does not state them."""

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    time: str | None
    numbers: tuple[str, ...]
    loser: str | None
    """Whom a place is taken "from"."""
    stated: bool
    """The clause names an actor or a target, whether or not it is an entity we know."""
    party: bool
    """The clause names an actor that can speak for itself, whether or not it is an entity we know."""


def arguments(sentence: Sentence, trigger: Trigger, ground: Ground) -> Arguments:
    """Everything the clause states about one trigger."""
    if trigger.nominal:
        actor_tokens, target_tokens = _of_noun(sentence, trigger, ground)
    else:
        actor_tokens, target_tokens = _of_verb(sentence, trigger)
    actors = _entities(sentence, actor_tokens, ground, as_actor=True)
    targets = tuple(t for t in _entities(sentence, target_tokens, ground) if t not in actors)
    scope = _scope(sentence, trigger)
    losers = _entities(sentence, _pobj_of(sentence, trigger.head, "from"), ground, as_actor=True)
    return Arguments(
        actors,
        targets,
        _place(sentence, trigger, scope, targets, ground),
        _time(sentence, trigger, scope, ground),
        _numbers(trigger, scope, ground),
        losers[0] if losers else None,
        any(token.pos in {"NOUN", "PROPN"} for token in (*actor_tokens, *target_tokens)),
        bool(actors) or any(token.lemma.lower() in lexicon().parties for token in actor_tokens),
    )


def _of_verb(sentence: Sentence, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    verb = trigger.head
    doer = agent(sentence, verb) or _accused(sentence, verb) or subject(sentence, verb)
    actors = [doer] if doer is not None and not _scene(sentence, verb, doer) else []
    if trigger.entry.patient == "subject":
        return (list(_after_particle(sentence, trigger)), actors)
    done_to = patient(sentence, verb)
    if done_to is None or done_to in trigger.tokens or done_to.lemma.lower() in trigger.entry.objects:
        inner = noun_arguments(sentence, done_to, "of", "on", "against", "over", "with") if done_to else iter(())
        own = [done_to] if done_to is not None and done_to not in trigger.tokens else []
        return actors, [*own, *inner, *_after_particle(sentence, trigger)]
    return actors, [done_to]


def _accused(sentence: Sentence, verb: Token) -> Token | None:
    """Whom somebody says to have done it: "X accused Y of killing" tells of a deed of Y's."""
    preposition = sentence.head(verb)
    saying = sentence.head(preposition)
    if verb.dep != "pcomp" or preposition.lower not in {"of", "for"} or saying.lemma not in ACCUSING:
        return None
    return sentence.child(saying, "dobj", "nsubjpass")


def _scene(sentence: Sentence, verb: Token, doer: Token) -> bool:
    """Only where the deed was: in "a bombing outside a bank that killed two" the bank kills nobody."""
    while verb.dep == "conj":
        verb = sentence.head(verb)
    if verb.dep != "relcl" or doer.dep != "pobj" or sentence.head(doer).lower not in PLACE_PREPOSITIONS:
        return False
    return any(above.lemma.lower() in lexicon().nouns for above in sentence.ancestors(doer) if above.pos == "NOUN")


def _after_particle(sentence: Sentence, trigger: Trigger) -> Iterator[Token]:
    """What stands behind the trigger's own preposition ("clashed with X", "fell to X")."""
    for kid in sentence.children(trigger.head):
        own = kid in trigger.tokens or kid.lower in {"with", "against", "on", "upon"}
        if kid.dep == "prep" and own:
            yield from (inner for inner in sentence.children(kid) if inner.dep == "pobj")


def _of_noun(sentence: Sentence, trigger: Trigger, ground: Ground) -> tuple[list[Token], list[Token]]:
    noun = trigger.head
    actors = list(noun_arguments(sentence, noun, "by"))
    targets = list(noun_arguments(sentence, noun, "on", "against", "upon", "with", "between"))
    objects = list(noun_arguments(sentence, noun, "of"))
    before = [kid for kid in sentence.children(noun) if kid.dep in {"poss", "amod", "compound", "nmod"}]
    if trigger.light is not None:
        doer = subject(sentence, trigger.light)
        actors += [doer] if doer is not None else []
        targets += _pobj_of(sentence, trigger.light, "on", "against")
    if trigger.entry.patient == "subject":
        return actors, objects + before
    if trigger.entry.of_actor and trigger.light is None:
        return actors + objects + before, targets
    if actors or targets:
        return (actors or before), (targets or objects)
    if trigger.entry.territory and not objects:
        return [], before  # "the town's capture": the place is what was captured
    return before, objects


def _pobj_of(sentence: Sentence, verb: Token, *prepositions: str) -> list[Token]:
    found = (kid for kid in sentence.children(verb) if kid.dep == "prep" and kid.lower in prepositions)
    return [inner for prep in found for inner in sentence.children(prep) if inner.dep == "pobj"]


def _entities(sentence: Sentence, tokens: Iterable[Token], ground: Ground, as_actor: bool = False) -> tuple[str, ...]:
    """The entities of these words and of those joined to them; a place that is no metonym does not act."""
    found: dict[str, None] = {}
    for token in tokens:
        for part in (token, *conjuncts(sentence, token)):
            word = part if ground.entity(part) else identified(sentence, whole(sentence, part) or part)
            entity = ground.entity(word)
            if entity is None or ground.introduces(word) or (as_actor and not _can_act(entity, word, ground)):
                continue
            found.setdefault(entity)
    return tuple(found)


def _can_act(entity: str, word: Token, ground: Ground) -> bool:
    """Places do not act, but for the governments they stand for; a ship acts for those who sail it."""
    if ground.kind(entity) in {"place", "facility"}:
        return ground.is_metonym(word) or ground.is_called(entity, lexicon().vessels)
    return True


def _scope(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """The words that belong to the event: a noun's own phrase and clause, a verb's clause with a stray object."""
    head = trigger.light or trigger.head
    stray = stray_object(sentence, head) if head.pos == "VERB" else None
    return (*sentence.clause(head), *(sentence.tokens[head.index + 1 : stray.index + 1] if stray else ()))


def _place(
    sentence: Sentence, trigger: Trigger, scope: tuple[Token, ...], targets: tuple[str, ...], ground: Ground
) -> str | None:
    """Where: the most precise place in a place phrase of the clause; else the target, where it is a place."""
    own = _pobj_of(sentence, trigger.head, *PLACE_PREPOSITIONS)
    if trigger.light is not None:
        own += _pobj_of(sentence, trigger.light, *PLACE_PREPOSITIONS)
    if not trigger.nominal or trigger.light is not None:
        own += [t for t in scope if t.dep == "pobj" and sentence.head(t).lower in PLACE_PREPOSITIONS]
    own = [t for t in own if sentence.head(t) not in trigger.tokens]  # "called on X" calls nowhere
    stated = [e for e in _entities(sentence, own, ground) if ground.is_place(e)]
    stated = [e for e in stated if not any(ground.is_metonym(t) and ground.entity(t) == e for t in own)]
    if stated:
        return min(stated, key=ground.precision)
    if trigger.entry.place and trigger.entry.patient == "object":
        return next((t for t in targets if ground.is_place(t)), None)
    return None


def _time(sentence: Sentence, trigger: Trigger, scope: tuple[Token, ...], ground: Ground) -> str | None:
    """When: the day in the clause, or in the clause that it shares its subject with."""
    head = trigger.light or trigger.head
    if trigger.nominal:
        inside = _dated(ground.times(sentence.span(trigger.head)))
        if inside:
            return inside[0].id
    clause = sentence.clause_head(head)
    while True:
        tokens = scope if clause.index == sentence.clause_head(head).index else sentence.clause(clause)
        starts = {t.start for t in tokens}
        dated = _dated(ground.times(hull(t.anchor for t in tokens)))
        found = next((t for t in dated if any(t.anchor.start <= s < t.anchor.end for s in starts)), None)
        if found is not None:
            return found.id
        if clause.dep not in SHARING or trigger.nominal:
            return None
        parent = sentence.clause_head(sentence.head(clause))
        if parent.index == clause.index:
            return None
        clause = parent


def _dated(times: Iterable[Time]) -> list[Time]:
    """Days and hours; "now", "recently" and "in future" date nothing."""
    return [t for t in times if t.kind in {"date", "time"} and not t.timex3.endswith("_REF")]


def _numbers(trigger: Trigger, scope: tuple[Token, ...], ground: Ground) -> tuple[str, ...]:
    """How many: the plain counts of the clause (no money, distances or shares)."""
    if trigger.entry.verbal or (trigger.nominal and trigger.light is None):
        return ()  # "the bloc of 15 states condemned it": words have no toll
    starts = {t.start for t in scope}
    near = ground.numbers(hull(t.anchor for t in scope))
    return tuple(n.id for n in near if n.unit is None and any(n.anchor.start <= s < n.anchor.end for s in starts))
