"""The end beyond a verb of cause: its subject, wherever that stands, or the clause that the verb is added to."""

from __future__ import annotations

from sayso.document import grammar
from sayso.document.predicates import auxiliaries
from sayso.document.syntax import FINITE, NOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.ends import ASKING, End, Party, clause, end, own_clause, subtree, verb_above
from sayso.stages.links.lexicon import Entry, lexicon

WORKERS = ("er", "or", "ist", "man", "ant")
"""Ends of nouns in the plural that mostly name people ("agitators")."""
THINGS = frozenset(
    {
        "factor",
        "error",
        "letter",
        "matter",
        "danger",
        "border",
        "order",
        "power",
        "number",
        "river",
        "weather",
        "disaster",
        "tremor",
        "explorer",
        "paper",
        "tower",
        "shower",
        "winter",
        "sponsor",
        "barrier",
        "corridor",
    }
)
LIKELY = frozenset({"likely", "certain", "sure", "bound", "set", "apt", "able", "enough"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""The parser's labels of places."""
REPORTING = frozenset({"say", "warn", "add", "argue", "note", "predict", "write", "tell", "claim", "explain", "think"})
"""Verbs between two verbs of one statement: "A would delay B, he warned, and could lead to C"."""
DASHES = frozenset({"-", "–", "—"})
DENYING = frozenset({"no", "nobody", "none", "nothing", "neither"})


def far_end(sentence: Sentence, verb: Token, entry: Entry, taken: tuple[Token, ...], party: Party) -> End | None:
    """The subject; for ", doing X" the clause before it."""
    first = _first_participle(sentence, verb)
    if (
        _added(sentence, first)
        or (entry.participle and _hung(sentence, first, party))
        or _beside_place(sentence, first)
    ):
        return _before_participle(sentence, first)
    if entry.participle or (entry.result and verb.tag == "VBG" and verb.dep == "xcomp"):
        return None
    subject = _subject(sentence, verb, party)
    subject = _located(sentence, verb, subject) if subject is not None else None
    if subject is None and verb.dep == "acl" and verb.tag == "VBD":
        subject = sentence.head(verb)  # a parser took the verb of a clause for a participle
    done = entry.result or entry.test == "event"
    if subject is None or (done and _doer(subject, party)) or nobody(sentence, subject):
        return None
    if subject.index > verb.index and verb.tag in FINITE:
        return None  # a parser's mistake: nobody does it
    pronoun = sentence.child(verb, "nsubj")
    if entry.test == "pointing" and pronoun is not None and pronoun.lower == "which":
        subject = pronoun  # "which means" speaks of the whole clause before it
    noun = sentence.head(verb)
    people = pronoun is not None and pronoun.lower == "which" and noun.pos == "NOUN"
    people = people and (party(noun) or _dashed(sentence, verb))
    if (subject.lower == "which" and verb.dep in {"advcl", "ccomp", "relcl"}) or (people and _apart(sentence, pronoun)):
        main = verb_above(sentence, sentence.head(verb))
        return clause(sentence, main, (pronoun or subject,), sentence.subtree(verb))
    if subject.tag in {"WDT", "WP"} and subject is not pronoun:
        return None
    if entry.kind == "response" and (party(subject) or verb.lemma in {"respond", "react", "retaliate"}):
        return clause(sentence, verb, (verb,), [t for t in taken if t is not verb])
    used = {t.index for t in taken}
    words = subtree(sentence, subject, own_clause(sentence, subject, verb))
    return end(subject, (t for t in words if t.index not in used))


def _subject(sentence: Sentence, verb: Token, party: Party) -> Token | None:
    """The subject, also over "seems likely to"; none for what is only meant or is hard for somebody to do."""
    own = _resumed(sentence, verb) or _adjacent(sentence, verb) or grammar.subject(sentence, verb)
    above = sentence.head(verb)
    if verb.tag == "VB" and verb.dep in {"xcomp", "advcl", "acl"} and above.lemma == "use":
        return None  # who uses X to do B has B for an aim
    if verb.tag != "VB" or not any(k.lower == "to" for k in auxiliaries(sentence, verb)):
        return own
    if any(k.lower in ASKING for k in sentence.children(verb)):
        return None  # "the problem is how to enable B"
    if own is None and above.pos == "ADJ" and above.lower in LIKELY:
        return grammar.subject(sentence, sentence.head(above))
    top = _wished(sentence, verb)
    meant = own is not None and own.lemma.lower() in lexicon().intentions
    meant = meant or top.dep == "advcl" or (top.dep == "xcomp" and sentence.head(top).lemma in lexicon().attempts)
    return None if meant or (own is not None and above.pos == "ADJ" and party(own)) else own


def _adjacent(sentence: Sentence, verb: Token) -> Token | None:
    """The noun right before a finite verb that has no subject by the parser: "and this embargo could lead to B"."""
    kids = [k for k in sentence.children(verb) if k.index < verb.index]
    first = kids[0] if kids else verb
    before = sentence.tokens[first.index - 1] if first.index else first
    finite = verb.tag in FINITE and verb.dep in {"conj", "advcl", "ccomp"}
    modal = verb.dep == "conj" and any(k.tag == "MD" for k in kids)
    if not (finite or modal) or any(k.dep in SUBJECTS for k in kids) or before.pos not in NOUNS:
        return None
    return before


def _wished(sentence: Sentence, verb: Token) -> Token:
    """The infinitive under "want", from "allow" in "want to go on and (to) allow"."""
    top = verb
    while top.dep in {"conj", "xcomp"} and sentence.head(top).lemma not in lexicon().attempts:
        above = sentence.head(top)
        if above.tag != "VB":
            return top
        top = above
    return top


def _resumed(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the statement that goes on behind the words that report it."""
    above = sentence.head(verb)
    if verb.dep != "conj" or above.lemma not in REPORTING or sentence.child(verb, *SUBJECTS) is not None:
        return None
    told = next((k for k in sentence.children(above) if k.dep == "ccomp" and k.index < above.index), None)
    modal = any(k.tag == "MD" for k in auxiliaries(sentence, verb))
    return grammar.subject(sentence, told) if told is not None and modal else None


def _first_participle(sentence: Sentence, verb: Token) -> Token:
    """ "Killing" for "wounding" in ", killing two men and wounding six"."""
    first = verb
    while first.dep == "conj" and first.tag == "VBG" and sentence.head(first).tag == "VBG":
        first = sentence.head(first)
    return first if sentence.child(verb, "aux", "nsubj", "mark") is None else verb


def _before_participle(sentence: Sentence, verb: Token) -> End | None:
    """The clause that a participle is added to."""
    main = verb_above(sentence, sentence.head(verb))
    first = sentence.subtree(verb)[0]
    return clause(sentence, main, (first,), sentence.subtree(verb)) if main.pos in VERBAL else None


def _beside_place(sentence: Sentence, verb: Token) -> bool:
    """ "Shelled the houses in Korvo causing panic": what stands right behind a place says what the whole deed does."""
    before = sentence.tokens[verb.index - 1] if verb.index else verb
    main = sentence.clause_head(sentence.head(verb))
    behind = verb.tag == "VBG" and verb.dep == "acl" and before.entity in PLACES
    return behind and main.pos == "VERB" and main.index < verb.index and sentence.child(verb, "aux", "nsubj") is None


def _apart(sentence: Sentence, pronoun: Token | None) -> bool:
    """ "Resentment among the chiefs, which makes B", "A - which can lead to B": it stands for the whole clause."""
    return pronoun is not None and pronoun.index > 0 and sentence.tokens[pronoun.index - 1].text in {",", *DASHES}


def _dashed(sentence: Sentence, verb: Token) -> bool:
    first = sentence.subtree(verb)[0].index
    return first > 0 and sentence.tokens[first - 1].text in DASHES


def _located(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """ "An airstrike on Korvo, which led to B": no place does it, but what is said to have happened there."""
    while verb.dep == "relcl" and subject.entity in PLACES and subject.dep in {"pobj", "compound", "appos"}:
        above = sentence.head(sentence.head(subject)) if subject.dep == "pobj" else sentence.head(subject)
        if above.pos not in NOUNS:
            break
        subject = above
    return subject


def _doer(subject: Token, party: Party) -> bool:
    """Somebody, for whom weakening something is a deed: a party, a name, people named after what they do."""
    named = subject.pos == "PROPN" or (subject.tag == "NNS" and subject.lemma.endswith(WORKERS))
    return party(subject) or (named and subject.lemma.lower() not in THINGS)


def nobody(sentence: Sentence, subject: Token) -> bool:
    """ "No storm", "nobody", "nothing": the link is denied."""
    return subject.lower in DENYING or any(k.lower in DENYING for k in sentence.children(subject) if k.dep == "det")


def _added(sentence: Sentence, verb: Token) -> bool:
    """A participle after a comma, or one that a parser hung on the last noun before the comma."""
    if verb.tag != "VBG" or verb.dep not in {"advcl", "acl", "conj"} or sentence.child(verb, "aux", "nsubj", "mark"):
        return False
    first = sentence.subtree(verb)[0]
    lead = first.index > 0 and sentence.tokens[first.index - 1].text == ","
    before = sentence.tokens[first.index - 1]
    somebody = before.pos == "PRON" or before.lemma in lexicon().agents
    return sentence.head(verb).index < verb.index and (lead or (verb.dep == "advcl" and not somebody))


def _hung(sentence: Sentence, verb: Token, party: Party) -> bool:
    """A participle without a comma that a parser hung on a noun; where that is somebody, it is theirs alone."""
    noun = sentence.head(verb)
    if verb.tag != "VBG" or noun.index > verb.index:
        return verb.tag == "VBG" and verb.dep == "advcl" and sentence.subtree(verb)[0].index == 0
    main = sentence.clause_head(noun)
    return verb.dep == "acl" and noun.pos == "NOUN" and not party(noun) and main.index < verb.index
