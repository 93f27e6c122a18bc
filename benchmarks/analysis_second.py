"""A second annotation of the analysis set: the texts without what is marked, and an annotation as if it had been read.

The latter is format 1 as far as the measure looks at it, so that two annotations can be held against each other, and
an annotation against itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from benchmarks.analysis_set import HEADINGS, LIKELIHOODS, Passage
from benchmarks.dossier_match import Json
from benchmarks.expectations import Placed
from sayso.document.anchor import Anchor
from sayso.document.codec import spans

CONTENTS = {"kinds": "content", "certainty": "content", "forecasts": "claim"}
"""The mark that holds the unit's words, for headings that speak of a unit."""


class _Blocks(yaml.SafeDumper):
    """Writes strings of several lines as they are."""


_Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def bare(passages: Iterable[Passage]) -> str:
    """A half with empty headings, as YAML."""
    listed: list[dict[str, Any]] = [
        {
            "id": passage.id,
            "style": "",
            "published": passage.published,
            **({"title": passage.title} if passage.title else {}),
            "text": passage.text,
            **{heading: [] for heading in HEADINGS},
        }
        for passage in passages
    ]
    return yaml.dump(listed, Dumper=_Blocks, allow_unicode=True, sort_keys=False, width=120)


def as_read(passage: Passage) -> Json:
    """The annotation as format 1, what `may` be there left out; of several values the first."""
    return {
        "document": {"text": passage.text, "sections": None},
        "entities": [_entity(passage, mark) for mark in _actors(passage)],
        "times": [{"id": _id(mark), "span": _span(mark)} for mark in _marks(passage, "forecasts", "horizon")],
        "claims": [_claim(passage, content) for content in _contents(passage)],
        "links": [_link(entry) for entry in passage.entries("links", "must")],
        "alternatives": [_alternative(entry) for entry in passage.entries("alternatives", "must")],
        "stances": [_stance(entry) for entry in passage.entries("stances", "must")],
    }


def _id(mark: Anchor | str) -> str:
    return mark if isinstance(mark, str) else f"{mark.start}-{mark.end}"


def _span(mark: Anchor) -> list[int]:
    return [mark.start, mark.end]


def _first(entry: Placed, field: str) -> Any:
    return next(iter(entry.expectation.accepts(field)), None)


def _marks(passage: Passage, heading: str, *roles: str) -> Iterator[Anchor]:
    for entry in passage.entries(heading, "must"):
        for role in roles:
            yield from entry.marks.get(role, ())


def _actors(passage: Passage) -> dict[Anchor | str, None]:
    """Everybody who is marked as holder, target or addressee, or named as holder."""
    named = (name for entry in passage.entries("stances", "must") for name in entry.expectation.accepts("from"))
    held = (*_marks(passage, "stances", "from", "to"), *_marks(passage, "forecasts", "addressee"))
    return dict.fromkeys((*held, *named))


def _entity(passage: Passage, actor: Anchor | str) -> dict[str, Any]:
    mentions = [] if isinstance(actor, str) else [{"span": _span(actor), "form": "name"}]
    name = actor if isinstance(actor, str) else actor.words(passage.text)
    return {"id": _id(actor), "name": name, "aliases": [], "mentions": mentions}


def _contents(passage: Passage) -> tuple[tuple[Anchor, ...], ...]:
    """The words of each unit, once."""
    units = (e.marks[mark] for heading, mark in CONTENTS.items() for e in passage.entries(heading, "must"))
    return tuple(dict.fromkeys(units))


def _claim(passage: Passage, content: Sequence[Anchor]) -> dict[str, Any]:
    said = {
        heading: next((e for e in passage.entries(heading, "must") if e.marks[mark] == content), None)
        for heading, mark in CONTENTS.items()
    }
    return {
        "content": spans(content),
        "kind": _first(said["kinds"], "kind") if said["kinds"] else None,
        "certainty": _certainty(said["certainty"]) if said["certainty"] else None,
        "outlook": _outlook(said["forecasts"]) if said["forecasts"] else None,
    }


def _certainty(entry: Placed) -> dict[str, Any]:
    likelihood = _first(entry, "likelihood")
    return {
        "level": _first(entry, "level"),
        "polarity": _first(entry, "polarity"),
        "likelihood": list(LIKELIHOODS[likelihood]) if likelihood else None,
        "confidence": _first(entry, "confidence"),
    }


def _outlook(entry: Placed) -> dict[str, Any]:
    return {
        "condition": spans(entry.marks.get("condition", ())),
        "outcome": spans(entry.marks.get("outcome", ())),
        "horizon": next(map(_id, entry.marks.get("horizon", ())), None),
        "addressee": next(map(_id, entry.marks.get("addressee", ())), None),
        "addressee_span": None,
    }


def _link(entry: Placed) -> dict[str, Any]:
    return {
        "kind": _first(entry, "kind"),
        "implicit": False,
        **{end: spans(entry.marks[end]) for end in ("from", "to", "signal")},
    }


def _alternative(entry: Placed) -> dict[str, Any]:
    return {
        "spans": [spans([option]) for option in entry.marks["option"]],
        "exclusive": _first(entry, "exclusive"),
        "question": spans(entry.marks.get("question", ())),
    }


def _stance(entry: Placed) -> dict[str, Any]:
    return {
        "from": next(map(_id, (*entry.marks.get("from", ()), *entry.expectation.accepts("from"))), None),
        "from_span": next(map(_span, entry.marks.get("from", ())), None),
        "to": next(map(_id, entry.marks.get("to", ())), None),
        "toward": spans(entry.marks.get("toward", ())),
        "value": _first(entry, "value"),
        "basis": spans(entry.marks.get("basis", ())),
    }
