"""Alternatives within one sentence: "either A or B", "whether A or B", "was it A, B or C"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.document.anchor import Anchor
from sayso.document.syntax import NOUN_SUBJECTS, NOUNS, SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.alternatives.chains import chain_of, joined, option_of, top_of
from sayso.stages.alternatives.lexicon import lexicon
from sayso.stages.alternatives.offered import POSSIBLE, Offer
from sayso.stages.alternatives.wordings import READ, worded

CROWDS = frozenset(
    {"most", "many", "some", "half", "thousand", "hundred", "dozen", "percent", "all", "both", "majority"}
)
DOUBT = frozenset({"clear", "unclear", "know", "ask", "wonder", "sure", "unsure", "tell", "certain", "doubt"})
STATES = frozenset({"JJ", "VBN", "VBD", "VBG", "NN", "NNS"})


def offer(sentence: Sentence) -> Offer | None:
    """The first alternatives of a sentence."""
    whole = worded(sentence)
    if whole is not None:
        return whole
    for joint in sentence.tokens:
        found = next((o for o in _offers(sentence, joint) if o is not None), None) if joint.lower == "or" else None
        if found is not None:
            return found
    return None


def _offers(sentence: Sentence, joint: Token) -> Iterator[Offer | None]:
    yield _opened(sentence, joint, "either")
    yield _opened(sentence, joint, "whether")
    yield _opened(sentence, joint, "if") if _doubts(sentence, joint) else None
    yield _announced(sentence, joint)
    yield _clauses(sentence, joint)
    yield _because(sentence, joint)
    yield _asked(sentence, joint)
    yield _shared(sentence, joint)
    yield _list(sentence, joint)


def _opened(sentence: Sentence, joint: Token, word: str) -> Offer | None:
    """ "Either …", "whether …" or, of what is in doubt, "if …" before the joint."""
    id_ = "either" if word == "either" else "whether"
    opening = next((t for t in sentence.tokens[: joint.index] if t.lower == word), None)
    if opening is None or sentence.tokens[opening.index + 1].lower in {"or", "way"} or _negates(sentence, joint):
        return None
    if word == "whether" and _does_not_matter(sentence, opening):
        return None
    if word == "whether" and sentence.tokens[opening.index + 1].tag == "VBN":
        return None  # "whether killed or caught" leaves open what does not matter
    for top in (sentence.head(opening), *sentence.ancestors(sentence.head(opening))):
        chain = chain_of(sentence, top)
        if top.pos in VERBAL and joined(sentence, chain, joint):
            return _made(sentence, id_, chain, opening, joint) if _weighed(sentence, chain, word) else None
    if opening.tag == "DT":
        return None
    torn = _torn(sentence, opening, joint)
    if torn:
        return _made(sentence, id_, torn, opening, joint)
    chain = _list_around(sentence, joint)
    first = chain[0]
    predicate = first.dep == "attr" and sentence.head(first).lemma == "be"
    says = first.pos == "ADP" or first.dep in NOUN_SUBJECTS or predicate or _explains(sentence, first)
    return _made(sentence, id_, chain, opening, joint) if says and len(chain) > 1 else None


def _does_not_matter(sentence: Sentence, opening: Token) -> bool:
    """ "…, whether at home or abroad": it holds in either case."""
    hangs = sentence.head(opening).dep in {"advcl", "prep"} or sentence.head(opening).pos == "ADP"
    return opening.index > 0 and sentence.tokens[opening.index - 1].text == "," and hangs


def _doubts(sentence: Sentence, joint: Token) -> bool:
    """ "It is not clear if A or B", "nobody knows if A or B"."""
    opening = next((t for t in sentence.tokens[: joint.index] if t.lower == "if"), None)
    if opening is None or opening.index < 2:
        return False
    return any(t.lower in DOUBT or t.lemma in DOUBT for t in sentence.tokens[max(0, opening.index - 3) : opening.index])


def _weighed(sentence: Sentence, chain: list[Token], word: str) -> bool:
    """One thing of two: not what part of a number of people did, nor "whether killed or caught"."""
    top = chain[0]
    subject = sentence.child(top, *SUBJECTS)
    if word in {"whether", "if"}:
        return subject is not None or top.tag == "VB" or any(sentence.child(m, *SUBJECTS) for m in chain)
    numbered = subject is not None and (
        subject.pos == "NUM" or subject.lemma in CROWDS or any(t.pos == "NUM" for t in sentence.children(subject))
    )
    return not numbered or any(k.tag == "MD" for k in sentence.children(top))


def _torn(sentence: Sentence, opening: Token, joint: Token) -> list[Token]:
    """ "Whether A or B" where a parser hangs B on a verb before the opening."""
    first, second = sentence.head(joint), _verb_after(sentence, joint)
    if second is None or first.pos not in VERBAL or first.index < opening.index:
        return []
    return [first, second] if sentence.head(second).index < opening.index else []


def _verb_after(sentence: Sentence, joint: Token) -> Token | None:
    """The verb of the clause with a subject of its own that follows."""
    for token in sentence.tokens[joint.index :]:
        if token.dep in {"conj", "ccomp"} and token.pos in VERBAL and sentence.child(token, *SUBJECTS) is not None:
            return token
    return None


def _negates(sentence: Sentence, joint: Token) -> bool:
    """ "Or not" offers nothing new."""
    following = sentence.tokens[joint.index + 1 : joint.index + 2]
    return bool(following) and following[0].lower == "not"


def _clauses(sentence: Sentence, joint: Token) -> Offer | None:
    """Clauses with subjects of their own, said to be possible, or each reported by "that"."""
    first = sentence.head(joint)
    chain = chain_of(sentence, top_of(sentence, first))
    following = sentence.tokens[joint.index + 1 : joint.index + 2]
    otherwise = bool(following) and following[0].lower == "else"
    second = _verb_after(sentence, joint)
    if otherwise and first.pos in VERBAL and second is not None:
        return _made(sentence, "or-else", [first, second], None, joint)
    if first.pos not in VERBAL or not joined(sentence, chain, joint):
        return None
    own = [m for m in chain if sentence.child(m, *SUBJECTS) is not None]
    if len(own) < len(chain):
        return None
    reported = all(any(k.lower == "that" for k in sentence.children(m) if k.dep == "mark") for m in chain)
    possible = all(any(k.lower in POSSIBLE for k in sentence.children(m)) for m in chain)
    possible = possible or sentence.tokens[0].lower in {"perhaps", "maybe", "possibly"}
    return _made(sentence, "or", chain, None, joint) if reported or possible else None


def _announced(sentence: Sentence, joint: Token) -> Offer | None:
    """ "There are three possibilities: A, B or C" of clauses, cut at commas, as parsers tear them."""
    colon = next((t.index for t in sentence.tokens[: joint.index] if t.text == ":"), None)
    if colon is None or not any(t.lemma in lexicon()["list"].nouns for t in sentence.tokens[:colon]):
        return None
    cuts = [t.index for t in sentence.tokens[colon:] if t.text == "," or t is joint]
    bounds = [colon + 1, *cuts, len(sentence.tokens)]
    parts = [part for low, high in pairwise(bounds) if (part := option_of(sentence, low, high)) is not None]
    stated = all(any(t.pos in VERBAL for t in sentence.tokens_in(part)) for part in parts)
    return Offer("list", tuple(parts), (joint.anchor,), False) if stated and len(parts) > 1 else None


def _because(sentence: Sentence, joint: Token) -> Offer | None:
    """ "Because A or because B"."""
    here = joint.index
    if here + 1 >= len(sentence.tokens) or sentence.tokens[here + 1].lower != "because":
        return None
    first = next((t for t in sentence.tokens[:here] if t.lower == "because"), None)
    if first is None:
        return None
    cuts = ((first.index + 1, here), (here + 2, len(sentence.tokens)))
    parts = tuple(part for low, high in cuts if (part := option_of(sentence, low, high)) is not None)
    return Offer("because", parts, (first.anchor, joint.anchor), False) if len(parts) > 1 else None


def _asked(sentence: Sentence, joint: Token) -> Offer | None:
    """ "Did A, or was B?", "Was he A, B or C?": a question that begins with its helping or linking verb."""
    at = next((t.index for t in sentence.tokens[:3] if t.lower not in {"so", "and", "but", ","}), 0)
    opening = sentence.tokens[at]
    if joint.index + 1 == len(sentence.tokens):
        return None
    after = sentence.tokens[joint.index + 1]
    if sentence.tokens[-1].text != "?" or opening.pos != "AUX" or after.lower in {"not", "at", "just", "even"}:
        return None
    if after.pos == "AUX" and joint.index > at + 3:
        parts = [option_of(sentence, at + 1, joint.index), option_of(sentence, joint.index + 1, len(sentence.tokens))]
        return Offer("asked", tuple(p for p in parts if p is not None), (joint.anchor,), True)
    if opening.lemma == "be":
        return _identified(sentence, joint, opening) or _in_a_state(sentence, joint, opening)
    return None


def _identified(sentence: Sentence, joint: Token, opening: Token) -> Offer | None:
    """ "Was the fire an accident or sabotage?"."""
    subject = next((k for k in sentence.children(sentence.root) if k.dep == "nsubj"), None)
    if sentence.root is not opening or subject is None or subject.index < opening.index or subject.pos == "PRON":
        return None
    low, what = sentence.subtree(subject)[-1].index + 1, sentence.child(opening, "attr")
    if what is None or not low <= what.index < joint.index or any(t.pos in VERBAL for t in sentence.tokens[low:-1]):
        return None
    cuts = [t.index for t in sentence.tokens[low : joint.index] if t.text == ","]
    bounds = [low, *cuts, joint.index, len(sentence.tokens)]
    parts = [p for a, b in pairwise(bounds) if (p := option_of(sentence, a, b)) is not None]
    kept = tuple(p for p in parts if any(t.pos in NOUNS for t in sentence.tokens_in(p)))
    return Offer("asked", kept, (joint.anchor,), True) if len(kept) > 1 else None


def _in_a_state(sentence: Sentence, joint: Token, opening: Token) -> Offer | None:
    """ "Is he ill or tired?"."""
    first = top_of(sentence, sentence.head(joint))
    chain = chain_of(sentence, first)
    states = first.dep in {"acomp", "ROOT"} and first.tag in STATES
    if not states or not joined(sentence, chain, joint):
        return None
    own = next((k for k in sentence.children(sentence.root) if k.dep in NOUN_SUBJECTS), None)
    before = sentence.subtree(own)[-1] if own is not None and own.index < first.index else opening
    return _made(sentence, "asked", chain, before, joint)


def _shared(sentence: Sentence, joint: Token) -> Offer | None:
    """ "He may have done A or done B", "the council can do A, B or C": verbs with words of their own each."""
    chain = chain_of(sentence, top_of(sentence, sentence.head(joint)))
    first = chain[0]
    subject = sentence.child(first, "nsubj")
    advised = subject is not None and subject.lower in {"you", "one"}
    if advised or any(m.pos == "PROPN" for m in chain):
        return None
    if not joined(sentence, chain, joint) or first.dep not in {"ROOT", "ccomp", "conj"}:
        return None
    modal = next((k for k in sentence.children(first) if k.tag == "MD"), None)
    if modal is None or (modal.lower not in POSSIBLE and (modal.lower != "can" or len(chain) < 3)):
        return None
    perfect = any(k.lower == "have" and k.dep == "aux" for k in sentence.children(first))
    if modal.lower == "may" and not perfect and any(t.lower in {"anyone", "any", "no"} for t in sentence.tokens):
        return None
    apart = all(m.index - b.index > 2 for b, m in pairwise(chain)) or perfect
    return _made(sentence, "or", chain, _last_helper(sentence, first), joint) if apart else None


def _last_helper(sentence: Sentence, verb: Token) -> Token | None:
    """The last helping verb before it, after which the options begin."""
    helpers = [k for k in sentence.children(verb) if k.dep in {"aux", "auxpass"} and k.index < verb.index]
    return helpers[-1] if helpers else None


def _list(sentence: Sentence, joint: Token) -> Offer | None:
    """Causes in a row, where the sentence asks or says what something was, or was caused by."""
    chain = _list_around(sentence, joint)
    if len(chain) < 2 or not (_explains(sentence, chain[0]) or _headed(sentence, chain)):
        return None
    return _made(sentence, "list", chain, None, joint)


def _explains(sentence: Sentence, first: Token) -> bool:
    """The row is what "it" is asked to be, what did something, or what a theory or cause is said to be."""
    entry = lexicon()["list"]
    head = sentence.head(first)
    verb = sentence.clause_head(first)
    if first.dep == "attr" and head.lemma == "be":
        subjects = [k for k in sentence.children(verb) if k.dep in SUBJECTS]
        asked = sentence.tokens[-1].text == "?" and any(k.lower in {"it", "this", "that"} for k in subjects)
        return asked or any(k.lemma.lower() in entry.nouns for k in subjects)
    if (first.dep == "pobj" and head.lower == "by") or first.lower == "by":
        return verb.lemma in entry.verbs
    if first.lower == "as":
        return head.lemma in READ and any(k.tag == "MD" for k in sentence.children(head))
    if first.dep == "pobj" and (head.lower in {"due", "owing"} or sentence.head(head).lower in {"due", "owing"}):
        return True
    over = sentence.head(head) if first.dep == "pobj" else head
    return first.dep in {"appos", "pobj"} and over.lemma.lower() in entry.nouns


def _headed(sentence: Sentence, chain: list[Token]) -> bool:
    """ "A, B or C: perhaps …": a row that opens the sentence and is left open."""
    after = sentence.subtree(chain[-1])[-1].index + 1
    if sentence.subtree(chain[0])[0].index > 0 or after >= len(sentence.tokens):
        return False
    mark = sentence.tokens[after].text
    return mark == "?" or (mark == ":" and any(t.lower in POSSIBLE for t in sentence.tokens[after:]))


def _parallel(sentence: Sentence, joint: Token) -> list[Token]:
    """ "By A, by B or by C": the same preposition again and again, whatever a parser hangs them on."""
    last = sentence.tokens[joint.index + 1] if joint.index + 1 < len(sentence.tokens) else joint
    found = [last]
    for token in reversed(sentence.tokens[: joint.index]):
        if last.pos == "ADP" and token.lower == last.lower:
            found.insert(0, token)
            if sentence.tokens[token.index - 1].text != ",":
                break
    return found


def _list_around(sentence: Sentence, joint: Token) -> list[Token]:
    """The nouns or phrases that the joint joins."""
    repeated = _parallel(sentence, joint)
    if len(repeated) > 1:
        return repeated
    top = top_of(sentence, sentence.head(joint))
    if top.dep == "appos" and sentence.tokens[sentence.subtree(top)[0].index - 1].text == ",":
        top = sentence.head(top)
    chain = chain_of(sentence, top)
    return chain if chain[0].pos in {"NOUN", "PROPN", "ADP"} and joined(sentence, chain, joint) else [chain[0]]


def _made(sentence: Sentence, id_: str, chain: list[Token], opening: Token | None, joint: Token) -> Offer | None:
    """The options: the members of the chain, parted by "or" or a comma, not by "and"."""
    starts = _starts(sentence, chain, opening)
    end = max(sentence.subtree(chain[0])[-1].index, sentence.subtree(chain[-1])[-1].index) + 1
    end = min([end, *(first.index for first in _added(sentence, chain[-1]))])
    bounds = [*starts, end]
    options = [option_of(sentence, low, high) for low, high in pairwise(bounds)]
    kept = tuple(option for option in options if option is not None and not _both(sentence, option))
    signal = tuple(t.anchor for t in (opening, joint) if t is not None)
    rest = tuple(t for t in sentence.tokens if not starts[0] <= t.index < end)
    return Offer(id_, kept, signal, lexicon()[id_].exclusive, rest) if len(kept) > 1 else None


def _both(sentence: Sentence, option: Anchor) -> bool:
    """ "Or both" is no option of its own."""
    return all(t.lower in {"both", "all", "three", "of", "them", "these"} for t in sentence.tokens_in(option))


def _added(sentence: Sentence, last: Token) -> Iterator[Token]:
    """Where ", doing C" or a colon stands behind the last option: it goes on about all of them."""
    yield from (t for t in sentence.tokens[last.index :] if t.text == ":" and t.index > last.index)
    for kid in sentence.children(last):
        first = sentence.subtree(kid)[0]
        if kid.dep == "advcl" and kid.tag == "VBG" and first.index > last.index and first.lower == kid.lower:
            yield first


def _starts(sentence: Sentence, chain: list[Token], opening: Token | None) -> list[int]:
    """Where each option begins."""
    first = sentence.subtree(chain[0])[0].index
    starts = [max(first, opening.index + 1) if opening is not None else first]
    for before, member in pairwise(chain):
        between = sentence.tokens[before.index : member.index]
        if not any(t.dep == "cc" and t.lower == "and" and sentence.head(t) in chain for t in between):
            starts.append(_own_start(sentence, member))
    return starts


def _own_start(sentence: Sentence, member: Token) -> int:
    return sentence.subtree(member)[0].index
