"""Relays: constructions that hand on somebody's words ("according to X", "reportedly", "quoted X as saying")."""

from __future__ import annotations

from dataclasses import replace

from sayso.document.anchor import hull
from sayso.document.syntax import AUXILIARIES, NOUNS, NOUNS_AND_PRONOUNS, VERBAL, Sentence, Token
from sayso.stages.claims.attribution import Attribution, made
from sayso.stages.claims.lexicon import speaks
from sayso.stages.claims.spans import trimmed
from sayso.stages.claims.speakers import Speaks, can_speak, speakers

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
OPINIONS = frozenset({"opinion", "view", "judgment", "judgement", "estimation", "estimate", "assessment", "word"})
RUMOURS = frozenset({"report", "rumor", "rumour", "allegation", "claim", "suggestion", "speculation", "suspicion"})
WHOM = frozenset({"him", "her", "them"})
SAID_BEFORE = 3
"""Fewer words before a comma make no statement."""


def according(sentence: Sentence, token: Token) -> Attribution | None:
    """ "according to X": what the phrase hangs on, without the phrase."""
    if token.lower != "according":
        return None
    to = next((kid for kid in sentence.children(token) if kid.lower == "to"), None)
    speaker = sentence.child(to, "pobj") if to is not None else None
    if to is None or speaker is None or speaker.pos == "PUNCT" or speaker.lemma in speakers().manners:
        return None
    phrase = set(phrase_of(sentence, token))
    head = sentence.head(token)
    clause = _outermost(sentence, sentence.clause_head(head if head not in phrase else sentence.root), token)
    content = [t for t in sentence.subtree(clause) if t not in phrase]
    return made(sentence, token, [token, to], content, speaker, "according-to", speech=True)


def phrase_of(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The words of "according to X" and what describes X, up to the clause that follows a comma."""
    below = sentence.subtree(token)
    clause = next((t for t in below if t.dep in {"ccomp", "conj"} and t.pos in VERBAL), None)
    return below if clause is None else tuple(t for t in below if t not in sentence.subtree(clause))


def _outermost(sentence: Sentence, clause: Token, token: Token) -> Token:
    """ "X said that …, according to Y": after a comma at the end the phrase covers the saying as well."""
    comma = token.index > 0 and sentence.tokens[token.index - 1].text in {",", "”", '"'}
    while comma and clause.dep in {"ccomp", "conj"} and clause.index < token.index:
        head = sentence.clause_head(sentence.head(clause))
        if head == clause or not (speaks(head) or clause.dep == "conj"):
            break
        clause = head
    return clause


def opinion(sentence: Sentence, token: Token) -> Attribution | None:
    """ "in X's opinion": the clause the phrase hangs on, without the phrase."""
    if token.lemma not in OPINIONS or token.index < 2:
        return None
    owner, into = sentence.child(token, "poss"), sentence.head(token)
    if owner is None or owner.pos == "PUNCT" or into.lower not in {"in", "to"} or token.dep != "pobj":
        return None
    phrase = set(sentence.subtree(into))
    content = [t for t in sentence.subtree(sentence.clause_head(into)) if t not in phrase]
    return made(sentence, token, [into, token], content, owner, "opinion")


def rumour(sentence: Sentence, token: Token) -> Attribution | None:
    """ "Reports that …": somebody says so, the text does not say who."""
    if token.lemma not in RUMOURS or token.pos != "NOUN" or sentence.child(token, "poss") is not None:
        return None
    clause = next((kid for kid in sentence.children(token) if kid.dep in {"acl", "ccomp"}), None)
    if clause is None or sentence.subtree(clause)[0].lower != "that":
        return None
    return made(sentence, token, [token], sentence.subtree(clause), None, "rumour", speech=True)


def hearsay(sentence: Sentence, token: Token) -> Attribution | None:
    """ "reportedly": somebody says so, the text does not say who."""
    if token.lower not in HEARSAY or token.dep != "advmod":
        return None
    if sentence.head(token).pos not in {"VERB", "AUX", "ADJ"}:
        return None
    clause = sentence.clause_head(token)
    told = {t for kid in sentence.tokens if kid.lower == "according" for t in sentence.subtree(kid)}
    about = _described(sentence, clause)
    content = [t for t in (*about, *sentence.subtree(clause)) if t != token and t not in told]
    return made(sentence, token, [token], content, None, "hearsay")


def _described(sentence: Sentence, clause: Token) -> tuple[Token, ...]:
    """The noun of "a man reportedly shot on Monday" or "rebels, who are allegedly armed", of which a clause tells."""
    noun = sentence.head(clause)
    if clause.dep not in {"acl", "relcl"} or noun.pos not in NOUNS:
        return ()
    return tuple(t for t in sentence.subtree(noun) if t.index < sentence.subtree(clause)[0].index)


def quoted(sentence: Sentence, verb: Token, known: Speaks) -> tuple[Attribution, ...]:
    """ "A quoted X as saying …", "X was quoted (by A) as saying …": X's claim, passed on by A's where A is named."""
    saying = _saying(sentence, verb)
    quotee = sentence.child(verb, "nsubjpass") or sentence.child(verb, "dobj") or _quotee(sentence, verb, saying)
    if (
        saying is None
        or quotee is None
        or not (quotee.lower in WHOM or can_speak(sentence, quotee, verb, "clause", known))
    ):
        return ()
    by = _agent(sentence, verb) or _agent(sentence, saying)
    relayer = sentence.child(by, "pobj") if by is not None else sentence.child(verb, "nsubj")
    aside = set(sentence.subtree(by)) if by is not None else set()
    content = [t for t in sentence.tokens[saying.index + 1 :] if t not in aside]
    if not content or content[0].text in {",", "."}:
        first = quotee if relayer is None or quotee.index < relayer.index else relayer
        content = [*_before(sentence, first), *content]
    content = trimmed(content)
    if not content:
        return ()
    passive = [kid for kid in sentence.children(verb) if kid.dep in AUXILIARIES]
    link = sentence.tokens[saying.index - 1]
    if relayer is None:
        return (made(sentence, verb, [*passive, verb, link, saying], content, quotee, "quoted", speech=True),)
    inner = made(sentence, saying, [saying], content, quotee, "quoted", speech=True)
    words = [*sentence.subtree(quotee), link, saying, *content]
    outer = made(sentence, verb, [*passive, verb], [t for t in words if t != verb], relayer, "quoting", speech=True)
    around = hull([verb.anchor, link.anchor, saying.anchor])
    return (replace(outer, reach=around), replace(inner, reach=around))


def _saying(sentence: Sentence, verb: Token) -> Token | None:
    """The "saying" of "quoted as saying"."""
    after = sentence.tokens[verb.index + 1 :]
    return next(
        (
            t
            for t in after
            if t.tag == "VBG" and speaks(t) and t.index > 0 and sentence.tokens[t.index - 1].lower == "as"
        ),
        None,
    )


def _quotee(sentence: Sentence, verb: Token, saying: Token | None) -> Token | None:
    """ "quotes him as saying": the word before "as", where the parser gave it to "saying"."""
    near = sentence.tokens[saying.index - 2] if saying is not None and saying.index - 2 > verb.index else None
    return near if near is not None and near.pos in NOUNS_AND_PRONOUNS else None


def _agent(sentence: Sentence, verb: Token) -> Token | None:
    return next((kid for kid in sentence.children(verb) if kid.lower == "by"), None)


def _before(sentence: Sentence, quotee: Token) -> list[Token]:
    """ "…, X was quoted as saying": what stands before the comma."""
    start = sentence.subtree(quotee)[0].index
    return list(sentence.tokens[: start - 1]) if start > SAID_BEFORE else []
