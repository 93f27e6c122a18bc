"""Verbs that attribute: which of their dependents are the cue, which the content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.document.grammar import subject
from sayso.document.predicates import is_infinitive
from sayso.document.syntax import AUXILIARIES, FINITE, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.claims.attribution import Attribution, made
from sayso.stages.claims.bounds import (
    ENDING,
    before_next_saying,
    closed,
    condition_before,
    only_names,
    with_subject,
    without_label,
)
from sayso.stages.claims.frames import about
from sayso.stages.claims.lexicon import introduces, speaks, thinks
from sayso.stages.claims.relays import phrase_of
from sayso.stages.claims.spans import QUOTES
from sayso.stages.claims.speakers import Speaks, can_speak, speakers_of

ADDRESSED = frozenset({"tell", "inform", "assure", "remind", "warn", "advise", "notify", "convince"})
SEEMING = frozenset({"seem", "appear"})
WITH_CUE = AUXILIARIES | {"neg", "prt"}
"""Labels of the words that belong to a verb as a cue: "did not | deny", "point | out"."""
COMPLEMENTS = ("ccomp", "parataxis")
FINITE_OR_MODAL = FINITE | {"MD"}
PLACED = frozenset({"prep-in", "prep-at", "prep-on"})
WHEREABOUTS = PLACED | {"prep-to", "bare"}
GOING_ON = frozenset({"if", "unless", "because", "since", "although", "though", "until", "so", "once", "when"})
"""Words that open a clause which goes on with what was said: its condition, reason, reserve or time."""
RIDERS = frozenset({"with", "after", "while", "before", "amid", "following", "despite"})
LEAST_BEFORE = 3
"""Fewer words before a comma make no statement."""


UNDONE = frozenset({"fail", "refuse", "decline", "neglect"})
"""Verbs after which nothing has been said yet, or is said at all: "failed to offer"."""
REQUESTS = frozenset({"call", "urge", "ask", "press", "order", "invite", "appeal", "want", "tell", "force"})
"""Verbs whose infinitive is what another is to say."""
ANSWERING = frozenset({"deny", "dispute", "reject", "confirm", "doubt", "dismiss", "contradict"})
"""Verbs whose stand on what was said before is news, so that "this" is content enough."""


def of_verb(sentence: Sentence, verb: Token, frame: str, known: Speaks) -> Attribution | None:
    """The attribution that a verb makes in this frame; None where its subject cannot speak or it says nothing."""
    if (
        _converses(sentence, verb)
        or _asked(sentence, verb)
        or _is_purpose(sentence, verb)
        or _is_participle(sentence, verb)
        or _names_itself(sentence, verb)
        or (frame == "clause" and not introduces(verb) and not _clauses(sentence, verb))
    ):
        return None
    passive = sentence.child(verb, "nsubjpass")
    candidates = list(speakers_of(sentence, verb, speaks(verb)))
    unsourced = (passive is not None and not candidates) or verb.lemma in SEEMING
    if passive is not None and unsourced and frame in WHEREABOUTS - {"prep-to"}:
        return None
    speaker = next((word for word in candidates if can_speak(sentence, word, verb, frame, known)), None)
    if speaker is None and not unsourced:
        return None
    cue, parts = _cue(sentence, verb, frame)
    content = [t for below in map(sentence.subtree, parts) if speaker not in below for t in below]
    if (unsourced and content) or (passive is not None and not unsourced):
        content += _subject_of_passive(sentence, verb, passive)
    if unsourced:
        speaker = None
    elif speaker is not None and speaks(verb):
        content = _around(sentence, speaker, verb, content, frame)
        content += _before_apposition(sentence, speaker, verb)
    content = _own(sentence, verb, speaker, content, cue)
    content = before_next_saying(sentence, verb, _before_another_voice(sentence, verb, content, known))
    content = without_label(sentence, verb, content)
    if frame != "clause":
        content = _without_rider(sentence, content)
    if not _tells(content, any_word=speaks(verb)) and not (content and verb.lemma in ANSWERING):
        content = []
    if (not content and (unsourced or not speaks(verb))) or (frame == "object" and only_names(verb, content)):
        return None
    return made(sentence, verb, cue, content, speaker, frame)


def _converses(sentence: Sentence, verb: Token) -> bool:
    """ "The paper spoke with Roe about the war": who said what is yet to come."""
    return verb.lemma in {"speak", "talk"} and any(kid.lower == "with" for kid in sentence.children(verb))


def _asked(sentence: Sentence, verb: Token) -> bool:
    """ "Does the President believe …?" asks; nobody claims it."""
    subject_ = sentence.child(verb, "nsubj")
    before = sentence.child(verb, "aux")
    return (
        subject_ is not None
        and before is not None
        and before.index < subject_.index
        and any(t.text == "?" for t in sentence.tokens[verb.index :])
    )


def _is_purpose(sentence: Sentence, verb: Token) -> bool:
    """ "to make sure", "came to find out": what somebody does something for is no statement."""
    to = is_infinitive(sentence, verb)
    if not to or verb.dep in {"advcl", "acl", "relcl"} or not speaks(verb):
        return to
    head = sentence.head(verb)  # "is to report", "is expected to report": nothing is said yet
    undone = head.lemma in UNDONE or (verb.dep in {"xcomp", "advcl"} and head.lemma in REQUESTS)
    return undone or head.lemma == "be" or any(kid.dep == "auxpass" for kid in sentence.children(head))


def _is_participle(sentence: Sentence, verb: Token) -> bool:
    """ "When asked about the raid, X said …": X is asked. "France joined and asking …": a joint that cannot be."""
    if sentence.child(verb, *AUXILIARIES, *SUBJECTS, "agent") is not None:
        return False
    if verb.tag == "VBN":
        return verb.dep == "advcl" and any(kid.tag == "WRB" for kid in sentence.children(verb))
    return verb.tag == "VBG" and verb.dep == "conj" and sentence.head(verb).tag in FINITE


def _names_itself(sentence: Sentence, verb: Token) -> bool:
    """ "who called himself Ali"."""
    object_ = sentence.child(verb, "dobj", "nsubj") if verb.lemma == "call" else None
    near = sentence.tokens[verb.index + 1] if verb.index + 1 < len(sentence.tokens) else object_
    return any(t is not None and t.lower.endswith(("self", "selves")) for t in (object_, near)) and (
        verb.lemma in {"call", "name"}
    )


def _subject_of_passive(sentence: Sentence, verb: Token, passive: Token | None) -> tuple[Token, ...]:
    """ "The town is said to have fallen" is about the town; who "was told that …" is only spoken to."""
    about = passive or (subject(sentence, verb) if verb.lemma in SEEMING else None)
    if about is None or about.lower in {"it", "there"} or (passive is not None and verb.lemma in ADDRESSED):
        return ()
    return sentence.subtree(about)


def _own(
    sentence: Sentence, verb: Token, speaker: Token | None, content: Sequence[Token], cue: Sequence[Token]
) -> list[Token]:
    """The content without the words of the cue, of the source and of an "according to" that frames it all."""
    aside = set(cue)
    if speaker is not None:
        below = sentence.subtree(speaker)
        aside.update(below if verb not in below else ())
        aside.add(speaker)
    for token in sentence.tokens:
        if token.lower == "according" and token.index > verb.index and sentence.tokens[token.index - 1].text == ",":
            aside.update(phrase_of(sentence, token))
    return [t for t in content if t not in aside]


def _without_rider(sentence: Sentence, content: list[Token]) -> list[Token]:
    """Up to ", with X saying …", ", after …": a clause that comes along with the whole sentence."""
    for token in content:
        if token.lower in RIDERS and token.index > 0 and sentence.tokens[token.index - 1].text == ",":
            rest = [t for t in content if t.index >= token.index]
            if any(t.pos in VERBAL for t in rest):
                return [t for t in content if t.index < token.index]
    return content


def _before_another_voice(sentence: Sentence, verb: Token, content: list[Token], known: Speaks) -> list[Token]:
    """Up to ", while Y said …": a clause beside it with a voice of its own."""
    for other in content:
        if other.index <= verb.index or other.dep not in {"advcl", "conj"} or not speaks(other):
            continue
        below = sentence.subtree(other)
        first = below[0]
        parted = first.index > 0 and sentence.tokens[first.index - 1].text in {",", ";"}
        voice = sentence.child(other, "nsubj")
        if not parted or voice is None or first.lower not in {"while", "whereas", "but"}:
            continue
        if can_speak(sentence, voice, other, "clause", known):
            return [t for t in content if t.index < first.index]
    return content


def _tells(content: Sequence[Token], any_word: bool) -> bool:
    """There is more in it than a pronoun, a number or a day."""
    wanted = {"NOUN", "PROPN", "VERB", "ADJ"} | ({"AUX", "ADV", "INTJ"} if any_word else set())
    return any(t.pos in wanted and t.entity not in {"DATE", "TIME"} and t.tag != "WP" for t in content)


def _around(sentence: Sentence, speaker: Token, verb: Token, content: list[Token], frame: str) -> list[Token]:
    """The content, or what stands before and after a ", X said," where the parser did not join them."""
    condition = condition_before(sentence, speaker, verb)
    if any(t.pos != "PUNCT" for t in content) and frame not in WHEREABOUTS:
        return [*condition, *content, *_condition(sentence, verb, content)]
    if verb.dep == "parataxis":
        aside = {*sentence.subtree(verb), *sentence.subtree(speaker)} - {*condition}
        whole = {*condition, *sentence.subtree(sentence.head(verb))}
        kept = sorted(whole - aside, key=lambda t: t.index)
        return kept + _said_after(sentence, verb)
    asserts = verb.tag in FINITE_OR_MODAL and speaker.tag not in {"WP", "WDT"}
    before = _said_before(sentence, speaker, verb) if asserts else []
    if not before:
        return [] if frame in PLACED else content
    return [*before, *_said_after(sentence, verb)]


def _before_apposition(sentence: Sentence, speaker: Token, verb: Token) -> list[Token]:
    """ "…, mostly the allies, a diplomat said": the noun that the parser took for the subject is said."""
    head = sentence.head(speaker)
    if speaker.dep != "appos" or sentence.head(head) != verb or verb.index < speaker.index:
        return []
    return [t for t in sentence.subtree(head) if t not in sentence.subtree(speaker)]


def _said_before(sentence: Sentence, speaker: Token, verb: Token) -> list[Token]:
    """What stands before ", X said", where the parser did not join the two."""
    start = _start(sentence, speaker, verb)
    left = (
        sentence.tokens[: start - 1] if start > LEAST_BEFORE and sentence.tokens[start - 1].text in {",", ";"} else ()
    )
    ends = len(sentence.tokens) - verb.index <= ENDING or closed(sentence, speaker, verb)
    if not ends or not any(t.tag in FINITE_OR_MODAL for t in left):
        return []
    return list(left)


def _start(sentence: Sentence, speaker: Token, verb: Token) -> int:
    below = [t.index for t in sentence.subtree(speaker) if t.index < verb.index]
    at = speaker.index
    while at - 1 in below and sentence.tokens[at - 1].text != ",":
        at -= 1
    return min(at, verb.index)


def _said_after(sentence: Sentence, verb: Token) -> list[Token]:
    """What follows ", X said, …" and goes on with the statement: not "adding that …", not a clause beside it."""
    comma = next((t for t in sentence.tokens[verb.index + 1 : verb.index + 3] if t.text == ","), None)
    if comma is None or comma.index + 1 >= len(sentence.tokens):
        return []
    rest = sentence.tokens[comma.index + 1 :]
    hangs = [t for t in rest if t.head <= comma.index and t.pos != "PUNCT"]
    if any(t.head == verb.index and t.dep in {"advcl", "conj", "prep", "npadvmod"} for t in hangs) and (
        rest[0].lower not in GOING_ON
    ):
        return []
    return [] if rest[0].tag in {"VBG", "WP", "WDT"} or rest[0].lower in {"with", "and", "but", "as"} else list(rest)


def _condition(sentence: Sentence, verb: Token, content: Sequence[Token]) -> Iterator[Token]:
    """ "…, he said, if a charge had gone off": a condition after the verb belongs to what was said before it."""
    if not content or max(t.index for t in content) > verb.index:
        return
    for kid in sentence.children(verb):
        below = sentence.subtree(kid)
        if kid.dep == "advcl" and kid.index > verb.index and below[0].lower in GOING_ON - {"when", "since", "once"}:
            yield from below


def _cue(sentence: Sentence, verb: Token, frame: str) -> tuple[list[Token], list[Token]]:
    """The words of the cue, and the dependents that make up the content."""
    kids = sentence.children(verb)
    cue = [verb, *(kid for kid in kids if kid.dep in WITH_CUE)]
    clause = _clauses(sentence, verb)
    if clause and (frame == "clause" or speaks(verb)):
        return cue, with_subject(sentence, verb, clause)
    if frame.startswith("prep-"):
        word = frame.removeprefix("prep-")
        preposition = next(k for k in kids if k.dep == "prep" and k.lower == word and k.index > verb.index)
        rest = [kid for kid in sentence.children(preposition) if kid.dep != "punct"]
        return [*cue, preposition], rest + [kid for kid in kids if kid.dep in {"xcomp"}]
    return cue, _complements(sentence, verb, frame)


def _clauses(sentence: Sentence, verb: Token) -> list[Token]:
    """The clauses that are said. One before the verb is not, where the verb has its complement after it."""
    found = [kid for kid in sentence.children(verb) if kid.dep in COMPLEMENTS]
    found = [kid for kid in found if kid.index > verb.index or (introduces(verb) and _states(sentence, verb, kid))]
    found = [kid for kid in found if kid.dep != "parataxis" or not (speaks(kid) and sentence.child(kid, "nsubj"))]
    if any(sentence.subtree(kid)[0].index == verb.index + 1 for kid in found if kid.dep == "ccomp"):
        return [kid for kid in found if kid.index > verb.index]  # "we want it, we said we want it"
    if sentence.child(verb, "xcomp") is None:
        return found
    return [kid for kid in found if kid.index > verb.index and kid.dep == "ccomp"]


def _states(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """A clause before the verb is said where there is a verb in it, or quotes, and it is no headline of its own.

    "Border clash: Sweden says …" does not say "Border clash", nor does "Truce broken: Sweden accuses Denmark".
    """
    below = sentence.subtree(clause)
    colon = ":" in {below[-1].text, sentence.tokens[min(below[-1].index + 1, verb.index)].text}
    if colon and any(
        kid.dep in {"dobj", "xcomp", "ccomp"} and kid.index > verb.index for kid in sentence.children(verb)
    ):
        return False
    return any(t.pos in VERBAL or t.text in QUOTES for t in below)


def _complements(sentence: Sentence, verb: Token, frame: str) -> list[Token]:
    wanted = {"dobj", "xcomp", "oprd", "prep", "acomp", "attr"}
    if verb.lemma in ADDRESSED:
        wanted -= {"dobj", "prep"}
    parts = [kid for kid in sentence.children(verb) if kid.dep in wanted and kid.index > verb.index]
    if frame == "object":
        return [
            kid for kid in parts if kid.dep != "prep" or _belongs(sentence, kid) or _next_to_object(sentence, verb, kid)
        ] + _of_object(sentence, verb)
    if frame.endswith("infinitive"):
        return [kid for kid in parts if kid.dep != "prep"]
    return parts


def _of_object(sentence: Sentence, verb: Token) -> list[Token]:
    """ "expects the council | to act", "fears his guard | more than the rebels": what an object has with it."""
    object_ = sentence.child(verb, "dobj")
    after = sentence.subtree(object_)[-1].index + 1 if object_ is not None and thinks(verb) else None
    following = (kid for kid in sentence.children(verb) if sentence.subtree(kid)[0].index == after)
    return [
        kid for kid in following if kid.tag in {"JJR", "RBR"} or (kid.dep == "advcl" and is_infinitive(sentence, kid))
    ]


def _next_to_object(sentence: Sentence, verb: Token, preposition: Token) -> bool:
    """ "denied any part in the attack": right after the object, and neither time nor place."""
    object_ = sentence.child(verb, "dobj")
    if object_ is None or preposition.lower != "in" or not about(sentence, preposition):
        return False
    return sentence.subtree(object_)[-1].index == preposition.index - 1


def _belongs(sentence: Sentence, preposition: Token) -> bool:
    """A phrase that completes the verb ("accused X of Y"), not one of time or place."""
    listed = preposition.lower in {"of", "for", "as", "with", "over", "about", "from", "against", "on"}
    object_ = sentence.child(preposition, "pobj")
    return listed and (object_ is None or preposition.lower != "on" or object_.entity not in {"DATE", "TIME"})
