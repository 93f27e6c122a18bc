"""Units: the statements a sentence makes on its own account, one for each independent clause or option."""

from __future__ import annotations

from itertools import pairwise

from sayso.document.anchor import Anchor
from sayso.document.syntax import SUBJECTS, VERBAL, Sentence, Token
from sayso.stages.claims.spans import pieces

SUBORDINATORS = frozenset({"if", "unless", "since", "because", "although", "though", "when", "while", "whether", "as"})


def units(sentence: Sentence) -> tuple[Anchor, ...]:
    """The sentence whole, or cut where a clause with a subject of its own joins the main clause.

    "Either A, or B" gives A and B; "A, and B did C" gives both; so does a comma splice. What is subordinate stays.
    """
    cuts = sorted({cut for cut in _cuts(sentence) if 1 < cut < len(sentence.tokens) - 1})
    bounds = [0, *cuts, len(sentence.tokens)]
    found = []
    for low, high in pairwise(bounds):
        anchors = tuple(pieces(_without_joint(sentence.tokens[low:high]), sentence))
        if anchors:
            found.append(Anchor(anchors[0].start, anchors[-1].end))
    if len(found) < 2:
        return (sentence.anchor,)
    return tuple(found)


def _without_joint(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the "and" or "or" that joins it to the clause before."""
    while tokens and (tokens[0].pos == "PUNCT" or tokens[0].dep == "cc" or tokens[0].lower in {"and", "or", "but"}):
        tokens = tokens[1:]
    return tokens


def _cuts(sentence: Sentence) -> list[int]:
    """Indices of the first tokens of the clauses that stand on their own."""
    cuts = []
    for clause in _joined(sentence, sentence.root):
        first = sentence.subtree(clause)[0].index
        head = sentence.head(clause)
        joint = [kid.index for kid in sentence.children(head) if kid.dep == "cc" and kid.index < clause.index]
        if clause.index < sentence.root.index:  # a comma splice: the main clause comes second
            cuts.append(sentence.subtree(clause)[-1].index + 1)
        else:
            cuts.append(min([first, *(j for j in joint if j > head.index and j >= first - 2)]))
    return cuts


def _joined(sentence: Sentence, head: Token) -> list[Token]:
    """Clauses on a level with this one."""
    found = []
    for kid in sentence.children(head):
        own = any(grandchild.dep in SUBJECTS for grandchild in sentence.children(kid))
        if kid.dep == "conj" and kid.pos in VERBAL and own and _stands_alone(sentence, head, kid):
            found += [kid, *_joined(sentence, kid)]
        elif kid.dep == "ccomp" and own and _spliced(sentence, kid, head):
            found.append(kid)
    return found


def _stands_alone(sentence: Sentence, head: Token, clause: Token) -> bool:
    """Joined by "and", "or", "but"; or by a comma with nothing subordinate around it, which a parser may misplace."""
    if any(kid.dep == "cc" and head.index < kid.index < clause.index for kid in sentence.children(head)):
        return True
    between = sentence.tokens[sentence.subtree(head)[0].index : clause.index]
    return not any(t.dep == "mark" or t.lower in SUBORDINATORS for t in between)


def _spliced(sentence: Sentence, clause: Token, head: Token) -> bool:
    """A clause before the main one, parted by a comma only, while the main one has its own subject after it."""
    if clause.index > head.index or any(kid.dep == "mark" for kid in sentence.children(clause)):
        return False
    end = sentence.subtree(clause)[-1].index
    following = sentence.tokens[end + 1 : end + 2]
    subject = sentence.child(head, *SUBJECTS)
    return (
        bool(following) and following[0].text in {",", ";"} and subject is not None and end < subject.index < head.index
    )
