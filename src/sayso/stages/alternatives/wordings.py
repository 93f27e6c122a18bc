"""Alternatives within one sentence by set wordings: "a choice between A and B", "explanations range from A to B"."""

from __future__ import annotations

from itertools import pairwise

from sayso.document.syntax import NOUN_SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.alternatives.chains import chain_of, option_of
from sayso.stages.alternatives.lexicon import lexicon
from sayso.stages.alternatives.offered import POSSIBLE, Offer
from sayso.stages.alternatives.rows import row

READ = frozenset({"see", "view", "regard", "read", "interpret", "understand", "take", "describe", "portray", "hail"})
CHOOSING = frozenset({"choice", "choose", "decide", "dilemma"})


def worded(sentence: Sentence) -> Offer | None:
    """What a set wording offers; None where the sentence has none."""
    finders = (_range, _maybes, _divided, _between, _if_not, _if_not_then, _rather, _by_some, _guessed, row)
    return next((found for find in finders if (found := find(sentence)) is not None), None)


def _between(sentence: Sentence) -> Offer | None:
    """ "A choice between A and B", "must choose between A and B"; not between names."""
    for token in sentence.tokens:
        if token.lower == "between" and any(
            t.lemma.lower() in CHOOSING for t in sentence.tokens[max(0, token.index - 3) : token.index]
        ):
            first = sentence.child(token, "pobj")
            chain = chain_of(sentence, first) if first is not None else []
            named = any(t.pos == "PROPN" for t in chain)  # parties and people to choose from
            if (
                len(chain) == 2
                and sentence.tokens[sentence.subtree(chain[1])[0].index - 1].lower == "and"
                and not named
            ):
                starts = (sentence.subtree(chain[0])[0].index, sentence.subtree(chain[1])[0].index)
                end = sentence.subtree(chain[1])[-1].index + 1
                parts = [option_of(sentence, *starts), option_of(sentence, starts[1], end)]
                return Offer("between", tuple(p for p in parts if p is not None), (token.anchor,), True)
    return None


def _if_not(sentence: Sentence) -> Offer | None:
    """ "If it was not A, it was B"."""
    if sentence.tokens[0].lower != "if" or sentence.root.lemma != "be":
        return None
    denied = next((k for k in sentence.children(sentence.root) if k.dep == "advcl" and k.lemma == "be"), None)
    subject, second = sentence.child(sentence.root, "nsubj"), sentence.child(sentence.root, "attr", "acomp")
    if denied is None or second is None or subject is None or subject.lower not in {"it", "this", "that", "they"}:
        return None
    first = sentence.child(denied, "attr")
    if first is None or sentence.child(denied, "neg") is None:
        return None
    return Offer("if-not", (sentence.span(first), sentence.span(second)), (sentence.tokens[0].anchor,), True)


def _range(sentence: Sentence) -> Offer | None:
    """ "Explanations range from A to B"; read by words, as parsers tear it."""
    for here, nearby in pairwise(sentence.tokens):
        if nearby.lower == "from" and here.lemma == "range" and here.index and _names(sentence, here):
            to = next((t for t in sentence.tokens[nearby.index + 2 :] if t.lower == "to"), None)
            if to is None:
                return None
            stop = next((t.index for t in sentence.tokens[to.index :] if t.text in {",", ";"}), len(sentence.tokens))
            cuts = ((nearby.index + 1, to.index), (to.index + 1, stop))
            parts = tuple(part for low, high in cuts if (part := option_of(sentence, low, high)) is not None)
            return Offer("range", parts, (nearby.anchor, to.anchor), False) if len(parts) > 1 else None
    return None


def _names(sentence: Sentence, verb: Token) -> bool:
    nouns = lexicon()["range"].nouns
    return any(t.lemma.lower() in nouns for t in sentence.tokens[max(0, verb.index - 3) : verb.index])


def _maybes(sentence: Sentence) -> Offer | None:
    """ "Maybe A, maybe B": statements with a verb each, parted by commas or "or"."""
    hedges = [t for t in sentence.tokens if t.lower in {"perhaps", "maybe"}]
    if len(hedges) < 2 or hedges[0].index > 1 or sentence.tokens[-1].text == "?":
        return None
    if any(sentence.tokens[h.index - 1].lower not in {",", ";", "-", "–", "—", "or"} for h in hedges[1:]):
        return None
    bounds = [*(h.index for h in hedges), len(sentence.tokens)]
    parts = [part for low, high in pairwise(bounds) if (part := option_of(sentence, low, high)) is not None]
    stated = all(any(t.pos in VERBAL for t in sentence.tokens_in(part)) for part in parts)
    signal = tuple(h.anchor for h in hedges)
    return Offer("perhaps", tuple(parts), signal, False) if stated and len(parts) > 1 else None


def _divided(sentence: Sentence) -> Offer | None:
    """ "Some say A, while others say B", "some say A; others say B"."""
    first = sentence.tokens[0]
    others = next((t for t in sentence.tokens[3:] if t.lower in {"others", "other"}), None)
    if first.lower not in {"some", "many", "several"} or others is None:
        return None
    verbs = lexicon()["voices"].verbs
    both = (sentence.clause_head(first), sentence.clause_head(others))
    if both[0].index == both[1].index or any(v.lemma not in verbs for v in both) or both[0].index > others.index:
        return None
    options = (option_of(sentence, 0, others.index), option_of(sentence, others.index, len(sentence.tokens)))
    kept = tuple(option for option in options if option is not None)
    return Offer("voices", kept, (first.anchor, others.anchor), False) if len(kept) > 1 else None


def _if_not_then(sentence: Sentence) -> Offer | None:
    """ "If not A, then B" of things or deeds, not of days."""
    words = [t.lower for t in sentence.tokens]
    comma = words.index(",") if "," in words else 0
    if words[:2] != ["if", "not"] or words[comma + 1 : comma + 2] != ["then"]:
        return None
    first, second = option_of(sentence, 2, comma), option_of(sentence, comma + 2, len(words))
    named = any(t.pos == "NOUN" and t.entity not in {"DATE", "TIME"} for t in sentence.tokens[2:comma])
    if first is None or second is None or not named:
        return None
    return Offer("if-not", (first, second), (sentence.tokens[0].anchor,), True)


def _rather(sentence: Sentence) -> Offer | None:
    """ "It was A rather than B that …", "because of A rather than B"."""
    here = next((a.index for a, b in pairwise(sentence.tokens) if a.lower == "rather" and b.lower == "than"), None)
    if here is None:
        return None
    low = next((t for t in reversed(sentence.tokens[:here]) if t.lemma == "be" or t.lower in {"of", "by", "to"}), None)
    if low is None or not _gives_cause(sentence, low, here):
        return None
    stops = (t.index for t in sentence.tokens[here + 2 :] if t.lower in {"that", "who", "which", ",", ";"})
    first = option_of(sentence, low.index + 1, here)
    second = option_of(sentence, here + 2, next(stops, len(sentence.tokens)))
    if first is None or second is None or any(t.pos in VERBAL for t in sentence.tokens_in(first)):
        return None
    return Offer("rather", (first, second), (sentence.tokens[here].anchor,), True)


def _gives_cause(sentence: Sentence, word: Token, here: int) -> bool:
    """A cause stands behind the word: "because of", "due to", "caused by", or "it was …", "what killed him was …"."""
    before = sentence.tokens[word.index - 1].lower if word.index else ""
    if word.lower in {"of", "to"}:
        return before in {"because", "due", "owing"}
    if word.lower == "by":
        return sentence.head(word).lemma in lexicon()["list"].verbs
    subject = sentence.child(word, "nsubj", "csubj", "expl")
    if subject is None:
        return False
    clause = any(t.lower in {"that", "who"} for t in sentence.tokens[here + 3 :])
    cleft = subject.lower == "it" and clause
    caused = subject.lemma.lower() in {"cause", "reason", "explanation", "motive"}
    return cleft or caused or (subject.dep == "csubj" and sentence.tokens[0].lower == "what")


def _by_some(sentence: Sentence) -> Offer | None:
    """ "Was seen by some as A and by others as B"."""
    words = [t.lower for t in sentence.tokens]
    seen = next((t for t in sentence.tokens if t.lemma in READ and t.tag == "VBN"), None)
    groups = [i + 1 for i, (a, b) in enumerate(pairwise(words)) if a == "by" and b in {"some", "others", "many"}]
    if seen is None or len(groups) != 2 or words[groups[1]] != "others":
        return None
    as_ = [next((i for i in range(g, min(len(words), g + 5)) if words[i] == "as"), None) for g in groups]
    if as_[0] is None or as_[1] is None:
        return None
    first, second = option_of(sentence, as_[0] + 1, groups[1] - 1), option_of(sentence, as_[1] + 1, len(words))
    signal = tuple(sentence.tokens[g].anchor for g in groups)
    return Offer("voices", (first, second), signal, False) if first is not None and second is not None else None


def _guessed(sentence: Sentence) -> Offer | None:
    """ "It may have been A; it may have been B", "A may have …, B may have …, or C may have …"."""
    modals = [t for t in sentence.tokens if t.tag == "MD" and t.lower in POSSIBLE]
    subjects = [sentence.child(sentence.head(m), *NOUN_SUBJECTS) for m in modals]
    starts = [sentence.subtree(s)[0].index for s in subjects if s is not None]
    if len(starts) < 2 or len(starts) < len(modals) or starts[0] > 1 or sentence.tokens[-1].text == "?":
        return None
    joints = [sentence.tokens[start - 1] for start in starts[1:]]
    apart = all(j.text in {",", ";"} or j.lower == "or" for j in joints)
    if not apart or starts != sorted(starts):
        return None
    bounds = [*starts, len(sentence.tokens)]
    options = tuple(part for low, high in pairwise(bounds) if (part := option_of(sentence, low, high)) is not None)
    return Offer("or", options, tuple(m.anchor for m in modals), False) if len(options) > 1 else None
