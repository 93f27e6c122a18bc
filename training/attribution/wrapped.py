"""Sentences of the corpus as what somebody else says of them: how a model learns that voices stand within voices.

"Berg said that …" becomes "The agency reported that Berg said that …": what it attributed stays marked, and the voice
around it is marked too. The corpus itself marks nothing inside of what is attributed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from sayso.models.attribution.labels import Span

Line = dict[str, Any]
TEMPLATES = (
    *("<X> [said] {that S}.", "<X> [reported] {that S}.", "<X> [says] {S}.", "<X> [confirmed] {that S}."),
    *(
        "<X> [denied] {that S}.",
        "<X> [insisted] {that S}.",
        "<X> [believes] {that S}.",
        "<X> [told] reporters {that S}.",
    ),
    *("<X> [claimed] {that S}.", "<X> [noted] {that S}.", "<X> [wrote] {that S}.", "[According to] <X>, {S}."),
    *("{S}, <X> [said].", "{S}, <X> [reported].", "{S}, [said] <X>.", "{S}, [according to] <X>."),
    *(
        "{“S,”} <X> [said].",
        "<X> [said]: {“S.”}",
        "<X> [added] {that S}.",
        "<X> [had been told] {that S}.",
        "<X> [has warned] {that S}.",
    ),
)
"""A voice X around a sentence S: <source>, [cue], {content}."""
SOURCES = (
    *("the agency", "state television", "the newspaper", "Reuters", "a spokesman for the ministry", "two officials"),
    *("residents", "the daily", "the governor's office", "a person briefed on the talks", "her lawyer", "local media"),
    *("the radio station", "a diplomat in the capital", "aides", "the monitoring group", "a court document", "he"),
    *("the general", "an army statement", "the opposition", "his brother", "a senior commander", "witnesses", "she"),
)
PART = re.compile(r"(?P<open>[<\[{])|(?P<close>[>\]}])|(?P<slot>[XS])(?![a-z])|(?P<words>[^<>\[\]{}XS]+|[XS](?=[a-z]))")
ROLES = {"<": "source", "[": "cue", "{": "content"}
SENTENCE = re.compile(r"(?<![^\n.] )(?!(?:But|And|So|Or|Yet|Meanwhile|I)\b)[A-Z][^\n?!;]{30,300}?\.(?=\s|$)")
QUOTES = re.compile(r"[\"“”]")
AGAIN = 0.2
"""Share of wrapped sentences that are wrapped once more."""
SHARE = 0.5
"""Share of the sentences that can be wrapped, in a text in which any are."""


def wrapped(line: Line, sources: Sequence[str], rng: np.random.Generator) -> Line:
    """The document with some of its sentences in the mouth of somebody else."""
    for start, end in reversed(list(_sentences(line))):
        if rng.random() < SHARE:
            line, length = _around(line, start, end, sources, rng)
            if rng.random() < AGAIN and not QUOTES.search(line["text"], start, start + length):
                line, _ = _around(line, start, start + length, sources, rng)
    return line


def _sentences(line: Line) -> Iterator[Span]:
    """Sentences that hold an attribution with its source, whole, and no quotation."""
    for match in SENTENCE.finditer(line["text"]):
        start, end = match.span()
        touching = [one for one in line["attributions"] if any(s < end and start < e for s, e in _spans(one))]
        whole = all(start <= s and e <= end for one in touching for s, e in _spans(one))
        if whole and any(one["source"] for one in touching) and not QUOTES.search(match[0]):
            yield start, end


def _spans(one: Line) -> list[list[int]]:
    return [span for role in ROLES.values() for span in one[role]]


def _around(line: Line, start: int, end: int, sources: Sequence[str], rng: np.random.Generator) -> tuple[Line, int]:
    """The line with a voice around the sentence, and how long that now is."""
    text = line["text"]
    template = TEMPLATES[rng.integers(len(TEMPLATES))]
    pool = SOURCES if rng.random() < 0.5 else sources
    words, marks, at = _filled(template, pool[rng.integers(len(pool))], _inside(text, start, end, template))
    moved, longer = start + at, len(words) - (end - start)

    def shifted(span: Sequence[int]) -> list[int]:
        s, e = span
        if s >= end:
            return [s + longer, e + longer]
        return [s + moved - start, min(e, end - 1) + moved - start] if s >= start else [s, e]

    roles = ROLES.values()
    kept = [{**one, **{role: [shifted(s) for s in one[role]] for role in roles}} for one in line["attributions"]]
    new = {role: [[s + start, e + start] for s, e in marks[role]] for role in roles}
    return {**line, "text": text[:start] + words + text[end:], "attributions": [*kept, new]}, len(words)


def _inside(text: str, start: int, end: int, template: str) -> str:
    """The sentence without its stop, small at its beginning where its first word is no name and no quotation opens."""
    sentence = text[start : end - 1]
    first = sentence.split(maxsplit=1)[0]
    opens = template.startswith("{") or "“S" in template
    small = first.lower() != first and re.search(rf"\b{re.escape(first.lower())}\b", text[:start] + text[end:])
    return sentence if opens or first == "I" or not small else sentence[0].lower() + sentence[1:]


def _filled(template: str, source: str, sentence: str) -> tuple[str, dict[str, list[Span]], int]:
    """The words, where each role stands in them, and where the sentence does."""
    words, marks, at = "", {role: list[Span]() for role in ROLES.values()}, 0
    opened: list[tuple[str, int]] = []
    for part in PART.finditer(template):
        if part["open"]:
            opened.append((ROLES[part["open"]], len(words)))
        elif part["close"]:
            role, begun = opened.pop()
            marks[role].append((begun, len(words)))
        elif part["slot"] == "S":
            at = len(words)
            words += sentence
        else:
            words += (source[0].upper() + source[1:] if not words else source) if part["slot"] else part["words"]
    return words, marks, at
