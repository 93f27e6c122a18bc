"""What comes in the present tense: "within a year there is …", "more strikes are to follow", "no end is in sight"."""

from __future__ import annotations

from sayso.document.predicates import COPULAR, auxiliaries
from sayso.document.syntax import NOUNS, SUBJECTS, VERBAL, Token
from sayso.stages.kinds.present import present
from sayso.stages.kinds.statements import Found, Statement

SPANS = frozenset(
    {"moment", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "season", "decade"}
    | {"generation", "century"}
)
SOONER = tuple(
    tuple(words.split())
    for words in (
        "sooner or later",
        "before long",
        "before too long",
        "in the long run",
        "in the worst case",
        "at worst",
        "this time next year",
        "in the end",
        "in the coming",
        "in the next",
        "by this time next",
        "at this rate",
        "one day",
    )
)
"""Words before or in a present clause that put it ahead."""
LIMITS = frozenset({"within", "by", "in"})
TO_COME = frozenset({"come", "follow"})
HELD = frozenset({"set", "bound", "headed", "destined", "poised", "primed", "ripe", "ready", "braced"})
"""With "for" and a happening."""
OVER = frozenset({"dead", "over", "finished", "gone", "lost", "doomed", "done"})


def coming(statement: Statement) -> Found | None:
    """The first of these signs."""
    for rule in (
        _by_then,
        _to_follow,
        _bound_for,
        _matter_of,
        _one_more,
        _to_take,
        _given_time,
        _in_the_first,
        _likeliest,
    ):
        found = rule(statement)
        if found is not None:
            return found
    return None


def _by_then(statement: Statement) -> Found | None:
    """ "Sooner or later the money runs out", "within a year there is a new president"."""
    verb = statement.head
    helped = auxiliaries(statement.sentence, verb)
    passive = verb.tag == "VBN" and len(helped) == 1 and helped[0].tag in {"VBZ", "VBP"} and helped[0].lemma == "be"
    if verb.pos not in VERBAL or not (passive or (verb.tag in {"VBZ", "VBP"} and not helped)):
        return None
    if statement.sentence.child(verb, *SUBJECTS) is None or verb.lemma in {"say", "think", "believe"}:
        return None
    for token in statement.sentence.clause(verb):
        if token.lower == "by" and token.dep == "prep" and _by_time(statement, token):
            return Found("forecast", (token, verb), "rule:kinds.by-then")
        words = statement.sentence.tokens[token.index : token.index + 4]
        said = any(tuple(t.lower for t in words[: len(sign)]) == sign for sign in SOONER)
        late = token.index > verb.index and within(statement, token)
        if said or late or (token.index < verb.index and _ahead(statement, token)):
            return Found("forecast", (token, verb), "rule:kinds.by-then")
    return None


DAYS = frozenset(
    {
        "morning",
        "evening",
        "noon",
        "nightfall",
        "dawn",
        "dusk",
        "midnight",
        "tomorrow",
        "tonight",
        "spring",
        "summer",
        "autumn",
        "winter",
    }
    | {"christmas", "easter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


def _by_time(statement: Statement, token: Token) -> bool:
    """ "finished by morning", "gone by Friday"."""
    noun = statement.sentence.child(token, "pobj", "pcomp")
    return noun is not None and noun.lower in DAYS


def within(statement: Statement, token: Token) -> bool:
    """ "within a week", "within 48 hours"."""
    noun = (
        statement.sentence.child(token, "pobj") if token.lower in {"within", "inside"} and token.dep == "prep" else None
    )
    return noun is not None and noun.lemma in SPANS


def _ahead(statement: Statement, token: Token) -> bool:
    """ "within a year", "by next year", "in ten years": a limit before the verb."""
    if token.lower not in LIMITS or token.dep != "prep":
        return False
    noun = statement.sentence.child(token, "pobj")
    if noun is None or noun.lemma not in SPANS or noun.index > statement.head.index:
        return False
    kids = statement.sentence.children(noun)
    if token.lower == "by":
        return any(k.lower in {"next", "the"} for k in kids)
    counted = any(
        k.dep in {"nummod", "det"} and k.lower not in {"the", "this", "that", "these", "those", "any"} for k in kids
    )
    return counted or token.lower == "within"


def _to_follow(statement: Statement) -> Found | None:
    """ "More strikes are to follow", "worse is to come", "what comes next is a war", "his days are numbered"."""
    verb = statement.head
    clause = statement.sentence.child(verb, "csubj", "nsubj", "nsubjpass")
    next_ = clause is not None and any(k.lower == "next" for k in statement.sentence.children(clause))
    if clause is not None and next_ and clause.lemma == "come" and verb.lemma == "be" and verb.tag != "VBD":
        return Found("forecast", (clause,), "rule:kinds.to-follow")
    if clause is not None and verb.lemma == "number" and clause.lemma in SPANS and present(statement, verb):
        return Found("forecast", (verb,), "rule:kinds.to-follow")
    for token in statement.tokens:
        if token.lemma in TO_COME and token.tag == "VB" and token.index:
            before = statement.sentence.tokens[token.index - 1]
            above = statement.sentence.head(token)
            verb = above if above.pos in VERBAL else statement.sentence.head(above)
            if before.lower == "to" and verb.lemma == "be" and verb in statement.clauses() and present(statement, verb):
                return Found("forecast", (token,), "rule:kinds.to-follow")
    return None


def _bound_for(statement: Statement) -> Found | None:
    """ "The province is set for a bitter winter", "the talks are doomed"."""
    for verb in statement.clauses():
        words = (*statement.predicates(verb), verb)
        if not present(statement, verb):
            continue
        for word in words:
            held = word.lower in HELD and any(_for_a_thing(statement, k) for k in statement.sentence.children(word))
            linked = word is not verb or statement.sentence.child(verb, "auxpass") is not None
            if linked and (
                held or (word.lower in {"doomed", "foredoomed", "inevitable"} and _a_happening(statement, verb))
            ):
                return Found("forecast", (word,), "rule:kinds.bound-for")
    return None


def _for_a_thing(statement: Statement, preposition: Token) -> bool:
    """ "for a bitter winter", not "for Oriba"."""
    noun = statement.sentence.child(preposition, "pobj") if preposition.lower == "for" else None
    return noun is not None and noun.pos == "NOUN" and noun.entity is None


def _a_happening(statement: Statement, verb: Token) -> bool:
    subject = statement.sentence.child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.pos in NOUNS


def _matter_of(statement: Statement) -> Found | None:
    """ "It is a matter of months before …", "not a question of if but of when"."""
    for verb in statement.clauses():
        for noun in statement.predicates(verb) if verb.lemma in COPULAR else ():
            of = statement.sentence.child(noun, "prep")
            if (
                noun.lemma not in {"matter", "question"}
                or of is None
                or of.lower != "of"
                or not present(statement, verb)
            ):
                continue
            after = statement.sentence.tokens[of.index + 1 : of.index + 6]
            if any(t.lemma in SPANS or t.lower in {"when", "if", "time"} for t in after):
                return Found("forecast", (noun,), "rule:kinds.matter-of-when")
    return None


def _given_time(statement: Statement) -> Found | None:
    """ "I give him eighteen months"."""
    for verb in statement.clauses():
        subject = statement.sentence.child(verb, "nsubj")
        thing = statement.sentence.child(verb, "dobj")
        if verb.lemma != "give" or subject is None or thing is None or thing.lemma not in SPANS:
            continue
        counted = any(k.dep in {"nummod", "det"} for k in statement.sentence.children(thing))
        if subject.lower in {"i", "we", "analysts", "observers"} and counted and present(statement, verb, modal=True):
            return Found("forecast", (verb, thing), "rule:kinds.time-given")
    return None


CASE = frozenset({"first", "second", "third", "fourth", "former", "latter", "worst", "best", "base", "other", "last"})


def _in_the_first(statement: Statement) -> Found | None:
    """ "In the first, the militias merge", "Worst case: they take the terminal": scenarios told in the present."""
    words = [t.lower for t in statement.tokens[:4]]
    numbered = (
        words[:2] == ["in", "the"] and len(words) > 3 and words[2] in CASE and words[3] in {",", "scenario", "case"}
    )
    labelled = words[1:3] in (["case", ":"], ["scenario", ":"], ["risk", ":"])
    verb = statement.head
    now = verb.tag in {"VBZ", "VBP"} and not auxiliaries(statement.sentence, verb)
    if labelled or (numbered and verb.pos in VERBAL and now):
        return Found("forecast", (statement.tokens[0] if labelled else verb,), "rule:kinds.scenario")
    return None


def _likeliest(statement: Statement) -> Found | None:
    """ "Drift is the likeliest of the three", "the first is the most likely"."""
    for verb in statement.clauses():
        for token in statement.sentence.clause(verb) if verb.lemma in COPULAR | {"regard", "see", "rate"} else ():
            most = (
                token.lower == "likely" and token.index and statement.sentence.tokens[token.index - 1].lower == "most"
            )
            named = token.dep in {"attr", "acomp", "pobj", "oprd"} or statement.sentence.head(token).dep == "attr"
            after = statement.sentence.tokens[token.index + 1 : token.index + 2]
            open_ = not after or after[0].lower in {"of", ".", ",", ";", ":"}
            if (most or token.lower == "likeliest") and named and open_ and token.index > verb.index:
                return Found("forecast", (token,), "rule:kinds.likeliest-course")
    return None


def _one_more(statement: Statement) -> Found | None:
    """ "One more raid and the truce is over"."""
    joint = one_more(statement.tokens)
    if joint is None or statement.head.pos not in VERBAL:
        return None
    after = [t for t in statement.tokens if t.index > joint.index and t.pos in VERBAL]
    return Found("forecast", (joint, after[0]), "rule:kinds.one-more") if after else None


def one_more(tokens: tuple[Token, ...]) -> Token | None:
    """The "and" after a first part without a verb that begins with "one more", "another"."""
    words = [t for t in tokens if t.pos != "PUNCT"]
    opens = len(words) > 3 and (words[0].lower == "another" or (words[0].lower, words[1].lower) == ("one", "more"))
    if not opens:
        return None
    joint = next((t for t in words if t.lower == "and"), None)
    if joint is None or any(t.pos in VERBAL for t in words if t.index < joint.index):
        return None
    finite = any(t.pos in VERBAL and t.tag != "VBG" for t in words if t.index > joint.index)
    return joint if finite else None


def _to_take(statement: Statement) -> Found | None:
    """ "It would take a miracle for the pact to survive"."""
    subject = statement.sentence.child(statement.head, "nsubj")
    helped = auxiliaries(statement.sentence, statement.head)
    if statement.head.lemma != "take" or subject is None or subject.lower != "it":
        return None
    ahead = next((a for a in helped if a.lower in {"would", "will", "'d", "’d", "'ll", "’ll", "may", "might"}), None)
    return Found("forecast", (ahead, statement.head), "rule:kinds.it-would-take") if ahead is not None else None
