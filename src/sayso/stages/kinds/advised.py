"""What ought to be done, said by nouns, adjectives and fixed verbs: "the best course is to wait", "aid is needed"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document.predicates import COPULAR, auxiliaries, is_perfect
from sayso.document.syntax import SUBJECTS, VERBAL, Token
from sayso.stages.kinds.lexicon import lexicon
from sayso.stages.kinds.statements import Found, Statement, to_do

MUST_BE = frozenset({"need", "require", "want", "call", "warrant"})
"""What is needed, required, called for, is to be done."""
ADVISING = frozenset(
    {"advise", "recommend", "suggest", "propose", "urge", "counsel", "advocate", "favour", "favor", "demand", "request"}
)
NO_WAY_AROUND = frozenset({"alternative", "substitute", "option", "choice", "excuse", "way"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl", "relcl"})


def advised(statement: Statement) -> Found | None:
    """The first of these signs on a main clause."""
    for verb in statement.clauses():
        for rule in (
            _in_your_place,
            _falls_to,
            _case_for,
            _best_left,
            _subjunctive_said,
            _course,
            _needed,
            _had_better,
            _advising,
            _no_alternative,
            _cannot_afford,
            _good_that,
            _high_time,
        ):
            found = rule(statement, verb)
            if found is not None:
                return found
    return _what_is_needed(statement)


def _in_your_place(statement: Statement, verb: Token) -> Found | None:
    """ "If I were the minister, I would raise the tax"."""
    words = [t.lower for t in statement.tokens]
    put = any(
        words[i : i + 3] in (["if", "i", "were"], ["if", "i", "was"], ["were", "i", "in"]) for i in range(len(words))
    )
    would = [a for a in auxiliaries(statement.sentence, verb) if a.lower in {"would", "'d", "’d"}]
    return Found("recommendation", (would[0], verb), "rule:kinds.in-your-place") if put and would else None


def _falls_to(statement: Statement, verb: Token) -> Found | None:
    """ "It falls to the Council to act"."""
    to = any(k.lower == "to" and k.dep in {"prep", "dative"} for k in statement.sentence.children(verb))
    below = to_do(statement.sentence, verb) if verb.lemma == "fall" and to and _it(statement, verb) else None
    return (
        Found("recommendation", (verb,), "rule:kinds.up-to")
        if below is not None and not _past(statement, verb)
        else None
    )


def _case_for(statement: Statement, verb: Token) -> Found | None:
    """ "There is a strong case for hiring pilots", "there is a need for reform"."""
    if statement.sentence.child(verb, "expl") is None or _past(statement, verb):
        return None
    for noun in statement.sentence.children(verb):
        led = any(k.lower in {"for", "to"} for k in statement.sentence.children(noun)) or to_do(
            statement.sentence, noun, verb
        )
        none = any(k.lower == "no" for k in statement.sentence.children(noun))
        if noun.dep in {"attr", "nsubj"} and noun.lemma in {"case", "need"} and led and not none:
            return Found("recommendation", (noun,), "rule:kinds.case-for")
    return None


def _best_left(statement: Statement, verb: Token) -> Found | None:
    """ "Negotiations are best left to the insurers"."""
    words = (verb, *statement.predicates(verb))
    for word in words if not _past(statement, verb) else ():
        best = any(k.lower == "best" and k.index < word.index for k in statement.sentence.children(word))
        if best and word.tag == "VBN":
            return Found("recommendation", (word,), "rule:kinds.best-left")
    return None


def _subjunctive_said(statement: Statement, verb: Token) -> Found | None:
    """ "(moved that) the vote be put off"."""
    helped = auxiliaries(statement.sentence, verb)
    bare = [t for t in (verb, *helped) if t.lower == "be" and t.tag == "VB"]
    free = all(a.tag == "VB" for a in helped) and statement.sentence.child(verb, "nsubj", "nsubjpass") is not None
    if statement.cue is None or verb.index != statement.head.index or not bare or not free:
        return None
    return Found("recommendation", (bare[0],), "rule:kinds.subjunctive")


def _course(statement: Statement, verb: Token) -> Found | None:
    """ "The best course is to wait", "the only way out is talks", "my advice is an amnesty", "the answer is to …"."""
    subject = statement.sentence.child(verb, "nsubj")
    if verb.lemma not in COPULAR or subject is None or verb.tag == "VBD" or _ahead(statement, verb):
        return None
    below = to_do(statement.sentence, verb)
    for noun in (subject, *statement.predicates(verb)):
        if noun.lemma.lower() in lexicon().sets["advice"] and (below or _owned(statement, noun) or noun is not subject):
            return _unless_taken(statement, noun, noun is subject)
        if (
            noun is subject
            and noun.lemma in {"thing", "trick", "key", "point"}
            and below is not None
            and not _owned(statement, noun)
        ):
            return Found("recommendation", (noun,), "rule:kinds.best-course")
        if (
            noun.lemma.lower() in lexicon().sets["ways"]
            and _best(statement, noun)
            and (below or noun is not subject or _things(statement, verb))
        ):
            return Found("recommendation", (noun,), "rule:kinds.best-course")
    return None


def _unless_taken(statement: Statement, noun: Token, first: bool) -> Found | None:
    """ "My advice is …"; "that is good advice" judges it."""
    return Found("recommendation", (noun,), "rule:kinds.advice-is") if first else None


def _owned(statement: Statement, noun: Token) -> bool:
    owner = statement.sentence.child(noun, "poss")
    return owner is not None and owner.lower in {"my", "our", "his", "her", "their"}


def _things(statement: Statement, verb: Token) -> bool:
    """The copula gives a thing, no adjective: "the only way out is an amnesty"."""
    return statement.sentence.child(verb, "attr") is not None


def _best(statement: Statement, noun: Token) -> bool:
    kids = statement.sentence.children(noun)
    return any(k.lower in lexicon().sets["best"] and k.dep in {"amod", "advmod", "det"} for k in kids)


def _ahead(statement: Statement, verb: Token) -> bool:
    return any(a.lower in FUTURE for a in auxiliaries(statement.sentence, verb))


def _needed(statement: Statement, verb: Token) -> Found | None:
    """ "A new vote is needed", "reform is overdue", "restraint is called for", "it needs reform badly"."""
    sentence = statement.sentence
    if is_perfect(sentence, verb) or _past(statement, verb) or _ahead(statement, verb):
        return None
    passive = sentence.child(verb, "auxpass") is not None and sentence.child(verb, "nsubjpass") is not None
    if passive and verb.lemma in MUST_BE - {"want"} and to_do(sentence, verb) is None:
        called = verb.lemma != "call" or any(k.lower == "for" for k in sentence.children(verb))
        return Found("recommendation", (verb,), "rule:kinds.needed") if called and verb.lemma != "require" else None
    for word in statement.predicates(verb) if verb.lemma in COPULAR else ():
        if word.lower in {"overdue", "needed"}:
            return Found("recommendation", (word,), "rule:kinds.needed")
    return _must_be_done(statement, verb)


def _must_be_done(statement: Statement, verb: Token) -> Found | None:
    """ "Aid needs to be sent", "it is up to the council to act"."""
    sentence = statement.sentence
    below = to_do(sentence, verb)
    if below is None or verb.tag == "VBD":
        return None
    if verb.lemma in {"need", "have"} and below.tag == "VBN" and sentence.child(below, "auxpass") is not None:
        return Found("recommendation", (verb,), "lexicon:kinds.needing")
    up = [t for t in sentence.clause(verb) if t.lower == "up" and sentence.tokens[t.index + 1 : t.index + 2]]
    if verb.lemma == "be" and up and sentence.tokens[up[0].index + 1].lower == "to" and _it(statement, verb):
        return Found("recommendation", (up[0],), "rule:kinds.up-to")
    return None


def _it(statement: Statement, verb: Token) -> bool:
    subject = statement.sentence.child(verb, *SUBJECTS)
    return subject is not None and subject.lower == "it"


def _past(statement: Statement, verb: Token) -> bool:
    helped = auxiliaries(statement.sentence, verb)
    return any(a.tag == "VBD" for a in helped) or (verb.tag == "VBD" and not helped)


def _had_better(statement: Statement, verb: Token) -> Found | None:
    """ "The cabinet had better resign"."""
    for token in statement.sentence.clause(verb):
        after = statement.sentence.tokens[token.index + 1 : token.index + 2]
        if token.lower in {"had", "'d", "’d"} and after and after[0].lower == "better":
            return Found("recommendation", (token, after[0]), "rule:kinds.had-better")
    return None


def _advising(statement: Statement, verb: Token) -> Found | None:
    """ "I'd advise patience", "we call for an inquiry", "we urge restraint"."""
    subject = statement.sentence.child(verb, "nsubj")
    if (
        subject is None
        or subject.lower not in {"i", "we"}
        or _past(statement, verb)
        or is_perfect(statement.sentence, verb)
    ):
        return None
    kids = statement.sentence.children(verb)
    if verb.lemma in ADVISING and any(k.dep in {"dobj", "ccomp", "xcomp", "prep"} for k in kids):
        said = next((k for k in kids if k.dep == "ccomp"), None)
        held = verb.lemma == "suggest" and said is not None and said.tag != "VB"
        return None if held else Found("recommendation", (verb,), "lexicon:kinds.urging")
    calls = verb.lemma == "call" and any(k.dep in {"prep", "prt"} and k.lower in {"for", "on", "upon"} for k in kids)
    return Found("recommendation", (verb,), "lexicon:kinds.urging") if calls else None


def _no_alternative(statement: Statement, verb: Token) -> Found | None:
    """ "There is no alternative to talks", "they have no choice but to talk"."""
    if _past(statement, verb) or verb.lemma not in {"be", "have", "leave", "see"}:
        return None
    for noun in statement.sentence.children(verb):
        kids = statement.sentence.children(noun)
        if noun.dep not in {"attr", "dobj", "nsubj"} or noun.lemma not in NO_WAY_AROUND - {"way"}:
            continue
        none = any(k.lower in {"no", "little"} for k in kids)
        words = [t.lower for t in statement.sentence.tokens[noun.index + 1 : noun.index + 3]]
        if none and (words[:1] == ["to"] or words[:2] in (["but", "to"], ["but", "for"]) or words[:1] == ["for"]):
            return Found("recommendation", (noun,), "rule:kinds.no-alternative")
    return None


def _cannot_afford(statement: Statement, verb: Token) -> Found | None:
    """ "The government cannot afford to wait"."""
    able = [a for a in auxiliaries(statement.sentence, verb) if a.lower in {"can", "ca"}]
    denied = statement.sentence.child(verb, "neg")
    if verb.lemma != "afford" or not able or denied is None or to_do(statement.sentence, verb) is None:
        return None
    return Found("recommendation", (*able, denied, verb), "rule:kinds.cannot-afford")


def _good_that(statement: Statement, verb: Token) -> Found | None:
    """ "It is crucial that the roads be opened", "it would be a mistake to wait"."""
    if (
        verb.lemma not in COPULAR
        or not (_it(statement, verb) or statement.sentence.child(verb, "csubj"))
        or _past(statement, verb)
    ):
        return None
    for word in statement.predicates(verb):
        below = [
            k for w in (verb, word) for k in statement.sentence.children(w) if k.dep in CLAUSES and k.index > word.index
        ]
        if word.lower in lexicon().sets["pressing"] and any(_subjunctive(statement, k) for k in below):
            return Found("recommendation", (word,), "rule:kinds.crucial-that")
        would = any(a.lower in {"would", "'d", "’d"} for a in auxiliaries(statement.sentence, verb))
        judged = word.lemma in lexicon().sets["advisable-noun"] or word.lower in lexicon().sets["advised-against"]
        if would and judged and to_do(statement.sentence, verb, word) is not None:
            return Found("recommendation", (word,), "rule:kinds.would-be-good")
    return None


def _subjunctive(statement: Statement, clause: Token) -> bool:
    """ "that the roads be opened", "that aid reaches them": with "that" and a subject, not in the past."""
    kids = statement.sentence.children(clause)
    that = any(k.dep == "mark" and k.lower in {"that", "for"} for k in kids)
    return clause.pos in VERBAL and that and clause.tag != "VBD" and not is_perfect(statement.sentence, clause)


def _high_time(statement: Statement, verb: Token) -> Found | None:
    """ "It is high time the council acted", "it is time that …", "the time has come to …"."""
    words = [t for t in statement.sentence.clause(verb) if t.lower == "time"]
    for word in words:
        before = statement.sentence.tokens[word.index - 1].lower if word.index else ""
        clause = [
            k for w in (word, verb) for k in statement.sentence.children(w) if k.dep in CLAUSES and k.index > word.index
        ]
        if verb.lemma == "be" and _it(statement, verb) and clause and before in {"high", "about", "past"}:
            return Found("recommendation", (word,), "lexicon:kinds.time-to")
        if verb.lemma == "come" and word.dep == "nsubj" and before == "the" and clause:
            return Found("recommendation", (word, verb), "lexicon:kinds.time-to")
    return None


def _what_is_needed(statement: Statement) -> Found | None:
    """ "What is needed is a new vote", "what we need is patience", "all it takes is …"."""
    for word in _opened_by_what(statement):
        return Found("recommendation", (word,), "rule:kinds.what-is-needed")
    return None


def _opened_by_what(statement: Statement) -> Iterator[Token]:
    verb = statement.head
    clause = statement.sentence.child(verb, "csubj", "csubjpass", "nsubj")
    if verb.lemma not in COPULAR or clause is None or verb.tag == "VBD" or clause.lemma not in {"need", "require"}:
        return
    if any(t.lower == "what" for t in statement.sentence.subtree(clause)) and clause.tag != "VBD":
        yield clause
