"""Links by a noun of cause: "A is a response to B", "the reason for B is that A", "A is a blow to B"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.document import grammar
from sayso.document.syntax import SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.links.connectives import whole
from sayso.stages.links.ends import (
    ASKING,
    SUPPOSING,
    End,
    Found,
    Party,
    end,
    own_clause,
    phrase,
    phrase_tokens,
    subtree,
)
from sayso.stages.links.lexicon import Entry, Pattern, lexicon

REASONS = frozenset({"reason", "cause", "explanation"})
EXPLAINED = frozenset({"for", "behind"})
BEING = frozenset({"be", "become", "remain"})


def by_noun(sentence: Sentence, before: Sentence | None, noun: Token, party: Party) -> Iterator[Found]:
    """The link that this noun states of what is said to be it."""
    for pattern in lexicon().nouns.get(noun.lemma.lower(), ()):
        found = _nominal(sentence, before, noun, pattern, party)
        if found is not None:
            yield found
            return


def _nominal(sentence: Sentence, before: Sentence | None, noun: Token, pattern: Pattern, party: Party) -> Found | None:
    entry = pattern.entry
    assert entry is not None
    if entry.test == "stated":
        return _stated(sentence, before, noun, entry)
    bearer = _bearer(sentence, noun)
    if entry.result and noun.dep == "nsubj":
        return None
    if bearer is None or bearer.lower in {"there", *ASKING} or (entry.result and party(bearer)):
        return None
    added = [noun] if sentence.head(noun) == bearer else own_clause(sentence, bearer, noun)
    far = end(bearer, subtree(sentence, bearer, added))
    if len(pattern.words) == 1:
        near = _alone(sentence, noun) if entry.result else _named_before(sentence, noun)
        fits = noun.dep == ("attr" if entry.result else "nsubj")
        return Found(entry, (noun,), near, far) if near and far and fits else None
    beside = sentence.children(sentence.head(noun)) if noun.dep == "attr" else ()
    kids = (*sentence.children(noun), *(k for k in beside if k.index == noun.index + 1))
    preposition = next((k for k in kids if k.dep == "prep" and k.lower == pattern.words[1]), None)
    object_ = sentence.child(preposition, "pobj", "pcomp") if preposition is not None else None
    if preposition is None or object_ is None:
        return None
    near = _alone(sentence, noun) if entry.result else _named(sentence, noun, object_)
    return Found(entry, (noun, preposition), near, far) if near and far else None


def _alone(sentence: Sentence, noun: Token) -> End | None:
    """The noun phrase without nouns joined to it, which have a link of their own or none."""
    return phrase(sentence, noun, [k for k in sentence.children(noun) if k.dep in {"conj", "cc"}])


def _named_before(sentence: Sentence, noun: Token) -> End | None:
    """ "Not the cause of the war; the cause is …": what the noun was said to be of before."""
    for token in reversed(sentence.tokens[: noun.index]):
        of = sentence.child(token, "prep") if token.lemma == noun.lemma else None
        object_ = sentence.child(of, "pobj") if of is not None else None
        if object_ is not None:
            return phrase(sentence, object_)
    return None


def _named(sentence: Sentence, noun: Token, object_: Token) -> End | None:
    """The preposition's object, with a reason added by "for" ("a response to the marshal for the raid")."""
    added = [k for k in sentence.children(noun) if k.dep == "prep" and k.lower == "for" and k.index > object_.index]
    return end(object_, (*phrase_tokens(sentence, object_), *(t for k in added for t in sentence.subtree(k))))


def _bearer(sentence: Sentence, noun: Token) -> Token | None:
    """What is said to be the noun: the subject of "is" or of "is seen as", or the predicate of the noun."""
    first = noun
    if noun.dep == "conj" and _excluded(sentence, noun):
        return None
    while first.dep == "conj" and sentence.head(first).pos == "NOUN":
        first = sentence.head(first)
    noun, verb = first, sentence.head(first)
    if noun.dep in {"attr", "acomp"} and verb.lemma in BEING:
        return None if sentence.child(verb, "neg") else grammar.subject(sentence, verb)
    if noun.dep == "nsubj" and verb.lemma == "be" and not sentence.child(verb, "neg"):
        said = sentence.child(verb, "attr")
        return said if said is not None and said.lemma not in lexicon().riddles else None
    if noun.dep == "pobj" and verb.lower == "as":
        supposing = sentence.head(verb)
        if supposing.lemma in SUPPOSING and not sentence.child(supposing, "neg"):
            return sentence.child(supposing, "nsubjpass", "dobj", "nsubj")
    return sentence.head(noun) if noun.dep == "appos" else None


def _excluded(sentence: Sentence, noun: Token) -> bool:
    """ "A rather than B", "A, not B"."""
    between = sentence.tokens[sentence.head(noun).index + 1 : noun.index]
    return any(t.lower in {"rather", "not", "than"} for t in between)


# ---- "the reason (why B) is that A", "that is the reason why B", "the reason: A"


def _stated(sentence: Sentence, before: Sentence | None, noun: Token, entry: Entry) -> Found | None:
    """The reason as a clause or a noun; what it is the reason for stands beside the noun or in the sentence before."""
    if any(k.lower in {"no", "every", "any", "what"} for k in sentence.children(noun) if k.dep == "det"):
        return None
    verb = _being(sentence, noun)
    if noun.dep == "attr" and entry.near == "to":
        return None
    if noun.dep == "attr":
        return _this_is(sentence, noun, verb, entry)
    near = _reason(sentence, noun, verb)
    far = _explained(sentence, noun) or (whole(before) if before is not None and _bare(sentence, noun) else None)
    if near is None or far is None or sentence.tokens[-1].text == "?":
        return None
    return Found(entry, (noun,), near, far)


def _being(sentence: Sentence, noun: Token) -> Token | None:
    """The verb of "the reason is", of "the reason seems to be", of "one of the reasons is"."""
    top = noun
    while top.dep in {"pobj", "prep"}:
        top = sentence.head(top)
    verb = sentence.head(top)
    if verb.lemma in {"seem", "appear"}:
        verb = next((k for k in sentence.children(verb) if k.dep == "xcomp"), verb)
    ok = top.dep in {"nsubj", "attr"} and verb.lemma == "be" and sentence.child(verb, "neg") is None
    return verb if ok else None


def _this_is(sentence: Sentence, noun: Token, verb: Token | None, entry: Entry) -> Found | None:
    """ "This was the reason why B", "A is the reason (that) B"."""
    subject = sentence.child(verb, "nsubj") if verb is not None else None
    far = _explained(sentence, noun)
    if subject is None or far is None or subject.lower in {"there", "it", *ASKING}:
        return None
    near = end(subject, subtree(sentence, subject))
    return Found(entry, (noun,), near, far) if near else None


def _reason(sentence: Sentence, noun: Token, verb: Token | None) -> End | None:
    """What the reason is said to be: a clause with "that" or "because", or a noun phrase; after a colon, the rest."""
    after = noun.index + 1
    if verb is None:
        colon = after < len(sentence.tokens) - 1 and sentence.tokens[after].text == ":"
        rest = sentence.tokens[after + 1 :]
        return end(rest[0], rest) if colon and any(t.pos in VERBAL for t in rest) else None
    for kid in sentence.children(verb):
        if kid.index < verb.index:
            continue
        mark = sentence.child(kid, "mark") if kid.dep in {"ccomp", "advcl"} else None
        if mark is not None and mark.lower in {"that", "because"}:
            return end(
                kid, (t for t in sentence.subtree(kid) if t.lower not in {"that", "because"} or t.head != kid.index)
            )
        if kid.dep == "attr" and kid.lemma not in lexicon().riddles and kid.lower not in ASKING:
            return phrase(sentence, kid)
    return None


def _explained(sentence: Sentence, noun: Token) -> End | None:
    """ "For B", "behind B", "why B", "(that) B" beside the noun."""
    for kid in sentence.children(noun):
        if kid.index < noun.index:
            continue
        if kid.text == ":":
            return None
        if kid.dep == "prep" and kid.lower in (EXPLAINED if noun.lemma in REASONS else {"of"}):
            object_ = sentence.child(kid, "pobj", "pcomp")
            return phrase(sentence, object_) if object_ is not None else None
        if kid.dep in {"relcl", "acl"} and sentence.child(kid, *SUBJECTS) is not None:
            opening = {k.index for k in sentence.children(kid) if k.lower in {"why", "that"}}
            return end(kid, (t for t in sentence.subtree(kid) if t.index not in opening))
    return None


def _bare(sentence: Sentence, noun: Token) -> bool:
    """ "The (main) reason is …": nothing beside the noun says what it is the reason for."""
    return noun.index <= 3 and all(
        k.dep in {"det", "amod", "advmod"} for k in sentence.children(noun) if k.index < noun.index
    )
